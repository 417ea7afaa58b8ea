"""Shows where a story can go, what stands in the way of each move, and asks for a note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desk.story import MoveOption, StoryView
from ui.dialogs.frame import Dialog
from ui.widgets import empty, label


class MoveDialog(Dialog):
    """One choice of several; it is open once nothing stands in its way that was not acknowledged by name."""

    wanted = Signal(object, str, object)
    """The `Action`, the note, and the items that were acknowledged."""

    def __init__(self, story: StoryView, options: Sequence[MoveOption], parent: QWidget | None) -> None:
        super().__init__("Move the story on", parent, 560)
        self._options = options
        self._acknowledged: list[QCheckBox] = []
        self.body.addWidget(label(story.slug or "(no slug)", "heading", wrap=True))
        self.say(f"Now: {story.state}", "muted")
        self.choices = QButtonGroup(self)
        for nth, option in enumerate(options):
            choice = QRadioButton(option.words)
            choice.setAccessibleName(option.words)
            self.choices.addButton(choice, nth)
            self.body.addWidget(choice)
        if not options:
            self.say("From here the story goes nowhere in your role.")
        self._obstacles = QVBoxLayout()
        self._obstacles.setSpacing(8)
        self.body.addLayout(self._obstacles)
        self.note = QLineEdit()
        self.note.setAccessibleName("Note")
        self.note.setMaxLength(500)
        self.note.textChanged.connect(lambda _: self._look())
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.answer("Cancel", self.reject)
        self.go = self.answer("Move", self._accept, primary=True)
        self.choices.idToggled.connect(self._chosen)
        if options:
            self.choices.button(0).setChecked(True)
            self.choices.button(0).setFocus()
        self._look()

    @property
    def _option(self) -> MoveOption | None:
        nth = self.choices.checkedId()
        return self._options[nth] if 0 <= nth < len(self._options) else None

    def _chosen(self, _nth: int, on: bool) -> None:
        option = self._option
        if not on or option is None:
            return
        empty(self._obstacles)
        self._acknowledged = []
        if option.obstacles:
            self._obstacles.addWidget(label("In the way:", "heading"))
        for obstacle in option.obstacles:
            self._add(obstacle.sentence, obstacle.item, acknowledgeable=obstacle.acknowledgeable)
        self.note.setPlaceholderText("The reason, in a few words" if option.needs_reason else "A note, if you like")
        self._look()

    def _add(self, sentence: str, item: str, *, acknowledgeable: bool) -> None:
        self._obstacles.addWidget(label(f"•  {sentence}", wrap=True))
        if acknowledgeable:
            box = QCheckBox(f"I have seen this and answer for it: {item}")
            box.setAccessibleName(f"Acknowledge {item}")
            box.setProperty("item", item)
            box.toggled.connect(lambda _: self._look())
            self._acknowledged.append(box)
            self._obstacles.addWidget(box)

    def acknowledged(self) -> tuple[str, ...]:
        """Return the items that were acknowledged by name."""
        return tuple(str(box.property("item")) for box in self._acknowledged if box.isChecked())

    def _look(self) -> None:
        """Open the way where nothing stands in it."""
        option = self._option
        blocked = option is None or any(not o.acknowledgeable for o in option.obstacles)
        missing = option is not None and option.needs_reason and not self.note.text().strip()
        self.go.setEnabled(not blocked and not missing and all(box.isChecked() for box in self._acknowledged))
        self.go.setText(option.words if option else "Move")

    def _accept(self) -> None:
        option = self._option
        if option is not None:
            self.wanted.emit(option.action, self.note.text().strip(), self.acknowledged())
            self.accept()
