import pytest

from desk.cli import run
from desk.readers.docx import read_docx

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
