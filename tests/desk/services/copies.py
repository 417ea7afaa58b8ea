"""A desk and laptops that carry stories from one to the other, for tests."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from desk.exchange.bag_bytes import desk_from_bytes, desk_to_bytes, from_bytes, to_bytes
from desk.review.people import Role
from desk.session import Session

TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday, said Mayor Ines Duarte.\n\nIt rained.\n"


class Copies:
    """A desk and laptops, each a database of its own on a machine whose keyring all share."""

    def __init__(self, folder):
        self.folder, self.made = folder, []

    def open(self, name):
        session = self._session(name)
        session.examiner.change_settings({"manual_items": ()})
        desk = session.open_store()
        desk.exchange.me(name)
        self.made.append(desk)
        return desk

    def again(self, name):
        """Return a copy that was open before."""
        self.made.append(self._session(name).open_store())
        return self.made[-1]

    def _session(self, name):
        return Session(self.folder / f"{name}-settings.toml", str(self.folder / f"{name}.db"))

    def desk(self):
        desk = self.open("the desk")
        desk.people.set_up_alone("Odile Brandt", "OB")
        for name, initials, roles in (
            ("Rosa Marquez", "RM", [Role.EDITOR]),
            ("Tam Reyes", "TR", [Role.EDITOR, Role.CHIEF]),
        ):
            desk.people.add(name, initials, {"*": roles})
        return desk

    def close(self):
        for desk in self.made:
            desk.close()


def carry(source, target, *stories, accept=True):
    """Carry stories as bytes from one copy to another; returns what came of it."""
    load = source.exchange.pack(stories)
    load = replace(load, bags=tuple(from_bytes(to_bytes(bag)) for bag in load.bags))
    load = replace(load, desk=desk_from_bytes(desk_to_bytes(load.desk)))
    if accept:
        strands = [*(s for bag in load.bags for s in bag.strands), *(part.strand for part in load.desk.parts)]
        for strand in {s.id: s for s in strands}.values():
            target.exchange.accept(strand)
    return target.exchange.take_in(load)[0]


def work_as(desk, initials):
    desk.people.switch(desk.people.with_initials(initials).id)


def give_key(desk, initials):
    """Let somebody make a signing key and Odile vouch for it; they work on."""
    work_as(desk, initials)
    desk.signing_keys.new()
    work_as(desk, "OB")
    for key in desk.signing_keys.waiting():
        desk.signing_keys.confirm(key.fingerprint)
    work_as(desk, initials)


def save(desk, story, text, checked):
    """Save a text with a run of its checks, as the window does."""
    checked(desk, story, text)


def state(desk, story):
    return desk.stories.view(story).state


def dump(desk):
    """Return what a database holds, but for how far others are known."""
    with closing(sqlite3.connect(desk.store.path)) as connection:
        tables = ("stories", "versions", "decisions", "comments", "seals", "strand_entries", "strand_things", "texts")
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
