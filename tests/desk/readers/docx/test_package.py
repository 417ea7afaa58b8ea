import re

import pytest

from desk.errors import KnownError
from desk.readers.docx import read_docx

BODY = "<w:p><w:r><w:t>Words</w:t></w:r></w:p>"


def parts_of(raw):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_document_is_found_by_its_relation_alone(make):
    assert read_docx(make(BODY, main="word/document2.xml")).text == "Words"


def test_a_document_in_utf_16(make, pack):
    parts = parts_of(make(BODY))
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    parts["word/document.xml"] = (head + parts["word/document.xml"]).encode("utf-16")
    assert read_docx(pack(parts)).text == "Words"


def test_strict_documents_have_other_namespaces(make, pack):
    strict = {
        name: re.sub(
            r"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml)/2006/",
            r"http://purl.oclc.org/ooxml/\1/",
            text,
        )
        for name, text in parts_of(make(BODY)).items()
    }
    assert read_docx(pack(strict)).text == "Words"


def test_remote_parts_and_macros_are_told_of_and_left_alone(make, pack):
    parts = parts_of(make(BODY + '<w:altChunk r:id="c"/>'))
    outside = '<Relationship Id="x" Type="t/attachedTemplate" Target="http://evil.example/" TargetMode="External"/>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", f"{outside}</Relationships>")
    parts["word/vbaProject.bin"] = "x"
    said = " ".join(read_docx(pack(parts)).warnings)
    assert "none was fetched" in said
    assert "macros" in said
    assert "another file" in said


@pytest.mark.parametrize("doctype", ['<!DOCTYPE x [<!ENTITY a "boom">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'])
def test_a_document_with_a_dtd_is_refused(make, pack, doctype):
    parts = parts_of(make(BODY))
    parts["word/document.xml"] = doctype + parts["word/document.xml"]
    with pytest.raises(KnownError, match="XML entities"):
        read_docx(pack(parts))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text[:-30], "XML does not hold together"),
        (lambda text: text.replace("<w:p>", "<w:smartTag>" * 9000 + "<w:p>"), "does not hold together"),
        (lambda text: text.replace("w:body", "w:other"), "holds no Word document"),
    ],
)
def test_a_damaged_document_is_refused_in_a_sentence(make, pack, change, says):
    parts = parts_of(make(BODY))
    parts["word/document.xml"] = change(parts["word/document.xml"])
    with pytest.raises(KnownError, match=says):
        read_docx(pack(parts))


def test_many_revisions_in_one_paragraph_are_read_in_time(make):
    who = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
    pair = f"<w:ins {who}><w:r><w:t>a</w:t></w:r></w:ins><w:del {who}><w:r><w:delText>b</w:delText></w:r></w:del>"
    found = read_docx(make(f"<w:p>{pair * 20_000}</w:p>"))
    assert len(found.text) == 20_000
    assert len(found.deletions) == 20_000
