"""ANPA 1312 (American Newspaper Publishers Association, 1979 to 1989): seven bits, with signs of its own for type."""

import re

from desk.readers.document import Document
from desk.readers.unwrapped import lines_of
from desk.readers.wire.story import WireFact, WireStory
from desk.readers.wire.transmission import framed, say_category, take_text

_HEADER = re.compile(r"(?P<id>\A\W*[a-z]\d{4})|(?P<priority>\b[a-z]) (?P<category>[a-z])\b", re.IGNORECASE)
_LABEL = re.compile(r"(?P<keyword>\S.*?)\s+\d\d-\d\d\s+\d{3,5}\s*$", re.MULTILINE)
_FORMAT = re.compile(r"^\s*[a-z] [a-z]\b\s*(ht\b|tt?\b)?", re.IGNORECASE)
"""Priority, category, and the format signs where a sender wrote them out."""
_PRIORITIES = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "a": "5", "s": "5"}
"""Urgency by the priority of the header: flash, bulletin, urgent, regular, deferred, advance, weekend advance."""
_COLUMN = re.compile(r";(?=\S)")
_SIGNS = (("``", "“"), ("''", "”"), ("`", "‘"), ("{", "½"), ("|", " "))
_DASH = re.compile(r"(?<![^\s])_(?=\s)|(?<=[\w,.\"”])_(?=\s)|__+")


def read_anpa(raw: bytes) -> Document:
    """Return the document in the bytes of a message in ANPA 1312."""
    message, told = framed(raw)
    story = WireStory(warnings=told)
    keyword = _take_header(story, message.header)
    take_text(story, _in_type(message.text), keyword)
    return story.document()


def _take_header(story: WireStory, header: str) -> str:
    for found in _HEADER.finditer(header):
        story.say(WireFact.ID, (found["id"] or "").strip())
        story.say(WireFact.URGENCY, _PRIORITIES.get((found["priority"] or "").lower()))
        say_category(story, found["category"] or "")
    label = _LABEL.search(header)
    keyword = _FORMAT.sub("", label["keyword"]).strip() if label else ""
    story.say(WireFact.SLUGLINE, keyword)
    return keyword


def _in_type(text: str) -> str:
    """Return the text with its signs as they are set: `<` and `^` end a line, `_` is a dash, `{` a half."""
    lines = []
    for line in lines_of(text):
        ended = line.rstrip().endswith("<")
        lines.append(_set(_COLUMN.sub("   \t", line) if ended and line.count(";") > 1 else line))
    return "\n".join(lines)


def _set(line: str) -> str:
    for sign, letter in _SIGNS:
        line = line.replace(sign, letter)
    return _DASH.sub("—", line)
