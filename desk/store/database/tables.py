"""Every table, as SQLAlchemy Core: the shape that the migrations must come to (a test compares the two).

Ids are UUIDs of version 7 as 32 hexadecimal digits, so that two databases can be laid together; `number` columns are
local, for order and for the full-text index. `decisions`, `desk_entries`, `versions`, `texts`, `seals`, `comments`,
`blobs`, `originals`, `strand_entries` and `strand_things` are append-only: triggers refuse UPDATE and DELETE. `Words`
are short texts, `Exact` those of stories. Where an index holds a part of its table (`sqlite_where`), that of a server
holds the same (the migrations say so); said here, it would load the dialect of servers: 3 MB that a laptop needs not.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from desk.store.database.columns import AnyJson, Exact, Instant, Json, Words
from desk.store.database.desk_tables import DIGEST, ID, TAG
from desk.store.database.desk_tables import desk_entries as desk_entries
from desk.store.database.desk_tables import identities as identities
from desk.store.database.desk_tables import metadata as metadata
from desk.store.database.desk_tables import people as people
from desk.store.database.desk_tables import signing_keys as signing_keys
from desk.store.database.strand_tables import strand_entries as strand_entries
from desk.store.database.strand_tables import strand_heads as strand_heads
from desk.store.database.strand_tables import strand_things as strand_things
from desk.store.database.strand_tables import strands as strands

IN_FORCE = text("withdrawn IS NULL")
NAMED = text("digest <> ''")
SHARED_HANDS = text("hands_too <> ''")
DUE = "coalesce(deadline, 4611686018427387904 - changed)"
"""Microseconds of the deadline; stories without one follow, the last changed first (2^62 is in the year 148,108)."""


def _story(*, primary: bool = False) -> Column[str]:
    return Column("story", ID, ForeignKey("stories.id"), primary_key=primary, nullable=False)


texts = Table("texts", metadata, Column("sha256", DIGEST, primary_key=True), Column("body", Exact, nullable=False))

stories = Table(
    "stories",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    Column("slug", Words, nullable=False),
    Column("headline", Words, nullable=False),
    Column("section", Words, nullable=False),
    Column("variant", TAG, nullable=False),
    Column("state", TAG, nullable=False),
    Column("owner", Words, nullable=False),
    Column("path", Words, nullable=False),
    Column("source_sha256", DIGEST, nullable=False),
    Column("format", TAG, nullable=False),
    Column("encoding", TAG, nullable=False),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("place", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", DIGEST, ForeignKey("texts.sha256"), nullable=False),
    Column("kinds", Json, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("tally", Json, nullable=False),
    Column("deadline", Instant),
    Column("hold_until", Instant),
    Column("hands", Words, nullable=False),
    Column("waived", Integer, nullable=False),
    Column("unchecked", Integer, nullable=False),
    Column("seal", ID, nullable=False),
    Column("due", BigInteger, Computed(DUE)),
    Column("owner_id", ID, nullable=False),
    Column("roles", Json, nullable=False),
    Column("embargo", Instant),
    Column("details", Json, nullable=False),
    Column("links", Json, nullable=False),
    Column("apart", Integer, nullable=False, default=0),
    Column("lent", Json, nullable=False, default=dict),
    Column("opposites", Integer, nullable=False, default=0),
    Column("hands_too", Words, nullable=False, default=""),
    Index("ix_stories_due", "due", "number", "state", "section"),
    Index("ix_stories_state_due", "state", "due", "number", "section", "hands"),
    Index("ix_stories_section_due", "section", "due", "number", "state"),
    Index("ix_stories_hands", "hands", "due", "number", "state", "section"),
    Index("ix_stories_owner", "owner_id", "due", "number", "state", "section", "hands"),
    Index("ix_stories_changed", "changed", "number"),
    Index("ix_stories_state", "state", "changed", "number", "section", "hands"),
    Index("ix_stories_section", "section", "changed", "number", "state"),
    Index("ix_stories_hands_changed", "hands", "changed", "number", "state", "section"),
    Index("ix_stories_owner_changed", "owner_id", "changed", "number", "state", "section", "hands"),
    Index("ix_stories_path", "path"),
    Index("ix_stories_source", "source_sha256"),
    Index("ix_stories_hands_too", "due", "number", sqlite_where=SHARED_HANDS),
    Index("ix_stories_hands_too_changed", "changed", "number", sqlite_where=SHARED_HANDS),
)
"""`hands` and `owner_id` are ids of people, `owner` the name the story came in under, `seal` the id of the seal that
stands; `hands` and `seal` are empty for none. `waived` and `unchecked` stand beside the open counts for the queue,
`due` orders it by deadline. `embargo` is the moment before which it must not be published, `details` what its wire says
of it besides. `roles` are what a document said its blocks are (`desk.text.block_roles`), `links` where its words lead
(`desk.text.links`), as those of the current version. `apart` counts the texts besides it that somebody saved elsewhere
and nobody laid together yet, `lent` says whom the story is lent to, where and until when, `opposites` how much was
decided differently in two places, `hands_too` are the ids (parted by spaces) of those who took the story in hand
without knowing of `hands`; all four follow from what was done, for the queue."""

versions = Table(
    "versions",
    metadata,
    _story(primary=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", DIGEST, ForeignKey("texts.sha256"), nullable=False),
    Column("kinds", Json, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("made", Instant, nullable=False),
    Column("person", ID, nullable=False),
    Column("links", Json, nullable=False),
    Column("digest", DIGEST, nullable=False, default=""),
    Column("parents", Json, nullable=False, default=list),
    Index("ix_versions_digest", "digest", unique=True, sqlite_where=NAMED),
)
"""`person` is empty in rows of before versions kept ids: `people.actor` says who is meant. `digest` names the version
in every database (`desk.exchange.version_id`), `parents` those it was made from; `number` counts here alone."""

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", DIGEST, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Documents byte by byte, `size` in bytes."""

