"""The verbs of the versions of the open story: read, compare, take one back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.review.words import EMPTIED_KEPT
from desk.story import Changes, Draft, StoryView
from ui.actions.keys import key_of
from ui.look.fonts import reading_font
from ui.verbs.window_parts import WindowParts
from ui.verbs.words_left import WordsLeft
from ui.work.answers import empty_text

if TYPE_CHECKING:
    from desk.review_page import VersionLine
    from desk.text.diff import Comparison
    from ui.dialogs.versions import ComparisonWish, VersionsDialog


class VersionVerbs(QObject):
    """Shows what was saved of the story in the editor."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"versions": self.ask}

    def ask(self) -> None:
        """Show the versions of the story."""
        if (story := self._p.hub.story) is not None:
            self._p.hub.ask(
                lambda desk: (desk.versions.lines(story.id), desk.emptying.may),
                lambda found: self._show(story, *found),
            )

    def _show(self, story: StoryView, lines: Sequence["VersionLine"], may_empty: bool) -> None:
        from ui.dialogs.versions import VersionsDialog

        settings = self._p.hub.facts.settings
        dialog = VersionsDialog(
            lines,
            reading_font(settings.font_family, settings.font_size),
            settings.line_width,
            self._p.window,
            edited=self._p.open_story.edited,
            read_only=bool(story.read_only),
            may_empty=may_empty and not story.read_only,
        )
        ShownVersions(self._p, story.id, dialog)
        dialog.open()


class ShownVersions(QObject):
    """What is asked of the versions of one story; it lives as long as the dialog that shows them."""

    def __init__(self, parts: WindowParts, story_id: str, dialog: "VersionsDialog") -> None:
        super().__init__(dialog)
        self._p, self._story, self._dialog = parts, story_id, dialog
        dialog.wanted.connect(self._compare)
        dialog.taken_back.connect(self._take_back)
        dialog.emptying.connect(self._ask_to_empty)
        dialog.ask()

    def _compare(self, wish: "ComparisonWish") -> None:
        from ui.dialogs.versions import ALONE, LIVE

        other = None if wish.newer in (LIVE, ALONE) else wish.newer
        live = self._p.editor.text() if wish.newer == LIVE else None
        dialog, story = self._dialog, self._story

        def show(comparison: "Comparison") -> None:
            dialog.show_comparison(wish, comparison)

        self._p.hub.ask(lambda desk: desk.versions.compared(story, wish.older, other, live=live), show)

    def _ask_to_empty(self, number: int) -> None:
        from ui.dialogs.empty_text import EmptyTextDialog

        asked = EmptyTextDialog(number, EMPTIED_KEPT, self._p.window)
        asked.wanted.connect(EmptiedText(self._p, self._story).carry_out)
        asked.open()

    def _take_back(self, number: int) -> None:
        """Save what stands here, so that nothing is lost, then put the words of the version in its place and save."""
        parts, story = self._p, self._story
        verb = TakenBack(parts, story, number)
        parts.open_story.save(verb.fetch)


class EmptiedText(QObject):
    """One text whose words go for good; what stands in the editor is saved first, and it outlives the dialogs."""

    def __init__(self, parts: WindowParts, story_id: str) -> None:
        super().__init__(parts.window)
        self._p, self._story = parts, story_id

    def carry_out(self, number: int, reason: str) -> None:
        """Save what stands here, then empty the version."""
        self._number, self._reason = number, reason
        self._p.open_story.save(self._empty)

    def _empty(self) -> None:
        empty_text(self._p.hub, self._story, self._number, self._reason, self._emptied)

    def _emptied(self, changes: Changes) -> None:
        """Say at length what has the words still, or quotes them, and offer to delete what may be."""
        if changes.left:
            WordsLeft(self._p, changes.left.splitlines()).show()
        self.deleteLater()


class TakenBack(QObject):
    """One version on its way back into the editor, which undoes it like any edit; it outlives the dialog."""

    def __init__(self, parts: WindowParts, story_id: str, number: int) -> None:
        super().__init__(parts.window)
        self._p, self._story, self._number = parts, story_id, number

    def fetch(self) -> None:
        """Ask for the text."""
        story, number = self._story, self._number
        self._p.hub.ask(lambda desk: desk.versions.draft(story, number), self._put)

    def _put(self, draft: Draft) -> None:
        story = self._p.hub.story
        if story is None or story.id != self._story or story.read_only:
            return
        if self._p.editor.become(draft.text, draft.links):
            self._p.open_story.save(self._say, why=f"version {self._number} taken back")
        else:
            self._p.hints.say(f"Version {self._number} has the very words that stand here.")
            self.deleteLater()

    def _say(self) -> None:
        version = self._p.hub.story.version if self._p.hub.story is not None else 0
        self._p.hints.say(f"Version {self._number} is back as version {version}; {key_of('undo')} takes that back.")
        self.deleteLater()
