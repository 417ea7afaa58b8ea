from datetime import UTC, datetime

import pytest
from lxml import etree

from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.readers.wire.ninjs import read_ninjs
from desk.readers.wire.nitf import read_nitf
from desk.text.blocks import Block, BlockRole, Manuscript
from desk.text.copy_and_ads import Box
from desk.writers.formats.every_format import FORMATS
from desk.writers.formats.story import ExportedFacts, ExportedLine, ExportedSeal, exported_story, with_wire

LINES = (
    ExportedLine(BlockRole.HEADLINE, "Mayor quits & 1 < 2"),
    ExportedLine(BlockRole.STANDFIRST, "She had enough."),
    ExportedLine(BlockRole.BYLINE, "By Ada Desk"),
    ExportedLine(BlockRole.DATELINE, "SPRINGFIELD"),
    ExportedLine(BlockRole.BODY, "She spoke\non  Monday; nobody heard."),
    ExportedLine(BlockRole.CROSSHEAD, "What comes next"),
    ExportedLine(BlockRole.PULL_QUOTE, "“No.”"),
    ExportedLine(BlockRole.CAPTION, "The mayor."),
    ExportedLine(BlockRole.BODY, '1. Nothing *new* ]]> "quoted"'),
)
FACTS = ExportedFacts(
    slug="mayor-quits",
    section="City & Region",
    language="en-GB",
    changed=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    seal=ExportedSeal("s1", "Bo & Chief", datetime(2026, 1, 2, 4, 0, tzinfo=UTC)),
    urgency="3",
    embargo="2026-01-03T06:00:00Z",
    keywords=("mayor", "city & hall"),
    genre="Current",
    editors_note="Check “the” name.",
)
READERS = {"newsml-g2": read_newsml_g2, "nitf": read_nitf}
SPACES = {"g": "http://iptc.org/std/nar/2006-10-01/", "n": "http://iptc.org/std/NITF/2006-10-18/"}


def story(boxes=(), facts=FACTS, lines=LINES):
    at, blocks = 0, []
    for line in lines:
        blocks.append(Block(at, line.text, role=line.role))
        at += len(line.text) + 2
    return exported_story(Manuscript("\n\n".join(line.text for line in lines), tuple(blocks)), boxes, facts)


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("name", READERS)
def test_words_and_facts_are_read_back_without_loss(name):
    found = READERS[name](FORMATS[name](story()))
    told = (BlockRole.BYLINE, BlockRole.DATELINE)
    assert [flat(one) for one in found.text.split("\n\n")] == [flat(x.text) for x in LINES if x.role not in told]
    wanted = {
        "headline": "Mayor quits & 1 < 2",
        "byline": "By Ada Desk",
        "dateline": "SPRINGFIELD",
        "slugline": "mayor-quits",
        "urgency": "3",
        "keywords": "mayor, city & hall",
        "genre": "Current",
        "language": "en-GB",
    }
    assert {fact: found.metadata.get(fact) for fact in wanted} == wanted
    for words in ("Check “the” name.", "Approved by Bo & Chief", "seal s1"):
        assert words in found.metadata["editors_note"]
    assert found.metadata["embargo"].replace("-", "").replace(":", "") == "20260103T060000Z"
    assert found.metadata["id"].startswith("urn:sha256:")
    assert found.warnings == ()


@pytest.mark.parametrize("name", READERS)
def test_paid_boxes_stand_apart_with_their_label(name):
    raw = FORMATS[name](story(boxes=(Box("Advertisement", "Buy <soap>.\n\nNow."),)))
    apart = etree.fromstring(raw).xpath("//*[@class='paid']")
    assert [flat(" ".join(one.itertext())) for box in apart for one in box][:3] == [
        "Advertisement",
        "Buy <soap>.",
        "Now.",
    ]
    assert apart[0].getnext() is None


@pytest.mark.parametrize("name", READERS)
def test_what_is_not_known_is_not_told(name):
    raw = FORMATS[name](story(facts=ExportedFacts(), lines=(ExportedLine(BlockRole.BODY, "One."),)))
    found = READERS[name](raw)
    assert found.text == "One."
    assert set(found.metadata) <= {"id", "created", "modified", "version"}
    assert b'=""' not in raw


def test_the_parts_of_a_news_item_stand_in_the_order_of_its_schema():
    root = etree.fromstring(FORMATS["newsml-g2"](story()))

    def names(path):
        return [etree.QName(one).localname for one in root.find(path, SPACES)]

    assert names(".") == ["catalogRef", "itemMeta", "contentMeta", "contentSet"]
    kept = ["itemClass", "provider", "versionCreated", "embargoed", "pubStatus", "edNote", "edNote"]
    assert names("g:itemMeta") == kept
    about = ["urgency", "language", "genre", "keyword", "keyword", "subject", "slugline", "headline", "dateline", "by"]
    assert names("g:contentMeta") == about
    assert names("g:contentSet") == ["inlineXML"]
    required = {"guid", "version", "standard", "standardversion", "conformance"}
    assert required <= set(root.attrib)


def test_the_parts_of_nitf_stand_in_the_order_of_its_schema():
    root = etree.fromstring(FORMATS["nitf"](story(boxes=(Box("Advertisement", "Buy."),))))
    assert [etree.QName(one).localname for one in root] == ["head", "body"]
    assert [etree.QName(one).localname for one in root[0]] == ["title", "tobject", "docdata", "pubdata"]
    lines, content = root[1]
    assert [etree.QName(one).localname for one in lines] == ["hedline", "byline", "dateline"]
    assert {etree.QName(one).localname for one in content} <= {"p", "hl2", "bq", "block"}
    assert root.find("n:head/n:docdata", SPACES).get("management-status") == "embargoed"


def test_facts_of_a_wire_go_on_with_what_is_odd_left_out():
    said = {"slugline": "cat", "urgency": "soon", "embargo": "20260103T060000Z", "keywords": "a, b,", "language": "fr"}
    facts = with_wire(ExportedFacts(slug="file", language="en-US"), said)
    assert (facts.slug, facts.urgency, facts.language) == ("cat", "", "en-US")
    assert (facts.embargo, facts.keywords) == ("2026-01-03T06:00:00Z", ("a", "b"))
    assert with_wire(facts, {"embargo": "tomorrow"}).embargo == ""


def test_ninjs_tells_them_too():
    found = read_ninjs(FORMATS["ninjs"](story()))
    assert found.metadata["embargo"] == "2026-01-03T06:00:00Z"
    assert (found.metadata["urgency"], found.metadata["keywords"]) == ("3", "mayor, city & hall")


@pytest.mark.parametrize("name", READERS)
def test_a_text_without_a_byline_goes_out_with_the_one_of_its_details(name):
    facts = with_wire(ExportedFacts(), {"byline": "By Bo Desk"})
    found = READERS[name](FORMATS[name](story(facts=facts, lines=(ExportedLine(BlockRole.BODY, "One."),))))
    assert (found.metadata["byline"], found.text) == ("By Bo Desk", "One.")
