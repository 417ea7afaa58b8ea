"""A headline in capitals, put into title case without touching initialisms that the story uses."""

import re
from collections.abc import Iterable

from desk.text.matcher import matcher

_WORD = matcher(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset({"a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at", "to", "by", "as", "vs"})
_SHORTEST = 3
_OWNED = matcher(r"['’]s$", re.IGNORECASE)
_INITIALS = matcher(r"(?:[A-Z]\.)+[A-Z]?")
_PIECE = matcher(r"^[A-Z]['’](?=\w{3})|[^-]+")


def all_capitals(text: str) -> bool:
    """Return whether a headline of three words or more stands in capitals altogether."""
    words = _WORD.findall(text)
    return len(words) >= _SHORTEST and text.upper() == text and sum(len(word) > 1 for word in words) >= _SHORTEST


def title_case(text: str, story: Iterable[str]) -> str:
    """Return the headline in title case; words that the story itself writes in capitals (NATO, US) keep them."""
    bases = (_OWNED.sub("", word) for line in story for word in _WORD.findall(line))
    kept = {base.rstrip(".") for base in bases if len(base) > 1 and base.upper() == base}
    parts: list[str] = []
    at = 0
    for match in _WORD.finditer(text):
        before = text[at : match.start()]
        parts += [before, _word(match.group(), kept, opens=not parts or ":" in before or "—" in before)]
        at = match.end()
    return "".join(parts) + text[at:]


def _word(word: str, kept: set[str], *, opens: bool) -> str:
    base = _OWNED.sub("", word)
    if base.rstrip(".") in kept or _INITIALS.fullmatch(base):
        return base + word[len(base) :].lower()
    if word.lower() in _SMALL and not opens:
        return word.lower()
    return _PIECE.sub(lambda piece: piece.group()[:1] + piece.group()[1:].lower(), word)  # O'Hara, War-Time
