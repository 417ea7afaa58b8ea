"""Says where a rule takes for a slip what is written on purpose: marked, quoted as wrong, of another English, verse."""

import re
from collections.abc import Callable

from desk.checks.grammar.far_subjects import goes_with_a_farther_noun
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.story_words import WORD, StoryWords, starts_sentence
from desk.checks.names.lists import lists
from desk.checks.style.matching import may_stand_twice
from desk.text.blocks import Block

_SIC = re.compile(r"['’\"”]?\s?[\[(]\s?sic\b", re.IGNORECASE)
_CORRECTED = re.compile(
    r"^\s*(?:correction|clarification|editor['’]s note|this (?:article|story|report) (?:was|has been) amended)\b"
    r"|\b(?:earlier|previous) version\b|\bmis-?(?:spel(?:t|led)|spelling)\b|\bwrongly spel(?:t|led)\b",
    re.IGNORECASE,
)
_QUOTES = frozenset("\"'“”‘’«»")
_CLOSING = '"”’)'
_ELLIPSIS = re.compile(r"(?:…\.?|\.\.\.?)\s?$")
_SINGULAR_TEAMS = frozenset({"en-US", "en-CA"})
"""Where a team takes the singular."""
_AGREEMENT = re.compile(r"NNP_AGREEMENT|HE_VERB_AGR|COLLECTIVE_NOUN_VERB_AGREEMENT|SUBJECT_VERB_AGREEMENT")
_PLURAL_VERB = frozenset({"are", "have", "were", "do", "aren’t", "aren't", "haven’t", "haven't", "weren’t", "weren't"})
_OWNERS = re.compile(r"\b(?:the|this|that|his|her|its|their|our|my|your|each|every)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?\b", re.IGNORECASE)
_ONE_PERSON = frozenset({"persons", "childs", "mans", "womans", "mothers", "fathers", "brothers", "sisters", "friends"})
"""Words for somebody who owns (a persons life)."""
_VERSES = 3
_LONGEST_VERSE = 70


def is_on_purpose(slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether what the slip is about is written so on purpose, as far as its surroundings say."""
    text = block.flat
    if _SIC.match(text, slip.end) or (slip.is_spelling and _is_quoted_as_wrong(slip, text)):
        return True
    meant = _MEANT.get(slip.rule)
    if meant is not None and meant(slip, block):
        return True
    if goes_with_a_farther_noun(slip, text):
        return True
    return _is_plural_team(slip, text, story) or _is_about_a_name(slip, text, story)


def _is_quoted_as_wrong(slip: Slip, text: str) -> bool:
    """Return whether the word stands in quotation marks in a note that says how it was misspelt."""
    marked = text[slip.start - 1 : slip.start] in _QUOTES and text[slip.end : slip.end + 1] in _QUOTES | {",", "."}
    return marked and bool(_CORRECTED.search(text))


def _goes_on(slip: Slip, block: Block) -> bool:
    """Return whether the words go on behind an ellipsis, or are a line of verse."""
    return bool(_ELLIPSIS.search(block.flat[: slip.start])) or (slip.start == 0 and _is_verse(block))


def _is_verse(block: Block) -> bool:
    lines = [line.strip() for line in block.text.strip().splitlines()]
    small = sum(line[:1].islower() for line in lines)
    return len(lines) >= _VERSES and small > len(lines) // 2 and all(len(line) <= _LONGEST_VERSE for line in lines)


def _describes(slip: Slip, block: Block) -> bool:
    """Return whether a plural describes the noun behind it (a munitions factory): nobody in particular owns that."""
    if slip.span.of(block.flat).casefold() in _ONE_PERSON:
        return False
    after = WORD.match(block.flat, slip.end + 1)
    if after and after[0].capitalize() in lists().organisation_words:  # the growers association, the jails bureau
        return True
    before = block.flat[max(0, slip.start - 30) : slip.start]
    near = " ".join(before.split()[-2:])
    return bool(_ARTICLE.search(near)) or not _OWNERS.search(near)


def _twice_by_right(slip: Slip, block: Block) -> bool:
    words = slip.span.of(block.flat).split()
    return bool(words) and may_stand_twice(block.flat, words[0], slip.start, slip.end)


def _is_about_marks(slip: Slip, block: Block) -> bool:
    """Return whether the space stands at a quotation mark: the style check knows which of them opens."""
    return bool(_QUOTES.intersection(slip.span.of(block.flat)))


def _sentence_goes_on(slip: Slip, block: Block) -> bool:
    """Return whether the full stop that a rule took for the end of the sentence is that of a short form or number."""
    text, stop = block.flat, block.flat.find(".", slip.end)
    behind = text[stop + 1 :].lstrip(_CLOSING)
    if stop < 0 or not behind.strip():
        return False
    if not behind[0].isspace():
        return True
    return not starts_sentence(text, len(text) - len(behind.lstrip()), noise().titles)


_MEANT: dict[str, Callable[[Slip, Block], bool]] = {
    "ENGLISH_WORD_REPEAT_RULE": _twice_by_right,
    "SENTENCE_WHITESPACE": _goes_on,
    "UPPERCASE_SENTENCE_START": _goes_on,
    "POSSESSIVE_APOSTROPHE": _describes,
    "COMMA_PARENTHESIS_WHITESPACE": _is_about_marks,
    "COPYDESK_SUBCLAUSE_ALONE": _sentence_goes_on,
    "COPYDESK_NO_VERB": _sentence_goes_on,
}
"""By rule, what is meant that it does not know of."""


def _is_plural_team(slip: Slip, text: str, story: StoryWords) -> bool:
    """Return whether a plural verb stands behind a name: outside North America "England are" is right."""
    if story.brief.english in _SINGULAR_TEAMS or not _AGREEMENT.match(slip.rule):
        return False
    words = WORD.findall(slip.span.of(text))
    before = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:]
    named = words[0] if len(words) > 1 else "".join(before)
    return named[:1].isupper() and bool(_PLURAL_VERB.intersection(words[-1:]))


def _is_about_a_name(slip: Slip, text: str, story: StoryWords) -> bool:
    """Return whether a rule on plurals took somebody's name for one: "Snipes has", "Fields was"."""
    if slip.rule not in ("COPYDESK_HELP_S_PLURAL", "COPYDESK_SUBJECT_VERB"):
        return False
    before = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:]
    return bool(story.names.words.intersection(before))
