"""The desk's name book against the story: forms the desk has replaced, and near misses of agreed spellings."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.checks.check import Severity
from desk.checks.house import BookEntry
from desk.checks.names.group import NamePlace, StoryNames, Word
from desk.checks.names.letters import LetterSlip, plain, slip, sounds, squashed, without_article
from desk.checks.names.lists import is_word, lists
from desk.checks.names.pairs import keys
from desk.checks.names.spacing import stretches
from desk.checks.names.suspicion import Suspicion
from desk.text.spans import Span


@dataclass(slots=True)
class BookLookup:
    """The name book indexed: by squashed form, and its single words by the keys of near spellings."""

    entries: tuple[BookEntry, ...] = ()
    agreed: dict[str, BookEntry] = field(default_factory=dict)
    replaced: dict[str, BookEntry] = field(default_factory=dict)
    near: dict[str, list[tuple[str, BookEntry]]] = field(default_factory=lambda: defaultdict(list))
    name_of: dict[str, str] = field(default_factory=dict)
    """Word of an agreed spelling -> the first spelling that has it."""

    def spelled(self, form: str) -> bool:
        """Return whether a form, as written, is an agreed spelling or a word of one."""
        entry = self.agreed.get(squashed(form))
        return (entry is not None and entry.spelling == form) or form in self.name_of


_last = BookLookup()


def book_of(entries: tuple[BookEntry, ...]) -> BookLookup:
    """Return the index of a name book; the last one is kept, for a desk has one book and checks after each edit."""
    global _last  # one slot, replaced as a whole: safe from any thread
    if _last.entries is not entries:
        _last = index(entries)
    return _last


def index(entries: tuple[BookEntry, ...]) -> BookLookup:
    """Return the index of these names, made anew."""
    book = BookLookup(entries)
    variants = lists().variants
    for entry in entries:
        book.agreed[squashed(entry.spelling)] = entry
        for variant in entry.variants:
            book.replaced[squashed(variant)] = entry
        for text in entry.spelling.split():
            if text in book.name_of or len(squashed(text)) < _SHORTEST or is_word(text.lower()):
                continue
            book.name_of[text] = entry.spelling
            for key in set(keys(Word(text, squashed(text), "word"), variants)):
                book.near[key].append((text, entry))
    return book


_SHORTEST = 4
_CROWD = 12
_CLOSE = frozenset(
    {
        LetterSlip.SWAP,
        LetterSlip.DOUBLE,
        LetterSlip.VOWEL,
        LetterSlip.SOUND,
        LetterSlip.EXTRA_VOWEL,
        LetterSlip.EXTRA,
        LetterSlip.ANAGRAM,
        LetterSlip.SPELLING,
    }
)


def against_book(story: StoryNames, book: BookLookup) -> Iterator[Suspicion]:
    """Yield every form in the story that the name book replaces, and every near miss of an agreed spelling."""
    if not book.entries:
        return
    yield from _replaced(story, book)
    yield from _near(story, book)


def _replaced(story: StoryNames, book: BookLookup) -> Iterator[Suspicion]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for run in story.runs:
        for key, stretch in stretches(run.text, run.skip):
            entry = book.replaced.get(key) or book.agreed.get(key)
            if entry is not None and not stretch.text.isupper() and not _agrees(stretch.text, entry):
                found[entry.spelling, stretch.text].append(Span(run.start + stretch.start, run.start + stretch.end))
    for (spelling, form), places in found.items():
        why = f"the name book has “{spelling}”" + _noted(book.agreed[squashed(spelling)])
        yield _suspicion(spelling, form, places, why)


def _agrees(form: str, entry: BookEntry) -> bool:
    """Return whether a form is the agreed spelling, or differs only in the capital a sentence begins with."""
    return form == entry.spelling or (form[:1].lower() == entry.spelling[:1] and form[1:] == entry.spelling[1:])


def _near(story: StoryNames, book: BookLookup) -> Iterator[Suspicion]:
    for word in story.words.values():
        for text, entry in close_to(story, word, book):
            places = [
                Span(place.start, place.end) for place in word.places if _is_near(story, word, place, text, entry)
            ]
            if places:
                why = f"the name book has “{entry.spelling}”" + _noted(entry)
                yield _suspicion(text, word.text, places, why, Severity.HINT)
                break


def close_to(story: StoryNames, word: Word, book: BookLookup) -> Iterator[tuple[str, BookEntry]]:
    """Yield the words of names in the book that share a key of near spellings with a word of the story, each once."""
    if word.look != "word" or len(word.key) < _SHORTEST or story.ordinary(word) or book.spelled(word.text):
        return
    wanted = set(keys(word, lists().variants))
    yield from {text: entry for key in wanted for text, entry in book.near.get(key, ())[:_CROWD]}.items()


def _noted(entry: BookEntry) -> str:
    return f" ({entry.note})" if entry.note else ""


def _is_near(story: StoryNames, word: Word, place: NamePlace, agreed: str, entry: BookEntry) -> bool:
    """Return whether a word at a place is a near miss of an agreed word, by its letters or its sound.

    A word that is a name of its own is one only where the listed spellings of one name say so, or where it stands
    among the other words of the agreed name ("Kim Jung Un").
    """
    ours, theirs = without_article(word.text), without_article(agreed)
    if theirs in lists().variants.get(ours, ()):
        return True
    alike = sounds(ours) == sounds(theirs)
    if ours == theirs or not (alike or ours[0] == theirs[0]):
        return False
    if not is_a_slip(word.text, agreed):
        return False
    if stands_in(story, place, agreed, entry):
        return True
    return is_nobodys(word.text) and (len(ours) > _SHORTEST or alike)


def is_a_slip(text: str, agreed: str) -> bool:
    """Return whether a word is the agreed one but for what slips and transliterations differ in."""
    return slip(without_article(text), without_article(agreed)) in _CLOSE


def is_nobodys(text: str) -> bool:
    """Return whether no list has a word as a name, and it is no common word either."""
    return plain(text) not in lists().known and not is_word(text.lower())


def stands_in(story: StoryNames, place: NamePlace, agreed: str, entry: BookEntry) -> bool:
    """Return whether the words around a place are the other words of an agreed name of several words."""
    words = entry.spelling.split()
    first = place.nth - words.index(agreed)
    around = [piece.text for piece in story.runs[place.run].pieces[max(0, first) : first + len(words)]]
    if first < 0 or len(words) == 1 or len(around) != len(words):
        return False
    return all(ours == theirs for ours, theirs in zip(around, words, strict=True) if theirs != agreed)


def _suspicion(keep: str, depart: str, places: list[Span], why: str, severity: Severity = Severity.ERROR) -> Suspicion:
    return Suspicion("names.book", keep, depart, (), tuple(places), why, severity, severity is Severity.HINT)
