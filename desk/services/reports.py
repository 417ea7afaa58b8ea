"""Reports of a review: everything that is known about a story, to be shown, printed and written to a file."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from desk import __version__
from desk.checking.copy_map import copy_map_of
from desk.checking.unnamed_sources import unnamed_sources
from desk.errors import KnownError
from desk.review.gate_case import checklist
from desk.story import Changes, Draft
from desk.text.moments import now, to_the_minute
from desk.writers.text import write_text

if TYPE_CHECKING:
    from desk.report.review import Report
    from desk.services.context import DeskContext
    from desk.services.moves import MovesService
    from desk.services.review import ReviewService


class ReportsService:
    """Reports, for the store lane."""

    def __init__(self, context: "DeskContext", moves: "MovesService", review: "ReviewService") -> None:
        self._context, self._store = context, context.store
        self._moves, self._review = moves, review

    def printed(self, story_id: str, draft: Draft, *, for_marks: bool) -> str:
        """Return a draft as a page of HTML for the printer."""
        from desk.report.printed_story import printed_story

        view = self._context.view(story_id)
        same = draft.text == view.text
        said = f"{f'version {view.version}' if same else 'edited'} · {to_the_minute(now())}"
        return printed_story(copy_map_of(draft), view.slug or "Story", said, for_marks=for_marks)

    def report(self, story_id: str) -> "Report":
        """Return everything that is known about a story at this moment; `desk.report` writes it as HTML or JSON."""
        with self._store.at_one_moment():
            return self._report(story_id)

    def _report(self, story_id: str) -> "Report":
        from desk.report.review import Report

        view = self._context.view(story_id)
        manuscript = copy_map_of(view)
        run, seal = self._store.runs.last(story_id), self._store.seals.last(story_id)
        force = self._store.decisions.in_force(story_id)
        fresh = run is not None and run.sha256 == manuscript.sha256
        return Report(
            story=view,
            state_name=self._moves.state_name(view.state),
            state_names=self._moves.state_names(),
            manuscript=manuscript,
            lines=checklist(view.runs, force, self._context.rules, manuscript.sha256),
            unnamed=unnamed_sources(manuscript),
            comments=self._review.placed_in(story_id, view.text),
            trail=tuple(self._store.trail.told_of(story_id)),
            trail_faults=tuple(self._store.trail.faults_of(story_id)),
            clocks_behind=self._store.trail.clocks_behind(story_id),
            seal=seal,
            signed=json.loads(seal.payload) if seal is not None and seal.payload else {},
            rules=run.rules if run is not None and fresh else "",
            engine=run.engine if run is not None and fresh else "",
            made=now(),
            made_by=self._context.person.name,
            program=f"Copydesk {__version__}",
        )

    def write(self, story_id: str, path: Path) -> Changes:
        """Write the report to an .html or .json file."""
        from desk.report.review_html import as_html
        from desk.report.review_json import as_json

        writers = {".html": as_html, ".htm": as_html, ".json": as_json}
        if path.suffix.lower() not in writers:
            raise KnownError(f"{path} must end in .html or .json, so that it is clear what to write.")
        write_text(path, writers[path.suffix.lower()](self.report(story_id)))
        return Changes(frozenset(), said=f"The report is in {path}.")

    def page(self, story_id: str) -> str:
        """Return the report as HTML, for the window to show, print and write."""
        from desk.report.review_html import as_html

        return as_html(self.report(story_id))
