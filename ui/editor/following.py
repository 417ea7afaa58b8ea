"""What the last check said about the text, following it as it changes."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from desk.checking.checklist import Judged
from desk.checks.check import Edit
from desk.text.block_roles import BlockRoles, after_pasting
from desk.text.blocks import Block, Kind, Manuscript, paragraphs
from desk.text.change import Change
from desk.text.cut import pieces
from desk.text.links import Links
from desk.text.moving import moved_all, moved_point
from desk.text.spans import Span
from ui.editor.copy_map import CopyMap
from ui.editor.hand_kinds import HandKinds
from ui.editor.marks import Marks
from ui.editor.pasted import Pasted
from ui.editor.text_links import TextLinks

_NEVER = -1


class Taken(Enum):
    """What became of the outcome of a check."""

    TOO_OLD = auto()
    AS_BEFORE = auto()
    """Taken, and nothing looks otherwise on the sheet."""
    NEW = auto()


class Since:
    """The changes since one revision, a run of typing as one."""

    def __init__(self) -> None:
        self.revision = _NEVER
        self.changes: list[Change] = []

    def restart(self, revision: int) -> None:
        """Count from this revision on."""
        self.revision = revision
        self.changes.clear()

    def add(self, change: Change) -> None:
        """Take down one more change."""
        add_to(self.changes, change)


def add_to(changes: list[Change], change: Change) -> None:
    """Take down one more change behind others, a run of typing as one."""
    last = changes[-1] if changes else None
    if last and not change.old and change.start == last.start + len(last.new):
        changes[-1] = Change(last.start, last.old, last.new + change.new)
    else:
        changes.append(change)


class Following:
    """Findings, copy map, links and kinds set by hand of one text, and the revision they all stand at."""

    def __init__(self) -> None:
        self.text = ""
        self.revision = 0
        self.marks = Marks()
        self.copy_map = CopyMap()
        self.hand = HandKinds()
        self.links = TextLinks()
        self.roles: BlockRoles = ()
        """What its document said its blocks are; what is pasted adds to them."""
        self._since_findings = Since()
        self._since_blocks = Since()

    def start(self, text: str, by_hand: Mapping[int, Kind], roles: BlockRoles = (), links: Links = ()) -> None:
        """Begin with another text, of which nothing is known but what stands beside it in the store."""
        self.text = text
        self.revision += 1
        self.hand.load(by_hand, text)
        self.links.load(links)
        self.roles = roles
        self.marks.show(())
        self.copy_map.show(Manuscript.of(text).blocks)
        self.copy_map.set_by_hand(by_hand)
        self._since_findings.restart(_NEVER)
        self._since_blocks.restart(_NEVER)

    def absorb(self, text: str, changes: Sequence[Change]) -> None:
        """Follow an edit that led to `text`."""
        self.links.absorb(self.text, changes)
        self.text = text
        self.revision += 1
        for change in changes:
            self.marks.absorb(change)
            self.copy_map.absorb(change)
            self.hand.absorb(change)
            self._since_findings.add(change)
            self._since_blocks.add(change)

    def take_pasted(self, pasted: Pasted) -> None:
        """Take the roles and links of what was just put in; undo takes the links out with their words."""
        if pasted.roles:
            self.roles = after_pasting(self.text, self.roles, pasted.roles)
        self.links.put(self.text, pasted.links)

    def count(self) -> None:
        """Take note that what stands beside the text changed."""
        self.revision += 1

    def take_findings(self, judged: Sequence[Judged], revision: int) -> Taken:
        """Take the findings of a check if they are for the text as it is, or for the one whose findings are shown."""
        if revision == self.revision:
            self._since_findings.restart(revision)
        elif revision != self._since_findings.revision:
            return Taken.TOO_OLD
        return Taken.NEW if self.marks.show(judged, self._since_findings.changes) else Taken.AS_BEFORE

    def take_blocks(self, blocks: Sequence[Block], revision: int) -> Taken:
        """Take the copy map of a check on the same terms; kinds set by hand since then stay."""
        if revision == self.revision:
            self._since_blocks.restart(revision)
        elif revision != self._since_blocks.revision:
            return Taken.TOO_OLD
        before = self.copy_map.looks()
        self.copy_map.show(blocks, self._since_blocks.changes)
        self.copy_map.set_by_hand(self.by_hand())
        return Taken.NEW if before != self.copy_map.looks() else Taken.AS_BEFORE

    def by_hand(self) -> dict[int, Kind]:
        """Return the kinds set by hand by the starts of the blocks as they are now."""
        return self.hand.now(pieces(paragraphs(self.text)))

    def set_kind(self, span: Span, kind: Kind | None) -> Block | None:
        """Set the kind of the blocks in a span by hand, or leave them to the checks; return the first, None if none.

        A span without length means the block that holds it, or the next one.
        """
        blocks = tuple(pieces(paragraphs(self.text)))
        meant = [b for b in blocks if b.start < span.end and span.start < b.end]
        if not meant:
            at = next((b for b in blocks if b.start <= span.start <= b.end), None)
            at = at or next((b for b in blocks if b.start >= span.start), None)
            meant = [at] if at is not None else []
        if not meant:
            return None
        self.revision += 1
        for block in meant:
            self.hand.put(block, kind, blocks)
        self.show_hand_kinds()
        return meant[0]

    def show_hand_kinds(self) -> None:
        """Show on the copy map what is set by hand now."""
        self.copy_map.set_by_hand(self.by_hand())

    def now(self, span: Span) -> Span | None:
        """Return where the words of a span of the checked text are now; None where they were changed."""
        return moved_all(span, self._since_findings.changes)

    def near(self, point: int) -> int:
        """Return the place now for a place in the checked text, the nearest one where its words went."""
        return moved_point(point, self._since_findings.changes)

    def edits_now(self, edits: Sequence[Edit]) -> list[Edit] | None:
        """Return a remedy's edits for the text as it is; None where one of its places was changed since the check."""
        out = []
        for edit in edits:
            place = self.now(edit.span)
            if place is None:
                return None
            out.append(Edit(place, edit.text))
        return out
