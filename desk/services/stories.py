"""Stories: made from files and pasted text, opened, described, taken in hand, let go of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map
from desk.errors import BugError, KnownError
from desk.readers.clipboard import draft_of_clip
from desk.readers.draft import FileDraft, whole
from desk.review.seal import text_digest
from desk.review.states import State, is_turned
from desk.services import views
from desk.services.from_document import first_hand, new_remarks, remarks_of, told
from desk.services.from_wire import filed, paid_roles
from desk.story import Changes, Draft, Part, StoryView
from desk.text.aims import HEADLINES, LENGTH
from desk.text.carried_links import carried_links
from desk.text.links import Links

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import NewStory, Original

_STORY = frozenset({Part.STORY, Part.QUEUE})


class StoriesService:
    """The stories of a desk, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def view(self, story_id: str) -> StoryView:
        """Return a story as the database has it now."""
        return self._context.view(story_id)

    def recall_readings(self, story_id: str) -> None:
        """Let the next check of a story know what the store remembers of its blocks, before it is checked.

        Apart from `view`: it takes grammar's rooms, 0.2 s at the first time, and the text can be on the screen by then.
        """
        self._context.recall_readings(story_id)

    def named(self, name: str) -> str:
        """Return the id of the story with this id or slug, the last changed of several; raises `KnownError`."""
        found = self._store.stories.named(name)
        if not found:
            raise KnownError(f"“{name}” is no file and no story of this desk: give a file, or a story's slug or id.")
        return found[0].id

    # -- Opening and closing -----------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> StoryView:
        """Return the story made from the file at `path`, now or earlier, with a word on what was guessed."""
        read, path = self._read(path), path.resolve()
        known = self._store.stories.find(path)
        if known is not None:
            self._keep_original(known.id, read, path.name)
            story = self.open_story(known.id)
            return replace(story, changed_on_disk=known.source_sha256 != read.digest)
        return self._created(self._new(path, read), read)

    def made_from(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return the ids of the stories that were made from these files before, empty for one of which none was."""
        known = [self._store.stories.find(path.resolve()) for path in paths]
        return tuple("" if story is None else story.id for story in known)

    def read_in(self, path: Path) -> "NewStory":
        """Return what a story made from the file at `path` begins with; raises `KnownError` where it cannot be read."""
        read, path = self._read(path), path.resolve()
        return self._new(path, read)

    def _new(self, path: Path, read: FileDraft) -> "NewStory":
        """Return what the story of a file begins with."""
        new = replace(_new_story(read, path.stem), path=path, source_sha256=read.digest, encoding=read.encoding)
        return _with_document(new, read, path.name, self._context.settings.sections)

    def open_text(self, text: str, slug: str = "", html: str = "") -> StoryView:
        """Return a new story made from pasted text; `html` is what the clipboard holds besides, where it does."""
        read = whole(draft_of_clip(html, text, self._context.examiner.documents.clip))
        return self._created(_new_story(read, slug), read)

    def _open_typed(self, text: str, slug: str, links: Links) -> StoryView:
        """Return a new story made from what stood in an editor."""
        read = whole(draft_of_clip("", text))
        return self._created(_new_story(replace(read, links=links if read.text == text else ()), slug), read)

    def new_story(self) -> StoryView:
        """Return a new story without a word; one that was begun and left empty is taken up again.

        It gets its slug with its first words, when it is saved.
        """
        person, empty = self._context.signed(), text_digest("")
        for begun in self._store.stories.named(views.UNTITLED):
            mine = person.did(begun.owner) and begun.state == State.DRAFT
            if mine and begun.sha256 == empty and not self._is_open(begun.id):
                return self.open_story(begun.id)
        wordless = FileDraft("")
        return self._created(_new_story(wordless, ""), wordless)

    def _is_open(self, story_id: str) -> bool:
        """Return whether a story is open, in another window of ours or anybody's."""
        return story_id in self._context.based_on or self._store.locks.holder(story_id) is not None

    def _read(self, path: Path) -> FileDraft:
        """Return the draft in a file; after a document the process of the next one is made ready."""
        examiner = self._context.examiner
        read = whole(examiner.read(path))
        if read.document is not None:
            examiner.documents.ready()
        return read

    def _created(self, new: "NewStory", read: FileDraft) -> StoryView:
        created = self._store.stories.create(new, self._context.signed().actor)
        came = told(read.document) if read.document is not None else ()
        return replace(self.open_story(created.id), notes=(*came, *read.notes))

    def open_story(self, story_id: str) -> StoryView:
        """Return a story for editing, with its findings and place; for reading only if another window has it.

        If a window that has died left newer text, that is the text shown, and `recovered` says so.
        """
        other = self._store.locks.take(story_id, self._context.person.actor)
        put_right = self._store.reviews.look_after(story_id)
        if put_right:
            self._context.read_use()
        view = self.view(story_id)
        view = replace(view, notes=(put_right,)) if put_right else view
        if other is not None:
            return replace(view, read_only=views.locked_words(other))
        self._context.based_on[story_id] = view.version
        self._context.has_shown(story_id, view.runs.values())
        copy = next((p.copy for p in self._store.recovery.pending() if p.copy.id == story_id), None)
        if copy is None:
            return view
        view = replace(view, text=copy.text, by_hand=copy.by_hand, links=copy.links, place=copy.place)
        return replace(view, runs={}, recovered=True)

    def take_file(self, story_id: str) -> StoryView:
        """Return the story with the words its file has by now as a new version, and what was commented there since."""
        view, person = self.view(story_id), self._context.signed()
        if view.path is None:
            raise BugError("a story without a file cannot be read from it again")
        read = self._read(view.path)
        with self._store.together():
            links = read.links if read.document is not None else carried_links(view.links, view.text, read.text)
            saved = self._store.stories.save(
                story_id, read.text, person.actor, why="read from the file again", links=links
            )
            roles = read.roles if saved.new_version else None  # the copy map of a text that may be approved stays
            self._store.stories.describe(story_id, encoding=read.encoding, source_sha256=read.digest, roles=roles)
            self._take_comments(story_id, read, saved.story.version)
            if (original := _original(read, view.path.name)) is not None:
                self._store.originals.keep(story_id, saved.story.version, original)
            other = self._take_wire(view, read)
        if saved.voided or saved.restored:
            self._context.read_use()
        return replace(self.open_story(story_id), notes=(*other, *read.notes))

    def _take_wire(self, view: StoryView, read: FileDraft) -> tuple[str, ...]:
        """Keep what the wire of a file says by now, a new or later embargo too; an earlier one, or none, is told of."""
        said = filed(read.document, ()) if read.document is not None else None
        if said is None or not said.is_wire:
            return ()
        kept = {name: view.details[name] for name in ("embargo", LENGTH, HEADLINES) if name in view.details}
        self._store.stories.describe(view.id, details={**kept, **said.details}, who=self._context.person.actor)
        if said.embargo is not None and (view.embargo is None or said.embargo > view.embargo):
            self._store.reviews.set_embargo(view.id, said.embargo, self._context.signed())
        elif view.embargo_words() and said.embargo != view.embargo:
            return ("The file’s embargo ends earlier by now, or is gone: the story’s stays until somebody changes it.",)
        return ()

    def _keep_original(self, story_id: str, read: FileDraft, name: str) -> None:
        """Keep the document of a story that was made before documents were kept, if it has not changed since."""
        original = _original(read, name)
        if original is None or self._store.originals.last(story_id) is not None:
            return
        versions = self._store.stories.versions(story_id)
        of_it = [version.number for version in versions if version.sha256 == text_digest(read.text)]
        if of_it:
            self._store.originals.keep(story_id, min(of_it), original)

    def _take_comments(self, story_id: str, read: FileDraft, version: int) -> None:
        if read.document is not None:
            came = remarks_of(read.document, read.text, version)
            for remark in tuple(new_remarks(came, self._store.comments.threads(story_id))):
                self._store.comments.add(replace(remark, story=story_id))

    def recover(self, recovery_id: str) -> StoryView:
        """Return the story of a recovery copy with the recovered text, not saved yet."""
        pending = next((p for p in self._store.recovery.pending() if p.copy.id == recovery_id), None)
        if pending is not None and pending.story is None:
            with self._store.together():  # else the text would be nowhere for a moment
                self._store.recovery.discard(recovery_id)
                return self._open_typed(pending.copy.text, pending.copy.slug, pending.copy.links)
        return self.open_story(recovery_id)

    def keep_apart(self, story_id: str, text: str, slug: str, links: Links = ()) -> StoryView:
        """Return a story of its own made of a text that somebody else overtook; its recovery copy is needed no more."""
        with self._store.together():
            self._store.recovery.discard(story_id)
            return self._open_typed(text, slug, links)

    def still_open(self) -> None:
        """Say that the stories that are open here still are; other machines cannot see whether this one lives.

        What others emptied by law meanwhile is heard of as well.
        """
        self._store.locks.renew()
        self._store.emptying.look()

    def close_story(self, story_id: str, draft: Draft | None = None) -> Changes:
        """Let go of a story, keeping the place of the cursor and the kinds set by hand.

        A `draft` is what is kept of it: whatever else was typed was taken back, and its recovery copy goes. None leaves
        the copy, to be offered at the next start.
        """
        stories, who, parts = self._store.stories, self._context.person.actor, frozenset[Part]()
        if draft is not None and text_digest(draft.text) == (before := stories.get(story_id)).sha256:
            after = stories.remember(story_id, place=draft.place, by_hand=draft.by_hand, who=who)
            parts = self._context.read_use() if is_turned(before.state, after.state) else parts
        if draft is not None:
            self._store.recovery.drop_own(story_id)
        self._store.locks.release(story_id)
        self._context.based_on.pop(story_id, None)
        self._context.shown.pop(story_id, None)
        return Changes(parts)

    # -- Describing --------------------------------------------------------------------------------------------------

    def describe(
        self,
        story_id: str,
        *,
        slug: str | None = None,
        section: str | None = None,
        variant: str | None = None,
        facts: Mapping[str, str] | None = None,
    ) -> Changes:
        """Change slug, section, English or facts of a story; what is None stays, and so do facts that are not named.

        Facts go by the names of the readers (byline, urgency, keywords, editors_note); an empty one is taken away.
        """
        with self._store.together():
            if section is not None:
                self._store.reviews.reassign(story_id, section, self._context.signed())
            details = None if facts is None else _with_facts(self._store.stories.get(story_id).details, facts)
            who = self._context.person.actor
            self._store.stories.describe(story_id, slug=slug, variant=variant, details=details, who=who)
        parts = _STORY | ({Part.BRIEF} if variant is not None else set())
        return Changes(parts, self.view(story_id))

    def set_deadline(self, story_id: str, when: datetime | None) -> Changes:
        """Say by when the story must be out; None for no deadline. Raises `KnownError` while nobody says who works."""
        self._store.stories.set_deadline(story_id, when, self._context.signed().actor)
        return Changes(_STORY, self.view(story_id))

    def set_embargo(self, story_id: str, until: datetime | None) -> Changes:
        """Say until when the story must not be published; None for no embargo. What its wire said of one is settled.

        Raises `KnownError` while nobody says who works, and where only a chief may lift it.
        """
        self._store.reviews.set_embargo(story_id, until, self._context.signed())
        return Changes(_STORY | {Part.DECISIONS}, self.view(story_id))

    def set_aims(self, story_id: str, *, length: str | None = None, headlines: Sequence[str] | None = None) -> Changes:
        """Keep how long a story is to be ("450 words", empty for no length), or its other headlines; None stays."""
        given = {LENGTH: length, HEADLINES: None if headlines is None else "\n".join(headlines)}
        changed = {name: words for name, words in given.items() if words is not None}
        with self._store.together():
            details = {**self._store.stories.get(story_id).details, **changed}
            details, who = {name: words for name, words in details.items() if words}, self._context.person.actor
            self._store.stories.describe(story_id, details=details, who=who)
        return Changes(_STORY, self.view(story_id))

    def take(self, story_id: str) -> Changes:
        """Take a story in hand."""
        self._store.stories.take(story_id, self._context.signed())
        return Changes(_STORY | {Part.DECISIONS}, self.view(story_id))


def _with_document(new: "NewStory", read: FileDraft, name: str, sections: Sequence[str] = ()) -> "NewStory":
    """Return a new story with what else its document holds: changes, comments, its bytes, what its wire says."""
    if read.document is None:
        return new
    first = first_hand(read)
    remarks = remarks_of(read.document, read.text, version=1 if first is None else 2)
    said = filed(read.document, sections)
    return replace(
        new,
        first=first,
        remarks=remarks,
        original=_original(read, name),
        slug=said.slug or new.slug,
        headline=new.headline or said.headline,
        section=said.section,
        variant=said.variant,
        embargo=said.embargo,
        details=said.details,
        roles=paid_roles(read) if said.is_paid else new.roles,
    )


def _with_facts(details: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    """Return details with other facts, each on one line; those that say nothing are not there."""
    said = {**details, **{name: " ".join(words.split()) for name, words in facts.items()}}
    return {name: words for name, words in said.items() if words}


def _original(read: FileDraft, name: str) -> "Original | None":
    """Return the document of a draft as it is kept; None for plain text, which is what its versions are."""
    from desk.store.records.values import Original

    return None if read.document is None else Original(name, read.document.format, read.raw)


def _new_story(read: FileDraft, slug: str) -> "NewStory":
    """Return what a draft begins with; without a slug its first words are one."""
    from desk.store.records.values import NewStory

    headline = views.headline_of(copy_map(read.text, read.format, roles=read.roles))
    slug = slug or views.slug_of(headline or read.text)
    return NewStory(
        slug=slug, text=read.text, headline=headline, format=read.format, roles=read.roles, links=read.links
    )
