"""Returns a story with notes: the findings and comments picked here become the list that the editor works through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from desk.checking.checklist import Judged, Standing
from desk.review.people import Person
from desk.review.words import STANDINGS
from desk.review_page import ReviewPage
from desk.text.words import shortened
from ui.look import icons
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.widgets import label, wrapped_list
from ui.review.rows import NOTE_SHOWN, QUOTE_SHOWN, quoted
from ui.review.side_delegate import colour

_KEY = Qt.ItemDataRole.UserRole
_IS_COMMENT = Qt.ItemDataRole.UserRole + 1
_MOST = 300


class GiveBackDialog(Dialog):
    """One list of what can be picked, a note, and to whom it goes."""

    wanted = Signal(str, str, object, object)
    """The note, the id of the person ("" for whoever had it), the fingerprints and the threads picked."""

    def __init__(self, page: ReviewPage, people: Sequence[Person], parent: QWidget | None) -> None:
        super().__init__("Return with notes", parent, 620)
        self.body.addWidget(label(page.story.slug or "(no slug)", "heading", wrap=True))
        self.note = QLineEdit()
        self.note.setAccessibleName("Note")
        self.note.setPlaceholderText("What should be done? The editor reads this first.")
        self.note.setMaxLength(500)
        self.note.textChanged.connect(self._look)
        self.body.addWidget(self.note)
        self.points = wrapped_list("Points to work through")
        self.points.setMinimumHeight(240)
        self.points.itemChanged.connect(self._look)
        self.points.itemActivated.connect(_flip)
        self._said = label("", "muted", wrap=True)
        self.body.addWidget(self._said)
        self.body.addWidget(self.points)
        self.to = DropDown()
        self.to.setAccessibleName("Return to")
        self._fill_people(people)
        self._fill(page)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Return", self._accept, primary=True)
        self._look()
        self.note.setFocus()

    def _fill_people(self, people: Sequence[Person]) -> None:
        self.to.addItem("Return to whoever had it last", "")
        for person in people:
            self.to.addItem(f"Return to {person.name}", person.id)
        self.to.setVisible(bool(people))
        if people:
            self.body.addWidget(self.to)

    def _fill(self, page: ReviewPage) -> None:
        for placed in page.open_threads:
            thread = placed.thread
            quote = shortened(thread.anchor.quote, QUOTE_SHOWN)
            words = f"{shortened(thread.words, NOTE_SHOWN)}\n{thread.who} on “{quote}”"
            self._add(words, "comment", "accent", placed.thread.id, comment=True, picked=True)
        judged = [each for line in page.lines for each in line.findings]
        for each in sorted(judged, key=_first_what_matters)[:_MOST]:
            self._add_finding(each)
        if not self.points.count():
            self.points.hide()

    def _add_finding(self, judged: Judged) -> None:
        finding, is_open = judged.finding, judged.standing is Standing.OPEN
        settled = "" if is_open else f" — {STANDINGS[judged.standing]}: {judged.why}"
        words = f"{quoted(finding)}\n{finding.message}{settled}"
        icon, tint = (finding.item, f"items.{finding.item}") if is_open else ("waived", "waived")
        self._add(words, icon, tint, finding.fingerprint, comment=False, picked=is_open)

    def _add(self, words: str, icon: str, tint: str, key: str, *, comment: bool, picked: bool) -> None:
        item = QListWidgetItem(icons.icon(icon, colour(tint)), words)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if picked else Qt.CheckState.Unchecked)
        item.setData(_KEY, key)
        item.setData(_IS_COMMENT, comment)
        self.points.addItem(item)

    def picked(self, *, comments: bool) -> tuple[str, ...]:
        """Return the fingerprints of the findings that are picked, or the comments."""
        items = [self.points.item(nth) for nth in range(self.points.count())]
        return tuple(
            str(item.data(_KEY))
            for item in items
            if item.checkState() is Qt.CheckState.Checked and bool(item.data(_IS_COMMENT)) is comments
        )

    def _look(self) -> None:
        count = len(self.picked(comments=True)) + len(self.picked(comments=False))
        self._said.setText(
            f"{count} of {self.points.count()} points picked; Space picks or drops one."
            if self.points.count()
            else "Nothing is open and nobody commented: the note alone goes back."
        )
        if hasattr(self, "_yes"):
            self._yes.setEnabled(bool(self.note.text().strip()))

    def _accept(self) -> None:
        note, to = self.note.text().strip(), str(self.to.currentData() or "")
        self.wanted.emit(note, to, self.picked(comments=False), self.picked(comments=True))
        self.accept()


def _first_what_matters(judged: Judged) -> tuple[bool, int, int]:
    severities = ("error", "warning", "hint")
    finding = judged.finding
    return judged.standing is not Standing.OPEN, severities.index(finding.severity), finding.span.start


def _flip(item: QListWidgetItem) -> None:
    checked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
