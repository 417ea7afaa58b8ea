"""Text boxes of a Word file that were edited: both forms of one say the same."""

import re

from desk.readers.archive import Archive
from desk.readers.docx import read_docx

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def box(new, old):
    """Return a paragraph with a box that Word writes twice."""
    inside = '<w:txbxContent><w:p w14:paraId="0000000A"><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>'
    choice = f'<mc:Choice Requires="wps"><w:drawing><t:txbx xmlns:t="{WPS}">{inside.format(new)}</t:txbx></w:drawing>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inside.format(old)}</v:textbox></w:pict></mc:Fallback>"
    alternate = f"<mc:AlternateContent {MC}>{choice}</mc:Choice>{fallback}</mc:AlternateContent>"
    return f"<w:p><w:r><w:t>It rained.</w:t></w:r><w:r>{alternate}</w:r></w:p>"


def fallback_of(back):
    return Archive(back.raw).read("word/document.xml").decode().split("<mc:Fallback>")[1].split("</mc:Fallback>")[0]


def test_what_was_edited_in_a_box_stands_in_its_copy_for_old_readers(make, give_back):
    comment = {"paragraph": "Call the mayor.", "nth": 0, "on": "Call", "text": "Why?"}
    back = give_back(
        make(box("Call the mayor.", "Call the mayor.")), ("Call the mayor.", "mayor", "queen"), comments=[comment]
    )
    found = read_docx(back.raw)
    assert (found.text, found.original) == ("It rained.\n\nCall the queen.", "It rained.\n\nCall the mayor.")
    old = fallback_of(back)
    assert re.findall(r"<w:(?:t|delText)[^>]*>([^<]+)<", old) == ["Call", " the ", "mayor", "queen", "."]
    assert "comment" not in old
    assert "paraId" not in old
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', back.main)
    assert len(ids) == len(set(ids)) == 4


def test_a_copy_that_said_something_else_stays_as_it_was(make, give_back):
    back = give_back(make(box("Call the mayor.", "See the picture.")), ("Call the mayor.", "mayor", "queen"))
    assert re.findall(r"<w:(?:t|delText)[^>]*>([^<]+)<", fallback_of(back)) == ["See the picture."]
