"""Where another form of a name is written on purpose: said to be another name, marked, or quoted as the wrong one."""

import re
from dataclasses import replace

from desk.checks.names.group import StoryNames
from desk.checks.names.suspicion import Suspicion
from desk.text.matcher import matcher
from desk.text.spans import Span

_GLOSS = matcher(
    r"\b(?:(?:also|formerly|previously|once|then|now|better|officially|widely|variously|sometimes|often) "
    r"(?:known|called|named|spel(?:t|led)|written|transliterated|rendered)(?: as)?"
    r"|formerly|previously|a\.?k\.?a\.?|née|né|alias|born)[ ,]+(?:the )?[“\"‘']?$",
    re.IGNORECASE,
)
"""What stands right before a name that is said to be another one of the same: "also known as", "formerly"."""
_GLOSS_REACH = 48
_MARKED = matcher(r"['’\"”]?\s?[\[(]\s?(?:sic|cq)\b", re.IGNORECASE)
_NOTE = matcher(
    r"^\W*(?:corrections?|clarifications?|editor['’]s note|amend(?:ed|ment))\b"
    r"|\bthis (?:article|story|report|piece) (?:was|has been) (?:amended|corrected|updated)\b"
    r"|\b(?:earlier|previous) (?:version|edition)\b|\bmis-?(?:spel(?:t|led)|spelling|identified|named|stated)\b"
    r"|\b(?:wrongly|incorrectly|mistakenly) (?:spel(?:t|led)|named|called|identified|gave|referred)\b",
    re.IGNORECASE,
)
"""A note that says which name was wrong, and so must have it."""
_LONGEST_NOTE = 700


def less_what_is_meant(story: StoryNames, suspicion: Suspicion) -> Suspicion | None:
    """Return the suspicion without the places where the departing form is meant; None where none is left."""
    if not suspicion.kept:
        return suspicion
    left = tuple(span for span in suspicion.departing if not _is_meant(story, span))
    if len(left) == len(suspicion.departing):
        return suspicion
    return replace(suspicion, departing=left) if left else None


def _is_meant(story: StoryNames, span: Span) -> bool:
    text = story.text
    if _MARKED.match(text, span.end):
        return True
    before = " ".join(text[max(0, span.start - _GLOSS_REACH) : span.start].split(" ")).replace("\n", " ")
    return bool(_GLOSS.search(before)) or _is_in_a_note(story, span)


def _is_in_a_note(story: StoryNames, span: Span) -> bool:
    block = story.block_at(span.start)
    return len(block.text) <= _LONGEST_NOTE and bool(_NOTE.search(block.flat))
