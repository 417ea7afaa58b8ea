"""What might have been meant instead of a word: words of its sound, of its keys, its other forms, other small words."""

import string
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.odds.sentences import RunWord, WordSort
from desk.paths import resources_dir
from desk.text.kept import kept_by_word

_DOUBLED = "bdgklmnprt"
_COMMON = -7.0
"""Natural logarithm of a frequency: 130 words are commoner."""
_PLURALS = frozenset(
    (("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"), ("this", "these"), ("that", "those"))
)
_NEVER_EXTRA = "not"
"""Without it a sentence says the contrary. And behind a word with a comma nothing goes on."""
_SHORTEST = 3
"""Letters: shorter words have no forms by ending."""
_SPELLINGS = (
    ("our", "or"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("mme", "m"),
    ("is", "iz"),
    ("ll", "l"),
    ("ae", "e"),
    ("nce", "nse"),
)
"""How British and American spelling part; both are right, and the house's is LanguageTool's matter."""


class SlipWay(StrEnum):
    """How one word came to stand for another."""

    CONFUSED = "confused"
    SOUND = "sound"
    KEY = "key"
    COMMON = "common"
    """By one slip of the keys, a word that is in every story."""
    FORM = "form"
    PLURAL = "plural"
    """Forms that an s parts, of nouns or verbs; the one with it, or "are" for "is", is meant."""
    SINGULAR = "singular"
    """The one without it is meant."""
    PREPOSITION = "preposition"
    EXTRA = "extra"
    LOST = "lost"
    LINK = "link"
    """A "to" or "of" lost."""
    ARTICLE = "article"
    """An article lost."""


LOSSES = frozenset((SlipWay.LOST, SlipWay.LINK, SlipWay.ARTICLE))


_LOST = {
    "to": SlipWay.LINK,
    "of": SlipWay.LINK,
    "a": SlipWay.ARTICLE,
    "an": SlipWay.ARTICLE,
    "the": SlipWay.ARTICLE,
}


@dataclass(frozen=True, slots=True)
class WordChange:
    """Put `new` in the place of the words `[start, end)` of a run."""

    way: SlipWay
    start: int
    end: int
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    slipping: frozenset[str]
    prepositions: tuple[str, ...]
    small: tuple[str, ...]
    unlinked: frozenset[str]
    numbers: frozenset[str]
    confused: Mapping[str, frozenset[str]]
    irregular: Mapping[str, frozenset[str]]
    alike: Mapping[str, frozenset[str]]


def losses(at: int) -> Iterator[WordChange]:
    """Yield each small word that may have been lost before a word of a run."""
    for small in _lists().small:
        yield WordChange(_LOST.get(small, SlipWay.LOST), at, at, (small,))


def stands_by_itself(word: str) -> bool:
    """Return whether a word stands behind any noun without a small word: “nobody makes that kind today”."""
    return word in _lists().unlinked


def is_past(word: str) -> bool:
    """Return whether a word in small letters may be what was done: freed, told; of an irregular verb in any form."""
    return word.endswith("ed") or any(form.endswith("ing") for form in _lists().irregular.get(word, ()))


def slipping_prepositions() -> frozenset[str]:
    """Return the prepositions that stand where another should."""
    return _lists().slipping


def exchanges(words: Sequence[RunWord], at: int, model: LanguageModel) -> Iterator[WordChange]:
    """Yield each word that may have been meant in the place of a word of a run, and its absence."""
    if words[at].sort is not WordSort.WORD:
        return
    word, lists = words[at].text, _lists()
    confused = lists.confused.get(word, frozenset[str]())
    ways: list[tuple[SlipWay, Iterable[str]]] = [
        (SlipWay.CONFUSED, confused),
        (SlipWay.SOUND, model.sounds_like(word)),
        *((way, others - confused) for way, others in _keys(word, model)),
        *_forms(word, model),
    ]
    if word in lists.slipping:
        ways.append((SlipWay.PREPOSITION, lists.prepositions))
    yield from _changes(word, at, ways)
    if (word in lists.small or word in lists.prepositions) and word != _NEVER_EXTRA and not words[at].comma:
        yield WordChange(SlipWay.EXTRA, at, at + 1, ())


def exchanges_at_home(words: Sequence[RunWord], at: int, model: LanguageModel) -> Iterator[WordChange]:
    """Yield what may have been meant though both neighbours call for the word: prepositions, plurals behind numbers."""
    if words[at].sort is not WordSort.WORD:
        return
    word, lists = words[at].text, _lists()
    if word in lists.slipping:
        yield from _changes(word, at, [(SlipWay.PREPOSITION, lists.prepositions)])
    elif at and words[at - 1].text in lists.numbers:
        yield from _changes(word, at, [pair for pair in _forms(word, model) if pair[0] is SlipWay.PLURAL])


def _changes(word: str, at: int, ways: Iterable[tuple[SlipWay, Iterable[str]]]) -> Iterator[WordChange]:
    for way, others in ways:
        fitting = (other for other in sorted(others) if not _same_word(word, other))
        yield from (WordChange(way, at, at + 1, (other,)) for other in fitting)


def _keys(word: str, model: LanguageModel) -> Iterator[tuple[SlipWay, frozenset[str]]]:
    found = keys(word, model)
    common = frozenset(other for other in found if model.chance(other) > _COMMON)
    yield from ((SlipWay.COMMON, common), (SlipWay.KEY, found - common))


def _forms(word: str, model: LanguageModel) -> Iterator[tuple[SlipWay, frozenset[str]]]:
    found = forms(word, model)
    more = frozenset(other for other in found if _is_plural(other, word))
    less = frozenset(other for other in found if _is_plural(word, other))
    yield from ((SlipWay.PLURAL, more), (SlipWay.SINGULAR, less), (SlipWay.FORM, found - more - less))


def _is_plural(many: str, one: str) -> bool:
    """Return whether an s makes the one form of the other."""
    return (one, many) in _PLURALS or many in (f"{one}s", f"{one}es", f"{one[:-1]}ies")


def _same_word(one: str, other: str) -> bool:
    return other in _lists().alike.get(one, ()) or _one_spelling(one) == _one_spelling(other)


@kept_by_word
def _one_spelling(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


@kept_by_word
def keys(word: str, model: LanguageModel) -> frozenset[str]:
    """Return the known words one slip of the keys away: a letter lost, added, swapped, or in another's place."""
    if len(word) < 2 or "'" in word:
        return frozenset()
    return frozenset(model.known(_slips(word))) - {word}


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


@kept_by_word
def forms(word: str, model: LanguageModel) -> frozenset[str]:
    """Return the known other forms of the word: number, tense, person, case."""
    irregular = _lists().irregular
    if word in irregular:
        return irregular[word]
    if len(word) < _SHORTEST:
        return frozenset()
    stems = [stem for stem in _stems(word) if len(stem) > 1 and model.knows(stem)]
    found = {form for stem in stems for form in (*_inflected(stem), *irregular.get(stem, ()))}
    return frozenset(model.known(found)) - {word}


def _stems(word: str) -> Iterator[str]:
    """Yield the words that this one may be a form of, itself first."""
    yield word
    for ending, put in (("ies", "y"), ("es", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        if word.endswith(ending):
            yield word[: -len(ending)] + put
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and stem[-1:] == stem[-2:-1]:
            yield stem[:-1]


def _inflected(stem: str) -> Iterator[str]:
    yield from (stem, stem + "s", stem + "ed", stem + "ing")
    if stem.endswith("e"):
        yield from (stem + "d", stem[:-1] + "ing")
    if stem.endswith("y"):
        yield from (stem[:-1] + "ies", stem[:-1] + "ied")
    if stem.endswith(("s", "x", "z", "ch", "sh")):
        yield stem + "es"
    if stem[-1] in _DOUBLED:
        yield from (stem + stem[-1] + "ed", stem + stem[-1] + "ing")


@cache
def _lists() -> _Lists:
    raw = tomllib.loads((resources_dir() / "grammar" / "odds.toml").read_text("utf-8"))
    return _Lists(
        frozenset(raw["slipping"].split()),
        tuple(raw["prepositions"].split()),
        tuple(raw["small"].split()),
        frozenset(raw["unlinked"].split()),
        frozenset(raw["numbers"].split()),
        _others(raw["confused"]),
        _others(raw["irregular"]),
        _others(raw["alike"]),
    )


def _others(groups: str) -> Mapping[str, frozenset[str]]:
    """Return the other words of its groups, a group a line, for each word."""
    found = defaultdict[str, set[str]](set)
    for line in groups.strip().splitlines():
        group = line.split()
        for word in group:
            found[word].update(set(group) - {word})
    return {word: frozenset(others) for word, others in found.items()}
