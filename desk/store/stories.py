"""Stories and their versions: created, saved, described, read again. Texts are kept once each, by their SHA-256."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, desc, insert, select, update

from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.decisions import Decision, Done
from desk.review.ids import new_id, now
from desk.review.seal import text_digest
from desk.review.states import State
from desk.store import decisions, tables
from desk.store.access import Access
from desk.store.codec import kinds_from_plain, kinds_to_plain
from desk.store.columns import AnyRow, insert_new
from desk.store.rows import NewStory, OpenCounts, Saved, Story, Version
from desk.text.blocks import Kind

_table = tables.stories


class Stories:
    """The room of stories; each call is one transaction and raises `KnownError` if there is no such story."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def create(self, new: NewStory, who: str) -> Story:
        """Save a new story with its first version and return it, in the state Draft."""
        with self._access.writing() as connection:
            return _created(connection, new, who, now())

    def get(self, story: str) -> Story:
        """Return one story."""
        with self._access.reading() as connection:
            return story_of(row_of(connection, story))

    def find(self, path: Path) -> Story | None:
        """Return the story last changed that was made from the file at `path`, None if there is none."""
        wanted = select(_table).where(_table.c.path == str(path)).order_by(desc(_table.c.changed)).limit(1)
        with self._access.reading() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else story_of(row)

    def text(self, story: str, number: int | None = None) -> str:
        """Return the current text, or that of one version."""
        with self._access.reading() as connection:
            if number is None:
                return text_of(connection, row_of(connection, story).sha256)
            wanted = select(tables.versions.c.sha256).where(
                tables.versions.c.story == story, tables.versions.c.number == number
            )
            digest = connection.execute(wanted).scalar()
            if digest is None:
                raise KnownError(f"The story has no version {number}.")
            return text_of(connection, digest)

    def versions(self, story: str) -> list[Version]:
        """Return all versions, the newest first."""
        wanted = select(tables.versions).where(tables.versions.c.story == story)
        with self._access.reading() as connection:
            rows = connection.execute(wanted.order_by(desc(tables.versions.c.number))).all()
        return [
            Version(story, row.number, row.sha256, row.who, row.why, row.made, kinds_from_plain(row.kinds))
            for row in rows
        ]

    def save(
        self,
        story: str,
        text: str,
        who: str,
        *,
        by_hand: Mapping[int, Kind] = MappingProxyType({}),
        place: int = 0,
        why: str = "",
        headline: str | None = None,
        base: int | None = None,
    ) -> Saved:
        """Save the text; a new version only if it differs. Drops the recovery copy; an approval falls with the change.

        `base` is the version that was edited: if another one is current now, `KnownError`, and nothing is saved.
        """
        with self._access.writing() as connection:
            old = row_of(connection, story, to_change=True)
            if base is not None and base != old.version:
                raise KnownError(_overtaken(connection, old))
            return _saved(connection, old, text, who, dict(by_hand), place, why, headline)

    def describe(
        self,
        story: str,
        *,
        slug: str | None = None,
        headline: str | None = None,
        section: str | None = None,
        variant: str | None = None,
        owner: str | None = None,
        encoding: str | None = None,
        path: Path | None = None,
        source_sha256: str | None = None,
    ) -> Story:
        """Change what is given of a story's description and return it; the text and its approval are not touched."""
        given = {
            "slug": slug,
            "headline": headline,
            "section": section,
            "variant": variant,
            "owner": owner,
            "encoding": encoding,
            "path": None if path is None else str(path),
            "source_sha256": source_sha256,
        }
        return self._change(story, {name: value for name, value in given.items() if value is not None}, now())

    def remember(self, story: str, *, place: int | None = None, by_hand: Mapping[int, Kind] | None = None) -> Story:
        """Keep where the cursor is (code point) or the kinds set by hand; neither makes a version."""
        values: dict[str, Any] = {} if place is None else {"place": place}
        if by_hand is not None:
            values["kinds"] = kinds_to_plain(by_hand)
        return self._change(story, values, None)

    def _change(self, story: str, values: dict[str, Any], changed: datetime | None) -> Story:
        values = values if changed is None else {**values, "changed": changed}
        with self._access.writing() as connection:
            row_of(connection, story)
            if values:
                connection.execute(update(_table).where(_table.c.id == story).values(values))
            return story_of(row_of(connection, story))


