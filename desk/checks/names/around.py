"""What the words around a name tell of a second person: kinship, a description, a list with the first one."""

import re
from collections.abc import Iterator
from functools import cache

from desk.checks.names.group import StoryNames
from desk.checks.names.lists import is_function_word, parts_of
from desk.checks.names.people import Mention
from desk.checks.names.reasons import SwapReason
from desk.text.matcher import matcher

_KIN = (
    r"\b(?:wife|husband|spouse|widow(?:er)?|brothers?|sisters?|siblings?|twins?|sons?|daughters?|father|mother|dad|mom|mum"
    r"|parents?|cousins?|nephews?|nieces?|uncle|aunt|grand\w+|step\w+|in-laws?|famil(?:y|ies)|relatives?|married|heir"
    r"|dynasty|clan|relation|namesakes?|née|nee|elder|kin)\b"
)
_RELATED = matcher(_KIN)
_KIN_BEFORE = matcher(_KIN + r"\W+(?:[\w.]+\W+){0,4}$", re.IGNORECASE)
_KIN_AFTER = matcher(r"(?:['’]s?)?\W+(?:\w+\W+){0,5}?" + _KIN, re.IGNORECASE)
_SENTENCE = matcher(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])|\n\s*\n")
_REACH = 70
_APPOSITION = matcher(
    r",\s+(?:\d{1,3}\b|(?:an?|the|one|now|then|once|formerly)\s|whose?\b|\w+(?:'s|’s)\s|(?P<noun>[a-z]{3,})\s)"
)
_DESCRIBED = matcher(r"(?<!\w)([a-z]{3,})\s$")
_DESCRIBED_APART = matcher(
    r"\b(?:an?|the|his|her|its|their)\s(?:\w+\s){0,3}?([a-z]{3,})(?:\sof(?:\s\w+){1,3})?,\s$", re.I
)
_BETWEEN_COMMAS = matcher(r"\w,\s$"), re.compile(r",\s")
_ROLE_ENDINGS = matcher(
    r"\w*(?:man|men|woman|women|[^f]ter|ner|der|ger|ker|cer|yer|ver|mer|per|ler|ser|rer|pher|cher|sher|eer|tor|sor|yor"
    r"|nor|lor|ist|ian|ant|ent|ess|ive|ain)s?"
)


def surroundings(story: StoryNames, keep: list[Mention], depart: Mention) -> Iterator[SwapReason]:
    """Yield the reasons that the words around two full names of one family name give."""
    if any(_has_kin(*_sentence_around(story, mention)) for mention in (depart, *keep[:5])):
        yield SwapReason.KINSHIP_IN_THE_WORDS_AROUND
    others = [m for m in keep[:20] if m.run != depart.run and _one_sentence(story, m, depart)]
    if any(_LISTED.fullmatch(story.text, *_between(m, depart)) for m in others):
        yield SwapReason.SIDE_BY_SIDE
    elif others:
        yield SwapReason.IN_ONE_SENTENCE
    before, after = _sentence_around(story, depart)
    if _apposition(after):
        yield SwapReason.INTRODUCED_WITH_A_DESCRIPTION
    elif all(pattern.search(words) for pattern, words in zip(_BETWEEN_COMMAS, (before, after[:2]), strict=True)):
        yield SwapReason.BETWEEN_COMMAS
    described = _DESCRIBED.search(before)
    if described and _is_role(described.group(1)):
        yield SwapReason.DESCRIBED_IN_FRONT


def is_described(story: StoryNames, mention: Mention) -> bool:
    """Return whether the words beside a name tell who that is: "the pilot Lange", "the pilot, Lange,", "Lange, 42"."""
    before, after = _sentence_around(story, mention)
    described = _DESCRIBED.search(before) or _DESCRIBED_APART.search(before)
    return bool(described and _is_role(described[1])) or _apposition(after)


def _apposition(after: str) -> bool:
    """Return whether what follows a name tells who that is: ", 42", ", a teacher", ", director of ..."."""
    found = _APPOSITION.match(after)
    return found is not None and (found["noun"] is None or _is_role(found["noun"]))


def is_somebody(word: str) -> bool:
    """Return whether a word in small letters names who somebody is to another: kin, or what they are."""
    return _RELATED.fullmatch(word) is not None or _is_role(word)


def _is_role(word: str) -> bool:
    """Return whether a word in small letters names what somebody is, as far as list and ending show."""
    roles, others = _roles()
    if word in others or is_function_word(word):
        return False
    return word in roles or word.removesuffix("s") in roles or bool(_ROLE_ENDINGS.fullmatch(word))


@cache
def _roles() -> tuple[frozenset[str], frozenset[str]]:
    """Return words for what somebody is, and words that only end like one."""
    parts = parts_of("roles.txt")
    return parts["roles"], parts["no roles"]


def _sentence_around(story: StoryNames, mention: Mention) -> tuple[str, str]:
    """Return the words of the sentence before and after a mention, at most `_REACH` code points each."""
    before = _SENTENCE.split(story.text[max(0, mention.start - _REACH) : mention.start])[-1]
    after = _SENTENCE.split(story.text[mention.end : mention.end + _REACH])[0]
    return before.replace("\n", " "), after.replace("\n", " ")


def _has_kin(before: str, after: str) -> bool:
    return bool(_KIN_BEFORE.search(before) or _KIN_AFTER.match(after))


_LISTED = matcher(r"\s*(?:,|,? and|,? or|&)\s*(?:\w+\.? ){0,3}")


def _between(first: Mention, second: Mention) -> tuple[int, int]:
    return min(first.end, second.end), max(first.start, second.start)


def _one_sentence(story: StoryNames, first: Mention, second: Mention) -> bool:
    low, high = _between(first, second)
    return high - low < 2 * _REACH and not _SENTENCE.search(story.text, low, high)
