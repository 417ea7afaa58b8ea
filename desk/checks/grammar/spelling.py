"""Tells misspelt words from names, terms and other languages among the words that the dictionary lacks.

On professional copy 15 of LanguageTool's 18 alarms per 1000 words are names. A capital in the middle of a sentence is
the best sign of one, unless a slip of typing parts the word from a common one (`capitals.py`); at the start of a
sentence the word's other places, its neighbours and the kind of slip it would be (a letter lost, doubled, added or
swapped) decide.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from rapidfuzz.distance import DamerauLevenshtein

from desk.checks.frequencies import frequency
from desk.checks.grammar.capitals import is_misspelt_word, is_owner
from desk.checks.grammar.englishes import differ_as_englishes, is_british, is_of, other_english
from desk.checks.grammar.noise_file import Noise
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.run_together import is_compound, is_cut_in_two, is_run_together, parted_from_a_name
from desk.checks.grammar.story_words import StoryWords, bare, starts_sentence
from desk.checks.grammar.typing_slips import COMMON, is_beside_a_common_word, is_slip_of, slips_between
from desk.checks.grammar.used_here import is_used_here
from desk.checks.grammar.words_in_use import is_in_use
from desk.checks.grammar.words_on_purpose import (
    is_beside_a_word,
    is_beside_its_language,
    is_called_out,
    is_drawn_out,
    is_made_of_a_word,
)
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.languages import WORD
from desk.checks.names.letters import groups_of_letters, one_slip
from desk.checks.names.lists import is_word, lists
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.quotations import is_inside, quoted

_PART_OF_WORD = re.compile(r"(?:[\w*@#/&]|\w[!$]|\[\w\]|[^\W\x00-\x7f]:)['’]?$")
_PART = 3  # code points that it may be long
_TITLE_WORDS = 8  # a block no longer than this without an end mark reads as a headline, whatever its kind
_SURE_LENGTH = 5  # letters: in shorter words one letter in another's place leads to too many words
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG = 6  # letters: a shorter proper word in lower case is as often a word of another language


def is_right_word(slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a word that the dictionary lacks is right all the same."""
    word = bare(slip.span.of(block.flat))
    if not word or _PART_OF_WORD.search(
        block.flat, max(0, slip.start - _PART), slip.start
    ):  # f***ing, Mi'kmaw, @handle, R!ff, [s]ome, Kahnawà:ke
        return True
    if other_english(slip):
        if story.brief.english == "en" or block.kind is not Kind.COPY or all(" " in s for s in slip.suggestions):
            return True  # what the house's English writes as two words is no spelling of it (lorryload, lorry load)
        begins = starts_sentence(block.flat, slip.start, story.noise.titles)
        return word[0].isupper() and (
            not begins or bool(story.capitals[word]) or acts_as_a_party(block.flat, slip.end, story.noise)
        )  # Labour, Defence
    if word.casefold() in story.settled or _is_of_the_world(word, slip, block, story):
        return True
    if word.casefold() in story.abroad and (
        is_inside(quoted(block.flat), slip.start, slip.end) or not is_beside_a_word(word, slip)
    ):  # what a Frenchman calls his “mariage” is a misspelling in the English around it
        return True
    if is_called_out(word, slip, block):
        return True
    if is_drawn_out(word) or _is_particle(word, slip, block, story) or is_made_of_a_word(word, slip):
        return True
    if is_calendar_slip(word):
        return False
    if _is_short_form(word, slip, block.flat):
        return True
    if is_used_here(word, slip, story) or (is_beside_its_language(word, slip, block.flat) and not _is_slip(word, slip)):
        return True
    if is_owner(word, slip, block, story) or is_misspelt_word(word, slip, block, story) or is_cut_in_two(word, slip):
        return False
    if all(_is_known(part, story) for part in re.split(r"[-–/]", word)):
        return True
    if story.brief.english == "en" and (_is_known_british(word, slip) or _differs_in_a_british_part(word, slip)):
        return True
    if is_compound(word, slip, block.flat, story.noise.joined):
        return True
    if any(c.isupper() or c.isdigit() for c in word):
        return _is_name(word, slip, block, story)
    return _is_term(word, slip, block, story)


_TITLE = re.compile(r"\. [A-Z][\w'’-]+ [A-Z]")
_NOTED = re.compile(r"\d \Z")
_CLOSED = re.compile(r"[;,)]|\.$")
_LONGEST_SHORT = 6
"""Letters of a rank or title cut short."""
_EVERYDAY = 100.0
"""Times in a million words: “12 dya.” is a day, “6 dec.” no deck."""
_LONGEST_NOTE = 4
"""Letters of what stands behind a figure in a line of scores."""


