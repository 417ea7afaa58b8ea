"""`copydesk pack` and `copydesk unpack`: what a pack holds is said first, and nobody unknown is taken unseen."""

import pytest

from desk.cli import run
from desk.session import Session


@pytest.fixture
def flood(tmp_path):
    """A database with one story, that of somebody else's copy."""
    desk = Session(tmp_path / "s.toml", str(tmp_path / "there.db")).open_store()
    desk.exchange.me("laptop of Rosa")
    desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", "flood")
    desk.close()
    return tmp_path / "there.db"


@pytest.fixture
def call(capsys):
    def calls(database, *arguments):
        status = run(["--db", str(database), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return calls


def test_a_story_goes_from_one_database_to_another_as_a_file(call, flood, tmp_path):
    here, file = tmp_path / "here.db", tmp_path / "flood.copydesk"
    status, out, _ = call(flood, "pack", "flood", "--out", file)
    assert (status, out.startswith(f"Packed 1 story into {file}. The number of this copy is ")) == (0, True)
    status, out, _ = call(here, "unpack", file, "--look")
    assert (status, out.splitlines()[1:3]) == (0, ["1 story comes.", "“flood” is new here."])
    status, _, said = call(here, "unpack", file, "--yes")
    assert (status, said.startswith("Nothing was taken: say --accept “")) == (2, True)
    number = said.partition("“")[2].partition("”")[0]
    assert call(here, "unpack", file, "--yes", "--accept", number)[1].endswith("1 story came.\n")
    assert call(here, "unpack", file, "--yes")[1].endswith("Nothing was new.\n")


def test_a_story_that_is_not_there_is_told(call, flood, tmp_path):
    status, _, said = call(flood, "pack", "drought", "--out", tmp_path / "x.copydesk")
    assert (status, "drought" in said, (tmp_path / "x.copydesk").exists()) == (2, True, False)


def test_what_sync_and_share_would_come_to_is_said_and_not_done(call, flood, tmp_path):
    here, folder = tmp_path / "here.db", tmp_path / "share"
    folder.mkdir()
    assert call(here, "sync", flood, "--look")[1] == "1 story comes, 0 go.\n“flood” comes: it is new here.\n"
    assert call(flood, "share", folder, "flood", "--look")[1].startswith("0 stories come, 1 goes.\n")
    assert list(folder.iterdir()) == []
