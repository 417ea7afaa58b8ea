"""NITF 3 (News Industry Text Format, IPTC): on its own, in NewsML, and in ninjs."""

from desk.readers.document import Document
from desk.readers.safe_xml import Element
from desk.readers.web.elements import said_by
from desk.readers.wire.bodies import paragraphs_in
from desk.readers.wire.story import WireFact, WireStory
from desk.readers.wire.xml import LANGUAGE, anywhere, first, news_root, parsed, under

_DOCDATA = (
    (WireFact.URGENCY, "urgency", "ed-urg"),
    (WireFact.EDITORS_NOTE, "ed-msg", "info"),
    (WireFact.CREATED, "date.issue", "norm"),
    (WireFact.COPYRIGHT, "doc.copyright", "holder"),
    (WireFact.SLUGLINE, "du-key", "key"),
    (WireFact.SLUGLINE, "fixture", "fix-id"),
    (WireFact.ID, "doc-id", "id-string"),
)
_LINES = ((WireFact.BYLINE, "byline"), (WireFact.DATELINE, "dateline"), (WireFact.EDITORS_NOTE, "note"))


def read_nitf(raw: bytes) -> Document:
    """Return the document in the bytes of a NITF file."""
    root, told = news_root(raw)
    story = WireStory(warnings=told)
    take_nitf(story, root)
    return story.document()


def take_nitf_text(story: WireStory, text: str) -> None:
    """Take the story in NITF that came as a text."""
    take_nitf(story, parsed(text))


def take_nitf(story: WireStory, nitf: Element) -> None:
    """Take the story in a `nitf` element, and what it says that was not said before."""
    head, body = first(nitf, "head"), first(nitf, "body")
    if body is None:
        return
    if (lines := first(body, "body.head")) is not None:
        _take_lines(story, lines)
    if head is not None:
        _take_head(story, head)
    story.say(
        WireFact.LANGUAGE,
        nitf.get(LANGUAGE),
        nitf.get("baselang"),
        *(one.get("lang") for one in anywhere(body, "lang")),
    )
    for content in under(body, "body.content"):
        story.paragraphs += paragraphs_in(content)


def _take_lines(story: WireStory, lines: Element) -> None:
    headings = [said_by(one) for one in anywhere(lines, "hl1")] or [said_by(one) for one in anywhere(lines, "hedline")]
    story.say(WireFact.HEADLINE, *headings[:1])
    for fact, name in _LINES:
        story.say(fact, *(said_by(one) for one in under(lines, name)))
    story.say(WireFact.DESCRIPTION, *(said_by(one) for one in under(lines, "abstract")))
    story.say(WireFact.CREDIT, *(said_by(one) for one in under(lines, "distributor")))


def _take_head(story: WireStory, head: Element) -> None:
    story.say(WireFact.HEADLINE, said_by(first(head, "title")))
    data = first(head, "docdata")
    sections = [one.get("position.section") or "" for one in under(head, "pubdata")]
    sections += [one.get("tobject.subject.type") or "" for one in anywhere(head, "tobject.subject")]
    story.say(WireFact.SECTION, "; ".join(dict.fromkeys(filter(None, sections))))
    if data is not None:
        for fact, name, attribute in _DOCDATA:
            story.say(fact, *(one.get(attribute) for one in under(data, name)))
        story.say(WireFact.KEYWORDS, *(one.get("key") for one in anywhere(data, "keyword")))
        issued, released = first(data, "date.issue"), first(data, "date.release")
        if released is not None and (issued is None or (released.get("norm") or "") > (issued.get("norm") or "")):
            story.say(WireFact.EMBARGO, released.get("norm"))
    story.say(WireFact.GENRE, *(one.get("tobject.property.type") for one in anywhere(head, "tobject.property")))
