"""Two or three words typed twice in a row: “the captain of captain of the ferry”, “in the in the harbour”."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_PHRASE_TWICE"
_TWICE = re.compile(r"(?<![\w'’-])(?P<phrase>(?P<first>[a-z]+) (?:[a-z]+ )?(?P<last>[a-z]+)) (?P=phrase)(?![\w'’-])")
_NEVER_TWICE = frozenset({"the", "a", "an", "of", "its", "their", "our"})
"""A phrase that ends with them stands twice by accident alone."""
_LEADS = re.compile(r"\b(?:who|whoever|what|whatever|which|that|those|all)\b[^.;:!?]{0,40}$", re.IGNORECASE)
"""They begin a clause that may end with the words with which the sentence goes on: whoever wants to wants to."""

_SOMEBODY = re.compile(r"(?:\b(?:i|he|she|it|we|you|they)|(?!(?:The|An?|Its|Their|Our) )[A-Z][\w'’-]*) $")
"""Who may have done it in a clause of their own: the harbour she spoke of spoke of war."""


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each such phrase; rows (more and more and more, day by day by day) are left in peace."""
    for found in _TWICE.finditer(text):
        if _is_slip(text, found):
            phrase = found["phrase"]
            message = f"“{phrase}” stands twice in a row."
            yield Slip(RULE, *found.span(), message, (phrase,), "COPYDESK_FORMS", "duplication")


def _is_slip(text: str, found: re.Match[str]) -> bool:
    words = found["phrase"].split(" ")
    if len(set(words)) < len(words) or _goes_on_in_a_row(text, found):
        return False
    if found["last"] == "of" and _may_be_of_its_own(words):
        return False
    if found["last"] in _NEVER_TWICE:
        return not (found["last"] == "of" and _SOMEBODY.search(text, 0, found.start()))
    brings = found["last"] == "to" and words[-2] in clause_words().infinitives  # the man he spoke to spoke to me
    return brings and not _LEADS.search(text, 0, found.start())


def _may_be_of_its_own(words: Sequence[str]) -> bool:
    """Return whether a part, a place, the best or somebody's kin may have one again: the heart of the heart of."""
    return words[0] in ("the", "a", "an") and words[1] not in _ALONE


_ALONE = frozenset(
    {"one", "some", "many", "most", "all", "both", "none", "several", "captain", "mayor", "number", "lot"}
)
"""Of which there is no second one within."""


def _goes_on_in_a_row(text: str, found: re.Match[str]) -> bool:
    before = re.search(r"([a-z]+) $", text[: found.start()], re.I)
    after = re.match(r",? ([a-z]+)", text[found.end() :], re.I)
    return (before is not None and before[1].casefold() == found["last"]) or (
        after is not None and after[1].casefold() == found["first"]
    )
