"""One value of a choice tried on texts before it is made: where it would speak, and how often each form stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desk.checks.style.choices.choice import OFF, StyleChoice
from desk.checks.style.choices.examples import places_in
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.judging import departures
from desk.checks.style.choices.story_forms import Stood, of_the_story
from desk.text.blocks import Manuscript
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
    style = HouseChoices(((choice.key, value),))
    places = ((one, about.form) for about in departures(choice, style, list(found)) for one in about.departing)
    yield from sorted(places, key=_where)


def _where(told: tuple[Stood, str]) -> int:
    return told[0][0].start + told[0][1].start


def _shown(stood: Stood, form: str) -> TrialPlace:
    block, place = stood
    span = Span(place.start, place.end)
    line = around(block.flat, span, _SHOWN)
    return TrialPlace(span.shifted(block.start), span.of(block.flat), line, place.written(form) or "")


def may_show(manuscript: Manuscript, choice: StyleChoice) -> bool:
    """Return whether a text whose copy map was not made yet may have a place of the choice; never a wrong no."""
    return of_the_story(choice) or bool(places_in(manuscript, choice))
