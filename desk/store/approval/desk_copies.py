"""The tables of people and keys, which are copies of what the trail says: written from it, and put right again."""

from typing import Any

from sqlalchemy import Connection, delete, select

from desk.review.desk_then import DeskThen
from desk.review.people import kept_id
from desk.store.approval.desk_trail import desk_at
from desk.store.database import tables
from desk.store.database.columns import upsert
from desk.text.moments import now


def put_right(connection: Connection) -> None:
    """Make the copies what the trail says, whatever another program wrote there; a PIN can only be given anew."""
    desk, people, keys = desk_at(connection), tables.people, tables.signing_keys
    copy_desk(connection, desk)
    strangers = set(connection.scalars(select(people.c.id))) - set(desk.people)
    for at in sorted(strangers):
        connection.execute(delete(people).where(people.c.id == at))
    for at in sorted(set(connection.scalars(select(keys.c.fingerprint))) - set(desk.keys)):
        connection.execute(delete(keys).where(keys.c.fingerprint == at))


def copy_desk(connection: Connection, desk: DeskThen) -> None:
    """Make the tables of people and keys what the trail of the desk says; PINs stay where they were set."""
    people, keys = tables.people, tables.signing_keys
    there = {row.id: row for row in connection.execute(select(people))}
    when = now()
    rows: list[dict[str, Any]] = []
    for id_, person in desk.people.items():
        known = there.get(id_)
        withdrawn = None if person.here else (known.withdrawn if known is not None and known.withdrawn else when)
        rows.append(
            {
                "id": id_,
                "name": person.name,
                "initials": person.initials,
                "roles": {section: list(words) for section, words in person.roles.items()},
                "pin": known.pin if known is not None else "",
                "created": known.created if known is not None else when,
                "withdrawn": withdrawn,
            }
        )
    upsert(connection, people, rows)
    upsert(
        connection,
        keys,
        [
            {
                "fingerprint": key.fingerprint,
                "person": kept_id(key.who),
                "who": key.who.name,
                "public_key": key.public,
                "created": key.created,
                "revoked": key.revoked_at,
                "revoked_by": key.revoked_by,
                "why": key.why,
            }
            for key in desk.keys.values()
        ],
    )
