"""Stories that go to a laptop and come back: nothing lost, nothing chosen in silence, every approval provable."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from desk.errors import InTheWay, KnownError
from desk.exchange.bag_bytes import desk_from_bytes, desk_to_bytes, from_bytes, signed_bag, signed_part, to_bytes
from desk.review.people import Role
from desk.review.signing import SigningKey
from desk.review.states import State
from desk.services.carrying import key_of
from desk.session import Session
from desk.text.blocks import Kind
from desk.text.moments import now
from desk.text.spans import Span

TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday, said Mayor Ines Duarte.\n\nIt rained.\n"


class Copies:
    """A desk and laptops, each a database of its own on a machine whose keyring all share."""

    def __init__(self, folder):
        self.folder, self.made = folder, []

    def open(self, name):
        session = Session(self.folder / f"{name}-settings.toml", str(self.folder / f"{name}.db"))
        session.examiner.change_settings({"manual_items": ()})
        desk = session.open_store()
        desk.exchange.me(name)
        self.made.append(desk)
        return desk

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


@pytest.fixture
def copies(tmp_path):
    made = Copies(tmp_path)
    yield made
    made.close()


def carry(source, target, *stories, accept=True):
    """Carry stories as bytes from one copy to another; returns what came of it."""
    load = source.exchange.pack(stories)
    load = replace(load, bags=tuple(from_bytes(to_bytes(bag)) for bag in load.bags))
    load = replace(load, desk=desk_from_bytes(desk_to_bytes(load.desk)))
    if accept:
        for strand in {s.id: s for bag in load.bags for s in bag.strands}.values():
            target.exchange.accept(strand)
    return target.exchange.take_in(load)[0]


def work_as(desk, initials):
    desk.people.switch(desk.people.with_initials(initials).id)


def save(desk, story, text, checked):
    """Save a text with a run of its checks, as the window does."""
    checked(desk, story, text)


def state(desk, story):
    return desk.stories.view(story).state


@pytest.fixture
def pair(copies):
    """A desk with one story, and a laptop that has it too."""
    desk, laptop = copies.desk(), copies.open("laptop")
    work_as(desk, "RM")
    view = desk.stories.open_text(TEXT, "bridge")
    taken = carry(desk, laptop, view.id)
    assert (taken.refused, [one.new_story for one in taken.laid]) == ((), [True])
    desk.exchange.accept(laptop.exchange.me())
    work_as(laptop, "RM")
    return desk, laptop, view.id


def test_a_story_is_the_same_on_the_laptop(pair):
    desk, laptop, story = pair
    here, there = desk.stories.view(story), laptop.stories.view(story)
    assert (here.text, here.slug, here.state, here.section) == (there.text, there.slug, there.state, there.section)
    assert [v.digest for v in desk.store.stories.versions(story)] == [
        v.digest for v in laptop.store.stories.versions(story)
    ]
    assert {p.name for p in laptop.people.all()} == {"Odile Brandt", "Rosa Marquez", "Tam Reyes"}
    assert laptop.store.audit.faults() == []


def test_twice_is_as_once(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    first = carry(laptop, desk, story)
    assert first.said == "1 story went on."
    before = dump(desk)
    assert carry(laptop, desk, story).said == "Nothing was new."
    assert dump(desk) == before


def dump(desk):
    """Return what a database holds, but for how far others are known."""
    with closing(sqlite3.connect(desk.store.path)) as connection:
        tables = ("stories", "versions", "decisions", "comments", "seals", "strand_entries", "strand_things", "texts")
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def test_what_a_third_has_from_before_takes_nothing_back(pair, checked, copies):
    desk, laptop, story = pair
    third = copies.open("third")
    checked(desk, story, TEXT + "\nMore.\n")  # a saved text is no entry of the trail
    carry(desk, third, story)
    work_as(third, "RM")
    taken = carry(laptop, third, story)
    assert (taken.refused, taken.said) == ((), "Nothing was new.")
    assert third.stories.view(story).text.endswith("More.\n")


def test_a_text_that_was_made_from_the_other_goes_on(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    taken = carry(laptop, desk, story)
    assert (taken.laid[0].now.forward, taken.laid[0].now.apart) == (True, False)
    assert desk.stories.view(story).text.endswith("More.\n")
    assert carry(desk, laptop, story).laid[0].now.forward is False


def test_texts_that_both_changed_stay_and_nobody_approves_them(pair, checked, go):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nSaid on the train.\n")
    checked(desk, story, TEXT + "\nSaid at the desk.\n")
    taken = carry(laptop, desk, story)
    assert "1 story was changed in both places" in taken.said
    assert desk.stories.view(story).text.endswith("Said at the desk.\n")
    assert {desk.store.stories.text(story, v.number)[-15:] for v in desk.store.stories.versions(story)} > {
        "Said at the desk.\n"[-15:]
    }
    assert desk.store.stories.get(story).apart == 1
    go(desk, story, "submit")
    work_as(desk, "TR")
    go(desk, story, "pass-on")
    work_as(desk, "OB")
    go(desk, story, "send-to-chief")
    work_as(desk, "TR")
    with pytest.raises(InTheWay, match="changed in two places"):
        go(desk, story, "approve")


def approve(desk, story, go):
    for initials, action in (("RM", "submit"), ("TR", "pass-on"), ("OB", "send-to-chief"), ("TR", "approve")):
        work_as(desk, initials)
        go(desk, story, action)


def test_an_approval_made_on_a_laptop_stands_at_the_desk(pair, checked, go):
    desk, laptop, story = pair
    work_as(desk, "TR")
    desk.signing_keys.new()
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    assert laptop.store.seals.status(story).stands
    taken = carry(laptop, desk, story)
    assert (taken.refused, taken.laid[0].now.voided) == ((), False)
    status = desk.store.seals.status(story)
    assert (state(desk, story), status.stands, status.why_void) == (State.APPROVED, True, "")
    assert (desk.store.audit.faults(), desk.store.trail.faults()) == ([], [])
    assert desk.store.reviews.look_after(story) == ""
    told = [entry.decision.done.words for entry in desk.reports.report(story).trail]
    assert [word for word in told if word != "acknowledged"] == [
        "submitted",
        "passed on",
        "sent to the section chief",
        "approved",
    ]


def test_an_approval_reads_void_where_the_desk_went_on(pair, checked, go):
    desk, laptop, story = pair
    work_as(desk, "TR")
    desk.signing_keys.new()
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    work_as(desk, "RM")
    checked(desk, story, TEXT + "\nThe desk went on.\n")
    taken = carry(laptop, desk, story)
    assert taken.laid[0].now.voided
    assert state(desk, story) != State.APPROVED
    assert "edited after Tam Reyes approved it" in desk.store.seals.status(story).why_void
    carry(desk, laptop, story)
    assert state(laptop, story) == state(desk, story)
    assert laptop.stories.view(story).text == desk.stories.view(story).text


def test_a_seal_by_a_key_revoked_meanwhile_asks_unless_the_revocation_knew_of_it(pair, checked, go):
    desk, laptop, story = pair
    work_as(desk, "TR")
    desk.signing_keys.new()
    key = next(k for k in desk.store.keys.all() if k.who.name == "Tam Reyes")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    load = laptop.exchange.pack([story])
    work_as(desk, "OB")
    desk.signing_keys.revoke(key.fingerprint, "the laptop was lost")
    desk.exchange.take_in(load)
    assert "nobody can say which was first" in desk.store.seals.status(story).why_void
    assert desk.store.reviews.look_after(story) == ""
    assert laptop.store.seals.status(story).stands
    carry(desk, laptop, story)
    assert "nobody can say which was first" in laptop.store.seals.status(story).why_void


def test_a_revocation_that_knew_of_a_seal_leaves_it(pair, checked, go):
    desk, laptop, story = pair
    work_as(desk, "TR")
    desk.signing_keys.new()
    key = next(k for k in desk.store.keys.all() if k.who.name == "Tam Reyes")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    carry(laptop, desk, story)
    work_as(desk, "OB")
    desk.signing_keys.revoke(key.fingerprint, "they left")
    carry(desk, laptop, story)
    for one in (desk, laptop):
        status = one.store.seals.status(story)
        assert (status.stands, "was revoked" in status.remark) == (True, True)


def test_comments_answered_in_two_places_come_together(pair):
    desk, laptop, story = pair
    desk.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    carry(desk, laptop, story)
    thread = laptop.store.comments.threads(story)[0].id
    laptop.review.resolve(story, thread)
    desk.review.answer(story, thread, "The old one.")
    carry(laptop, desk, story)
    carry(desk, laptop, story)
    for one in (desk, laptop):
        (found,) = one.store.comments.threads(story)
        assert ([r.words for r in found.answers], found.resolved) == (["", "The old one."], True)


def test_deadlines_slugs_and_loans_travel(pair):
    desk, laptop, story = pair
    when = now()
    laptop.stories.set_deadline(story, when)
    laptop.stories.describe(story, slug="bridge-opens", section="Metro")
    carry(laptop, desk, story)
    view = desk.store.stories.get(story)
    assert (view.deadline, view.slug, view.section) == (when, "bridge-opens", "Metro")
    desk.exchange.lend([story], "Rosa Marquez", "laptop", when)
    assert desk.store.stories.get(story).lent["laptop"] == "laptop"
    carry(desk, laptop, story)
    assert laptop.store.stories.get(story).lent["to"] == "Rosa Marquez"
    assert next(row for row in laptop.store.queue.page().rows).lent["to"] == "Rosa Marquez"
    laptop.exchange.give_back([story])
    carry(laptop, desk, story)
    assert desk.store.stories.get(story).lent == {}


def test_what_nobody_accepted_is_refused_and_changes_nothing(copies, pair):
    desk, *_ = pair
    stranger = copies.open("stranger")
    stranger.people.set_up_alone("Mallory", "M")
    view = stranger.stories.open_text(TEXT, "bridge")
    before = dump(desk)
    with pytest.raises(KnownError, match=r"comes from stranger \(.*\), which is not known here"):
        carry(stranger, desk, view.id, accept=False)
    assert dump(desk) == before


def test_a_story_that_claims_anothers_id_is_refused(copies, pair):
    desk, _, story = pair
    stranger = copies.open("stranger")
    view = stranger.stories.open_text("Other words.\n", "other")
    load = stranger.exchange.pack([view.id])
    (bag,), key = load.bags, key_of(stranger.store)[1]
    (part,) = bag.parts
    versions = tuple(replace(version, story=story) for version in part.versions)
    forged = signed_part(replace(part, story=story, versions=versions, entries=()), key)
    forged_bag = signed_bag(replace(bag, card=replace(bag.card, id=story), parts=(forged,)), key)
    desk.exchange.accept(bag.packed_by)
    before = dump(desk)
    taken, _ = desk.exchange.take_in(replace(load, bags=(forged_bag,)))
    assert "claims to be a story that is here already" in taken.refused[0]
    assert dump(desk) == before


def test_two_trails_under_one_key_are_refused(pair, checked, tmp_path):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nOne.\n")
    carry(laptop, desk, story)
    laptop.decisions.tick(story, "grammar", True)
    old = laptop.exchange.pack([story])
    (bag,), key = old.bags, key_of(laptop.store)[1]
    mine = next(part for part in bag.parts if part.strand == laptop.exchange.me())
    rewritten = signed_part(replace(mine, versions=()), key)
    parts = tuple(rewritten if part == mine else part for part in bag.parts)
    taken, _ = desk.exchange.take_in(replace(old, bags=(signed_bag(replace(bag, parts=parts), key),)))
    assert "has written two different trails" in taken.refused[0]


def test_a_database_put_back_to_before_says_so(pair, checked, copies, tmp_path):
    desk, laptop, story = pair
    laptop.close()
    copies.made.remove(laptop)
    kept = (tmp_path / "laptop.db").read_bytes()
    laptop = copies.open("laptop")
    work_as(laptop, "RM")
    checked(laptop, story, TEXT + "\nOne.\n")
    carry(laptop, desk, story)
    laptop.close()
    copies.made.remove(laptop)
    (tmp_path / "laptop.db").write_bytes(kept)
    again = copies.open("laptop")
    work_as(again, "RM")
    taken = carry(desk, again, story)
    assert "it was put back to an older state" in taken.refused[0]


def test_what_is_killed_in_the_middle_leaves_nothing(pair, checked, monkeypatch):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    load = laptop.exchange.pack([story])
    before = dump(desk)
    with monkeypatch.context() as patch:
        patch.setattr("desk.store.exchange.laying.refresh", broken_off)
        with pytest.raises(KeyboardInterrupt):
            desk.exchange.take_in(load)
    assert dump(desk) == before
    desk.exchange.take_in(load)
    assert desk.stories.view(story).text.endswith("More.\n")


def broken_off(*_):
    raise KeyboardInterrupt


def test_what_is_new_is_told_before_it_is_taken(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    load = laptop.exchange.pack([story])
    (coming,) = desk.exchange.look(load)
    assert (coming.slug, coming.is_new, coming.why_not, coming.news.versions) == ("bridge", False, "", 1)
    with desk.asking():
        desk.exchange.look(load)


def test_kinds_that_were_set_by_hand_travel_as_a_version(pair, checked):
    desk, laptop, story = pair
    laptop.store.stories.remember(story, by_hand={0: Kind.FURNITURE})
    carry(laptop, desk, story)
    assert desk.store.stories.get(story).by_hand == {0: Kind.FURNITURE}
    assert [v.who.name for v in desk.store.stories.versions(story)] == ["Rosa Marquez"] * 2


def test_a_key_of_the_desk_that_a_laptop_made_is_a_proposal(pair):
    desk, laptop, story = pair
    laptop.signing_keys.new()
    taken = carry(laptop, desk, story)
    assert [p.split(" (")[0] for p in taken.proposals] == ["Rosa Marquez has made a key on laptop"]
    assert all(key.who.name != "Rosa Marquez" for key in desk.store.keys.all())


def test_nobody_else_signs_for_a_copy(pair):
    desk, laptop, story = pair
    load, stranger = laptop.exchange.pack([story]), SigningKey.new()
    (bag,) = load.bags
    forged = signed_bag(replace(bag, parts=tuple(signed_part(part, stranger) for part in bag.parts)), stranger)
    taken, _ = desk.exchange.take_in(replace(load, bags=(forged,)))
    assert "was altered after it was packed" in taken.refused[0]


CHANGES = {
    "strand_entries": ("chain = replace(chain, substr(chain, 1, 1), 'f')", "place > 0"),
    "versions": ("why = 'never'", "number = 2"),
    "comments": ("words = 'never'", "words <> ''"),
    "texts": ("body = x'00'", "sha256 IN (SELECT sha256 FROM versions WHERE number = 2)"),
}


@pytest.mark.parametrize("table", CHANGES)
def test_what_another_copy_wrote_and_a_program_changed_here_is_named(pair, checked, table):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    laptop.review.comment(story, laptop.stories.view(story).text, Span(0, 6), "Which bridge?")
    laptop.stories.set_deadline(story, now())
    carry(laptop, desk, story)
    assert (desk.store.packing.faults(), desk.store.audit.faults()) == ([], [])
    change, where = CHANGES[table]
    with closing(sqlite3.connect(desk.store.path)) as connection:
        connection.execute(f"DROP TRIGGER {table}_no_update")
        assert connection.execute(f"UPDATE {table} SET {change} WHERE {where}").rowcount
        connection.commit()
    faults = [*desk.store.packing.faults(), *desk.store.audit.faults()]
    assert any("bridge" in fault or "altered" in fault or "is not the one" in fault for fault in faults)
