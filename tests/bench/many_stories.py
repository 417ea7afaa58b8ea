"""A desk of very many stories in a file, written in bulk: a million of 300 words in minutes, not in hours.

Each is of six pieces of fifty words from the vocabulary of `bench_store`, and has one word that no other has.
"""

import hashlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bench_store import VOCABULARY, WEIGHTS

from desk.review.states import State
from desk.store.connect import open_store
from desk.store.database import word_index
from desk.text.moments import micros, now

PIECES, WORDS_IN_ONE = 4000, 50
STEPS = (7, 11, 13, 17, 19, 23)
"""How far apart the pieces of following stories stand."""
SECTIONS = ("News", "World", "Sport")
DAY = 86_400 * 1_000_000
_IN_MEMORY = 32 << 20
"""Bytes of the index of words that are put together before they are written."""
_INSERT_STORY = """
    INSERT INTO stories (number, id, slug, headline, section, variant, state, owner, owner_id, hands, deadline, waived,
        unchecked, seal, path, source_sha256, format, encoding, created, changed, place, version, sha256, kinds, errors,
        warnings, hints, tally, roles, details, links, apart, lent, opposites, hands_too)
    VALUES (:number, :id, :slug, :headline, :section, '', :state, :owner, :owner, :hands, :deadline, 0, 0, '', '', '',
        'text', 'utf-8', :changed, :changed, 0, 1, :sha256, '[]', 0, 0, 0, '{"open": {}, "unchecked": []}', '[]', '{}',
        '[]', 0, '{}', 0, '')
"""


def fill_in_bulk(path: Path, stories: int) -> None:
    """Make a file with so many stories; the index of words is filled at the end, as a migration does it.

    Nothing is safe from a power cut meanwhile: what is broken off is thrown away and made anew.
    """
    open_store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -64000"):
            file.execute(f"PRAGMA {pragma}")
        file.execute("BEGIN")
        file.execute("DROP TRIGGER story_index_insert")
        chance, when, number = random.Random(7), micros(now()), 0
        for texts in texts_of(stories):
            file.executemany("INSERT INTO texts (sha256, body) VALUES (?, ?)", texts)
            rows = [_row(chance, number + nth, sha256, when) for nth, (sha256, _) in enumerate(texts)]
            file.executemany(_INSERT_STORY, rows)
            number += len(rows)
        _fill_index(file)
        file.execute(word_index.OBJECTS["trigger", "story_index_insert"])
        file.execute("COMMIT")


def _fill_index(file: sqlite3.Connection) -> None:
    file.create_function("in_threes", 1, _in_threes, deterministic=True)
    file.execute(f"INSERT INTO story_index (story_index, rank) VALUES ('hashsize', {_IN_MEMORY})")
    file.execute(
        "INSERT INTO story_index (rowid, slug, headline, body) SELECT stories.number, in_threes(slug), "
        "in_threes(headline), CAST(body AS TEXT) FROM stories JOIN texts USING (sha256) ORDER BY number"
    )
    file.execute("DELETE FROM story_index_config WHERE k = 'hashsize'")


def _in_threes(words: str) -> str:
    all_of = f"--{words}--"
    return " ".join(all_of[at : at + 3] for at in range(len(all_of) - 2))


def texts_of(stories: int, at_once: int = 10_000) -> Iterator[list[tuple[str, bytes]]]:
    """Yield digests and texts of so many stories, some at a time."""
    chance = random.Random(7)
    pieces = [" ".join(chance.choices(VOCABULARY, WEIGHTS, k=WORDS_IN_ONE)) for _ in range(PIECES)]
    for start in range(0, stories, at_once):
        texts = []
        for number in range(start, min(start + at_once, stories)):
            turn = number // PIECES
            words = (pieces[(number * step + turn * nth) % PIECES] for nth, step in enumerate(STEPS))
            body = f"only{number} {' '.join(words)}".encode()
            texts.append((hashlib.sha256(body).hexdigest(), body))
        yield texts


def _row(chance: random.Random, number: int, sha256: str, when: int) -> dict[str, Any]:
    return {
        "number": number + 1,
        "id": f"{number:032x}",
        "slug": f"slug-{number}",
        "headline": f"Headline {number}",
        "section": chance.choice(SECTIONS),
        "state": chance.choice([state.value for state in State]),
        "owner": f"Writer {chance.randrange(100)}",
        "hands": f"Editor {chance.randrange(40)}" if chance.random() < 0.1 else "",
        "deadline": when + chance.randrange(-6 * DAY, DAY) if chance.random() < 0.4 else None,
        "changed": when + number,
        "sha256": sha256,
    }
