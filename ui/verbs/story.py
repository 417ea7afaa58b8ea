"""The verbs of the menu "Story"."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desk.readers.endings import opened_endings
from ui.look.clip_data import offered
from ui.verbs.export import FILTER, ExportVerbs
from ui.verbs.moves import MoveVerbs
from ui.verbs.packs import FILTER as PACKS
from ui.verbs.packs import is_pack
from ui.verbs.recent import RecentVerbs
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from desk.review.move_request import MoveRequest
    from desk.store.records.values import Overtaken
    from desk.text.copy_and_ads import Apart
    from desk.text.diff import Comparison
    from ui.dialogs.overtaken import OvertakenDialog

OPENED = f"Drafts ({' '.join(f'*.{ending}' for ending in opened_endings())});;{PACKS}"


class OvertakenVerbs(QObject):
    """What becomes of a text that somebody else overtook; it lives as long as the dialog that asks."""

    def __init__(
        self,
        parts: WindowParts,
        story_id: str,
        version: int,
        done: Callable[[], object],
        dialog: "OvertakenDialog",
    ) -> None:
        """`version` is the one that was saved meanwhile; `done` is called once the text is saved on top."""
        super().__init__(dialog)
        self._p, self._story, self._version, self._done = parts, story_id, version, done
        dialog.on_top.connect(self._save_on_top)
        dialog.apart.connect(self._keep_apart)

    def _save_on_top(self) -> None:
        self._p.open_story.save_on_top(self._story, self._version, self._done)

    def _keep_apart(self) -> None:
        self._p.open_story.keep_apart(self._story)


class StoryVerbs(QObject):
    """Open, paste, save, export, describe, move on, close."""

    stayed = Signal()
    """The user wants to see to a story that could not be saved."""

    def __init__(self, parts: WindowParts, look_at_pack: Callable[[Path], object]) -> None:
        """`look_at_pack` says what a pack holds that was opened or dropped like a draft."""
        super().__init__(parts.window)
        self._p, self._look_at_pack = parts, look_at_pack
        self._moves, self._export = MoveVerbs(parts), ExportVerbs(parts)
        self.recent = RecentVerbs(parts)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {
            "new": self.new,
            "open": self.open,
            "recent": self.recent.open_at_window,
            "paste": self.paste,
            "sample": self.sample,
            "save": self.save,
            **self._export.table(),
            "copy_only": self.copy_only,
            "details": self.details,
            "move": self.move,
            "close": self.close,
            "quit": self.quit,
        }

    def new(self) -> None:
        """Begin a story without a word."""
        self._p.open_story.leave(lambda: operations.new_story(self._p.hub))

    def open(self) -> None:
        """Ask for files and open them; the last one stays on screen."""
        names, _ = QFileDialog.getOpenFileNames(self._p.window, "Open a draft", "", OPENED)
        self.open_files([Path(name) for name in names])

    def open_files(self, paths: list[Path]) -> None:
        """Make a story of each file, or open the one made from it before; of a pack, say what it holds."""
        drafts = [path for path in paths if not is_pack(path)]
        if drafts and len(self._p.windows.open) > 1:
            self._p.hub.ask(lambda desk: desk.stories.made_from(drafts), partial(self._open_rest, drafts))
        elif drafts:
            self._p.open_story.leave(lambda: operations.open_files(self._p.hub, drafts))
        for pack in (path for path in paths if is_pack(path)):
            self._look_at_pack(pack)

    def _open_rest(self, drafts: list[Path], stories: Sequence[str]) -> None:
        """Open the drafts whose stories no other window has; those that have one come to the front."""
        hub = self._p.hub
        rest = [draft for draft, story in zip(drafts, stories, strict=True) if not hub.shared.show(story, hub)]
        if rest:
            self._p.open_story.leave(lambda: operations.open_files(hub, rest))

    def open_story(self, story_id: str) -> None:
        """Open a story of the queue."""
        self._p.open_story.open(story_id)

    def paste(self) -> None:
        """Make a story from the clipboard."""
        html, text = offered(QGuiApplication.clipboard().mimeData())
        self.take_text(text, html)

    def take_text(self, text: str, html: str = "") -> None:
        """Make a story from text that was pasted or dropped, and from its HTML where it has some."""
        if not text.strip() and not html.strip():
            self._p.hub.refuse("There is no text on the clipboard. Copy the draft first, then paste it here.")
            return
        self._p.open_story.leave(lambda: operations.open_text(self._p.hub, text, html=html))

    def sample(self) -> None:
        """Open the draft that shows what Copydesk does."""
        self._p.open_story.leave(lambda: operations.open_sample(self._p.hub))

    def save(self) -> None:
        """Save the text as a new version."""
        self._p.open_story.save()

    def export(self) -> None:
        """Ask for a file and write the story into it, as text or as a new document."""
        self._export.export()

    def copy_only(self) -> None:
        """Show the story by itself, and the advertisements apart."""
        if self._p.hub.story is not None:
            draft = self._p.live_draft.draft()
            self._p.hub.ask(lambda desk: desk.examiner.copy_only(draft), self._show_copy_only)

    def _show_copy_only(self, apart: "Apart") -> None:
        from ui.dialogs.copy_only import CopyOnlyDialog

        CopyOnlyDialog(apart, self.export_copy_only, self._p.window).open()

    def export_copy_only(self) -> None:
        """Ask for a file and write the story and the boxes into it."""
        story = self._p.hub.story
        if story is None:
            return
        start = str((story.path or Path.home() / f"{story.slug or 'story'}.txt").with_suffix(".copy.txt"))
        name, _ = QFileDialog.getSaveFileName(self._p.window, "Export the copy only", start, f"{FILTER};;All files (*)")
        if name:
            operations.export_copy_only(self._p.hub, self._p.live_draft.draft(), Path(name))

    def details(self) -> None:
        """Ask for slug, section, English, deadline and embargo."""
        from ui.dialogs.details import DetailsDialog

        story = self._p.hub.story
        if story is None:
            return
        dialog = DetailsDialog(story, self._p.hub.facts.settings, self._p.window)
        dialog.wanted.connect(self._describe)
        dialog.open()

    def _describe(
        self,
        slug: str,
        section: str,
        variant: str,
        deadline: datetime | None,
        embargo: datetime | None,
        facts: dict[str, str],
    ) -> None:
        if story := self._p.hub.story:
            if deadline != story.deadline:
                operations.set_deadline(self._p.hub, story.id, deadline)
            if embargo != story.embargo or "embargo" in story.details:
                operations.set_embargo(self._p.hub, story.id, embargo)
            operations.describe(self._p.hub, story.id, slug=slug, section=section, variant=variant, facts=facts)

    def move(self) -> None:
        """Show where the story can go and what stands in the way."""
        if self._p.hub.story is not None:
            self._p.open_story.save(self._ask_move)

    def _ask_move(self) -> None:
        if story := self._p.hub.story:
            self._moves.ask(story, self._moved)

    def _moved(self, wanted: "MoveRequest") -> None:
        story = self._p.hub.story
        if story is not None and story.id == wanted.story:
            operations.move(self._p.hub, wanted, self._p.open_story.to_keep())

    def ask_when_stuck(self, sentence: str, again: Callable[[], object], give_up: Callable[[], object]) -> None:
        """Ask what to do when a story could not be saved on the way out."""
        from ui.dialogs.stuck import StuckDialog

        self._p.window.raise_()
        dialog = StuckDialog(sentence, self._p.window)
        dialog.again.connect(again)
        dialog.given_up.connect(give_up)
        dialog.export.connect(self.export)
        dialog.stayed.connect(self.stayed)
        dialog.open()

    def ask_when_waiting(self, keep_aside: Callable[[], object], stay: Callable[[], object]) -> None:
        """Say what a save on the way out waits for, and offer to keep the text in a file instead."""
        from ui.dialogs.waiting import WaitingDialog

        story = self._p.hub.story
        if story is None:
            return
        dialog = WaitingDialog(story.slug, self._p.window)
        dialog.aside.connect(keep_aside)
        dialog.stayed.connect(stay)
        dialog.stayed.connect(self.stayed)
        self._p.open_story.waited.connect(dialog.accept)
        dialog.open()

    def ask_when_overtaken(self, error: "Overtaken", done: Callable[[], object]) -> None:
        """Show what somebody else saved beside the text that stands here, and ask what becomes of it."""
        from desk.text.diff import compare
        from ui.dialogs.overtaken import OvertakenDialog

        story, mine = self._p.hub.story, self._p.editor.draft()
        if story is None:
            return

        def ask(comparison: "Comparison") -> None:
            dialog = OvertakenDialog(error.who, error.version, comparison, self._p.window)
            OvertakenVerbs(self._p, story.id, error.version, done, dialog)
            dialog.apart.connect(self.stayed)
            dialog.stayed.connect(self.stayed)
            dialog.open()

        self._p.hub.ask(lambda _: compare(error.text, mine.text), ask)

    def tell_newer(self, error: "Overtaken") -> None:
        """Say that somebody else saved the story that is open here, and offer their text."""
        if story := self._p.hub.story:
            self._p.notices.tell(
                "newer",
                f"{error.who or 'Somebody'} saved version {error.version} of this story.",
                [("Show it", lambda: self.open_story(story.id))],
            )

    def close(self) -> None:
        """Save the story and show the first page."""
        self._p.open_story.leave(lambda: operations.leave(self._p.hub))

    def quit(self) -> None:
        """Close every window, each of which saves first."""
        self._p.windows.quit()
