"""The verbs of the menus "View" and "Help"."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.keys import key_of
from ui.actions.window_actions import found_action, why_not
from ui.verbs.settings import SettingsVerbs
from ui.verbs.window_parts import WindowParts
from ui.work import operations


class ViewVerbs:
    """Panes and help."""

    def __init__(self, parts: WindowParts, settings: SettingsVerbs) -> None:
        self._p, self._settings = parts, settings
        self._focus: QWidget | None = None
        """Where the keyboard was before the list of commands was opened."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {
            "show_queue": lambda: self.toggle(self._p.queue),
            "show_editor": lambda: self.toggle(self.centre()),
            "show_checklist": lambda: self.toggle(self._p.checklist),
            "next_pane": lambda: self.go_round(1),
            "previous_pane": lambda: self.go_round(-1),
            "find_story": self.find_story,
            "decisions": self.decisions,
            "full_screen": self.full_screen,
            "keys": self.keys,
            "welcome": self.welcome,
            "engine": self.engine,
            "rules": self.rules,
            "about": self.about,
        }

    def centre(self) -> QWidget:
        """Return the middle pane."""
        return self._p.centre

    def toggle(self, pane: QWidget) -> None:
        """Show or hide a pane; the last one stays, and so does the review view while it is read."""
        if pane is not self._p.queue and self._p.review.isVisible():
            self._p.hints.hint(f"The review is shown here; {key_of('leave_review')} leaves it.")
            self.panes_changed()
            return
        shown = [p for p in self._panes() if p.isVisible()]
        if pane.isVisible() and shown == [pane]:
            self._p.hints.hint("One pane stays open.")
        else:
            pane.setVisible(not pane.isVisible())
            if pane is not self.centre():
                self._p.folding.made_room(pane)
        self.panes_changed()

    def toggle_stories(self) -> None:
        """Show or hide the list of stories."""
        self.toggle(self._p.queue)
        if self._p.queue.isVisible():
            self._p.queue.take_focus()

    def toggle_checklist(self) -> None:
        """Show or hide the checklist."""
        self.toggle(self._p.checklist)
        self._p.checklist.take_focus() if self._p.checklist.isVisible() else self._p.editor.setFocus()

    def leave_checklist(self) -> None:
        """Go back to the text; a checklist that is a drawer is put away."""
        self._p.editor.setFocus()
        self._p.folding.close_drawer()

    def panes_changed(self) -> None:
        """Show in the menu which panes are open, and the notices where no pane shows them."""
        self._p.list_notices.allow(self._p.centre.isHidden() and self._p.review.isHidden())
        for name, pane in zip(("show_queue", "show_editor", "show_checklist"), self._panes(), strict=True):
            found_action(self._p.window, name).setChecked(not pane.isHidden())

    def _panes(self) -> tuple[QWidget, ...]:
        return self._p.queue, self.centre(), self._p.checklist

    def go_round(self, by: int) -> None:
        """Move the keyboard to the next pane that is shown, or the one before."""
        in_review = self._p.review.isVisible()
        panes = (self._p.queue, *self._p.review.get().panes()) if in_review else self._panes()
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        start = here if here >= 0 else (-1 if by > 0 else 0)
        if shown:
            self._enter(shown[(start + by) % len(shown)])

    def _enter(self, pane: QWidget) -> None:
        if pane is self._p.queue:
            self._p.queue.take_focus()
        elif pane is self._p.checklist:
            self._p.checklist.take_focus()
        elif self._p.review.isAncestorOf(pane):
            pane.setFocus()
        elif self._p.hub.story is not None:
            self._p.editor.setFocus()
        elif (page := self._p.middle.currentWidget()) is not None:
            page.setFocus()
            page.focusNextChild()

    def find_story(self) -> None:
        """Move the keyboard to the search of all stories."""
        self._p.queue.show()
        self.panes_changed()
        self._p.queue.search_all()

    def decisions(self) -> None:
        """Show the decisions in force."""
        self._p.checklist.show()
        self.panes_changed()
        self._p.checklist.show_decisions()

    def full_screen(self) -> None:
        """Fill the screen, or go back."""
        window = self._p.window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def keys(self) -> None:
        """List every command and key; the one that is chosen runs where the keyboard was before."""
        from ui.dialogs.keys import KeysDialog

        self._focus = QApplication.focusWidget()
        dialog = KeysDialog(self._why_not, self._p.window)
        dialog.run_wanted.connect(self._run)
        dialog.settings_wanted.connect(self._settings.own_keys)
        dialog.open()

    def _why_not(self, name: str) -> str:
        return why_not(self._p.window, name)

    def _run(self, name: str) -> None:
        if self._focus is not None and self._focus in QApplication.allWidgets():
            self._focus.setFocus()
        found_action(self._p.window, name).trigger()

    def welcome(self) -> None:
        """Show the page that explains the window; the story is saved and closed."""
        self._p.open_story.leave(lambda: operations.leave(self._p.hub))

    def engine(self) -> None:
        """Show the grammar engine."""
        from ui.dialogs.engine import EngineDialog

        EngineDialog(self._p.hub, self._p.window).open()

    def pack(self, language: str) -> None:
        """Show the grammar engine, and install the pack of a language there."""
        from ui.dialogs.engine import EngineDialog

        dialog = EngineDialog(self._p.hub, self._p.window)
        dialog.open()
        dialog.install_pack(language)

    def rules(self) -> None:
        """Show which grammar rules this desk lets stand, and which it has lowered."""
        from ui.dialogs.rules import RulesDialog

        RulesDialog(self._p.hub, self._p.window).open()

    def about(self) -> None:
        """Say what this is."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._p.window).open()
