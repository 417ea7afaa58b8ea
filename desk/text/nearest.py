"""What somebody meant who wrote a word slightly wrong."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word that is most like `word`, capitals aside; empty where none is as like as `likeness`."""
    from difflib import get_close_matches  # 10 ms, and most words are right

    by_plain = {one.casefold(): one for one in known}
    found = get_close_matches(word.strip().casefold(), by_plain, 1, likeness)
    return by_plain[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question for the end of a sentence, a space before it; empty where nothing is near."""
    meant = nearest(word, known)
    return f" (did you mean “{meant}”?)" if meant else ""
