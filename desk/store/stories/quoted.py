"""What else in the database quotes a text that is to be emptied: named one by one, for no law says that it goes too.

Comments and decisions travel signed and are never changed; slugs, name book and the desk's dictionary are changed by
whoever keeps them.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Connection, select

from desk.review.words import DONE, words_for
from desk.store.database import tables
from desk.text.moments import to_the_minute
from desk.text.quoting import OwnWords, own_words

_stories, _versions, _texts = tables.stories, tables.versions, tables.texts


def quoted(
    connection: Connection, story: str, going: Collection[str], is_common: Callable[[str], bool]
) -> Iterator[str]:
    """Yield what quotes these texts, a few words each: of their stories, of the name book and of the dictionary."""
    shas = sorted(going)
    bodies = dict(connection.execute(select(_texts.c.sha256, _texts.c.body).where(_texts.c.sha256.in_(shas))).all())
    having = select(_versions.c.story).where(_versions.c.sha256.in_(shas))
    stories = sorted({story, *connection.scalars(having)})
    others = select(_texts.c.body).where(
        _texts.c.sha256.in_(select(_versions.c.sha256).where(_versions.c.story.in_(stories))),
        _texts.c.sha256.not_in(shas),
    )
    own = own_words(bodies.values(), connection.scalars(others), is_common)
    for each in stories:
        yield from _of_story(connection, each, own)
    yield from _of_the_desk(connection, own)


def _of_story(connection: Connection, story: str, own: OwnWords) -> Iterator[str]:
    row = connection.execute(select(_stories.c.slug, _stories.c.details).where(_stories.c.id == story)).one()
    if own.quoted_by(row.slug):
        yield f"the slug “{row.slug}”"
    for name, words in row.details.items():
        if own.quoted_by(_flat(words)):
            yield f"the details of “{row.slug}” ({name})"
    comments, seals = tables.comments, tables.seals
    for said in connection.execute(select(comments).where(comments.c.story == story).order_by(comments.c.number)):
        if own.quoted_by(f"{said.words} {_flat(said.anchor)}"):
            yield f"a comment on “{row.slug}” by {said.who or 'somebody'}, {to_the_minute(said.made)}"
    yield from _decided(connection, story, row.slug, own)
    for seal in connection.execute(select(seals).where(seals.c.story == story).order_by(seals.c.number)):
        if any(own.quoted_by(_flat(words)) for words in (seal.headline, seal.run, seal.waivers, seal.acknowledged)):
            yield f"the seal of “{row.slug}” by {seal.who or 'somebody'}, {to_the_minute(seal.made)}"


def _decided(connection: Connection, story: str, slug: str, own: OwnWords) -> Iterator[str]:
    table = tables.decisions
    for made in connection.execute(select(table).where(table.c.story == story).order_by(table.c.number)):
        if own.quoted_by(" ".join([made.reason, made.subject, _flat(made.answer), _flat(made.note)])):
            what = words_for(DONE, made.done)
            yield f"a decision on “{slug}” ({what}) by {made.who or 'somebody'}, {to_the_minute(made.made)}"


def _of_the_desk(connection: Connection, own: OwnWords) -> Iterator[str]:
    book, proposed, known = tables.name_book, tables.name_proposals, tables.dictionary
    for line in connection.execute(select(book).where(book.c.withdrawn.is_(None)).order_by(book.c.number)):
        if own.quoted_by(" ".join([line.spelling, line.note, _flat(line.variants)])):
            yield f"the line “{line.spelling}” of the name book"
    for line in connection.execute(select(proposed).order_by(proposed.c.number)):
        if own.quoted_by(" ".join([line.spelling, line.note, _flat(line.variants)])):
            yield f"“{line.spelling}” among the names proposed for the name book"
    for word in connection.scalars(select(known.c.word).order_by(known.c.word)):
        if own.quoted_by(word):
            yield f"“{word}” in the desk's dictionary"


def _flat(value: Any) -> str:
    """Return all words of a plain value, one behind the other."""
    if isinstance(value, dict):
        return " ".join(map(_flat, value.values()))
    if isinstance(value, list):
        return " ".join(map(_flat, value))
    return value if isinstance(value, str) else ""
