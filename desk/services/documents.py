"""Stories as documents: new ones in the formats that newsrooms take, an approved one with its seal beside it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map_of
from desk.errors import KnownError
from desk.readers.file_kind import DOCUMENT
from desk.services.seal_file import beside
from desk.story import Changes, Draft, StoryView
from desk.writers.formats.story import ExportedFacts, ExportedSeal, ExportedStory, exported_story
from desk.writers.together import write_together

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.exports import ExportsService


class DocumentsService:
    """Documents of stories, for the store lane."""

    def __init__(self, context: "DeskContext", exports: "ExportsService") -> None:
        self._context, self._exports = context, exports

    def export(self, story_id: str, draft: Draft, path: Path, format_: str) -> Changes:
        """Write the story as a new document, where it is an approved one with its seal: both whole, or neither.

        Raises `KnownError` where the document that the story came in would be overwritten.
        """
        view = self._context.view(story_id)
        if view.path is not None and view.format == DOCUMENT and path.resolve() == view.path:
            raise KnownError(
                f"{path} was not written: it is the document that the story came in, which stays as it is. "
                "Choose another name."
            )
        files = self.files(view, draft, path, format_)
        write_together(files)
        said = f"Written to {path}."
        if beside(path) in files:
            said = f"{said} Its seal is in {beside(path).name}."
        return Changes(frozenset(), said=f"{said} {self._context.examiner.copy_only(draft).said}")

    def remember(self, folder: Path, format_: str) -> None:
        """Keep what an export was for the next one to begin with; where settings cannot be written, nothing."""
        settings, wanted = self._context.settings, {"export_folder": str(folder.absolute()), "export_format": format_}
        if any(getattr(settings, name) != value for name, value in wanted.items()):
            with suppress(KnownError):
                self._context.examiner.change_settings(wanted)

    def files(self, view: StoryView, draft: Draft, path: Path, format_: str) -> dict[Path, bytes]:
        """Return what is to be written of a story in one format: the document, and its seal where it is approved."""
        from desk.writers.formats import FORMATS

        out = {path: FORMATS[format_](self._exported(view, draft))}
        if self._exports.is_approved(view, draft):
            out[beside(path)] = self._exports.seal_words(view).encode()
        return out

    def _exported(self, view: StoryView, draft: Draft) -> ExportedStory:
        boxes = self._context.examiner.copy_only(draft).boxes
        return exported_story(copy_map_of(draft), boxes, self._facts(view, draft))

    def _facts(self, view: StoryView, draft: Draft) -> ExportedFacts:
        seal = view.seal if self._exports.is_approved(view, draft) else None
        return ExportedFacts(
            slug=view.slug,
            section=view.section,
            language=view.variant or self._context.settings.variant,
            changed=view.saved,
            seal=None if seal is None else ExportedSeal(seal.id, seal.who, seal.when),
        )
