"""What is typed while the database has gone: kept in a file, said, and offered when the database is opened again."""

from threading import Event, Thread

import pytest

from desk.errors import KnownError
from desk.paths import data_dir
from desk.services import saving
from desk.services.kept_aside import keep_aside
from desk.session import Session
from desk.story import Draft


@pytest.fixture
def open_desk(tmp_path):
    made = []

    def make(name="desk.db"):
        desk = Session(tmp_path / "settings.toml", str(tmp_path / name)).open_store()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def gone(open_desk, tmp_path):
    """Return a desk whose database was moved away under it, and the id of its open story."""
    desk = open_desk()
    story = desk.stories.open_text("The dam holds.", "dam")
    (tmp_path / "desk.db").rename(tmp_path / "away.db")
    return desk, story.id


def kept():
    return sorted((data_dir() / "unsaved").glob("*"))


@pytest.mark.parametrize("verb", ["save", "keep_recovery"])
def test_text_that_cannot_be_saved_is_kept_in_a_file(gone, verb):
    desk, story = gone
    with pytest.raises(KnownError, match=r"was deleted or moved away .* What you typed is kept in .*unsaved"):
        getattr(desk.saving, verb)(story, Draft("The dam burst."), *(() if verb == "keep_recovery" else (None,)))
    (path,) = kept()
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_offered_when_a_database_of_that_name_is_opened_again(gone, open_desk):
    desk, story = gone
    with pytest.raises(KnownError):
        desk.saving.keep_recovery(story, Draft("The dam burst \ud800."))
    desk.close()
    assert open_desk("another.db").saving.recoveries() == []
    again = open_desk()
    (offer,) = again.saving.recoveries()
    assert (offer.slug, offer.typed) == ("dam", "The dam burst \ud800.")
    assert kept() == []
    assert again.stories.recover(offer.id).text == "The dam burst \ufffd."


def test_it_is_dropped_once_the_database_takes_it(gone, tmp_path):
    desk, story = gone
    with pytest.raises(KnownError):
        desk.saving.save(story, Draft("The dam burst."), None)
    (tmp_path / "away.db").rename(tmp_path / "desk.db")
    desk.saving.save(story, Draft("The dam burst."), None)
    assert kept() == []


def test_a_file_that_is_none_of_ours_stays_where_it_is(gone, open_desk, expect_log):
    gone[0].close()
    (data_dir() / "unsaved").mkdir(parents=True)
    (data_dir() / "unsaved" / "odd.json").write_text('{"text": 5}')
    expect_log("is no text that Copydesk kept")
    assert open_desk().saving.recoveries() == []
    assert len(kept()) == 1


def test_what_was_set_aside_outlives_an_older_copy_and_goes_with_the_save_of_the_same_text(open_desk):
    desk = open_desk()
    story = desk.stories.open_text("The dam holds.", "dam")
    path = desk.saving.set_aside(story, Draft("The dam burst at noon."))
    assert kept() == [path]
    desk.saving.keep_recovery(story.id, Draft("The dam burst."))
    assert kept() == [path], "it was on its way before"
    desk.saving.save(story.id, Draft("The dam burst at noon."), None)
    assert kept() == []


def test_a_text_that_was_saved_before_its_file_is_written_needs_none(open_desk):
    desk = open_desk()
    story = desk.stories.open_text("The dam holds.", "dam")
    desk.saving.save(story.id, Draft("The dam burst at noon."), None)
    assert desk.saving.set_aside(story, Draft("The dam burst at noon.")) is None
    assert kept() == []
    assert [desk.saving.set_aside(story, Draft("The dam burst at ten."))] == kept()


def test_what_was_saved_many_stories_ago_is_let_go(open_desk, monkeypatch):
    desk = open_desk()
    monkeypatch.setattr(saving, "_SAVED_KEPT", 1)
    first, second = desk.stories.open_text("The dam holds.", "dam"), desk.stories.open_text("Rain falls.", "rain")
    for story in (first, second, second):
        desk.saving.save(story.id, Draft("The dam burst at noon."), None)
    assert desk.saving.set_aside(second, Draft("The dam burst at noon.")) is None
    assert [desk.saving.set_aside(first, Draft("The dam burst at noon."))] == kept(), "it is not known any more"


def test_a_save_that_ends_while_a_file_is_written_drops_it(open_desk, monkeypatch):
    desk = open_desk()
    story = desk.stories.open_text("The dam holds.", "dam")
    draft, begun, saved = Draft("The dam burst at noon."), Event(), Event()

    def slow(copy, database):
        begun.set()
        saved.wait(0.2)  # in vain: the save waits for the file
        return keep_aside(copy, database)

    monkeypatch.setattr(saving, "keep_aside", slow)
    writer = Thread(target=desk.saving.set_aside, args=(story, draft))
    writer.start()
    assert begun.wait(20)
    desk.saving.save(story.id, draft, None)
    saved.set()
    writer.join()
    assert kept() == []
