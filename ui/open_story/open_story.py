"""Keeps the open story: loads it into the editor, knows what is unsaved, saves it, and lets go of it safely."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import KnownError
from desk.story import Changes, Draft, Examination, StoryView
from desk.text.blocks import Manuscript
from ui.open_story.checker import Checker
from ui.open_story.left_stories import LeftStories
from ui.open_story.live_draft import LiveDraft
from ui.open_story.recovery import RecoveryCopy
from ui.open_story.still_open import StillOpen
from ui.work import operations
from ui.work.hub import Hub
from ui.work.lanes import nothing
from ui.work.setting_aside import set_aside

if TYPE_CHECKING:
    from ui.editor.pane import EditorPane

Then = Callable[[], object]
_TYPED_ON = (
    "A text of this story was emptied by law while it was edited. What stands here stays, and is saved as it is: if it "
    "has the words that had to go, take them out first."
)
_BECOMES_ITS_OWN = "Your text becomes a story of its own."
PATIENCE = 1000
"""Milliseconds after which a save that is not done yet is told of: most take 10, and a locked database waits 30,000."""
_WAITS = "Saving waits for the database: another program is writing to it, or its server does not answer."


class OpenStory(QObject):
    """The life of one story in the window, from opening to letting go."""

    edited_changed = Signal()
    """Whether the text differs from the saved version has changed."""
    stuck = Signal(str, object, object)
    """Saving failed on the way out: the sentence, what to do next, and what to do if the user gives the text up."""
    waiting = Signal(object, object)
    """Saving on the way out takes long: what keeps the text aside and goes on, and what stays."""
    waited = Signal()
    """What was waited for has come, or is no longer waited for."""
    slow = Signal(str)
    """A save takes long: the sentence that says what it waits for."""
    overtaken = Signal(object, object)
    """Somebody else saved the story while it was edited here: the `Overtaken`, and what to do once this is saved."""
    stayed = Signal()
    """The story stays open although somebody wanted to leave it."""
    newer = Signal(object)
    """The same, but nothing was edited here: the `Overtaken`."""

    def __init__(
        self, hub: Hub, editor: "EditorPane", live_draft: LiveDraft, checker: Checker, recovery: RecoveryCopy
    ) -> None:
        super().__init__(hub)
        self._hub, self._editor, self._live_draft = hub, editor, live_draft
        self._checker, self._recovery = checker, recovery
        self.still_open = StillOpen(hub)
        self._left_early = LeftStories(hub)
        self._saved_revision = 0
        self._being_saved: list[str] = []
        """The ids of the stories that are on their way to the store, one a save."""
        self._examined: tuple[int, Manuscript] | None = None
        self._kept: Mapping[Item, ItemRun] | None = None
        """The runs that the store has for the saved text."""
        self._loading = False
        self._told_edited = False
        self._on_the_way: list[Then] = []
        """What is to be done once the text is saved on the way out."""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._tell_waiting)
        editor.edited.connect(self._on_edit)
        checker.accepted.connect(self._on_examined)
        hub.save_wanted.connect(self._save_for_others)
        hub.outdated.connect(self._follow_others)
        hub.shared.emptied.connect(self._forget_words)

    @property
    def edited(self) -> bool:
        """Return whether the text, its kinds or links differ from the saved version: what was undone is no edit.

        While a save is under way nobody knows which version will be the saved one: until then what is undone is one.
        """
        story = self._hub.story
        if story is None or self._editor.revision() == self._saved_revision:
            return False
        if story.id in self._being_saved:
            return True
        return story.recovered or self._editor.text() != story.text or self._differs_beside(story.draft)

    def _differs_beside(self, saved: Draft) -> bool:
        draft = self._live_draft.draft()
        return (draft.by_hand, draft.links, draft.roles) != (saved.by_hand, saved.links, saved.roles)

    def to_keep(self) -> Draft:
        """Return what is to be kept of the story: the very text that is saved, letter by letter, if none was edited.

        The editor shows some letters as others (U+2029 as a line end), which by itself makes no new version.
        """
        draft, story = self._live_draft.draft(), self._hub.story
        return draft if story is None or self.edited else replace(draft, text=story.text)

    def load(self, story: StoryView) -> None:
        """Show a story as the store has it, its findings at once, then check it anew."""
        self._loading = True
        self._editor.set_text(story.text, story.place, story.by_hand, story.roles, story.links)
        self._editor.show_from(story.top)
        self._editor.set_read_only(story.read_only)
        self._loading = False
        self._examined = None
        self._kept = None  # kept once more, for the gate asks what this window has shown
        self._recovery.settled()
        self._saved_revision = self._editor.revision() - story.recovered
        if story.recovered:
            self._recovery.edited()  # else the copy would be nobody's: another window could throw it away
        self._tell_edited()
        self._checker.stop()
        self._checker.begin(story)

    def save(
        self,
        done: Then = nothing,
        failed: Callable[[KnownError], None] | None = None,
        *,
        why: str = "",
        on_top: Then | None = None,
    ) -> None:
        """Save the text as a new version, with what it is saved for, then call `done`.

        `on_top` is called in the place of `done` where somebody overtook it and it is saved on top of theirs.
        """
        from desk.store.records.values import Overtaken

        story = self._hub.story
        if story is None or story.read_only:
            done()
            return
        revision, examination = self._editor.revision(), self._examination()

        def saved(_: Changes) -> None:
            self._arrived(story.id)
            self._on_saved(story.id, revision, examination.runs if examination is not None else None)
            done()

        def fell(error: KnownError) -> None:
            self._arrived(story.id)
            self._tell_edited()
            if isinstance(error, Overtaken):
                self._ask_overtaken(error, story.id, on_top or done)
            else:
                (failed or self._hub.fail)(error)

        draft = self.to_keep()
        self._being_saved.append(story.id)
        self._patience.start()
        operations.save(self._hub, story.id, draft, examination, saved, fell, why=why)

    def open(self, story_id: str) -> None:
        """Open a story; where another window has it, that one comes to the front and all stays as it is here."""
        if not self._hub.shared.show(story_id, self._hub):
            self.leave(lambda: operations.open_story(self._hub, story_id))

    def _save_for_others(self, then: Then) -> None:
        """Save for the sake of another window, which goes on with `then`; come to the front where that fails."""
        if self.edited:
            self.save(then, self._not_saved_for_others)
        else:
            then()

    def _not_saved_for_others(self, error: KnownError) -> None:
        self._hub.front_wanted.emit()
        self._hub.fail(error)

    def follow(self, read: StoryView) -> None:
        """Show the text of the open story that was read in its review, where another one stands here unedited."""
        if self._hub.story is not None and self._hub.story.id == read.id and self._editor.text() != read.text:
            self._follow_others()

    def _follow_others(self) -> None:
        """Show what another window saved of this story; where it was edited here as well, the next save asks."""
        if self._hub.story is not None and not self.edited:
            operations.open_story(self._hub, self._hub.story.id)

    def _forget_words(self, stories: frozenset[str]) -> None:
        """Let nothing be undone that was typed before a text of this story was emptied by law, and show what is left.

        Undoing it would bring words back that nobody may have, and save them with the next version.
        """
        if self._hub.story is None or self._hub.story.id not in stories:
            return
        self._editor.history.forget()
        if self.edited:
            self._hub.refuse(_TYPED_ON)
        self._hub.look_again()

    def _ask_overtaken(self, error: KnownError, story_id: str, done: Then) -> None:
        """Ask what becomes of an overtaken text; not of one that was kept aside meanwhile: the next start offers it.

        Nobody is on the way out any more: whoever answers says whether they go on.
        """
        if self._is_open(story_id):
            self._on_the_way.clear()
            self.overtaken.emit(error, done)

    def _is_open(self, story_id: str) -> bool:
        return self._hub.story is not None and self._hub.story.id == story_id

    def save_on_top(self, story_id: str, version: int, done: Then) -> None:
        """Save the text of a story as the version after one that somebody else saved, then call `done`."""
        if self._is_open(story_id):  # else the text that stands here is another story's
            operations.build_on(self._hub, story_id, version)
            self.save(done)

    def keep_apart(self, story_id: str) -> None:
        """Make a story of its own of the text that stands here; until that one stands nothing can be typed into it.

        Where it cannot be made the text stays here, to be edited as before.
        """
        story = self._hub.story
        if story is None or story.id != story_id:  # else the text that stands here is another story's
            return
        self._recovery.settled()  # a copy written behind it would be offered at the next start
        self._editor.set_read_only(_BECOMES_ITS_OWN)
        not_made = partial(self._not_apart, story_id)
        operations.keep_apart(self._hub, story_id, self._live_draft.draft(), story.slug, not_made)

    def _not_apart(self, story_id: str, error: KnownError) -> None:
        if self._is_open(story_id):
            self._editor.set_read_only("")
            self._recovery.edited()
        self._hub.fail(error)

    def leave(self, then: Then) -> None:
        """Save what is unsaved, let go of the story, then call `then`; where saving fails, `stuck` asks what to do."""
        story = self._hub.story
        if story is None:
            then()
        elif self.edited and not story.read_only:
            self._on_the_way.append(then)
            go_on, stuck = partial(self._go_on, then), partial(self._stuck, then=then)
            self.save(go_on, stuck, on_top=partial(self.leave, then))
        else:
            self._let_go(then)

    def _go_on(self, then: Then) -> None:
        """Ask once more, now that it is saved: something may have been typed meanwhile, or nobody wants to leave."""
        if self._is_wanted(then):
            self.leave(then)

    def _stuck(self, error: KnownError, then: Then) -> None:
        if self._is_wanted(then):
            self.stuck.emit(str(error), lambda: self.leave(then), lambda: self._go_without((then,)))
        else:
            self._hub.fail(error)

    def _is_wanted(self, then: Then) -> bool:
        if then not in self._on_the_way:
            return False
        self._on_the_way.remove(then)
        return True

    def _arrived(self, story_id: str) -> None:
        """Take note that a save is over, one way or the other."""
        self._being_saved.remove(story_id)
        if not self._being_saved:
            self._patience.stop()
            self.waited.emit()

    def _tell_waiting(self) -> None:
        if self._on_the_way:
            self.waiting.emit(self._keep_aside, self._on_the_way.clear)
        else:
            self.slow.emit(_WAITS)

    def _keep_aside(self) -> None:
        """Keep the text in a file and go on without waiting for the save, which may come to pass all the same."""
        going = tuple(self._on_the_way)
        self._on_the_way.clear()
        if going:
            self._go_without(going)

    def _go_without(self, going: Sequence[Then]) -> None:
        """Let go of the story once its text is kept in a file; where even that fails, say so and stay."""
        story = self._hub.story
        if story is not None:
            gone = partial(self._gone_without, going, story.id, self._editor.revision())
            set_aside(self._hub, story, self._live_draft.draft(), gone, self._not_aside)

    def _gone_without(self, going: Sequence[Then], story_id: str, revision: int, _path: object) -> None:
        """Take the story off the screen and go on; words typed while the file was written are kept there as well.

        What is gone on with may wait for the database as long as the save: whatever was typed until then would be lost.
        """
        if not self._is_open(story_id):
            for then in going:
                self.leave(then)
        elif self._editor.revision() != revision:
            self._go_without(going)
        else:
            self._let_go(self._hub.leave, keep_recovery=True)
            for then in going:
                then()

    def _not_aside(self, error: KnownError) -> None:
        self._hub.fail(error)
        self.stayed.emit()

    def _let_go(self, then: Then, *, keep_recovery: bool = False) -> None:
        story = self._hub.story
        if story is not None:
            if self._checker.busy and not story.read_only:
                self._left_early.add(story.id)
            self._checker.stop()
            self._recovery.settled()
            draft: Draft | None = None if story.read_only or keep_recovery else self.to_keep()
            operations.close_story(self._hub, story.id, draft, self._editor.top())
        then()

    def _on_saved(self, story_id: str, revision: int, runs: Mapping[Item, ItemRun] | None) -> None:
        if self._hub.story is None or self._hub.story.id != story_id:
            return
        self._saved_revision = revision
        if self._editor.revision() == revision:
            self._recovery.settled()
            self._kept = runs
        self._tell_edited()

    def _on_edit(self, _revision: int) -> None:
        if self._loading or self._hub.story is None:
            return
        self._kept = None
        self._checker.edited()
        self._recovery.edited()
        if self.edited != self._told_edited:  # the head of the pane takes 0.2 ms to write: not with each key
            self._tell_edited()

    def _tell_edited(self) -> None:
        self._told_edited = self.edited
        self.edited_changed.emit()

    def _on_examined(self, examination: Examination, revision: int) -> None:
        """Keep the run of a saved text once both lanes are done, so that the story reopens with its findings.

        A later run of the same text is kept too where it says something else: the engine may have been installed since.
        """
        self._examined = (revision, examination.manuscript)
        settled = not self._checker.busy_beside(examination)
        if settled and not self.edited:
            self._keep_run()

    def _keep_run(self) -> None:
        story, examination = self._hub.story, self._examination()
        if examination is None or examination.runs == self._kept:
            return
        if story is not None and not story.read_only:
            self._kept = examination.runs
            operations.keep_run(self._hub, story.id, self.to_keep(), examination, partial(self._not_kept, story.id))

    def _not_kept(self, story_id: str, error: KnownError) -> None:
        from desk.store.records.values import Overtaken

        if isinstance(error, Overtaken):
            if self._is_open(story_id):  # else it would be said of another story
                self.newer.emit(error)
        else:
            self._hub.fail(error)

    def _examination(self) -> Examination | None:
        if self._examined is None or self._examined[0] != self._editor.revision():
            return None
        manuscript = self._examined[1]
        return Examination(manuscript, self._hub.board.runs_of(manuscript.text))