def _is_short_form(word: str, slip: Slip, text: str) -> bool:
    """Return whether a word is cut short: a rank before a whole name (Const. Ana Brandt), a note of scores (6 dec;)."""
    if word.istitle() and len(word) <= _LONGEST_SHORT:
        return bool(_TITLE.match(text, slip.end)) or (
            text[: slip.start].endswith(": ") and text.startswith(")", slip.end)
        )  # (international name: Trami)
    if not (word.islower() and len(word) <= _LONGEST_NOTE and _NOTED.search(text, max(0, slip.start - 2), slip.start)):
        return False
    near = (s for s in slip.suggestions if slips_between(word, s.casefold()) == 1)
    return bool(_CLOSED.match(text, slip.end)) and not any(frequency(s) >= _EVERYDAY for s in near)


def _is_particle(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a small word of another language joins two parts of a name: Serra da Estrela."""
    before, after = _before(block.flat, slip.start), _after(block.flat, slip.end)
    joins = before[:1].isupper() or len(word) >= _PARTICLE  # Action pour les Enfants
    return word in story.noise.foreign and joins and after[:1].isupper()


_PARTICLE = 3
"""Letters of one that stands behind a word in small letters."""
_ALONE = 4  # letters: shorter ones (te, oom) are slips as often


def _is_of_the_world(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether the word is one of another English, of a language beside it, or of the law.

    A short one that is no word of the story's English is a slip as often (oom, eish): another word of its kind speaks
    for it, at four letters anywhere in the story, else beside it (mens rea).
    """
    world, key = story.noise.world, word.casefold()
    if key not in world:
        return key in story.noise.second and not any(
            one_slip(key, meant.casefold()) and frequency(meant) for meant in slip.suggestions
        )
    if len(key) >= _SURE_LENGTH or story.brief.english in world[key]:
        return True
    long = len(key) >= _ALONE
    if long and not any(is_beside_a_common_word(key, meant.casefold()) for meant in slip.suggestions):
        return True
    others = story.lower if long else (_before(block.flat, slip.start), _after(block.flat, slip.end))
    return any(other != key and world.get(other.casefold(), frozenset()) & world[key] for other in others)


def _is_known(word: str, story: StoryWords) -> bool:
    return not word or word.casefold() in story.settled or word in story.names.words


def _is_known_british(word: str, slip: Slip) -> bool:
    """Return whether the word is the British form of a suggestion, and in use; slips look like one (yaer, aftre)."""
    return is_british(word, slip) and _is_used(word)


def _is_used(word: str) -> bool:
    return frequency(word) > 0 or is_in_use(word)


def _differs_in_a_british_part(word: str, slip: Slip) -> bool:
    """Return whether one part of a compound is written as another English writes it: chilli-filled."""
    parts = word.split("-")
    meant = (s.split("-") for s in slip.suggestions[:2])
    return len(parts) > 1 and any(
        len(others) == len(parts)
        and all(
            part == other or (differ_as_englishes(part, other) and _is_used(part))
            for part, other in zip(parts, others, strict=True)
        )
        for others in meant
    )


def _is_name(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a word with a capital is a name rather than a misspelt word."""
    if not word[0].isupper() or any(c.isupper() or c.isdigit() for c in word[1:]):
        return not parted_from_a_name(word)  # IllustrisTNG, al-Fahm, APRC, iPhone
    near = [s for s in slip.suggestions[:4] if s.isalpha() and one_slip(word, s)]
    if not starts_sentence(block.flat, slip.start, story.noise.titles):
        return True
    if is_run_together(word.casefold(), slip, block.flat, story.noise.joined):
        return False
    if block.flat.startswith(":", slip.end) and len(word) <= _LABEL:
        return True  # Att: 4,112
    if word.endswith("s") and word[:-1] in slip.suggestions and _is_somebody(word[:-1], story):
        return True  # Hamills farm here
    if story.capitals[word] or not near or _reads_as_title(block) or _is_listed(word, slip):
        return True
    return _acts_as_a_name(block.flat, slip.end, story.noise)


def _is_somebody(word: str, story: StoryWords) -> bool:
    return story.capitals[word] > 0 or word in story.names.words


_LABEL = 4
"""Letters of a short form before a colon: lists and tables of results begin with some."""


def _acts_as_a_name(text: str, end: int, noise: Noise) -> bool:
    """Return whether what follows a capitalised word at the start of a sentence makes it a name."""
    if text.startswith(("’s", "'s", ", who", ", which"), end):
        return True
    following = _after(text, end)
    return following[:1].isupper() or following in noise.speech


_PARTY = re.compile(
    r" (?:and (?:the )?[A-Z]|(?:for|of) (?:an? |the )?(?:New )?[A-Z]|"
    r"(?:senators?|MPs?|leaders?|lawmakers?|voters?|candidates?|premiers?|members|insiders?|"
    r"frontbenchers?|backbenchers?|sources|wants)\b)"
)


def acts_as_a_party(text: str, end: int, noise: Noise) -> bool:
    """Return whether what follows a word at a head makes it a party or a body: Labor and the Greens, Centre for X."""
    return _acts_as_a_name(text, end, noise) or bool(_PARTY.match(text, end))


def _reads_as_title(block: Block) -> bool:
    """Return whether the block is a headline or a label, in which capitals mean nothing."""
    if block.kind is Kind.FURNITURE:
        words = [word for word in WORD.findall(block.flat) if len(word) > 3]
        capital = sum(word[0].isupper() for word in words)
        return block.role is not BlockRole.CAPTION and capital > 0.7 * len(words)
    return len(block.flat.split()) <= _TITLE_WORDS and block.flat.rstrip("”’\"')")[-1:] not in ".!?…:;,"


def _is_term(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a word in lower case is a term of art or of another language, used on purpose."""
    if _is_foreign(word, slip, block, story):
        return True
    if _lacks_its_capital(word, slip):
        return False
    begins = starts_sentence(block.flat, slip.start, story.noise.titles)
    if any(s != word and s.replace("'", "") == word for s in slip.suggestions):
        return False  # didnt, countrys: the list of frequencies has some of these
    if _is_in_use(word, slip, story):
        return True
    suggestions = [s.casefold() if begins else s for s in slip.suggestions]
    near = [s for s in suggestions if _near(word, s)]
    if any(is_word(s) for s in near) or any(is_slip_of(word, s) for s in suggestions if s.islower()):
        return False
    if not near:  # nothing like it: no typing slip leads there, unless small words ran together
        return not is_run_together(word, slip, block.flat, story.noise.joined)
    return story.lower[word] >= 2 or story.capitals[word.capitalize()] > 0


_IN_USE = 0.05
"""Times in a million words: what the list of frequencies knows so often is a word, though the dictionary lacks it."""


def _is_in_use(word: str, slip: Slip, story: StoryWords) -> bool:
    """Return whether the list of frequencies knows the word, or each part of a compound, and it is no other English."""
    if any(differ_as_englishes(word, s) for s in slip.suggestions) and not is_of(story.brief.english, word, slip):
        return False
    if _is_listed(word, slip):
        return True
    if _is_far_rarer(word, slip):
        return False
    first, *others = word.split("-")
    if others and first in _PREFIXES and "-".join(others) in slip.suggestions:
        return True
    if frequency(first) < _IN_USE and not (others and first in _PREFIXES):
        return False
    return all(frequency(part) >= _IN_USE or is_word(part) for part in others)


def _is_far_rarer(word: str, slip: Slip) -> bool:
    """Return whether the word is hardly met beside one that a slip parts it from, or known as a name alone: sid."""
    if any(s != word and s.casefold() == word for s in slip.suggestions):
        return True
    least = _FAR_RARER * max(frequency(word), _IN_USE)
    return any(one_slip(word, s) and frequency(s) >= least for s in slip.suggestions if s.islower())


_FAR_RARER = 1000
"""Times: “thees” beside “these” is 10,000 times rarer, “tyre” beside “tire” as common."""


def _is_listed(word: str, slip: Slip) -> bool:
    """Return whether the list in use has the word, or its singular, and no common word is meant."""
    listed = is_in_use(word) or (word.endswith("s") and is_in_use(word[:-1]))
    return listed and not _is_slip(word, slip)


_PREFIXES = frozenset(
    {"anti", "co", "de", "ex", "mid", "mis", "non", "over", "post", "pre", "pro", "re", "semi", "sub", "un"}
)


def _is_foreign(word: str, slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether what stands around the word says that it is of another language, or explained."""
    text = block.flat
    before, after = _before(text, slip.start), _after(text, slip.end)
    if not (word + before + after).replace("’", "'").isascii() or {before, after} & story.noise.foreign:
        return True
    if _is_strange(before) or _is_strange(after):  # dal sabzi, suo motu
        return not _is_slip(word, slip)
    named = before[:1].isupper() and not before.endswith(("’s", "'s"))
    if named and not starts_sentence(text, slip.start - 1 - len(before), story.noise.titles):
        if is_run_together(word, slip, text, story.noise.joined):  # Egypt inthe wake
            return False
        near = any(_near(word, s) and is_word(s) for s in slip.suggestions[:3])
        return not near and not _is_slip(word, slip)  # the rest of a name: Nun cho ga
    quoted = text[slip.start - 1 : slip.start] in {"“", "‘", '"', "'"} and text[slip.end : slip.end + 1] in set(
        "”’\"',"
    )
    explained = text.startswith((" (", ", a ", ", an "), slip.end)  # “potica, a nut roll”
    return (quoted or explained) and not _is_slip(word, slip)


def _is_slip(word: str, slip: Slip) -> bool:
    """Return whether one slip of typing leads to the word from a word in common use."""
    return any(is_slip_of(word, meant) for meant in slip.suggestions)


def _is_strange(word: str) -> bool:
    """Return whether a word in lower case is in use somewhere, not in English, and no slip of a common word."""
    if len(word) < _ALONE or not word.islower() or not word.isalpha() or is_word(word) or frequency(word):
        return False
    return is_in_use(word) and not any(frequency(other) >= COMMON for other in _one_edit_away(word))


def _one_edit_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail[1:]
            yield head + letter + tail


def _near(word: str, meant: str) -> bool:
    """Return whether a word in lower case is `meant` but for a slip; in a short word only the likeliest kinds count."""
    if not meant.replace("-", "").isalpha() or not meant.islower():
        return False
    if len(word) < _SURE_LENGTH:
        return one_slip(word, meant) or _beside_on_the_keys(word, meant)
    most = min(3, len(word) // 3)
    apart = DamerauLevenshtein.distance(word, meant, score_cutoff=most)
    if apart <= 1 or apart > most:
        return apart <= 1
    return _is_built_as_english(word) or (_begins_alike(word, meant) and frequency(meant) >= _KNOWN_TO_ALL)


_ENGLISH_END = re.compile(r"(?:ity|ed|ing|ments?|[ts]ions?|ness|ly|able|ible|ful|less|ous|ance|ence)$")


def _is_built_as_english(word: str) -> bool:
    """Return whether a word ends as English ones do, or has letters in a row that no word and no name has."""
    if _ENGLISH_END.search(word):
        return True
    return any(group not in lists().letters for group in groups_of_letters(word))


_KNOWN_TO_ALL = 1.0
"""Times in a million words: of 70 slips with two letters wrong one was meant to be a rarer word, and no term of ten."""
_VOWELS = frozenset("aeiou")


def _begins_alike(word: str, meant: str) -> bool:
    """Return whether two words begin with one letter, or with a vowel each: hands slip further on, ears at vowels."""
    return word[0] == meant[0] or {word[0], meant[0]} <= _VOWELS


def _beside_on_the_keys(word: str, meant: str) -> bool:
    """Return whether one letter stands in the place of its neighbour on the keyboard (nore, more)."""
    wrong = [a + b for a, b in zip(word, meant, strict=False) if a != b]
    return (
        len(word) == len(meant)
        and len(wrong) == 1
        and any(pair in row for row in _KEYS for pair in (wrong[0], wrong[0][::-1]))
    )


def _lacks_its_capital(word: str, slip: Slip) -> bool:
    """Return whether the word is a well-known proper one in lower case (portuguese, thailand)."""
    first = slip.suggestions[0] if slip.suggestions else ""
    if len(word) < _LONG or not first[:1].isupper() or not first[1:].islower() or not frequency(first):
        return False  # what is no common word with its capital either may be written without (novichok)
    return first.casefold() == word or (first.casefold() in lists().places and one_slip(word, first))


def _before(text: str, start: int) -> str:
    """Return the word that stands directly before `start`; empty where something else does."""
    words = WORD.findall(text[max(0, start - 40) : start])
    return words[-1] if words and text[:start].endswith(f"{words[-1]} ") else ""


def _after(text: str, end: int) -> str:
    """Return the word that stands directly behind `end`; empty where something else does."""
    found = WORD.match(text, end + 1) if text[end : end + 1] in {" ", "-"} else None
    return found[0] if found else ""
