"""Says what a pack holds and what taking it in would come to; nothing is taken before somebody says so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desk.packs.loan import Loan
from desk.packs.preview import PackPreview
from desk.text.words import plural
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, wrapped_list


class BringBackDialog(Dialog):
    """The sentence on top, below it a line a story, and who packed it with which key."""

    wanted = Signal(object, object)
    """The `PackPreview` that is to be taken in, and the loans that end with it."""

    def __init__(self, name: str, preview: PackPreview, parent: QWidget | None) -> None:
        super().__init__(f"Bring back “{name}”", parent, 680)
        self._preview = preview
        self.body.addWidget(label(preview.said, "heading", wrap=True))
        self.body.addWidget(label(preview.contents.said[0], "muted", wrap=True))
        self.list = wrapped_list("Stories of the pack")
        details = {story.id: story.holds for story in preview.contents.stories}
        for story in preview.stories:
            self.list.addItem(f"{story.said}\n{details[story.id]}")
        self.body.addWidget(self.list, 1)
        for stranger in preview.strangers:
            self.body.addWidget(label(stranger, wrap=True))
        self.same_number = QCheckBox("The &number is the same: take what it writes from now on")
        self.same_number.setVisible(bool(preview.unknown))
        self.same_number.toggled.connect(self._look)
        self.body.addWidget(self.same_number)
        self.body.addWidget(
            label("Both texts are kept where a story was changed in two places. People, roles and rules stay as here.",
                  "muted", wrap=True)
        )  # fmt: skip
        self.loans = {loan: self._ending(loan, len(stories)) for loan, stories in preview.loans}
        self.answer("Leave it", self.reject)
        self.take = self.answer("Take it in", self._take, primary=True)
        self.list.setFocus()
        self._look()

    def _look(self) -> None:
        self.take.setEnabled(self.same_number.isChecked() or not self._preview.unknown)

    def _take(self) -> None:
        self.accept()
        self.wanted.emit(self._preview, [loan for loan, box in self.loans.items() if box.isChecked()])

    def _ending(self, loan: Loan, stories: int) -> QCheckBox:
        """Return a box that ends one loan; of several nobody knows which is back but who brings it."""
        box = QCheckBox(f"End the loan to {loan.to_whom}: {plural(stories, 'story is', 'stories are')} back")
        box.setChecked(len(self._preview.loans) == 1)
        self.body.addWidget(box)
        return box
