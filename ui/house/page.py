"""The page of house style: a preset, every choice with its values, what is wrong with the file, and proposals."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import PRESETS
from desk.checks.style.choices.learning import Learned
from desk.errors import KnownError
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from desk.story import Changes
from desk.text.words import plural
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.house.choice_pane import ChoicePane
from ui.house.choices_tree import ChoicesTree
from ui.house.learned_bar import LearnedBar
from ui.house.standing import made
from ui.house.trial_pane import TrialPane
from ui.house.trial_stories import TrialStories
from ui.house.whole_trial import WholeTrial
from ui.look.drop_down import DropDown
from ui.look.pressed import in_window
from ui.look.widgets import label, row, wrapped_list
from ui.work import house
from ui.work.hub import Hub
from ui.work.lanes import nothing

_PRESET_WORDS = {"agree": "Nothing: each story agrees with itself"}
_SEARCH_PAUSE = 80
"""Milliseconds after the last key until the choices are narrowed."""
_SHARES = (6, 6)
"""Of the width: choices, and the one in hand."""
_NARROWEST = 80
"""Pixels of one share to begin with, whatever the words beside would like to have."""
_FAULTS = 84
"""Pixels of the list of wrong lines: three of them."""


class HouseStylePage(QWidget):
    """What is chosen here waits until it is kept, as everything in the settings does."""

    story_wanted = Signal(str, object)
    """A story, and the span of its text to go to."""

    def __init__(self, hub: Hub, edit: HouseEdit | None = None) -> None:
        """`edit` is what was chosen before and not kept yet."""
        super().__init__()
        self._hub = hub
        self.edit = edit or HouseEdit()
        self.page: HousePage | None = None
        self._path: str | None = None
        self._kept: Callable[[], object] = nothing
        self._why = ""
        self.based_on = DropDown()
        self.based_on.setAccessibleName("Based on")
        for name in PRESETS:
            self.based_on.addItem(_PRESET_WORDS.get(name, name), name)
        self.based_on.activated.connect(self._based)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find a choice")
        self.filter.setAccessibleName("Find a choice")
        self.filter.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE)
        self._timer.timeout.connect(self._narrow)
        self.filter.textChanged.connect(self._timer.start)
        self.trouble = label("", "error", wrap=True)
        self.faults = wrapped_list("Wrong lines of the house file")
        self.faults.setMaximumHeight(_FAULTS)
        self.learnt = LearnedBar(hub)
        self.learnt.made.connect(self._made)
        self.learnt.declined.connect(self._declined)
        self.learnt.changed.connect(self._show_learnt)
        self.tree = ChoicesTree()
        self.tree.chosen.connect(self._chosen)
        stories = TrialStories(hub)
        self.whole = WholeTrial(hub, stories)
        self.whole.choice_wanted.connect(self._to_choice)
        self.trial = TrialPane(hub, stories)
        self.trial.asked.connect(self._try)
        self.trial.story_wanted.connect(self.story_wanted)
        self.pane = ChoicePane(self.trial)
        self.pane.edited.connect(self._edited)
        self.trial.told.connect(self.pane.show_trial, Qt.ConnectionType.QueuedConnection)  # once it has its place
        for one in (self.filter, self.tree, self.trial.places, self.whole.shifts):
            one.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        words = label("&Based on")
        words.setBuddy(self.based_on)
        both = QSplitter()
        both.addWidget(self.tree)
        both.addWidget(self.pane)
        both.setChildrenCollapsible(False)
        for nth, share in enumerate(_SHARES):
            both.setStretchFactor(nth, share)
        both.setSizes([share * _NARROWEST for share in _SHARES])
        top = row(words, self.based_on, self.filter)
        top.setStretchFactor(self.filter, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addLayout(top)
        for widget in (self.trouble, self.faults, self.learnt, self.whole):
            widget.hide()
            box.addWidget(widget)
        box.addWidget(both, 1)

    # -- The file ----------------------------------------------------------------------------------------------------

    def look_at(self, path: str) -> None:
        """Read the house file at a path, empty for the one in force, unless it is the one that is shown."""
        if path != self._path:
            self._path = path
            self._read()

    def _read(self) -> None:
        house.page(self._hub, self._path or "", self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the file and look what approved stories do, the first time; later, go on with what was broken off."""
        super().showEvent(event)
        self.learnt.resume()
        if self.page is None and self._path is None:
            self.look_at("")

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing under way that nobody looks at."""
        super().hideEvent(event)
        self.trial.trial.cancel()
        self.whole.trial.cancel()
        self.learnt.stop()

    def _show(self, page: HousePage) -> None:
        first, self.page = self.page is None, page
        known = {choice.key for choice in page.choices}
        self.edit = replace(self.edit, values={k: v for k, v in self.edit.values.items() if k in known})
        self.based_on.setCurrentIndex(self.based_on.findData(self.edit.based_on or page.house.file.based_on))
        self.based_on.setEnabled(not page.refused)
        self._show_faults(page)
        if first:
            self.tree.fill(page, self.edit)
            self.tree.narrow(self.filter.text())
            self.learnt.look()
        self._refresh()
        self._chosen(self.tree.key())

    def _show_faults(self, page: HousePage) -> None:
        faults, name = page.house.file.faults, page.house.path.name
        self.faults.clear()
        self.faults.addItems([fault.removeprefix(f"{page.house.path}, ") for fault in faults])
        self.faults.setVisible(bool(faults))
        told = ""
        if faults:
            lines = plural(len(faults), f"line of {name} is", f"lines of {name} are")
            told = f"{lines} wrong; until that is mended no story is checked for house style."
        self.say(" ".join(filter(None, (page.refused, told))))

    def say(self, sentence: str) -> None:
        """Say what is wrong above the choices; nothing where nothing is."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # -- Keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the key to go on lead from the search to the choices, to the values, and from a place to its story."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match pressed(event, Where.HOUSE):
                case "house_on":
                    return self._go_on(watched)
                case "house_list" if watched is self.filter:
                    self.tree.setFocus()
                    return True
        return super().eventFilter(watched, event)

    def _go_on(self, at: QObject) -> bool:
        if at is self.filter:
            self._narrow()
            self.tree.setFocus()
        elif at is self.tree:
            self.pane.take_focus()
        elif at is self.whole.shifts:
            self.whole.go_on()
        else:
            self.trial.open()
        return True

    def _order_fields(self) -> None:
        """Let the keyboard go from the choices to the values of the one in hand, then to its trial."""
        for one, following in pairwise([self.tree, *self.pane.fields(), *self.trial.fields()]):
            self.setTabOrder(one, following)

    # -- Choosing ----------------------------------------------------------------------------------------------------

    def _choice(self) -> StyleChoice | None:
        key = self.tree.key()
        return next((c for c in self.page.choices if c.key == key), None) if self.page else None

    def _chosen(self, _key: str) -> None:
        self.trial.clear()
        if self.page is not None:
            self.pane.show_choice(self.page, self.edit, self._choice())
            self._order_fields()

    def _narrow(self) -> None:
        self.tree.narrow(self.filter.text())

    def _based(self) -> None:
        if self.page is not None:
            name = str(self.based_on.currentData())
            self._edited(replace(self.edit, based_on="" if name == self.page.house.file.based_on else name))

    def _edited(self, edit: HouseEdit) -> None:
        self.edit = edit
        self.trial.clear()
        self._refresh()

    def _refresh(self) -> None:
        if self.page is not None:
            self.tree.show_values(self.page, self.edit)
            self.pane.refresh(self.page, self.edit)
            self.whole.offer(self.page, self.edit)
            self._show_learnt()

    def _to_choice(self, key: str) -> None:
        self.tree.choose(key)
        self.tree.setFocus()

    def _try(self) -> None:
        choice = self._choice()
        if choice is not None:
            self.trial.run(choice, self.pane.value())

    # -- Proposals ---------------------------------------------------------------------------------------------------

    def _show_learnt(self) -> None:
        if self.page is not None:
            self.learnt.show_for(self.page, self.edit)

    def _made(self, one: Learned) -> None:
        if self.page is not None:
            self.tree.choose(one.key)
            self._edited(made(self.page, self.edit, one))

    def _declined(self, which: str) -> None:
        self._edited(replace(self.edit, declined=(*self.edit.declined, which)))

    # -- Keeping -----------------------------------------------------------------------------------------------------

    def keep(self, done: Callable[[], object]) -> None:
        """Write what was chosen into the house file, then call `done`; where that fails the page says why."""
        if not self.edit or self.page is None:
            done()
            return
        self._kept = done
        house.change(self._hub, self.page, self.edit, self._written, self._failed)

    def _written(self, _changes: Changes) -> None:
        self.edit = HouseEdit()
        self._kept()

    def _failed(self, error: KnownError) -> None:
        self._why = in_window(str(error))
        house.page(self._hub, self._path or "", self._show_again)

    def _show_again(self, page: HousePage) -> None:
        self._show(page)
        self.say(self._why)
