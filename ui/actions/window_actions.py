"""The actions of one window: made from the table, put into menus, switched on and off by what is so now."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenuBar, QWidget

from desk.errors import BugError
from ui.actions.keys import bindings
from ui.actions.menus import MENUS
from ui.actions.spec import ActionSpec, Situation
from ui.actions.table import in_menus

_WHY_NOT = "why_not"
"""The property of an action that says why it cannot be used."""


class WindowActions:
    """The actions of one window by id."""

    def __init__(
        self, window: QWidget, verbs: Mapping[str, Callable[[], object]], icon: Callable[[str], QIcon]
    ) -> None:
        """Make an action for each verb; `icon` draws one by its name in the colours of the theme."""
        wanted = {spec.id for spec in in_menus()}
        if wanted != verbs.keys():
            raise BugError(f"verbs and menus differ: {sorted(wanted ^ verbs.keys())}")
        self._verbs, self._icon = verbs, icon
        self._group = QActionGroup(window)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._triggered)
        self._by_id = {spec.id: self._made(spec, window) for spec in in_menus()}
        self._followed: Situation | None = None
        self.follow(Situation())

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.text, window)
        action.setObjectName(spec.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setShortcuts(bindings(spec))
        action.setToolTip(spec.help)
        action.setStatusTip(spec.help)
        action.setCheckable(spec.checkable)
        self._group.addAction(action)
        window.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def _triggered(self, action: QAction) -> None:
        self._verbs[action.objectName()]()

    def follow(self, situation: Situation) -> None:
        """Switch every action on or off, where anything that decides it has changed."""
        if situation == self._followed:
            return
        self._followed, facts = situation, situation.facts()
        for spec in in_menus():
            self._by_id[spec.id].setEnabled(spec.when in facts)
            self._by_id[spec.id].setProperty(_WHY_NOT, situation.why_not(spec.when))

    def follow_keys(self) -> None:
        """Let every action answer to the keys that are in force now."""
        for spec in in_menus():
            self._by_id[spec.id].setShortcuts(bindings(spec))

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for title, entries in MENUS:
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            for spec in entries:
                if spec.line:
                    menu.addSeparator()
                menu.addAction(self._by_id[spec.id])

    def tint(self) -> None:
        """Draw the icons anew in the colours of the theme."""
        for spec in in_menus():
            if spec.icon:
                self._by_id[spec.id].setIcon(self._icon(spec.icon))


def found_action(window: QWidget, name: str) -> QAction:
    """Return the action with this id of a window whose menus are filled; raises `BugError` where there is none."""
    action = window.findChild(QAction, name)
    if action is None:
        raise BugError(f"the window has no action {name!r}")
    return action


def why_not(window: QWidget, name: str) -> str:
    """Return why an action of a window cannot be used now, empty where it can."""
    return str(found_action(window, name).property(_WHY_NOT) or "")
