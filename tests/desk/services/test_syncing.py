"""A laptop and its desk over a line: what is missing is exchanged, by the one import."""

import pytest

from desk.errors import KnownError
from desk.review.queue import Filter
from tests.desk.services.copies import TEXT, work_as


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
    laptop.syncing.sync(str(desk.store.path), Filter(section="Sport"))
    assert [row.slug for row in laptop.store.queue.page().rows] == ["sport"]


def test_what_is_broken_off_goes_on_the_next_time(pair, monkeypatch):
    desk, laptop = pair
    monkeypatch.setattr("desk.services.syncing._AT_ONCE", 1)
    for word in ("one", "two", "three"):
        desk.stories.open_text(f"{word}\n", word)
    synced, changes = laptop.syncing.sync(str(desk.store.path), progress=lambda done, _: done < 2)
    assert (synced.came, synced.broken_off) == (2, True)
    assert "what is left comes the next time" in changes.said
    work_as(laptop, "RM")
    assert laptop.syncing.sync(str(desk.store.path))[0].came == 1


def test_a_database_is_not_exchanged_with_itself(pair):
    desk, _ = pair
    with pytest.raises(KnownError, match="This is the database that is open here"):
        desk.syncing.sync(str(desk.store.path))


def test_a_desk_on_a_server_keeps_its_key_itself(server, pair):
    _, laptop = pair
    url = server.database()
    story = laptop.stories.open_text(TEXT, "bridge").id
    assert laptop.syncing.sync(url)[0].went == 1
    assert laptop.syncing.sync(url)[0].went == 0
    assert laptop.stories.view(story).slug == "bridge"
