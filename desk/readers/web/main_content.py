"""Where the story stands on a page of the web: paragraphs speak for the element around them, links against it.

First goes what names itself furniture (navigation, forms, boxes called "related"), then the element that the page marks
as the story counts, else the one whose paragraphs hold the most words. Neighbours that read like it belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.readers.element_names import HEADINGS, NOWHERE, words
from desk.readers.safe_xml import Element
from desk.readers.web.elements import name_of
from desk.readers.web.style import WebStyle, hidden

_PROGRAMS = re.compile(r"microsoft word|libreoffice|openoffice|google docs|pandoc|wps office|pages", re.IGNORECASE)
_FURNITURE = words("nav aside footer header form dialog menu")
_FURNITURE_ROLES = words("navigation complementary banner contentinfo search dialog alert toolbar menu menubar")
_CALLED = re.compile(
    r"(^|[-_ ])(ad|ads|advert\w*|adunit|banner|breadcrumbs?|byline|comments?|cookies?|consent|disqus|share|sharing|"
    r"social|sidebar|side-bar|related|recirc\w*|recommend\w*|promo\w*|newsletter|subscribe|subscription|signup|"
    r"sign-up|menu|nav|navigation|toolbar|popular|trending|most-read|outbrain|taboola|sponsor\w*|paywall|tags|footer|"
    r"masthead|popup|modal|hidden|skip|widget|more-stories|read-more|readmore|print-only|screen-reader\w*|sr-only|"
    r"visually-?hidden)($|[-_ ])"
)
_STORY = re.compile(r"article[-_]?body|story[-_]?body|entry[-_]?content|post[-_]?content|article[-_]?text")
_TALK = words("comments comment-list commentlist comments-area comment-section disqus_thread respond")
_PARAGRAPHS = words("p pre blockquote li td dd h2 h3 h4 div section article span")
_BOXES = words("div section ul ol dl table figure span")
_MOST = 0.4
"""Share of a page's words from which a box is no furniture, whatever it is called."""
_SHORT = 25
"""Characters below which a paragraph says nothing about where the story is."""
_SENTENCE = 80
"""Characters from which words in an element of their own read as a paragraph; bullets and labels are shorter."""
_MOSTLY = 0.6
_INSETS = words("div section aside")
_LINKED = 0.5
_CREDIT_WORDS = 20
"""Words below which a box around a picture holds its credit and no story."""


@dataclass(slots=True)
class WebWeight:
    """How many characters of words an element holds, how many of them in links, how many stand in it directly."""

    text: int = 0
    linked: int = 0
    own: int = 0
    pictures: int = 0

    @property
    def density(self) -> float:
        """Share of the words that stand in links."""
        return self.linked / self.text if self.text else 0.0


def is_page(root: Element) -> bool:
    """Return whether HTML is a page of the web rather than a document, a clipboard or a fragment."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in ("generator", "progid") and _PROGRAMS.search(meta.get("content") or ""):
            return False
    if next(root.iter("nav", "main", "article", "footer", "form", "iframe"), None) is not None:
        return True
    return any(one.get("src") for one in root.iter("script")) or any(
        (one.get("rel") or "").lower() in ("stylesheet", "canonical") for one in root.iter("link")
    )


def main_content(root: Element) -> tuple[list[Element], set[Element]]:
    """Return the elements that hold the story, in order, and those within them to pass by."""
    weights = _weights(root)
    most = _MOST * weights[root].text
    without = {one for one in root.iter() if _is_furniture(one) and (weights[one].text < most or _is_talk(one))}
    scores = _scores(root, weights, without)
    if not scores:
        return [root], without
    best = max(scores, key=lambda one: scores[one] * (1 - weights[one].density))
    roots = _marked(root, weights, weights[best].text) or list(_with_neighbours(best, scores, weights, without))
    boxes = {one for top in roots for one in top.iterdescendants() if _is_box(one, weights)}
    boxes |= {one for top in roots for one in top.iter(*HEADINGS) if one.getnext() in boxes}
    return roots, without | boxes | {one for top in roots for one in _insets(top, weights)}


def _weights(root: Element) -> dict[Element, WebWeight]:
    weights: dict[Element, WebWeight] = {}
    for one in reversed(list(root.iter())):
        weight = WebWeight()
        if name_of(one) in ("img", "picture", "video"):
            weight.pictures = 1
        elif name_of(one) not in NOWHERE and not hidden(one, WebStyle.of(one)):
            weight.own = len((one.text or "").strip()) + sum(len((sub.tail or "").strip()) for sub in one)
            for sub in (weights[sub] for sub in one):
                weight.text, weight.linked = weight.text + sub.text, weight.linked + sub.linked
                weight.pictures += sub.pictures
            weight.text += weight.own
            if name_of(one) == "a" and one.get("href"):
                weight.linked = weight.text
        weights[one] = weight
    return weights


def _is_furniture(element: Element) -> bool:
    name = name_of(element)
    if name in _FURNITURE or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if name in ("html", "body", "article", "main", "p") or name in HEADINGS:
        return False
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(_CALLED.search(called)) and not _STORY.search(called)


def _is_talk(element: Element) -> bool:
    """Return whether these are the comments of readers, which may be longer than the story."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return not _TALK.isdisjoint(called) and next(element.iter("h1", "article"), None) is None


