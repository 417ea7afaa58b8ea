"""What an action of the window is: words, help, keys, the place where its keys count, and when it may be used."""

from dataclasses import dataclass
from enum import Enum, Flag, auto
from functools import cache, reduce
from operator import or_

from PySide6.QtGui import QKeySequence

Standard = QKeySequence.StandardKey


class When(Flag):
    """What must be so before an action may be used; of several joined by `|`, all."""

    ALWAYS = 0
    READY = auto()
    """The desk is open."""
    STORY = auto()
    """A story is open in the editor."""
    CHANGEABLE = auto()
    """It may be changed: no other window has it."""
    TEXT = auto()
    """Its text is not behind the review view."""
    REVIEW = auto()
    """The review view is shown."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is so in a window now: everything that decides which actions may be used."""

    is_ready: bool = False
    has_story: bool = False
    is_read_only: bool = False
    """Whether another window has the story."""
    in_review: bool = False

    def facts(self) -> When:
        """Return all that actions may ask for and that is so."""
        return _facts(self)

    def why_not(self, when: When) -> str:
        """Return why an action that asks for this cannot be used now, empty where it can."""
        return _why_not(self, when)


@cache  # of sixteen situations; 120 actions ask each time
def _facts(now: Situation) -> When:
    told = {
        When.READY: now.is_ready,
        When.STORY: now.has_story,
        When.CHANGEABLE: now.has_story and not now.is_read_only,
        When.TEXT: now.has_story and not now.in_review,
        When.REVIEW: now.in_review,
    }
    return reduce(or_, (fact for fact, holds in told.items() if holds), When.ALWAYS)


@cache
def _why_not(now: Situation, when: When) -> str:
    missing = when & ~_facts(now)
    if not missing:
        return ""
    if When.READY in missing:
        return "The stories are still being opened."
    if When.REVIEW in missing:
        return "Only while a review is shown."
    if not now.has_story:
        return "No story is open."
    return "The review stands before the text." if When.TEXT in missing else "Another window has this story open."


class Where(Enum):
    """The place where keys count, in the words of the help on keys."""

    WINDOW = "Anywhere in the window"
    STORIES = "In the list of stories"
    CHECKLIST = "In the checklist"
    NAMES = "Among the names"
    FIGURES = "Among the figures"
    NOTES = "In the list beside the review, and among the notes"
    TEXT = "In the text"
    COPY_MAP = "In the copy map beside the text"
    FIND = "In the find bar"
    REVIEW = "In the review"
    CHANGES = "Among the changes"
    EDGE = "On the edge between two panes, where Tab leads"
    NOTICES = "Where a notice stands and nothing else takes the key"
    BUTTON = "On a button, where Tab leads"
    DIALOG = "In every dialog"
    WAIVE = "Waiving"
    OBSTACLES = "Moving a story on"
    VERSIONS = "Among the versions"
    OVERTAKEN = "When somebody else has saved meanwhile"
    LAYING = "Laying two texts together"
    SWITCH = "Saying who is working"
    COMMANDS = "In the list of commands"
    HEADLINES = "Keeping other headlines"
    LOOK_UP = "Looking up a word"
    HOUSE = "Choosing house style"


INSIDE = {
    Where.CHANGES: (Where.REVIEW, Where.OVERTAKEN, Where.VERSIONS, Where.LAYING),
    Where.NOTES: (Where.REVIEW,),
    Where.WAIVE: (Where.DIALOG,),
    Where.OBSTACLES: (Where.DIALOG,),
    Where.OVERTAKEN: (Where.DIALOG,),
    Where.VERSIONS: (Where.DIALOG,),
    Where.LAYING: (Where.DIALOG,),
    Where.SWITCH: (Where.DIALOG,),
    Where.COMMANDS: (Where.DIALOG,),
    Where.HEADLINES: (Where.DIALOG,),
    Where.LOOK_UP: (Where.DIALOG,),
    Where.HOUSE: (Where.DIALOG,),
}
"""Places that lie within others, so that the keys of both count; all but dialogs lie within the window."""

IN_DIALOGS = frozenset(
    {
        Where.DIALOG,
        Where.WAIVE,
        Where.OBSTACLES,
        Where.OVERTAKEN,
        Where.VERSIONS,
        Where.LAYING,
        Where.SWITCH,
        Where.COMMANDS,
        Where.HEADLINES,
        Where.LOOK_UP,
        Where.HOUSE,
    }
)
"""No key of the window reaches these."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; everything that names it, shows it or asks for its keys reads it from here."""

    id: str
    text: str
    """What it is called in a menu, `&` before the letter for the keyboard."""
    help: str
    """One sentence."""
    keys: tuple[str, ...] = ()
    """As Qt writes them on every system; the first is the one that texts name."""
    icon: str = ""
    when: When = When.ALWAYS
    where: Where = Where.WINDOW
    also: tuple[tuple[Where, str], ...] = ()
    """More keys for it that count in one place alone."""
    standard: Standard | None = None
    """What Qt calls it: the keys that this system has for it work as well."""
    is_native: bool = False
    """Qt does it by itself: it stands here only to be listed."""
    line: bool = False
    """Whether a line is drawn above it in the menu."""
    checkable: bool = False

    @property
    def name(self) -> str:
        """Return what it is called, without marks of a menu."""
        return self.text.replace("&", "").rstrip("…")

    def keys_in(self, where: Where) -> tuple[str, ...]:
        """Return the keys that count for it in one place."""
        more = tuple(keys for place, keys in self.also if place is where)
        return (*(self.keys if where is self.where else ()), *more)