originals = Table(
    "originals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _story(),
    Column("version", Integer, nullable=False),
    Column("sha256", DIGEST, ForeignKey("blobs.sha256"), nullable=False),
    Column("name", Words, nullable=False),
    Column("format", TAG, nullable=False),
    Column("made", Instant, nullable=False),
    Index("ix_originals_story", "story", "number"),
)
"""Which version was read from which document, with the name and format of the file."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    _story(),
    Column("done", TAG, nullable=False),
    Column("who", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("scope", TAG, nullable=False),
    Column("fingerprint", TAG, nullable=False),
    Column("rule", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("item", Words, nullable=False),
    Column("state", TAG, nullable=False),
    Column("answer", Json, nullable=False),
    Column("undoes", String(32), nullable=False),
    Column("sha256", DIGEST, nullable=False),
    Column("made", Instant, nullable=False),
    Column("place", Integer, nullable=False),
    Column("chain", DIGEST, nullable=False),
    Column("person", ID, nullable=False),
    Column("role", Words, nullable=False),
    Column("note", Json, nullable=False),
    Column("spelt", Json, nullable=False),
    Index("ix_decisions_place", "place", unique=True),
    Index("ix_decisions_story", "story", "number"),
    Index("ix_decisions_desk", "number", sqlite_where=text("scope = 'on-this-desk'")),
)
"""`place` counts from 1 without gaps over all stories; `chain` is the link (`desk.review.trail`), `spelt` the words
that an entry older than revision 0005 was chained with where slugs stand now, empty for others."""

trail = Table(
    "trail",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, nullable=False),
    Column("chain", DIGEST, nullable=False),
)
"""One row: where the chain of decisions ends. Who appends locks it, so that no two entries get one place."""

seals = Table(
    "seals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    _story(),
    Column("sha256", DIGEST, nullable=False),
    Column("run_digest", DIGEST, nullable=False),
    Column("run", Json, nullable=False),
    Column("waivers", Json, nullable=False),
    Column("acknowledged", Json, nullable=False),
    Column("who", Words, nullable=False),
    Column("made", Instant, nullable=False),
    Column("headline", Words, nullable=False),
    Column("rules", Words, nullable=False),
    Column("engine", Words, nullable=False),
    Column("map_digest", DIGEST, nullable=False),
    Column("furniture_digest", DIGEST, nullable=False),
    Column("kinds", Json, nullable=False),
    Column("person", ID, nullable=False),
    Column("key", Words, nullable=False),
    Column("signature", Words, nullable=False),
    Column("payload", Words, nullable=False),
    Column("place", Integer, nullable=False),
    Index("ix_seals_story", "story", "number"),
    Index("ix_seals_sha256", "sha256"),
)
"""`payload` is what was signed, letter by letter; `place` that of the approval in the trail. All empty in old rows."""

runs = Table(
    "runs",
    metadata,
    _story(primary=True),
    Column("sha256", DIGEST, nullable=False),
    Column("digest", DIGEST, nullable=False),
    Column("made", Instant, nullable=False),
    Column("found", Json, nullable=False),
    Column("rules", Words, nullable=False),
    Column("engine", Words, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("item", TAG, primary_key=True),
    Column("key", String(256), primary_key=True),
    Column("digest", DIGEST, primary_key=True),
    Column("reading", AnyJson, nullable=False),
    Column("used", Instant, nullable=False),
    Index("ix_readings_used", "used"),
)

recovery = Table(
    "recovery",
    metadata,
    Column("id", ID, primary_key=True),
    Column("slug", Words, nullable=False),
    Column("body", Exact, nullable=False),
    Column("kinds", Json, nullable=False),
    Column("place", Integer, nullable=False),
    Column("format", TAG, nullable=False),
    Column("path", Words, nullable=False),
    Column("holder", String(128), nullable=False),
    Column("kept", Instant, nullable=False),
    Column("links", Json, nullable=False),
)
"""`id` is a story's, or one of a draft that was never saved: no foreign key, for typing must be kept in any case."""

