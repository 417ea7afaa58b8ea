"""What a person is asked beside two wordings: what each side did, and the answers, of which none is preset."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.merging.apart import NeedsYou

TWINS = "twins"
"""How the ids of questions begin that are about two stories of one file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; `story` is empty where it is about the desk itself."""

    id: str
    """What an answer names: another one as soon as anything about it changed."""
    story: str
    slug: str
    said: str
    """The question, in a sentence."""
    sides: tuple[str, ...]
    """What each side did, a sentence each."""
    answers: tuple[str, ...]
    after: str = ""
    """What holds until somebody answers, and what an answer does not do; empty for nothing."""

    @property
    def line(self) -> str:
        """Return it in a line, for a list."""
        return " ".join((self.said, *self.sides))


@dataclass(frozen=True, slots=True)
class Needs:
    """All that waits for a person: stories whose texts are apart, and questions that have no wording."""

    apart: "tuple[NeedsYou, ...]" = ()
    asked: tuple[Asked, ...] = ()
