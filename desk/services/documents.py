"""Stories as documents: new ones in the formats that newsrooms take, an approved one with its seal beside it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.checklist import Standing
from desk.checking.copy_map import copy_map_of
from desk.errors import KnownError
from desk.readers.file_kind import DOCUMENT
from desk.review.comments import placed
from desk.services.going_back import RETURNED, VersionText, change_rounds, links_of_document, remark_rounds
from desk.services.seal_file import beside
from desk.services.sealed_documents import MOST_CHARACTERS, SealedDocument
from desk.story import Changes, Draft, GoingBack, StoryView
from desk.text.carried_links import links_changed
from desk.text.diff import compare
from desk.text.moments import iso_to_the_second
from desk.text.words import plural
from desk.writers.edits import ReturnChoices, ReturnedRemark, ReturnRound
from desk.writers.findings import remarks_on
from desk.writers.formats.story import ExportedFacts, ExportedSeal, ExportedStory, exported_story, with_wire
from desk.writers.together import write_together

if TYPE_CHECKING:
    from desk.readers.document import Document
    from desk.services.context import DeskContext
    from desk.services.exports import ExportsService
    from desk.store.records.values import KeptOriginal


class DocumentsService:
    """Documents of stories, for the store lane."""

    def __init__(self, context: "DeskContext", exports: "ExportsService") -> None:
        self._context, self._exports = context, exports

    # -- Back into the document that it came in ----------------------------------------------------------------------

    def going_back(self, story_id: str) -> GoingBack:
        """Return what would go back into the document that a story came in; raises `KnownError` where nothing can."""
        with self._context.store.at_one_moment():
            kept, document, changes, notes = self._since(story_id)
            told = self._steps(story_id, document)
        by = tuple(dict.fromkeys(one.signature.author for one in changes))
        return GoingBack(kept.name, told, by, sum(bool(one.edits.remarks) for one in notes))

    def give_back(self, story_id: str, path: Path, *, clean: bool = False, findings: bool = False) -> Changes:
        """Write the document that a story came in with all that was changed and noted since, the rest as it was.

        `clean` takes every change as accepted, `findings` makes comments of what is open. Where the text is an approved
        one its seal is written beside it. Raises `KnownError` where one of the changes has no place in the document.
        """
        with self._context.store.at_one_moment():
            files, unplaced = self._given_back(story_id, path, clean=clean, findings=findings)
        write_together(files)
        lost = (f"{plural(unplaced, 'finding')} could not become a comment in {path.name}.",) if unplaced else ()
        return Changes(frozenset(), said=f"Written to {path}.", to_read=lost)

    def _given_back(self, story_id: str, path: Path, *, clean: bool, findings: bool) -> tuple[dict[Path, bytes], int]:
        """Return the files of a document that goes back, and how many findings found no place in it."""
        from desk.writers.returning import returned_document

        view = self._context.view(story_id)
        self._refuse_own(view, path)
        kept, _, changes, notes = self._since(story_id)
        choices = ReturnChoices(clean, self._open_findings(view) if findings else ())
        original, documents = self._context.store.originals.content(kept), self._context.examiner.documents
        found = returned_document(original, [*changes, *notes], choices, documents)
        files, draft = {path: found.raw}, view.draft
        if self._exports.is_approved(view, draft):
            files[beside(path)] = self._exports.seal_words(view).encode()
        return files, found.unplaced

    def _since(self, story_id: str) -> "tuple[KeptOriginal, Document, list[ReturnRound], list[ReturnRound]]":
        """Return the kept document, what it holds, and the rounds of changes and of comments since."""
        store = self._context.store
        kept = store.originals.last(story_id)
        slug = store.stories.get(story_id).slug
        if kept is None:
            raise KnownError(
                f"“{slug}” came in no document that could take changes back: export it as a new one instead."
            )
        if kept.format not in RETURNED:
            raise KnownError(
                f"“{slug}” came in {kept.name}, and changes go back into Word and OpenDocument texts (.docx, .odt) "
                "alone: export it as a new document instead."
            )
        document = self._context.examiner.documents.read(store.originals.content(kept))
        versions = [one for one in reversed(store.stories.versions(story_id)) if one.number >= kept.version]
        texts = [
            VersionText(store.stories.text(story_id, one.number), one.who.name, one.when, one.links) for one in versions
        ]
        threads = store.comments.threads(story_id)
        where = placed(threads, texts[-1].text, lambda number: store.stories.text(story_id, number))
        return kept, document, change_rounds(document, texts), remark_rounds(document, where, texts[-1].text)

    def _steps(self, story_id: str, document: "Document") -> int:
        """Return how many changes a reader of the document sees, those of links among them."""
        stories = self._context.store.stories
        text, links = stories.text(story_id), stories.get(story_id).links
        led = links_changed(links_of_document(document), document.text, links, text)
        return len(compare(document.text, text).steps) + led

    def _open_findings(self, view: StoryView) -> "tuple[ReturnedRemark, ...]":
        """Return what the checks find and nobody has settled, as comments."""
        examiner, runs = self._context.examiner, view.runs
        if not runs:
            self._context.recall_readings(view.id)
            runs = examiner.examine(view.draft, examiner.brief(view)).runs
        found = (finding for run in runs.values() for finding in run.findings)
        return remarks_on(view.text, (one for one in found if view.verdicts.judge(one).standing is Standing.OPEN))

    # -- New documents -----------------------------------------------------------------------------------------------

    def export(self, story_id: str, draft: Draft, path: Path, format_: str) -> Changes:
        """Write the story as a new document, where it is an approved one with its seal: both whole, or neither.

        Raises `KnownError` where the document that the story came in would be overwritten.
        """
        with self._context.store.at_one_moment():
            view = self._context.view(story_id)
            self._refuse_own(view, path)
            files = self.files(view, draft, path, format_)
        write_together(files)
        said = f"Written to {path}."
        if beside(path) in files:
            said = f"{said} Its seal is in {beside(path).name}."
        return Changes(frozenset(), said=f"{said} {self._context.examiner.copy_only(draft).said}")

    def _refuse_own(self, view: StoryView, path: Path) -> None:
        if view.path is not None and view.format == DOCUMENT and path.resolve() == view.path:
            raise KnownError(
                f"{path} was not written: it is the document that the story came in, which stays as it is. "
                "Choose another name."
            )

    def remember(self, folder: Path, format_: str) -> None:
        """Keep what an export was for the next one to begin with; where settings cannot be written, nothing."""
        settings, wanted = self._context.settings, {"export_folder": str(folder.absolute()), "export_format": format_}
        if any(getattr(settings, name) != value for name, value in wanted.items()):
            with suppress(KnownError):
                self._context.examiner.change_settings(wanted)

    def files(self, view: StoryView, draft: Draft, path: Path, format_: str) -> dict[Path, bytes]:
        """Return what is to be written of a story in one format: the document, and its seal where it is approved."""
        from desk.writers.formats.every_format import FORMATS

        out = {path: FORMATS[format_](self._exported(view, draft))}
        if self._exports.is_approved(view, draft):
            small = len(draft.text) <= MOST_CHARACTERS
            told = SealedDocument(copy_map_of(draft), self._context.settings.country, draft.links) if small else None
            out[beside(path)] = self._exports.seal_words(view, told).encode()
        return out

    def _exported(self, view: StoryView, draft: Draft) -> ExportedStory:
        boxes = self._context.examiner.copy_only(draft).boxes
        return exported_story(copy_map_of(draft), boxes, self._facts(view, draft), draft.links)

    def _facts(self, view: StoryView, draft: Draft) -> ExportedFacts:
        seal = view.seal if self._exports.is_approved(view, draft) else None
        facts = ExportedFacts(
            slug=view.slug,
            section=view.section,
            language=view.variant or self._context.settings.variant,
            changed=view.saved,
            seal=None if seal is None else ExportedSeal(seal.id, seal.who, seal.when),
        )
        embargo = iso_to_the_second(view.embargo) if view.embargo else ""
        return with_wire(facts, {**view.details, "slugline": view.slug, "embargo": embargo})
