"""NewsML 1.0 to 1.2 (IPTC): components in components, which are parts of a story, the same one again, or others."""

from collections.abc import Iterator

from desk.errors import KnownError
from desk.readers.document import Document
from desk.readers.safe_xml import Element
from desk.readers.web.elements import name_of, said_by
from desk.readers.wire.bodies import paragraphs_in
from desk.readers.wire.nitf import take_nitf
from desk.readers.wire.story import WireFact, WireStory
from desk.readers.wire.xml import LANGUAGE, anywhere, first, news_root, under

_LINES = (
    (WireFact.HEADLINE, "headline"),
    (WireFact.BYLINE, "byline"),
    (WireFact.DATELINE, "dateline"),
    (WireFact.SLUGLINE, "slugline"),
    (WireFact.CREDIT, "creditline"),
    (WireFact.COPYRIGHT, "copyrightline"),
)
_HEADLINE_ROLES = ("title", "headline", "hedline", "head")
_ROLES = {
    "byline": WireFact.BYLINE,
    "dateline": WireFact.DATELINE,
    "slugline": WireFact.SLUGLINE,
    "slug": WireFact.SLUGLINE,
    "keywords": WireFact.KEYWORDS,
    "editorsnote": WireFact.EDITORS_NOTE,
    "editorialnote": WireFact.EDITORS_NOTE,
}
"""Components whose role says that they are a fact and no part of the body."""
_NOT_TEXT = ("photo", "picture", "graphic", "video", "audio", "animation", "complexdata")


def read_newsml_1(raw: bytes) -> Document:
    """Return the document in the bytes of a NewsML 1 file: the first story in it."""
    root, told = news_root(raw)
    tops = [one for item in anywhere(root, "newsitem") for one in under(item, "newscomponent")]
    stories = [story for top in tops for story in _stories(top)]
    if not stories:
        raise KnownError("The NewsML file holds no words of a story (a picture or a list): ask for its text.")
    story = WireStory(warnings=told, stories=len(stories))
    _take_story(story, stories[0])
    return story.document()


def _stories(component: Element) -> list[Element]:
    """Return the components that are each a story of their own."""
    parts = [one for one in under(component, "newscomponent") if _has_text(one)]
    if not parts:
        return [component] if _has_text(component) else []
    if (component.get("EquivalentsList") or "").lower() == "yes":
        return _stories(parts[0])
    if len(parts) > 1 and all(_stands_alone(one) for one in parts):
        return [story for part in parts for story in _stories(part)]
    return [component]


def _stands_alone(component: Element) -> bool:
    """Return whether a component has a headline of its own, or one in itself: a part of a story has none."""
    return next(anywhere(component, "headline"), None) is not None


def _has_text(component: Element) -> bool:
    return any(True for _ in _contents(component))


def _contents(component: Element) -> Iterator[Element]:
    """Yield the content of a component that holds words."""
    of_pictures: dict[Element, bool] = {}
    for item in anywhere(component, "contentitem"):
        holder = item.getparent()
        if holder is None or _kind(item) in _NOT_TEXT:
            continue
        if holder not in of_pictures:
            of_pictures[holder] = _is_of_picture(holder)
        if not of_pictures[holder]:
            yield from (data for data in under(item, "datacontent") if said_by(data))


def _kind(item: Element) -> str:
    kind = first(item, "mediatype")
    return (kind.get("FormalName") or "").lower() if kind is not None else ""


def _is_of_picture(holder: Element) -> bool:
    """Return whether the words in a component belong to a picture: it is a caption, or a part that holds one."""
    role = first(holder, "role")
    if role is not None and "caption" in (role.get("FormalName") or "").lower():
        return True
    above = holder.getparent()
    part = above is not None and name_of(above) == "newscomponent"
    return part and any(_kind(one) in _NOT_TEXT for one in under(holder, "contentitem"))


