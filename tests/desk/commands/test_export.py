import pytest

from desk.cli import run
from desk.readers.docx import read_docx
from desk.session import Session

TEXT = "Mayor quits\n\nBy Ada Desk\n\nThe mayor spoke on Monday about the budget of the town.\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_a_draft_becomes_a_word_document(tmp_path):
    story, out = tmp_path / "story.txt", tmp_path / "story.docx"
    story.write_text(TEXT, "utf-8")
    assert run(["export", str(story), "--to", "docx", "--out", str(out)]) == 0
    assert read_docx(out.read_bytes()).text == TEXT.strip()


def test_a_document_becomes_text_and_nothing_else_is_taken(tmp_path, capsys):
    story, between, out = tmp_path / "story.txt", tmp_path / "story.odt", tmp_path / "again.txt"
    story.write_text(TEXT, "utf-8")
    assert run(["export", str(story), "--to", "odt", "--out", str(between)]) == 0
    assert run(["export", str(between), "--to", "txt", "--out", str(out)]) == 0
    assert out.read_text("utf-8") == TEXT
    assert run(["export", str(story), "--to", "pdf", "--out", str(out)]) == 2
    assert "pdf" in capsys.readouterr().err
    assert out.read_text("utf-8") == TEXT


def test_without_a_place_it_is_written_here_under_its_own_name_and_over_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TEXT, "utf-8")
    assert run(["export", "story.txt", "--to", "odt"]) == 0
    assert (tmp_path / "story.odt").exists()
    assert run(["export", "story.txt", "--to", "odt"]) == 2
    assert "story.odt is there already" in capsys.readouterr().err


def test_a_story_of_the_desk_is_named_by_its_slug(tmp_path, capsys):
    database, out = str(tmp_path / "desk.db"), tmp_path / "out.docx"
    desk = Session(database=database).open_store()
    desk.stories.open_text(TEXT, "mayor")
    desk.close()
    assert run(["--db", database, "export", "mayor", "--to", "docx", "--out", str(out)]) == 0
    assert read_docx(out.read_bytes()).text == TEXT.strip()
    assert f"Written to {out}." in capsys.readouterr().err
    assert run(["--db", database, "export", "nobody", "--to", "docx"]) == 2
    assert "no story of this desk" in capsys.readouterr().err
