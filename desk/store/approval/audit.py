"""The whole database walked for what another program did to it: each fault is one sentence that names the story."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, desc, select

from desk.errors import KnownError
from desk.exchange.set_by_entries import set_by
from desk.review.decisions import MOVES_ALONE, Decision, Done, Scope, not_undone, stand_of
from desk.review.desk_then import DeskThen
from desk.review.people import kept_id
from desk.review.seal import Seal, text_digest
from desk.review.seal_form import plain_of
from desk.review.states import State
from desk.review.words import STATES, words_for
from desk.store.approval.desk_copies import put_right
from desk.store.approval.desk_trail import DeskRead, desk_at
from desk.store.approval.emptied import emptied
from desk.store.approval.people import pin_digest
from desk.store.approval.seal_rows import SEAL_COLUMNS, seal_of
from desk.store.approval.standing import proof_of, status_of
from desk.store.database import tables
from desk.store.database.access import WHILE_READING, Access
from desk.store.database.columns import AnyRow
from desk.store.database.foreign_objects import foreign_objects
from desk.store.database.foreign_values import foreign_values
from desk.store.database.guards import missing_guards
from desk.store.records.codec import digest_of_plain
from desk.store.records.said_so_far import SAID, is_as_noted
from desk.store.records.strand_rows import names_of_strands, others
from desk.store.records.trail_entries import decision_of, decisions_on, in_force
from desk.store.records.version_graph import version_of
from desk.text.moments import micros

_AT_ONCE = 200
_stories, _versions, _entries = tables.stories, tables.versions, tables.decisions
_moves = [done.value for done in MOVES_ALONE]
_setting = [done.value for done in (Done.RENAMED, Done.REASSIGNED, Done.DEADLINE_SET, Done.EMBARGOED, Done.UNDONE)]
_SET = ("slug", "section", "deadline", "embargo")


class Audit:
    """The room of `copydesk store check`; the trail itself is walked by `trail.faults`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def emptied(self) -> list[str]:
        """Return one sentence for each text and document that was emptied by law: to be known, and no fault."""
        with self._access.reading() as connection:
            return [f"{digest[:16]}: {gone.said}." for digest, gone in sorted(emptied(connection).items())]

    def altered(self) -> list[str]:
        """Return one sentence for each guard, table, column, view or trigger that is not as Copydesk made it."""
        with self._access.reading() as connection:
            return [*missing_guards(connection), *foreign_objects(connection)]

    def faults_of_desk(self) -> list[str]:
        """Return one sentence for each person or key that another program added, changed or removed; that is quick."""
        with self._access.reading() as connection:
            return [*_or_why_not(_copies_now, connection)]

    def put_right(self) -> None:
        """Make the tables of people and keys what the trail says; raises `KnownError` where that cannot say it."""
        with self._access.writing() as connection:
            put_right(connection)

    def faults(self) -> list[str]:
        """Return one sentence for each thing that is not as it was written."""
        with self._access.reading() as connection:
            return [fault for step in _STEPS for fault in _or_why_not(step, connection)]


def _or_why_not(step: Callable[[Connection], Iterator[str]], connection: Connection) -> Iterator[str]:
    """Yield what one step finds, and where it meets what cannot be read, that sentence."""
    try:
        yield from step(connection)
    except KnownError as error:
        yield str(error)
    except WHILE_READING:
        if next(foreign_values(connection), "") == "":
            raise  # the bug is ours; else the step on odd values tells it


def _texts(connection: Connection) -> Iterator[str]:
    texts, gone = tables.texts, emptied(connection)
    for row in _streamed(connection, select(texts.c.sha256, texts.c.body).order_by(texts.c.sha256)):
        if text_digest(row.body) != row.sha256 and not (row.body == "" and row.sha256 in gone):
            named = _slugs(connection, _stories.c.sha256 == row.sha256) or "an earlier version of a story"
            yield f"The stored text {row.sha256[:16]} ({named}) is not the one of its digest: it was changed."


def _documents(connection: Connection) -> Iterator[str]:
    blobs, gone = tables.blobs, emptied(connection)
    for row in _streamed(connection, select(blobs.c.sha256, blobs.c.body).order_by(blobs.c.sha256)):
        if hashlib.sha256(row.body).hexdigest() != row.sha256 and not (not row.body and row.sha256 in gone):
            yield f"The document {row.sha256[:16]} that a story came in is not the one of its digest: it was changed."


