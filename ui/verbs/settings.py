"""The verbs of the settings: their dialog, its pages of keys and of house style, and the way to a story and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desk.settings.declaring import Group
from desk.story import Changes, Part
from desk.text.spans import Span
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from desk.settings.house_writing import HouseEdit
    from ui.dialogs.settings import SettingsDialog


class SettingsVerbs(QObject):
    """Shows the settings; what was chosen of house style before a story was looked at waits here."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.hub)
        self._p = parts
        self._waiting: HouseEdit | None = None
        self._going: tuple[str, Span] | None = None
        parts.hub.changed.connect(self._changed, Qt.ConnectionType.QueuedConnection)  # once the text is shown

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"settings": self.settings, "house_style": self.house_style}

    def settings(self) -> None:
        """Show the settings; where choices of house style wait, these."""
        if self._waiting:
            self.house_style()
        else:
            self._opened().show_group(Group.YOU)

    def own_keys(self) -> None:
        """Show the settings where keys are changed."""
        self._opened().show_group(Group.KEYS)

    def house_style(self) -> None:
        """Show the settings where house style is chosen."""
        self._opened().show_house()

    def _opened(self) -> "SettingsDialog":
        from ui.dialogs.settings import SettingsDialog
        from ui.house.page import HouseStylePage  # its choices take 0.1 s to read

        house = HouseStylePage(self._p.hub, self._waiting)
        self._waiting = None
        dialog = SettingsDialog(self._p.hub.facts.settings, self._p.window, house)
        dialog.wanted.connect(self._change)
        dialog.story_wanted.connect(self._look_at)
        dialog.open()
        return dialog

    def _change(self, changes: dict[str, object]) -> None:
        operations.change_settings(self._p.hub, changes)

    # -- To a story and back -----------------------------------------------------------------------------------------

    def _look_at(self, story_id: str, span: Span, waiting: "HouseEdit") -> None:
        """Open a story at a place that the page of house style shows."""
        self._waiting = waiting if waiting else None
        if waiting:
            self._p.hints.hint("What you chose of house style waits in the settings, and is not kept yet.")
        story = self._p.hub.story
        if story is not None and story.id == story_id:
            self._p.editor.go_to_now(span)
        else:
            self._going = story_id, span
            self._p.open_story.open(story_id)

    def _changed(self, changes: Changes) -> None:
        if self._going is None or changes.story is None or Part.TEXT not in changes.parts:
            return
        (story_id, span), self._going = self._going, None
        if changes.story.id == story_id:
            self._p.editor.go_to_now(span)
