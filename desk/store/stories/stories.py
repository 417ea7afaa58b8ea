"""Stories and their versions: created, saved, described, read again. Texts are kept once each, by their SHA-256."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, desc, insert, select, update

from desk.checks.check import Item
from desk.errors import KnownError
from desk.exchange.bag import BagVersion
from desk.review.decisions import Decision, Done
from desk.review.ids import new_id
from desk.review.people import NO_ONE, Actor, Person, actor
from desk.review.seal import kinds_plain, text_digest
from desk.review.states import State
from desk.store.approval.void_and_restore import settle
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, insert_new
from desk.store.records.codec import kinds_from_plain, kinds_to_plain
from desk.store.records.story_rows import row_of, story_of, text_of
from desk.store.records.trail_entries import append
from desk.store.records.values import NewStory, Overtaken, Saved, Story, Version
from desk.store.records.version_graph import MAPPED, add_version, next_place, texts_apart
from desk.store.stories.comments import add_to_new
from desk.store.stories.descriptions import enter_description, travels
from desk.store.stories.originals import keep_original
from desk.store.stories.recovery import drop_copies
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Kind
from desk.text.links import Links, links_from, links_plain
from desk.text.moments import now, to_the_minute

_table = tables.stories
_BEFORE = "before the changes it came with"
_LINKS = "links changed"
"""Why there is a version with the text of the one before; `MAPPED` is another reason."""


class Stories:
    """The room of stories; each call is one transaction and raises `KnownError` if there is no such story."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def create(self, new: NewStory, who: Actor) -> Story:
        """Save a new story with its first version and return it, in the state Draft."""
        with self._access.writing() as connection:
            return _created(connection, new, who, now())

    def create_once(self, new: NewStory, who: Actor) -> Story | None:
        """Save a new story as `create` does, unless one was ever made from the same file; then return None."""
        with self._access.writing() as connection:
            digest, name = new.source_sha256, "" if new.path is None else new.path.name
            if _has_arrived(connection, digest):
                return None
            arrivals, mine = tables.arrivals, new_id()
            insert_new(connection, arrivals, {"sha256": digest, "name": name, "story": mine, "made": now()})
            of_it = arrivals.c.sha256 == digest
            if connection.execute(select(arrivals.c.story).where(of_it)).scalar() != mine:
                return None  # another machine was faster
            story = _created(connection, new, who, now())
            connection.execute(update(arrivals).where(of_it).values(story=story.id))
            return story

    def has_arrived(self, digest: str) -> bool:
        """Return whether a story was ever made from a file with this SHA-256."""
        with self._access.reading() as connection:
            return _has_arrived(connection, digest)

    def get(self, story: str) -> Story:
        """Return one story."""
        with self._access.reading() as connection:
            return story_of(row_of(connection, story))

    def is_there(self, story: str) -> bool:
        """Return whether the database has a story with this id."""
        with self._access.reading() as connection:
            return connection.execute(select(_table.c.id).where(_table.c.id == story)).first() is not None

    def there(self, stories: Sequence[str]) -> list[str]:
        """Return which of these ids the database has stories with, in their order; some hundreds at most."""
        with self._access.reading() as connection:
            found = set(connection.scalars(select(_table.c.id).where(_table.c.id.in_(stories))))
        return [story for story in stories if story in found]

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

    def text_with(self, sha256: str) -> str | None:
        """Return the text with this digest, whatever story it is of; None where it was never saved here."""
        with self._access.reading() as connection:
            found = connection.execute(select(tables.texts.c.body).where(tables.texts.c.sha256 == sha256)).scalar()
        return None if found is None else str(found)

    def named(self, name: str) -> list[Story]:
        """Return the stories with this id, or this slug, the last changed first."""
        fits = (_table.c.id == name) | (_table.c.slug == name)
        with self._access.reading() as connection:
            return [
                story_of(row) for row in connection.execute(select(_table).where(fits).order_by(desc(_table.c.changed)))
            ]

    def versions(self, story: str) -> list[Version]:
        """Return all versions, the newest first."""
        wanted = select(tables.versions).where(tables.versions.c.story == story)
        with self._access.reading() as connection:
            rows = connection.execute(wanted.order_by(desc(tables.versions.c.number))).all()
        return [
            Version(
                story,
                row.number,
                row.sha256,
                who=actor(row.person, row.who),
                why=row.why,
                when=row.made,
                by_hand=kinds_from_plain(row.kinds),
                links=links_from(row.links),
                digest=row.digest,
                parents=tuple(row.parents),
            )
            for row in rows
        ]

    def save(
        self,
        story: str,
        text: str,
        who: Actor,
        *,
        by_hand: Mapping[int, Kind] = MappingProxyType({}),
        place: int = 0,
        why: str = "",
        headline: str | None = None,
        roles: BlockRoles = (),
        links: Links = (),
        base: int | None = None,
    ) -> Saved:
        """Save the text; a new version only if it or its links differ. Drops the recovery copy.

        An approval falls with the change. Back at the very text that was approved, the approval is back. `base` is the
        version that was edited: if another one is current now, `Overtaken`, and nothing is saved. `roles` come along
        with a new text; none leave those that are kept.
        """
        with self._access.writing() as connection:
            old = row_of(connection, story, to_change=True)
            if base is not None and base != old.version:
                raise _overtaken(connection, old)
            drop_copies(connection, story, self._access.holder)
            return _saved(
                connection,
                old,
                text,
                who,
                by_hand=by_hand,
                place=place,
                why=why,
                headline=headline,
                roles=roles,
                links=links,
            )

    def describe(
        self,
        story: str,
        *,
        slug: str | None = None,
        headline: str | None = None,
        section: str | None = None,
        variant: str | None = None,
        owner: Actor | None = None,
        encoding: str | None = None,
        path: Path | None = None,
        source_sha256: str | None = None,
        roles: BlockRoles | None = None,
        details: Mapping[str, str] | None = None,
        who: Actor = NO_ONE,
    ) -> Story:
        """Change what is given of a story's description and return it; another headline takes its approval away.

        Another slug of a story that was approved once is an entry of the trail, for its seal has the old one.
        """
        given = {
            "slug": slug,
            "headline": headline,
            "section": section,
            "variant": variant,
            "owner": None if owner is None else owner.name,
            "owner_id": None if owner is None else owner.id,
            "encoding": encoding,
            "path": None if path is None else str(path),
            "source_sha256": source_sha256,
            "roles": roles,
            "details": details,
        }
        return self._change(story, {name: value for name, value in given.items() if value is not None}, now(), who)

    def remember(
        self, story: str, *, place: int | None = None, by_hand: Mapping[int, Kind] | None = None, who: Actor = NO_ONE
    ) -> Story:
        """Keep where the cursor is (code point) or the kinds set by hand, which make a version where stories travel.

        Other kinds than those that were approved take the approval away; the old ones bring it back.
        """
        values: dict[str, Any] = {} if place is None else {"place": place}
        if by_hand is not None:
            values["kinds"] = kinds_to_plain(by_hand)
        return self._change(story, values, None, who)

    def set_deadline(self, story: str, deadline: datetime | None, who: Actor = NO_ONE) -> Story:
        """Set or clear the time by which the story must be out; an entry of the trail where stories travel."""
        return self._change(story, {"deadline": deadline}, now(), who)

    def take(self, story: str, person: Person) -> Story:
        """Take the story in hand, and say so in the trail."""
        with self._access.writing() as connection:
            row = row_of(connection, story, to_change=True)
            append(connection, Decision(Done.TAKEN, story, person.actor, sha256=row.sha256))
            connection.execute(update(_table).where(_table.c.id == story).values(hands=person.actor.id))
            return story_of(row_of(connection, story))

    def _change(self, story: str, values: dict[str, Any], changed: datetime | None, who: Actor) -> Story:
        values = values if changed is None else {**values, "changed": changed}
        with self._access.writing() as connection:
            row = row_of(connection, story, to_change=True)
            enter_description(connection, row, values, who)
            values |= _version_by_hand(connection, row, values, who)
            if values:
                connection.execute(update(_table).where(_table.c.id == story).values(values))
                settle(connection, story, who)
            return story_of(row_of(connection, story))


