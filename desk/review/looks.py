"""What a person saw last of a story, and what to compare it with now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk.review.people import Actor, Person
from desk.review.words import BARS, SINCE
from desk.text.moments import now


@dataclass(frozen=True, slots=True)
class Look:
    """One look: the version that was on screen, the digest of its text, and the findings shown with it."""

    who: Actor
    story: str
    version: int
    sha256: str
    seen: tuple[str, ...] = ()
    when: datetime = field(default_factory=now)


class Since(StrEnum):
    """Why a version is worth comparing with."""

    SEAL = "the-approval"
    LOOK = "your-last-look"
    OWN = "your-own-last-version"
    FIRST = "the-draft-as-it-came"
    CHOSEN = "the-version-you-chose"

    @property
    def words(self) -> str:
        """Return what people read."""
        return SINCE[self]


class BarsSince(StrEnum):
    """Since when bars in the margin show what changed."""

    NOTHING = "nothing"
    SAVED = "saved"
    OTHER = "other"
    ORIGINAL = "original"

    @property
    def words(self) -> str:
        """Return what people read."""
        return BARS[self]


@dataclass(frozen=True, slots=True)
class Known:
    """One version as far as choosing goes: its number, whose it is, and the digest of its text."""

    number: int
    who: Actor
    sha256: str


@dataclass(frozen=True, slots=True)
class Base:
    """The version to compare with, and why that one."""

    version: int
    since: Since


def base_of(versions: Sequence[Known], person: Person, look: Look | None, void_seal: str = "") -> Base | None:
    """Return what to compare the newest version with; None where there is no earlier one.

    An approval that no longer stands comes first (`void_seal` is the digest of its text): what was done to the
    approved text is the question then. Otherwise it is what the person saw last, by looking or by saving; and for one
    who never saw the story, the draft as it came.
    """
    ordered = sorted(versions, key=lambda version: version.number)
    if len(ordered) < 2:
        return None
    if void_seal and (sealed := _newest(v.number for v in ordered if v.sha256 == void_seal)):
        return Base(sealed, Since.SEAL)
    looked = look.version if look is not None and any(v.number == look.version for v in ordered) else 0
    own = _newest(v.number for v in ordered if person.did(v.who))
    if not max(looked, own):
        return Base(ordered[0].number, Since.FIRST)
    return Base(looked, Since.LOOK) if looked >= own else Base(own, Since.OWN)


def _newest(numbers: Iterable[int]) -> int:
    return max(numbers, default=0)
