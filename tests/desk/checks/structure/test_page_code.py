"""Code of a website in a story, and letters that were read in a wrong code."""

from hypothesis import assume, given
from hypothesis import strategies as st

from desk.checks.house import Brief
from desk.checks.structure import StructureCheck
from desk.checks.structure.page_code import mended, page_code
from desk.text.blocks import Manuscript
from tests.rows import rows

CHECK = StructureCheck()
UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def found(text):
    return [(text[place.start : place.end], place.better) for place in page_code(text)]


@rows(
    ("text", "places"),
    [
        ("The quay &amp; the pier.&nbsp;Both", [("&amp;", "&"), ("&nbsp;", " ")]),
        ("<p>Nobody <b>knows</b>.<br/>", [("<p>", ""), ("<b>", ""), ("<br/>", "")]),
        ('[caption id="a_7"] The quay [/caption]', [('[caption id="a_7"]', "")]),
        ('[my-box colour="red"] The quay', [('[my-box colour="red"]', "")]),
        ('{{embed url="https://example.org"}}', [('{{embed url="https://example.org"}}', "")]),
        ("Image caption, The quay in a storm", [("Image caption, ", "")]),
        ("The cafÃ© wasnâ€™t open", [("Ã©", "é"), ("â€™", "’")]),
        ("â€œWe missed you,â€ he said. â€œWhy?â€", [("â€œ", "“"), ("â€", "”"), ("â€œ", "“"), ("â€", "”")]),
        ("It cost Â£5 in â€œHasteâ€\x9d", [("Â£", "£"), ("â€œ", "“"), ("â€\x9d", "”")]),
    ],
)
def test_code_is_found_with_what_mends_it(text, places):
    assert found(text) == places


@rows(
    "text",
    [
        "Marsh & Sons; R&D; 3 < 4 and 5 > 4",
        "He left [in the rain] and [sic] and [ ... ]",
        "The café”, naïve’s, Århus, “SÃO”, Ça, ÂNGELO, Ÿ, à €5, “à”…",
        "Image captions, they say, are short",
        "<A letter to the editor>",
    ],
)
def test_what_is_no_code_is_left_in_peace(text):
    assert found(text) == []


@given(st.text(alphabet="éèüßñçÅØ£€’“”–…", min_size=1, max_size=8), st.integers(1, 2))
def test_letters_come_back_however_often_they_were_read_wrong(words, times):
    assume(mended(words) == words)  # “Å£” itself is what “ţ” becomes
    garbled = words
    for _ in range(times):
        garbled = "".join(chr(b) if b in UNDEFINED else bytes([b]).decode("cp1252") for b in garbled.encode("utf-8"))
    assert mended(garbled) == words


def test_the_remedy_puts_the_right_letters_in():
    text = "The cafÃ© on the quay was shut on Monday."
    manuscript = Manuscript.of(text)
    (finding,) = CHECK.judge(manuscript, [CHECK.read(block, Brief()) for block in manuscript.blocks], Brief())
    assert (finding.rule, finding.quote, finding.suggestions) == ("structure.page-code", "Ã©", ("é",))
    assert finding.remedies[0].title == "Change to “é”"


def test_what_closes_goes_with_what_it_closes():
    text = '[caption id="a"]The <b>old</b> quay[/caption] was shut.'
    manuscript = Manuscript.of(text)
    found = CHECK.judge(manuscript, [CHECK.read(block, Brief()) for block in manuscript.blocks], Brief())
    edits = sorted((edit for f in found for edit in f.remedies[0].edits), key=lambda e: -e.span.start)
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert (len(found), text) == (2, "The old quay was shut.")
