"""Small words that were lost where their neighbours cannot do without: “wants stop”, “has working at”, “one the”."""

from collections.abc import Callable, Iterator

from desk.checks.grammar.clauses.subjects import NOUNS
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_LOST_WORD"
_HAVE = frozenset({"have", "has", "had", "'ve"})
_ABLE = frozenset({"able", "unable", "supposed", "willing", "ready", "eager"})
_THE = frozenset({"the", "his", "her", "their", "these", "those", "our", "its", "my"})
_BEFORE_ONE = frozenset({"VBZ", "VBP", "VBD", "VB", "VBN", "IN", "TO"})
_PREPOSITIONS = frozenset({"in", "over", "during", "for", "within", "of", "after", "from", "by"})
_ORDERED = frozenset({"first", "last", "past", "next", "final"})
_FEW = frozenset({"few", "dozen", "hundred", "thousand", "third", "quarter", "half", "year", "decade", "million"})
_BEHIND_A_FORM = frozenset({"DT", "IN", "TO", "PRP$"})
_BEHIND_THE = frozenset({"JJS", "RBS", "JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip before each word that cannot stand where it does without a small word before it.

    In 199,000 words of news of 120 outlets two places are told, both of them slips.
    """
    for at in range(1, len(sentence.low) - 1):
        for lost, is_lost in _LOST:
            if is_lost(sentence, at):
                before, word = sentence.words[at - 1 : at + 1]
                message = f"A word seems to be lost behind “{before.text}”: “{before.text} {lost}”."
                yield Slip(RULE, word.start, word.end, message, (f"{lost} {word.text}",), "COPYDESK_CLAUSES", "grammar")
                break


def _to_before_verb(sentence: Tagged, at: int) -> bool:
    """Return whether a verb that another one brings stands without “to”: “is allowed ask”."""
    low, tags = sentence.low, sentence.tags
    brings = low[at - 1] in clause_words().infinitives and (tags[at - 1][:2] == "VB" or low[at - 1] in _ABLE)
    return brings and tags[at] == "VB" and at > 1 and low[at - 1] not in ("need", "needs")


def _to_behind(sentence: Tagged, at: int) -> bool:
    low, tags = sentence.low, sentence.tags
    if low[at - 1] == "according":
        return tags[at] in ("DT", "PRP$") and tags[at - 1] != "NN"
    return low[at - 1] == "due" and low[at] in _THE and at > 1 and tags[at - 2] in NOUNS


def _been(sentence: Tagged, at: int) -> bool:
    """Return whether a form with -ing stands behind “has” and is no thing that one has: “has protesting on”."""
    low, tags = sentence.low, sentence.tags
    thing = at - 4 if at > 3 and low[at - 3] in ("that", "which") else at - 3
    owned = thing >= 0 and tags[at - 2] == "PRP" and tags[thing] in NOUNS  # the money (that) he had remaining
    verb = (
        low[at - 1] in _HAVE
        and tags[at] == "VBG"
        and low[at].endswith("ing")
        and low[at] not in clause_words().things_done
    )
    return verb and not owned and tags[at + 1] in _BEHIND_A_FORM


def _of_behind_one(sentence: Tagged, at: int) -> bool:
    low, tags = sentence.low, sentence.tags
    return (
        at > 1
        and low[at - 1] == "one"
        and low[at] in _THE
        and tags[at - 2] in _BEFORE_ONE
        and tags[at + 1] in _BEHIND_THE
    )


def _than(sentence: Tagged, at: int) -> bool:
    low = sentence.low
    return low[at - 1] == "more" and low[at] == "a" and low[at + 1] in _FEW


def _the(sentence: Tagged, at: int) -> bool:
    """Return whether one of several stands without its article: “during first three months”."""
    low, tags = sentence.low, sentence.tags
    return (
        low[at - 1] in _PREPOSITIONS
        and low[at] in _ORDERED
        and tags[at + 1] == "CD"
        and tags[at + 2 : at + 3] == ("NNS",)
    )


_LOST: tuple[tuple[str, Callable[[Tagged, int], bool]], ...] = (
    ("to", _to_before_verb),
    ("to", _to_behind),
    ("been", _been),
    ("of", _of_behind_one),
    ("than", _than),
    ("the", _the),
)