def _scores(root: Element, weights: dict[Element, WebWeight], without: set[Element]) -> dict[Element, float]:
    """Return how much the paragraphs in elements say for them: all to the parent, half to the next, a third on."""
    scores: dict[Element, float] = {}
    for one in _seen(root, without):
        weight = weights[one]
        plain = weight.text - weight.linked
        if name_of(one) not in _PARAGRAPHS or weight.own < _SHORT or plain < _SHORT:
            continue
        worth = 1 + min(plain / 100, 5)
        for share, holder in zip((1, 2, 3), _holders(one), strict=False):
            scores[holder] = scores.get(holder, 0) + worth / share
    return scores


def _holders(element: Element) -> Iterator[Element]:
    if name_of(element) in ("div", "section", "article", "td"):  # words that stand in a box without a paragraph
        yield element
    yield from element.iterancestors()


def _seen(root: Element, without: set[Element]) -> Iterator[Element]:
    if root in without or name_of(root) in NOWHERE:
        return
    yield root
    for one in root:
        yield from _seen(one, without)


def _marked(root: Element, weights: dict[Element, WebWeight], least: int) -> list[Element]:
    """Return the elements that the page itself marks as the story, where they hold half of `least` characters."""
    marked = [one for one in root.iter() if "articlebody" in (one.get("itemprop") or "").lower().split()]
    known = set(marked)
    outer = [one for one in marked if known.isdisjoint(one.iterancestors())]
    return outer if sum(weights[one].text for one in outer) > least / 2 else []


def _with_neighbours(
    best: Element, scores: dict[Element, float], weights: dict[Element, WebWeight], without: set[Element]
) -> Iterator[Element]:
    """Yield the best element and those beside it that read like it."""
    parent = best.getparent()
    if parent is None:
        yield best
        return
    enough = max(5.0, 0.2 * scores.get(best, 0.0))
    for one in parent:
        weight = weights.get(one, WebWeight())
        told = name_of(one) == "p" and weight.text > 80 and weight.density < 0.25
        if one is best or (one not in without and (told or scores.get(one, 0.0) >= enough)):
            yield one


def _insets(top: Element, weights: dict[Element, WebWeight]) -> Iterator[Element]:
    """Yield the boxes among paragraphs that stand side by side and are the story: highlights, galleries, buttons."""
    told = sum(weights[one].text for one in top if name_of(one) == "p")
    if told < _MOSTLY * weights[top].text:
        return
    for one in top:
        inner = sum(1 for sub in one.iterdescendants() if name_of(sub) in _PARAGRAPHS)
        if name_of(one) in _INSETS and (inner or weights[one].linked) and not _tells(one, weights):
            yield one


def _tells(box: Element, weights: dict[Element, WebWeight]) -> bool:
    """Return whether a box holds what stories are made of: half its words stand in sentences by themselves."""
    sentences = sum(weights[one].text for one in box.iter() if weights[one].own >= _SENTENCE)
    return sentences >= weights[box].text / 2


def _is_box(element: Element, weights: dict[Element, WebWeight]) -> bool:
    """Return whether an element within the story is a list of links, or a picture with no more than its credit."""
    if name_of(element) not in _BOXES:
        return False
    weight = weights[element]
    if weight.text and weight.density >= _LINKED and len(list(element.iter("a"))) > 1:
        return True
    if not weight.pictures or next(element.iter("figcaption", "p"), None) is not None:
        return False
    return weight.text < _CREDIT_WORDS * 6
