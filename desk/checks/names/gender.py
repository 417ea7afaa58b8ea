"""Titles and words for what somebody is that cannot both be right of one person: Mr and Ms, chairman and chairwoman."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desk.checks.check import Severity
from desk.checks.names.group import StoryNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.suspicion import Suspicion, titles_apart
from desk.text.matcher import matcher
from desk.text.spans import Span

_MEN = frozenset({"Mr", "Sir", "Lord", "King", "Prince", "Baron", "Duke", "Count", "Emperor", "Father", "Brother"})
_WOMEN = frozenset({
    "Mrs", "Ms", "Miss", "Dame", "Lady", "Queen", "Princess", "Baroness", "Duchess", "Countess", "Empress", "Sister",
})  # fmt: skip
_WORD_BEFORE = matcher(r"(?<!\w)([a-z]{4,}) $")
_WORD_BEHIND = matcher(r",\s(?:(?:a|an|the|former|veteran)\s){0,2}([a-z]{4,})\b")
_NOBODY: frozenset[str] = frozenset()
_REACH = 40  # code points looked at on either side


class _Sign(NamedTuple):
    """One place that tells something of a person: the word, the name behind it, what it tells of, which of two sides.

    `span` holds both; `name` begins with its blank and is empty in a description.
    """

    word: str
    name: str
    span: Span
    about: str
    side: int


def titles_changed(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield a person of the story with titles or words that exclude each other: Mr/Ms, chairman/-woman."""
    for family, full in folk.full.items():
        bearers = {m.words[:-1] for m in full}
        if len(bearers) != 1 or not lists().families.get(family, _NOBODY).isdisjoint(map(squashed, *bearers)):
            continue
        mentions = sorted((*folk.bare.get(family, ()), *full), key=lambda m: m.start)
        by_matter: dict[str, list[_Sign]] = defaultdict(list)
        for sign in (sign for mention in mentions for sign in _signs(story, mention)):
            by_matter[sign.about].append(sign)
        for signs in by_matter.values():
            sides = [[sign for sign in signs if sign.side == side] for side in (0, 1)]
            if all(sides):
                keep, depart = sorted(sides, key=lambda side: (-len(side), side[0].span.start))
                why = f"only one {mentions[0].words[-1]} is introduced"
                yield from titles_apart(keep, depart, _kept_word, why, Severity.HINT)


def _signs(story: StoryNames, mention: Mention) -> Iterator[_Sign]:
    """Yield what titles and words beside a mention tell: of the sex by courtesy titles, and of each pair."""
    pairs = lists().gendered
    if mention.titles:
        title = mention.titles[-1].rstrip(".")
        if title in _MEN or title in _WOMEN:
            yield _titled(story, mention, "sex", int(title in _WOMEN))
        if title.lower() in pairs:
            yield _titled(story, mention, *pairs[title.lower()])
    before = _WORD_BEFORE.search(story.text[max(0, mention.start - _REACH) : mention.start].replace("\n", " "))
    if before and before[1] in pairs:
        start = mention.start - len(before[1]) - 1
        yield _Sign(before[1], _behind(story, mention), Span(start, mention.end), *pairs[before[1]])
    behind = _WORD_BEHIND.match(story.text, mention.end, mention.end + _REACH)
    if behind and behind[1] in pairs:
        yield _Sign(behind[1], "", Span(*behind.span(1)), *pairs[behind[1]])


def _titled(story: StoryNames, mention: Mention, about: str, side: int) -> _Sign:
    title = mention.titles[-1]
    return _Sign(title, _behind(story, mention), Span(mention.start - len(title) - 1, mention.end), about, side)


def _behind(story: StoryNames, mention: Mention) -> str:
    return " " + " ".join(story.text[mention.start : mention.end].split())


def _kept_word(keep: Sequence[_Sign], instead_of: _Sign) -> str:
    """Return the word that is kept, as it is to be written here: with a capital where this one has one."""
    word = next((sign.word for sign in keep if bool(sign.name) == bool(instead_of.name)), keep[0].word)
    return word[0].upper() + word[1:] if instead_of.word[0].isupper() else word[0].lower() + word[1:]
