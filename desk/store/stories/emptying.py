"""Words that must go by law: a text, or the document it came in, is emptied here and in every copy that hears of it.

The digest, the trail and the seals stay, and say so. Nothing else may change what was saved, so the guard of the table
is taken away for this one change, within the transaction, and put back.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select, text, update

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.desk_then import Emptied
from desk.review.people import NO_ONE, Actor
from desk.store.approval.desk_trail import Signer, enter
from desk.store.approval.emptied import emptied
from desk.store.approval.void_and_restore import settle
from desk.store.database import tables
from desk.store.database.access import AFTERWARDS, EMPTIED, Access
from desk.store.database.guards import guard_of
from desk.store.database.word_index import pieces
from desk.store.records.story_rows import row_of, text_of
from desk.store.stories.quoted import quoted
from desk.store.stories.unsaved_files import Going, Runs, may_have, runs_of, take_out

_stories = tables.stories
_NOTHING = "''"
_TAKE = text(
    "INSERT INTO story_index (story_index, rowid, slug, headline, body) "
    f"VALUES ('delete', :number, {pieces(':slug')}, {pieces(_NOTHING)}, :body)"
)
_PUT = text(
    f"INSERT INTO story_index (rowid, slug, headline, body) VALUES (:number, {pieces(':slug')}, {pieces(_NOTHING)}, '')"
)


class Emptying:
    """The room of what was emptied."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self.count = 0
        """How many texts and documents are emptied, at the last look."""
        self.of_stories: Mapping[str, frozenset[str]] = {}
        """Their digests by stories, at the last look: where they grow, windows forget what was undone."""

    def look(self) -> None:
        """Look what is emptied by now, here or in what came from elsewhere."""
        with suppress(KnownError):  # an entry of the desk was altered: whoever looks at the desk is told
            self.count, self.of_stories = len(self._gone()), self.stories()

    def empty(self, story: str, numbers: Sequence[int], reason: str, *, by: Actor, signer: Signer | None = None) -> int:
        """Empty versions of a story with the documents they came in, in one transaction; returns how many texts went.

        Raises `KnownError` for a version that there is not, and where all of it is empty already.
        """
        with self._access.writing() as connection:
            slug = row_of(connection, story, to_change=True).slug
            gone, count = emptied(connection), 0
            texts = [digest for digest in _texts(connection, story, numbers) if digest not in gone]
            documents = [digest for digest in _documents(connection, story, numbers) if digest not in gone]
            if not texts and not documents:
                raise KnownError(f"These versions of “{slug}” are empty already.")
            for digest in (*texts, *documents):
                note = {"story": story, "slug": slug, "what": "text" if digest in texts else "document"}
                enter(connection, Done.TEXT_EMPTIED, digest, by, note=note, reason=reason, signer=signer)
                count += digest in texts
            if not set(texts) <= set(emptied(connection)):
                raise KnownError("Only an administrator whose key counts empties a text by law.")
            carry_out(connection)
        self.look()
        return count

    def quotes(self, story: str, numbers: Sequence[int], is_common: Callable[[str], bool]) -> tuple[str, ...]:
        """Return what quotes these texts and stays, a few words each; asked before they are emptied.

        `is_common` says of a word whether anybody may write it.
        """
        with self._access.reading() as connection:
            return tuple(quoted(connection, story, _texts(connection, story, numbers), is_common))

    def take_over(
        self, sha256: str, note: Mapping[str, Any], reason: str, *, by: Actor, signer: Signer | None = None
    ) -> None:
        """Empty what another copy has emptied, by its digest."""
        with self._access.writing() as connection:
            told = {name: str(note.get(name, "")) for name in ("story", "slug", "what")}
            enter(connection, Done.TEXT_EMPTIED, sha256, by, note=told, reason=reason, signer=signer)
            carry_out(connection)

    def finish(self) -> None:
        """Do for a file that was just opened what could not be done beside it when its texts were emptied."""
        with suppress(KnownError):  # an entry of the desk was altered: whoever looks at the desk is told
            self._access.look_for_traces(self._gone())

    def files_aside(self) -> tuple[Path, ...]:
        """Return the files beside this one that were put aside and may have words of emptied texts."""
        return self._access.files_aside(self._gone())

    def when(self) -> dict[str, datetime]:
        """Return when each text and document was emptied, by digest."""
        return {digest: gone.when for digest, gone in self._gone().items()}

    def unsaved_files(self) -> dict[Path, str]:
        """Return the files that texts were kept in and that may have words of emptied ones, with a sentence each."""
        emptied = self.when()
        return may_have(emptied, self.stories()) if emptied else {}

    def stories(self) -> dict[str, frozenset[str]]:
        """Return the stories that have emptied texts or documents, each with their digests."""
        gone, found = sorted(self._gone()), dict[str, frozenset[str]]()
        with self._access.reading() as connection:
            for table in (tables.versions, tables.originals) if gone else ():
                for story, digest in connection.execute(
                    select(table.c.story, table.c.sha256).where(table.c.sha256.in_(gone))
                ):
                    found[story] = found.get(story, frozenset()) | {digest}
        return found

    def _gone(self) -> Mapping[str, Emptied]:
        with self._access.reading() as connection:
            return emptied(connection)

    def left(self) -> tuple[str, ...]:
        """Return which files may have words of emptied texts still, a sentence each."""
        return self._access.traces_left

    def said(self) -> dict[str, str]:
        """Return by whom, when and why each text and document was emptied, by digest."""
        return {digest: gone.said for digest, gone in self._gone().items()}


