"""Passages in another language: what is not English is not bad English. With its pack it is checked in it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from desk.checks.check import PACK_ADVICE
from desk.checks.frequencies import frequency
from desk.checks.grammar.reading import ABROAD, OTHER_LANGUAGE, Reading, Slip
from desk.checks.grammar.typing_slips import slips_between
from desk.checks.names.languages import (
    UNNAMED,
    WORD,
    code_of,
    is_of,
    is_small_elsewhere,
    language_of,
    likeliest_language,
)
from desk.checks.names.letters import one_slip
from desk.checks.names.lists import is_function_word, is_word
from desk.errors import Unavailable
from desk.text.blocks import Block, Manuscript
from desk.text.kept import kept_by_passage
from desk.text.quotations import quoted

_STRANGE = 2
"""Words that the English dictionary lacks, which make it worth asking what language a block is in."""
_FEWEST_STRANGE = 3
"""Of them in a quotation that nobody knows the language of: one word of its own may be slang, a dish or a slip."""
_MOST_STRANGE = 0.6
"""Of the words of a quotation but for small ones of both languages: all are not English in “Yeh galat hai, bhai”."""
_FEWEST_OF_A_BLOCK = 6
"""Words of a block that nobody knows the language of: fewer are a dish, a slogan or a row of names."""
_FEWEST_OF_THEM = 2
"""Of these, words that are no English one but for a slip."""
_HARDLY = 1.0
"""Times in a million words: names and loanwords that the English dictionary has (hai, paisa) are rarer."""
_KINDS = frozenset({"misspelling", "grammar", "inconsistency", "duplication"})
"""What is told of another language: its typography is a matter of the house, and of the English around it."""

_CATEGORIES = ("GRAMMA", "AGREEMENT", "CAT_GRAMMAIRE", "CAT_HOMONYMES", "CAT_ELISION")
"""How those begin that say of no kind what they are (German, French)."""
_NUMBERED = frozenset({"CAT1", "CAT2", "CAT3", "CAT4", "CAT5", "CAT7", "CAT12", "CAT13", "CATx"})
"""The same of Italian: grammar by numbers; of the others, 6 is punctuation, and 8 to 11 are style."""
_NAMED = frozenset({"CONGRUENTIE", "CONSTRUCTIEFOUT", "VORMFOUTEN", "CONFUSED_WORDS"})
"""The same of Dutch."""


@dataclass(frozen=True, slots=True)
class ForeignPassage:
    """Part of a block in another language, as half-open code points."""

    start: int
    end: int
    language: str
    """By its English name."""
    what: str
    """ "paragraph" or "quotation"; an empty text where it is a name (“Das Lied von der Erde”), which nobody checks."""

    def spoken(self, text: str) -> "ForeignPassage":
        """Return the passage without the marks and the comma that the English puts around it.

        At English marks French rules fall silent: “Les enfants est fatigué” was right.
        """
        start, end = self.start, self.end
        while start < end and text[start] in _OPENING:
            start += 1
        while start < end and text[end - 1] in _CLOSING + ",":
            end -= 1
        return replace(self, start=start, end=end)

    def holds(self, slip: Slip) -> bool:
        """Return whether the slip lies within."""
        return self.start <= slip.start and slip.end <= self.end


def passages_worth_a_look(text: str, reading: Reading) -> tuple[ForeignPassage, ...]:
    """Return the passages in other languages of a block that has words which are not English."""
    strange = [slip for slip in reading if slip.is_spelling]
    if len(strange) < _STRANGE and text.isascii():
        return ()
    known = passages(text)
    if known and known[0].start == 0 and known[0].end == len(text):
        return known
    more = _of_no_english(text, strange, known) if len(strange) >= _STRANGE else ()
    return tuple(sorted((*known, *more), key=lambda passage: passage.start))


def _of_no_english(text: str, strange: Sequence[Slip], known: Sequence[ForeignPassage]) -> Iterator[ForeignPassage]:
    """Yield the block, else its other quotations, where most words are not English, in whatever language."""
    spoken = quoted(text)
    whole = 0, len(text)
    if not spoken and not _is_ours(text) and _is_no_english(text, whole, strange, of_both=False):
        yield ForeignPassage(*whole, _language_of_strange(_words(text)), _what(text, "paragraph"))
        return
    for start, end in spoken:
        if not any(passage.start == start for passage in known) and _is_no_english(text, (start, end), strange):
            said = text[start:end]
            yield ForeignPassage(start, end, _language_of_strange(_words(said)), _what(said, "quotation"))


def _is_ours(text: str) -> bool:
    """Return whether a block is too short to tell, a list, or English around words of others: we ate idli and vada."""
    said = WORD.findall(text)
    listed = text.count(",") + 1
    if len(said) < _FEWEST_OF_A_BLOCK or (listed >= _FEWEST_LISTED and len(said) <= _LONGEST_LISTED * listed):
        return True
    small = [word.casefold() for at, word in enumerate(said) if at == 0 or word.islower()]
    ours = sum(is_function_word(word) and not is_small_elsewhere(word) for word in small)
    return ours * _ONE_OF >= len(said)


_FEWEST_LISTED, _LONGEST_LISTED = 4, 2.0
"""Things of a list, and words that each of them has: “garam masala, amchur, hing, jeera”."""
_ONE_OF = 12
"""Words, with a small one that English alone has: “serve with burrata and taleggio” has two of five, Finnish none."""


def _is_no_english(text: str, of: tuple[int, int], strange: Sequence[Slip], of_both: bool = True) -> bool:
    """Return whether most words of a part of the text are not English, and not because they are misspelt.

    `of_both` leaves what is a small word there and here out of the count: between dishes (“there was dal and a tikka”)
    it is ours.
    """
    start, end = of
    within = [slip for slip in strange if start <= slip.start and slip.end <= end and _speaks(text, slip, start)]
    words = [slip for slip in within if not _is_misspelt(slip.span.of(text), slip.suggestions)]
    if len(within) < _FEWEST_STRANGE or len(words) < _FEWEST_OF_THEM:
        return False
    said = _words(text[start:end])
    flagged = {slip.span.of(text).casefold() for slip in within}
    slipped = {slip.span.of(text).casefold() for slip in within if slip not in words and _is_one_slip(slip, text)}
    theirs = sum(word not in slipped and (word in flagged or _is_hardly_english(word)) for word in said)
    either = sum(word not in flagged and is_small_elsewhere(word) for word in said) if of_both else 0
    return theirs >= _MOST_STRANGE * (len(said) - either) and 2 * theirs >= len(said)


def _language_of_strange(said: Sequence[str]) -> str:
    """Return the language of words that are not English."""
    likeliest = likeliest_language(said)
    return likeliest if likeliest and is_of(said, likeliest) else UNNAMED


def _is_hardly_english(word: str) -> bool:
    """Return whether a word in small letters is hardly met in English books, and no small one of another language."""
    return frequency(word) < _HARDLY and not is_word(word) and not is_small_elsewhere(word)


def _speaks(text: str, slip: Slip, start: int) -> bool:
    """Return whether the word is no name: in small letters, or at the head of what is said."""
    return text[slip.start].islower() or slip.start in (start, start + 1)


def _is_misspelt(word: str, suggestions: Sequence[str]) -> bool:
    """Return whether the word is an English one but for a slip: definately, goverment, rong."""
    low = word.casefold()
    most = next((most for letters, most, _ in _SLIPS if len(low) >= letters), 0)
    least = next((least for letters, _, least in _SLIPS if len(low) >= letters), 0.0)
    near = [meant.casefold() for meant in suggestions[:_LIKELIEST] if meant.isalpha()]
    if len(low) == _SHORT:
        return any(one_slip(low, meant) and frequency(meant) >= _SMALL for meant in near)
    return any(
        0 < slips_between(low, meant) <= most and (frequency(meant) >= least or slips_between(low, meant) == 1 < most)
        for meant in near
    )


def _is_one_slip(slip: Slip, text: str) -> bool:
    """Return whether a letter was lost, added or swapped: wrokers, sufer; not put in another's place (maith, faith)."""
    return any(one_slip(slip.span.of(text), meant) for meant in slip.suggestions[:_LIKELIEST])


