"""Tells two words that ran together (peoplewho, tookentirely) from compounds that a house writes as one (ferryport).

No compound is made of an article, a pronoun, an auxiliary or a preposition, nor of a verb in the past; and one of
thirteen letters or more that neither dictionary nor list knows was not meant: of 25 compounds that 150,000 words of
print have and no list, the longest has twelve.
"""

import re
from collections.abc import Collection

from desk.checks.frequencies import frequency
from desk.checks.grammar.clauses.model import clause_model
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.englishes import one_doubled
from desk.checks.grammar.odds.model import language_model
from desk.checks.grammar.reading import Slip
from desk.checks.names.letters import one_slip
from desk.checks.names.lists import is_word

_SHORT_PARTS = 3  # letters: shorter halves ("agreedto") are words run together, not a compound ("ferryport")
_LOOKED_AT = 4  # suggestions: a word cut in two comes early among them
_LONGEST = 12
"""Letters of a compound that no list knows."""
_OF_PHRASES = frozenset({"DT", "PRP", "PRP$", "MD", "TO", "CC", "WDT", "WP", "WP$", "WRB", "EX", "PDT"})
"""Classes that no compound has a part of."""
_PARTICLES = frozenset(
    {"up", "down", "out", "off", "in", "on", "over", "away", "back", "by", "through", "about", "around"}
)
"""What nouns made of verbs end with: sitdown, runup."""
_PREFIXES = frozenset(
    {"under", "over", "out", "after", "off", "by", "through", "up", "down", "in", "on", "above", "inter"}
)
"""Prepositions that compounds begin with: offshore, bystander."""
_ADVERBS = frozenset({"also", "too", "just", "even", "still", "already", "always", "often", "never", "then", "there"})


def is_compound(word: str, slip: Slip, text: str, joined: Collection[str]) -> bool:
    """Return whether the word is a compound written as one (ferryport, co-ordinator): a house matter, not a slip.

    Both halves must be ordinary words, neither a small one that compounds do not hold (didnot, withthe), and no
    other word may lie one lost, doubled or swapped letter away (anyting, openned).
    """
    plain = re.sub(r"[- ]", "", word).casefold()
    offered = slip.suggestions[:_LOOKED_AT]
    if any(_lost_or_swapped(word, s) for s in offered):
        return False
    if any("-" in s and s.replace("-", "").casefold() == plain for s in offered):
        return not any(part in joined for s in offered if " " in s for part in s.casefold().split(" "))
    for suggestion in offered:
        parts = re.split(r"[- ]", suggestion.casefold())
        if len(parts) > 1 and "".join(parts) == plain:
            ordinary = not any(_is_small(part, joined) or not is_word(part) for part in parts)
            return ordinary and not _is_a_phrase(word, parts, slip, text)
    return "-" in word and any(s.casefold() == plain for s in slip.suggestions[:2])


def is_run_together(word: str, slip: Slip, text: str, joined: Collection[str]) -> bool:
    """Return whether a space was lost beside a small word (didnot, agreedto), or within what no compound is."""
    both = [s.casefold().split(" ") for s in slip.suggestions[:3] if s.replace(" ", "").casefold() == word.casefold()]
    if any(part in joined for parts in both for part in parts):
        return True
    return any(_are_words(parts) and _is_a_phrase(word, parts, slip, text) for parts in both)


def is_cut_in_two(word: str, slip: Slip) -> bool:
    """Return whether a space stands within a word in common use: poi nts, the C onvention."""
    whole = word.replace(" ", "")
    return whole != word and whole.casefold() in map(str.casefold, slip.suggestions) and frequency(whole) >= _KNOWN


def parted_from_a_name(word: str) -> str:
    """Return the word with the space that was lost between a small word and a name (to Wonkette); else nothing."""
    found = _BEFORE_A_NAME.fullmatch(word)
    return f"{found[1]} {found[2]}" if found else ""


_KNOWN = 1.0
"""Times in a million words."""
_BEFORE_A_NAME = re.compile(
    r"(to|of|and|with|from|that|by|said|says|when|where|which|who|was|were|has|had|after|against)([A-Z][a-z]{3,})"
)


def _is_small(part: str, joined: Collection[str]) -> bool:
    return part in joined or len(part) < _SHORT_PARTS


def _are_words(parts: list[str]) -> bool:
    """Return whether both are words; two letters are one in nearly every language, so short ones must go together."""
    if len(parts) != 2 or not all(map(is_word, parts)):
        return False
    return min(map(len, parts)) >= _SHORT_PARTS or _stand_together(*parts)


def _stand_together(first: str, second: str) -> bool:
    """Return whether the two words are seen side by side more often than by chance."""
    model = language_model()
    if model is None or not (model.knows(first) and model.knows(second)):
        return False
    return model.commonness(first, second) > 0 or model.chance(second, first) > model.chance(second)


def _is_a_phrase(word: str, parts: list[str], slip: Slip, text: str) -> bool:
    """Return whether the two words are of classes of which no compound is made, or too long together for one."""
    if len(parts) != 2 or "-" in word or not word.islower():
        return False
    if len(word) > _LONGEST:
        return True
    (first, second), (one, two) = parts, _classes(parts, slip, text)
    if {one, two} & _OF_PHRASES or one == "VBD" or (two == "VBD" and not second.endswith("ed")):
        return True
    if (one == "IN" and first not in _PREFIXES) or (two in ("IN", "RP") and second not in _PARTICLES):
        return True
    if one == "NNS" and two == "IN":
        return True
    return (one == "RB" and first.endswith("ly")) or (two == "RB" and (second.endswith("ly") or second in _ADVERBS))


def _classes(parts: list[str], slip: Slip, text: str) -> tuple[str, str]:
    """Return the classes that the two words have in their sentence; none where it cannot be read."""
    model = clause_model()
    parted = f"{text[: slip.start]}{' '.join(parts)}{text[slip.end :]}"
    for sentence in sentences(parted) if model else ():
        at = next((nth for nth, word in enumerate(sentence) if word.start == slip.start), -1)
        if model and 0 <= at < len(sentence) - 1:
            tags = tagged(sentence, model.classes).tags
            return tags[at], tags[at + 1]
    return "", ""


def _lost_or_swapped(word: str, meant: str) -> bool:
    if not meant.islower() or not meant.isalpha() or not one_slip(word, meant):
        return False
    return len(meant) >= len(word) or one_doubled(word, meant)
