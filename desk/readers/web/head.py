"""What a page says about itself in its head: headline, author, day, language."""

from desk.readers.safe_xml import Element
from desk.readers.web.elements import said_by

_BY_NAME = {
    "og:title": "headline",
    "dc.title": "headline",
    "author": "byline",
    "dc.creator": "byline",
    "article:author": "byline",
    "keywords": "keywords",
    "news_keywords": "keywords",
    "description": "description",
    "og:description": "description",
    "og:site_name": "source",
    "article:published_time": "created",
    "article:modified_time": "modified",
}


def metadata_of(root: Element) -> dict[str, str]:
    """Return what the head of a page says, the first word on each matter counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = _BY_NAME.get((meta.get("property") or meta.get("name") or "").lower())
        said = " ".join((meta.get("content") or "").split())
        if name and said and not said.startswith(("http://", "https://")):
            found.setdefault(name, said)
    for name, said in (("title", _first(root, "title")), ("headline", _first(root, "h1")), ("byline", _author(root))):
        if said:
            found.setdefault(name, said)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return found | ({"language": language} if language else {})


def _first(root: Element, tag: str) -> str:
    return next((said for one in root.iter(tag) if (said := said_by(one))), "")


def _author(root: Element) -> str:
    for one in root.iter("a", "span", "div", "p"):
        if one.get("rel") == "author" or one.get("itemprop") == "author":
            return said_by(one)
    return ""