owed = Table("owed", metadata, Column("what", TAG, primary_key=True))
"""What is to be done yet with the file itself: `anew`, after a text was emptied, is to write it anew."""

arrivals = Table(
    "arrivals",
    metadata,
    Column("sha256", DIGEST, primary_key=True),
    Column("name", Words, nullable=False),
    Column("story", String(32), nullable=False),
    Column("made", Instant, nullable=False),
)
"""Files of watched folders that became stories, by the digest of their bytes: no copy of one becomes another."""

locks = Table(
    "locks",
    metadata,
    _story(primary=True),
    Column("holder", String(128), nullable=False),
    Column("who", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("renewed", Instant, nullable=False),
    Column("person", ID, nullable=False),
)

dictionary = Table(
    "dictionary",
    metadata,
    Column("word", Words, primary_key=True),
    Column("who", Words, nullable=False),
    Column("added", Instant, nullable=False),
)

name_book = Table(
    "name_book",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    Column("key", Words, nullable=False),
    Column("kind", TAG, nullable=False),
    Column("spelling", Words, nullable=False),
    Column("variants", Json, nullable=False),
    Column("note", Words, nullable=False),
    Column("sought", Words, nullable=False),
    Column("keeper", Words, nullable=False),
    Column("agreed", Instant, nullable=False),
    Column("withdrawn_by", Words, nullable=False),
    Column("withdrawn", Instant),
    Index("ix_name_book_key", "key", "kind", unique=True, sqlite_where=IN_FORCE),
)
"""`key` is the spelling folded, at most one line in force a key and kind; `sought` all forms folded, for searching."""

name_proposals = Table(
    "name_proposals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    Column("key", Words, nullable=False),
    Column("kind", TAG, nullable=False),
    Column("spelling", Words, nullable=False),
    Column("variants", Json, nullable=False),
    Column("note", Words, nullable=False),
    Column("stories", Json, nullable=False),
    Column("made", Instant, nullable=False),
    Column("outcome", TAG, nullable=False),
    Column("keeper", Words, nullable=False),
    Column("decided", Instant),
    UniqueConstraint("key", "kind"),
)
"""One line a name that approved stories used; `outcome` is empty until a keeper accepts or declines it."""

comments = Table(
    "comments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", ID, nullable=False, unique=True),
    _story(),
    Column("thread", ID, nullable=False),
    Column("sort", TAG, nullable=False),
    Column("who", Words, nullable=False),
    Column("person", ID, nullable=False),
    Column("words", Words, nullable=False),
    Column("anchor", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made", Instant, nullable=False),
    Column("after", ID, nullable=False, default=""),
    Index("ix_comments_story", "story", "number"),
)
"""Events (`sort`: opened, answered, resolved, reopened) that fold to threads; `thread` is the id of the first. `after`
is the last one of the thread that its author had seen, empty where that is the one before it here."""

looks = Table(
    "looks",
    metadata,
    Column("person", Words, primary_key=True),
    _story(primary=True),
    Column("version", Integer, nullable=False),
    Column("sha256", DIGEST, nullable=False),
    Column("seen", Json, nullable=False),
    Column("looked", Instant, nullable=False),
)
"""What each person saw last of each story: `person` is an id, `seen` the fingerprints of the findings."""

queue_views = Table(
    "queue_views",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("filter", Json, nullable=False),
    Column("made", Instant, nullable=False),
    UniqueConstraint("person", "name"),
)
