"""The facts of a story that go out with it beside its words: byline, urgency, keywords, editor's note."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLineEdit

from desk.text.facts import MOST_CHARACTERS, MOST_OF_A_NOTE
from ui.look.dialog_frame import add_row
from ui.look.drop_down import DropDown

_URGENCIES = {"": "None", "1": "1, the most urgent", **{str(n): str(n) for n in range(2, 9)}, "9": "9"}


class FactFields:
    """Four fields, each empty where nothing is said."""

    def __init__(self, details: Mapping[str, str]) -> None:
        self.byline = _line(details.get("byline", ""), MOST_CHARACTERS)
        self.urgency = DropDown()
        now = details.get("urgency", "")
        for value, words in {**_URGENCIES, **({} if now in _URGENCIES else {now: now})}.items():
            self.urgency.addItem(words, value)
        self.urgency.setCurrentIndex(self.urgency.findData(now))
        self.keywords = _line(details.get("keywords", ""), MOST_CHARACTERS)
        self.note = _line(details.get("editors_note", ""), MOST_OF_A_NOTE)

    def add_to(self, form: QFormLayout) -> None:
        """Add them to a form."""
        add_row(form, "Byline", self.byline, "Goes out as a fact of the story where its text has no byline.")
        add_row(form, "Urgency", self.urgency, "From 1, the most urgent, to 9, as wires count it.")
        add_row(form, "Keywords", self.keywords, "Parted by commas.")
        add_row(form, "Editor’s note", self.note, "For editors who get the story; no part of its text.")

    def said(self) -> dict[str, str]:
        """Return what the fields say, by the names of the readers."""
        return {
            "byline": self.byline.text(),
            "urgency": str(self.urgency.currentData() or ""),
            "keywords": self.keywords.text(),
            "editors_note": self.note.text(),
        }


def _line(words: str, most: int) -> QLineEdit:
    out = QLineEdit(words)
    out.setMaxLength(most)
    out.setCursorPosition(0)
    return out
