"""What narrows the queue: a view, words, states, a section, a person; in one row where there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QToolButton, QWidget

from desk.review.people import Actor
from desk.review.queue import ALL, HOUSE, Filter, Order, View
from desk.text.words import plural
from ui.look.drop_down import DropDown, MenuField
from ui.look.tips import plain_tip
from ui.look.widgets import tool

_OWN = "Own filters"
_EDGES = (12, 8, 12, 8)


class Filters(QWidget):
    """The fields; `changed` says that another filter is wanted."""

    changed = Signal()
    typed = Signal()
    """Words were typed: wait until they rest."""
    keep_wanted = Signal()
    remove_wanted = Signal(object)
    """The `View` that is to go."""

    def __init__(self) -> None:
        super().__init__()
        self._views: Sequence[View] = ()
        self._offered: tuple[Sequence[View], Sequence[str], Sequence[Actor]] = (), (), ()
        """What the fields were last filled with."""
        self._mine, self._order, self._reverse = False, ALL.filter.order, False
        self._silent = False
        self._wide = False
        self.view, self.section, self.person = DropDown(), DropDown(), DropDown()
        self.search = QLineEdit()
        self.states = MenuField()
        self.more = tool("filter", "Filters and views", self._open_menu, "Filters and views")
        self._grid = QGridLayout(self)
        self._set_up()
        self.set_wide(on=False)
        self.offer(HOUSE, (), ())
        self.show_filter(ALL.filter)

    def _set_up(self) -> None:
        self._grid.setContentsMargins(*_EDGES)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self.view.setAccessibleName("View")
        self.view.setPlaceholderText(_OWN)
        self.view.activated.connect(self._view_chosen)
        self.search.setAccessibleName("Search the stories")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._words_changed)
        for box, name in ((self.section, "Section"), (self.person, "Person: has it in hand or owns it")):
            box.setAccessibleName(name)
            box.setToolTip(plain_tip(name))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.activated.connect(self._edited)
        self.view.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view.setMinimumContentsLength(10)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setCheckable(False)

    # -- Where things stand ------------------------------------------------------------------------------------------

    def set_wide(self, *, on: bool) -> None:
        """Stand in one row, or in a column of which only view and words are shown until something is filtered."""
        self._wide = on
        while self._grid.takeAt(0) is not None:
            pass
        places = _ROW if on else _COLUMN
        for name, place in places.items():
            self._grid.addWidget(getattr(self, name), *place)
        for column in range(6):
            self._grid.setColumnStretch(
                column, (_STRETCH if on else (1, 1, 0))[column] if column < (6 if on else 3) else 0
            )
        self._show_fields()

    def _show_fields(self) -> None:
        """Show states, section and person where there is room, or where they say something."""
        wanted = self.wanted()
        filtered = bool(wanted.states or wanted.section or wanted.person) or self._asked
        for field in (self.states, self.section, self.person):
            field.setVisible(self._wide or filtered)

    _asked = False

    # -- What is asked for -------------------------------------------------------------------------------------------

    def wanted(self) -> Filter:
        """Return the filter as it stands."""
        return Filter(
            states=frozenset(action.data() for action in self._state_actions() if action.isChecked()),
            section=self.section.currentData() or "",
            text=self.search.text().strip() + (" " if self.search.text().endswith(" ") else ""),
            person=self.person.currentData() or "",
            mine=self._mine,
            order=self._order,
            reverse=self._reverse,
        )

    def show_filter(self, wanted: Filter) -> None:
        """Show a filter, without a word of it to anybody."""
        self._silent = True
        self._mine, self._order, self._reverse = wanted.mine, wanted.order, wanted.reverse
        if self.search.text().strip() != wanted.text.strip():
            self.search.setText(wanted.text)
        for action in self._state_actions():
            action.setChecked(action.data() in wanted.states)
        _choose(self.section, wanted.section)
        _choose(self.person, wanted.person)
        self._silent = False
        self._show_state()

    def offer(self, views: Sequence[View], sections: Sequence[str], people: Sequence[Actor]) -> None:
        """Offer these views, sections and people; what is chosen stays."""
        if (views, sections, people) == self._offered:
            return
        wanted, self._offered = self.wanted(), (views, sections, people)
        self._views = views
        self.view.clear()
        self.view.addItems([view.name for view in views])
        _fill(self.section, "Section", [(section, section) for section in sections])
        _fill(self.person, "Person", [(person.name, person.id) for person in people])
        self.show_filter(wanted)

    def offer_states(self, names: Mapping[str, str]) -> None:
        """Offer these states, id to name."""
        if [(action.data(), action.text()) for action in self._state_actions()] == list(names.items()):
            return
        wanted = self.wanted()
        menu = self.states.menu()
        menu.clear()
        unknown = {state: state for state in sorted(wanted.states) if state not in names}
        for state, name in {**names, **unknown}.items():
            action = menu.addAction(name)
            action.setData(state)
            action.setCheckable(True)
            action.toggled.connect(self._edited)
        menu.addSeparator()
        menu.addAction("Any state", self._any_state)
        self.show_filter(wanted)

    def choose(self, view: View) -> None:
        """Take a view with its filter, and ask for it."""
        self._asked = False
        self.show_filter(view.filter)
        self.changed.emit()

    @property
    def current(self) -> View | None:
        """Return the view that the filter is, whatever words are sought in it."""
        wanted = self.wanted()
        exact = (view for view in self._views if view.filter == replace(wanted, text=wanted.text.strip()))
        return next(exact, None) or next((v for v in self._views if v.filter == replace(wanted, text="")), None)

    # -- What the user does ------------------------------------------------------------------------------------------

    def _view_chosen(self, at: int) -> None:
        self.choose(self._views[at])

    def _words_changed(self) -> None:
        if not self._silent:
            self._show_state()
            self.typed.emit()

    def _edited(self) -> None:
        if not self._silent:
            self._show_state()
            self.changed.emit()

    def _any_state(self) -> None:
        self._silent = True
        for action in self._state_actions():
            action.setChecked(False)
        self._silent = False
        self._edited()

    def sort_by(self, order: Order) -> None:
        """Put the stories into this order; asked for once more, the other way round."""
        self._reverse = self._order is order and not self._reverse
        self._order = order
        self._edited()

    def _order_chosen(self, action: QAction) -> None:
        self.sort_by(Order(action.data()))

    def _set_mine(self, mine: bool) -> None:
        self._mine = mine
        self._edited()

    def toggle_fields(self) -> None:
        """Show or hide states, section and person in the narrow pane."""
        self._asked = not self._asked
        self._show_fields()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("Filters and views")
        if not self._wide:
            menu.addAction("Filter by state, section, person", self.toggle_fields)
        mine = menu.addAction("Only what waits for me")
        mine.setCheckable(True)
        mine.setChecked(self._mine)
        mine.toggled.connect(self._set_mine)
        orders = menu.addMenu("Sort by")
        for order, words in _ORDERS.items():
            action = orders.addAction(words)
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.setData(order)
        orders.triggered.connect(self._order_chosen)
        menu.addSeparator()
        menu.addAction("Save these filters as a view…", self.keep_wanted.emit)
        if (view := self.current) is not None and view.id:
            menu.addAction(f"Remove the view “{view.name}”".replace("&", "&&"), lambda: self.remove_wanted.emit(view))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # -- What the fields say -----------------------------------------------------------------------------------------

    def _state_actions(self) -> list[QAction]:
        menu = self.states.menu()
        return [action for action in menu.actions() if action.isCheckable()] if menu else []

    def _show_state(self) -> None:
        """Write the words of view and states."""
        view = self.current
        self.view.setPlaceholderText("Waits for me, filtered" if self._mine else _OWN)
        self.view.setCurrentIndex(self._views.index(view) if view is not None else -1)
        chosen = [action.text() for action in self._state_actions() if action.isChecked()]
        words = "State" if not chosen else chosen[0] if len(chosen) == 1 else plural(len(chosen), "state")
        self.states.say(words)
        self.states.setAccessibleName(f"States: {', '.join(chosen) or 'any'}")
        self.states.setToolTip(plain_tip(", ".join(chosen) or "Stories in any state"))
        everything = replace(self.wanted(), text="", order=ALL.filter.order, reverse=False) == ALL.filter
        self.search.setPlaceholderText("Search all stories" if everything else "Search these stories")
        self._show_fields()


_ORDERS = {
    Order.CHANGED: "Last change",
    Order.DEADLINE: "Deadline",
    Order.STORY: "Story",
    Order.STATE: "State",
    Order.SECTION: "Section",
    Order.HANDS: "In hand",
    Order.OPEN: "Open problems",
    Order.WAIVED: "Waived",
    Order.UNCHECKED: "Not checked",
}
_ROW = {"view": (0, 0), "search": (0, 1), "states": (0, 2), "section": (0, 3), "person": (0, 4), "more": (0, 5)}
_STRETCH = (4, 7, 3, 2, 3, 0)
_COLUMN = {
    "view": (0, 0, 1, 2),
    "more": (0, 2),
    "search": (1, 0, 1, 3),
    "states": (2, 0, 1, 3),
    "section": (3, 0, 1, 3),
    "person": (4, 0, 1, 3),
}


def _fill(box: QComboBox, none: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these choices, each with its words and its value."""
    box.clear()
    box.addItem(none, "")
    for words, value in choices:
        box.addItem(words, value)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)


def _choose(box: QComboBox, value: str) -> None:
    """Choose a value, adding it where no story has it by now: a view must not lose it."""
    if value and box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(max(0, box.findData(value)))
