"""NewsML-G2 (IPTC, http://iptc.org/std/nar/2006-10-01/): news items by themselves and in news messages."""

from collections.abc import Iterator

from desk.errors import KnownError
from desk.readers.document import Document
from desk.readers.safe_xml import Element
from desk.readers.web.elements import name_of, said_by
from desk.readers.wire.bodies import paragraphs_in
from desk.readers.wire.nitf import take_nitf
from desk.readers.wire.story import WireFact, WireStory
from desk.readers.wire.xml import LANGUAGE, anywhere, first, news_root, under

_META = (
    (WireFact.HEADLINE, "headline"),
    (WireFact.BYLINE, "by"),
    (WireFact.DATELINE, "dateline"),
    (WireFact.SLUGLINE, "slugline"),
    (WireFact.URGENCY, "urgency"),
    (WireFact.CREDIT, "creditline"),
)
_ITEM = (
    (WireFact.EMBARGO, "embargoed"),
    (WireFact.CREATED, "firstcreated"),
    (WireFact.MODIFIED, "versioncreated"),
)
_RIGHTS = ((WireFact.COPYRIGHT, "copyrightnotice"), (WireFact.USAGE, "usageterms"))
_NOT_TEXT = ("picture", "graphic", "video", "audio", "animation", "composite")


def read_newsml_g2(raw: bytes) -> Document:
    """Return the document in the bytes of a NewsML-G2 file: its first item of text."""
    root, told = news_root(raw)
    items = [item for item in anywhere(root, "newsitem") if _is_text(item)]
    if not items:
        raise KnownError("The NewsML-G2 file holds no item of text (a picture, a package or a list): ask for its text.")
    story = WireStory(warnings=told, stories=len(items))
    _take_item(story, items[0])
    return story.document()


def _is_text(item: Element) -> bool:
    """Return whether a news item says to be text, or brings words."""
    kind = first(item, "itemmeta", "itemclass")
    code = (kind.get("qcode") or kind.get("uri") or "") if kind is not None else ""
    return not code.endswith(_NOT_TEXT) and any(True for _ in _contents(item))


def _contents(item: Element) -> Iterator[Element]:
    """Yield what a content set holds in line, the richest first: they are the same words in several formats."""
    found = list(under(item, "contentset", "inlinexml")) + list(under(item, "contentset", "inlinedata"))
    return (one for one in found if said_by(one))


def _take_item(story: WireStory, item: Element) -> None:
    meta = first(item, "contentmeta")
    if meta is not None:
        _take_meta(story, meta)
    _take_management(story, item)
    _take_content(story, next(_contents(item)))
    if meta is not None:  # NITF within the item knows the line as printed
        story.say(WireFact.BYLINE, *(said_by(one) for one in under(meta, "creator", "name")))
        story.say(WireFact.DATELINE, *(_name(one) for one in under(meta, "located")))
        story.say(WireFact.DESCRIPTION, *(said_by(one) for one in under(meta, "description")))
    story.say(WireFact.LANGUAGE, item.get(LANGUAGE))
    story.say(WireFact.ID, item.get("guid"))
    story.say(WireFact.VERSION, item.get("version"))


def _take_meta(story: WireStory, meta: Element) -> None:
    for fact, name in _META:
        story.say(fact, next((said for one in under(meta, name) if (said := said_by(one))), ""))
    story.say(WireFact.KEYWORDS, *(said_by(one) for one in under(meta, "keyword")))
    story.say(WireFact.GENRE, *(_name(one) for one in under(meta, "genre")))
    story.say(WireFact.SECTION, "; ".join(filter(None, map(_name, under(meta, "subject")))))
    story.say(WireFact.LANGUAGE, *(one.get("tag") for one in under(meta, "language")))
    story.say(WireFact.SOURCE, *(_name(one) for one in under(meta, "infosource")))


def _take_management(story: WireStory, item: Element) -> None:
    management = first(item, "itemmeta")
    if management is not None:
        for fact, name in _ITEM:
            story.say(fact, said_by(first(management, name)))
        status = first(management, "pubstatus")
        story.say(WireFact.STATUS, _tail(status.get("qcode") or status.get("uri")) if status is not None else "")
        story.say(WireFact.EDITORS_NOTE, *(said_by(one) for one in under(management, "ednote")))
    for fact, name in _RIGHTS:
        story.say(fact, *(said_by(one) for one in under(item, "rightsinfo", name)))


def _take_content(story: WireStory, content: Element) -> None:
    nitf = next(anywhere(content, "nitf"), None)
    if nitf is not None:
        take_nitf(story, nitf)
        return
    body = next((one for one in content.iter() if name_of(one) == "body"), content)
    story.paragraphs += paragraphs_in(body)


def _name(element: Element) -> str:
    """Return what a concept is called, its code where nobody names it."""
    named = first(element, "name")
    return said_by(named) or element.get("literal") or _tail(element.get("qcode") or element.get("uri"))


def _tail(code: str | None) -> str:
    return (code or "").rsplit(":", 1)[-1].rsplit("/", 1)[-1]
