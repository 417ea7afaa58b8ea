"""“This” and “these” against the number of what they point at: “these house was sold”, “this new rules would help”."""

from collections.abc import Iterator

from desk.checks.grammar.clauses.subjects import FINITE
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.verb_forms import PLURAL_OF
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_DEMONSTRATIVE"
_SEVERAL = {"these": "this", "those": "that"}
_OPENING = frozenset({"and", "but", "that", "because", "when", "if", "while", ",", ";", "said", "says", "so", "as"})
_TELLING = frozenset({"JJ", "VBN", "JJR", "JJS"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_GOES_ON = frozenset({"VBD", "VBZ", "VBP", "MD", "IN", "TO", ".", "WDT", "WP", "VBN"})
"""What no noun follows that the several could belong to: sports and leisure centre, homes for heroes plan."""
_NO_VERB_ITSELF = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each word that points at one where several follow, or at several where one follows."""
    for at in range(len(sentence.low) - 3):
        if sentence.low[at] in _SEVERAL:
            yield from _one(sentence, at)
        elif sentence.low[at] == "this":
            yield from _several(sentence, at)


def _one(sentence: Tagged, at: int) -> Iterator[Slip]:
    """Yield a slip on “these house was”: a singular noun, and its verb in the singular."""
    low, tags, known = sentence.low, sentence.tags, clause_words()
    if at and low[at - 1] not in _OPENING:
        return
    head = at + 1
    while head < len(low) - 2 and tags[head] in _ADJECTIVES:
        head += 1
    if tags[head] != "NN" or low[head + 1] not in PLURAL_OF or tags[head + 1] not in FINITE:
        return
    noun = low[head]
    if noun.endswith(("s", "ing")) or noun in known.groups | known.no_plurals:
        return
    meant = _SEVERAL[low[at]]
    yield _slip(sentence, at, meant, f"“{noun}” is one: “{meant} {noun}”.")


def _several(sentence: Tagged, at: int) -> Iterator[Slip]:
    """Yield a slip on “this new rules would”; right beside each other the engine tells them."""
    low, tags, known = sentence.low, sentence.tags, clause_words()
    head = at + 1
    while (
        head < len(low) - 2
        and tags[head] in _ADJECTIVES
        and low[head] == sentence.words[head].text
        and head - at <= _MOST
    ):
        head += 1
    noun = low[head]
    if head == at + 1 or tags[head] != "NNS" or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return
    if noun in known.no_plurals | known.measures or not sentence.words[head].text.islower():
        return
    if low[head + 1] in ("'s", "for") or tags[head + 1] not in _GOES_ON or known.groups.intersection(low[at:head]):
        return
    before = tags[at - 1] if at else ""
    if before in ("IN", "TO") and low[at - 1] not in _OPENING:  # on this local leaders agree
        return
    saying = at > 0 and low[at - 1] in known.saying
    if before in _NO_VERB_ITSELF and tags[head + 1] in FINITE and not saying:  # because of this small boats stay
        return
    if at == 0 or before in _NO_VERB_ITSELF or low[at - 1] in _OPENING:
        yield _slip(sentence, at, "these", f"“{noun}” are several: “these”.")


_MOST = 3
"""Words that may stand between."""


def _slip(sentence: Tagged, at: int, meant: str, message: str) -> Slip:
    word = sentence.words[at]
    meant = meant.capitalize() if word.text[0].isupper() else meant
    return Slip(RULE, word.start, word.end, message, (meant,), "COPYDESK_CLAUSES", "grammar")
