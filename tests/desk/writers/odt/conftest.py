"""OpenDocument texts made on the spot, changed, read back, and looked at by the rules of the format."""

import io
import json
import zipfile
from collections import Counter

import pytest
from lxml import etree

from desk.readers.odt import read_odt
from desk.writers.edits import ReturnChoices, ReturnRound, edits_of, signature_of
from desk.writers.odt import returned_odt

BASE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = "".join(
    f' xmlns:{prefix}="{BASE}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("form", "form"),
    )
)
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
MIME = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{BASE}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="Pictures/odd.bin" manifest:media-type=""/></manifest:manifest>'
)
STYLES = (
    '<style:style style:name="T1" style:family="text"/>'
    '<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>'
)
OFFICE, TEXT, DC = f"{{{BASE}:office:1.0}}", f"{{{BASE}:text:1.0}}", "{http://purl.org/dc/elements/1.1/}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def open_file(body):
    """Return the bytes of an OpenDocument text with this body."""
    content = (
        f'<office:document-content{SPACES} office:version="1.3"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        archive.writestr("Pictures/odd.bin", bytes(range(256)) * 40)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


class OpenReturned:
    """What came of edits: the file, what a reader reads in it, and its content."""

    def __init__(self, found):
        self.raw, self.unplaced = found.raw, found.unplaced
        self.read = read_odt(self.raw)
        with zipfile.ZipFile(io.BytesIO(self.raw)) as archive:
            assert archive.testzip() is None
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.content = self.parts["content.xml"].decode()
        self.faults = list(faults(etree.fromstring(self.parts["content.xml"])))


def faults(root):
    """Yield what breaks the rules of ODF 1.3 part 3, 5.5 (changes) and 14.1 (annotations)."""
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    prelude = [one.tag for one in text if one.tag != OFFICE + "forms"]
    if text.find(TEXT + "tracked-changes") is not None and prelude[0] != TEXT + "tracked-changes":
        yield "the changes do not stand first"
    twice = [name for name, count in Counter(one.get(ID) for one in root.iter() if one.get(ID)).items() if count > 1]
    yield from (f"{name} stands twice" for name in twice)
    yield from _faults_of_regions(text)
    yield from _faults_of_annotations(text)
    if "copydesk:words" in etree.tostring(root, encoding="unicode"):
        yield "an element of our own is left"


def _faults_of_regions(text):
    marks = [(one.tag.removeprefix(TEXT), one.get(TEXT + "change-id")) for one in text.iter(TEXT + "*")]
    marks = [mark for mark in marks if mark[0] in ("change", "change-start", "change-end")]
    known = set()
    for region in text.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        name = region.get(ID)
        known.add(name)
        if name != region.get(TEXT + "id"):
            yield f"{name} has two names"
        wanted = ["change"] if region[0].tag == TEXT + "deletion" else ["change-start", "change-end"]
        if [kind for kind, one in marks if one == name] != wanted:
            yield f"the marks of {name} are not {wanted}"
        for change in region:
            if change[0].tag != OFFICE + "change-info" or [one.tag for one in change[0]] != [
                DC + "creator",
                DC + "date",
            ]:
                yield f"{name} does not say who and when"
        if region[0].tag == TEXT + "deletion" and len(region[0]) < 2:
            yield f"{name} holds nothing"
    yield from (f"a mark without a region: {name}" for _, name in marks if name not in known)


def _faults_of_annotations(text):
    opened = set()
    for one in text.iter(OFFICE + "annotation", OFFICE + "annotation-end"):
        name = one.get(OFFICE + "name")
        if one.tag == OFFICE + "annotation":
            opened.add(name)
            if [child.tag for child in one][:2] != [DC + "creator", DC + "date"]:
                yield f"comment {name} does not say who and when"
        elif name not in opened:
            yield f"the end of {name} stands before its beginning"


@pytest.fixture(scope="session")
def make():
    return open_file


@pytest.fixture(scope="session")
def seen():
    """A way to read what came of edits."""
    return OpenReturned


@pytest.fixture(scope="session")
def give_back():
    """A way to edit an OpenDocument text by (paragraph, old, new) and to read it back."""

    def back(raw, *edits, comments=(), author="Ada Desk", date="2026-01-02T03:04:00Z", **choices):
        told = {
            "edits": [{"paragraph": where, "nth": 0, "old": old, "new": new} for where, old, new in edits],
            "comments": list(comments),
        }
        one = ReturnRound(edits_of(json.dumps(told)), signature_of(author, date))
        found = OpenReturned(returned_odt(raw, [one], ReturnChoices(**choices)))
        assert found.faults == []
        return found

    return back