_LIKELIEST = 3
_SHORT, _SMALL = 3, 300.0
"""Letters, and times in a million words: teh, wil; a letter in another's place is no sign there (hai, has)."""
_SLIPS = ((7, 2, 1.0), (5, 1, 10.0), (4, 1, 50.0))
"""Letters, slips at most, and times in a million words: the shorter a word, the sooner it lies beside one by chance."""


@kept_by_passage
def passages(text: str) -> tuple[ForeignPassage, ...]:
    """Return each passage of a block that is in another language: the whole block, else its quotations.

    A quotation too short to be known alone is in the language of another one in the block where its own words are
    as likely of that language as of any other.
    """
    spoken = quoted(text)
    language = language_of(text)
    if language and not _is_told_in_english(text, spoken):
        return (ForeignPassage(0, len(text), language, _what(text, "paragraph")),)
    found = [language_of(text[start:end]) for start, end in spoken]
    named = frozenset(found) - {"", UNNAMED}
    known = [
        own or (_likeliest(text[start:end], named) if named else "")
        for (start, end), own in zip(spoken, found, strict=True)
    ]
    return tuple(
        ForeignPassage(start, end, language, _what(text[start:end], "quotation"))
        for (start, end), language in zip(spoken, known, strict=True)
        if language
    )


