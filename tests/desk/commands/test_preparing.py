"""`copydesk prepare`: engine and stories together, what is missing said; a folder written for another laptop."""

import pytest

from desk.checks.grammar.engine.engine import GrammarEngine
from desk.cli import run
from desk.errors import KnownError
from desk.services import preparing
from desk.session import Session


@pytest.fixture
def call(capsys, tmp_path):
    def calls(*arguments, database="laptop.db"):
        status = run(["--db", str(tmp_path / database), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return calls


@pytest.fixture
def flood(tmp_path):
    """A desk with one story, and what people call it."""
    desk = Session(tmp_path / "s.toml", str(tmp_path / "desk.db")).open_store()
    desk.exchange.me("the desk")
    desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", "flood")
    desk.close()
    return tmp_path / "desk.db"


@pytest.fixture
def network(monkeypatch):
    """No network: what is to be installed from there says so."""

    def install(self, *_):
        raise KnownError("Maven Central cannot be reached.")

    monkeypatch.setattr(GrammarEngine, "install", install)


def test_what_is_missing_is_said_and_nothing_is_done(call):
    status, out, _ = call("prepare")
    assert status == 1
    assert "2 things are missing for work without a network." in out
    assert "The grammar engine is not installed" in out
    assert "No story is here" in out


def test_stories_come_from_the_desk_and_what_could_not_be_installed_is_told(call, flood, network):
    status, out, err = call("prepare", flood)
    assert (status, "1 story came" in out, "Maven Central" in err) == (1, True, True)
    assert "1 thing is missing for work without a network." in out
    assert "1 story is here." in out


def test_a_folder_brings_engine_and_stories_to_a_laptop_without_a_network(call, flood, tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(GrammarEngine, "export", lambda _, file, *__: file.write_bytes(b"engine") and file)
    status, out, _ = call("prepare", "--write", folder, database="desk.db")
    assert status == 0
    assert f"{folder / 'copydesk-engine.zip'} holds the grammar engine." in out
    assert "Packed 1 story into" in out
    number = out.rpartition("number of this copy is ")[2].rstrip(".\n")
    came = []
    monkeypatch.setattr(GrammarEngine, "install_from", lambda _, file, *__: came.append(file))
    status, out, _ = call("prepare", folder, "--accept", number)
    assert came == [folder / "copydesk-engine.zip"]
    assert "1 story came." in out
    assert call("prepare", "--write", tmp_path / "none")[2].endswith("make it first, or connect the stick.\n")


def test_a_laptop_with_everything_can_leave(call, flood, lend_engine, monkeypatch):
    lend_engine()
    monkeypatch.setattr(preparing, "model_folder", lambda: flood)
    monkeypatch.setattr(GrammarEngine, "install", None)
    status, out, _ = call("prepare", flood)
    assert "This laptop can work without a network." in out
    assert status == 0


def test_each_thing_that_is_missing_has_its_sentence(copies_of_a_server, monkeypatch):
    desk = copies_of_a_server
    status = desk.examiner.engine.status()
    monkeypatch.setattr(preparing, "model_folder", lambda: None)
    lacks = " ".join(desk.preparing.readiness(status).lacks)
    for said in ("on a server", "language model is missing", "Nobody has said who works here", "read by a server"):
        assert said in lacks


@pytest.fixture
def copies_of_a_server(server, tmp_path):
    (tmp_path / "s.toml").write_text('engine_url = "http://desk.example:8081"\nshared_desktop = true\n')
    desk = Session(tmp_path / "s.toml", server.database()).open_store()
    desk.people.set_up_alone("Odile Brandt", "OB")
    desk.close()
    again = Session(tmp_path / "s.toml", desk.store.address).open_store()
    yield again
    again.close()
