"""Offices and ranks that one person cannot hold at once: "Mayor Duarte" here and "Councillor Duarte" there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desk.checks.check import Severity
from desk.checks.names.group import NamePiece, StoryNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists
from desk.checks.names.office_words import office_words
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.references import quoted
from desk.checks.names.suspicion import Suspicion, titles_apart
from desk.text.blocks import Kind
from desk.text.matcher import matcher
from desk.text.spans import Span


class _OfficeSign(NamedTuple):
    """One place that gives a person an office: its word, the place of that and of the name, its ladder and office."""

    word: str
    span: Span
    """From the office to the end of the name; of a description ("the mayor,") the word alone."""
    name: str
    """What stands behind the office within the span; empty for a description."""
    ladder: str
    office: str
    quoted: bool


class _Bearer(NamedTuple):
    """A place where somebody is named: the name alone, its mention, and what stands before it: offices, places."""

    name: tuple[str, ...]
    mention: Mention
    before: tuple[NamePiece, ...]


def offices_changed(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield people of the story with two offices or ranks that exclude each other, and no word of how that came.

    Of several people of one family name only full names count; nothing is said of a family in the news, nor where a
    place gives somebody both offices.
    """
    for family in {**folk.full, **folk.bare}:
        mentions = (*folk.full.get(family, ()), *folk.bare.get(family, ()))
        if len(mentions) > 1 and any(map(_may_tell, mentions)):
            for bearers in _people_of(story, family, mentions):
                yield from _contradictions(story, bearers)


def _may_tell(mention: Mention) -> bool:
    words = office_words().ladders
    return any(word.rstrip(".") in words for word in (*mention.titles, *mention.words))


def _people_of(story: StoryNames, family: str, mentions: Sequence[Mention]) -> Iterator[list[_Bearer]]:
    """Yield the places of each person of one family name in text order; bare names go to an only bearer."""
    bearers = sorted((_bearer(story, m) for m in mentions), key=_place)
    given = {squashed(bearer.name[0]) for bearer in bearers if len(bearer.name) > 1}
    if not lists().families.get(family, frozenset()).isdisjoint(given):
        return
    if len(given) < _SEVERAL:
        yield bearers
        return
    named: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        if len(bearer.name) > 1:
            named[squashed(bearer.name[0])].append(bearer)
    yield from named.values()


_SEVERAL = 2


def _place(bearer: _Bearer) -> int:
    return bearer.mention.start


def _bearer(story: StoryNames, mention: Mention) -> _Bearer:
    """Return a mention with its name parted from an office behind a place or firm: "Elvin Mayor Duarte"."""
    run = story.runs[mention.run]
    chain = [piece for piece in run.pieces if run.start + piece.end <= mention.end]
    chain = chain[-len(mention.titles) - len(mention.words) :]
    words = office_words().ladders
    cut = max((n for n, piece in enumerate(chain[:-1], 1) if piece.text.rstrip(".") in words), default=0)
    cut = max(cut, len(mention.titles))
    return _Bearer(tuple(piece.text for piece in chain[cut:]), mention, tuple(chain[:cut]))


def _contradictions(story: StoryNames, bearers: list[_Bearer]) -> Iterator[Suspicion]:
    by_ladder: dict[str, dict[str, list[_OfficeSign]]] = defaultdict(lambda: defaultdict(list))
    for bearer in bearers:
        told = [*_titled(story, bearer), *_described(story, bearer)]
        if _both_at_one_place(told):
            return
        for sign in told:
            by_ladder[sign.ladder][sign.office].append(sign)
    for ladder, offices in by_ladder.items():
        if len(offices) == _SEVERAL and not _is_explained(story, bearers):
            keep, depart = sorted(offices.values(), key=_weight)
            hint = ladder == _COUNCIL and story.country in _MAYORS_ARE_COUNCILLORS
            yield from _suspicions(keep, depart, hint)
            return  # a word may stand on several ladders: told once


_COUNCIL = "council"
_MAYORS_ARE_COUNCILLORS = frozenset({"GB", "IE", "AU", "NZ", "ZA"})  # most of them: chosen by the council from its own


def _both_at_one_place(told: list[_OfficeSign]) -> bool:
    """Return whether one place says both: "Cllr Ines Duarte, mayor of Elvin"."""
    offices = {(sign.ladder, sign.office) for sign in told}
    return len(offices) > len({ladder for ladder, _ in offices})


def _weight(signs: list[_OfficeSign]) -> tuple[int, int]:
    return -sum(not sign.quoted for sign in signs), signs[0].span.start


