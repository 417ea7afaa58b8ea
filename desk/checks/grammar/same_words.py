"""More places of a word that was told as of another English: where a capital, or a headline, kept the engine silent."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desk.checks.grammar.clauses.model import clause_model
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.englishes import other_english
from desk.checks.grammar.noise import SILENT_ROLES
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.spelling import acts_as_a_party
from desk.checks.grammar.story_words import StoryWords, bare, starts_sentence
from desk.checks.names.languages import WORD
from desk.checks.style.matching import in_case_of
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.spans import Span

Place = tuple[Block, Slip, bool]
"""A slip with its block, and whether it stands in a quotation."""


def with_same_words(places: Sequence[Place], story: StoryWords) -> list[Place]:
    """Return the places, and behind them those of the same words in capitals, in a headline or at a sentence's head.

    A list of US words knows “Harbour” as part of names, so the engine tells “harbour” alone; whoever changes all of a
    word means these too, unless the story names somebody or something so.
    """
    slips = {bare(slip.span.of(block.text)).casefold(): slip for block, slip, _ in places if other_english(slip)}
    if not slips:
        return list(places)
    known = {block.start + slip.start for block, slip, _ in places}
    return [*places, *(place for place in _same(slips, story) if place[0].start + place[1].start not in known)]


def _same(slips: Mapping[str, Slip], story: StoryWords) -> Iterator[Place]:
    words = re.compile(rf"(?<![\w@#/.-])(?:{'|'.join(map(re.escape, slips))})(?![\w@/-]|\.\w)", re.IGNORECASE)
    found = [
        (block, one.group(), Span(one.start(), one.end()))
        for block in story.manuscript.blocks
        if block.editorial and block.role not in SILENT_ROLES
        for one in words.finditer(block.flat)
    ]
    meant = [_is_the_word(word, block, span, story) for block, word, span in found]
    named = {
        word.casefold()
        for (block, word, _), is_it in zip(found, meant, strict=True)
        if word.istitle() and block.kind is Kind.COPY and not is_it
    }
    for (block, word, span), is_it in zip(found, meant, strict=True):
        if is_it and not (block.kind is not Kind.COPY and word.casefold() in named):  # GREY WINS, where Grey played
            yield block, _there(slips[word.casefold()], word, span), False


def _there(slip: Slip, word: str, span: Span) -> Slip:
    better = tuple(in_case_of(word, suggestion) for suggestion in slip.suggestions)
    return replace(slip, start=span.start, end=span.end, suggestions=better)


def _is_the_word(word: str, block: Block, span: Span, story: StoryWords) -> bool:
    """Return whether the word is written in small letters but for what its place asks for, and is no name."""
    if word.islower():
        return True
    if story.capitals[word.capitalize()]:
        return False
    if word.isupper():
        return word.casefold() not in _PARTIES
    if not word.istitle():
        return False
    begins = starts_sentence(block.flat, span.start, story.noise.titles)
    if block.role is BlockRole.HEADLINE:
        return (begins or _has_capitals_throughout(block.flat)) and _is_no_part_of_a_name(word, block.flat, span, story)
    return block.kind is Kind.COPY and begins and _is_a_thing(word, block.flat, span, story)


def _has_capitals_throughout(headline: str) -> bool:
    """Return whether a headline gives its words capitals, which mean nothing then."""
    words = [word for word in WORD.findall(headline)[1:] if len(word) >= _LONG and word not in _SMALL]
    return bool(words) and all(word[0].isupper() for word in words)


_LONG = 4
"""Letters: shorter words stay small in such headlines too."""
_SMALL = frozenset({"with", "from", "over", "into", "after", "amid", "under", "that", "than", "upon", "says"})
"""Longer ones that stay small in those of some houses."""


def _is_no_part_of_a_name(word: str, headline: str, span: Span, story: StoryWords) -> bool:
    """Return whether no word beside it is a name, by what the copy writes with a capital: Aldane Harbour Reopens."""
    before, behind = WORD.findall(headline[: span.start])[-1:], WORD.findall(headline, span.end)[:1]
    if word.casefold() in _PARTIES and not (behind and behind[0].casefold() in _OF_LABOUR):
        return False
    return not any(story.capitals[other] for other in (*before, *behind))


_PARTIES = frozenset({"labour", "labor"})
_BEING = frozenset({"is", "isn", "was", "wasn", "are", "aren", "were", "weren", "be", "being", "been"})
_OF_LABOUR = frozenset(
    {"costs", "market", "markets", "shortage", "shortages", "force", "ward", "wards", "camp", "camps", "law", "laws"}
    | {"union", "unions", "pains", "exchange", "dispute", "disputes", "supply", "saving", "standards", "rights"}
)
"""What is said of work and never of the party that is called so."""


def _is_a_thing(word: str, text: str, span: Span, story: StoryWords) -> bool:
    """Return whether a word at the head of a sentence is no name: a noun in small letters or a form of “be” follows.

    Labour won the seat, Centre for Cities said, Grey played the lead: they may be parties, bodies and people.
    """
    behind = WORD.match(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    if behind is None or not behind[0].islower() or acts_as_a_party(text, span.end, story.noise):
        return False
    if word.casefold() in _PARTIES:
        return behind[0] in _OF_LABOUR
    return behind[0] in _BEING or _class_at(text, behind.start()) in ("NN", "NNS")


def _class_at(text: str, start: int) -> str:
    """Return the class of the word that begins at a place; an empty text without the weights that say so."""
    model = clause_model()
    for sentence in sentences(text) if model else ():
        for nth, one in enumerate(sentence):
            if one.start == start and model is not None:
                return tagged(sentence, model.classes).tags[nth]
    return ""
