"""Saving: new versions with their last check, files written, and recovery copies of what was typed but not saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.checks.grammar.reading import to_json
from desk.services import views
from desk.services.signing_keys import KeysRoom
from desk.story import Changes, Draft, Examination, Part, RecoveryOffer
from desk.text.blocks import Manuscript
from desk.writers.text import changed_on_disk, write_text

if TYPE_CHECKING:
    from desk.store.records.values import Story


class SavingRoom(KeysRoom):
    """Saving and recovering, for the store lane."""

    def __init__(self, settings_path: Path | None = None, database: str = "") -> None:
        self._based_on: dict[str, int] = {}
        """Story -> the version that is being edited here."""
        super().__init__(settings_path, database)

    def save(self, story_id: str, draft: Draft, examination: Examination | None) -> Changes:
        """Write a new version if the text changed, with block kinds, place, and the last run if it is of this text."""
        person = self.signed()
        headline = views.headline_of(examination.manuscript) if examination else None
        saved = self.store.stories.save(
            story_id,
            draft.text,
            person.name,
            by_hand=draft.by_hand,
            place=draft.place,
            headline=headline,
            base=self._based_on.get(story_id),
            person=person.id,
        )
        self._based_on[story_id] = saved.story.version
        if examination is not None and examination.manuscript.text == draft.text:
            runs = tuple(examination.runs.values())
            rules, engine = self.checked_by(saved.story.variant, runs)
            self.store.runs.save(story_id, saved.story.sha256, runs, rules=rules, engine=engine)
            self._has_shown(story_id, self.store.runs.of_text(story_id, saved.story.sha256).values())
            self._keep_readings(saved.story, examination.manuscript)
        said = f"Saved as version {saved.story.version}." if saved.new_version else ""
        if saved.voided:
            said = f"{said} The text has changed, so the approval no longer stands."
        if saved.restored:
            said = f"{said} This is the very text that was approved: the approval stands again."
        return Changes(frozenset({Part.STORY, Part.QUEUE}), self.view(story_id), said)

    def build_on(self, story_id: str, version: int) -> None:
        """Let the next save follow this version: somebody has seen it beside the text that is edited here."""
        self._based_on[story_id] = version

    def export(self, story_id: str, draft: Draft, path: Path) -> Changes:
        """Write the text to a file; the story's own file is not overwritten if somebody else has changed it."""
        _, said = self._exported(story_id, draft, path)
        return Changes(frozenset({Part.STORY}), self.view(story_id), said)

    def _exported(self, story_id: str, draft: Draft, path: Path) -> tuple[Path, str]:
        """Write the text and return where it is, with a word on it."""
        story = self.store.stories.get(story_id)
        own = story.path is not None and path.resolve() == story.path
        if own and path.exists() and changed_on_disk(path, story.source_sha256):
            path, own = path.with_stem(f"{path.stem}-copydesk"), False
            said = f"The file was changed by somebody else meanwhile: this text is in {path}, that one is untouched."
        else:
            said = f"Written to {path}."
        written = write_text(path, draft.text, story.encoding)
        if own:
            self.store.stories.describe(story_id, source_sha256=written.digest)
        return path, said

    def export_copy_only(self, draft: Draft, path: Path, encoding: str = "utf-8") -> Changes:
        """Write the story without paid text and leftovers, and the paid boxes behind it, to the file at `path`."""
        apart = self.copy_only(draft)
        write_text(path, apart.text, encoding)
        return Changes(frozenset(), said=f"Written to {path}: {apart.said}")

    def _keep_readings(self, story: "Story", manuscript_: Manuscript) -> None:
        key = self._grammar_key(story.variant)
        known = self.cache.known(Item.GRAMMAR, key, manuscript_.blocks)
        self.store.readings.fill(Item.GRAMMAR, key, {digest: to_json(reading) for digest, reading in known.items()})

    # -- Store: recovery ---------------------------------------------------------------------------------------------

    def keep_recovery(self, story_id: str, draft: Draft) -> None:
        """Keep what stands in the editor, apart from the saved versions."""
        from desk.store.records.values import RecoveryCopy

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

    def recoveries(self) -> list[RecoveryOffer]:
        """Return what windows that have died left unsaved, the newest first."""
        return [
            views.offer_of(pending, self.store.stories.text(pending.story.id) if pending.story else "")
            for pending in self.store.recovery.pending()
        ]

    def discard_recovery(self, recovery_id: str) -> Changes:
        """Throw a recovery copy away; the saved version stays."""
        self.store.recovery.discard(recovery_id)
        return Changes(frozenset({Part.QUEUE}), said="The unsaved text was thrown away.")
