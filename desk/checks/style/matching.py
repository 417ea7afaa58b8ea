"""What one block shows to the rules that look no further than a line: patterns, words, doubled words, forms in use."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from desk.checks.frequencies import frequency
from desk.checks.names.lists import is_function_word, is_word
from desk.checks.style.rules import StyleRule, Way
from desk.text.matcher import matcher
from desk.text.words import folded, holds_one


class Hit(NamedTuple):
    """A place in a block (code points of the block) that a rule found; `form` is the form in use, for `consistent`."""

    rule: str
    start: int
    end: int
    suggestion: str | None = None
    form: int = 0


_DOUBLED = matcher(r"(?<![\w'’-])([^\W\d_]++(?:['’][^\W\d_]++)?+)[ \u00a0]++(\1)(?![\w'’-]|\.\w)", re.IGNORECASE)


def hits(flat: str, rules: tuple[StyleRule, ...]) -> Iterator[Hit]:
    """Yield what the rules find in one block; `flat` has each soft wrap as a space."""
    for rule in rules:
        if rule.signs and not holds_one(flat, rule.signs):
            continue
        finder = _FINDERS.get(rule.way)
        if finder is not None:
            yield from finder(flat, rule)


def _patterns(flat: str, rule: StyleRule) -> Iterator[Hit]:
    if rule.pattern is None or (rule.first is not None and not rule.first.search(flat)):
        return
    told = rule.pattern.groupindex.get("told", 0)
    for match in rule.pattern.finditer(flat):
        better = None if rule.suggestion is None else match.expand(rule.suggestion)
        start, end = match.span(told if match[told] else 0)
        yield Hit(rule.id, start, end, better)


def _words(flat: str, rule: StyleRule) -> Iterator[Hit]:
    better = rule.better
    if not holds_one(folded(flat), better):
        return
    pattern = _any_of(tuple(better))
    for match in pattern.finditer(flat):
        yield Hit(rule.id, match.start(), match.end(), in_case_of(match.group(), better[folded(match.group())]))


@lru_cache(maxsize=32)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def in_case_of(found: str, better: str) -> str:
    """Return `better` with the capitals that `found` has, unless it brings its own."""
    if not better or better != better.lower():
        return better
    if len(found) > 1 and found.isupper():
        return better.upper()
    return better[0].upper() + better[1:] if found[0].isupper() else better


_CLAUSE = matcher(r"\b(?:what|whatever|who|whoever|how|where|all|thing|question|point)\b[^.;:!?]{0,40}$", re.IGNORECASE)
"""The head of a clause that ends with a verb, before the verb of the sentence: “what it does does not matter”."""
_CLAUSE_ENDS = frozenset({"is", "was", "does", "did", "do", "are", "were"})
_PARTICLES = frozenset({"in", "on"})
_WITH_PARTICLE = matcher(
    r"\b(?:(?:mov|liv|phon|cav|tun)(?:e[sd]?|ing)|(?:turn|log|logg|check|hand|switch|sign|join|step|stepp|kick|"
    r"fill|pass|weigh|carr|carry|stay|play|call|clock|pull)(?:s|es|ed|ies|ied|ing)?|com(?:e|es|ing)|came|"
    r"go(?:es|ing|ne)?|went|br(?:eak|eaks|eaking|oke|oken|ing|ings|inging|ought)|put(?:s|ting)?|let(?:s|ting)?|set(?:s|ting)?|"
    r"send(?:s|ing)?|sent|giv(?:e|es|en|ing)|gave|tak(?:e|es|en|ing)|took|held|hold(?:s|ing)?|sworn|voted|settled?|driven?|drove|"
    r"flew|flown|ridden|rode) $",
    re.IGNORECASE,
)
"""A verb that takes “in” or “on” as its own: “moved in in 2010”, but “opened on on Tuesday” is a slip."""
_TIME = matcher(r" (?:\d|January|February|March|April|May|June|July|August|September|October|November|December|"
                   r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)")  # fmt: skip


def may_stand_twice(flat: str, word: str, start: int, end: int) -> bool:
    """Return whether a word stands twice by right: a clause ends in the verb before it, or “moved in in 2010”."""
    if len(word) > 1 and word.isupper() and flat[start:end].split()[-1].islower():
        return True  # IS is losing ground: the first is an initialism
    if word.lower() in _CLAUSE_ENDS:
        return bool(_CLAUSE.search(flat[max(0, start - 60) : start]))
    if word.isalpha() and not (is_word(word.lower()) or is_function_word(word.lower()) or frequency(word)):
        return True  # boda boda: what English lacks, another language says twice
    if word.lower() not in _PARTICLES or not _TIME.match(flat, end):
        return False
    return bool(_WITH_PARTICLE.search(flat[max(0, start - 20) : start]))


def _doubled(flat: str, rule: StyleRule) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(flat):
        first, second = match.groups()
        word = first.lower()
        if second[0].isupper() or word in rule.allowed or (word in rule.inside and first[0].islower()):
            continue  # two capitals are a name (Bora Bora)
        if may_stand_twice(flat, match[1], match.start(), match.end()):
            continue
        yield Hit(rule.id, match.start(), match.end(), first)


def _forms(flat: str, rule: StyleRule) -> Iterator[Hit]:
    for number, form in enumerate(rule.forms):
        for match in form.finditer(flat):
            yield Hit(rule.id, match.start(), match.end(), None, number)


_FINDERS: Mapping[Way, Callable[[str, StyleRule], Iterator[Hit]]] = {
    Way.PATTERN: _patterns,
    Way.WORDS: _words,
    Way.DOUBLED: _doubled,
    Way.CONSISTENT: _forms,
}