def _texts(connection: Connection, story: str, numbers: Sequence[int]) -> list[str]:
    versions = tables.versions
    wanted = select(versions.c.number, versions.c.sha256).where(versions.c.story == story)
    there = {row.number: str(row.sha256) for row in connection.execute(wanted)}
    for number in numbers:
        if number not in there:
            raise KnownError(f"The story has no version {number}.")
    return list(dict.fromkeys(there[number] for number in numbers))


def _documents(connection: Connection, story: str, numbers: Sequence[int]) -> list[str]:
    originals = tables.originals
    mine = originals.c.story == story, originals.c.version.in_(numbers)
    return list(dict.fromkeys(connection.scalars(select(originals.c.sha256).where(*mine))))


def carry_out(connection: Connection) -> None:
    """Empty whatever the desk's entries say is emptied and has words here still; what was checked of it goes too."""
    gone = emptied(connection)
    texts = [digest for digest in gone if connection.execute(_full(tables.texts, digest)).first() is not None]
    documents = [digest for digest in gone if connection.execute(_full(tables.blobs, digest)).first() is not None]
    if not texts and not documents:
        return
    if connection.dialect.name == "sqlite":  # freed pages are overwritten, not left to whoever reads the file
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        connection.execute(insert(tables.owed).prefix_with("OR IGNORE").values(what="anew"))
    going = [_forget(connection, digest, texts) for digest in texts]
    connection.info.setdefault(EMPTIED, set()).update(texts, documents)
    connection.info.setdefault(AFTERWARDS, []).append(partial(take_out, going, (*texts, *documents)))
    _emptied(connection, "texts", texts, "")
    _emptied(connection, "blobs", documents, b"")
    for digest in texts:
        for story in connection.scalars(select(_stories.c.id).where(_stories.c.sha256 == digest)).all():
            settle(connection, story, NO_ONE if digest not in gone else gone[digest].who)


def _full(table: Table, digest: str) -> Select[Any]:
    return select(table.c.sha256).where(
        table.c.sha256 == digest, table.c.body != ("" if table is tables.texts else b"")
    )


def _forget(connection: Connection, digest: str, going: Collection[str]) -> Going:
    """Let nothing that was made from a text be kept beside it: findings, readings, recovery copies, words to search.

    Returns by what words of it are known, for the files that lie beside the database.
    """
    connection.execute(delete(tables.runs).where(tables.runs.c.sha256 == digest))
    connection.execute(delete(tables.readings))  # by paragraphs, of which nobody knows whose they are; made again
    this = Going(digest, *_only_there(connection, digest, going))
    for row in connection.execute(select(tables.recovery.c.id, tables.recovery.c.body)).all():
        if this.is_in(row.id, row.body):
            connection.execute(delete(tables.recovery).where(tables.recovery.c.id == row.id))
    connection.execute(update(_stories).where(_stories.c.sha256 == digest).values(headline=""))
    if connection.dialect.name == "sqlite":
        _out_of_the_index(connection, digest)
    return this


def _only_there(connection: Connection, digest: str, going: Collection[str]) -> tuple[frozenset[str], Runs]:
    """Return the stories that have this text, and the runs of words of it that no text of them has which stays."""
    versions, texts = tables.versions, tables.texts
    stories = frozenset(connection.scalars(select(versions.c.story).where(versions.c.sha256 == digest)))
    others = select(texts.c.body).where(
        texts.c.sha256.in_(select(versions.c.sha256).where(versions.c.story.in_(sorted(stories)))),
        texts.c.sha256.not_in(sorted(going)),
    )
    known = frozenset(run for body in connection.scalars(others) for run in runs_of(body))
    return stories, runs_of(text_of(connection, digest)) - known


def _out_of_the_index(connection: Connection, digest: str) -> None:
    body = text_of(connection, digest)
    for row in connection.execute(select(_stories.c.number, _stories.c.slug).where(_stories.c.sha256 == digest)).all():
        said = {"number": row.number, "slug": row.slug, "body": body}
        connection.execute(_TAKE, said)
        connection.execute(_PUT, said)
    connection.execute(text("INSERT INTO story_index (story_index) VALUES ('optimize')"))


def _emptied(connection: Connection, table: str, digests: Iterable[str], nothing: str | bytes) -> None:
    wanted = sorted(digests)
    if not wanted:
        return
    server, of = connection.dialect.name == "postgresql", tables.metadata.tables[table]
    name, made = guard_of(table)
    off = f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only" if server else f"DROP TRIGGER {name}"
    connection.execute(text(off))
    connection.execute(update(of).where(of.c.sha256.in_(wanted)).values(body=nothing))
    connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER {table}_append_only" if server else made))
