"""A story packed: what is ours of it signed anew, what others wrote as they signed it."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Text, select, type_coerce, update

from desk.errors import KnownError
from desk.exchange.bag import (
    BagEntry,
    BagOriginal,
    BagRemark,
    BagSeal,
    BagVersion,
    DeskBag,
    Load,
    StoryBag,
    StoryCard,
    Strand,
    StrandPart,
)
from desk.exchange.bag_bytes import StrandSigner, part_must_be_sound, signed_bag, signed_part
from desk.review.trail import End, TrailEntry
from desk.store.approval.desk_trail import entry_of
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.exchange.gathering import GatheredStory, gathered, gathered_of_desk
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.strand_rows import bagged
from desk.store.records.trail_entries import decision_of, end_of
from desk.store.records.version_graph import MAPPED, Graph, add_version, graph_of, texts_apart, version_of
from desk.store.stories.comments import said_in

VERSION, REMARK, SEAL, ORIGINAL = "version", "remark", "seal", "original"
_AT_ONCE, _GATHERED = 500, 50
"""Stories whose kinds are looked at, and those that are gathered, in one go."""


class Packing:
    """The room that packs."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def pack(self, stories: Iterable[str], me: Strand, signer: StrandSigner) -> Load:
        """Return stories with everything that goes with them, and the people and keys their seals are read by."""
        wanted = list(stories)
        with self._access.reading() as connection:
            by_hand = mapped_by_hand(connection, wanted)
        for story in by_hand:
            with self._access.writing() as connection:
                freeze(connection, story)
        with self._access.reading() as connection:
            end = end_of(connection)
            bags = [_bag(one, me, signer, end) for one in _each(connection, wanted)]
            desk = DeskBag(tuple(_parts(gathered_of_desk(connection), me, signer, end)))
            return loaded(connection, bags, desk)

    def faults(self) -> list[str]:
        """Return one sentence for each thing that another database signed and that is not as it was signed any more."""
        with self._access.reading() as connection:
            stories = sorted(connection.scalars(select(tables.strand_heads.c.story).distinct()).all())
            some = (stories[at : at + _GATHERED] for at in range(0, len(stories), _GATHERED))
            return [fault for each in some for fault in _faults_in(connection, each)]


def _faults_in(connection: Connection, stories: Sequence[str]) -> list[str]:
    """Return those of some stories ("" is the desk); one whose values cannot be read is named and hides no other."""
    try:
        desk = [gathered_of_desk(connection)] if "" in stories else []
        each = chain(desk, gathered(connection, [story for story in stories if story]))
        return [fault for one in each for fault in _faults_of(one)]
    except KnownError as error:
        if len(stories) > 1:
            return [fault for story in stories for fault in _faults_in(connection, [story])]
        return [f"{_called(connection, stories[0])}: {error}"]


def _called(connection: Connection, story: str) -> str:
    if not story:
        return "The desk"
    slug = connection.execute(select(type_coerce(tables.stories.c.slug, Text)).where(tables.stories.c.id == story))
    return f"“{slug.scalar() or story}”"


def _each(connection: Connection, stories: Sequence[str]) -> Iterator[GatheredStory]:
    """Yield what there is of each story; asked for some of them at a time."""
    for at in range(0, len(stories), _GATHERED):
        yield from gathered(connection, stories[at : at + _GATHERED])


def _faults_of(one: GatheredStory) -> Iterable[str]:
    named = "the desk" if not one.story else f"“{one.card.slug if one.card is not None else one.story}”"
    try:
        for part in _others_parts(one, _Things(one)):
            part_must_be_sound(part, one.story, named)
    except KnownError as error:
        yield str(error)


def mapped_by_hand(connection: Connection, only: Sequence[str] | None = None) -> list[str]:
    """Return the stories, of some or of all, whose kinds were set by hand since their last version."""
    table, versions = tables.stories, tables.versions
    last = (versions.c.story == table.c.id) & (versions.c.number == table.c.version)
    asked = select(table.c.id, table.c.kinds, versions.c.kinds.label("of_version")).join(versions, last)
    asked = asked.where(type_coerce(table.c.kinds, Text) != type_coerce(versions.c.kinds, Text))
    found: list[str] = []
    for some in [None] if only is None else [only[at : at + _AT_ONCE] for at in range(0, len(only), _AT_ONCE)]:
        rows = connection.execute(asked if some is None else asked.where(table.c.id.in_(some)))
        found += [row.id for row in rows if row.kinds != row.of_version]
    return found


def version_by_hand(row: AnyRow, graph: Graph) -> BagVersion | None:
    """Return the version of kinds that were set by hand since the last one, as its author's; None where none were."""
    digest = graph.numbered(row.version)
    last = version_of(graph.rows[digest])
    kinds = tuple((start, kind) for start, kind in row.kinds)
    if kinds == last.kinds:
        return None
    return replace(last, kinds=kinds, parents=tuple(graph.twins(digest)), why=MAPPED)


def freeze(connection: Connection, story: str) -> None:
    """Make a version of kinds that were set by hand since the last one: versions alone travel."""
    row, graph = row_of(connection, story, to_change=True), graph_of(connection, story)
    made, number = version_by_hand(row, graph), graph.next_number
    if made is not None:
        add_version(connection, number, made)
        now = {"version": number, "apart": texts_apart(connection, story)}  # it may say what the other last one says
        connection.execute(update(tables.stories).where(tables.stories.c.id == story).values(now))


