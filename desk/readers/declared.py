"""Text of files that name their own encoding (XML, HTML): the bytes are believed before the name."""

import codecs
import html
import re

from desk.readers.encoding import decoded

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOK = 1024
"""Bytes within which HTML wants the name of the encoding (WHATWG, 4.2.5.4)."""
_NAMED = re.compile(rb"""(?:encoding\s*=\s*["']|charset\s*=\s*["']?)\s*([\w:.-]+)""", re.IGNORECASE)
_REFERENCE = re.compile(r"&(#\d{2,6}|#x[0-9a-f]{2,5}|[a-z][a-z0-9]*);", re.IGNORECASE)
_LARGER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso8859-9": "cp1254",
}
"""What browsers read under a name: the larger set that files with that name are written in (WHATWG Encoding, 4.2)."""


def declared_text(raw: bytes) -> tuple[str, list[str]]:
    """Return the text in these bytes and what the user should know about its encoding."""
    name = _name(raw)
    if not raw.startswith(_MARKS):
        if not raw.isascii() and (text := _strictly(raw, "utf-8")) is not None:
            return text, [_contradicted(name)] if name not in ("", "utf-8") else []
        if name not in ("", "utf-8", "utf-16") and (text := _leniently(raw, name)) is not None:
            return text, []
    heard = decoded(raw)
    if heard is None:
        return raw.decode("cp1252", "replace"), ["The file holds bytes that are no text: look for odd characters."]
    return heard.text, list(heard.notes)


def unescaped(text: str) -> str:
    """Return a text with names of characters (`&eacute;`) put in, which some senders escape twice."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    return html.unescape(reference[0])


def _name(raw: bytes) -> str:
    """Return Python's name of the encoding that a file names, empty for none and for one that nobody knows."""
    named = _NAMED.search(raw[:_LOOK])
    if named is None:
        return ""
    try:
        name = codecs.lookup(named[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    return _LARGER.get(name, name)


def _contradicted(name: str) -> str:
    return f"The file says that it is written in {name}, and is written in UTF-8: it was read as that."


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _leniently(raw: bytes, encoding: str) -> str | None:
    """Return the text with signs for bytes that the encoding has not, None where it is no encoding of text."""
    try:
        return raw.decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
