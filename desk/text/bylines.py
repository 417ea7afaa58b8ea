"""Which line says who wrote a story, by its words alone."""

from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher

_NO_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|july|(?:sept|nov|dec)ember|october"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽ"
NAME = (
    rf"[{_CAPITAL}][\w.'’-]*(?: (?:de|del|van|von|der|den|bin|al|el|la|le|da|dos|Mc|O’)?[{_CAPITAL}]?[\w.'’-]+){{0,4}}"
)
"""A pattern of one name in a line that names people, with what may stand within it."""
_BY = matcher(
    rf"^(?i:by|(?:words|reported|written|story|text|obituary|reviewed|review|interview|analysis) by)[: ]+"
    rf"(?:the (?=(?:[{_CAPITAL}][\w.'’-]* ){{0,4}}(?:staff|newsroom|team|desk|reporters)$))?(?!(?i:{_NO_NAME})\b){NAME}"
    rf"(?:(?:,| and| &|, and) {NAME})*(?:[,|/•–—-].{{0,60}})?$"
)
_FROM = matcher(
    rf"^From [{_CAPITAL}][\w.'’-]*(?: [{_CAPITAL}][\w.'’-]*){{1,3}}, [{_CAPITAL}][\w'’-]+(?: [{_CAPITAL}][\w'’-]+)?$"
)
"""“From Ibrahim Danjuma, Lokoja”: where the correspondent wrote from stands behind the name."""
_LONGEST = 120
_REACH = 400
"""Code points of a text that are looked at."""
_PARTICLES = ("de", "del", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "da", "dos")
_SMALL = frozenset((*_PARTICLES, "and", "&", "of", "for", "the", "in"))
"""Words in small letters that stand in the name, or in the office, of whoever wrote a story."""


@kept_by_passage
def byline(text: str) -> bool:
    """Return whether the line says who wrote the story ("By Orla Whitcombe"); kept, for it is asked after each edit."""
    flat = " ".join(text[:_REACH].split())
    return len(flat) <= _LONGEST and bool(_BY.match(flat) or _FROM.match(flat))


def plainly_byline(line: str) -> bool:
    """Return whether one line of several is a byline, and no beginning of a sentence ("By Christmas they had gone")."""
    words = line.split()
    named = len(words) > 1 and all(word in _SMALL or word[0].isupper() for word in words)
    return named and line[-1] not in ".!?;:" and byline(line)
