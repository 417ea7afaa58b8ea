"""Adverbs without their -ly: “drove careful through the town”, “quick rejected the plan”, “was bad damaged”.

Only words are looked at that tell how something is done or how far, and of nobody what they are: who returned silent
may have been silent, what rose rapid cannot.
"""

from collections.abc import Iterator

from desk.checks.grammar.clauses.compound_words import LIMBS
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_ADVERB"
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG"})
_BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "'s", "'re"})
_ENDS = frozenset({"IN", "TO", ".", ","})
_NO_NOUN = frozenset({"IN", "TO", "."})
"""What no noun follows that the word could be an adjective of: a comma may part two (effective, low-cost vaccines)."""
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "PRP"})
_OBJECTS = frozenset({"DT", "PRP$", "NNP", "CD", "PRP", "TO"})
_WHOM = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS"})
_MADE = _VERBS | {"VBN", "MD"}
_ANYTHING = ("thing", "body", "one")
"""How the words for anything and anybody end, which have their adjective behind them: nothing serious."""
_ADJECTIVES = frozenset({"JJ", "RB", "NN"})
_GIVEN = frozenset(
    {"given", "compared", "based", "provided", "followed", "granted", "seen", "listed", "used", "needed"}
)
"""Participles that begin a phrase of their own: complete compared with."""
_OF_NOUNS = frozenset({"of", "as", "than"})
_COMPARING = frozenset({"as", "so", "too", "how", "more", "most", "less", "very"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each word that tells how something is done and has no -ly."""
    manners = clause_words().manners
    low, tags = sentence.low, sentence.tags
    for at in range(1, len(low) - 1):
        if low[at] not in manners or tags[at] not in _ADJECTIVES or not sentence.words[at].text.islower():
            continue
        if _is_done_so(sentence, at) or _is_done_to(sentence, at) or _does(sentence, at):
            meant = adverb_of(low[at])
            word = sentence.words[at]
            message = f"How something is done is told by “{meant}”."
            yield Slip(RULE, word.start, word.end, message, (meant,), "COPYDESK_CLAUSES", "grammar")


def adverb_of(word: str) -> str:
    """Return the adverb of an adjective that has a regular one."""
    if word.endswith("y"):
        return f"{word[:-1]}ily"
    if word.endswith("ic"):
        return f"{word}ally" if word != "public" else "publicly"
    return f"{word[:-1]}y" if word.endswith("le") else f"{word}ly"


def _is_done_so(sentence: Tagged, at: int) -> bool:
    """Return whether it stands behind a verb, with no noun that it could tell of: “drove careful through the town”."""
    low, tags = sentence.low, sentence.tags
    if tags[at - 1] not in _VERBS or low[at - 1] not in clause_words().doing:
        return False
    if low[at + 1] == "to" and (low[at] == "previous" or _WHOM.isdisjoint(tags[at + 2 : at + 3])):
        return False  # serious to critical injuries
    return tags[at + 1] in _NO_NOUN and low[at + 1] not in _OF_NOUNS


def _is_done_to(sentence: Tagged, at: int) -> bool:
    """Return whether it stands between “was” and what was done: “was unanimous approved”."""
    low, tags = sentence.low, sentence.tags
    if low[at - 1] not in _BE or tags[at + 1] != "VBN" or low[at + 1] in _GIVEN or at + 2 >= len(low):
        return False
    return tags[at + 2] in _ENDS and low[at + 1] not in LIMBS and not _COMPARING.intersection(low[max(0, at - 3) : at])


def _does(sentence: Tagged, at: int) -> bool:
    """Return whether it stands between a subject and its verb: “the council quick rejected the plan”.

    Behind another verb it may be what that makes of something: keeping the streets quiet took an effort.
    """
    low, tags = sentence.low, sentence.tags
    if tags[at] == "NN" or tags[at - 1] not in _SUBJECTS or tags[at + 1] != "VBD" or at + 2 >= len(low):
        return False
    if low[at + 1] in clause_words().auxiliaries or low[at + 1] in _GIVEN:
        return False
    makes = not _MADE.isdisjoint(tags[:at]) or any(word.endswith("ing") for word in low[: at - 1])
    return tags[at + 2] in _OBJECTS and not makes and not low[at - 1].endswith(_ANYTHING)
