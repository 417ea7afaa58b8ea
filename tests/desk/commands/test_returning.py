import io
import json
import zipfile

import pytest

from desk.cli import run
from desk.readers.docx import read_docx
from desk.session import Session
from desk.story import Draft

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>The mayor spoke.</w:t></w:r></w:p></w:body></w:document>"
)
TYPES = '<Types><Override ContentType="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"/></Types>'


@pytest.fixture
def story(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", DOCUMENT)
    path = tmp_path / "story.docx"
    path.write_bytes(out.getvalue())
    return path


def asked(tmp_path, story, **edit):
    edits = tmp_path / "edits.json"
    edits.write_text(json.dumps({"edits": [{"paragraph": "The mayor spoke.", "nth": 0, **edit}]}), "utf-8")
    out = tmp_path / "back.docx"
    given = ["return", str(story), "--edits", str(edits), "--author", "Ada Desk", "--out", str(out)]
    return out, [*given, "--date", "2026-01-02T03:04:00Z"]


def test_a_document_comes_back_with_tracked_changes(tmp_path, story):
    out, arguments = asked(tmp_path, story, old="spoke", new="spoke twice")
    assert run(arguments) == 0
    found = read_docx(out.read_bytes())
    assert (found.text, found.original) == ("The mayor spoke twice.", "The mayor spoke.")
    assert [(i.author, i.date) for i in found.insertions] == [("Ada Desk", "2026-01-02T03:04:00Z")]


def test_nothing_is_written_where_an_edit_has_no_place(tmp_path, story, capsys):
    out, arguments = asked(tmp_path, story, old="sang", new="spoke")
    assert run(arguments) == 2
    assert "Nothing was written. “sang” does not stand in" in capsys.readouterr().err
    assert not out.exists()


def test_plain_text_takes_no_tracked_changes(tmp_path, capsys):
    story = tmp_path / "story.txt"
    story.write_text("The mayor spoke.\n", "utf-8")
    out, arguments = asked(tmp_path, story, old="spoke", new="sang")
    assert run(arguments) == 2
    assert "(.docx, .odt) alone" in capsys.readouterr().err
    assert not out.exists()


def test_a_bomb_is_refused_like_in_reading(tmp_path, story, capsys):
    with zipfile.ZipFile(story, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", DOCUMENT + " " * 100_000_000)
    out, arguments = asked(tmp_path, story, old="spoke", new="sang")
    assert run(arguments) == 2
    assert "unpacks to far more" in capsys.readouterr().err
    assert not out.exists()


def test_findings_become_comments_and_clean_leaves_no_tracked_change(tmp_path, story, capsys):
    out, arguments = asked(tmp_path, story, old="spoke", new="spoke TK")
    assert run([*arguments, "--findings", "--clean"]) == 0
    found = read_docx(out.read_bytes())
    assert found.text == found.original == "The mayor spoke TK."
    assert ("Copydesk", "TK") in [(one.author, found.text[one.start : one.end]) for one in found.comments]
    assert "Grammar was not checked" in capsys.readouterr().err


def test_a_story_goes_back_into_the_document_that_it_came_in(tmp_path, story, capsys):
    database, out = str(tmp_path / "desk.db"), tmp_path / "back.docx"
    session = Session(database=database)
    session.examiner.change_settings({"user_name": "Ada Desk"})
    desk = session.open_store()
    view = desk.stories.open_file(story)
    desk.saving.save(view.id, Draft("The mayor spoke twice.", format=view.format), None)
    desk.close()
    assert run(["--db", database, "return", "story", "--out", str(out)]) == 0
    found = read_docx(out.read_bytes())
    assert (found.text, found.original) == ("The mayor spoke twice.", "The mayor spoke.")
    assert [i.author for i in found.insertions] == ["Ada Desk"]
    assert run(["--db", database, "return", str(story), "--out", str(out)]) == 2
    assert "give them with --edits" in capsys.readouterr().err
