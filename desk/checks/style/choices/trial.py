"""One value of a choice tried on texts before it is made: where it would speak, and how often each form stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desk.checks.style.choices.choice import OFF, StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.examples import places_in
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.judging import departures
from desk.checks.style.choices.reading import Rows, finders, read_forms
from desk.checks.style.choices.rewriting import in_its_place
from desk.checks.style.choices.story_forms import Stood, StoryForms, of_the_story, places_by_choice
from desk.text.blocks import Manuscript
from desk.text.matcher import matcher
from desk.text.spans import Span
from desk.text.words import around

MOST_EXAMPLES = 10
_SHOWN = 140
"""Code points of an example at most."""


@dataclass(frozen=True, slots=True)
class FormCount:
    """How often one form of a choice stands in some texts, and in how many of them."""

    places: int = 0
    texts: int = 0

    def __add__(self, other: "FormCount") -> "FormCount":
        """Return both together."""
        return FormCount(self.places + other.places, self.texts + other.texts)


@dataclass(frozen=True, slots=True)
class TrialPlace:
    """One place that a value would speak of: its words, the line they stand in, and what would stand there."""

    span: Span
    """Code points of the text."""
    words: str
    line: str
    instead: str
    """Empty where only a person can tell."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a value came to in some texts: places and texts that it would speak of, and the forms that stand there."""

    texts: int = 0
    places: int = 0
    forms: Mapping[str, FormCount] = field(default_factory=dict)

    def __add__(self, other: "Trial") -> "Trial":
        """Return both together."""
        both = {form: FormCount() for form in (*self.forms, *other.forms)}
        for forms in (self.forms, other.forms):
            for form, count in forms.items():
                both[form] += count
        return Trial(self.texts + other.texts, self.places + other.places, both)


def tried(
    manuscript: Manuscript, choice: StyleChoice, value: str, countries: tuple[str, ...] = ("US",)
) -> tuple[Trial, tuple[TrialPlace, ...]]:
    """Return what a value of a choice comes to in one text, and the first places it would speak of."""
    found = places_in(manuscript, choice, countries)
    forms: dict[str, FormCount] = {}
    for _, place in found:
        forms[place.form] = FormCount(forms.get(place.form, FormCount()).places + 1, 1)
    told = list(_told(choice, value, found)) if value != OFF else []
    shown = tuple(_shown(*one) for one in told[:MOST_EXAMPLES])
    return Trial(int(bool(told)), len(told), forms), shown


def _told(choice: StyleChoice, value: str, found: Iterable[Stood]) -> Iterator[tuple[Stood, str]]:
    """Yield each place that a finding would be about, in the order of the text, with the form that it asks for."""
    yield from _told_by(choice, HouseChoices(((choice.key, value),)), found)


def _told_by(choice: StyleChoice, style: HouseChoices, found: Iterable[Stood]) -> Iterator[tuple[Stood, str]]:
    places = ((one, about.form) for about in departures(choice, style, list(found)) for one in about.departing)
    yield from sorted(places, key=_where)


def _where(told: tuple[Stood, str]) -> int:
    return told[0][0].start + told[0][1].start


def _shown(stood: Stood, form: str) -> TrialPlace:
    block, place = stood
    span = Span(place.start, place.end)
    line = around(block.flat, span, _SHOWN)
    return TrialPlace(span.shifted(block.start), span.of(block.flat), line, in_its_place(stood, form) or "")


def may_show(manuscript: Manuscript, choice: StyleChoice) -> bool:
    """Return whether a text whose copy map was not made yet may have a place of the choice; never a wrong no."""
    return of_the_story(choice) or bool(places_in(manuscript, choice))


@dataclass(frozen=True, slots=True)
class Shift:
    """What another house style comes to for one choice: places that it would speak of, and that it would let go."""

    added: FormCount = FormCount()
    taken: FormCount = FormCount()
    first: TrialPlace | None = None
    """The first place of one text that it would speak of."""

    def __add__(self, other: "Shift") -> "Shift":
        """Return both together."""
        return Shift(self.added + other.added, self.taken + other.taken, self.first or other.first)


def that_differ(before: HouseChoices, after: HouseChoices, off: Iterable[str] = ()) -> tuple[StyleChoice, ...]:
    """Return the choices for which two houses want something else, less those whose rule is switched off."""
    switched_off = frozenset(off)
    return tuple(
        choice
        for choice in choices()
        if choice.rule not in switched_off and _wanted(before, choice) != _wanted(after, choice)
    )


_OF_TITLES = ("courtesy", "second", "which_title")
_TITLED = matcher(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sen|Senator|Gov|Rep)\b")
"""Without any of these nobody has a title, and nobody who stands without one departs."""


def _wanted(style: HouseChoices, choice: StyleChoice) -> tuple[object, ...]:
    words = tuple((of, form) for key, of, form in style.subjects if key == choice.key)
    return style.value(choice), words, dict(style.rows).get(choice.key, ())


def shifts(
    manuscript: Manuscript,
    differ: Sequence[StyleChoice],
    before: HouseChoices,
    after: HouseChoices,
    countries: tuple[str, ...] = ("US",),
) -> dict[str, Shift]:
    """Return by choice what one text would be told of besides, and what no longer; some 4 ms for 600 words."""
    if not _TITLED.search(manuscript.text):
        differ = [choice for choice in differ if choice.how.get("code") not in _OF_TITLES]
    found = _places(manuscript, differ, after.rows, countries)
    old = found if before.rows == after.rows else _places(manuscript, differ, before.rows, countries)
    out: dict[str, Shift] = {}
    for choice in differ:
        now = {_where(one): one for one in _told_by(choice, after, found.get(choice.key, ()))}
        then = {_where(one) for one in _told_by(choice, before, old.get(choice.key, ()))}
        added = [one for at, one in now.items() if at not in then]
        taken = len(then - now.keys())
        if added or taken:
            first = _shown(*added[0]) if added else None
            out[choice.key] = Shift(FormCount(len(added), int(bool(added))), FormCount(taken, int(bool(taken))), first)
    return out


def _places(
    manuscript: Manuscript, some: Sequence[StyleChoice], rows: Rows, countries: tuple[str, ...]
) -> Mapping[str, Sequence[Stood]]:
    finds = finders(rows, only=tuple(choice.key for choice in some))
    read = [(block, read_forms(block, finds)) for block in manuscript.blocks]
    return places_by_choice(StoryForms(read, countries), some)
