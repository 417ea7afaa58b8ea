"""ninjs 1, 2 and 3 (IPTC, News in JSON): one story, whose names changed between the versions."""

import json
from collections.abc import Iterator
from typing import Any

from desk.errors import KnownError
from desk.readers.declared import declared_text
from desk.readers.document import Document
from desk.readers.wire.bodies import known_xml, paragraphs_of, plain_paragraphs
from desk.readers.wire.nitf import take_nitf_text
from desk.readers.wire.story import WireFact, WireStory

_FACTS = {
    WireFact.HEADLINE: ("headline", "headlines", "title"),
    WireFact.BYLINE: ("byline", "by", "bylines"),
    WireFact.DATELINE: ("dateline", "located"),
    WireFact.SLUGLINE: ("slugline", "slug", "sluglines"),
    WireFact.URGENCY: ("urgency",),
    WireFact.EMBARGO: ("embargoed",),
    WireFact.EDITORS_NOTE: ("ednote", "edNote", "ednotes"),
    WireFact.KEYWORDS: ("keywords",),
    WireFact.GENRE: ("genre", "genres"),
    WireFact.LANGUAGE: ("language",),
    WireFact.DESCRIPTION: ("description_text", "descriptions"),
    WireFact.CREDIT: ("creditline",),
    WireFact.SOURCE: ("source", "infosources"),
    WireFact.COPYRIGHT: ("copyrightnotice", "copyrightNotice"),
    WireFact.USAGE: ("usageterms", "usageTerms"),
    WireFact.STATUS: ("pubstatus", "pubStatus"),
    WireFact.CREATED: ("firstcreated", "firstCreated", "contentcreated", "contentCreated"),
    WireFact.MODIFIED: ("versioncreated", "versionCreated"),
    WireFact.VERSION: ("version",),
    WireFact.ID: ("uri", "guid"),
}
_SECTIONS = ("section", "sections", "anpa_category", "subject", "subjects")
"""ninjs has subjects; the others are what senders add."""
_BODIES = ("body_xhtml", "body_html", "body_nitf", "body_text")
"""The first is the richest; they are the same words."""
_BY_FORMAT = ("html", "nitf", "xml", "plain", "text")
_NAMES = ("name", "value", "code", "literal", "uri")


def read_ninjs(raw: bytes) -> Document:
    """Return the document in the bytes of a ninjs file; raises `KnownError` for other JSON."""
    text, told = declared_text(raw)
    try:
        whole = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise KnownError(f"The JSON file is damaged ({error}): ask for it again.") from error
    stories = [one for one in _items(whole) if _is_story(one)]
    if not stories:
        raise KnownError("The JSON file is not ninjs and holds no story: ask for it as .docx, ninjs or plain text.")
    story = WireStory(warnings=told, stories=len(stories))
    _take_item(story, stories[0])
    return story.document()


def _items(whole: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects that may be stories: the whole, or the entries of a list of them."""
    if isinstance(whole, dict):
        listed: list[Any] = next((whole[name] for name in ("items", "_items") if isinstance(whole.get(name), list)), [])
        yield from [whole] if _is_story(whole) else [one for one in listed if isinstance(one, dict)]
    elif isinstance(whole, list):
        yield from (one for one in whole if isinstance(one, dict))


def _is_story(item: dict[str, Any]) -> bool:
    """Return whether an object has what ninjs wants (an address) and words."""
    return isinstance(item.get("uri") or item.get("guid"), str) and _body(item) is not None


def _take_item(story: WireStory, item: dict[str, Any]) -> None:
    sections = (said for name in _SECTIONS for said in _said(item.get(name)) if said)
    story.say(WireFact.SECTION, "; ".join(dict.fromkeys(sections)))
    for fact, names in _FACTS.items():
        for name in names:
            said = list(_said(item.get(name)))
            many = fact in (WireFact.KEYWORDS, WireFact.GENRE, WireFact.BYLINE, WireFact.SOURCE)
            story.say(fact, *(said if many else said[:1]))
    body = _body(item)
    if body is None:
        return
    text, kind = body
    if known_xml(text):
        take_nitf_text(story, text)
    else:
        story.paragraphs += plain_paragraphs(text) if kind in ("plain", "body_text") else paragraphs_of(text)


def _body(item: dict[str, Any]) -> tuple[str, str] | None:
    """Return the richest body of a story and what it is, None where there is none."""
    for name in _BODIES:
        if isinstance(item.get(name), str) and item[name].strip():
            return item[name], name
    bodies = [one for one in item.get("bodies") or () if isinstance(one, dict) and isinstance(one.get("value"), str)]
    ranked = sorted((_rank(one), i) for i, one in enumerate(bodies) if one["value"].strip())
    if not ranked:
        return None
    rank, i = ranked[0]
    return bodies[i]["value"], _BY_FORMAT[rank] if rank < len(_BY_FORMAT) else ""


def _rank(body: dict[str, Any]) -> int:
    kind = str(body.get("contenttype") or body.get("contentType") or body.get("role") or "").lower()
    return next((i for i, name in enumerate(_BY_FORMAT) if name in kind), len(_BY_FORMAT))


def _said(value: Any) -> Iterator[str]:
    """Yield what a value says: a text, a number, the name of a concept, the entries of a list, the main one first."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        main = [one for one in value if isinstance(one, dict) and one.get("role") == "main"]
        yield from (said for one in main or value for said in _said(one) if not isinstance(one, list))
    elif isinstance(value, dict):
        named = next((value[name] for name in _NAMES if isinstance(value.get(name), str) and value[name]), "")
        yield named.rsplit("/", 1)[-1] if named == value.get("uri") else named
