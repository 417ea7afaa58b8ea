"""Word files made on the spot, as small as each question allows."""

import io
import zipfile

import pytest

from desk.readers.docx import read_docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*entries):
    lines = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
        for name, kind, target, outside in entries
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_file(body, *, links=(), notes_links=(), main="word/document.xml", **parts):
    """Return the bytes of a Word file with this body; `parts` are the insides of styles, comments, footnotes, ..."""
    beside = [(f"r{kind}", kind, f"{kind}.xml", "") for kind in parts]
    outside = [(name, "hyperlink", target, ' TargetMode="External"') for name, target in links]
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", main, "")),
        main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        f"word/_rels/{main.rsplit('/', 1)[-1]}.rels": relations(*beside, *outside),
    }
    for kind, content in parts.items():
        tag = "w15:commentsEx" if kind == "commentsExtended" else f"w:{kind}"
        files[f"word/{kind}.xml"] = f"<{tag} {SPACES}>{content}</{tag}>"
    if notes_links:
        entries = [(name, "hyperlink", target, ' TargetMode="External"') for name, target in notes_links]
        files["word/_rels/footnotes.xml.rels"] = relations(*entries)
    return zipped(files)


@pytest.fixture(scope="session")
def make():
    """A way to make the bytes of a Word file."""
    return word_file


@pytest.fixture
def read():
    """A way to read a Word file that is made on the spot."""

    def read_body(body, **parts):
        return read_docx(word_file(body, **parts))

    return read_body


@pytest.fixture
def pack():
    """A way to zip parts by hand."""
    return zipped