def _titled(story: StoryNames, bearer: _Bearer) -> list[_OfficeSign]:
    """Return what the words before a name say of its bearer's office; nothing where it is a compound or not held."""
    if not bearer.before or not _is_told(story, bearer):
        return []
    words = office_words()
    first = story.runs[bearer.mention.run].start + bearer.before[0].start
    titles = [piece.text.rstrip(".") for piece in bearer.before]
    sentence = _sentence_before(story, first)
    if not words.not_held.isdisjoint(titles) or _NOT_HELD.search(sentence) or _IN_A_YEAR.search(sentence):
        return []
    held = [t for t in titles if t in words.ladders]
    if len(held) != 1 or not words.makers.isdisjoint(titles):
        return []
    nth = titles.index(held[0])
    run = story.runs[bearer.mention.run]
    span = Span(run.start + bearer.before[nth].start, bearer.mention.end)
    between = span.of(story.text)[len(bearer.before[nth].text) :]
    in_quotes = quoted(story, bearer.mention)
    return [
        _OfficeSign(bearer.before[nth].text, span, between, ladder, office, in_quotes)
        for ladder, office in words.ladders[held[0]].items()
    ]


def _is_told(story: StoryNames, bearer: _Bearer) -> bool:
    """Return whether a mention stands in the copy or its furniture: what is left of a page tells of other days."""
    return story.blocks[story.runs[bearer.mention.run].block].kind in (Kind.COPY, Kind.FURNITURE)


def _described(story: StoryNames, bearer: _Bearer) -> list[_OfficeSign]:
    """Return what the small words right before or behind a full name say: "the mayor, Ines Duarte", "Duarte, mayor"."""
    words, found = office_words(), None
    mention = bearer.mention
    if len(bearer.name) == 1 or not _is_told(story, bearer):
        return []
    before = _sentence_before(story, mention.start)
    if match := _WORD_BEFORE.search(before):
        start = mention.start - (len(before) - match.start(1))
        found = None if _NOT_HELD.search(before[: match.start(1)]) else Span(start, start + len(match[1]))
    elif match := _WORD_BEHIND.match(story.text, mention.end, mention.end + _REACH):
        found = Span(*match.span(1))
    word = found.of(story.text) if found else ""
    if found is None or word not in words.described:
        return []
    in_quotes = quoted(story, mention)
    ladders = words.ladders[words.described[word]]
    return [_OfficeSign(word, found, "", ladder, office, in_quotes) for ladder, office in ladders.items()]


_REACH = 60  # code points looked at on either side
_WORD_BEFORE = matcher(r"\b[Tt]he\s(?:\w+\s)?([a-z]{5,})(?:\sof(?:\s[A-Z]\w+)+)?,\s$")
_WORD_BEHIND = matcher(r",\s(?:(?:the|an?)\s)?([a-z]{5,})\b")
_NOT_HELD = matcher(
    r"(?:\b(?:former|then|ex|acting|interim|deputy|vice|assistant|late|retired|previous|outgoing|incoming|next|new"
    r"|future|caretaker|would-be|one-?time|ousted|shadow|honorary|junior|lieutenant)\b[ -](?:[\w.’']+[ -]){0,3})$",
    re.IGNORECASE,
)
_IN_A_YEAR = matcher(r"\b(?:[Ii]n|[Bb]y|[Dd]uring|[Oo]f|[Uu]ntil) (?:\w+ )?(?:19|20)\d\d\b")


def _sentence_before(story: StoryNames, place: int) -> str:
    block = story.block_at(place)
    return _SENTENCE.split(story.text[max(block.start, place - _REACH) : place].replace("\n", " "))[-1]


_SENTENCE = matcher(r"[a-z)\d][.!?][”\"’)]*\s+")
_CHANGE = matcher(
    r"\b(?:promoted|promotion|demoted|elevated|became|becom(?:e|es|ing)|sworn in|inaugurat\w+|appoint(?:ed|ment)"
    r"|nominat(?:ed|ion|ee)|elected|re-?elected|took (?:office|over)|takes over|step(?:s|ped|ping)? down|resign\w*"
    r"|retire[ds]?|retirement|succeed\w*|successor|predecessor|replac\w+|ordained|consecrated|rank|ran for|until"
    r"|run(?:ning|s)? for|bid for|candidate|hopeful|served as|serving as|formerly|former|at the time|previously"
    r"|when (?:he|she|they) (?:was|were))\b",
    re.IGNORECASE,
)
"""Words that tell how somebody comes to two offices: then both are right."""


def _is_explained(story: StoryNames, bearers: list[_Bearer]) -> bool:
    """Return whether a paragraph that names the person tells of a change, of earlier days or of several offices."""
    blocks = {story.runs[bearer.mention.run].block for bearer in bearers}
    return any(_CHANGE.search(story.blocks[number].flat) for number in blocks)


def _suspicions(keep: list[_OfficeSign], depart: list[_OfficeSign], hint: bool) -> Iterator[Suspicion]:
    """Yield one suspicion for each wording of the departing office, each with the office kept in the same words."""
    hint = hint or any(all(sign.quoted for sign in signs) for signs in (keep, depart))
    why = "the story does not tell how one became the other"
    yield from titles_apart(keep, depart, _kept_word, why, Severity.HINT if hint else Severity.WARNING)


def _kept_word(keep: Sequence[_OfficeSign], instead_of: _OfficeSign) -> str:
    """Return the office to keep as it is to be written here: before a name as there, in a description in full."""
    described = office_words().described
    if not instead_of.name:
        return next((s.word.lower() for s in keep if s.word.lower() in described), keep[0].office.lower())
    return next((s.word for s in keep if s.name), keep[0].office)
