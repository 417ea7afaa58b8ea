"""The kinds that a person gave to blocks, each kept with its words through every edit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.text.blocks import Block, Kind, paragraphs
from desk.text.change import Change
from desk.text.cut import pieces
from desk.text.moving import stretched
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage whose kind was set by hand."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class HandState:
    """All that was set by hand at one moment, to go back to."""

    anchors: tuple[Anchor, ...] = ()
    fallen: tuple[tuple[str, Kind], ...] = ()


class HandKinds:
    """Anchors that move with the text.

    A block cut out whole is remembered by its words, so that it has its kind again where it is pasted, or when the cut
    is undone.
    """

    def __init__(self) -> None:
        self._anchors: list[Anchor] = []
        self._fallen: dict[str, Kind] = {}

    def load(self, by_hand: Mapping[int, Kind], text: str) -> None:
        """Take over the kinds by block start of a text that was opened."""
        self._fallen = {}
        self._anchors = [
            Anchor(block.span, by_hand[block.start]) for block in pieces(paragraphs(text)) if block.start in by_hand
        ]

    @property
    def state(self) -> HandState:
        """Return what is set, to be put back with `restore`."""
        return HandState(tuple(self._anchors), tuple(self._fallen.items()))

    def restore(self, state: HandState) -> None:
        """Go back to what was set."""
        self._anchors, self._fallen = list(state.anchors), dict(state.fallen)

    def put(self, block: Block, kind: Kind | None, blocks: Iterable[Block]) -> None:
        """Set the kind of one of the text's blocks; None leaves it to the checks again."""
        self._anchors = [Anchor(b.span, k) for b, k in self._held(blocks) if b.start != block.start]
        self._fallen.pop(block.text, None)
        if kind is not None:
            self._anchors.append(Anchor(block.span, kind))

    def absorb(self, change: Change) -> None:
        """Follow an edit."""
        if self._anchors:
            self._anchors = [a for anchor in self._anchors if (a := self._after(anchor, change)) is not None]

    def now(self, blocks: Iterable[Block]) -> dict[int, Kind]:
        """Return the kinds set by hand by the starts of the text's blocks as they are now."""
        return {block.start: kind for block, kind in self._held(blocks)}

    def _after(self, anchor: Anchor, change: Change) -> Anchor | None:
        span = stretched(anchor.span, change)
        if len(span):
            return Anchor(span, anchor.kind)
        words = anchor.span.shifted(-change.start).of(change.old) if change.start <= anchor.span.start else ""
        if words.strip():
            self._fallen[words.strip()] = anchor.kind
        return None

    def _held(self, blocks: Iterable[Block]) -> list[tuple[Block, Kind]]:
        """Return the blocks that have a kind set by hand: more than half of their words under its anchor."""
        if not self._anchors and not self._fallen:
            return []
        held = []
        for block in blocks:
            covers = [(_shared(block.span, anchor.span), anchor.kind) for anchor in self._anchors]
            most, kind = max(covers, key=lambda pair: pair[0], default=(0, Kind.COPY))
            if 2 * most > len(block.text):
                held.append((block, kind))
            elif block.text in self._fallen:
                kind = self._fallen.pop(block.text)
                self._anchors.append(Anchor(block.span, kind))
                held.append((block, kind))
        return held


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
