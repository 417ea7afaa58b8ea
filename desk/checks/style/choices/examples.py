"""An example of a choice, in and out: what a desk would read, and what it would make of that under one value."""

from collections.abc import Sequence
from functools import lru_cache

from desk.checks.style.choices.choice import OFF, FormPlace, StyleChoice
from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.judging import Departure, departures
from desk.checks.style.choices.reading import finders, read_forms
from desk.checks.style.choices.rewriting import in_its_place
from desk.checks.style.choices.story_forms import Stood, StoryForms, places_by_choice
from desk.text.blocks import Block, Manuscript


@lru_cache(maxsize=512)
def example(key: str, value: str) -> tuple[str, str]:
    """Return a text that departs under this value of a choice, and the text as the house would write it.

    Both are empty where nothing of the examples departs; the second alone where only a person can mend the first.
    """
    choice, style = by_key()[key], HouseChoices(((key, value),))
    for text in () if value == OFF else (*choice.bad, *choice.good):
        found = list(departures(choice, style, places_in(Manuscript.of(text), choice)))
        if found:
            return text, _mended(text, found)
    return "", ""


def places_in(manuscript: Manuscript, choice: StyleChoice, countries: tuple[str, ...] = ("US",)) -> Sequence[Stood]:
    """Return every place of one choice in a text, in its order: some 0.3 ms for 600 words."""
    found = finders(only=(choice.key,))
    story = StoryForms([(block, read_forms(block, found)) for block in manuscript.blocks], countries)
    return places_by_choice(story, (choice,)).get(choice.key, ())


def _mended(text: str, found: Sequence[Departure]) -> str:
    """Return the text with every place as it is asked for; empty where one of them cannot be written."""
    edits = [(*stood, in_its_place(stood, one.form)) for one in found for stood in one.departing]
    for block, place, words in sorted(edits, key=_start, reverse=True):
        if words is None:
            return ""
        text = f"{text[: block.start + place.start]}{words}{text[block.start + place.end :]}"
    return text


def _start(edit: tuple[Block, FormPlace, str | None]) -> int:
    return edit[0].start + edit[1].start
