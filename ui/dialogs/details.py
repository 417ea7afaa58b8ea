"""Asks for slug, section, English and deadline of a story."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.settings.declared import Settings
from desk.settings.of_house import VARIANTS
from desk.story import StoryView
from ui.dialogs.moment import MomentField
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown


class DetailsDialog(Dialog):
    """Four fields; the English may be that of the desk, and a story need not have a deadline."""

    wanted = Signal(str, str, str, object)
    """Slug, section, English, and the moment of the deadline or None."""

    def __init__(self, story: StoryView, settings: Settings, parent: QWidget | None) -> None:
        super().__init__("Details of the story", parent, 620)
        self.slug = QLineEdit(story.slug)
        self.slug.setMaxLength(120)
        self.section = DropDown()
        self.section.setEditable(True)
        self.section.addItems(["", *settings.sections])
        self.section.setCurrentText(story.section)
        if line := self.section.lineEdit():
            line.setPlaceholderText("None")
        self.section.setMinimumContentsLength(14)
        self.variant = DropDown()
        self.variant.addItem(f"As the desk: {VARIANTS[settings.variant]}", "")
        for code, name in VARIANTS.items():
            self.variant.addItem(name, code)
        self.variant.setCurrentIndex(max(0, self.variant.findData(story.variant)))
        self.deadline = MomentField("Has one", story.deadline)
        fields = form()
        add_row(fields, "Slug", self.slug, "The short name of the story in the queue.")
        add_row(fields, "Section", self.section)
        add_row(fields, "English", self.variant, "Grammar and spelling of this story are checked as this English.")
        add_row(fields, "Deadline", self.deadline, "When the story must be out: the queue of the chief goes by it.")
        self.body.addLayout(fields)
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
        )
        self.accept()
