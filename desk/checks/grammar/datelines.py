"""Where a paragraph's first sentence begins: behind its dateline, which would hide the head of the sentence."""

import re

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,]+(?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+\.?|\d{1,2}|U\.S\.))*"
    r"(?: ?[(/][A-Z][\w./ -]{1,30}[)/])?\s?(?:—|–|--|-)\s+(?=[“\"‘']?[A-Z])"
)
LONGEST = 60  # code points


def after_dateline(text: str) -> int:
    """Return where the first sentence of a block begins, in code points: behind a dateline, else at 0."""
    found = _DATELINE.match(text[:LONGEST])
    return found.end() if found else 0
