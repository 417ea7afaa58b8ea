"""A story packed: what is ours of it signed anew, what others wrote as they signed it."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
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
from desk.review.trail import TrailEntry
from desk.store.approval.desk_trail import entry_of, links_before
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.strand_rows import bagged, names_of_strands
from desk.store.records.trail_entries import decision_of, end_of
from desk.store.records.version_graph import MAPPED, Graph, add_version, graph_of, version_of
from desk.store.stories.comments import said_on

VERSION, REMARK, SEAL, ORIGINAL = "version", "remark", "seal", "original"
_AT_ONCE = 500


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
            bags = [bag_of(connection, story, me, signer) for story in wanted]
            return loaded(connection, bags, DeskBag(tuple(_parts(connection, "", me, signer))))

    def faults(self) -> list[str]:
        """Return one sentence for each thing that another database signed and that is not as it was signed any more."""
        with self._access.reading() as connection:
            stories = connection.scalars(select(tables.strand_heads.c.story).distinct()).all()
            return [fault for story in sorted(stories) for fault in _faults_of(connection, story)]


def _faults_of(connection: Connection, story: str) -> Iterable[str]:
    named = "the desk"
    if story:
        slug = connection.execute(select(tables.stories.c.slug).where(tables.stories.c.id == story)).scalar()
        named = f"“{slug}”"
    try:
        things = _Things(connection, story)
        for part in _others_parts(connection, story, things):
            part_must_be_sound(part, story, named)
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
        connection.execute(update(tables.stories).where(tables.stories.c.id == story).values(version=number))


def bag_of(connection: Connection, story: str, me: Strand, signer: StrandSigner) -> StoryBag:
    """Return one story as a bag, within the transaction."""
    parts = tuple(_parts(connection, story, me, signer))
    return signed_bag(StoryBag(card_of(connection, story), parts, me), signer)


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
    one = story_of(row_of(connection, story))
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


def _parts(connection: Connection, story: str, me: Strand, signer: StrandSigner) -> Iterable[StrandPart]:
    things = _Things(connection, story)
    end = end_of(connection)
    own = things.part(me, None, tuple(_own_entries(connection, story)))
    yield signed_part(replace(own, place=end.place, chain=end.chain), signer)
    yield from _others_parts(connection, story, things)


def _others_parts(connection: Connection, story: str, things: "_Things") -> Iterable[StrandPart]:
    heads = tables.strand_heads
    wanted = select(heads, tables.strands.c.public_key).join(tables.strands, tables.strands.c.id == heads.c.strand)
    for head in connection.execute(wanted.where(heads.c.story == story).order_by(heads.c.strand)).all():
        entries = tables.strand_entries
        of = select(entries).where(entries.c.story == story, entries.c.strand == head.strand)
        there = tuple(bagged(row) for row in connection.execute(of.order_by(entries.c.place)))
        part = things.part(Strand(head.strand, head.public_key, head.name), head.strand, there)
        yield replace(part, place=head.place, chain=head.chain, signature=head.signature)


def _own_entries(connection: Connection, story: str) -> Iterable[BagEntry]:
    table = tables.decisions if story else tables.desk_entries
    wanted = select(table).order_by(table.c.place)
    rows = connection.execute(wanted.where(table.c.story == story) if story else wanted).all()
    before = links_before(connection, [row.place for row in rows])
    for row in rows:
        entry = TrailEntry(row.place, row.chain, decision_of(row), spelt=row.spelt) if story else entry_of(row)
        yield BagEntry(before.get(row.place, ""), entry)


class _Things:
    """The versions, remarks, seals and documents of one story, each with the strands that brought it."""

    def __init__(self, connection: Connection, story: str) -> None:
        self._story, self._own = story, frozenset(names_of_strands(connection).own)
        table = tables.strand_things
        self._brought: dict[tuple[str, str], set[str]] = {}
        if not story:
            self._versions: dict[str, BagVersion] = {}
            self._remarks: dict[str, BagRemark] = {}
            self._seals: dict[str, BagSeal] = {}
            self._originals: dict[str, BagOriginal] = {}
            return
        for row in connection.execute(select(table).where(table.c.story == story)):
            self._brought.setdefault((row.sort, row.thing), set()).add(row.strand)
        graph = graph_of(connection, story)
        self._versions = {digest: version_of(row) for digest, row in graph.rows.items()}
        self._remarks = {one.remark.id: one for one in _remarks(connection, story, graph)}
        self._seals = {seal.id: seal for seal in _seals(connection, story)}
        self._originals = {named_original(one): one for one in originals_of(connection, story, graph)}

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


def _remarks(connection: Connection, story: str, graph: Graph) -> Iterable[BagRemark]:
    for remark, after in said_on(connection, story):
        raw = replace(remark, version=0)
        yield BagRemark(raw, after, graph.numbered(remark.version) if remark.version else "")


def _seals(connection: Connection, story: str) -> Iterable[BagSeal]:
    table = tables.seals
    raw = [type_coerce(table.c[name], Text).label(f"raw_{name}") for name in ("made", "waivers", "acknowledged")]
    for row in connection.execute(select(table, *raw).where(table.c.story == story)):
        yield BagSeal(row.id, row.payload, row.signature, tuple(row.run), {} if row.payload else _beside(row))


def _beside(row: AnyRow) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in ("sha256", "run_digest", "who", "person")}
    return {**said, "made": int(row.raw_made), "waivers": list(row.waivers), "acknowledged": list(row.acknowledged)}


def originals_of(connection: Connection, story: str, graph: Graph) -> Iterable[BagOriginal]:
    """Yield the documents of a story as they travel."""
    table, blobs = tables.originals, tables.blobs
    wanted = select(table, blobs.c.size).join(blobs, blobs.c.sha256 == table.c.sha256).where(table.c.story == story)
    for row in connection.execute(wanted.order_by(table.c.number)):
        yield BagOriginal(graph.numbered(row.version), row.sha256, row.size, row.name, row.format, row.made)
