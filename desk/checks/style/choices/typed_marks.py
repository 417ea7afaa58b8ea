"""Which marks a house file wants for what is typed, where the settings leave it to house and story."""

from collections.abc import Mapping
from dataclasses import replace

from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.house_file import house_style
from desk.text.house_marks import HouseMarks

_OF_STORY = "story"
_QUOTES = {"“ ”": "curly", "‘ ’": "curly", '" "': "straight"}
_DASHES = {
    "spaced em": "em",
    "closed em": "em",
    "spaced en": "en",
    "spaced hyphen": "typed",
    "double hyphen": "typed",
}
_ELLIPSES = {"…": "sign", "...": "typed"}


def marks_of_house(marks: HouseMarks, house_file: str) -> HouseMarks:
    """Return the marks with what the house file says for each that is left to the story; raises `KnownError`."""
    style = house_style(house_file)

    def said(now: str, key: str, values: Mapping[str, str]) -> str:
        return values.get(style.value(by_key()[key]), now) if now == _OF_STORY else now

    return replace(
        marks,
        quotes=said(marks.quotes, "marks.quotes", _QUOTES),
        dash=said(marks.dash, "marks.dash", _DASHES),
        ellipsis=said(marks.ellipsis, "marks.ellipsis", _ELLIPSES),
    )
