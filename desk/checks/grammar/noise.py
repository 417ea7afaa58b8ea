"""Takes the names, and what houses settle for themselves, out of LanguageTool's alarms.

On professional copy 15 of its 18 alarms per 1000 words are names that its dictionary lacks. A capital in the middle of
a sentence is the best sign of a name; at the start of a sentence the word's other places, its neighbours and the kind
of slip it would be (a letter lost, doubled, added or swapped) decide.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from desk.checks.grammar.reading import Slip
from desk.checks.grammar.rules import Noise, Patterns
from desk.checks.house import Brief
from desk.text.blocks import Block, Kind, Manuscript, Role

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_OPENING = "\"'“‘«([{-–—•*"
_OTHER_ENGLISH = re.compile(r"is (British|American) English")
_SILENT_ROLES = frozenset({Role.BYLINE, Role.DATELINE})
_LOWER_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|de|di|da|van|von|bin|ibn)[-’ ]", re.IGNORECASE)


@dataclass(frozen=True)
class Story:
    """What the whole story tells about its words."""

    manuscript: Manuscript
    brief: Brief
    noise: Noise
    names: frozenset[str] = frozenset()
    """Words that the names check knows as names, in their own capitals."""

    @cached_property
    def off(self) -> Patterns:
        """Return the rules that this desk has switched off."""
        return Patterns.of(self.brief.house.grammar_off)

    @cached_property
    def settled(self) -> frozenset[str]:
        """Return the words of the desk's dictionary and name book, folded to lower case."""
        house = self.brief.house
        book = [form for entry in house.name_book for form in (entry.spelling, *entry.variants)]
        words = {part for form in (*house.dictionary, *book) for part in (form, *WORD.findall(form))}
        return frozenset(word.casefold() for word in words) | self.noise.words

    @cached_property
    def capitals(self) -> Counter[str]:
        """Return how often each word stands with a capital in the middle of a sentence of the copy."""
        found: Counter[str] = Counter()
        for block in self.manuscript.blocks:
            if block.kind is Kind.COPY:
                found.update(_capitals(block.flat, self.noise.titles))
        return found

    @cached_property
    def lower(self) -> Counter[str]:
        """Return how often each word stands in lower case in the copy."""
        texts = (block.flat for block in self.manuscript.blocks if block.kind is Kind.COPY)
        return Counter(word for text in texts for word in WORD.findall(text) if word[0].islower())


def _capitals(text: str, titles: Collection[str]) -> list[str]:
    return [
        bare(match[0])
        for match in WORD.finditer(text)
        if match[0][0].isupper() and not starts_sentence(text, match.start(), titles)
    ]


def bare(word: str) -> str:
    """Return the word without a possessive ending."""
    return _POSSESSIVE.sub("", word)


def starts_sentence(text: str, at: int, titles: Collection[str]) -> bool:
    """Return whether a sentence, or a quoted one, begins at `at`; short forms such as "Mr." and "U.S." end none."""
    before = text[max(0, at - 40) : at]
    led = before.rstrip()
    opened = led.rstrip(_OPENING + " ")
    if not opened:
        return True
    if opened[-1] in "!?:;…":
        return True
    if opened[-1] == "." or (opened[-1] in "\"'”’)" and opened.rstrip("\"'”’)")[-1:] in {".", "!", "?"}):
        last = opened.rstrip("\"'”’)").rstrip(".").split()[-1:]
        return not (last and _is_short_form(last[0].lstrip(_OPENING), titles))
    return led != opened and opened[-1] == ","  # he said, “Words begin here


def _is_short_form(word: str, titles: Collection[str]) -> bool:
    return word in titles or (len(word) == 1 and word.isupper()) or bool(re.fullmatch(r"(?:\w\.)+\w", word))


def is_noise(slip: Slip, block: Block, story: Story) -> bool:
    """Return whether an editor of this house would not want to hear of the slip."""
    if not block.editorial or block.role in _SILENT_ROLES:
        return True
    noise = story.noise
    if story.off.match(slip.rule) or story.off.match(stable_rule(slip)):
        return True
    if slip.is_spelling:
        return _is_settled_word(slip, block, story)
    if block.kind is Kind.FURNITURE and not noise.furniture.match(slip.rule):
        return True
    if noise.off.match(slip.rule) or (slip.category in noise.categories and not noise.on.match(slip.rule)):
        return True
    return _hangs_on_a_name(slip, block, story)


