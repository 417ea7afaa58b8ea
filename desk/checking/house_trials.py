"""What a value of a choice would come to in a desk's stories, and what its approved stories do by themselves."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.checking.copy_map import Mapped, unkept_copy_map_of
from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.learning import FormsOfText, forms_of
from desk.checks.style.choices.trial import (
    MOST_EXAMPLES,
    FormCount,
    Shift,
    Trial,
    TrialPlace,
    may_show,
    shifts,
    that_differ,
    tried,
)
from desk.errors import Cancelled
from desk.readers.draft import manuscript
from desk.text.blocks import Manuscript

MOST_STORIES = 500
"""Stories that a choice is tried on, and approved ones that are learned from: the last of the desk."""
_TOLD_EACH = 10
"""Stories between two words on how far it is."""

Told = Callable[[int], None]
"""Hears how many stories were read."""
Asked = Callable[[], bool]


class DeskStory(Mapped, Protocol):
    """One of the stories: what its copy map is made from, and how to come by it again."""

    @property
    def id(self) -> str:
        """Return the id of the story."""

    @property
    def slug(self) -> str:
        """Return how the desk calls it."""

    @property
    def variant(self) -> str:
        """Return its English, empty for the house's."""

    @property
    def sha256(self) -> str:
        """Return the digest of its text."""


@dataclass(frozen=True, slots=True)
class TrialExample:
    """One place in one of the desk's stories."""

    story: str
    slug: str
    place: TrialPlace


@dataclass(frozen=True, slots=True)
class DeskTrial:
    """What a value comes to on a desk: how many stories were read, what it would speak of, some examples."""

    read: int
    found: Trial
    examples: tuple[TrialExample, ...]


@dataclass(frozen=True, slots=True)
class ChoiceShift:
    """What another house style comes to for one choice: places and stories that it would add and take."""

    key: str
    added: FormCount
    taken: FormCount
    words: str = ""
    """The first place that it would speak of."""
    instead: str = ""
    """What would stand there; empty where only a person can tell."""


@dataclass(frozen=True, slots=True)
class HouseTrial:
    """What another house style comes to on a desk, by choice: how many stories were read, and what it would change."""

    read: int
    choices: int
    """For how many choices the two differ."""
    shifts: tuple[ChoiceShift, ...]
    """Choices whose findings would change, those of most places first."""


class StoryTrials:
    """The stories that choices are tried on one after another; a copy map is made once, and only where it matters.

    Used from one lane at a time.
    """

    def __init__(self, stories: Sequence[DeskStory], country: str, english: str) -> None:
        self._stories = stories
        self._country, self._english = country, english
        self._maps: dict[str, Manuscript] = {}
        self._plain: dict[str, Manuscript] = {}

    def run(self, choice: StyleChoice, value: str, told: Told, cancelled: Asked) -> DeskTrial:
        """Return what a value comes to; raises `Cancelled` once `cancelled()` turns true.

        500 stories of 600 words take 1 s of a choice that few of them show, 4 s of one that all show, and 1 s again.
        """
        total = Trial()
        shown: list[tuple[int, int, TrialExample]] = []
        for count, story in enumerate(self._stories, 1):
            if cancelled():
                raise Cancelled
            read = self._read(story, choice)
            if read is not None:
                found, places = tried(read, choice, value, self._countries(story))
                total += found
                shown.extend(
                    (nth, count, TrialExample(story.id, story.slug, place)) for nth, place in enumerate(places)
                )
            if count % _TOLD_EACH == 0 or count == len(self._stories):
                told(count)
        return DeskTrial(
            len(self._stories), total, tuple(one for *_, one in sorted(shown, key=_spread)[:MOST_EXAMPLES])
        )

    def compare(
        self, before: HouseChoices, after: HouseChoices, off: Iterable[str], told: Told, cancelled: Asked
    ) -> HouseTrial:
        """Return what a whole house style, a preset above all, adds to the findings of another and takes from them.

        Raises `Cancelled` as `run` does. 500 stories of 600 words take some 5 s of processor, half of that again.
        """
        differ = that_differ(before, after, off)
        total: dict[str, Shift] = {}
        for count, story in enumerate(self._stories if differ else (), 1):
            if cancelled():
                raise Cancelled
            for key, one in shifts(self._map(story), differ, before, after, self._countries(story)).items():
                total[key] = total.get(key, Shift()) + one
            if count % _TOLD_EACH == 0 or count == len(self._stories):
                told(count)
        changes = [_change(key, one) for key, one in total.items()]
        return HouseTrial(len(self._stories), len(differ), tuple(sorted(changes, key=_most, reverse=True)))

    def _read(self, story: DeskStory, choice: StyleChoice) -> Manuscript | None:
        """Return a story with its copy map, None where it shows nothing of the choice."""
        if story.id not in self._maps:
            plain = self._plain.setdefault(story.id, manuscript(story.text, story.format))
            if not may_show(plain, choice):
                return None
        return self._map(story)

    def _map(self, story: DeskStory) -> Manuscript:
        if story.id not in self._maps:
            self._maps[story.id] = unkept_copy_map_of(story)
        return self._maps[story.id]

    def _countries(self, story: DeskStory) -> tuple[str, str]:
        return self._country, (story.variant or self._english).partition("-")[2]


def _change(key: str, one: Shift) -> ChoiceShift:
    first = one.first
    return ChoiceShift(key, one.added, one.taken, first.words if first else "", first.instead if first else "")


def _most(one: ChoiceShift) -> int:
    return one.added.places + one.taken.places


def _spread(shown: tuple[int, int, TrialExample]) -> tuple[int, int]:
    """Return the order of an example: the first place of each story before the second of any."""
    return shown[:2]


def read_forms_of(stories: Iterable[DeskStory], told: Told, cancelled: Asked) -> dict[str, FormsOfText]:
    """Return what each story does, by the digest of its text; raises `Cancelled` as `run` does. 14 ms a story."""
    out: dict[str, FormsOfText] = {}
    for count, story in enumerate(stories, 1):
        if cancelled():
            raise Cancelled
        out[story.sha256] = forms_of(unkept_copy_map_of(story))
        if count % _TOLD_EACH == 0:
            told(count)
    return out
