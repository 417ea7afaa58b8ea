"""What other databases wrote, strand by strand, as it came: entries of their trails, and which things are theirs.

The trail in `decisions` and `desk_entries` is what this database writes itself: its own strand.
"""

from sqlalchemy import Column, Index, Integer, Table

from desk.store.database.columns import Instant, Json, Words
from desk.store.database.desk_tables import DIGEST, ID, TAG, metadata

strands = Table(
    "strands",
    metadata,
    Column("id", ID, primary_key=True),
    Column("public_key", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("since", Integer),
    Column("is_home", Integer, nullable=False),
    Column("known", Instant, nullable=False),
    Column("secret", Words, nullable=False),
)
"""Databases that this one takes things from, by their key. `since` is set for its own: the place of the trail from
which it signs with this key, the last one counts. `is_home` is 1 for the one whose people and keys count here.
`secret` is the private key of a server's database, which many machines write for; that of a file stays on its machine
(`desk.keychain`), so that a copy of the file is another strand."""

strand_heads = Table(
    "strand_heads",
    metadata,
    Column("strand", ID, primary_key=True),
    Column("story", ID, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("chain", DIGEST, nullable=False),
    Column("signature", Words, nullable=False),
    Column("name", Words, nullable=False),
    Index("ix_strand_heads_story", "story"),
)
"""What a strand signed last of a story (of the desk where `story` is empty), so that it can be carried on."""

strand_entries = Table(
    "strand_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("strand", ID, nullable=False),
    Column("story", ID, nullable=False),
    Column("place", Integer, nullable=False),
    Column("before", DIGEST, nullable=False),
    Column("chain", DIGEST, nullable=False),
    Column("entry", Json, nullable=False),
    Index("ix_strand_entries_place", "strand", "place", unique=True),
    Index("ix_strand_entries_story", "story", "strand", "place"),
)
"""Entries of other trails with the link before each; `entry` as it travels (`desk.exchange.bag_plain`)."""

strand_things = Table(
    "strand_things",
    metadata,
    Column("strand", ID, primary_key=True),
    Column("story", ID, primary_key=True),
    Column("sort", TAG, primary_key=True),
    Column("thing", DIGEST, primary_key=True),
    Index("ix_strand_things_story", "story"),
)
"""Which versions, remarks, seals and documents of a story another strand brought; what stands here in no line is our
own. `thing` is the name of one: a version's digest, an id, for a document the digest of version, name and bytes."""
