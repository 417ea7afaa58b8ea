"""What the last check of each story came to, so that a reopened one shows its findings before any check has run."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, upsert
from desk.store.records.codec import digest_of, runs_from_plain, runs_to_plain
from desk.store.records.story_rows import row_of
from desk.store.records.trail_entries import recount
from desk.store.records.values import CheckRun
from desk.text.moments import now

_LAST = select(tables.runs).where(tables.runs.c.story == bindparam("story"))


class Runs:
    """The room of check runs, one a story."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def save(self, story: str, sha256: str, runs: Iterable[ItemRun], *, rules: str = "", engine: str = "") -> CheckRun:
        """Keep what the checks found in the text with this digest, count the open ones, and return the whole run.

        Items that are not given keep their last run if it was made for the same text, and are dropped otherwise.
        `rules` and `engine` name what checked, with versions.
        """
        with self._access.writing() as connection:
            row_of(connection, story, to_change=True)
            before = last_run(connection, story)
            kept = dict(before.runs) if before is not None and before.sha256 == sha256 else {}
            run = _run(story, sha256, {**kept, **{run.item: run for run in runs}}.values(), rules, engine)
            upsert(connection, tables.runs, [_values(run)])
            recount(connection, story)
        return run

    def of_text(self, story: str, sha256: str) -> dict[Item, ItemRun]:
        """Return the last run by item if it was made for the text with this digest; empty otherwise."""
        last = self.last(story)
        return dict(last.runs) if last is not None and last.sha256 == sha256 else {}

    def last(self, story: str) -> CheckRun | None:
        """Return the last run; None if the story was never checked. Compare its `sha256` with the text at hand."""
        with self._access.reading() as connection:
            return last_run(connection, story)


def last_run(connection: Connection, story: str) -> CheckRun | None:
    """Return the last run of a story, within the transaction."""
    row = connection.execute(_LAST, {"story": story}).first()
    return None if row is None else _stored(row)


def _stored(row: AnyRow) -> CheckRun:
    return CheckRun(row.story, row.sha256, row.digest, row.made, runs_from_plain(row.found), row.rules, row.engine)


def _run(story: str, sha256: str, runs: Iterable[ItemRun], rules: str, engine: str) -> CheckRun:
    by_item = {run.item: run for run in runs}
    return CheckRun(story, sha256, digest_of(sha256, by_item.values()), now(), by_item, rules, engine)


def _values(run: CheckRun) -> dict[str, object]:
    found = runs_to_plain(run.runs.values())
    values = {"story": run.story, "sha256": run.sha256, "digest": run.digest, "made": run.when, "found": found}
    return {**values, "rules": run.rules, "engine": run.engine}
