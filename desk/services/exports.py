"""Texts that leave the desk: written to files, an approved one with its seal beside it, or the copy alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import BugError
from desk.readers.file_kind import DOCUMENT
from desk.review.seal import kinds_plain, text_digest
from desk.services.seal_file import beside, seal_words
from desk.services.sealed_documents import SealedDocument
from desk.story import Changes, Draft, Part, StoryView
from desk.writers.text import changed_on_disk, refuse_document, write_text

if TYPE_CHECKING:
    from desk.services.context import DeskContext


class ExportsService:
    """Exports, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def export(self, story_id: str, draft: Draft, path: Path) -> Changes:
        """Write the text to a file, and where it is an approved one its seal beside it.

        The story's own file is not overwritten if somebody else has changed it, and never where it is a document.
        """
        where = self._written(story_id, draft, path)
        said = f"Written to {where}."
        meanwhile = f"{path} was changed by somebody else meanwhile, and is untouched: this text is in {where}."
        with self._store.at_one_moment():
            view = self._context.view(story_id)
            seal = self.seal_words(view) if self.is_approved(view, draft) else ""
        if seal:
            write_text(beside(where), seal)
            said = f"{said} Its seal is in {beside(where).name}."
        return Changes(frozenset({Part.STORY}), view, said, to_read=() if where == path else (meanwhile,))

    def is_approved(self, view: StoryView, draft: Draft) -> bool:
        """Return whether an approval stands for exactly this text with these kinds."""
        if view.seal is None or not view.seal.stands or view.seal.sha256 != text_digest(draft.text):
            return False
        return (kinds_plain(draft.by_hand), draft.links) == (kinds_plain(view.by_hand), view.links)

    def seal_words(self, view: StoryView, document: SealedDocument | None = None) -> str:
        """Return the file that goes beside an approved text, or beside a document of it: its seal.

        Ask for it at the moment that the view is of, else it may be the seal of a later text.
        """
        seal = self._store.seals.last(view.id)
        if seal is None:
            raise BugError("a story with a standing seal has none")
        key = self._store.keys.get(seal.key)
        return seal_words(seal, key.public if key is not None else "", document)

    def _written(self, story_id: str, draft: Draft, path: Path) -> Path:
        """Write the text and return where it is: beside `path` where somebody else has changed that file meanwhile."""
        story = self._store.stories.get(story_id)
        own = story.path is not None and path.resolve() == story.path
        refuse_document(path, is_one=own and story.format == DOCUMENT)
        if own and path.exists() and changed_on_disk(path, story.source_sha256):
            path, own = path.with_stem(f"{path.stem}-copydesk"), False
        written = write_text(path, draft.text, story.encoding)
        if own:
            self._store.stories.describe(story_id, source_sha256=written.digest)
        return path

    def export_copy_only(self, draft: Draft, path: Path, encoding: str = "utf-8") -> Changes:
        """Write the story without paid text and leftovers, and the paid boxes behind it, to the file at `path`."""
        refuse_document(path)
        apart = self._context.examiner.copy_only(draft)
        write_text(path, apart.text, encoding)
        return Changes(frozenset(), said=f"Written to {path}: {apart.said}")