def _versions_of_stories(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with versions: numbers from 1 without gaps, each what its name says, one the story's text."""
    told = (_stories.c.slug, _stories.c.version.label("last"), _stories.c.sha256.label("text"))
    wanted = select(_stories.c.id.label("of"), *told, _versions).join(_versions, isouter=True)
    rows = _streamed(connection, wanted.order_by(_stories.c.number, _versions.c.number))
    for _, of in groupby(rows, key=lambda row: str(row.of)):
        yield from _versions_of(list(of))


def _versions_of(rows: list[AnyRow]) -> Iterator[str]:
    slug, last, there = rows[0].slug, rows[0].last, [row for row in rows if row.digest is not None]
    wanted, digests = max(len(there), last), {row.digest for row in there}
    whole = [row.number for row in there] == list(range(1, wanted + 1))
    if not whole or any(parent not in digests for row in there for parent in row.parents):
        yield f"Versions of “{slug}” were removed or added: it should have those from 1 to {wanted}."
        return
    if there[last - 1].sha256 != there[last - 1].text:
        yield f"The text of “{slug}” is not that of its last version: another program put it there."
    tops = digests.difference(parent for row in there for parent in row.parents)
    if len(tops) == 1 and there[last - 1].digest not in tops:
        yield f"“{slug}” was put back to version {last}, and later ones were made from it: another program did that."
    for row in there:
        if version_of(row).id != row.digest:
            yield f"Version {row.number} of “{slug}” is not the one that its name says: another program changed it."


def _found(connection: Connection) -> Iterator[str]:
    runs = tables.runs
    wanted = select(_stories.c.slug, runs.c.sha256, runs.c.digest, runs.c.found).join(runs)
    for row in _streamed(connection, wanted):
        if digest_of_plain(row.sha256, row.found) != row.digest:
            yield f"What the checks found in “{row.slug}” is not what they found: it was changed behind its digest."


def _seals(connection: Connection) -> Iterator[str]:
    seals, desk = tables.seals, DeskRead(connection)
    wanted = select(*SEAL_COLUMNS, _stories.c.slug).join(_stories, _stories.c.id == seals.c.story)
    for row in connection.execute(wanted.order_by(seals.c.number)).all():
        seal = seal_of(row)
        if not seal.payload and not seal.fault and _is_old(connection, row):
            continue
        if why := proof_of(desk, seal)[0] or _beside(row, seal):
            yield f"The seal of “{row.slug}” by {seal.who} proves nothing: {why}"


def _is_old(connection: Connection, row: AnyRow) -> bool:
    """Return whether a seal without signature may be one of before seals were signed: no signed one is older."""
    seals = tables.seals
    return (
        connection.execute(select(seals.c.id).where(seals.c.payload != "", seals.c.number < row.number)).first() is None
    )


def _beside(row: AnyRow, seal: Seal) -> str:
    """Return whether the columns beside what was signed say something else, in one sentence."""
    columns = (row.id, row.story, row.sha256, row.run_digest, row.person, row.who, row.key, row.place, row.headline)
    signed = (seal.id, seal.story, seal.sha256, seal.run_digest, kept_id(seal.who), seal.who.name, seal.key, seal.place)
    digests = (row.map_digest, row.furniture_digest) == (seal.map_digest, seal.furniture_digest)
    try:
        told = [int(row.made), plain_of(row.waivers), plain_of(row.acknowledged)]
    except (ValueError, TypeError):  # another program put rubbish there
        told = []
    signed_too = [micros(seal.when), list(seal.waivers), list(seal.acknowledged)]
    if columns != (*signed, seal.headline) or not digests or told != signed_too:
        return "What stands beside it in the database is not what was signed."
    return ""


def _approvals_without_seal(connection: Connection) -> Iterator[str]:
    """Yield approvals of the trail that nobody signed; those of before seals were signed have unsigned ones."""
    seals = tables.seals
    placed = {(s.story, s.place) for s in map(seal_of, connection.execute(select(*SEAL_COLUMNS))) if s.payload}
    unsigned = {
        (row.story, row.sha256)
        for row in connection.execute(select(seals.c.story, seals.c.sha256).where(seals.c.payload == ""))
    }
    wanted = select(_entries, _stories.c.slug).join(_stories, _stories.c.id == _entries.c.story)
    for row in _streamed(connection, wanted.where(_entries.c.done == Done.APPROVED.value).order_by(_entries.c.place)):
        if (row.story, row.place) not in placed and (row.story, row.sha256) not in unsigned:
            yield f"Entry {row.place} of the trail approves “{row.slug}”, and there is no seal of it."


def _states(connection: Connection) -> Iterator[str]:
    """Yield stories whose state is not what the trail says, and approvals that do not stand."""
    moves = select(_entries).where(_entries.c.done.in_(_moves)).order_by(_entries.c.story, _entries.c.number)
    stands = {
        story: stand_of(map(decision_of, rows)).state
        for story, rows in groupby(_streamed(connection, moves), key=lambda row: str(row.story))
    }
    elsewhere, desk = set(connection.scalars(select(tables.strand_entries.c.story).distinct())), DeskRead(connection)
    for row in connection.execute(select(_stories).order_by(_stories.c.number)).all():
        state = stands.get(row.id, State.DRAFT)
        if row.id in elsewhere:
            state = in_force(connection, row.id).stand.state
        if row.state != state:
            is_, wrote = words_for(STATES, state), words_for(STATES, row.state)
            yield f"“{row.slug}” is “{is_}” by the trail, and “{wrote}” in the database: another program wrote that."
        elif row.state == State.APPROVED:
            status = status_of(desk, row, in_force(connection, row.id))
            if status is not None and not status.stands:
                yield f"“{row.slug}” is called approved, and is not: {status.why_void}"


def _descriptions(connection: Connection) -> Iterator[str]:
    """Yield sealed stories with another slug or section than was sealed, where no entry of the trail says so."""
    rows = connection.execute(select(_stories).where(_stories.c.id.in_(select(tables.seals.c.story)))).all()
    for row in rows:
        seal = seal_of(connection.execute(_last_seal_of(row.id)).one())
        if not seal.payload:
            continue
        signed = plain_of(seal.payload)["story"]
        named, put = str(signed["slug"]), str(signed["section"])
        for entry in _that_described(connection, row.id, seal.place):
            named = str(entry.note.get("slug", named))
            put = _section_after(entry) if entry.done is Done.REASSIGNED else put
        if row.slug != named:
            yield f"“{row.slug}” was sealed as “{named}”, and no entry of the trail gave it another slug."
        if row.section != put:
            yield (
                f"“{row.slug}” was sealed in {put or 'no section'}, and no entry of the trail put it into "
                f"{row.section or 'no section'}."
            )


def _that_described(connection: Connection, story: str, sealed_at: int) -> Iterable[Decision]:
    """Return the entries that may have described a story otherwise than it was sealed, those of all copies in order."""
    if others(connection, story):
        return decisions_on(connection, story)
    later = select(_entries).where(_entries.c.story == story, _entries.c.place > sealed_at)
    return map(decision_of, connection.execute(later.order_by(_entries.c.place)).all())


def _set_by_entries(connection: Connection) -> Iterator[str]:
    """Yield stories of which slug, section, deadline or embargo is not what the last entry on it set."""
    elsewhere = set(connection.scalars(select(tables.strand_entries.c.story).distinct()))  # there both may have set it
    wanted = select(_entries).where(_entries.c.done.in_(_setting)).order_by(_entries.c.story, _entries.c.number)
    for story, rows in groupby(_streamed(connection, wanted), key=lambda row: str(row.story)):
        row = connection.execute(select(_stories).where(_stories.c.id == story)).first()
        if row is None or story in elsewhere:
            continue
        set_ = set_by(map(decision_of, rows))
        for name in (name for name in _SET if name in set_ and getattr(row, name) != set_[name]):
            yield f"The {name} of “{row.slug}” is not the one that the last entry of the trail on it set."


def _comments(connection: Connection) -> Iterator[str]:
    """Yield stories whose comments are not those that the last entry of the trail on them knew."""
    told = tables.comments
    for story in connection.scalars(select(told.c.story).distinct().order_by(told.c.story)).all():
        wanted = select(_entries.c.place, _entries.c.note).where(_entries.c.story == story)
        rows = connection.execute(wanted.order_by(_entries.c.number.desc())).all()
        last = next((row for row in rows if SAID in row.note), None)
        if last is not None and not is_as_noted(connection, story, last.note[SAID]):
            slug = _slugs(connection, _stories.c.id == story)
            yield (
                f"Comments on {slug} are not those that entry {last.place} of the trail knew: another program changed, "
                "added or removed one."
            )


def _dictionary(connection: Connection) -> Iterator[str]:
    """Yield words of the desk's dictionary that no decision in force put there; who decides writes both."""
    done = (Done.NOT_AN_ERROR.value, Done.UNDONE.value)
    wanted = select(_entries).where(_entries.c.done.in_(done), _entries.c.scope == Scope.DESK.value)
    rows = connection.execute(wanted.order_by(_entries.c.number)).all()
    put = {_folded(decision.subject) for decision in not_undone(list(map(decision_of, rows)))}
    for word in connection.scalars(select(tables.dictionary.c.word).order_by(tables.dictionary.c.word)):
        if _folded(word) not in put:
            yield f"The word “{word}” stands in the desk's dictionary, and no entry of the trail put it there."


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


def _orphans(connection: Connection) -> Iterator[str]:
    """Yield what speaks of stories that are not there any more."""
    known = select(_stories.c.id)
    for what, table in (("Entries of the trail", _entries), ("Seals", tables.seals), ("Versions", _versions)):
        wanted = select(table.c.story).where(table.c.story != "", table.c.story.not_in(known)).distinct()
        for story in connection.scalars(wanted):
            yield f"{what} speak of a story that is gone ({story}): another program removed it."


def _ends(connection: Connection) -> Iterator[str]:
    if (count := len(connection.execute(select(tables.trail.c.id)).all())) != 1:
        yield f"The trail has {count} ends instead of one: another program added to them."


def _desk(connection: Connection) -> Iterator[str]:
    """Yield where people and keys are not what the trail says, and entries of it that count for nothing."""
    desk = desk_at(connection)
    for place in desk.unsigned:
        yield f"Entry {place} of the trail changes the desk, and no administrator's key signed it: it does not count."
    yield from _copies(connection, desk)


def _copies_now(connection: Connection) -> Iterator[str]:
    return _copies(connection, desk_at(connection))


def _copies(connection: Connection, desk: DeskThen) -> Iterator[str]:
    """Yield where the tables of people and keys are not what the trail says."""
    yield from _people(connection, desk)
    there = {row.fingerprint: row for row in connection.execute(select(tables.signing_keys))}
    for name in sorted({*there, *desk.keys}):
        key, row = desk.keys.get(name), there.get(name)
        if key is None:
            yield f"The key {name[:16]} of {there[name].who} was put into the database by another program."
        elif row is None or (row.person, row.public_key) != (key.who.id, key.public):
            yield f"The key {name[:16]} of {key.who} was changed or removed by another program."
        elif (row.revoked is None) != (not key.is_revoked):
            yield f"The key {name[:16]} of {key.who} was revoked, or made to count again, by another program."


def _people(connection: Connection, desk: DeskThen) -> Iterator[str]:
    away = names_of_strands(connection).home != ""  # a PIN stays where it was set
    there = {row.id: row for row in connection.execute(select(tables.people))}
    for id_, row in there.items():
        if id_ not in desk.people:
            yield f"{row.name} was added to the desk by another program: no entry of the trail speaks of them."
    for id_, person in desk.people.items():
        found = there.get(id_)
        if found is None:
            yield f"{person.name} was removed from the desk by another program."
            continue
        roles = {section: tuple(words) for section, words in found.roles.items()}
        changed = {
            "name": found.name != person.name,
            "initials": found.initials != person.initials,
            "roles": roles != person.roles,
            "PIN": pin_digest(found.pin) != person.pin and not away,
            "leaving": (found.withdrawn is None) != person.here,
        }
        for what in (name for name, differs in changed.items() if differs):
            were = "were" if what in ("initials", "roles") else "was"
            yield f"The {what} of {person.name} {were} changed by another program: no entry of the trail says so."


def _section_after(entry: Decision) -> str:
    """Return the section that an entry put a story into; one of an earlier version says it in its words alone."""
    if "section" in entry.note:
        return str(entry.note["section"])
    put = entry.reason.rpartition(" → ")[2]
    return "" if put == "no section" else put


def _last_seal_of(story: str) -> Select[Any]:
    seals = tables.seals
    return select(*SEAL_COLUMNS).where(seals.c.story == story).order_by(desc(seals.c.number)).limit(1)


def _slugs(connection: Connection, where: ColumnElement[bool]) -> str:
    return ", ".join(f"“{slug}”" for slug in connection.scalars(select(_stories.c.slug).where(where)))


def _streamed(connection: Connection, wanted: Select[Any]) -> Iterator[AnyRow]:
    """Yield the rows of a table that may have millions, some at a time."""
    with connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}) as rows:
        yield from rows


_STEPS = (
    missing_guards,
    foreign_objects,
    foreign_values,
    _ends,
    _orphans,
    _texts,
    _documents,
    _versions_of_stories,
    _found,
    _seals,
    _approvals_without_seal,
    _states,
    _descriptions,
    _set_by_entries,
    _comments,
    _dictionary,
    _desk,
)
