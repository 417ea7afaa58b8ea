"""A story by itself, and each advertisement apart in a box with its label: neither can pass for the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.text.links import Links
from desk.text.words import plural


def end_of(label: str) -> str:
    """Return the line that closes the box of an advertisement."""
    return f"[End of {label[:1].lower()}{label[1:]}]"


@dataclass(frozen=True, slots=True)
class Box:
    """One advertisement with the line that labels it; `added` says that the draft had no plain label for it.

    `links` are where its words lead, counted from their start.
    """

    label: str
    words: str
    added: bool = False
    links: Links = ()

    @property
    def text(self) -> str:
        """Return the box as text: label, words, and the line that closes it."""
        return f"[{self.label}]\n\n{self.words}\n\n{end_of(self.label)}"


@dataclass(frozen=True, slots=True)
class Apart:
    """A story with its furniture, the paid boxes in order, and how many leftover lines were left out."""

    story: str
    boxes: tuple[Box, ...] = ()
    left_out: int = 0

    @property
    def text(self) -> str:
        """Return story and boxes as one text, the boxes last."""
        parts = [*([self.story] if self.story else []), *(box.text for box in self.boxes)]
        return "\n\n".join(parts) + "\n" if parts else ""

    @property
    def said(self) -> str:
        """Return in one sentence what stands apart from the story, and what was left out."""
        parts: Sequence[str] = [
            _counted(len(self.boxes), "advertisement stands apart", "advertisements stand apart"),
            _counted(self.left_out, "leftover line is left out", "leftover lines are left out"),
        ]
        said = "; ".join(part for part in parts if part)
        return f"{said}." if said else "There is nothing but the story in this draft."


def _counted(count: int, one: str, more: str) -> str:
    return plural(count, one, more) if count else ""
