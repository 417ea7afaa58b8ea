"""What readers must not see of a website: tags, entities, shortcodes, and letters read in a wrong code."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from desk.text.matcher import matcher

_TAG = (
    r"</?(?:a|abbr|b|blockquote|br|center|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|script"
    r"|small|span|strong|strike|style|sub|sup|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>\n]{0,200}=[^<>\n]{0,200})?\s?/?>|<!--[^\n]{0,300}?-->"
)
_ENTITY = r"&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});"
_SHORTCODE = (
    r"\[/?(?:audio|caption|embed|gallery|playlist|video|pullquote|infobox|shortcode)(?:\s[^\]\n]{0,300})?\]"
    r"|\[\w[\w-]{1,30}(?: [\w-]{1,30}=[\"“”'][^\]\n]{0,200})+\]|\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}"
)
_READ_OUT = r"^(?:Image|Media) caption, "
"""What a page says to those who hear it, pasted with the caption that it stands before."""
_CODE = matcher(
    f"(?P<tag>{_TAG})|(?P<entity>{_ENTITY})|(?P<shortcode>{_SHORTCODE})|(?P<reading>{_READ_OUT})", re.IGNORECASE
)
_WHAT = {
    "tag": "a tag of HTML",
    "entity": "a character as HTML writes it",
    "shortcode": "a shortcode of a website",
    "reading": "what a page says to those who hear it",
}

_UNDEFINED = "\x81\x8d\x8f\x90\x9d"
"""Bytes that Windows-1252 has no character for; programs leave them as they are."""
_BYTES = {bytes([b]).decode("cp1252"): b for b in range(0x80, 0x100) if chr(b) not in _UNDEFINED} | {
    chr(b): b for b in range(0x80, 0x100)
}
_LOST_QUOTE = "â€(?=[\\s.,;:!?)]|$)"
"""A closing quotation mark whose last byte, for which there is no character, a program left out."""
_BEHIND = "".join(re.escape(c) for c, b in _BYTES.items() if b < 0xC0)
_GARBLED = matcher(f"(?:[Â-ßâð][{_BEHIND}]{{1,3}})+|{_LOST_QUOTE}")
_MENDED = matcher("[\u00a0-\u024f\u2010-\u203a\u20a0-\u20bf\u2122\u2190-\u21ff\U0001f300-\U0001faff\ufe0f]+")
"""Letters of western languages, marks, currencies and pictures: what stands in such a text once it is mended."""


class PageCode(NamedTuple):
    """A place in a block (code points of it), what stands there in words, and what it should be.

    `closed` is the place of what closes it and goes with it ("<b>" and "</b>").
    """

    start: int
    end: int
    what: str
    better: str
    closed: tuple[int, int] | None = None


def page_code(flat: str) -> Iterator[PageCode]:
    """Yield each place of a block that a website's code shows at, in order; `flat` has each soft wrap as a space."""
    if "<" in flat or "&" in flat or "[" in flat or "{" in flat or flat[:2] in ("Im", "Me"):
        yield from _paired([match for match in _CODE.finditer(flat) if _is_code(match)])
    if not flat.isascii():
        for match in _GARBLED.finditer(flat):
            better = "”" if match.group() == "â€" else mended(match.group())
            if better != match.group():
                yield PageCode(*match.span(), "letters that were read in a wrong code", better)


def _paired(found: list[re.Match[str]]) -> Iterator[PageCode]:
    """Yield each place once: what closes another is told with what it closes; linear in their number."""
    opened: dict[str, list[int]] = {}
    closed: dict[int, tuple[int, int]] = {}
    taken: set[int] = set()
    for i, match in enumerate(found):
        name = _NAME.match(match.group())
        if name is None:
            continue
        if not name["closes"]:
            opened.setdefault(name["name"].lower(), []).append(i)
        elif waiting := opened.get(name["name"].lower()):
            closed[waiting.pop()] = match.span()
            taken.add(i)
    yield from (_code(match)._replace(closed=closed.get(i)) for i, match in enumerate(found) if i not in taken)


_NAME = matcher(r"[<\[](?P<closes>/?)(?P<name>\w[\w-]*)")


def _is_code(match: re.Match[str]) -> bool:
    return match.lastgroup != "entity" or html.unescape(match.group()) != match.group()


def _code(match: re.Match[str]) -> PageCode:
    kind = match.lastgroup or ""
    better = html.unescape(match.group()).replace("\u00a0", " ") if kind == "entity" else ""
    return PageCode(*match.span(), _WHAT[kind], better)


def mended(garbled: str) -> str:
    """Return the letters that UTF-8 read as Windows-1252 stands for ("é" for "Ã©"), once or more often; else itself."""
    try:
        better = bytes(_BYTES[c] for c in garbled).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return garbled
    again = mended(better)
    if again != better:
        return again
    return better if _MENDED.fullmatch(better) else garbled
