"""`copydesk watch`: one look at a folder, from the terminal."""

import pytest

from desk.cli import run
from desk.commands import watching
from desk.readers import folder_watch
from desk.review.queue import Filter
from desk.session import Session


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(folder_watch, "SETTLED", 0.0)
    monkeypatch.setattr(watching, "SETTLED", 0.0)


def test_what_is_in_a_folder_comes_in_once_and_what_cannot_be_read_is_said(tmp_path, capsys):
    folder, database = tmp_path / "in", str(tmp_path / "desk.db")
    folder.mkdir()
    for number in range(7):
        (folder / f"s{number}.txt").write_text(f"Story {number}.\n", "utf-8")
    assert run(["--db", database, "watch", "--once", str(folder)]) == 0
    assert (
        capsys.readouterr().out == "5 stories came from the watched folder.\n2 stories came from the watched folder.\n"
    )
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    assert run(["--db", database, "watch", "--once", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "broken.docx cannot be read" in said.err
    desk = Session(database=database).open_store()
    assert len(desk.queue.first(Filter()).rows) == 7
    desk.close()


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path, capsys):
    assert run(["--db", str(tmp_path / "desk.db"), "watch", "--once", str(tmp_path / "none")]) == 1
    assert "cannot be reached" in capsys.readouterr().err


def test_it_ends_with_ctrl_c(tmp_path, capsys, monkeypatch):
    def interrupted(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "_look", interrupted)
    assert run(["--db", str(tmp_path / "desk.db"), "watch", str(tmp_path)]) == 0
    assert "No longer watching." in capsys.readouterr().err
