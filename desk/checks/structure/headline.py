"""A headline in capitals, put into title case without touching initialisms that the story uses."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset({"a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at", "to", "by", "as", "vs"})
_SHORTEST = 3


def all_capitals(text: str) -> bool:
    """Return whether a headline of three words or more stands in capitals altogether."""
    words = _WORD.findall(text)
    return len(words) >= _SHORTEST and text.upper() == text and sum(len(word) > 1 for word in words) >= _SHORTEST


def title_case(text: str, story: Iterable[str]) -> str:
    """Return the headline in title case; words that the story itself writes in capitals (NATO, US) keep them."""
    kept = {w for line in story for w in _WORD.findall(line) if len(w) > 1 and w.upper() == w}
    plain = {word.rstrip(".") for word in kept}
    parts: list[str] = []
    at = 0
    for match in _WORD.finditer(text):
        word, before = match.group(), text[at : match.start()]
        opens = not parts or ":" in before or "—" in before
        parts += [before, _word(word, opens=opens, keep=word in kept or word.rstrip(".") in plain)]
        at = match.end()
    return "".join(parts) + text[at:]


def _word(word: str, *, opens: bool, keep: bool) -> str:
    if keep or re.fullmatch(r"(?:[A-Z]\.)+(?:['’]S)?", word):
        return word
    if word.lower() in _SMALL and not opens:
        return word.lower()
    return "-".join(piece[:1] + piece[1:].lower() for piece in word.split("-"))
