"""Small words that were lost where their neighbours cannot do without: “wants stop”, “has working at”, “one the”."""

from collections.abc import Callable, Iterator

from desk.checks.grammar.clauses.subjects import NOUNS
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.odds.model import language_model
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_LOST_WORD"
_HAVE = frozenset({"have", "has", "had", "'ve"})
_ABLE = frozenset({"able", "unable", "supposed", "willing", "ready", "eager"})
_THE = frozenset({"the", "his", "her", "their", "these", "those", "our", "its", "my"})
_BEFORE_ONE = frozenset({"VBZ", "VBP", "VBD", "VB", "VBN", "IN", "TO"})
_PREPOSITIONS = frozenset({"in", "over", "during", "for", "within", "of", "after", "from", "by"})
_ENDS = frozenset({".", "?", "!", '"', ")"})
_ORDERED = frozenset({"first", "last", "past", "next", "final"})
_FEW = frozenset({"few", "dozen", "hundred", "thousand", "third", "quarter", "half", "year", "decade", "million"})
_BEHIND_A_FORM = frozenset({"DT", "IN", "TO", "PRP$"})
_BEHIND_THE = frozenset({"JJS", "RBS", "JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip before each word that cannot stand where it does without a small word before it.

    In 1,060,000 words of copy six places are told, all of them slips.
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
    return low[at - 1] == "more" and low[at] == "a" and low[at + 1] in _FEW and at > 1 and low[at - 2] != "or"


def _the(sentence: Tagged, at: int) -> bool:
    """Return whether one of several stands without its article: “during first three months”."""
    low, tags = sentence.low, sentence.tags
    return (
        low[at - 1] in _PREPOSITIONS
        and low[-1] in _ENDS
        and low[at] in _ORDERED
        and tags[at + 1] == "CD"
        and tags[at + 2 : at + 3] == ("NNS",)
    )


def _to_by_odds(sentence: Tagged, at: int) -> bool:
    """Return whether a verb that another one brings has been read as a noun: “wants stop committees”."""
    low, tags, model = sentence.low, sentence.tags, language_model()
    verb, word, behind = low[at - 1], low[at], low[at + 1]
    if model is None or verb not in clause_words().infinitives or tags[at] not in ("NN", "VB", "VBP") or at < 2:
        return False
    if tags[at - 1][:2] != "VB" and not (tags[at - 1] in ("NNS", "NN") and tags[at - 2] in ("NNP", "PRP")):
        return False
    chance = model.chance
    pair = model.commonness(word, behind) > 0 or chance(behind, word) - chance(behind) > _AS_PAIR
    if model.commonness(verb, word) or verb in _NEEDS or not _is_done_to(sentence, at, pair):
        return False
    gain = chance("to", verb) + chance(word, "to", verb) - chance(word, verb)
    return chance("to", verb) > _BRINGS and gain > _GAINS and chance(word, "to") - chance(word) > _IS_VERB


_NEEDS = frozenset({"need", "needs", "needed"})
_AS_PAIR = 2.0
"""Natural logarithm: how far a verb calls for the word behind it, if both are a pair as work permits are."""
_BRINGS, _GAINS, _IS_VERB = -2.0, 3.4, 1.9
"""Natural logarithms: how likely “to” is behind the verb, what it gains here, and how far “to” calls for the word."""


def _is_done_to(sentence: Tagged, at: int, pair: bool) -> bool:
    """Return whether what follows is something done to, and no `pair` with the word, as work permits are."""
    tag, behind = sentence.tags[at + 1], sentence.low[at + 1]
    if tag in ("DT", "PRP$", "PRP"):
        return True
    if behind in _PARTICLES:
        return tag == "RP" or sentence.tags[at + 2 : at + 3] == ("DT",)
    return tag in ("NNS", "JJ", "NNP") and not pair


_PARTICLES = frozenset({"over", "up", "out", "down", "back", "off"})


def _the_most(sentence: Tagged, at: int) -> bool:
    """Return whether the best of several stand without their article: “one of most competitive”."""
    low, tags = sentence.low, sentence.tags
    if at < 3 or low[at - 1] != "of" or low[at - 2] not in _SOME_OF:
        return False
    return (tags[at] == "JJS" and low[at] != "most") or (tags[at] in ("RBS", "JJS") and tags[at + 1] == "JJ")


_SOME_OF = frozenset({"one", "some", "two", "three", "four"})


def _the_only(sentence: Tagged, at: int) -> bool:
    """Return whether “same”, or the first of several, stands without its article: “for first time on the coast”."""
    low, tags = sentence.low, sentence.tags
    if not sentence.words[at].text.islower() or low[-1] not in _ENDS:  # headlines have no articles
        return False
    if low[at - 1] not in _PREPOSITIONS | {"at", "since"} or tags[at + 1] != "NN" or tags[at - 1] != "IN":
        return False
    if tags[at + 2 : at + 3] in (("NN",), ("NNS",), ("NNP",)) or not low[at + 1].isalpha():
        return False
    return (low[at] == "same" and low[at + 1] != "sex") or (low[at] == "first" and low[at + 1] in _FIRSTS)


_FIRSTS = frozenset(
    {"time", "round", "quarter", "day", "week", "month", "year", "game", "match", "meeting", "debate", "phase", "stage"}
    | {
        "chapter",
        "act",
        "episode",
        "season",
        "term",
        "visit",
        "attempt",
        "part",
        "weekend",
        "night",
        "session",
        "trial",
    }
)
"""Of which one is the first of several; at first sight, in first class and of first instance have none."""
_WHOM = frozenset({"me", "him", "them", "us"})


def _in_year(sentence: Tagged, at: int) -> bool:
    """Return whether a year stands behind whom it was told: “the mayor told me 2014.”."""
    word = sentence.words[at].text
    told = sentence.low[at - 1] in _WHOM and at > 1 and sentence.tags[at - 2][:2] == "VB"
    return (
        told and len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and sentence.low[at + 1] in (".", ",")
    )


_LOST: tuple[tuple[str, Callable[[Tagged, int], bool]], ...] = (
    ("to", _to_before_verb),
    ("to", _to_by_odds),
    ("to", _to_behind),
    ("been", _been),
    ("of", _of_behind_one),
    ("than", _than),
    ("the", _the),
    ("the", _the_most),
    ("the", _the_only),
    ("in", _in_year),
)
