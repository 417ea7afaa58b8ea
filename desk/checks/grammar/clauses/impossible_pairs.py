"""Words that cannot stand side by side: “on of the”, “can to be”, “one from the”, “among they old”."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_IMPOSSIBLE_PAIR"
_BEFORE_OF = frozenset({"in", "on", "for", "to", "at", "from", "with", "by"})
_BEHIND_OF = frozenset({"in", "on", "with", "to"})
_BEHIND_BECAUSE = frozenset({"for", "on", "with", "at", "to", "in", "from"})
_OF_ITS_OWN = frozenset({"own", "all", "evening", "morning", "afternoon", "night", "sudden"})
"""What “of” may begin anywhere: came in of their own accord, is on of an evening."""
_MORE = frozenset({"JJR", "RBR"})
_MODALS = frozenset({"can", "could", "will", "would", "should", "must", "may", "might"})
_IS, _HAS = frozenset({"is", "are", "was", "were"}), frozenset({"has", "have", "had"})
_DO = frozenset({"do", "did", "does", "done", "all"})
_WHO = frozenset({"they", "he", "she", "we"})
_THE = frozenset({"the", "his", "her", "their"})
_ALL = frozenset(
    {"what", "whatever", "everything", "anything", "all", "much", "more", "most", "best", "which", "that", "as"}
)
_WHICH = frozenset({"that", "which", "who", "whom", "what"})
_THINGS = frozenset({"JJ", "JJS", "NN", "NNS", "CD"})
_OWNED = frozenset({"DT", "PRP$", "NN", "NNS"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words at `at - 1` and `at`; `meant` stands in the place of both, or of the second one alone."""

    meant: tuple[str, ...]
    both: bool = False


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each word that cannot stand behind the one before it.

    What a clause without its “that” may end with (the boats they have are old) is left in peace.
    """
    told = -1
    for at in range(1, len(sentence.low) - 1):
        pair = next((found for find in _FINDS if (found := find(sentence, at))), None) if told != at - 1 else None
        before, word = sentence.words[at - 1 : at + 1]
        if pair and word.text.islower() and not before.text.isupper():
            told = at
            start = before.start if pair.both else word.start
            message = f"“{word.text}” cannot stand behind “{before.text}” here."
            yield Slip(RULE, start, word.end, message, pair.meant, "COPYDESK_CLAUSES", "grammar")


def _two_prepositions(sentence: Tagged, at: int) -> _Pair | None:
    """Return what is meant by “on of the” and “of in the”."""
    before, word = sentence.low[at - 1 : at + 1]
    if sentence.tags[at + 1] not in ("DT", "PRP$") or sentence.tags[at - 1] not in ("IN", "TO"):
        return None
    if _OF_ITS_OWN.intersection(sentence.low[at + 1 : at + 3]):
        return None
    # the pier we dreamt of, a thing to be proud of
    dreamt = at < 2 or sentence.tags[at - 2] not in NOUNS or _WHICH.intersection(sentence.low[:at])
    if (word == "of" and before in _BEFORE_OF) or (before == "of" and word in _BEHIND_OF and not dreamt):
        return _Pair((sentence.words[at - 1].text, word), both=True)
    return None


def _two_verbs(sentence: Tagged, at: int) -> _Pair | None:
    """Return what is meant by “is has”, by “have was been” and by “can to be”."""
    before, word = sentence.low[at - 1 : at + 1]
    kept = sentence.words[at - 1].text
    # what they did was have it mended, where it is has never been told
    did = _DO.intersection(sentence.low[:at]) or any(tag[:1] == "W" for tag in sentence.tags[:at])
    if before in _IS and word in _HAS and not did and "?" not in sentence.low:  # the question is: has anyone?
        return _Pair((kept, word), both=True)
    theirs = at > 1 and sentence.tags[at - 2] == "PRP"  # the boats they have are painted, where they can to save
    if before in _HAS and _is_been(sentence, at) and not theirs:
        return _Pair((kept,), both=True)
    asks = _ALL.intersection(sentence.low[:at])  # they do what they can to keep it
    if (
        before in _MODALS
        and sentence.tags[at - 1] == "MD"
        and word == "to"
        and sentence.tags[at + 1] == "VB"
        and not asks
        and not theirs
    ):
        return _Pair((kept,), both=True)
    return None


def _other_preposition(sentence: Tagged, at: int) -> _Pair | None:
    """Return what is meant by “one from the”, “because for a” and “it emerged than”."""
    low, tags = sentence.low, sentence.tags
    before, word, behind = low[at - 1 : at + 2]
    if (
        before == "because"
        and word in _BEHIND_BECAUSE
        and tags[at + 1] in _OWNED
        and not FINITE.intersection(tags[at:])
    ):
        return _Pair(("of",))
    if before == "one" and word in ("from", "off") and behind in _THE and _REASONS.intersection(low[at + 2 : at + 4]):
        return _Pair(("of",))
    if before == "up" and word == "at" and _is_limit(sentence, at):
        return _Pair(("to",))
    says = before in clause_words().saying | {"emerged"} and tags[at - 1][:2] == "VB"
    more = _MORE.intersection(tags[:at])  # easier said than done
    return _Pair(("that",)) if word == "than" and says and not more else None


_REASONS = frozenset(
    {"reasons", "causes", "factors", "aims", "goals", "purposes", "problems", "advantages", "benefits"}
)
"""From which nothing comes: a letter may be one from the sailors."""


def _is_been(sentence: Tagged, at: int) -> bool:
    """Return whether “be” stands in the place of “been” (“has be sold”), or another form before “been”."""
    low, tags = sentence.low, sentence.tags
    return (low[at] == "be" and tags[at + 1] == "VBN") or (low[at] in _IS and low[at + 1] == "been")


def _is_limit(sentence: Tagged, at: int) -> bool:
    """Return whether “up at” stands before a large number of what is done: “expected to process up at 10,000 boats”."""
    low, tags = sentence.low, sentence.tags
    done = at > 2 and tags[at - 2] == "VB" and low[at - 2] in _TAKES_MANY and tags[at - 3] in ("MD", "TO")
    return done and sum(char.isdigit() for char in low[at + 1]) >= _DIGITS and "." not in low[at + 1]


_DIGITS = 3
_TAKES_MANY = frozenset(
    {"process", "accommodate", "seat", "handle", "house", "employ", "contain", "attract", "receive", "generate"}
    | {"transport", "produce", "hire", "recruit", "treat", "welcome", "earn", "spend", "cost"}
)
"""Verbs that an amount follows and that make nothing new with “up”, as hold up and take up do."""


def _other_word(sentence: Tagged, at: int) -> _Pair | None:
    """Return what is meant by “among they old boats”, “there it a”, “found hat” and “calls fort”."""
    (before, word, _), tags = sentence.low[at - 1 : at + 2], sentence.tags
    # in the house they live in they have old boats
    ends_none = before in _NEVER_LAST or (at > 1 and tags[at - 2] in NOUNS)
    prepositions = clause_words().prepositions | _NEVER_LAST
    if word in _WHO and tags[at - 1] == "IN" and before in prepositions and tags[at + 1] in _THINGS and ends_none:
        return _Pair(("the",))
    if before == "there" and word in ("it", "its") and tags[at + 1] == "DT":
        return _Pair(("is",))
    says = before in clause_words().saying | {"found"} and tags[at - 1][:2] == "VB"
    if word == "hat" and says and tags[at + 1] in ("DT", "PRP", "EX"):
        return _Pair(("that",))
    return _Pair(("for",)) if word == "fort" and tags[at - 1] == "NNS" and tags[at + 1] in ("DT", "PRP$") else None


_NEVER_LAST = frozenset({"among", "between", "during"})


_FINDS: tuple[Callable[[Tagged, int], _Pair | None], ...] = (
    _two_prepositions,
    _two_verbs,
    _other_preposition,
    _other_word,
)
