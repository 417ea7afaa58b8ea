"""The product in one sentence as code: read a draft, map it, check it, decide, save, move it on, and say what changed.

`Session` is the one door between the window and everything below. Reading, checking and settings stand in `Examiner`,
which the command line uses alone. Methods under "Store" touch the database and belong to one worker, the store lane.
Every method raises `KnownError` with one sentence for the user.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map
from desk.checks.check import Finding, Item
from desk.checks.house import NameAnswer
from desk.errors import BugError
from desk.paths import resources_dir
from desk.readers import draft_of_text, read_draft, whole
from desk.review.decisions import Decision, Done, Scope, on_finding
from desk.review.queue import Waiting
from desk.review.seal import text_digest
from desk.review.states import Action
from desk.review.waiting import waiting
from desk.services import views
from desk.services.context import DECIDED
from desk.services.reports import ReportsRoom
from desk.story import Changes, Draft, Part, QueueRow, StoryView

if TYPE_CHECKING:
    from desk.services.rescue import Rescue

_UNKNOWN_WORD = "grammar.SPELLING"


class Session(ReportsRoom):
    """One user's desk: what an examiner has, and the store once it is opened."""

    # -- Store: the queue --------------------------------------------------------------------------------------------

    def open_store(self) -> Changes:
        """Open the database, bringing an older one up to date after a backup."""
        from desk.services.grammar_rules import RuleDesk
        from desk.services.name_book import Keeping
        from desk.services.queue import Desk as QueueDesk
        from desk.services.queue import Queueing
        from desk.services.review import Desk, Reviewing
        from desk.store.connect import open_store

        self._store = open_store(self._database or self.settings.stories_at())
        self.keeping = Keeping(self._store, lambda: self.keeper().name, self._book_changed)
        self.grammar_rules = RuleDesk(self._store, lambda: self.settings, self.change_settings)
        self.queueing = Queueing(
            self._store, QueueDesk(lambda: self.person, self._waiting, self.moves_of, self.state_names, self._approve)
        )
        seen = (self.view, self.checklist, self.moves, self.state_name, self.person_named, self.checked_by)
        of_desk = Desk(lambda: self.person, self.signed, *seen)
        self.reviewing = Reviewing(self._store, of_desk)
        self._house = self.look_up_house()
        self._who = ""
        self.meet()
        fault = self.read_rules()
        return Changes(frozenset({Part.QUEUE, Part.BRIEF, Part.BOOK, Part.PEOPLE}), said=fault)

    def _waiting(self) -> Waiting:
        return waiting(self.person, self._rules.table.moves)

    def _approve(self, story_id: str, read: str) -> Changes:
        return self.move(story_id, Action.APPROVE, "", read=read)

    @property
    def rescue(self) -> "Rescue":
        """Return what can be done about a database that could not be opened."""
        from desk.services.rescue import Rescue

        return Rescue(self._database or self.settings.database)

    def _book_changed(self) -> None:
        self._house = self.look_up_house()

    def queue_ids(self, words: str = "", states: Collection[str] = ()) -> list[str]:
        """Return the ids of the stories that hold these words in these states, the last changed first."""
        from desk.review.queue import Filter

        return self.queueing.ids(Filter(states=frozenset(map(str, states)), text=words))

    def queue_rows(self, ids: Sequence[str]) -> list[QueueRow]:
        """Return the lines of these stories in this order; one that is gone is left out."""
        return self.queueing.rows(ids)

    # -- Store: opening and closing ----------------------------------------------------------------------------------

    def open_file(self, path: Path) -> StoryView:
        """Return the story made from the file at `path`, now or earlier, with a word on what was guessed."""
        from desk.store.records.values import NewStory

        read, path = whole(read_draft(path)), path.resolve()
        known = self.store.stories.find(path)
        if known is not None:
            story = self.open_story(known.id)
            return replace(story, changed_on_disk=known.source_sha256 != read.digest)
        new = NewStory(
            slug=path.stem,
            text=read.text,
            headline=views.headline_of(copy_map(read.text, read.format)),
            path=path,
            source_sha256=read.digest,
            format=read.format,
            encoding=read.encoding,
        )
        created = self.store.stories.create(new, self.signed().name)
        return replace(self.open_story(created.id), notes=read.notes)

    def open_text(self, text: str, slug: str = "") -> StoryView:
        """Return a new story made from pasted text."""
        from desk.store.records.values import NewStory

        read = whole(draft_of_text(text))
        headline = views.headline_of(copy_map(read.text, read.format))
        new = NewStory(slug=slug or views.slug_of(headline or read.text), text=read.text, headline=headline)
        created = self.store.stories.create(new, self.signed().name)
        return replace(self.open_story(created.id), notes=read.notes)

    def open_story(self, story_id: str) -> StoryView:
        """Return a story for editing, with its findings and place; for reading only if another window has it.

        If a window that has died left newer text, that is the text shown, and `recovered` says so.
        """
        other = self.store.locks.take(story_id, self.person.name)
        put_right = self.store.reviews.look_after(story_id)
        view = self.view(story_id)
        view = replace(view, notes=(put_right,)) if put_right else view
        if other is not None:
            return replace(view, read_only=views.locked_words(other))
        self._based_on[story_id] = view.version
        self._has_shown(story_id, view.runs.values())
        copy = next((p.copy for p in self.store.recovery.pending() if p.copy.id == story_id), None)
        if copy is None:
            return view
        return replace(view, text=copy.text, by_hand=copy.by_hand, place=copy.place, runs={}, recovered=True)

    def take_file(self, story_id: str) -> StoryView:
        """Return the story with the words its file has by now as a new version."""
        view = self.view(story_id)
        if view.path is None:
            raise BugError("a story without a file cannot be read from it again")
        read = whole(read_draft(view.path))
        self.store.stories.save(
            story_id, read.text, self.signed().name, why="read from the file again", person=self.person.id
        )
        self.store.stories.describe(story_id, encoding=read.encoding, source_sha256=read.digest)
        return replace(self.open_story(story_id), notes=read.notes)

    def recover(self, recovery_id: str) -> StoryView:
        """Return the story of a recovery copy with the recovered text, not saved yet."""
        pending = next((p for p in self.store.recovery.pending() if p.copy.id == recovery_id), None)
        if pending is not None and pending.story is None:
            self.store.recovery.discard(recovery_id)
            return self.open_text(pending.copy.text, pending.copy.slug)
        return self.open_story(recovery_id)

    def close_story(self, story_id: str, draft: Draft | None = None) -> Changes:
        """Let go of a story, keeping the place of the cursor and the kinds set by hand."""
        if draft is not None and text_digest(draft.text) == self.store.stories.get(story_id).sha256:
            self.store.stories.remember(story_id, place=draft.place, by_hand=draft.by_hand, who=self.person.name)
        self.store.locks.release(story_id)
        self._based_on.pop(story_id, None)
        self._shown.pop(story_id, None)
        return Changes(frozenset())

    # -- Store: decisions --------------------------------------------------------------------------------------------

    def fixed(self, story_id: str, finding: Finding, remedy_title: str) -> Changes:
        """Record that a finding was mended, and how."""
        return self._decide(on_finding(Done.FIXED, finding, story_id, self.person.name, reason=remedy_title))

    def waive(self, story_id: str, finding: Finding, reason: str) -> Changes:
        """Let a finding stand, with the reason."""
        return self._decide(on_finding(Done.WAIVED, finding, story_id, self.person.name, reason=reason))

    def not_an_error(self, story_id: str, finding: Finding, scope: Scope, *, whole_rule: bool = False) -> Changes:
        """Declare a finding not an error; on the whole desk, an unknown word joins the desk's dictionary.

        With `whole_rule` the rule is quiet as far as the scope reaches, whatever it speaks of.
        """
        who = self.person.name
        decision = on_finding(Done.NOT_AN_ERROR, finding, story_id, who, scope=scope, whole_rule=whole_rule)
        if scope is Scope.DESK and finding.rule == _UNKNOWN_WORD and not whole_rule:
            self.store.dictionary.add(finding.quote, self.person.name)
            self._house = self.look_up_house()
        return self._decide(decision, Part.BRIEF)

    def answer_names(self, story_id: str, answer: NameAnswer) -> Changes:
        """Keep an answer on two forms of a name; the story is checked again with it."""
        decision = Decision(Done.ANSWERED, story_id, self.person.name, item=Item.NAMES, answer=answer)
        return self._decide(decision, Part.BRIEF)

    def tick(self, story_id: str, manual_item: str, on: bool) -> Changes:
        """Tick a manual item, or take the tick away."""
        done = Done.TICKED if on else Done.UNTICKED
        return self._decide(Decision(done, story_id, self.person.name, item=manual_item))

    def undo_decision(self, story_id: str, decision_id: str) -> Changes:
        """Take back a decision; what it was about is open again, and a word leaves the desk's dictionary."""
        undone = self.store.decisions.undo(decision_id, self.signed())
        if undone.scope is Scope.DESK:
            self.store.dictionary.remove(undone.subject)
            self._house = self.look_up_house()
        return Changes(DECIDED | {Part.BRIEF}, self.view(story_id), "Taken back.")

    # -- Store: describing and moving on -----------------------------------------------------------------------------

    def describe(
        self, story_id: str, *, slug: str | None = None, section: str | None = None, variant: str | None = None
    ) -> Changes:
        """Change slug, section or English of a story; what is None stays."""
        if section is not None:
            self.store.reviews.reassign(story_id, section, self.signed())
        self.store.stories.describe(story_id, slug=slug, variant=variant)
        parts = {Part.STORY, Part.QUEUE} | ({Part.BRIEF} if variant is not None else set())
        return Changes(frozenset(parts), self.view(story_id))

    # -- Ending ------------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the engine and the store."""
        super().close()
        if self._store is not None:
            self._store.close()
            self._store = None


def sample_path() -> Path:
    """Return the sample draft: one made-up story with a problem of each kind."""
    return resources_dir() / "samples" / "harbour-bridge.txt"
