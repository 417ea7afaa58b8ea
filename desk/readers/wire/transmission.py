"""What messages of the wire in transmission signs (IPTC 7901, ANPA 1312) have in common: frame, head lines, tail."""

import re
from dataclasses import dataclass

from desk.readers.encoding import decoded
from desk.readers.unwrapped import lines_of
from desk.readers.wire.bodies import plain_paragraphs
from desk.readers.wire.story import WireFact, WireStory

_SIGNS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ENDS = ("=", "+", "^", "<")
"""Signs with which senders end a line of the head; `=` ends the head."""
_HEAD_LINES = 12
"""Lines among which a head ends: keywords, marks of the version, notes, headline, byline."""
_UNSIGNED_HEAD = 6
_NAMED = re.compile(r"(?i:by|von|par|por|door|av|af)\s+[A-ZÀ-Þ]")
_LONGEST_BYLINE = 70
_NOTE = re.compile(r"\(?(eds?|editors?|attn|attention|redaktion|achtung)\b[^a-z]*[:.,]", re.IGNORECASE)
_MOMENT = r"(?=.*(\d|\b(noon|midnight|(mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|freitag)\b))"
_EMBARGO = re.compile(
    r"\W*(((strictly |under (strict )?)?embargo(e?d)?\b\W*(until|till?|for release|to be released|not before|bis|jusqu|"
    rf"hasta|tot|fino)\b|(strictly )?embargo(ed)?\W*:|sperrfrist\b){_MOMENT}|"
    rf"(not for|hold for|no) (release|publication|use)\b(?=.*\b(until|till?|before|at)\b){_MOMENT})",
    re.IGNORECASE,
)
"""How a line begins that says until when nothing may be printed; "Embargo hits oil trade" is a headline."""
_LONGEST_EMBARGO = 150
_PICTURE = re.compile(r"\b(photos?|graphics?|videos?|croquis|bilder?|foto)\b", re.IGNORECASE)
_SLUG = re.compile(r"/\S+/?|\S*[a-z]\S*[-/]\S*|BC-.*", re.IGNORECASE)
_MARK = re.compile(r"[^a-zß-ÿ]{1,25}")
_FULL = 50
"""Characters from which a line of a headline is one that ran on into the next."""
_SENTENCE = (".", "!", "?", '"', "”", "»", ",", ";")
_TAIL = re.compile(
    r"^(#+ \w.*|\d{6} (GMT )?\w{3} \d\d\s*\Z|"
    r"\*( ?\*){2,}\s*|.*(not intended for publication|nicht zur ver[öo]ffentlichung).*)$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where what is for editors begins, below the story; the moment of sending is the last line of IPTC 7901."""

_CATEGORIES = {
    "a": "national",
    "e": "entertainment",
    "f": "finance",
    "i": "international",
    "n": "national",
    "p": "politics",
    "s": "sports",
    "w": "national",
}
"""The letters that IPTC 7901 and ANPA 1312 share; others differ from sender to sender."""
_LINE_END = re.compile(r"[<^]+ *$", re.MULTILINE)
"""ANPA ends the last line of a paragraph, and each of a table, by a sign."""
_SIGN_OFF = re.compile(r"\n\s*={2,}[^\n]*\Z")
"""The name of the agency below its last line."""


@dataclass(frozen=True, slots=True)
class Transmission:
    """One message: the lines before STX, and the text up to ETX."""

    header: str
    text: str


def framed(raw: bytes) -> tuple[Transmission, list[str]]:
    """Return the message in the bytes and what to tell of its encoding; without STX, its first line is the header."""
    before, start, text = raw.partition(b"\x02")
    if not start:
        lines = raw.lstrip(b"\x00\x01\x16\x7f \t\r\n")
        before, _, text = lines.partition(b"\n")
    text, _, _ = text.partition(b"\x03")
    heard, header = decoded(_SIGNS.sub(b"", text)), _SIGNS.sub(b" ", before).decode("cp1252", "replace")
    if heard is None:
        return Transmission(header, _SIGNS.sub(b"", text).decode("cp1252", "replace")), []
    return Transmission(header, heard.text), [] if text.isascii() else list(heard.notes)


def say_category(story: WireStory, category: str) -> None:
    """Take the category of a header for the section that it stands for."""
    story.say(WireFact.SECTION, _CATEGORIES.get(category[:1].lower()))


def take_text(story: WireStory, text: str, keyword: str = "") -> None:
    """Take the text of a message: facts from its head lines, the body, and what stands below it for editors."""
    lines = _without_embargo(story, lines_of(text))
    while lines and not lines[0].strip():
        del lines[0]
    end = _end_of_head(lines)
    _take_head(story, [line.strip() for line in lines[:end] if line.strip()], keyword)
    body = "\n".join(lines[end:])
    tail = _TAIL.search(body)
    if tail:
        story.say(WireFact.EDITORS_NOTE, body[tail.start() :])
        body = body[: tail.start()]
    body = _LINE_END.sub("\n", _SIGN_OFF.sub("", body.rstrip()))
    story.paragraphs += plain_paragraphs(body)


def _without_embargo(story: WireStory, lines: list[str]) -> list[str]:
    """Take the lines that say until when nothing may be printed, wherever they stand; return the others.

    They name the moment in words ("0600 GMT Tuesday"), so a person sets it: until then the story is embargoed.
    """
    told = [line for line in lines if _tells_embargo(line)]
    story.say(WireFact.EMBARGO, *(line.strip().rstrip("=+^< ").lstrip("^ ") for line in told))
    return [line for line in lines if line not in told]


def _tells_embargo(line: str) -> bool:
    said = _NOTE.sub("", line.strip().lstrip("^ "), count=1)
    return len(said) <= _LONGEST_EMBARGO and bool(_EMBARGO.match(said))


def _end_of_head(lines: list[str]) -> int:
    """Return how many lines the head has: up to its last signed line, else up to the first gap or indent."""
    first_gap = next((i for i, line in enumerate(lines) if _is_gap(line, i)), len(lines))
    signed = [i + 1 for i, line in enumerate(lines[:_HEAD_LINES]) if _signed(lines, i)]
    before = [end for end in signed if end <= first_gap or lines[end - 1].strip().endswith("=")]
    if before:
        return before[-1] if before[-1] > first_gap else first_gap if first_gap <= _HEAD_LINES else before[-1]
    last = lines[first_gap - 1].strip() if 0 < first_gap < len(lines) else ""
    return first_gap if last and first_gap <= _UNSIGNED_HEAD and not last.endswith(_SENTENCE) else 0


def _is_gap(line: str, at: int) -> bool:
    return not line.strip() or (at > 0 and line.startswith(("\t", "  ")))


def _signed(lines: list[str], at: int) -> bool:
    """Return whether a line is signed as one of the head; `<` ends paragraphs, too, so all above must be signed."""
    ended = lines[at].strip()
    return ended.endswith(("=", "+")) or all(line.strip().endswith(_ENDS) for line in lines[: at + 1])


def _take_head(story: WireStory, lines: list[str], keyword: str) -> None:
    rest = []
    for i, line in enumerate(lines):
        bare = line.rstrip("=+^< ").lstrip("^ ")
        if WireFact.BYLINE in story.facts and line.endswith("=") and lines[i - 1].endswith("="):
            story.facts[WireFact.BYLINE] += f", {bare}"
        elif _NAMED.match(bare) and len(bare) < _LONGEST_BYLINE:
            story.say(WireFact.BYLINE, bare)
        elif _NOTE.match(bare):
            story.say(WireFact.EDITORS_NOTE, bare)
        elif (keyword and bare.lower().startswith(keyword.lower()[:10])) or _SLUG.fullmatch(bare):
            story.say(WireFact.SLUGLINE, bare)
        elif bare:
            rest.append((line, bare))
    story.say(WireFact.HEADLINE, _headline(rest))


def _headline(lines: list[tuple[str, str]]) -> str:
    """Return the headline among the head lines left: the one so signed, else the last; a full line before runs on."""
    told = [(line, bare) for line, bare in lines if not (_MARK.fullmatch(bare) or _is_picture(bare))] or lines
    raised = [i for i, (line, _) in enumerate(told) if "^" in line]
    at = raised[0] if raised else len(told) - 1
    if at < 0:
        return ""
    parts = [told[at][1]]
    while at and len(told[at - 1][1]) >= _FULL and not told[at - 1][0].endswith(_ENDS):
        at -= 1
        parts.insert(0, told[at][1])
    return " ".join(parts)


def _is_picture(line: str) -> bool:
    return len(line) < _FULL and bool(_PICTURE.search(line))
