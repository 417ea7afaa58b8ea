"""The apostrophe of a possessive that is missing behind a person's name: “one of Pellows clients”."""

import re
from collections.abc import Iterator

from desk.checks.frequencies import frequency
from desk.checks.names.company import company
from desk.checks.names.group import NamePlace, StoryNames, Word
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.checks.names.people import NamedPeople
from desk.checks.names.suspicion import Suspicion
from desk.text.matcher import matcher
from desk.text.spans import Span

_NEXT = matcher(r"[ \u00a0](?P<word>[a-z]{3,})\b(?!-)")
_MORE_THAN_ONE = matcher(
    r"\b(?:the|both|two|three|four|five|six|many|few|all|other|more|no|these|those|our|several|some|young|old|\d+)"
    r"[ \u00a0]$",
    re.IGNORECASE,
)
"""What stands before a family: “the Pellows”, “two Pellows”."""
_REACH = 12
_STRAIGHT, _CURLY = "'", "’"
_DONE = 0.02
"""Share of a word's uses from which its form in -ing shows a verb (work .35, come .45; mother .006, team .004)."""
_PAST = frozenset({
    "became", "began", "bought", "broke", "brought", "built", "came", "caught", "chose", "drank", "drew", "drove",
    "fell", "felt", "flew", "found", "fought", "gave", "got", "grew", "had", "heard", "held", "kept", "knew",
    "lay", "led", "left", "lent", "lost", "made", "meant", "met", "paid", "ran", "rang", "rode", "rose", "said",
    "sang", "sank", "sat", "saw", "sent", "shook", "shot", "shut", "slept", "sold", "spent", "spoke", "stood",
    "swam", "swore", "taught", "threw", "thought", "told", "took", "wept", "went", "woke", "won", "wore", "wrote",
})  # fmt: skip
"""Forms of verbs that show no other sign of being verbs."""


def apostrophes_lost(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield each person's name that stands before a thing with an “s” and without an apostrophe.

    A name that somebody else bears (Robert, Roberts), a whole family and its doings are left in peace.
    """
    people = _called(folk)
    for word in list(story.words.values()):
        base = story.words.get(word.text[:-1]) if word.text.endswith("s") else None
        if base is None or base.key not in people or word.key in lists().known or company(story, word).before:
            continue
        places = tuple(Span(p.start, p.end) for p in word.places if _owns(story, word, p))
        if places:
            owner = f"{base.text}{_CURLY if any(mark in story.text for mark in '“”’') else _STRAIGHT}s"
            why = f"what stands behind it is {owner}, so its apostrophe is missing"
            yield Suspicion("names.spacing", owner, word.text, (), places, why)


def _called(folk: NamedPeople) -> set[str]:
    """Return the words by which the people of the story are called: of each full name the first and the last."""
    full = [m.words for mentions in folk.full.values() for m in mentions if squashed(m.words[0]) in lists().given]
    return {squashed(word) for words in full for word in (words[0], words[-1])}


def _owns(story: StoryNames, word: Word, place: NamePlace) -> bool:
    """Return whether a thing stands right behind, and nothing before that makes several people of the name."""
    following = _NEXT.match(story.text, place.end)
    alone = len(story.runs[place.run].pieces) == place.nth + 1
    if following is None or not alone or _MORE_THAN_ONE.search(story.text[max(0, place.start - _REACH) : place.start]):
        return False
    return _is_a_thing(following["word"])


def _is_a_thing(word: str) -> bool:
    """Return whether a word is no doing of several people: their verbs have no “s”, and a form in -ing in use."""
    if is_function_word(word) or word in _PAST or not is_word(word) or word.endswith(("ed", "ing", "ly")):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return is_word(word[:-1])
    stem = word[:-1] if word.endswith("e") else word
    done = max(frequency(f"{stem}ing"), frequency(f"{word}{word[-1]}ing"))
    return frequency(word) > 0 and done < _DONE * frequency(word)
