"""Which texts are written for programs, by their first signs: web pages, XML, JSON, mails, messages of the wire."""

import json
import re
from enum import StrEnum

from desk.readers.element_names import BLOCKS, INLINE
from desk.readers.encoding import decoded


class Markup(StrEnum):
    """What a text with signs and tags is, in words for the user."""

    WEB = "a web page (HTML)"
    XML = "an XML file"
    JSON = "a JSON file"
    IPTC_7901 = "a wire message with its transmission signs (IPTC 7901)"
    ANPA = "a wire message with its transmission signs (ANPA 1312)"
    MAIL = "an e-mail with its headers"


_LOOK = 4096
_COMMENTS = r"(<!--.*?-->\s*)*"
_WEB = re.compile(
    rf"\s*({_COMMENTS}<(!doctype\s+html|html|head|body|meta|title|style|link)[\s>]|<!--StartFragment|Version:\d\.\d\s+StartHTML:)",
    re.IGNORECASE | re.DOTALL,
)
"""The second is what Windows puts before HTML on its clipboard."""
_XML = re.compile(r"\s*<\?xml\s")
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.:-]*)(\s[^<>]*)?>")
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_WEB_NAMES = BLOCKS | INLINE | {"html"}
_JSON = re.compile(r'\s*(\{\s*("(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(\{\s*"|\[|\]\s*$))')
_FILLERS = "\x00\x16\x7f \t\r\n"
"""What senders put before a message so that the line is awake: SYN and DEL."""
_7901 = re.compile(r"\x01?[A-Za-z]{2,4}\d{3,5} [1-9] [A-Za-z]{1,3} +\d{1,5}\b")
"""The first line of IPTC 7901: source and number, priority, category, count of words."""
_HEADED = re.compile(r"\x01[^\x00-\x08]{0,8}[A-Za-z]{2}")
"""The sign for the start of a header, with a header behind it: any file of bytes may begin with the sign alone."""
_ANPA = re.compile(r"\x01?[A-Za-z]\d{4}[^\n\x02]{0,40}(\x1f|\s[a-z] [a-z]\s*[\x11-\x14])|\x01[^\x02]{0,80}[\x11-\x14]")
"""The first lines of ANPA 1312: service level and number, selector code; priority, category, format signs."""
_MAIL = re.compile(r"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Received|MIME-Version|Message-ID):", re.IGNORECASE)


def markup_of(raw: bytes) -> Markup | None:
    """Return which kind of text for programs these bytes are, None for plain copy and what is no text."""
    head = raw[: 2 * _LOOK]
    heard = decoded(head) if b"\x01" not in head[:64] else None
    text = heard.text if heard else head.decode("latin-1")
    if text.lstrip()[:1] in ("{", "[", "<"):  # what decides may stand at the end
        whole = decoded(raw)
        text = whole.text if whole else text
    return markup_in(text)


def markup_in(text: str) -> Markup | None:
    """Return which kind of text for programs a text is, None for plain copy."""
    head = text[:_LOOK].lstrip("\ufeff")
    if _WEB.match(head):
        return Markup.WEB
    if _XML.match(head) or _closed_by_its_root(head, text):
        return Markup.WEB if root_name(text).lower() in _WEB_NAMES else Markup.XML
    if _JSON.match(head) or _is_json(text):
        return Markup.JSON
    if wire := _wire(head.lstrip(_FILLERS)):
        return wire
    return Markup.MAIL if _MAIL.match(head.replace("\r\n", "\n")) else None


def root_name(text: str) -> str:
    """Return the name of the root of a text in XML without its prefix, empty where none is found."""
    at = 1 if text.startswith("\ufeff") else 0
    while before := _BEFORE_ROOT.match(text, at):
        at = before.end()
    name = _NAME.match(text, at)
    return name[1] if name else ""


def _wire(head: str) -> Markup | None:
    if _ANPA.match(head):
        return Markup.ANPA
    return Markup.IPTC_7901 if _HEADED.match(head) or _7901.match(head) else None


def _closed_by_its_root(head: str, text: str) -> bool:
    """Return whether a text begins with an element that ends with it; a story may begin with a tag, not end so."""
    root = _ROOT.match(head)
    return root is not None and text.rstrip().endswith(f"</{root[1]}>") and text.count("<") > 3


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:
        return False
