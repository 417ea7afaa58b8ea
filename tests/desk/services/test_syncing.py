"""A laptop and its desk over a line: what is missing is exchanged, by the one import."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError, OutOfReach
from desk.merging.values import MergeAnswer, Take
from desk.packs.exchange_plan import HERE_ALONE, Wish
from desk.review.queue import Filter
from desk.story import Draft
from desk.text.blocks import Kind
from tests.desk.services.copies import TEXT, dump, work_as


@pytest.fixture
def pair(copies):
    desk, laptop = copies.desk(), copies.open("laptop")
    work_as(desk, "RM")
    return desk, laptop


def test_what_is_missing_is_exchanged_both_ways_and_then_nothing(pair, checked, copies):
    desk, laptop = pair
    first = desk.stories.open_text(TEXT, "bridge").id
    where = str(desk.store.path)
    assert laptop.syncing.sync(where)[0].said == "1 story came, 0 went, 0 changed in both places."
    work_as(laptop, "RM")
    second = laptop.stories.open_text("Other words.\n", "other").id
    checked(laptop, first, TEXT + "\nMore.\n")
    synced, _ = laptop.syncing.sync(where)
    assert (synced.went, synced.refused) == (2, ())
    assert desk.stories.view(first).text.endswith("More.\n")
    assert desk.stories.view(second).slug == "other"
    told = []
    assert laptop.syncing.sync(where, progress=lambda done, of: told.append((done, of)) or True)[0].went == 0
    assert told == [(0, 0)]


def test_texts_changed_in_both_places_are_told_and_stay(pair, checked):
    desk, laptop = pair
    story = desk.stories.open_text(TEXT, "bridge").id
    laptop.syncing.sync(str(desk.store.path))
    work_as(laptop, "RM")
    checked(laptop, story, TEXT + "\nSaid on the train.\n")
    checked(desk, story, TEXT + "\nSaid at the desk.\n")
    assert laptop.syncing.sync(str(desk.store.path))[0].apart == 1
    assert (desk.store.stories.get(story).apart, laptop.store.stories.get(story).apart) == (1, 1)


def test_a_section_alone_comes(pair):
    desk, laptop = pair
    for section in ("Metro", "Sport"):
        story = desk.stories.open_text(f"{TEXT}\n{section}.\n", section.lower()).id
        desk.stories.describe(story, section=section)
    laptop.syncing.sync(str(desk.store.path), Wish(Filter(section="Sport")))
    assert [row.slug for row in laptop.store.queue.page().rows] == ["sport"]


def test_what_is_broken_off_goes_on_the_next_time(pair, monkeypatch):
    desk, laptop = pair
    monkeypatch.setattr("desk.services.two_databases._AT_ONCE", 1)
    for word in ("one", "two", "three"):
        desk.stories.open_text(f"{word}\n", word)
    synced, changes = laptop.syncing.sync(str(desk.store.path), progress=lambda done, _: done < 2)
    assert (synced.came, synced.broken_off) == (2, True)
    assert "what is left comes the next time" in changes.said
    work_as(laptop, "RM")
    assert laptop.syncing.sync(str(desk.store.path))[0].came == 1


def test_what_would_come_and_go_is_told_before_anything_is_done(pair, checked, copies):
    desk, laptop = pair
    texts = [TEXT.replace("Bridge opens", f"Bridge of {whose}") for whose in ("both", "mine")]
    both, mine = (desk.stories.open_text(text).id for text in texts)
    where = str(desk.store.path)
    laptop.syncing.sync(where)
    work_as(laptop, "RM")
    desk.stories.open_text("Only there.\n", "there")
    laptop.stories.open_text("Only here.\n", "here")
    checked(laptop, mine, f"{texts[1]}\nMore.\n")
    for copy, word in ((desk, "Wednesday"), (laptop, "Tuesday")):
        checked(copy, both, texts[0].replace("Monday", word))
    before = [dump(copy) for copy in pair]
    plan = laptop.syncing.look(where)
    assert plan.said == "2 stories come, 3 go, 1 needs you."
    assert [one.said for one in plan.stories] == [
        "“Bridge of both” was changed here and there: 1 paragraph needs you.",
        "“there” comes: it is new here.",
        "“Bridge of mine” goes: 1 version.",
        "“here” goes: it is new there.",
    ]
    assert [dump(copy) for copy in pair] == before
    assert laptop.syncing.look(where, HERE_ALONE).said == "1 story comes, 3 go, 1 needs you."
    assert plan.of({mine}).said == "0 stories come, 1 goes."
    laptop.syncing.task(where).go(only=[mine])
    assert laptop.syncing.look(where).said == "2 stories come, 2 go, 1 needs you."
    laptop.syncing.sync(where)
    assert laptop.syncing.look(where).said == "Nothing is missing on either side."


def test_an_address_where_nothing_is_makes_no_database(pair, tmp_path):
    _, laptop = pair
    work_as(pair[0], "RM")
    nowhere = tmp_path / "nowhere.db"
    with pytest.raises(OutOfReach, match="There is nothing at"):
        laptop.syncing.sync(str(nowhere))
    with pytest.raises(KnownError, match="Say first where the desk is"):
        laptop.syncing.look(" ")
    assert not nowhere.exists()


@pytest.mark.parametrize(
    ("revision", "said"), [("0011", "is of an older Copydesk"), ("9999", "was written by a newer Copydesk")]
)
def test_a_desk_of_another_version_is_told_and_stays_as_it_is(pair, pattern_database, tmp_path, revision, said):
    path = shutil.copyfile(pattern_database, tmp_path / "other.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    with pytest.raises(KnownError, match=said):
        pair[1].syncing.look(str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)


def test_a_database_is_not_exchanged_with_itself(pair):
    desk, _ = pair
    with pytest.raises(KnownError, match="This is the database that is open here"):
        desk.syncing.sync(str(desk.store.path))


def test_a_desk_on_a_server_keeps_its_key_itself(server, pair):
    _, laptop = pair
    url = server.database()
    for wrong, words in (("/nowhere", "check its name at the end"), ("@127.0.0.1:1/x", "no line to its server now")):
        away = url.rpartition("/")[0] + wrong if wrong[0] == "/" else "postgresql://rosa" + wrong
        with pytest.raises(KnownError, match=words):
            laptop.syncing.look(away)
    story = laptop.stories.open_text(TEXT, "bridge").id
    assert laptop.syncing.sync(url)[0].went == 1
    assert laptop.syncing.sync(url)[0].went == 0
    assert laptop.stories.view(story).slug == "bridge"


def test_what_the_desk_decided_comes_though_no_story_differs(pair, checked):
    desk, laptop = pair
    story = desk.stories.open_text("Wilhelmina Ostrander.\n", "bridge").id
    checked(desk, story, TEXT)
    where = str(desk.store.path)
    laptop.syncing.sync(where)
    work_as(desk, "OB")
    desk.people.add("Ida Sorel", "IS", {"*": []})
    work_as(laptop, "RM")
    laptop.syncing.sync(where)
    assert laptop.people.with_initials("IS") is not None
    desk.emptying.empty(story, [1], "order of the court")
    laptop.syncing.sync(where)
    assert laptop.versions.text(story, 1) == ""


def test_kinds_set_by_hand_alone_make_a_story_differ_and_travel(pair):
    desk, laptop = pair
    story = desk.stories.open_text(TEXT, "bridge").id
    where = str(desk.store.path)
    laptop.syncing.sync(where)
    work_as(laptop, "RM")
    by_hand = {TEXT.index("It rained"): Kind.FURNITURE}
    laptop.stories.close_story(story, Draft(TEXT, by_hand))
    assert laptop.syncing.look(where).said == "0 stories come, 1 goes."
    assert laptop.syncing.sync(where)[0].went == 1
    assert desk.store.stories.get(story).by_hand == by_hand
    assert laptop.syncing.look(where).said == "Nothing is missing on either side."
    newest = desk.store.stories.versions(story)[0]
    assert (newest.why, newest.who.name) == ("copy map set by hand", "Rosa Marquez")


def test_kinds_that_were_set_before_a_story_could_travel_go_along(pair):
    desk, laptop = pair
    story = desk.stories.open_text(TEXT, "bridge").id
    where = str(desk.store.path)
    laptop.syncing.sync(where)
    work_as(laptop, "RM")
    by_hand = {TEXT.index("It rained"): Kind.FURNITURE}
    desk.store.stories.remember(story, by_hand=by_hand)  # nobody's: no version is made of it
    assert laptop.syncing.look(where).said == "1 story comes, 0 go."
    laptop.syncing.sync(where)
    assert laptop.store.stories.get(story).by_hand == by_hand
    assert laptop.syncing.look(where).said == "Nothing is missing on either side."


def test_a_paragraph_of_which_two_copies_set_other_kinds_needs_a_person_who_sees_the_kinds(pair):
    desk, laptop = pair
    story = desk.stories.open_text(TEXT, "bridge").id
    where = str(desk.store.path)
    laptop.syncing.sync(where)
    work_as(laptop, "TR")
    at = TEXT.index("It rained")
    desk.stories.close_story(story, Draft(TEXT, {at: Kind.FURNITURE}))
    laptop.stories.close_story(story, Draft(TEXT, {at: Kind.PAID}))
    assert laptop.syncing.look(where).said == "1 story comes, 1 goes, 1 needs you."
    assert laptop.syncing.sync(where)[0].apart == 1
    apart = laptop.laying.apart(story)
    (question,) = apart.merge.questions
    assert apart.question_said(question) == "Tam Reyes and Rosa Marquez both set what this paragraph is."
    assert apart.take_said(question, Take.OURS) == "Advertising, as Tam Reyes has it (here)"
    assert (
        apart.take_said(question, Take.THEIRS)
        == "Headline, byline or other furniture, as Rosa Marquez has it (the desk)"
    )
    laptop.laying.lay(apart, apart.merge.settled({0: MergeAnswer(Take.THEIRS)}))
    assert laptop.store.stories.get(story).by_hand == {at: Kind.FURNITURE}
