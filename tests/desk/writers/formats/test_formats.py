import html
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from desk.readers.document import DocumentRole
from desk.readers.docx import read_docx
from desk.readers.odt import read_odt
from desk.readers.web import read_html
from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.readers.wire.ninjs import read_ninjs
from desk.readers.wire.nitf import read_nitf
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.copy_and_ads import Box
from desk.text.links import TextLink
from desk.text.spans import Span
from desk.writers.format_words import FORMAT_WORDS, format_of
from desk.writers.formats.every_format import FORMATS
from desk.writers.formats.story import ExportedFacts, ExportedLine, ExportedSeal, ExportedStory, exported_story
from tests.rows import rows

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

LINES = (
    ExportedLine(BlockRole.HEADLINE, "Mayor <quits> & goes"),
    ExportedLine(BlockRole.BYLINE, "By Ada Desk"),
    ExportedLine(BlockRole.BODY, "She spoke\non  Monday;\tnobody heard."),
    ExportedLine(BlockRole.CROSSHEAD, "What comes next"),
    ExportedLine(BlockRole.CAPTION, "The mayor."),
    ExportedLine(BlockRole.BODY, '1. Nothing *new* ]]> "quoted"'),
)


def story(lines=LINES, boxes=()):
    text = "\n\n".join(line.text for line in lines)
    at, blocks = 0, []
    for line in lines:
        blocks.append(Block(at, line.text, role=line.role))
        at += len(line.text) + 2
    return exported_story(Manuscript(text, tuple(blocks)), boxes)


READERS = {"docx": read_docx, "odt": read_odt}


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("name", READERS)
def test_every_paragraph_is_read_back_in_order(name):
    found = READERS[name](FORMATS[name](story()))
    texts = [flat(found.text[b.start : b.end]) for b in found.blocks]
    assert texts == [flat(line.text) for line in LINES]
    roles = [b.role for b in found.blocks]
    assert roles[3] is DocumentRole.HEADING
    assert roles[0] in (DocumentRole.HEADING, DocumentRole.TITLE)


@rows("name", FORMATS)
def test_paid_boxes_stand_last_and_apart_with_label_and_end(name):
    boxes = (Box("Advertisement", "Buy soap.\n\nNow."),)
    raw = FORMATS[name](story(boxes=boxes))
    found = READERS[name](raw).text if name in READERS else raw.decode()
    places = [found.rindex(words) for words in ("nobody heard", "Advertisement", "Buy soap.", "Now.", "End of advert")]
    assert places[0] < places[2] < places[3] < places[4]


@pytest.mark.parametrize("name", ["html", "ninjs"])
def test_every_paragraph_stands_in_the_page_in_order(name):
    raw = FORMATS[name](story()).decode()
    page = json.loads(raw)["bodies"][0]["value"] if name == "ninjs" else raw
    found = re.findall(r"<(?:p|h1|h2)(?: [^>]*)?>(.*?)</(?:p|h1|h2)>", page, re.DOTALL)
    assert [flat(html.unescape(words.replace("<br>", " "))) for words in found] == [flat(line.text) for line in LINES]


def test_text_and_lines_of_docx_and_odt_are_kept_to_the_letter():
    for name in ("docx", "odt"):
        found = READERS[name](FORMATS[name](story()))
        assert found.text == "\n\n".join(line.text for line in LINES)


def test_a_page_loads_nothing_and_has_one_heading_of_all():
    page = FORMATS["html"](story((*LINES, ExportedLine(BlockRole.HEADLINE, "Again")))).decode()
    assert "<title>Mayor &lt;quits&gt; &amp; goes</title>" in page
    assert page.count("<h1>") == 1
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert page.count("<style>") == 1
    assert 'lang="en"' in page


def test_markdown_says_nothing_by_chance():
    words = FORMATS["md"](story()).decode()
    assert words.startswith("# Mayor \\<quits\\> \\& goes\n\n*By Ada Desk*\n\n")
    assert "\n\n## What comes next\n\n" in words
    assert "\n\n1\\. Nothing \\*new\\* \\]\\]\\>" in words


FACTS = ExportedFacts("mayor<&>", "News", "en-GB", WHEN, ExportedSeal("01ab", "Odile <B>", WHEN))


def told(raw):
    """Return every part of a document as one text."""
    if not raw.startswith(b"PK"):
        return raw.decode()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("name", ["docx", "odt", "html", "ninjs"])
def test_a_document_tells_what_is_known_of_its_story_and_that_it_is_approved(name):
    said = told(FORMATS[name](replace(story(), facts=FACTS)))
    for words in ("mayor<&>", "en-GB", "2026-01-02T03:04:05Z", "Approved by Odile <B>", story().digest):
        assert words in html.unescape(said), words
    assert "Approved" not in told(FORMATS[name](replace(story(), facts=replace(FACTS, seal=None))))
    if name in READERS:
        assert (
            READERS[name](FORMATS[name](replace(story(), facts=FACTS))).text
            == READERS[name](FORMATS[name](story())).text
        )