def other_english(slip: Slip) -> str:
    """Return "British" or "American" where the word is right in that English alone; empty otherwise."""
    found = _OTHER_ENGLISH.search(slip.message)
    return found[1] if found and slip.is_spelling else ""


def stable_rule(slip: Slip) -> str:
    """Return the rule's id without what changes with the variant, so that a decision on it lasts."""
    if slip.is_spelling:
        return "OTHER_ENGLISH" if other_english(slip) else "SPELLING"
    return slip.rule


def _hangs_on_a_name(slip: Slip, block: Block, story: Story) -> bool:
    """Return whether a rule about ordinary words has taken a name for one."""
    quote = slip.span.of(block.flat)
    if slip.rule == "UPPERCASE_SENTENCE_START":  # iPhone sales rose; al-Shabab said
        return any(c.isupper() for c in quote) or bool(_LOWER_PARTICLE.match(block.flat[slip.start :]))
    words = WORD.findall(quote)
    if len(words) != 1 or not words[0][0].isupper() or slip.rule.startswith("COPYDESK_"):
        return False
    return not starts_sentence(block.flat, slip.start, story.noise.titles)


def _is_settled_word(slip: Slip, block: Block, story: Story) -> bool:
    word = bare(slip.span.of(block.flat))
    if not word:
        return True
    if other_english(slip):
        return story.brief.english == "en" or block.kind is not Kind.COPY
    parts = re.split(r"[-–/]", word)
    if word.casefold() in story.settled or all(not p or _is_known(p, story) for p in parts):
        return True
    if any(c.isupper() or c.isdigit() for c in word):
        return _is_name(word, slip, block, story)
    return _is_term(word, slip, block, story)


def _is_known(word: str, story: Story) -> bool:
    return word.casefold() in story.settled or word in story.names


def _is_name(word: str, slip: Slip, block: Block, story: Story) -> bool:
    """Return whether a word with a capital is a name rather than a misspelt word."""
    near = [s for s in slip.suggestions[:4] if one_slip(word, s)]
    text, noise = block.flat, story.noise
    if not word[0].isupper() or any(c.isupper() or c.isdigit() for c in word[1:]):
        return True  # IllustrisTNG, al-Fahm, APRC, iPhone
    known = any(s in noise.proper and len(s) > 4 for s in near)
    if known and story.capitals[word] < 2:
        return False
    initial = starts_sentence(text, slip.start, noise.titles)
    if not initial and not _is_title_case(block):
        return True
    if story.capitals[word] or not near:
        return True
    if block.role is Role.HEADLINE:
        return False
    return _acts_as_a_name(text, slip.end, noise)


def _acts_as_a_name(text: str, end: int, noise: Noise) -> bool:
    """Return whether what follows a capitalised word at the start of a sentence makes it a name."""
    rest = text[end : end + 30]
    if rest.startswith(("’s", "'s", ", who")):
        return True
    following = WORD.match(rest.lstrip())
    if following is None or rest[:1] != " ":
        return False
    return following[0][0].isupper() or following[0] in noise.speech


def _is_title_case(block: Block) -> bool:
    """Return whether the block writes most of its words with a capital, so that capitals mean nothing in it."""
    words = [word for word in WORD.findall(block.flat) if len(word) > 3]
    return block.kind is Kind.FURNITURE and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _is_term(word: str, slip: Slip, block: Block, story: Story) -> bool:
    """Return whether a word in lower case is a term of art or of another language, used on purpose."""
    if any(one_slip(word, s) for s in slip.suggestions[:4]):
        return False
    if not slip.suggestions and len(word) > 3:  # nothing like it: no typing slip leads there
        return True
    text = block.flat
    quoted = text[slip.start - 1 : slip.start] in tuple("“‘\"'") and text[slip.end : slip.end + 1] in tuple("”’\"',")
    return quoted or story.lower[word] >= 3 or story.capitals[word.capitalize()] > 0


def one_slip(word: str, meant: str) -> bool:
    """Return whether typing `meant` goes to `word` by one letter lost, added, doubled or swapped with its neighbour.

    One letter in the place of another does not count: that is how names differ from words (Gowdy, Rowdy).
    """
    a, b = word.casefold(), meant.casefold()
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    if len(a) > len(b):
        return a[start + 1 :] == b[start:]
    return a[start + 2 :] == b[start + 2 :] and a[start : start + 2] == b[start : start + 2][::-1]
