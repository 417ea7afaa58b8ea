"""Words taken for others that sound or look like them, told by the words beside them: "pouring over the accounts".

No dictionary sees them, and no short stretch of a language model either, where the words that tell stand a few places
on. What is told stands in `resources/grammar/mixed_up.txt`, one pair an entry.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desk.checks.grammar.reading import Slip
from desk.errors import BugError
from desk.paths import resources_dir

RULE = "COPYDESK_MIXED_UP"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?:…][\"”’)]*\s|[“\"‘(—–])\s*$")
_GAP = r",?(?:\s+|-)"
"""What stands between two words of a place: compounds have a hyphen in some houses."""
_NO_COMMA = "(?!,)"
"""Behind the wrong word itself none stands: they bore, or bare, the brunt."""
_APOSTROPHE = "['’]"
_PART = re.compile(r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+")
"""One part of a place: up to a space that stands in no brackets."""
_BETWEEN = r"(?:[\w'’%$£€-]+\s+){0,3}?"
"""What `..` stands for: up to three words of the same clause."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Words that stand where others are meant, with the places where that is plain, and sentences that show it."""

    meant: Mapping[str, str]
    """By wrong word, in small letters, the one that is meant."""
    places: tuple[str, ...]
    """Patterns, each with the wrong word as its group `word`."""
    found: tuple[str, ...]
    peace: tuple[str, ...]


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each word of a block that stands for another, in the order of the places."""
    by_word = _by_first_word()
    words = {_plain(found[0]) for found in _WORD.finditer(text)}
    asked = dict.fromkeys(pair for word in words & by_word.keys() for pair in by_word[word])
    found = {slip.start: slip for pair in asked for slip in _of_pair(text, pair)}
    yield from (found[start] for start in sorted(found))


def example_of(word: str) -> tuple[str, str] | None:
    """Return a sentence with the wrong word and the same one mended; None where no pair has the word."""
    word = _plain(word)
    for pair in _by_first_word().get(word.split(" ")[0], ()):
        for sentence in pair.found:
            slip = next((slip for slip in _of_pair(sentence, pair) if _plain(slip.span.of(sentence)) == word), None)
            if slip is not None:
                return sentence, sentence[: slip.start] + slip.suggestions[0] + sentence[slip.end :]
    return None


def _of_pair(text: str, pair: Pair) -> Iterator[Slip]:
    for place in pair.places:
        for found in _compiled(place).finditer(text):
            start, end = found.span("word")
            if not _is_name(text, start):
                yield _slip(found["word"], start, end, pair.meant[_plain(found["word"])])


@cache
def _compiled(place: str) -> re.Pattern[str]:
    """Return the pattern, made when a text first has a word of the pair: all 560 take 0.2 to 0.5 s."""
    return re.compile(place, re.IGNORECASE)


def _is_name(text: str, start: int) -> bool:
    """Return whether the word has a capital that no sentence gave it."""
    return text[start].isupper() and not _SENTENCE_HEAD.search(text, max(0, start - 6), start)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("'", "’").split())


def _slip(written: str, start: int, end: int, meant: str) -> Slip:
    meant = meant[:1].upper() + meant[1:] if written[:1].isupper() else meant
    message = f"Is “{meant}” meant? “{written}” is another word."
    return Slip(RULE, start, end, message, (meant,), "COPYDESK_SOUNDALIKES", "misspelling")


@cache
def _by_first_word() -> Mapping[str, Sequence[Pair]]:
    out: dict[str, list[Pair]] = {}
    for pair in pairs():
        for words in pair.meant:
            out.setdefault(_WORD.findall(words)[0], []).append(pair)
    return out


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the shipped pairs; raises `BugError` where an entry is broken."""
    text = (resources_dir() / "grammar" / "mixed_up.txt").read_text("utf-8")
    entries = re.split(r"\n\s*\n", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    return tuple(_pair(entry.strip().splitlines()) for entry in entries if entry.strip())


def _pair(lines: Sequence[str]) -> Pair:
    head, *rest = lines
    meant = dict(both.replace("_", " ").split(">") for both in head.split())
    marked = {mark: tuple(line[4:] for line in rest if line.startswith(f"  {mark} ")) for mark in ":+-"}
    if not (marked[":"] and marked["+"]) or sum(map(len, marked.values())) != len(rest):
        raise BugError(f"mixed_up.txt: the entry “{head}” must have places (:) and a sentence found (+), and no more")
    places = tuple(_place(line, meant) for line in marked[":"])
    return Pair(meant, places, marked["+"], marked["-"])


def _place(line: str, meant: Mapping[str, str]) -> str:
    """Return the pattern of one place: `_` is the wrong word, strokes part alternatives, `~` follows what may lack.

    What begins with `(?!` must not follow there.
    """
    longest_first = "|".join(
        word.replace(" ", r"\s+").replace("’", _APOSTROPHE) for word in sorted(meant, key=len, reverse=True)
    )
    out = ""
    for part in _PART.findall(line):
        if part == "..":
            out += _BETWEEN
        elif part == "_":
            out += rf"(?P<word>{longest_first})(?![\w'’]){_NO_COMMA}{_GAP}"
        elif part.startswith("(?!"):
            out += part
        else:
            word = rf"(?:{part.rstrip('~').replace(' ', _GAP).replace('’', _APOSTROPHE)})(?!\w){_GAP}"
            out += f"(?:{word})?" if part.endswith("~") else word
    return r"(?<![\w'’-])" + out.removesuffix(_GAP).removesuffix(_NO_COMMA)