def _bag(one: GatheredStory, me: Strand, signer: StrandSigner, end: End) -> StoryBag:
    """Return one story as a bag."""
    if one.card is None:
        raise KnownError("A story that was to be packed is not in the database: look at the list anew.")
    return signed_bag(StoryBag(_card(one.card), tuple(_parts(one, me, signer, end)), me), signer)


def loaded(connection: Connection, bags: Collection[StoryBag], desk: DeskBag) -> Load:
    """Return bags with the texts and documents that they need."""
    texts = {digest for bag in bags for digest in bag.texts}
    originals = {digest for bag in bags for digest in bag.originals}
    return Load(
        tuple(bags), desk, _bodies(connection, tables.texts, texts), _bodies(connection, tables.blobs, originals)
    )


def _bodies(connection: Connection, table: Any, digests: Collection[str]) -> dict[str, Any]:
    wanted = sorted(digests)
    found: dict[str, Any] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(select(table).where(table.c.sha256.in_(wanted[at : at + _AT_ONCE])))
        found.update((row.sha256, row.body if isinstance(row.body, str) else bytes(row.body)) for row in rows)
    return found


def card_of(connection: Connection, story: str) -> StoryCard:
    """Return what a story is besides its texts."""
    return _card(row_of(connection, story))


def _card(row: AnyRow) -> StoryCard:
    one = story_of(row)
    return StoryCard(
        id=one.id,
        slug=one.slug,
        section=one.section,
        variant=one.variant,
        owner=one.owner,
        format=one.format,
        encoding=one.encoding,
        source_sha256=one.source_sha256,
        created=one.created,
        roles=one.roles,
        embargo=one.embargo,
        details=one.details,
        deadline=one.deadline,
        headline=one.headline,
    )


def _parts(one: GatheredStory, me: Strand, signer: StrandSigner, end: End) -> Iterable[StrandPart]:
    things = _Things(one)
    own = things.part(me, None, tuple(_own_entries(one)))
    yield signed_part(replace(own, place=end.place, chain=end.chain), signer)
    yield from _others_parts(one, things)


def _others_parts(one: GatheredStory, things: "_Things") -> Iterable[StrandPart]:
    for head in one.heads:
        there = tuple(bagged(row) for row in one.elsewhere.get(head.strand, ()))
        part = things.part(Strand(head.strand, head.public_key, head.name), head.strand, there)
        yield replace(part, place=head.place, chain=head.chain, signature=head.signature)


def _own_entries(one: GatheredStory) -> Iterable[BagEntry]:
    for row in one.entries:
        entry = TrailEntry(row.place, row.chain, decision_of(row), spelt=row.spelt) if one.story else entry_of(row)
        yield BagEntry(one.before.get(row.place, ""), entry)


class _Things:
    """The versions, remarks, seals and documents of one story, each with the strands that brought it."""

    def __init__(self, one: GatheredStory) -> None:
        self._story, self._own = one.story, frozenset(one.names.own)
        self._brought: dict[tuple[str, str], set[str]] = {}
        for row in one.things:
            self._brought.setdefault((row.sort, row.thing), set()).add(row.strand)
        self._versions = {digest: version_of(row) for digest, row in one.graph.rows.items()}
        self._remarks = {remark.remark.id: remark for remark in _remarks(one)}
        self._seals = {seal.id: seal for seal in _seals(one)}
        self._originals = {named_original(each): each for each in _originals(one.originals, one.graph)}

    def part(self, strand: Strand, of: str | None, entries: tuple[BagEntry, ...]) -> StrandPart:
        """Return what a strand has of the story; `of` is None for ours: what nobody brought, or we made as well."""

        def mine(sort: str, things: dict[str, Any]) -> tuple[Any, ...]:
            brought = ((thing, self._brought.get((sort, thing), set())) for thing in sorted(things))
            return tuple(
                things[thing] for thing, by in brought if (not by or by & self._own if of is None else of in by)
            )

        return StrandPart(
            strand,
            self._story,
            entries,
            versions=mine(VERSION, self._versions),
            remarks=mine(REMARK, self._remarks),
            seals=mine(SEAL, self._seals),
            originals=mine(ORIGINAL, self._originals),
        )


def named_original(original: BagOriginal) -> str:
    """Return what names a document of a story: that of a version, with its bytes and its name."""
    words = "\n".join((original.version, original.sha256, original.name))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _remarks(one: GatheredStory) -> Iterable[BagRemark]:
    for remark, after in said_in(one.remarks):
        raw = replace(remark, version=0)
        yield BagRemark(raw, after, one.graph.numbered(remark.version) if remark.version else "")


def _seals(one: GatheredStory) -> Iterable[BagSeal]:
    for row in one.seals:
        yield BagSeal(row.id, row.payload, row.signature, tuple(row.run), {} if row.payload else _beside(row))


def _beside(row: AnyRow) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in ("sha256", "run_digest", "who", "person")}
    return {**said, "made": int(row.raw_made), "waivers": list(row.waivers), "acknowledged": list(row.acknowledged)}


def originals_of(connection: Connection, story: str, graph: Graph) -> Iterable[BagOriginal]:
    """Yield the documents of a story as they travel."""
    table, blobs = tables.originals, tables.blobs
    wanted = select(table, blobs.c.size).join(blobs, blobs.c.sha256 == table.c.sha256).where(table.c.story == story)
    yield from _originals(connection.execute(wanted.order_by(table.c.number)).all(), graph)


def _originals(rows: Iterable[AnyRow], graph: Graph) -> Iterable[BagOriginal]:
    for row in rows:
        yield BagOriginal(graph.numbered(row.version), row.sha256, row.size, row.name, row.format, row.made)
