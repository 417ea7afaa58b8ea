"""IPTC 7901 (Recommended Message Format, 1981 to 1995): a header line, STX, text, ETX; many leave the signs away."""

import re

from desk.readers.document import Document
from desk.readers.wire.story import WireFact, WireStory
from desk.readers.wire.transmission import framed, say_category, take_text

_HEADER = re.compile(r"(?P<id>[A-Za-z]{2,4}\d{3,5}) (?P<priority>[1-9]) (?P<category>[A-Za-z]{1,3}) +\d{1,5}\b[^\n]*")


def read_iptc_7901(raw: bytes) -> Document:
    """Return the document in the bytes of a message in IPTC 7901."""
    message, told = framed(raw)
    story = WireStory(warnings=told)
    header = _HEADER.search(message.header)
    if header:
        story.say(WireFact.ID, header["id"])
        story.say(WireFact.URGENCY, header["priority"])
        say_category(story, header["category"])
        keywords = [line.strip() for line in message.header[header.end() :].splitlines() if line.strip()]
        story.say(WireFact.KEYWORDS, *keywords)
    take_text(story, message.text)
    return story.document()
