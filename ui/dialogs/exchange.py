"""Exchanges stories with the desk: says what would come, go and need a person, then does it, with progress."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desk.errors import KnownError
from desk.packs.exchange_plan import ExchangePlan, Wish, wish_of
from ui.dialogs.folder_field import FolderField
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown
from ui.look.pressed import in_window
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import label, wrapped_list
from ui.work.travelling import Travelling, Trip

if TYPE_CHECKING:
    from desk.services.two_databases import Synced
    from desk.settings.declared import Settings

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 470
"""Pixels of height at first: ten stories below what is asked."""
_ABOUT = (
    "The address of the desk’s database (postgresql://…), or a folder on a share or a stick. What was changed in two "
    "places stays in both; nothing is written over."
)
_MEANT = {
    (False, False): "",
    (False, True): "The &number is the same: take what it writes from now on",
    (True, False): "This folder is &meant: exchange by it from now on",
    (True, True): "This folder is &meant and the numbers are the same: exchange by it from now on",
}
"""What is said of what nobody knows yet: whether the folder is odd, and whether there are other copies."""


class ExchangeDialog(Dialog):
    """The desk and which stories on top; below them the sentence, the stories with a mark each, and the progress."""

    settings_wanted = Signal(object)
    """The settings that were chosen otherwise here."""
    waiting_wanted = Signal()
    """What needs a person is to be listed."""

    def __init__(self, travelling: Travelling, settings: "Settings", parent: QWidget | None) -> None:
        super().__init__("Exchange with the desk", parent, 700, _HEIGHT)
        self._travelling, self._settings = travelling, settings
        self._plan: ExchangePlan | None = None
        self._looking = self._running = False
        self._proved = settings.desk_at
        """The last address that there was an answer from: that one is kept."""
        self._nth = 0
        """The last look that was asked for: answers to those before it are of no interest."""
        self.address = FolderField(settings.desk_at, "The folder of the desk")
        self._wishes = _wishes(settings.sections, settings.desk_stories, settings.desk_section)
        self.which = DropDown()
        self.which.addItems([words for words, _ in self._wishes])
        self.which.setCurrentIndex(
            [wish for _, wish in self._wishes].index((settings.desk_stories, settings.desk_section))
        )
        self.by_itself = QCheckBox("Exchange &by itself whenever there is a line")
        self.by_itself.setChecked(settings.desk_by_itself)
        self.said = label("", "heading", wrap=True)
        self.fault = label("", "error", wrap=True)
        self.list = _stories_list()
        self.strangers = label("", wrap=True)
        self.same_number = QCheckBox(_MEANT[False, True])
        self.bar = ProgressBar("Progress of the exchange")
        self.room = QWidget()
        """Takes what is left of the height while there is no list."""
        self._lay_out()
        travelling.changed.connect(self._show_progress)
        travelling.done.connect(self._done)
        travelling.failed.connect(self._failed)
        self._begin()

    def _lay_out(self) -> None:
        fields = form()
        add_row(fields, "The &desk:", self.address, _ABOUT)
        add_row(fields, "Stories that &come:", self.which)
        self.address.setPlaceholderText("postgresql://desk.example/news, or a folder")
        self.body.addLayout(fields)
        self.body.addWidget(self.by_itself)
        for widget in (self.said, self.fault, self.list, self.strangers, self.same_number, self.bar):
            self.body.addWidget(widget, 1 if widget is self.list else 0)
        self.close_button = self.answer("Close", self.reject)
        self.waiting = self.answer("&What needs a person", self._list_waiting)
        self.stop = self.answer("&Stop", self._stop)
        self.act = self.answer("Look", self._act, primary=True)
        self.address.textEdited.connect(self._forget)
        self.which.activated.connect(self._chosen)
        self.list.itemChanged.connect(self._marked)
        self.same_number.toggled.connect(self._show)
        self.waiting.hide()
        self.body.addWidget(self.room, 1)

    def _begin(self) -> None:
        self._show()
        if self._travelling.busy:
            self._running = True
            self._show()
        elif self.where:
            self.look()
        else:
            self.address.setFocus()

    # -- What is asked for -------------------------------------------------------------------------------------------

    @property
    def where(self) -> str:
        """Return the address as it stands."""
        return self.address.text().strip()

    @property
    def wish(self) -> Wish:
        """Return which stories are to come."""
        return wish_of(*self._wishes[self.which.currentIndex()][1])

    def marked(self) -> frozenset[str]:
        """Return the stories that are marked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _forget(self, _text: str) -> None:
        self._plan, self._looking = None, False
        self._nth += 1
        self.list.clear()
        self.fault.setText("")
        self._show()

    def _chosen(self, _index: int) -> None:
        if self.where and not self._running:
            self.look()

    def _marked(self, _item: QListWidgetItem) -> None:
        self._show()

    # -- Looking -----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Say what an exchange would come to."""
        self._forget("")
        self._looking = True
        self._show()
        looked = _Answer(self, self._nth)
        self._travelling.look(self.where, self.wish, looked.came, looked.fell)

    def looked(self, nth: int, plan: ExchangePlan) -> None:
        """Show what an exchange would come to, unless something else was asked for since."""
        if nth != self._nth:
            return
        self._looking, self._plan, self._proved = False, plan, self.where
        self.list.blockSignals(True)  # each mark would have the sentence said anew
        for story in plan.stories:
            item = QListWidgetItem(story.said)
            item.setData(_ID, story.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if story.why_not else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.strangers.setText("\n".join(plan.strangers))
        self.same_number.setText(_MEANT[plan.odd, len(plan.strangers) > plan.odd])
        self.fault.setText("\n".join(plan.refused))
        self._show()
        (self.list if plan.stories else self.close_button).setFocus()

    def look_failed(self, nth: int, error: KnownError) -> None:
        """Say why nothing can be said."""
        if nth == self._nth:
            self._looking = False
            self.fault.setText(in_window(str(error)))
            self._show()

    # -- Doing -------------------------------------------------------------------------------------------------------

    def _act(self) -> None:
        if self._plan is None:
            self.look()
            return
        self._keep_settings()
        marked = self.marked()
        only = None if len(marked) == self.list.count() else marked
        self._running = True
        self.fault.setText("")
        numbers = self._plan.numbers if self.same_number.isChecked() else ()
        self._travelling.go(Trip(self.where, self.wish, only, numbers))
        self._show()

    def _keep_settings(self) -> None:
        which, section = self._wishes[self.which.currentIndex()][1]
        chosen = {
            "desk_at": self.where,
            "desk_stories": which,
            "desk_section": section,
            "desk_by_itself": self.by_itself.isChecked(),
        }
        if changes := {name: value for name, value in chosen.items() if value != getattr(self._settings, name)}:
            self.settings_wanted.emit(changes)

    def _stop(self) -> None:
        self._travelling.stop()
        self.said.setText("Stopping behind the stories that are on their way…")

    def _show_progress(self) -> None:
        if self._running:
            done, of = self._travelling.state.far
            self.bar.setRange(0, of)
            self.bar.setValue(done)
            self.said.setText(self._travelling.state.said())
            self.said.show()

    def _done(self, synced: "Synced") -> None:
        if self._running:
            self._over(synced.said, synced.besides)
            self.waiting.setVisible(bool(synced.apart))

    def _failed(self, error: KnownError) -> None:
        if self._running:
            self._over(
                "The exchange did not come to its end: what is left comes the next time.", [in_window(str(error))]
            )

    def _over(self, said: str, faults: Sequence[str]) -> None:
        self._running, self._plan = False, None
        self._nth += 1
        self.list.clear()
        self.strangers.clear()
        self.fault.setText("\n".join(faults))
        self._show()
        self.said.setText(said)
        self.said.show()
        self.close_button.setFocus()

    def _list_waiting(self) -> None:
        self.accept()
        self.waiting_wanted.emit()

    # -- What is shown -----------------------------------------------------------------------------------------------

    def _show(self, _on: bool = False) -> None:
        plan = self._plan.of(self.marked()) if self._plan is not None else None
        self.said.setText("Looking what is new on both sides…" if self._looking else plan.said if plan else "")
        for widget in (self.address, self.which):
            widget.setEnabled(not self._running)
        self.list.setVisible(bool(self.list.count()) and not self._running)
        self.room.setVisible(self.list.isHidden())
        self.said.setVisible(bool(self.said.text()))
        self.fault.setVisible(bool(self.fault.text()))
        unknown = plan is not None and bool(plan.strangers) and not self._running
        self.strangers.setVisible(unknown)
        self.same_number.setVisible(unknown)
        self.bar.setVisible(self._running)
        self.stop.setVisible(self._running)
        self.act.setVisible(not self._running)
        self.act.setText("Look" if self._plan is None else "Exchange")
        self.act.setAccessibleName(self.act.text())
        meant = plan is not None and plan.odd and self.same_number.isChecked()
        self.act.setEnabled(bool(self.where) and not self._looking and (plan is None or meant or bool(self.marked())))
        self.close_button.setText("Go on in the background" if self._running else "Close")
        self.close_button.setAccessibleName(self.close_button.text())

    def reject(self) -> None:
        """Close; an exchange under way goes on, and the line at the bottom says how far it is."""
        self._nth += 1
        if not self._running and self.where == self._proved:
            self._keep_settings()
        super().reject()


class _Answer:
    """Brings the answer to one look home."""

    def __init__(self, dialog: ExchangeDialog, nth: int) -> None:
        self._dialog, self._nth = dialog, nth

    def came(self, plan: ExchangePlan) -> None:
        """Hand on what came."""
        self._dialog.looked(self._nth, plan)

    def fell(self, error: KnownError) -> None:
        """Hand on why nothing did."""
        self._dialog.look_failed(self._nth, error)


def _wishes(sections: Sequence[str], which: str, section: str) -> list[tuple[str, tuple[str, str]]]:
    """Return which stories may come, in words, each with the two settings that say so; those of now are among them."""
    out = [
        ("All stories of the desk", ("all", "")),
        ("What waits for me", ("mine", "")),
        ("None but those that are here already", ("here", "")),
        *((f"Section: {name}", ("all", name)) for name in sections),
    ]
    if (which, section) not in [wish for _, wish in out]:
        out.append((f"Section: {section}{', what waits for me' if which == 'mine' else ''}", (which, section)))
    return out


def _stories_list() -> QListWidget:
    out = wrapped_list("Stories that would come and go; those that are marked do")
    out.setMinimumHeight(160)
    return out
