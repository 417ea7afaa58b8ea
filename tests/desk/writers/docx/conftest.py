"""Word files made on the spot, changed, and read back."""

import io
import json
import zipfile

import pytest

from desk.readers.docx import read_docx
from desk.writers.docx import returned_docx
from desk.writers.edits import ReturnChoices, ReturnRound, edits_of, signature_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="a/b"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*entries):
    lines = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in entries)
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def word_file(body, **parts):
    """Return the bytes of a Word file with this body; `parts` are the insides of comments and so on."""
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/media/odd.bin": bytes(range(256)) * 40,
    }
    if parts:
        entries = [(f"r{kind}", kind, f"{kind}.xml") for kind in parts]
        files["word/_rels/document.xml.rels"] = relations(*entries)
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {SPACES}>{content}</w:{kind}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


class Returned:
    """What came of edits: the file, what a reader reads in it, and its main part."""

    def __init__(self, found):
        self.raw, self.unplaced = found.raw, found.unplaced
        self.read = read_docx(self.raw)
        with zipfile.ZipFile(io.BytesIO(self.raw)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.main = self.parts["word/document.xml"].decode()


@pytest.fixture(scope="session")
def make():
    return word_file


@pytest.fixture(scope="session")
def give_back():
    """A way to edit a Word file by (paragraph, old, new) and to read it back."""

    def back(raw, *edits, comments=(), author="Ada Desk", date="2026-01-02T03:04:00Z", **choices):
        told = {
            "edits": [{"paragraph": where, "nth": 0, "old": old, "new": new} for where, old, new in edits],
            "comments": list(comments),
        }
        one = ReturnRound(edits_of(json.dumps(told)), signature_of(author, date))
        return Returned(returned_docx(raw, [one], ReturnChoices(**choices)))

    return back
