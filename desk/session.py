"""The product in one sentence as code: read a draft, map it, check it, decide, save, move it on, and say what changed.

`Session` is the one door between the window and everything below. Reading, checking and settings stand in `Examiner`,
which the command line uses alone. Methods under "Store" touch the database and belong to one worker, the store lane.
Every method raises `KnownError` with one sentence for the user.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk import views
from desk.checks.check import Finding, Item
from desk.checks.grammar import from_json, to_json
from desk.checks.house import Brief, House, NameAnswer
from desk.errors import BugError
from desk.examiner import Examiner, copy_map
from desk.paths import resources_dir
from desk.readers import draft_of_text, read_draft
from desk.review.decisions import Decision, Done, Scope, on_finding
from desk.review.gate import pass_gate
from desk.review.people import Person, Role, working
from desk.review.seal import sealed, still_valid, text_digest
from desk.review.states import Action, State
from desk.story import Changes, Draft, Examination, MoveOption, Offer, Part, QueueRow, StoryView
from desk.text.blocks import Manuscript
from desk.writers.text import changed_on_disk, write_text

if TYPE_CHECKING:  # `copydesk check` needs no database, and SQLAlchemy takes 0.2 s to import
    from desk.keeping import Keeping
    from desk.store.connect import Store
    from desk.store.rows import Story

_UNKNOWN_WORD = "grammar.SPELLING"
_DECIDED = frozenset({Part.DECISIONS, Part.QUEUE})


class Session(Examiner):
    """One user's desk: what an examiner has, and the store once it is opened."""

    def __init__(self, settings_path: Path | None = None, database: str = "") -> None:
        self._database = database
        self._store: Store | None = None
        self.keeping: Keeping
        """The name book, once the store is open."""
        self._based_on: dict[str, int] = {}
        """Story -> the version that is being edited here."""
        super().__init__(settings_path)

    @property
    def person(self) -> Person:
        """Return who is working: the name that decisions and versions are signed with."""
        return working(self.settings.user_name, map(Role, self.settings.roles))

    def look_up_house(self) -> House:
        """Return the house with the desk's own words and names, once the store is open."""
        house = super().look_up_house()
        if self._store is None:
            return house
        return replace(house, dictionary=self._store.dictionary.words(), name_book=self._store.book.entries())

    def brief(self, story: StoryView) -> Brief:
        """Return what the checks are told about a story."""
        return Brief(self._house, story.variant, story.verdicts.name_answers)

    # -- Store: the queue --------------------------------------------------------------------------------------------

    def open_store(self) -> Changes:
        """Open the database, bringing an older one up to date after a backup."""
        from desk.keeping import Keeping
        from desk.store.connect import open_store

        self._store = open_store(self._database or self.settings.database)
        self.keeping = Keeping(self._store, lambda: self.person.name, self._book_changed)
        self._house = self.look_up_house()
        return Changes(frozenset({Part.QUEUE, Part.BRIEF, Part.BOOK}))

    def _book_changed(self) -> None:
        self._house = self.look_up_house()

    @property
    def store(self) -> "Store":
        """Return the open store; raises `BugError` before `open_store`."""
        if self._store is None:
            raise BugError("the store was used before it was opened")
        return self._store

    def queue_ids(self, words: str = "", states: Collection[State] = ()) -> list[str]:
        """Return the ids of the stories that hold these words in these states, the last changed first."""
        from desk.store.queue import Filter

        return self.store.queue.ids(Filter(states=frozenset(map(State, states)), text=words))

    def queue_rows(self, ids: Sequence[str]) -> list[QueueRow]:
        """Return the lines of these stories in this order; one that is gone is left out."""
        return [views.queue_row(row) for row in self.store.queue.rows(ids)]

    # -- Store: opening and closing ----------------------------------------------------------------------------------

    def open_file(self, path: Path) -> StoryView:
        """Return the story made from the file at `path`, now or earlier, with a word on what was guessed."""
        from desk.store.rows import NewStory

        read, path = read_draft(path), path.resolve()
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
        created = self.store.stories.create(new, self.person.name)
        return replace(self.open_story(created.id), notes=read.notes)

    def open_text(self, text: str, slug: str = "") -> StoryView:
        """Return a new story made from pasted text."""
        from desk.store.rows import NewStory

        read = draft_of_text(text)
        headline = views.headline_of(copy_map(read.text, read.format))
        new = NewStory(slug=slug or views.slug_of(headline or read.text), text=read.text, headline=headline)
        created = self.store.stories.create(new, self.person.name)
        return replace(self.open_story(created.id), notes=read.notes)

    def open_story(self, story_id: str) -> StoryView:
        """Return a story for editing, with its findings and place; for reading only if another window has it.

        If a window that has died left newer text, that is the text shown, and `recovered` says so.
        """
        other = self.store.locks.take(story_id, self.person.name)
        view = self._view(story_id)
        if other is not None:
            return replace(view, read_only=views.locked_words(other))
        self._based_on[story_id] = view.version
        copy = next((p.copy for p in self.store.recovery.pending() if p.copy.id == story_id), None)
        if copy is None:
            return view
        return replace(view, text=copy.text, by_hand=copy.by_hand, place=copy.place, runs={}, recovered=True)

    def take_file(self, story_id: str) -> StoryView:
        """Return the story with the words its file has by now as a new version."""
        view = self._view(story_id)
        if view.path is None:
            raise BugError("a story without a file cannot be read from it again")
        read = read_draft(view.path)
        self.store.stories.save(story_id, read.text, self.person.name, why="read from the file again")
        self.store.stories.describe(story_id, encoding=read.encoding, source_sha256=read.digest)
        return replace(self.open_story(story_id), notes=read.notes)

    def close_story(self, story_id: str, draft: Draft | None = None) -> Changes:
        """Let go of a story, keeping the place of the cursor and the kinds set by hand."""
        if draft is not None and text_digest(draft.text) == self.store.stories.get(story_id).sha256:
            self.store.stories.remember(story_id, place=draft.place, by_hand=draft.by_hand)
        self.store.locks.release(story_id)
        self._based_on.pop(story_id, None)
        return Changes(frozenset())

    def _view(self, story_id: str) -> StoryView:
        story = self.store.stories.get(story_id)
        text = self.store.stories.text(story_id)
        last = self.store.runs.last(story_id)
        force = self.store.decisions.in_force(story_id)
        self._fill_readings(story, text)
        return StoryView(
            id=story.id,
            slug=story.slug,
            text=text,
            state=story.state,
            headline=story.headline,
            section=story.section,
            owner=story.owner,
            variant=story.variant,
            format=story.format,
            encoding=story.encoding,
            path=story.path,
            version=story.version,
            saved=story.changed,
            by_hand=story.by_hand,
            place=story.place,
            runs=last.runs if last is not None and last.sha256 == story.sha256 else {},
            verdicts=views.verdicts_of(force),
            seal_valid=self._seal_stands(story, text),
        )

    def _seal_stands(self, story: "Story", text: str) -> bool:
        seal = self.store.reviews.seal(story.id) if story.state is State.APPROVED else None
        return seal is not None and still_valid(seal, text)

    # -- Store: saving -----------------------------------------------------------------------------------------------

    def save(self, story_id: str, draft: Draft, examination: Examination | None) -> Changes:
        """Write a new version if the text changed, with block kinds, place, and the last run if it is of this text."""
        headline = views.headline_of(examination.manuscript) if examination else None
        saved = self.store.stories.save(
            story_id,
            draft.text,
            self.person.name,
            by_hand=draft.by_hand,
            place=draft.place,
            headline=headline,
            base=self._based_on.get(story_id),
        )
        self._based_on[story_id] = saved.story.version
        if examination is not None and examination.manuscript.text == draft.text:
            self.store.runs.save(story_id, saved.story.sha256, examination.runs.values())
            self._keep_readings(saved.story, examination.manuscript)
        said = f"Saved as version {saved.story.version}." if saved.new_version else ""
        if saved.voided:
            said = f"{said} The text has changed, so the approval no longer stands."
        return Changes(frozenset({Part.STORY, Part.QUEUE}), self._view(story_id), said)

    def export(self, story_id: str, draft: Draft, path: Path) -> Changes:
        """Write the text to a file; the story's own file is not overwritten if somebody else has changed it."""
        story = self.store.stories.get(story_id)
        own = story.path is not None and path.resolve() == story.path
        if own and path.exists() and changed_on_disk(path, story.source_sha256):
            path = path.with_stem(f"{path.stem}-copydesk")
            said = f"The file was changed by somebody else meanwhile: this text is in {path}, that one is untouched."
        else:
            said = f"Written to {path}."
        written = write_text(path, draft.text, story.encoding)
        if own:
            self.store.stories.describe(story_id, source_sha256=written.digest)
        return Changes(frozenset({Part.STORY}), self._view(story_id), said)

    def export_copy_only(self, draft: Draft, path: Path, encoding: str = "utf-8") -> Changes:
        """Write the story without paid text and leftovers, and the paid boxes behind it, to the file at `path`."""
        apart = self.copy_only(draft)
        write_text(path, apart.text, encoding)
        return Changes(frozenset(), said=f"Written to {path}: {apart.said}")

    def _grammar_key(self, variant: str) -> str:
        return self._checks[Item.GRAMMAR].key(Brief(self._house, variant))

    def _keep_readings(self, story: "Story", manuscript_: Manuscript) -> None:
        key = self._grammar_key(story.variant)
        known = self.cache.known(Item.GRAMMAR, key, manuscript_.blocks)
        self.store.readings.fill(Item.GRAMMAR, key, {digest: to_json(reading) for digest, reading in known.items()})

    def _fill_readings(self, story: "Story", text: str) -> None:
        blocks = copy_map(text, story.format, tuple(sorted(story.by_hand.items()))).blocks
        key = self._grammar_key(story.variant)
        kept = self.store.readings.known(Item.GRAMMAR, key, [block.digest for block in blocks])
        self.cache.fill(Item.GRAMMAR, key, {digest: from_json(reading) for digest, reading in kept.items()})

    # -- Store: recovery ---------------------------------------------------------------------------------------------

    def keep_recovery(self, story_id: str, draft: Draft) -> None:
        """Keep what stands in the editor, apart from the saved versions."""
        from desk.store.rows import RecoveryCopy

        story = self.store.stories.get(story_id)
        self.store.recovery.save(
            RecoveryCopy(
                id=story_id,
                slug=story.slug,
                text=draft.text,
                by_hand=draft.by_hand,
                place=draft.place,
                format=draft.format,
                path=story.path,
            )
        )

    def recoveries(self) -> list[Offer]:
        """Return what windows that have died left unsaved, the newest first."""
        return [
            views.offer_of(pending, self.store.stories.text(pending.story.id) if pending.story else "")
            for pending in self.store.recovery.pending()
        ]

    def recover(self, recovery_id: str) -> StoryView:
        """Return the story of a recovery copy with the recovered text, not saved yet."""
        pending = next((p for p in self.store.recovery.pending() if p.copy.id == recovery_id), None)
        if pending is not None and pending.story is None:
            self.store.recovery.discard(recovery_id)
            return self.open_text(pending.copy.text, pending.copy.slug)
        return self.open_story(recovery_id)

    def discard_recovery(self, recovery_id: str) -> Changes:
        """Throw a recovery copy away; the saved version stays."""
        self.store.recovery.discard(recovery_id)
        return Changes(frozenset({Part.QUEUE}), said="The unsaved text was thrown away.")

    # -- Store: decisions --------------------------------------------------------------------------------------------

    def fixed(self, story_id: str, finding: Finding, remedy_title: str) -> Changes:
        """Record that a finding was mended, and how."""
        return self._decide(on_finding(Done.FIXED, finding, story_id, self.person.name, reason=remedy_title))

    def waive(self, story_id: str, finding: Finding, reason: str) -> Changes:
        """Let a finding stand, with the reason."""
        return self._decide(on_finding(Done.WAIVED, finding, story_id, self.person.name, reason=reason))

    def not_an_error(self, story_id: str, finding: Finding, scope: Scope) -> Changes:
        """Declare a finding not an error; on the whole desk, an unknown word joins the desk's dictionary."""
        decision = on_finding(Done.NOT_AN_ERROR, finding, story_id, self.person.name, scope=scope)
        if scope is Scope.DESK and finding.rule == _UNKNOWN_WORD:
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
        undone = self.store.decisions.undo(decision_id, self.person.name)
        if undone.scope is Scope.DESK:
            self.store.dictionary.remove(undone.subject)
            self._house = self.look_up_house()
        return Changes(_DECIDED | {Part.BRIEF}, self._view(story_id), "Taken back.")

    def _decide(self, decision: Decision, *also: Part) -> Changes:
        story = self.store.stories.get(decision.story)
        self.store.decisions.add(replace(decision, sha256=story.sha256))
        return Changes(_DECIDED | frozenset(also), self._view(decision.story))

    # -- Store: describing and moving on -----------------------------------------------------------------------------

    def describe(
        self, story_id: str, *, slug: str | None = None, section: str | None = None, variant: str | None = None
    ) -> Changes:
        """Change slug, section or English of a story; what is None stays."""
        self.store.stories.describe(story_id, slug=slug, section=section, variant=variant)
        parts = {Part.STORY, Part.QUEUE} | ({Part.BRIEF} if variant is not None else set())
        return Changes(frozenset(parts), self._view(story_id))

    def moves(self, story: StoryView) -> tuple[MoveOption, ...]:
        """Return where the story can go from here, and what stands in the way of each move."""
        force = self.store.decisions.in_force(story.id)
        runs = self._view(story.id).runs
        return views.options(force, self.person, views.checklist_of(runs, force, self.settings))

    def move(
        self, story_id: str, action: Action, note: str, draft: Draft, acknowledged: Collection[str] = ()
    ) -> Changes:
        """Save the draft and move the story on; an approval is sealed to this exact text, its run and its waivers."""
        if text_digest(draft.text) != self.store.stories.get(story_id).sha256:
            self.save(story_id, draft, None)
        view, force = self._view(story_id), self.store.decisions.in_force(story_id)
        named = pass_gate(action, views.checklist_of(view.runs, force, self.settings), acknowledged)
        if action is Action.APPROVE:
            last = self.store.runs.last(story_id)
            waivers = [d.id for d in force.waivers(views.all_findings(view.runs))]
            digest = last.digest if last is not None else ""
            seal = sealed(story_id, view.text, digest, self.person.name, waivers, named)
            self.store.reviews.approve(self.person, seal, note)
            self._learn_names(view, draft)
        else:
            self.store.reviews.move(story_id, action, self.person, note, named)
        view = self._view(story_id)
        return Changes(frozenset({Part.STORY, Part.QUEUE, Part.DECISIONS}), view, f"{view.slug}: {view.state}.")

    def _learn_names(self, view: StoryView, draft: Draft) -> None:
        """Propose the names of an approved story for the name book; a keeper decides."""
        names = view.runs[Item.NAMES].findings if Item.NAMES in view.runs else ()
        manuscript = copy_map(draft.text, draft.format, tuple(sorted(draft.by_hand.items())))
        self.keeping.propose(view.id, self.ledger(manuscript, names, self.brief(view)))

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
