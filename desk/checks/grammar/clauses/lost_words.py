"""Small words that were lost where their neighbours cannot do without: “wants stop”, “has working at”, “one the”."""

from collections.abc import Callable, Iterator

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS
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
_FEW = frozenset({"few", "dozen", "hundred", "thousand", "third", "half", "million"})
_MORE_OFTEN = frozenset({"or", "once", "any", "no", "and", "is", "was"})
"""Once more a few boats sank; it is more a few friends than a party."""
_BEHIND_A_FORM = frozenset({"DT", "IN", "TO", "PRP$"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip before each word that cannot stand where it does without a small word before it.

    What may be a noun with a clause of its own behind it (they want help these people need) is left in peace.
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
    known = brings and tags[at] == "VB" and at > 1 and low[at - 1] not in ("need", "needs")
    return known and not _may_be_noun(low[at])  # the union wants pay restored: of nouns _to_by_odds tells


def _may_be_noun(word: str) -> bool:
    """Return whether a word stands behind an article as readily as alone; so does each where there is no model."""
    model = language_model()
    return model is None or max(model.chance(word, one) for one in ("the", "a", "more")) - model.chance(word) > _IS_NOUN


_IS_NOUN = -1.6
"""Natural logarithm: pay, stop and vote lie above it, see, ask and meet below."""


def _to_behind(sentence: Tagged, at: int) -> bool:
    low, tags = sentence.low, sentence.tags
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
    when = _WHEN.intersection(low[at + 1 : at + 4])  # has singing the first day
    return verb and not owned and not when and tags[at + 1] in _BEHIND_A_FORM


_WHEN = _ORDERED | {"whole", "day", "week", "month", "year", "night", "weekend", "summer", "winter"}


def _of_behind_one(sentence: Tagged, at: int) -> bool:
    low, tags = sentence.low, sentence.tags
    return (
        at > 1
        and low[at - 1] == "one"
        and low[at] in _THE
        and tags[at - 2] in _BEFORE_ONE
        and tags[at + 1] in ("JJS", "RBS")
        and not FINITE.intersection(tags[at + 1 :])  # one the oldest sailors know
    )


def _than(sentence: Tagged, at: int) -> bool:
    low = sentence.low
    more_a_few = low[at - 1] == "more" and low[at] == "a" and low[at + 1] in _FEW
    return more_a_few and at > 1 and low[at - 2] not in _MORE_OFTEN and "than" not in low[at:]


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
    """Return whether a verb that another one brings has been read as a noun: “decided pay the crew”."""
    low, tags, model = sentence.low, sentence.tags, language_model()
    verb, word = low[at - 1], low[at]
    if model is None or verb not in clause_words().infinitives or tags[at] not in ("NN", "VB", "VBP") or at < 2:
        return False
    if tags[at - 1][:2] != "VB" and not (tags[at - 1] in ("NNS", "NN") and tags[at - 2] in ("NNP", "PRP")):
        return False
    chance = model.chance
    if model.commonness(verb, word) or verb in _NEEDS or not _is_done_to(sentence, at):
        return False
    gain = chance("to", verb) + chance(word, "to", verb) - chance(word, verb)
    return chance("to", verb) > _BRINGS and gain > _GAINS and chance(word, "to") - chance(word) > _IS_VERB


_NEEDS = frozenset({"need", "needs", "needed"})
_BRINGS, _GAINS, _IS_VERB = -2.0, 3.4, 1.9
"""Natural logarithms: how likely “to” is behind the verb, what it gains here, and how far “to” calls for the word."""


def _is_done_to(sentence: Tagged, at: int) -> bool:
    """Return whether what follows is something done to, and not a clause about the word: change the party wants."""
    low, tags = sentence.low, sentence.tags
    end = next((i for i in range(at + 1, len(tags)) if tags[i] in _FENCES), len(tags))
    head = at + 1
    while head < end and tags[head] in ("DT", "PRP$", "JJ", "JJR", "JJS", "CD"):
        head += 1
    if head == at + 1 or head >= len(tags) - 1 or tags[head] not in NOUNS or low[head] in clause_words().moments:
        return False
    return tags[head + 1] in _BEHIND_DONE and not _OF_CLAUSES.intersection(tags[head + 1 : end])


_FENCES = frozenset({",", ".", ":", "''"})
_BEHIND_DONE = _FENCES | {"IN", "TO", "CC"}
_OF_CLAUSES = FINITE | {"VBN"}


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
    if low[at] == "same":
        return low[at + 1] != "sex"
    from_first = low[at - 1] == "from" or "last" in low[at + 2 : at + 4]  # from first day to last
    return low[at] == "first" and low[at + 1] in _FIRSTS and not from_first


_FIRSTS = frozenset(
    {"time", "round", "quarter", "day", "week", "month", "year", "game", "match", "debate", "phase", "stage"}
    | {
        "chapter",
        "act",
        "episode",
        "season",
        "attempt",
        "weekend",
        "night",
        "session",
        "trial",
    }
)
"""Of which one is the first of several; at first sight, in first class and of first instance have none."""


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
)
