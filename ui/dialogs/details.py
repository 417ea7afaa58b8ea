"""Asks for slug, section, English, moments and facts of a story, and says what else its wire told of it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.settings.declared import Settings
from desk.settings.of_house import VARIANTS
from desk.story import StoryView
from desk.text.words import shortened
from ui.dialogs.fact_fields import FactFields
from ui.dialogs.moment import MomentField
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown

_WIRE = {
    "dateline": "Dateline",
    "genre": "Genre",
    "section": "Subjects",
    "credit": "Credit",
    "source": "Source",
    "status": "Status",
}
_NOTES = {"usage": "Usage"}
_MOST = 240
"""Characters of one line: notes of agencies run over pages."""


def wire_lines(story: StoryView) -> tuple[str, ...]:
    """Return what else the wire of a story said of it: the short facts in one line, each note in its own."""
    facts = " · ".join(f"{words}: {story.details[name]}" for name, words in _WIRE.items() if name in story.details)
    notes = (f"{words}: {story.details[name]}" for name, words in _NOTES.items() if name in story.details)
    return tuple(shortened(line, _MOST) for line in (facts, *notes) if line)


class DetailsDialog(Dialog):
    """The English may be that of the desk, and a story need not have a deadline, an embargo or any of the facts."""

    wanted = Signal(str, str, str, object, object, object)
    """Slug, section, English, the moments of deadline and embargo (None for none), and the facts by their names."""

    def __init__(self, story: StoryView, settings: Settings, parent: QWidget | None) -> None:
        super().__init__("Details of the story", parent, 720)
        self.slug = QLineEdit(story.slug)
        self.slug.setMaxLength(120)
        self.section = DropDown()
        self.section.setEditable(True)
        self.section.addItems(["", *settings.sections])
        self.section.setCurrentText(story.section)
        if line := self.section.lineEdit():
            line.setPlaceholderText("None")
            line.setAccessibleName("Section")
        self.section.setMinimumContentsLength(14)
        self.variant = DropDown()
        self.variant.addItem(f"As the desk: {VARIANTS[settings.variant]}", "")
        for code, name in VARIANTS.items():
            self.variant.addItem(name, code)
        self.variant.setCurrentIndex(max(0, self.variant.findData(story.variant)))
        self.deadline = MomentField("Has one", story.deadline)
        said = story.details.get("embargo", "")
        self._embargo = story.embargo
        self.embargo = MomentField("Has one", story.embargo, ticked=bool(story.embargo or said))
        fields = form()
        add_row(fields, "Slug", self.slug, "The short name of the story in the queue.")
        add_row(fields, "Section", self.section)
        add_row(fields, "English", self.variant, "Grammar and spelling of this story are checked as this English.")
        add_row(fields, "Deadline", self.deadline, "When the story must be out: the queue of the chief goes by it.")
        add_row(fields, "Embargo", self.embargo, "Until then it is approved only by a chief who says why.")
        self.facts = FactFields(story.details)
        self.facts.add_to(fields)
        self.body.addLayout(fields)
        if said:
            self.say(f"Its sender’s embargo names no moment (“{said}”): set one, or take the tick away.", "error")
        for told in wire_lines(story):
            self.say(told, "muted")
        if story.path:
            self.say(f"Made from {story.path} ({story.encoding}).", "muted")
        self.answer("Cancel", self.reject)
        self.answer("Keep", self._accept, primary=True)

    def _accept(self) -> None:
        self.wanted.emit(
            self.slug.text().strip(),
            self.section.currentText().strip(),
            self.variant.currentData(),
            self.deadline.moment(),
            _as_before(self._embargo, self.embargo.moment()),
            self.facts.said(),
        )
        self.accept()


def _as_before(old: datetime | None, new: datetime | None) -> datetime | None:
    """Return the moment of before where the field, which knows no seconds, still shows it."""
    same = old is not None and new is not None and old.replace(second=0, microsecond=0) == new
    return old if same else new
