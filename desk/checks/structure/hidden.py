"""Characters that nobody sees: controls, bidirectional overrides, zero-width marks, halves of broken characters."""

import unicodedata
from collections.abc import Iterator

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.text.matcher import matcher
from desk.text.spans import Span

RULE = "structure.hidden-character"

_HIDDEN = matcher(
    "[\0-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and newline are text
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen and zero-width marks
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ud800-\udfff]+"  # halves of characters
)
_NAMED = {"\0": "a NUL character", "\u00ad": "a soft hyphen", "\ufeff": "a byte-order mark"}
_MOST = 20
"""Findings: beyond this many places one finding speaks for all of them."""
_MOST_EVIDENCE = 12


def hidden(text: str) -> Iterator[Finding]:
    """Yield a finding for each run of hidden characters, or one for all where there are many; linear in the text."""
    if text.replace("\n", "").replace("\t", "").isprintable():  # as nearly every text is: no character is hidden
        return
    spans = [Span(*match.span()) for match in _HIDDEN.finditer(text)]
    if len(spans) <= _MOST:
        yield from (_finding(text, [span]) for span in spans)
    else:
        yield _finding(text, spans)


def _finding(text: str, spans: list[Span]) -> Finding:
    first = spans[0]
    count = sum(map(len, spans))
    what = _name(text[first.start])
    message = f"Here stands {what}, which nobody sees." if count == 1 else f"Hidden characters: {count}, first {what}."
    title = "Delete it" if count == 1 else f"Delete all {count}"
    return Finding(
        Item.STRUCTURE,
        RULE,
        first,
        f"U+{ord(text[first.start]):04X}",
        message,
        suggestions=("",),
        severity=Severity.ERROR,
        evidence=tuple(Evidence(span) for span in spans[1 : _MOST_EVIDENCE + 1]),
        remedies=(Remedy(title, tuple(Edit(_with_space(text, span), "") for span in spans)),),
    )


def _with_space(text: str, span: Span) -> Span:
    """Return the span with the space behind it where one stands before it too: two words keep one between them."""
    both = text[span.start - 1 : span.start] == text[span.end : span.end + 1] == " "
    return Span(span.start, span.end + both)


def _name(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if "\ud800" <= character <= "\udfff":
        return "half of a broken character"
    name = unicodedata.name(character, "").lower()
    return f"a {name}" if name else f"a control character (U+{ord(character):04X})"
