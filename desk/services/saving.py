"""Saving: new versions with their last check, and recovery copies of what was typed but not saved."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.checks.grammar.reading import to_json, tried_to_json
from desk.errors import KnownError
from desk.review.states import State
from desk.services import views
from desk.services.kept_aside import drop_aside, keep_aside
from desk.story import Changes, Draft, Examination, Part, RecoveryOffer, StoryView
from desk.text.blocks import Block

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import RecoveryCopy, Story


_SAVED_KEPT = 32
"""Stories: more than all windows of one desk have open or are just leaving."""


class SavingService:
    """Saving and recovering, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store
        self._set_aside: dict[str, str] = {}
        """By story the text that was set aside: what was on its way to the store before is older, and drops no file."""
        self._saved: dict[str, Draft] = {}
        """By story what was saved here last, the latest at the end: that needs no file, however late it is asked."""
        self._filing = Lock()
        """Held while a file is written or dropped: the lane that waits for the database is not the one that writes."""

    def save(self, story_id: str, draft: Draft, examination: Examination | None, why: str = "") -> Changes:
        """Write a new version if the text changed, with block kinds, place, and the last run if it is of this text."""
        context, person = self._context, self._context.signed()
        with self._or_aside(story_id, draft):
            saved = self._store.stories.save(
                story_id,
                draft.text,
                person.actor,
                by_hand=draft.by_hand,
                place=draft.place,
                why=why,
                headline=views.headline_of(examination.manuscript) if examination else None,
                roles=draft.roles,
                links=draft.links,
                base=context.based_on.get(story_id),
            )
            self._remember(story_id, draft)  # before a file of it is dropped
        self._name(saved.story, draft, examination)
        context.based_on[story_id] = saved.story.version
        if examination is not None and examination.manuscript.text == draft.text:
            self._keep_check(saved.story, examination)
        said = f"Saved as version {saved.story.version}." if saved.new_version else ""
        if saved.voided:
            said = f"{said} The text has changed, so the approval no longer stands."
        if saved.restored:
            said = f"{said} This is the very text that was approved: the approval stands again."
        parts = frozenset({Part.STORY, Part.QUEUE})
        if saved.voided or saved.restored:
            parts |= context.read_use()
        return Changes(parts, context.view(story_id), said)

    def _remember(self, story_id: str, draft: Draft) -> None:
        """Hold what was saved, and let go of what was saved many stories ago: a day has hundreds of them."""
        with self._filing:
            self._saved.pop(story_id, None)
            self._saved[story_id] = replace(draft, place=0)
            if len(self._saved) > _SAVED_KEPT:
                del self._saved[next(iter(self._saved))]

    def _name(self, story: "Story", draft: Draft, examination: Examination | None) -> None:
        """Give a draft that was begun without a word the slug of its first words."""
        if story.slug == views.UNTITLED and story.state == State.DRAFT:
            headline = views.headline_of(examination.manuscript) if examination else ""
            if (slug := views.slug_of(headline or draft.text)) != views.UNTITLED:
                self._store.stories.describe(story.id, slug=slug, who=self._context.person.actor)

    def build_on(self, story_id: str, version: int) -> Changes:
        """Let the next save follow this version: somebody has seen it beside the text that is edited here."""
        self._store.about_to_change()
        self._context.based_on[story_id] = version
        return Changes(frozenset())

    def _keep_check(self, story: "Story", examination: Examination) -> None:
        """Keep what the checks said of the saved text, and what grammar read of its blocks."""
        store, examiner, runs = self._store, self._context.examiner, tuple(examination.runs.values())
        rules, engine = examiner.checked_by(story.variant, runs)
        store.runs.save(story.id, story.sha256, runs, rules=rules, engine=engine)
        self._context.has_shown(story.id, store.runs.of_text(story.id, story.sha256).values())
        key = examiner.grammar_key(story.variant)
        known = examiner.cache.known(Item.GRAMMAR, key, examination.manuscript.blocks)
        store.readings.fill(Item.GRAMMAR, key, {digest: to_json(reading) for digest, reading in known.items()})

    def keep_tried(self, blocks: Sequence[Block], variant: str) -> Changes:
        """Keep what was tried of grammar's remedies in these blocks, so that a story opened again asks nothing."""
        examiner = self._context.examiner
        key = examiner.tried_key(variant)
        known = examiner.cache.known(Item.GRAMMAR, key, blocks)
        self._store.readings.fill(Item.GRAMMAR, key, {digest: tried_to_json(tried) for digest, tried in known.items()})
        return Changes(frozenset())

    # -- Recovery ----------------------------------------------------------------------------------------------------

    def keep_recovery(self, story_id: str, draft: Draft) -> Changes:
        """Keep what stands in the editor, apart from the saved versions; no view shows it."""
        with self._or_aside(story_id, draft):
            self._store.recovery.save(self._copy(story_id, draft))
        return Changes(frozenset())

    @contextmanager
    def _or_aside(self, story_id: str, draft: Draft) -> Iterator[None]:
        """Keep the text in a file where the database has gone, and say so in the error; drop the file once it is not.

        What stands in the editor alone would be lost with the window.
        """
        from desk.store.database.faults import Damaged, Gone

        try:
            yield
        except (Gone, Damaged) as error:
            path = keep_aside(self._copy(story_id, draft), self._store.name)
            raise KnownError(f"{error} What you typed is kept in {path} and is offered when it is opened again.") from (
                error
            )
        with self._filing:
            if self._set_aside.get(story_id) in (None, draft.text):
                drop_aside(story_id)
                self._set_aside.pop(story_id, None)

    def set_aside(self, story: StoryView, draft: Draft) -> Path | None:
        """Keep what stands in the editor in a file that is offered at the next start, and return where it is.

        None where the database took it meanwhile.
        Nothing is asked of the database: whoever calls this may be waiting for it, and does not call from its lane.
        """
        from desk.store.records.values import RecoveryCopy

        copy = RecoveryCopy(
            id=story.id,
            slug=story.slug,
            text=draft.text,
            by_hand=draft.by_hand,
            place=draft.place,
            format=draft.format,
            path=story.path,
            links=draft.links,
        )
        with self._filing:
            if self._saved.get(story.id) == replace(draft, place=0):
                return None
            path = keep_aside(copy, self._store.name)
            self._set_aside[story.id] = draft.text
            return path

    def _copy(self, story_id: str, draft: Draft) -> "RecoveryCopy":
        """Return the recovery copy of a draft; without its slug where the database tells nothing any more."""
        from desk.store.records.values import RecoveryCopy

        slug, path = "", None
        with suppress(KnownError):
            story = self._store.stories.get(story_id)
            slug, path = story.slug, story.path
        return RecoveryCopy(
            id=story_id,
            slug=slug,
            text=draft.text,
            by_hand=draft.by_hand,
            place=draft.place,
            format=draft.format,
            path=path,
            links=draft.links,
        )

    def recoveries(self) -> list[RecoveryOffer]:
        """Return what windows that have died left unsaved, the newest first."""
        return [
            views.offer_of(pending, self._store.stories.text(pending.story.id) if pending.story else "")
            for pending in self._store.recovery.pending()
        ]

    def discard_recovery(self, recovery_id: str) -> Changes:
        """Throw a recovery copy away; the saved version stays."""
        self._store.recovery.discard(recovery_id)
        return Changes(frozenset({Part.QUEUE}), said="The unsaved text was thrown away.")
