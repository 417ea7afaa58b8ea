"""One database of several that work apart: its clock, its key, and the story that all of them begin with."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest.mock import patch

from desk.exchange.bag import Strand
from desk.exchange.bag_bytes import strand_of
from desk.review.people import Actor, Role
from desk.review.signing import SigningKey
from desk.store.connect import Store, open_store
from desk.store.records.values import NewStory

FIRST = "Flood reaches Harrow Quay\n\nThe water rose.\n"
NAMES = ("the desk", "laptop of Rosa", "laptop of Tam", "laptop of Ida", "the annexe")
CLOCKS = (timedelta(), timedelta(days=-11), timedelta(days=11), timedelta(days=-3), timedelta(hours=5))
ON_A_SERVER = 1
"""Which of them is a server's database, where the tests have one."""
KEYS = tuple(SigningKey.new() for _ in NAMES)
"""Of the databases."""
CHIEF = SigningKey.new()
"""The chief's own, which they have on every machine."""


@dataclass
class Copy:
    """One database, open."""

    store: Store
    strand: Strand
    key: SigningKey
    clock: timedelta


@contextmanager
def clock_of(copy):
    """Let everything within be done by the clock of one copy."""

    class Off(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + copy.clock

    with patch("desk.text.moments.datetime", Off):
        yield


def headline_of(text, *_):
    return text.partition("\n")[0]


def make_patterns(folder, server=None):
    """Make the databases with the story in each, once; returns its id."""
    copies = [opened_copy(folder / f"{at}.db", at) for at in range(len(NAMES))]
    on_server = "" if server is None else server.database()
    if on_server:
        copies.append(opened_copy(on_server, ON_A_SERVER))
    desk = copies[0].store
    chief = desk.people.add("Odile Brandt", "OB", {"*": list(Role)}, by=Actor("a" * 32, "Odile Brandt"))
    for name, initials in (("Rosa Marquez", "RM"), ("Tam Reyes", "TR")):
        desk.people.add(name, initials, {"*": [Role.EDITOR, Role.CHIEF]})
    desk.keys.add(chief, CHIEF.fingerprint, CHIEF.public)
    story = desk.stories.create(NewStory(slug="flood", text=FIRST), chief.actor).id
    for copy in copies:
        copy.store.strands.found(copy.strand)
        for other in copies:
            copy.store.strands.accept(other.strand)
    load = desk.packing.pack([story], copies[0].strand, copies[0].key)
    for copy in copies[1:]:
        copy.store.desk_parts.take(load.desk)
        copy.store.laying.lay(load.bags[0], load, chief.actor, headline_of)
    for copy in copies:
        copy.store.close()
    return story, on_server.rpartition("/")[2]


def opened_copy(path, at):
    """Return the copy with this number, opened."""
    return Copy(open_store(path), strand_of(KEYS[at], NAMES[at]), KEYS[at], CLOCKS[at])