def test_every_format_has_words_and_an_ending():
    assert list(FORMAT_WORDS) == list(FORMATS)
    assert format_of(Path("Story.DOCX")) == "docx"
    assert format_of(Path("story.pdf")) == ""


def test_ninjs_says_headline_byline_and_digest():
    said = json.loads(FORMATS["ninjs"](story()))
    assert said["headlines"][0]["value"] == "Mayor <quits> & goes"
    assert said["by"] == "By Ada Desk"
    assert read_ninjs(FORMATS["ninjs"](story())).metadata["byline"] == "By Ada Desk"
    assert re.fullmatch("urn:sha256:[0-9a-f]{64}", said["uri"])


def test_lines_of_one_paragraph_become_it_again():
    text = "One line.\nAnother.\n\nA head\nOne more."
    blocks = (
        Block(0, "One line."),
        Block(10, "Another."),
        Block(20, "A head", role=BlockRole.CROSSHEAD),
        Block(27, "One more."),
    )
    made = exported_story(Manuscript(text, blocks), ())
    assert [line.text for line in made.lines] == ["One line.\nAnother.", "A head", "One more."]


def test_leftovers_are_left_out_and_what_xml_cannot_hold():
    blocks = (Block(0, "One.\x07"), Block(7, "Share", kind=Kind.LEFTOVER))
    made = exported_story(Manuscript("One.\x07\n\nShare", blocks), ())
    assert [line.text for line in made.lines] == ["One."]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\x85\u2028\u2029\xa0"), min_size=1),
        min_size=1,
        max_size=3,
    )
)
def test_any_words_survive_word_and_opendocument(texts):
    lines = [ExportedLine(BlockRole.BODY, flat(text)) for text in texts if flat(text)]
    made = ExportedStory(tuple(lines)) if lines else None
    if made is None:
        return
    made = story(lines)
    for name in ("docx", "odt"):
        found = READERS[name](FORMATS[name](made))
        assert flat(found.text) == flat(" ".join(line.text for line in made.lines))


def linked_story(boxes=()):
    """A story whose second paragraph leads to two places, one with signs that every language of tags escapes."""
    text = "Bridge opens\n\nThe\x07 bridge & its\nboard <say> so."
    at = text.index("The")
    blocks = (Block(0, "Bridge opens", role=BlockRole.HEADLINE), Block(at, text[at:]))
    links = (TextLink(Span(text.index("bridge &"), text.index("board") - 1), ODD), TextLink(_span(text, "say"), MAIL))
    return exported_story(Manuscript(text, blocks), boxes, links=links)


ODD = 'https://bridge.test/?a=1&copy=2&b="c"\'(d)<e>*'
MAIL = "mailto:board@bridge.test"


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


LINKING = {
    "docx": read_docx,
    "odt": read_odt,
    "html": read_html,
    "ninjs": read_ninjs,
    "newsml-g2": read_newsml_g2,
    "nitf": read_nitf,
}


@rows("name", [*LINKING, "md"])
def test_a_link_of_an_advertisement_stands_in_its_box(name):
    words = "Clean & cheap.\n\nBuy *soap* now."
    shop = "https://soap.test/now"
    raw = FORMATS[name](
        linked_story((Box("Advertisement", words, links=(TextLink(_span(words, "*soap* now"), shop),)),))
    )
    if name == "md":
        assert f"Buy [\\*soap\\* now](<{shop}>)." in raw.decode()
        return
    found = LINKING[name](raw)
    assert [flat(found.text[link.start : link.end]) for link in found.links if link.href == shop] == ["*soap* now"]


@rows(("name", "read"), LINKING.items())
def test_where_words_lead_is_read_back_from_every_format_that_has_links(name, read):
    found = read(FORMATS[name](linked_story()))
    links = [(flat(found.text[link.start : link.end]), link.href) for link in found.links]
    assert links == [("bridge & its", ODD), ("say", MAIL)]


def test_a_page_tells_no_other_where_its_reader_came_from():
    page = FORMATS["html"](linked_story()).decode()
    assert re.findall(r"<a [^>]*?rel=\"([^\"]*)\"", page) == ["noopener noreferrer"] * 2


def test_an_address_in_markdown_is_what_it_was():
    said = MarkdownIt().render(FORMATS["md"](linked_story()).decode())
    found = [html.unescape(href) for href in re.findall(r'<a href="([^"]*)"', said)]
    assert [unquote(href) for href in found] == [ODD, MAIL]


def test_plain_text_has_the_words_alone():
    assert "bridge.test" not in FORMATS["txt"](linked_story()).decode()


def test_lines_of_one_paragraph_keep_their_links():
    text = "One line\nanother line"
    blocks = (Block(0, "One line"), Block(9, "another line"))
    made = exported_story(Manuscript(text, blocks), (), links=(TextLink(Span(9, 16), MAIL),))
    assert [(link.span.of(line.text), link.address) for line in made.lines for link in line.links] == [
        ("another", MAIL)
    ]
