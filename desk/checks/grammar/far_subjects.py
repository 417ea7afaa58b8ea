"""Subjects far from their verb: rules on agreement that took a nearer noun, or the subject itself for a verb.

"Tests for lead in water are": the verb goes with "tests", for what stands behind a preposition is no subject. "Boat
trips from Hallow to the island are": "trips" is no verb, for the sentence has one further on.
"""

import re

from desk.checks.grammar.reading import Slip
from desk.checks.names.languages import WORD

_RULES = re.compile(
    r"AGREE|_AGR\b|_VERB_AFTER_|PLURAL_VBZ|NNS_IN_NNP_VBZ|PEOPLE_VBZ|SOME_NN_VBP|CC_NNP_VBP|"
    r"COPYDESK_(?:PHRASE_SINGULAR|NUMBER_WAS)"
)
_PREPOSITION = re.compile(
    r"of|from|to|in|for|with|by|between|at|on|against|about|over|under|into|within|without|across|after|before|among|"
    r"around|behind|below|beside|beyond|during|near|off|outside|inside|since|through|towards?|upon|via"
)
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"})
_SINGULAR_VERBS = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"})
_FINITE = re.compile(
    r"(?:are|were|have|do|is|was|has|does|ca|could|might|must|should|would|did)(?:n['’]t)?|had|will|would|can|may"
)
_NO_NOUN = re.compile(r"i|you|he|she|it|we|they|who|that|which|there|to|not|and|or|but")
_PLURALS = frozenset({"people", "men", "women", "children", "police", "cattle", "teeth", "feet", "data", "media"})
_LIKE_PLURALS = ("ss", "us", "is")
_BOUNDARY = re.compile(r"[.,;:!?()“”\"—–]|\b(?:and|but|or|that|which|who|because|if|when|while|although|so|than)\b")
_DATED = re.compile(r"\s(?:from|of|on|in)\s(?:[A-Z][a-z]+\.?\s\d|\d{1,2}\s[A-Z]|\d{4}\b|[A-Z][a-z]+day\b)")
_LONGEST = 14
"""Words between a subject and its verb; of more, nobody can say without parsing."""


def goes_with_a_farther_noun(slip: Slip, text: str) -> bool:
    """Return whether a rule on agreement is wrong about which noun, or which verb, is meant."""
    if not _RULES.search(slip.rule) or "_PART_" in slip.rule:  # was took: about the form, whatever the subject
        return False
    return _agrees_with_head(slip, text) or _is_a_subject(slip, text)


def _agrees_with_head(slip: Slip, text: str) -> bool:
    """Return whether the verb goes with the noun before the first preposition of its clause."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(slip.span.of(text))]
    verb = words[-1] if words else ""
    if verb not in _PLURAL_VERBS | _SINGULAR_VERBS:
        return False
    head = _head(_clause_before(text, slip.start) + words[:-1])
    return bool(head) and _is_plural(head) == (verb in _PLURAL_VERBS)


def _clause_before(text: str, end: int) -> list[str]:
    """Return the words between the last boundary of a clause and `end`, in small letters."""
    before = text[max(0, end - 200) : end]
    last = max((found.end() for found in _BOUNDARY.finditer(before)), default=0)
    return [word.casefold() for word in WORD.findall(before[last:])]


def _head(clause: list[str]) -> str:
    """Return the noun before the first preposition; empty where there is none, or the clause has a verb already."""
    if len(clause) > _LONGEST or any(map(_FINITE.fullmatch, clause)):
        return ""
    first = next((at for at, word in enumerate(clause) if at and _PREPOSITION.fullmatch(word)), 0)
    return clause[first - 1] if first else ""


def _is_plural(noun: str) -> bool:
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(_LIKE_PLURALS))


def _is_a_subject(slip: Slip, text: str) -> bool:
    """Return whether the word that the rule takes for the verb is the noun that a later verb goes with."""
    quote = slip.span.of(text).casefold()
    if len(WORD.findall(quote)) != 1 or _FINITE.fullmatch(quote):
        return False
    before = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:]
    if not before or any(known.fullmatch(before[0].casefold()) for known in (_NO_NOUN, _FINITE)):
        return False
    if _DATED.match(text, slip.end):
        return True
    stop = _BOUNDARY.search(text, slip.end)
    after = [word.casefold() for word in WORD.findall(text[slip.end : stop.start() if stop else len(text)])]
    has_verb = any(map(_FINITE.fullmatch, after[: _LONGEST + 1]))
    return has_verb and bool(_PREPOSITION.fullmatch(after[0]))
