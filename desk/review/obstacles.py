"""What stands in the way of a move, as values; and the sentence that each is told in, made here and nowhere else."""

from dataclasses import dataclass
from enum import StrEnum

from desk.review.people import Role
from desk.review.words import REASONS, item_meant, item_words, to_slug
from desk.text.commands_named import without_commands
from desk.text.spans import Span
from desk.text.words import plural


class Why(StrEnum):
    """The kind of an obstacle."""

    EDITED = "edited-since-the-checks-ran"
    CHECKING = "being-checked"
    PAID = "unlabelled-paid-text"
    ERRORS = "open-errors"
    UNCHECKED = "not-checked"
    BY_HAND = "ticked-by-hand"
    UNTICKED = "not-ticked"
    WARNINGS = "open-warnings"
    NEW = "newer-than-the-last-look"
    EMBARGO = "embargoed"
    APART = "changed-in-two-places"

    @property
    def words(self) -> str:
        """Return what people read."""
        return REASONS[self]


class Grade(StrEnum):
    """What it takes to get past an obstacle that is not cleared."""

    WAIT = "wait"
    """Nobody passes it: check the text first."""
    ERROR = "error"
    """A role that the desk names passes it, with a reason."""
    WARNING = "warning"
    """Whoever may make the move passes it, with a reason."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an obstacle is: a finding with its span in code points, or an item of the checklist (`span` is None)."""

    item: str
    span: Span | None = None
    fingerprint: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way: the item, the kind, how heavy it is, and where."""

    item: str
    why: Why
    grade: Grade = Grade.WARNING
    places: tuple[Place, ...] = ()
    about: str = ""
    """What the line of the checklist says: why a check did not run, who ticked before an edit."""
    by: tuple[Role, ...] = ()
    """The roles that may pass it; empty for whoever may make the move."""
    acknowledgeable: bool = True
    """Whether the person who asked may pass it, with a reason."""

    @property
    def key(self) -> str:
        """Return what names the obstacle when it is passed."""
        return f"{self.item}: {self.why}" if self.item else str(self.why)

    @property
    def fact(self) -> str:
        """Return what stands in the way, as a sentence without its end."""
        return fact(self.item, self.why, len(self.places), self.about)

    @property
    def sentence(self) -> str:
        """Return what stands in the way and how to clear it."""
        mend = _MEND[self.why]
        return f"{self.fact}: {mend}." if mend else f"{self.fact}."

    @property
    def passers(self) -> str:
        """Return in words who may let it pass; empty for whoever may make the move."""
        return " or ".join(role.words for role in self.by)


def key_meant(words: str) -> str:
    """Return the key of an obstacle that somebody wrote, by slugs or in words ("Grammar: not checked")."""
    item, sign, why = words.rpartition(": ")
    return f"{item_meant(item)}{sign}{to_slug(why)}"


def fact(item: str, why: Why, count: int, about: str = "") -> str:
    """Return what stands in the way, as a sentence without its end; `count` are the findings in question."""
    called = item_words(item)
    match why:
        case Why.EDITED:
            return "The text was edited since the checks ran"
        case Why.CHECKING:
            return f"“{called}” is still being checked"
        case Why.PAID:
            return f"{plural(count, 'paragraph of paid text has', 'paragraphs of paid text have')} no label"
        case Why.ERRORS:
            return f"“{called}” has {plural(count, 'open error')}"
        case Why.WARNINGS:
            return f"“{called}” has {plural(count, 'open warning')}"
        case Why.UNCHECKED:
            return f"“{called}” was not checked ({_plain(about) or _DID_NOT_RUN})"
        case Why.BY_HAND:
            return f"“{called}” was ticked by hand, not checked ({_plain(about) or _DID_NOT_RUN})"
        case Why.UNTICKED:
            return f"“{called}” is not ticked" + (f" ({about})" if about else "")
        case Why.NEW:
            return f"{plural(count, 'finding is', 'findings are')} newer than your last look at this story"
        case Why.EMBARGO:
            return about or "The story is embargoed"
        case Why.APART:
            return "The story was changed in two places, and nobody laid the texts together yet"


def _plain(about: str) -> str:
    """Return why an item was not checked, as it stands within a sentence that others read too."""
    return without_commands(about).rstrip(". ")


_DID_NOT_RUN = "the check did not run"
_MEND = {
    Why.EDITED: "check it again first",
    Why.CHECKING: "wait a moment",
    Why.PAID: "label or lift out each",
    Why.ERRORS: "fix or waive each",
    Why.WARNINGS: "fix or waive each, or pass them with a reason",
    Why.UNCHECKED: "check it, or pass it by name with a reason",
    Why.BY_HAND: "pass it with a reason",
    Why.UNTICKED: "",
    Why.NEW: "look, or pass with a reason",
    Why.EMBARGO: "wait until then, or set another moment in its details",
    Why.APART: "say what counts of both first",
}
