"""A name whose last word has lost its capital: “Mill street” in a story of Mill Street."""

import re
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.frequencies import frequency
from desk.checks.names.group import NamePiece, StoryNames, StoryRun
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.checks.names.suspicion import Suspicion
from desk.checks.names.ways import WAYS
from desk.text.matcher import matcher
from desk.text.spans import Span

_SITES = frozenset({
    "Abbey", "Bay", "Beach", "Bridge", "Castle", "City", "Cove", "Creek", "Falls", "Forest", "Garden",
    "Harbor", "Harbour", "Heights", "Hill", "Hills", "Island", "Islands", "Lake", "Marsh", "Marshes",
    "Moor", "Mount", "Park", "Pier", "Plaza", "Point", "River", "Station", "Stadium", "Tower", "Valley", "Wharf",
    "Wood",
})  # fmt: skip
"""Last words of what a place is called."""
_GROUPS = frozenset({"Police", "Office", "Team", "Administration", "Government", "Press", "Force", "Forces", "Reserve"})
"""Organisations that are named by such a word and described by it as well: “Dayton Police”, “the Dayton police”."""
_OF_A_PLACE = frozenset({"City", "River", "Island", "Islands", "School", "Church", "University"})
"""Before another noun the word may be its own: “York city centre”."""
_ANY = matcher(r"\b(?:an?|another|any|each|every|no|one|two|some|which|local|old|new)[ \u00a0]$", re.IGNORECASE)
_REACH = 10
_LOOKS = ("word", "title")
"""Of the word before the last: “Crown Court” begins with a word of titles."""
_NOUN_BEHIND = matcher(
    r"[ \u00a0](?!(?:and|or|in|on|at|to|is|was|has|for|with|by|from|that|who|which|near)\b)[a-z]{3,}"
)
_NEXT = matcher(r"[ \u00a0](?P<word>[a-z]{3,})\b(?!-)")
_DESCRIBES = matcher(r"[a-z]+(?:ist|an|ic|al|ern|ox|ese|ish)")
"""Endings of words that tell which (“the Catholic church”, “the Central bank”), as well as begin a name."""
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
_OFTEN = 2
"""Places with the capital from which one without it is more than a hint."""


def last_words_small(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each name of a place or body that stands whole elsewhere, and here with a small letter in its last word."""
    whole: dict[tuple[str, str], list[Span]] = {}
    for run in story.runs:
        for one, head in _whole_names(story, run):
            whole.setdefault((one.text, head.text), []).append(Span(run.start + one.start, run.start + head.end))
    for (first, last), kept in whole.items():
        small = f"{first} {last.lower()}"
        departing = tuple(_standing(story, first, small, last))
        if departing and len(departing) <= len(kept):
            yield Suspicion(
                "names.spacing", f"{first} {last}", small, tuple(kept), departing, "the same letters, other capitals",
                Severity.WARNING if len(kept) >= _OFTEN else Severity.HINT, certain=True,
            )  # fmt: skip


def _whole_names(story: StoryNames, run: StoryRun) -> Iterator[tuple[NamePiece, NamePiece]]:
    """Yield the last two words of a name that ends its run, outside of headlines with a capital in each word."""
    if len(run.pieces) < 2 or run.block in story.display:
        return
    one, head = run.pieces[-2:]
    if run.text[one.end : head.start] == " " and one.look in _LOOKS and _makes_a_name(squashed(one.text), head.text):
        yield one, head


def _makes_a_name(first: str, last: str) -> bool:
    """Return whether two words are a place or a body by their last one, and nobody is called so (Amy Hill)."""
    known = lists()
    if first in known.given:
        return False
    if last in WAYS:
        return True
    if first in known.days or first.endswith("ish") or last in _GROUPS:
        return False
    described = first in known.peoples or _DESCRIBES.fullmatch(first) is not None
    return last in _SITES or (last in known.organisation_words and not described)


def _standing(story: StoryNames, first: str, small: str, last: str) -> Iterator[Span]:
    """Yield where a name stands with its last word small, and describes nothing."""
    for place in story.words[first].places:
        end = place.start + len(small)
        run = story.runs[place.run]
        if (
            story.text[place.start : end] != small
            or story.text[end : end + 1].isalnum()
            or story.text[end : end + 1] == "-"
        ):
            continue
        if run.block in story.display or (not story.firm_at(place.start) and is_word(first.lower())):
            continue
        if not _describes(story.text, end, last) and not _ANY.search(
            story.text[max(0, place.start - _REACH) : place.start]
        ):
            yield Span(place.start, end)


def _describes(text: str, end: int, last: str) -> bool:
    """Return whether the last word of a name tells of the thing right behind it: “bay leaf”, “hospital bosses”."""
    if last in _OF_A_PLACE:
        return _NOUN_BEHIND.match(text, end) is not None
    following = None if last in WAYS else _NEXT.match(text, end)
    return following is not None and _is_a_thing(following["word"])


def _is_a_thing(word: str) -> bool:
    """Return whether a word is a noun and no verb: verbs have a form in -ing in use, and others are known."""
    if is_function_word(word) or word in _PAST or not is_word(word) or word.endswith(("ed", "ing", "ly")):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return is_word(word[:-1]) or (word.endswith("es") and is_word(word[:-2]))
    stem = word[:-1] if word.endswith("e") else word
    done = max(frequency(f"{stem}ing"), frequency(f"{word}{word[-1]}ing"))
    return frequency(word) > 0 and done < _DONE * frequency(word)