def _take_story(story: WireStory, component: Element) -> None:
    around = [one for one in component.iterancestors() if name_of(one) == "newscomponent"]
    for one in (component, *(part for part in anywhere(component, "newscomponent") if part is not component), *around):
        for lines in under(one, "newslines"):
            _take_lines(story, lines)
        _take_meta(story, one)
    item = next(one for one in component.iterancestors() if name_of(one) == "newsitem")
    _take_management(story, item)
    _take_contents(story, component)
    story.say(WireFact.LANGUAGE, *(one.get(LANGUAGE) for one in (component, *around, item)))


def _take_contents(story: WireStory, component: Element) -> None:
    for data in _one_of_each(component):
        role = _role(data)
        nitf = next(anywhere(data, "nitf"), None)
        if nitf is not None:
            take_nitf(story, nitf)
        elif role in _HEADLINE_ROLES:
            story.say(WireFact.HEADLINE, said_by(data))
        elif role in _ROLES:
            story.say(_ROLES[role], said_by(data))
        else:
            body = next((one for one in data.iter() if name_of(one) in ("body", "body.content")), data)
            story.paragraphs += paragraphs_in(body)


def _one_of_each(component: Element) -> Iterator[Element]:
    """Yield the words of a story, once where a component holds the same in several formats."""
    taken = set()
    for data in _contents(component):
        holder = next(one for one in data.iterancestors() if name_of(one) == "newscomponent")
        equivalent = next(
            (one for one in data.iterancestors() if (one.get("EquivalentsList") or "").lower() == "yes"), None
        )
        key = equivalent if equivalent is not None else data
        if key not in taken:
            yield data
        taken.add(key if equivalent is not None else holder)


def _role(data: Element) -> str:
    """Return the role of the component that a content stands in, in small letters."""
    holder = next(one for one in data.iterancestors() if name_of(one) == "newscomponent")
    role = first(holder, "role")
    return (role.get("FormalName") or "").lower().replace(" ", "") if role is not None else ""


def _take_lines(story: WireStory, lines: Element) -> None:
    for fact, name in _LINES:
        story.say(fact, next((said for one in under(lines, name) if (said := said_by(one))), ""))
    story.say(WireFact.KEYWORDS, *(said_by(one) for one in under(lines, "keywordline")))


def _take_meta(story: WireStory, component: Element) -> None:
    story.say(
        WireFact.LANGUAGE, *(one.get("FormalName") for one in under(component, "descriptivemetadata", "language"))
    )
    story.say(WireFact.GENRE, *(one.get("FormalName") for one in under(component, "descriptivemetadata", "genre")))
    said = [one for one in under(component, "descriptivemetadata", "property") if one.get("FormalName") == "Keyword"]
    story.say(WireFact.KEYWORDS, *(one.get("Value") for one in said))
    parties = under(component, "administrativemetadata", "source", "party")
    story.say(WireFact.SOURCE, *(one.get("FormalName") for one in parties))
    for one in under(component, "administrativemetadata", "property"):
        if one.get("FormalName") in ("EditorialInfo", "EditorialNote", "EdNote"):
            story.say(WireFact.EDITORS_NOTE, one.get("Value"))


def _take_management(story: WireStory, item: Element) -> None:
    management = first(item, "newsmanagement")
    if management is None:
        return
    for fact, name in ((WireFact.URGENCY, "urgency"), (WireFact.STATUS, "status")):
        story.say(fact, *(one.get("FormalName") for one in under(management, name)))
    for fact, name in ((WireFact.CREATED, "firstcreated"), (WireFact.MODIFIED, "thisrevisioncreated")):
        story.say(fact, said_by(first(management, name)))
    if story.facts.get(WireFact.STATUS, "").lower() == "embargoed":
        story.say(WireFact.EMBARGO, said_by(first(management, "statuswillchange", "dateandtime")))
    identifier = first(item, "identification", "newsidentifier")
    if identifier is not None:
        story.say(WireFact.ID, said_by(first(identifier, "publicidentifier")))
        story.say(WireFact.VERSION, said_by(first(identifier, "revisionid")))
