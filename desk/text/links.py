"""Words of a text that lead somewhere: where they stand, which addresses are kept, and how edits carry them.

An address is data: nothing here or elsewhere opens one or loads what it names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from desk.errors import KnownError
from desk.text.change import Change
from desk.text.matcher import matcher
from desk.text.moving import pared
from desk.text.spans import Span
from desk.text.words import plural

_LONGEST = 8_000
"""Characters of an address; servers refuse longer ones (nginx and Apache from 8,190 bytes on)."""
_WEB = matcher(r"(https?)://[^\s/?#\\]+[^\\]*", re.IGNORECASE)
_MAIL = matcher(r"mailto:[^\s@?]+@[^\s@?]+(\?.*)?", re.IGNORECASE)
_UNTOLD = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Co", "Cn"})
"""Categories of characters that nobody sees, or that turn the reading direction round."""
_BARE_MAIL = matcher(r"[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+")
_BARE_HOST = matcher(r"[^\s:/?#@.\\]+(\.[^\s:/?#@.\\]+)+(:\d+)?([/?#].*)?")


@dataclass(frozen=True, slots=True, order=True)
class TextLink:
    """Words that lead somewhere; the span in code points."""

    span: Span
    address: str


Links: TypeAlias = tuple[TextLink, ...]
"""In text order, none empty, no two on the same words."""


def kept_address(said: str) -> str:
    """Return an address as it is kept, empty where it is none of the web or of mail (http, https, mailto).

    Browsers read an address without the tabs and line ends in it, and so it is judged.
    """
    address = re.sub(r"[\t\n\r]", "", said).strip()
    if len(address) > _LONGEST or not (_WEB.fullmatch(address) or _MAIL.fullmatch(address)):
        return ""
    return "".join(quote(sign, errors="replace") if unicodedata.category(sign) in _UNTOLD else sign for sign in address)


def address_typed(said: str) -> str:
    """Return what somebody typed for an address as it is kept; raises `KnownError` where it is none."""
    bare = said.strip()
    if _BARE_MAIL.fullmatch(bare):
        bare = f"mailto:{bare}"
    elif _BARE_HOST.fullmatch(bare):
        bare = f"https://{bare}"
    address = kept_address(bare)
    if not address:
        raise KnownError(
            f"“{said.strip()[:80]}” is no address of the web or of mail: write it as https://…, http://… or mailto:…"
        )
    return address


def links_of(text: str, found: Iterable[tuple[int, int, str]]) -> tuple[Links, int]:
    """Return the links that are kept of starts, ends and addresses found in a text, and how many were dropped.

    Words without a letter to click on, and places within the document itself (`#…`), are dropped without being counted.
    """
    kept: list[TextLink] = []
    dropped = 0
    for start, end, said in sorted(found):
        span = _bare(Span(start, end), text)
        if not len(span) or not said.strip() or said.strip().startswith("#"):
            continue
        address = kept_address(said)
        if not address:
            dropped += 1
        elif not kept or kept[-1].span.end <= span.start:
            kept.append(TextLink(span, address))
    return tuple(kept), dropped


def dropped_words(dropped: int) -> tuple[str, ...]:
    """Return in a sentence how many links were left out; nothing for none."""
    if not dropped:
        return ()
    return (f"{plural(dropped, 'link was', 'links were')} left out: addresses of web and mail alone are kept.",)


def followed(links: Links, change: Change) -> Links:
    """Return the links after an edit; one whose words went is gone.

    Words that were given another case, or that stand once in what took the place of a longer passage, are still there.
    """
    moved = (
        link if link.span.end < change.start else TextLink(_after(link.span, change), link.address) for link in links
    )
    return tuple(link for link in moved if len(link.span))


def _after(span: Span, change: Change) -> Span:
    if len(change.old) == len(change.new) and change.old.casefold() == change.new.casefold():
        return span
    left = pared(span, change)
    return left if len(left) or not change.new else _found_again(span, change)


def _found_again(span: Span, change: Change) -> Span:
    """Return where words that were replaced among others stand in the new ones; empty where that is not plain."""
    words = span.shifted(-change.start).of(change.old) if change.start <= span.start else ""
    plain = change.old.count(words) == change.new.count(words) == 1 if words.strip() else False
    start = change.start + change.new.index(words) if plain else change.start
    return Span(start, start + len(words) if plain else start)


def within(links: Links, span: Span) -> Links:
    """Return the links of a passage, counted from its start; those that go beyond it are cut."""
    cut = ((max(link.span.start, span.start), min(link.span.end, span.end), link.address) for link in links)
    return tuple(
        TextLink(Span(start - span.start, end - span.start), address) for start, end, address in cut if start < end
    )


def shifted(links: Links, by: int) -> Links:
    """Return the links as many code points further on."""
    return tuple(TextLink(link.span.shifted(by), link.address) for link in links)


def put(links: Links, new: Iterable[TextLink]) -> Links:
    """Return the links with new ones in the place of whatever stood on their words."""
    all_: list[TextLink] = list(links)
    for link in new:
        all_ = [part for one in all_ for part in _beside(one, link.span)]
        all_.append(link)
    return tuple(sorted(all_))


def link_at(links: Links, point: int) -> TextLink | None:
    """Return the link at a place, its edges among it; None where there is none."""
    return next((link for link in links if link.span.start <= point <= link.span.end), None)


def in_pieces(words: str, links: Links) -> Iterator[tuple[str, str]]:
    """Yield a passage in pieces, each with the address it leads to (empty for none); `links` are the passage's own."""
    at = 0
    for link in links:
        if at < link.span.start:
            yield words[at : link.span.start], ""
        yield link.span.of(words), link.address
        at = link.span.end
    if at < len(words) or not words:
        yield words[at:], ""


def links_plain(links: Sequence[TextLink]) -> list[list[Any]]:
    """Return links as plain values: start, end and address of each."""
    return [[link.span.start, link.span.end, link.address] for link in links]


def links_from(plain: Iterable[Any]) -> Links:
    """Return the links that `links_plain` was given; raises `ValueError` or `TypeError` for other values."""
    return tuple(TextLink(Span(int(start), int(end)), str(address)) for start, end, address in plain)


def _bare(span: Span, text: str) -> Span:
    """Return the span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _beside(link: TextLink, taken: Span) -> Iterator[TextLink]:
    """Yield what is left of a link beside words that another takes."""
    if not link.span.touches(taken):
        yield link
        return
    if link.span.start < taken.start:
        yield TextLink(Span(link.span.start, taken.start), link.address)
    if taken.end < link.span.end:
        yield TextLink(Span(taken.end, link.span.end), link.address)
