"""The watched folder on a real store: each file once, whatever it is called and whoever looks."""

import shutil

import pytest

from desk.errors import KnownError
from desk.readers import folder_watch
from desk.review.queue import Filter
from desk.session import Session

pytestmark = pytest.mark.usefixtures("documents_here")


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Take files for whole at the first look: waiting is tested where it is done."""
    monkeypatch.setattr(folder_watch, "SETTLED", 0.0)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    return made


@pytest.fixture
def opened(tmp_path, folder):
    """Return a maker of desks on one database, each watching the folder, as each start of the window makes one."""
    made = []

    def make():
        session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
        session.examiner.change_settings({"user_name": "Rosa Marquez", "incoming_folder": str(folder)})
        made.append(session.open_store())
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(opened):
    return opened()


def slugs(desk):
    return sorted(row.slug for row in desk.queue.first(Filter()).rows)


def test_a_new_file_becomes_a_story_once_and_stays_where_it_is(desk, folder, opened):
    (folder / "bridge.txt").write_text("Bridge opens\n\nThe bridge opened on Monday.\n", "utf-8")
    assert desk.watched_folder.look().said == "“bridge” came from the watched folder."
    shutil.copy(folder / "bridge.txt", folder / "copy of bridge.txt")
    assert desk.watched_folder.look().said == ""
    (folder / "bridge.txt").rename(folder / "renamed.txt")
    assert opened().watched_folder.look().said == ""
    assert slugs(desk) == ["bridge"]
    assert sorted(path.name for path in folder.iterdir()) == ["copy of bridge.txt", "renamed.txt"]
    (row,) = desk.queue.first(Filter()).rows
    assert (row.owner, desk.stories.view(row.id).read_only) == ("the watched folder", "")


def test_a_file_that_somebody_opened_is_no_second_story(desk, folder):
    (folder / "tide.txt").write_text("High tide at noon.\n", "utf-8")
    desk.stories.open_file(folder / "tide.txt")
    assert desk.watched_folder.look().said == ""
    (folder / "tide.txt").write_text("High tide at one.\n", "utf-8")
    assert "tide" in desk.watched_folder.look().said
    assert slugs(desk) == ["tide", "tide"]


def test_documents_and_wires_come_with_all_they_have(desk, folder, word_file):
    made = word_file("<w:p><w:r><w:t>The ferry ran on Monday.</w:t></w:r></w:p>")
    shutil.copy(made, folder / "ferry.docx")
    (folder / "cup.json").write_text(
        '{"uri": "urn:x:1", "headline": "Cup final", "slugline": "cup-final", "embargoed": "2131-05-01T12:00:00Z",'
        ' "body_text": "The cup was won."}'
    )
    assert desk.watched_folder.look().said == "2 stories came from the watched folder."
    assert slugs(desk) == ["cup-final", "ferry"]
    (row,) = (row for row in desk.queue.first(Filter()).rows if row.slug == "cup-final")
    assert row.embargo is not None


def test_what_cannot_be_read_stands_in_a_list_and_is_read_once_it_changes_or_on_wish(desk, folder):
    path = folder / "broken.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    (folder / "good.txt").write_text("Rain fell.\n", "utf-8")
    assert desk.watched_folder.look().said == "“good” came from the watched folder."
    (unread,) = desk.facts().watched.unread
    assert unread.path == path
    assert "cannot be read" in unread.why
    assert desk.watched_folder.look().said == ""
    assert len(desk.watched_folder.state.unread) == 1
    desk.watched_folder.try_again()
    assert len(desk.watched_folder.state.unread) == 1
    path.write_text("Now it is a text.\n", "utf-8")
    assert desk.watched_folder.look().said == "“broken” came from the watched folder."
    assert desk.facts().watched.unread == ()
    path.write_bytes(b"PK\x03\x04 and no more")
    desk.watched_folder.look()
    path.unlink()
    desk.watched_folder.look()
    assert desk.facts().watched.unread == ()


def test_a_folder_that_is_away_is_told_of_until_it_is_back(desk, folder, tmp_path):
    folder.rename(tmp_path / "away")
    desk.watched_folder.look()
    assert "cannot be reached" in desk.facts().watched.trouble
    (tmp_path / "away").rename(folder)
    desk.watched_folder.look()
    assert desk.facts().watched.trouble == ""


def test_many_files_are_taken_a_few_at_a_time(desk, folder):
    for number in range(7):
        (folder / f"s{number}.txt").write_text(f"Story {number}.\n", "utf-8")
    desk.watched_folder.look()
    assert len(slugs(desk)) == 5
    desk.watched_folder.look()
    assert len(slugs(desk)) == 7


def test_a_store_that_fails_leaves_the_file_for_the_next_look(desk, folder, monkeypatch):
    (folder / "tide.txt").write_text("High tide at noon.\n", "utf-8")

    def away(*_given):
        raise KnownError("The database is away.")

    with monkeypatch.context() as patch:
        patch.setattr(desk.store.stories, "create_once", away)
        with pytest.raises(KnownError, match="away"):
            desk.watched_folder.look()
    assert desk.facts().watched.unread == ()
    assert "tide" in desk.watched_folder.look().said


def test_without_a_folder_nothing_is_looked_at(desk, folder):
    (folder / "tide.txt").write_text("High tide at noon.\n", "utf-8")
    desk.change_settings({"incoming_folder": ""})
    assert desk.watched_folder.look().said == ""
    assert desk.facts().watched.folder is None
