"""Who belongs to the desk, with which keys: tables that are copies, and the entries of the trail behind them.

Also what all tables share: how constraints are called, and the columns' usual types.
"""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table

from desk.store.database.columns import Instant, Json, Words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

ID = String(32)
DIGEST = String(64)
TAG = String(64)
"""A word of one of our enumerations, a format, a language."""

people = Table(
    "people",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Words, nullable=False),
    Column("initials", Words, nullable=False),
    Column("roles", Json, nullable=False),
    Column("pin", Words, nullable=False),
    Column("created", Instant, nullable=False),
    Column("withdrawn", Instant),
)
"""`roles` maps a section, or "*" for all, to roles; `pin` is a salted hash, empty for none."""

identities = Table(
    "identities",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("name", Words, nullable=False),
    Index("ix_identities_person", "person"),
)
"""Ids besides those of `people`: of accounts that work without set-up, and of names in old records.

`person` is whose work stands under the id: the id itself where nobody was set up with it yet. Where an old name was
that of several people, it has a line for each: a rule on one's own copy then counts it against them all.
"""

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("fingerprint", DIGEST, primary_key=True),
    Column("person", ID, nullable=False),
    Column("who", Words, nullable=False),
    Column("public_key", Words, nullable=False),
    Column("created", Instant, nullable=False),
    Column("revoked", Instant),
    Column("revoked_by", Words, nullable=False),
    Column("why", Words, nullable=False),
    Index("ix_signing_keys_person", "person", "who"),
)
"""Public keys alone; `person` is empty in rows of before everybody had an id."""

desk_entries = Table(
    "desk_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    Column("done", TAG, nullable=False),
    Column("who", Words, nullable=False),
    Column("person", ID, nullable=False),
    Column("about", TAG, nullable=False),
    Column("reason", Words, nullable=False),
    Column("note", Json, nullable=False),
    Column("made", Instant, nullable=False),
    Column("place", Integer, nullable=False),
    Column("chain", DIGEST, nullable=False),
    Index("ix_desk_entries_place", "place", unique=True),
)
"""Entries of the same trail that are about no story: people, roles, PINs, keys; `about` is a person's id or a key's
fingerprint, `note` says what was given, which key signed the entry, and its signature (`desk.review.desk_then`)."""
