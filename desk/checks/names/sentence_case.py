"""Words of a story written as a sentence: what tells that one of them is a name, and so keeps its capital."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from desk.checks.names.calendar import is_of_a_date
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.text.letter_case import LetterCase, in_case, names_in
from desk.text.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ALSO_PLAIN = frozenset({"may", "march", "sun", "sat", "wed", "mar", "lent", "advent"})
"""Words of the calendar that are others too: they are days and months where a date says so."""


def in_sentence_case(text: str, span: Span, known: Collection[str]) -> str:
    """Return the words at a place of a story as a sentence; `known` are names of the story and of the desk, whole.

    A capital stays where the rest of the story writes the word with one within its sentences, where all of a known name
    stands, or where the lists of names tell it; never where the rest writes the word small.
    """
    words, rest = span.of(text), f"{text[: span.start]}\n{text[span.end :]}"
    small = {word for word in _WORD.findall(rest) if word.islower()}
    told = {word for word in (*_known(words, known), *_listed(words)) if word.lower() not in small}
    written = in_case(words, LetterCase.SENTENCE, names_in(rest) | told | set(_beside_names(words)))
    if len(written) == len(words):
        for at in _whole_names(words):
            written = f"{written[: at.start]}{_as_a_name(at.of(words), words)}{written[at.end :]}"
    return written


def _known(words: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the words of every known name that stands whole in the words, as the name has them."""
    folded = f" {' '.join(_WORD.findall(words)).casefold()} "
    for name in known:
        parts = _WORD.findall(name)
        if parts and f" {' '.join(parts).casefold()} " in folded:
            yield from (part for part in parts if part[0].isupper())


def _listed(words: str) -> Iterator[str]:
    """Yield the words that the lists tell for names: of the calendar, and those that are no plain words besides."""
    for match in _WORD.finditer(words):
        if _is_sure(match, words):
            yield _written(match[0], words)


def _beside_names(words: str) -> Iterator[str]:
    """Yield what is a name beside another: a plain word before a surname (Rose Duarte), any behind a given name."""
    for one, other in pairwise(_WORD.finditer(words)):
        if words[one.end() : other.start()].isspace() and one[0][0].isupper() and other[0][0].isupper():
            given, sure = squashed(one[0]) in lists().given, _is_sure(one, words)
            if given and sure and not _is_plain(other[0]):
                yield _written(other[0], words)
            elif given and _is_sure(other, words) and squashed(_bare(other[0])) in lists().surnames:
                yield _written(one[0], words)


def _whole_names(words: str) -> Iterator[Span]:
    """Yield where words stand that have their capital of what they stand beside; elsewhere they may be plain ones."""
    for place in lists().long_places:
        for found in re.finditer(rf"\b{place}\b", words, re.IGNORECASE):
            yield Span(found.start(), found.end())
    for given, particle, family in zip(*(list(_WORD.finditer(words))[nth:] for nth in range(3)), strict=False):
        between = words[given.end() : particle.start()] + words[particle.end() : family.start()]
        named = between == "  " and given[0][0].isupper() and family[0][0].isupper()
        called = squashed(given[0]) in lists().given and not is_function_word(given[0])
        if named and called and particle[0].lower() in _PARTICLES and not _is_plain(_bare(family[0])):
            yield Span(given.start(), family.end())
    for before, one, other in zip([None, *_WORD.finditer(words)], *_pairs(words), strict=False):
        gap = words[one.end() : other.start()]
        if not (one[0][0].isupper() and other[0][0].isupper()) or not (gap.isspace() or gap == ". "):
            continue
        first, second = squashed(_bare(one[0])), squashed(_bare(other[0]))
        if first in _HOLY or (_is_unheard_of(one[0]) and gap.isspace() and _is_sure(other, words)):
            yield Span(one.start(), one.end())
        elif not gap.isspace():
            continue
        elif first in _PEOPLES and (before is None or before[0].lower() != "to"):
            yield Span(one.start(), one.end())
        elif (second == "day" and first in lists().days) or (
            first in lists().given and not is_function_word(one[0]) and _is_unheard_of(other[0])
        ):
            yield Span(one.start(), other.end())


def _pairs(words: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    found = list(_WORD.finditer(words))
    return found[:-1], found[1:]


_PARTICLES = frozenset({"van", "von", "de", "del", "della", "di", "da", "dos", "du", "le", "la", "bin", "ten", "ter"})
"""What stands between a given name and a family name; it stays as it is written (Vincent van Gogh, Dick Van Dyke)."""
_HOLY = frozenset({"st", "ste", "sts"})
_PEOPLES = frozenset({"polish", "catholic", "catholics"})
"""Of the peoples and faiths in the lists, those that are plain words too and have a capital in every newspaper."""


def _is_unheard_of(word: str) -> bool:
    """Return whether no list has a word, so that what stands beside it tells whether it is a name."""
    bare = _bare(word)
    return len(bare) > _SHORT and squashed(bare) not in lists().known and not _is_plain(bare)


_SHORT = 2


def _bare(word: str) -> str:
    return word[:-2] if word[-2:].lower() in ("’s", "'s") else word


def _as_a_name(found: str, words: str) -> str:
    return _WORD.sub(lambda one: one[0].capitalize(), found) if words.isupper() else found


def _written(word: str, words: str) -> str:
    return word.capitalize() if words.isupper() else word


def _is_sure(match: re.Match[str], words: str) -> bool:
    word = _bare(match[0])
    key = squashed(word)
    if key in lists().days:
        dated = is_of_a_date(words, match.start(), match.end())
        return dated or (len(key) > 3 and key not in _ALSO_PLAIN)
    return word[0].isupper() and key in lists().known and not _is_plain(word)


def _is_plain(word: str) -> bool:
    return is_word(word.lower())
