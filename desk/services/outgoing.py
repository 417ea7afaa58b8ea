"""The outgoing folder: what is approved is written there in the desk's formats with its seal, all of it or nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.services.seal_file import SEAL_SUFFIX, beside
from desk.story import Changes, Draft, StoryView, Unsent
from desk.text.words import plural
from desk.writers.claimed import write_claimed
from desk.writers.file_names import file_name
from desk.writers.format_words import AS_IT_STANDS, FORMAT_WORDS
from desk.writers.text import encoded

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.documents import DocumentsService
    from desk.services.exports import ExportsService


class OutgoingService:
    """What goes out, for the store lane."""

    def __init__(self, context: "DeskContext", exports: "ExportsService", documents: "DocumentsService") -> None:
        self._context, self._exports, self._documents = context, exports, documents

    def send(self, story_id: str) -> Changes:
        """Write an approved story into the outgoing folder; where that fails the approval stands, `unsent` says why.

        Nothing happens on a desk without such a folder.
        """
        settings = self._context.settings
        if not settings.outgoing_folder or not settings.outgoing_formats:
            return Changes(frozenset())
        with self._context.store.at_one_moment():
            view = self._context.view(story_id)
            try:
                said = self._sent(view, Path(settings.outgoing_folder).expanduser(), settings.outgoing_formats)
            except KnownError as error:
                return Changes(frozenset(), unsent=(Unsent(story_id, f"“{view.slug}” did not go out. {error}"),))
        return Changes(frozenset(), said=said)

    def _sent(self, view: StoryView, folder: Path, formats: tuple[str, ...]) -> str:
        """Write it and say where; raises `KnownError` where it cannot be, or where the text is not an approved one."""
        draft = view.draft
        if not self._exports.is_approved(view, draft):
            raise KnownError("Its text as it stands is not approved.")
        if not folder.is_dir():
            raise KnownError(
                f"The outgoing folder {folder} is not there: connect it, or name another one in the settings."
            )
        seals, texts = {}, {}
        for format_ in formats:
            ending = _ending(format_)
            path = folder / f"{file_name(view.slug)}{ending}"
            files = self._written(view, draft, path, format_)
            seals[f"{ending}{SEAL_SUFFIX}"], texts[ending] = files[beside(path)], files[path]
        # whoever waits for a text finds its seal there already
        name = write_claimed(folder, file_name(view.slug), seals | texts)
        return f"It went out as {name} ({plural(len(texts), 'file')} with seals in {folder})."

    def _written(self, view: StoryView, draft: Draft, path: Path, format_: str) -> dict[Path, bytes]:
        """Return one format of an approved story and its seal."""
        if format_ == AS_IT_STANDS:
            seal = self._exports.seal_words(view).encode()
            return {path: encoded(path, draft.text, "utf-8"), beside(path): seal}
        return self._documents.files(view, draft, path, format_)


def _ending(format_: str) -> str:
    return ".txt" if format_ == AS_IT_STANDS else FORMAT_WORDS[format_].ending
