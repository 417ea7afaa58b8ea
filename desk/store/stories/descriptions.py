"""What is set of a story besides its text, as entries of the trail: where an approval or a copy elsewhere must know."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from desk.review.decisions import Decision, Done
from desk.review.people import Actor
from desk.store.approval.seal_rows import last_seal
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.trail_entries import append
from desk.text.moments import micros


def enter_description(connection: Connection, row: AnyRow, values: Mapping[str, Any], who: Actor) -> None:
    """Enter another slug, English or deadline, and other facts, where stories of this database may be elsewhere.

    Another slug of a story that was approved once is entered in any case, for its seal has the old one.
    """
    told = ("slug", "variant", "deadline", "details")
    given = {name for name in told if name in values and values[name] != getattr(row, name)}
    if not given:
        return
    is_told = travels(connection)
    if "slug" in given and (is_told or last_seal(connection, row.id) is not None):
        slug = str(values["slug"])
        _enter(connection, row, Done.RENAMED, who, {"slug": slug}, f"{row.slug} → {slug}")
    if "variant" in given and is_told:
        _enter(connection, row, Done.DESCRIBED, who, {"variant": values["variant"]}, str(values["variant"]))
    for name, words in _other_facts(row.details, values["details"]) if "details" in given and is_told else ():
        _enter(connection, row, Done.DESCRIBED, who, {"fact": name, "words": words}, f"{name}: {words or 'none'}")
    if "deadline" in given and is_told:
        deadline = values["deadline"]
        _enter(connection, row, Done.DEADLINE_SET, who, {"deadline": None if deadline is None else micros(deadline)})


def _other_facts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Yield each fact that says something else, with its words; with none where it was taken away."""
    for name in sorted({*old, *new}):
        if (words := str(new.get(name, ""))) != str(old.get(name, "")):
            yield name, words


def travels(connection: Connection) -> bool:
    """Return whether stories of this database may be elsewhere."""
    return connection.execute(select(tables.strands.c.id).limit(1)).first() is not None


def _enter(
    connection: Connection, row: AnyRow, done: Done, who: Actor, note: Mapping[str, Any], reason: str = ""
) -> None:
    append(connection, Decision(done, row.id, who, reason=reason, note=note, sha256=row.sha256))
