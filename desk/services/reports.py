"""What leaves the desk: the report of a review, an approved text with its seal beside it, and proofs of texts."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from desk import __version__
from desk.checking.copy_map import copy_map
from desk.errors import BugError, KnownError
from desk.review.gate_case import checklist
from desk.review.seal import text_digest
from desk.services.moves import MovesRoom
from desk.story import Changes, Draft, Part, StoryView
from desk.text.moments import now
from desk.writers.text import write_text

if TYPE_CHECKING:
    from desk.report.review import Report
    from desk.services.proofs import Proof


class ReportsRoom(MovesRoom):
    """Reports, sealed exports and proofs, for the store lane."""

    def report(self, story_id: str) -> "Report":
        """Return everything that is known about a story at this moment; `desk.report` writes it as HTML or JSON."""
        from desk.report.review import Report

        view = self.view(story_id)
        manuscript = copy_map(view.text, view.format, tuple(sorted(view.by_hand.items())))
        run, seal = self.store.runs.last(story_id), self.store.seals.last(story_id)
        force = self.store.decisions.in_force(story_id)
        fresh = run is not None and run.sha256 == manuscript.sha256
        return Report(
            story=view,
            state_name=self.state_name(view.state),
            state_names=self.state_names(),
            manuscript=manuscript,
            lines=checklist(view.runs, force, self._rules, manuscript.sha256),
            comments=self.reviewing.placed_in(story_id, view.text),
            trail=tuple(self.store.trail.of_story(story_id)),
            trail_faults=tuple(self.store.trail.faults_of(story_id)),
            seal=seal,
            signed=json.loads(seal.payload) if seal is not None and seal.payload else {},
            rules=run.rules if run is not None and fresh else "",
            engine=run.engine if run is not None and fresh else "",
            made=now(),
            made_by=self.person.name,
            program=f"Copydesk {__version__}",
            people={key: self.person_named(key) for key in {view.hands} - {""}},
        )

    def write_report(self, story_id: str, path: Path) -> Changes:
        """Write the report to an .html or .json file."""
        from desk.report.review_html import as_html
        from desk.report.review_json import as_json

        writers = {".html": as_html, ".htm": as_html, ".json": as_json}
        if path.suffix.lower() not in writers:
            raise KnownError(f"{path} must end in .html or .json, so that it is clear what to write.")
        write_text(path, writers[path.suffix.lower()](self.report(story_id)))
        return Changes(frozenset(), said=f"The report is in {path}.")

    def report_page(self, story_id: str) -> str:
        """Return the report as HTML, for the window to show, print and write."""
        from desk.report.review_html import as_html

        return as_html(self.report(story_id))

    def export(self, story_id: str, draft: Draft, path: Path) -> Changes:
        """Write the text to a file, and where it is an approved one its seal beside it."""
        where, said = self._exported(story_id, draft, path)
        view = self.view(story_id)
        if view.seal is not None and view.seal.stands and view.seal.sha256 == text_digest(draft.text):
            said = f"{said} Its seal is in {self._write_seal(view, where).name}."
        return Changes(frozenset({Part.STORY}), view, said)

    def export_sealed(self, story_id: str, path: Path) -> Changes:
        """Write an approved text and its seal beside it; raises `KnownError` where the approval does not stand."""
        view = self.view(story_id)
        if view.seal is None or not view.seal.stands:
            why = view.seal.why_void if view.seal is not None else "It was never approved."
            raise KnownError(f"“{view.slug}” cannot be exported with a seal: {why}")
        seal = self._write_seal(view, path)  # a seal without its text says nothing, a text without its seal misleads
        write_text(path, view.text, view.encoding)
        return Changes(frozenset(), said=f"Written to {path}, with its seal in {seal.name}.")

    def _write_seal(self, view: StoryView, path: Path) -> Path:
        """Write the seal of a story beside the path of its text, and return where."""
        from desk.services.proofs import beside
        from desk.store.approval.seals import seal_file

        seal = self.store.seals.last(view.id)
        if seal is None:
            raise BugError("a story with a standing seal has none")
        key = self.store.keys.get(seal.key)
        write_text(beside(path), seal_file(seal, key.public if key is not None else "", view.slug))
        return beside(path)

    def verify_file(self, path: Path) -> "Proof":
        """Return whether the text of a file is exactly one that was approved."""
        from desk.services.proofs import verify_file

        return verify_file(path, self.store)

    def verify_story(self, story_id: str) -> "Proof":
        """Return whether a story is, as it is now, what was approved."""
        from desk.services.proofs import verify_story

        return verify_story(story_id, self.store)

    def story_named(self, name: str) -> str:
        """Return the id of the story with this id or slug, the last changed of several; raises `KnownError`."""
        found = self.store.stories.named(name)
        if not found:
            raise KnownError(f"“{name}” is no file and no story of this desk: give a file, or a story's slug or id.")
        return found[0].id
