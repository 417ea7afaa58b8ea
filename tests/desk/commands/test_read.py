import hashlib
import io
import json
import zipfile

import pytest

from desk.cli import run

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>The mayor spoke.</w:t></w:r>"
    '<w:ins w:author="Ann" w:date="2026-01-02T03:04:00Z"><w:r><w:t xml:space="preserve"> Twice.</w:t></w:r></w:ins>'
    "</w:p></w:body></w:document>"
)
TYPES = '<Types><Override ContentType="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"/></Types>'


@pytest.fixture
def story(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", DOCUMENT)
    path = tmp_path / "story.bin"
    path.write_bytes(out.getvalue())
    return path


def test_a_word_document_is_known_by_its_content_and_read_as_one_object(story, capsys):
    assert run(["read", "--json", str(story)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["text"] == "The mayor spoke. Twice."
    assert found["blocks"] == [{"start": 0, "end": 23, "role": "paragraph"}]
    assert found["insertions"] == [{"start": 16, "end": 23, "author": "Ann", "date": "2026-01-02T03:04:00Z"}]
    assert found["original"]["text"] == "The mayor spoke."


def test_without_json_the_words_alone_are_printed(story, capsys):
    assert run(["read", str(story)]) == 0
    assert capsys.readouterr().out == "The mayor spoke. Twice.\n"


def test_plain_text_and_markdown_have_blocks_too(tmp_path, capsys):
    path = tmp_path / "story.md"
    path.write_text("# Mayor\n\nShe spoke.\n", "utf-8")
    assert run(["read", "--json", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(found["text"][b["start"] : b["end"]], b["role"]) for b in found["blocks"]] == [
        ("# Mayor", "heading"),
        ("She spoke.", "paragraph"),
    ]


@pytest.mark.parametrize(
    ("types", "says"),
    [
        ("spreadsheetml.sheet", "is a spreadsheet"),
        ("presentationml.slides", "set of slides"),
        ("else", "without a Word"),
    ],
)
def test_what_is_no_document_is_an_error_in_one_sentence(tmp_path, capsys, types, says):
    path = tmp_path / "story.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
    assert run(["read", "--json", str(path)]) == 2
    assert says in json.loads(capsys.readouterr().out)["error"]
    assert run(["read", str(path)]) == 2
    assert says in capsys.readouterr().err


def test_a_document_is_checked_as_it_reads_with_all_changes_accepted(story, capsys):
    assert run(["check", "--json", "--only", "style", str(story)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sha256"] == hashlib.sha256(b"The mayor spoke. Twice.").hexdigest()
    assert [(block["start"], block["end"]) for block in found["blocks"]] == [(0, 23)]
    assert run(["copy", str(story)]) == 0
    assert capsys.readouterr().out.strip() == "The mayor spoke. Twice."


def test_a_heading_of_a_document_is_one_in_the_check(word_file, capsys):
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Mayor speaks</w:t></w:r></w:p>'
    run(["check", "--json", "--only", "style", str(word_file(body, styles=style))])
    (block,) = json.loads(capsys.readouterr().out)["blocks"]
    assert (block["kind"], block["role"]) == ("furniture", "headline")


def test_warnings_of_a_document_go_to_standard_error_once(word_file, capsys):
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>She spoke.</w:t></w:r></w:p>"
    path = word_file(hidden)
    assert run(["check", "--only", "style", str(path)]) == 0
    said = capsys.readouterr()
    assert "hidden" in said.err
    assert "secret" not in said.out + said.err
    assert "hidden" not in said.out
    run(["check", "--json", "--only", "style", str(path)])
    assert any("hidden" in note for note in json.loads(capsys.readouterr().out)["notes"])
    run(["copy", str(path)])
    assert "hidden" in capsys.readouterr().err


def test_copy_is_not_written_in_the_place_of_a_document(story, tmp_path, capsys):
    assert run(["copy", str(story), "--out", str(tmp_path / "copy.docx")]) == 2
    assert "copy.txt beside it" in capsys.readouterr().err
    assert not (tmp_path / "copy.docx").exists()


def test_a_missing_file_is_an_error_too(tmp_path, capsys):
    assert run(["read", "--json", str(tmp_path / "none.docx")]) == 2
    assert "does not exist" in json.loads(capsys.readouterr().out)["error"]


def test_checking_a_text_imports_no_parser_of_documents_and_starts_no_process(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "story.txt"
    path.write_text("The mayor spoke on Monday.\n", "utf-8")
    code = (
        "import subprocess, sys; from desk.cli import run; subprocess.Popen.__init__ = None;"
        f"run(['check', '--only', 'names,style', {str(path)!r}]); run(['read', {str(path)!r}]);"
        "print([m for m in sys.modules if m.startswith('lxml') or m == 'desk.readers.docx'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