def _what(text: str, what: str) -> str:
    """Return what a passage is called; an empty text where it says nothing: a place, a body, a dish, a song, a term."""
    words = WORD.findall(text)
    long = [word for word in words if len(word) >= _LONG]
    said = text.rstrip(f"{_CLOSING}’')")[-1:]
    if said in _ENDS or (long and len(words) > _LONGEST_TERM and not all(word[0].isupper() for word in long)):
        return what
    return what if said in _PAUSES and not all(word[0].isupper() for word in long) else ""


_OPENING, _CLOSING = ' “"', ' ”"'
_ENDS, _PAUSES = tuple(".?!…。？！।؟"), tuple(",;:–—-，、،")
_LONG, _LONGEST_TERM = 4, 5
"""Letters of words that have capitals in names; words of a phrase that, without a mark at its end, says nothing."""


def _likeliest(text: str, named: Collection[str]) -> str:
    """Return the one of these languages that a text which is not English is likeliest in; empty where it is in none."""
    likeliest = likeliest_language(_words(text), named)
    return likeliest if likeliest in named and _has_no_english(text) else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(text))


def _is_told_in_english(text: str, spoken: Sequence[tuple[int, int]]) -> bool:
    """Return whether the words around the quotations are English: “…,” they said. “…”."""
    if not spoken:
        return False
    ends = (0, *(end for _, end in spoken))
    begins = (*(start for start, _ in spoken), len(text))
    around = [word for a, b in zip(ends, begins, strict=True) for word in WORD.findall(text[a:b]) if word[0].islower()]
    return 2 * sum(is_function_word(word) or is_word(word) for word in around) > len(around)


def _has_no_english(text: str) -> bool:
    said = _words(text)
    plain = sum(not (_is_hardly_english(word) or is_small_elsewhere(word)) for word in said)
    return 2 * plain < sum(map(_is_hardly_english, said))


@kept_by_passage
def words_abroad(text: str) -> frozenset[str]:
    """Return the words, in small letters, of the passages in other languages of a block that English hardly has."""
    said = (word.casefold() for one in passages(text) for word in WORD.findall(text[one.start : one.end]))
    return frozenset(filter(_is_hardly_english, said))


def unchecked(passage: ForeignPassage, with_packs: bool) -> Slip:
    """Return a note on a passage that nothing here can check; `with_packs` says whether a pack could be installed."""
    code = code_of(passage.language)
    advice = f", or {PACK_ADVICE} {code[:2]}" if code and with_packs else ""
    message = (
        f"Unchecked: {passage.language}. This {passage.what} is not in English; let somebody read it who knows the "
        f"language{advice}."
    )
    return Slip(OTHER_LANGUAGE, passage.start, passage.end, message, (), "", "other")


def abroad(passage: ForeignPassage, heard: Reading) -> Iterator[Slip]:
    """Yield what is worth telling of the answer on a passage in its own language, as slips of the block."""
    for slip in heard:
        if slip.kind not in _KINDS and not _is_grammar(slip.category):
            continue
        yield replace(
            slip,
            rule=f"{ABROAD}{code_of(passage.language)[:2].upper()}_{slip.rule}",
            start=slip.start + passage.start,
            end=slip.end + passage.start,
            message=f"In {passage.language}: {slip.message}",
        )


def _is_grammar(category: str) -> bool:
    return category.startswith(_CATEGORIES) or category in _NUMBERED or category in _NAMED


def wholly_unchecked(manuscript: Manuscript, readings: Sequence[Reading]) -> None:
    """Raise `Unavailable` where most paragraphs of the story, by length, are in a language that nothing can check."""
    own = [(block, reading) for block, reading in zip(manuscript.blocks, readings, strict=True) if block.editorial]
    notes = [slip for block, reading in own for slip in reading if _is_of_all(slip, block)]
    if 2 * sum(len(note.span) for note in notes) > sum(len(block.flat) for block, _ in own):
        reason = notes[0].message.replace("This paragraph", "This story", 1)
        raise Unavailable(reason.removeprefix("Unchecked: "))


def _is_of_all(slip: Slip, block: Block) -> bool:
    return slip.rule == OTHER_LANGUAGE and len(slip.span) == len(block.flat)
