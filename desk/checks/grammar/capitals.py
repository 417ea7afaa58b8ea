"""Tells a misspelt word with a capital from a name: "Univerity" is none, however often it is written so.

A capital vouches for nobody. A word that the dictionary lacks is a slip where a slip of typing leads to a word in
common use, and nothing beyond its capital says that it is a name: no list knows it, nobody's given name or courtesy
title stands before it, no words of another language stand beside it.
"""

import re
from collections.abc import Sequence

from desk.checks.frequencies import frequency
from desk.checks.grammar.clauses.model import clause_model
from desk.checks.grammar.clauses.subjects import FINITE
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.odds.in_context import lift
from desk.checks.grammar.odds.model import language_model
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.story_words import StoryWords, starts_sentence
from desk.checks.grammar.typing_slips import SHORTEST, is_slip_of, slips_between
from desk.checks.names.languages import WORD
from desk.checks.names.letters import one_slip, squashed
from desk.checks.names.lists import is_word, lists
from desk.text.blocks import Block, Kind


def is_misspelt_word(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a capitalised word that the dictionary lacks is a common word with one slip, and no name."""
    if not word.isascii() or not word.istitle() or not word.isalpha():
        return False
    if frequency(word) or squashed(word) in lists().known or word in story.names.people:
        return False
    if _is_formed(word, slip) or _of_another_language(block.flat, slip, story):
        return False
    twice = story.capitals[word] > 1
    if twice and (word in story.behind_given_names or _behind_a_name(block.flat, slip)):
        return False
    if _is_half_of_a_pair(word, slip, block.flat) or _is_asked_for(word, slip, block.flat):
        return True
    named = _behind_a_name(block.flat, slip)  # Tadhg Breen is no Green; a letter lost or swapped is a slip there too
    return len(word) >= SHORTEST and any(
        is_slip_of(word, meant)
        and word[1:] != meant
        and not (named and _has_another_letter(word, meant))
        and not _takes_no_capital(meant, slip, block, story)
        for meant in slip.suggestions
    )


def _takes_no_capital(meant: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether the word meant would stand here in small letters: “her husband, Estill, died” is no “still”.

    It is asked of running prose alone, for a headline writes any word with a capital.
    """
    text, model = block.flat, clause_model()
    if (
        model is None
        or len(meant) > _SHORT_WORD
        or block.kind is not Kind.COPY
        or starts_sentence(text, slip.start, story.noise.titles)
    ):
        return False
    instead = f"{text[: slip.start]}{meant.casefold()}{text[slip.end :]}"
    for one in sentences(instead):
        at = next((nth for nth, token in enumerate(one) if token.start == slip.start), -1)
        if at >= 0:
            return tagged(one, model.classes).tags[at] in _SMALL
    return False


_SHORT_WORD = 7
"""Letters: a longer one with a slip in it is like no name (“the Eventulaly Bay hotel”)."""
_SMALL = frozenset({"RB", "RBR", "IN", "MD", "CC", "PRP", "WDT", "WRB", "TO"})
"""Classes of words that have a capital at the head of a sentence alone."""


def _has_another_letter(word: str, meant: str) -> bool:
    """Return whether two words differ in one letter that stands in the other's place, as names differ from words."""
    return sum(a != b for a, b in zip(word.casefold(), meant.casefold(), strict=False)) == 1 and len(word) == len(meant)


def is_owner(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a name stands before what is its own without an apostrophe: “Hamills schedule”, “Partys nominee”.

    A family has its article (the Hamills own it), and a verb may stand behind those who are several.
    """
    meant = f"{word[:-1]}'s"
    if not word.endswith("s") or not word.istitle() or meant not in (s.replace("’", "'") for s in slip.suggestions):
        return False
    if block.kind is not Kind.COPY or word[:-1] in story.noise.titles:
        return False
    if _is_written_so(word, story):
        return False
    named = story.capitals[word[:-1]] > 0 or squashed(word[:-1]) in lists().known or word[:-1] in story.names.words
    common = word.endswith("ys") and is_word(word[:-1].casefold())
    return (named or common) and _owns_what_follows(block.flat, slip, word)


def _is_written_so(word: str, story: StoryWords) -> bool:
    """Return whether the story writes a name with its s again and again, and never without: Wexlows."""
    texts = [block.flat for block in story.manuscript.blocks]
    whole, bare = (re.compile(rf"\b{form}\b") for form in (word, word[:-1]))
    return sum(len(whole.findall(text)) for text in texts) > 1 and not any(map(bare.search, texts))


def _owns_what_follows(text: str, slip: Slip, word: str) -> bool:
    """Return whether a noun, with what tells of it, stands behind a name, and no article of several before it."""
    model = clause_model()
    begin = next((s for s in sentences(text) if s[0].start <= slip.start < s[-1].end), None) if model else None
    if model is None or begin is None:
        return False
    at = next((nth for nth, one in enumerate(begin) if one.start == slip.start), -1)
    tags = tagged(begin, model.classes).tags
    if at < 0 or (at and begin[at - 1].low in _SEVERAL and not word.endswith("ys")):
        return False
    if at + 1 < len(begin) and _may_be_a_verb(begin[at + 1].low) and not _has_another_verb(tags, at):
        return False
    head = at + 1
    while head < len(tags) - 1 and tags[head] in _TELLING:
        head += 1
    return head < len(tags) and tags[head] in ("NN", "NNS") and begin[at + 1].text[0].islower()


def _may_be_a_verb(low: str) -> bool:
    """Return whether the word behind those who are several may say what they do: Hamills farm here still."""
    past = f"{low}d" if low.endswith("e") else f"{low[:-1]}ied" if low.endswith("y") else f"{low}ed"
    return is_word(past) or frequency(past) > 0 or any(low == base for base, _ in clause_words().pasts.values())


def _has_another_verb(tags: Sequence[str], at: int) -> bool:
    """Return whether the part of the sentence about the name has a verb besides the word behind it."""
    marks = (",", ":", ".")
    stop = next((nth for nth in range(at, len(tags)) if tags[nth] in marks), len(tags))
    begin = next((nth for nth in range(at, 0, -1) if tags[nth - 1] in (*marks, "CC")), 0)
    return bool(FINITE.intersection((*tags[begin:at], *tags[at + 2 : stop])))


_SEVERAL = frozenset({"the", "two", "three", "four", "both", "these", "those", "all", "many", "other", "young", "old"})
_TELLING = frozenset({"JJ", "JJS", "CD", "VBG", "VBN", "RBS"})


def _is_half_of_a_pair(word: str, slip: Slip, text: str) -> bool:
    """Return whether the word meant stands beside its neighbour in every book: the Whte House, the Daiy News."""
    model = language_model()
    if len(word) < _SHORTEST_HALF or model is None:
        return False
    before, after = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:], WORD.match(text, slip.end + 1)
    first = before[0] if before and text[: slip.start].endswith(f"{before[0]} ") else ""
    second = after[0] if after and text[slip.end : slip.end + 1] == " " else ""
    near = [meant.casefold() for meant in slip.suggestions if one_slip(word, meant)]
    return any(
        (first.istitle() and model.commonness(first.casefold(), meant) >= _COMMON_PAIR)
        or (second.istitle() and model.commonness(meant, second.casefold()) >= _COMMON_PAIR)
        for meant in near
    )


def _is_asked_for(word: str, slip: Slip, text: str) -> bool:
    """Return whether the words around ask for a common word one letter away: the Federal Trae Commission."""
    model = language_model()
    least = _ASKED_FOR if len(word) < _LONG else _ASKED_FOR_LONG
    return (
        model is not None
        and len(word) >= _SHORTEST_HALF
        and any(
            lift(text[: slip.start], meant, text[slip.end :], model) >= least
            for meant in map(str.casefold, slip.suggestions[:_LOOKED_AT])
            if meant.isalpha()
            and slips_between(word.casefold(), meant) == 1
            and word[1:] != meant
            and frequency(meant) >= _KNOWN_TO_ALL
            and is_word(meant)
            and model.knows(meant)
        )
    )


_LOOKED_AT = 6
_LONG = 6
_ASKED_FOR, _ASKED_FOR_LONG = 5.5, 4.0
"""Natural logarithm: by how much the neighbours must ask for the word meant; less of words of six letters and more.

Cross-validated on 173,965 words of right news of 102 outlets in five folds. Of 27 longer names that no list knows
beside a common word the highest has 2.4; with the highest of the other folds and 0.5 (2.9) none is told in outlets left
out and 70 of 100 common words with a capital mistyped at random (1,348), with 4.0 none and 60. Of 106 names of four and
five letters one in 100,000 words is told in the other folds at 3.7 to 6.3; at 5.5 two are and 53 of
100 mistyped words (564), at the highest name of the other folds (4.4 to 8.9) as many names and 33.
"""
_KNOWN_TO_ALL = 20.0
"""Times in a million words."""
_SHORTEST_HALF = 4
_COMMON_PAIR = 1.5
"""Powers of two by which the pair is commoner than the rarest one in the list of books."""


def _is_formed(word: str, slip: Slip) -> bool:
    """Return whether the word is made of others: the plural of a name (the Obamas), two words in one (Newtown)."""
    own = word.casefold()
    for suggestion in map(str.casefold, slip.suggestions):
        parts = suggestion.split(" ")
        if len(parts) == 2 and "".join(parts) == own and _are_words(*parts):
            return True
        if own == f"{suggestion}s":
            return True
    return False


def _are_words(first: str, second: str) -> bool:
    return len(first) > 2 and len(second) > 3 and is_word(first) and is_word(second)  # but "Sent ate" is the Senate


def _behind_a_name(text: str, slip: Slip) -> bool:
    """Return whether a word with a capital that nobody uses otherwise stands before it, as a given name: Mal, Rui."""
    before = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:]
    if not before or not text[: slip.start].endswith(f"{before[0]} "):
        return False
    first = before[0]
    return first.istitle() and first.isalpha() and not frequency(first) and not is_word(first.casefold())


def _of_another_language(text: str, slip: Slip, story: StoryWords) -> bool:
    before = WORD.findall(text[max(0, slip.start - 40) : slip.start])[-1:]
    after = WORD.match(text, slip.end + 1)
    beside = {*before, *([after[0]] if after else ())}
    return bool(beside & story.noise.foreign) or not "".join(beside).replace("’", "'").isascii()
