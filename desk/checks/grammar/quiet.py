"""Says where a rule takes for a slip what is written on purpose: marked, quoted as wrong, of another English, verse."""

import re
from collections.abc import Callable

from desk.checks.frequencies import frequency
from desk.checks.grammar.far_subjects import goes_with_a_farther_noun
from desk.checks.grammar.misread import is_misread
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.story_words import StoryWords, starts_sentence
from desk.checks.names.languages import WORD
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.checks.style.matching import may_stand_twice
from desk.text.blocks import Block

_SIC = re.compile(r"(?:['’]s|['’\"”])?\s?[\[(]\s?sic\b", re.IGNORECASE)
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
    if is_misread(slip, text) or goes_with_a_farther_noun(slip, text):
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
    if len(words) == 2 and words[0].islower() and words[1].istitle() and re.match(r" [A-Z]", block.flat[slip.end :]):
        return True  # the new New South Wales seat
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


def _was_asked(slip: Slip, block: Block) -> bool:
    """Return whether the question is told by somebody: Would you go, she was asked."""
    return bool(_ASKED.search(block.flat, max(0, slip.start - 60), slip.start))


_ASKED = re.compile(r",[^.?!,]{1,40}\b(?:asked|asks|wondered|wonders)$")


def _is_dated(slip: Slip, block: Block) -> bool:
    """Return whether a time follows the word at once: Also Monday, Also on Friday."""
    return bool(_DATE_FOLLOWS.match(block.flat, slip.end))


_DATE_FOLLOWS = re.compile(
    r" (?:on |in |this |last |next )?(?:[A-Z][a-z]+day\b|[A-Z][a-z]+\.? \d|\d{4}\b|week\b|month\b|year\b)"
)


def _is_no_verb(slip: Slip, block: Block) -> bool:
    """Return whether the word is an adjective or a noun here, for no small word follows: live sheep, travel agents."""
    after = WORD.match(block.flat, slip.end + 1)
    noun = slip.span.of(block.flat).casefold() in _NOUNS_TOO
    return noun and after is not None and not is_function_word(after[0].casefold()) and not after[0].endswith("ly")


_NOUNS_TOO = frozenset({"live", "travel", "build", "buy", "meet", "keep"})


def _goes_on_a_superlative(slip: Slip, block: Block) -> bool:
    """Return whether a superlative with its article stands before: the richest and most influential."""
    return bool(_SUPERLATIVE.search(block.flat, max(0, slip.start - 40), slip.start))


_SUPERLATIVE = re.compile(r"\b(?:the|['’]s|its|their|his|her|our) (?:\w+est|(?:most|least) \w+),? (?:and|or|but) $")


def _is_as_it_is(slip: Slip, block: Block) -> bool:
    """Return whether “as is” goes on with an adverb or “being”: as is increasingly being seen."""
    return bool(re.match(r" (?:\w+ly|being|often|now|also|still|usual) ", block.flat[slip.end : slip.end + 40]))


def _is_adverb(slip: Slip, block: Block) -> bool:
    """Return whether no noun follows the superlative, so that it says how: hit hardest by the flood."""
    return bool(re.match(r"[,.;:]| (?:by|in|on|at|when|where|during|after|for|among)\b", block.flat[slip.end :]))


def _counts_a_measure(slip: Slip, block: Block) -> bool:
    """Return whether the number counts the measure before the noun: a nine percentage point gap."""
    return bool(_MEASURE.search(block.flat, max(0, slip.start - 60), slip.end))


_MEASURE = re.compile(
    r"\b(?:a|an|the|its|his|her|their)\s(?:[\w-]+\s){1,4}(?:point|year|month|week|day|hour|minute|mile|foot|inch|metre|meter|"
    r"pound|dollar|seat|vote|game|run|man|member|part|page|story|storey|bed|per cent|percent)\s[\w-]+$"
)


def _noun_is_unknown(slip: Slip, block: Block) -> bool:
    """Return whether nobody knows if the noun behind takes an article: classical biocontrol."""
    after = WORD.match(block.flat, slip.end + 1)
    return after is not None and after[0].islower() and not frequency(after[0]) and not is_word(after[0])


def _are_many(slip: Slip, block: Block) -> bool:
    """Return whether the subject is a group of people named by what they are: the accused are, the injured were."""
    return bool(_GROUP.search(block.flat, max(0, slip.start - 40), slip.start))


_GROUP = re.compile(
    r"(?:^|[.!?;:—–(“\"]\s?|, |\b(?:and|but|that|where|while) )the (?:(?:most|very|long-term) )?"
    r"(?:\w+ed|dead|poor|rich|sick|old|young|homeless|elderly|wealthy|blind|deaf|needy|few|many|guilty|innocent)\s$",
    re.IGNORECASE,
)


def _sentence_goes_on_or_has_a_verb(slip: Slip, block: Block) -> bool:
    return _sentence_goes_on(slip, block) or _verb_is_unknown(slip, block)


def _verb_is_unknown(slip: Slip, block: Block) -> bool:
    """Return whether the sentence has a verb that no dictionary knows: police chargesheeted three men."""
    end = block.flat.find(".", slip.start)
    words = WORD.findall(block.flat[slip.start : end if end >= 0 else None])
    return any(word.endswith("ed") and word.islower() and not frequency(word) and not is_word(word) for word in words)


_MEANT: dict[str, Callable[[Slip, Block], bool]] = {
    "ENGLISH_WORD_REPEAT_RULE": _twice_by_right,
    "SENTENCE_WHITESPACE": _goes_on,
    "UPPERCASE_SENTENCE_START": _goes_on,
    "POSSESSIVE_APOSTROPHE": _describes,
    "COMMA_PARENTHESIS_WHITESPACE": _is_about_marks,
    "COPYDESK_SUBCLAUSE_ALONE": _sentence_goes_on,
    "COPYDESK_NO_VERB": _sentence_goes_on_or_has_a_verb,
    "COPYDESK_PREPOSITION_BASE": _is_no_verb,
    "COPYDESK_ONE_OF_MOST": _goes_on_a_superlative,
    "QUESTION_MARK": _was_asked,
    "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA": _is_dated,
    "AS_IS_VBG": _is_as_it_is,
    "THE_SUPERLATIVE": _is_adverb,
    "CD_NN": _counts_a_measure,
    "MISSING_ARTICLE": _noun_is_unknown,
    "SINGULAR_AGREEMENT_SENT_START": _are_many,
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