def _version_by_hand(connection: Connection, row: AnyRow, values: Mapping[str, Any], who: Actor) -> dict[str, Any]:
    """Make a version of other kinds where stories travel, as whoever set them; returns what it changes of the row."""
    kinds = values.get("kinds", row.kinds)
    if kinds == row.kinds or who == NO_ONE or not travels(connection):
        return {}
    number, parents = next_place(connection, row.id, row.version)
    plain = tuple((start, kind) for start, kind in kinds)
    add_version(
        connection, number, BagVersion(row.id, row.sha256, parents, who, MAPPED, now(), plain, links_from(row.links))
    )
    apart = texts_apart(connection, row.id) if row.apart else 0
    return {"version": number, "apart": apart, "changed": now()}


def _has_arrived(connection: Connection, digest: str) -> bool:
    """Return whether a file was taken from a watched folder, or opened by somebody."""
    arrived = select(tables.arrivals.c.sha256).where(tables.arrivals.c.sha256 == digest)
    opened = select(_table.c.id).where(_table.c.source_sha256 == digest).limit(1)
    return any(connection.execute(query).first() is not None for query in (arrived, opened))


def _created(connection: Connection, new: NewStory, who: Actor, when: datetime) -> Story:
    story, digest, owner = new_id(), text_digest(new.text), new.owner or who
    insert_new(connection, tables.texts, {"sha256": digest, "body": new.text})
    values = {
        "id": story,
        "slug": new.slug,
        "headline": new.headline,
        "section": new.section,
        "variant": new.variant,
        "state": State.DRAFT.value,
        "owner": owner.name,
        "owner_id": owner.id,
        "path": "" if new.path is None else str(new.path),
        "source_sha256": new.source_sha256,
        "format": new.format,
        "encoding": new.encoding,
        "created": when,
        "changed": when,
        "place": new.place,
        "version": 1 if new.first is None else 2,
        "sha256": digest,
        "kinds": kinds_to_plain(new.by_hand),
        "roles": new.roles,
        "links": links_plain(new.links),
        "embargo": new.embargo,
        "details": dict(new.details),
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
    _add_first_versions(connection, story, new, who, when)
    add_to_new(connection, story, new.remarks)
    if new.original is not None:
        keep_original(connection, story, 1 if new.first is None else 2, new.original)
    return story_of(row_of(connection, story))


def _add_first_versions(connection: Connection, story: str, new: NewStory, who: Actor, when: datetime) -> None:
    """Add the text as the first version, or as the second behind that of an earlier hand."""
    first, kinds, digest = new.first, kinds_plain(new.by_hand), text_digest(new.text)
    if first is None:
        add_version(connection, 1, BagVersion(story, digest, (), who, "opened", when, kinds, new.links))
        return
    before = text_digest(first.text)
    insert_new(connection, tables.texts, {"sha256": before, "body": first.text})
    made = add_version(connection, 1, BagVersion(story, before, (), first.who, _BEFORE, when, links=first.links))
    changed = BagVersion(story, digest, (made,), first.changed_by, first.why, when, kinds, new.links)
    add_version(connection, 2, changed)


def _saved(
    connection: Connection,
    old: AnyRow,
    text: str,
    who: Actor,
    *,
    by_hand: Mapping[int, Kind],
    place: int,
    why: str,
    headline: str | None,
    roles: BlockRoles,
    links: Links,
) -> Saved:
    digest, when = text_digest(text), now()
    other = digest != old.sha256
    mapped = kinds_to_plain(by_hand) != old.kinds and travels(connection)
    fresh = other or mapped or links != links_from(old.links)
    number = old.version
    if fresh:
        insert_new(connection, tables.texts, {"sha256": digest, "body": text})
        number, parents = next_place(connection, old.id, old.version)
        why = why or ("" if other else MAPPED if mapped else _LINKS)
        add_version(
            connection, number, BagVersion(old.id, digest, parents, who, why, when, kinds_plain(by_hand), links)
        )
    values = {
        "sha256": digest,
        "version": number,
        "apart": texts_apart(connection, old.id) if old.apart else 0,
        "kinds": kinds_to_plain(by_hand),
        "place": place,
        "headline": old.headline if headline is None else headline,
        "changed": when if fresh else old.changed,
        "roles": roles if other and roles else old.roles,
        "links": links_plain(links),
    }
    connection.execute(update(_table).where(_table.c.id == old.id).values(values))
    settled = settle(connection, old.id, who)
    return Saved(story_of(row_of(connection, old.id)), fresh, settled is Done.VOIDED, settled is Done.RESTORED)


def _overtaken(connection: Connection, row: AnyRow) -> Overtaken:
    wanted = select(tables.versions.c.who, tables.versions.c.made).where(
        tables.versions.c.story == row.id, tables.versions.c.number == row.version
    )
    who, made = connection.execute(wanted).one()
    return Overtaken(
        f"{who or 'Somebody'} saved “{row.slug}” while it was edited here ({to_the_minute(made)}): "
        "copy your changes, open the story again, and put them in.",
        who=who,
        version=row.version,
        text=text_of(connection, row.sha256),
    )