def row_of(connection: Connection, story: str, *, to_change: bool = False) -> AnyRow:
    """Return the story's row; raises `KnownError` if there is none. `to_change` keeps others off it on a server."""
    wanted = select(_table).where(_table.c.id == story)
    row = connection.execute(wanted.with_for_update() if to_change else wanted).first()
    if row is None:
        raise KnownError("This story is not in the database: it may have been opened from another one.")
    return row


def story_of(row: AnyRow) -> Story:
    """Return the row as a value."""
    return Story(
        id=row.id,
        slug=row.slug,
        headline=row.headline,
        section=row.section,
        variant=row.variant,
        state=State(row.state),
        owner=row.owner,
        path=Path(row.path) if row.path else None,
        source_sha256=row.source_sha256,
        format=row.format,
        encoding=row.encoding,
        created=row.created,
        changed=row.changed,
        place=row.place,
        version=row.version,
        sha256=row.sha256,
        by_hand=kinds_from_plain(row.kinds),
        open=counts_of(row),
    )


def counts_of(row: AnyRow) -> OpenCounts:
    """Return the open findings that the row speaks of."""
    return OpenCounts(row.errors, row.warnings, row.hints, row.tally["open"], tuple(row.tally["unchecked"]))


def text_of(connection: Connection, sha256: str) -> str:
    """Return the text with this digest."""
    return str(connection.execute(select(tables.texts.c.body).where(tables.texts.c.sha256 == sha256)).scalar_one())


def _created(connection: Connection, new: NewStory, who: str, when: datetime) -> Story:
    story, digest = new_id(), text_digest(new.text)
    insert_new(connection, tables.texts, {"sha256": digest, "body": new.text})
    values = {
        "id": story,
        "slug": new.slug,
        "headline": new.headline,
        "section": new.section,
        "variant": new.variant,
        "state": State.DRAFT.value,
        "owner": new.owner or who,
        "path": "" if new.path is None else str(new.path),
        "source_sha256": new.source_sha256,
        "format": new.format,
        "encoding": new.encoding,
        "created": when,
        "changed": when,
        "place": new.place,
        "version": 1,
        "sha256": digest,
        "kinds": kinds_to_plain(new.by_hand),
        "errors": 0,
        "warnings": 0,
        "hints": 0,
        "tally": {"open": {}, "unchecked": [item.value for item in Item]},
        "hands": "",
        "waived": 0,
        "unchecked": len(Item),
        "seal": "",
    }
    connection.execute(insert(_table).values(values))
    _add_version(connection, story, 1, digest, new.by_hand, who, "opened", when)
    return story_of(row_of(connection, story))


def _add_version(
    connection: Connection,
    story: str,
    number: int,
    digest: str,
    by_hand: Mapping[int, Kind],
    who: str,
    why: str,
    when: datetime,
) -> None:
    values = {"story": story, "number": number, "sha256": digest, "kinds": kinds_to_plain(by_hand)}
    connection.execute(insert(tables.versions).values(**values, who=who, why=why, made=when))


def _saved(
    connection: Connection,
    old: AnyRow,
    text: str,
    who: str,
    by_hand: Mapping[int, Kind],
    place: int,
    why: str,
    headline: str | None,
) -> Saved:
    digest, when = text_digest(text), now()
    fresh = digest != old.sha256
    voided = fresh and old.state == State.APPROVED
    if fresh:
        insert_new(connection, tables.texts, {"sha256": digest, "body": text})
        _add_version(connection, old.id, old.version + 1, digest, by_hand, who, why, when)
    if voided:
        decisions.append(connection, Decision(Done.VOIDED, old.id, who, sha256=digest, when=when))
    values = {
        "sha256": digest,
        "version": old.version + fresh,
        "kinds": kinds_to_plain(by_hand),
        "place": place,
        "headline": old.headline if headline is None else headline,
        "changed": when if fresh else old.changed,
        "state": State.CHIEF.value if voided else old.state,
    }
    connection.execute(update(_table).where(_table.c.id == old.id).values(values))
    connection.execute(tables.recovery.delete().where(tables.recovery.c.id == old.id))
    return Saved(story_of(row_of(connection, old.id)), fresh, voided)


def _overtaken(connection: Connection, row: AnyRow) -> str:
    wanted = select(tables.versions.c.who, tables.versions.c.made).where(
        tables.versions.c.story == row.id, tables.versions.c.number == row.version
    )
    who, made = connection.execute(wanted).one()
    return (
        f"{who or 'Somebody'} saved “{row.slug}” at {made:%H:%M} UTC while it was edited here: "
        "copy your changes, open the story again, and put them in."
    )
