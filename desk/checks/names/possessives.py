"""The apostrophe of a possessive that is missing behind a person's name: “one of Pellows clients”."""

import re
from collections.abc import Iterator

from desk.checks.names.around import is_somebody
from desk.checks.names.company import company
from desk.checks.names.group import NamePlace, StoryNames, Word
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
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
_SET_UP = matcher(
    r"\b(?:found(?:s|ed)|open(?:s|ed)|start(?:s|ed)|launch(?:es|ed)|owns|owned|runs|ran|built|bought|sold|set up)"
    r"[ \u00a0]$"
)
"""What is done to a firm of the name, and to no lawyer or brother."""
_REACH = 12
_STRAIGHT, _CURLY = "'", "’"


def apostrophes_lost(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield each person's name that stands before somebody of theirs with an “s” and without an apostrophe.

    A name that somebody else bears (Robert, Roberts), a whole family and its doings are left in peace, and so is a firm
    that is called so after its founder (Morrisons): written so again and never with an apostrophe, or by itself.
    """
    people = _called(folk)
    for word in list(story.words.values()):
        base = story.words.get(word.text[:-1]) if word.text.endswith("s") else None
        if base is None or base.key not in people or word.key in lists().known or company(story, word).before:
            continue
        places = tuple(Span(p.start, p.end) for p in word.places if _owns(story, word, p))
        if places and not _is_a_firm(story, word, places):
            owner = f"{base.text}{_CURLY if any(mark in story.text for mark in '“”’') else _STRAIGHT}s"
            why = f"what stands behind it is {owner}, so its apostrophe is missing"
            yield Suspicion("names.spacing", owner, word.text, (), places, why)


def _called(folk: NamedPeople) -> set[str]:
    """Return the words by which the people of the story are called: of each full name the first and the last."""
    full = [m.words for mentions in folk.full.values() for m in mentions if squashed(m.words[0]) in lists().given]
    return {squashed(word) for words in full for word in (words[0], words[-1])}


def _owns(story: StoryNames, word: Word, place: NamePlace) -> bool:
    """Return whether somebody stands right behind, and nothing before that makes several people of the name."""
    following = _NEXT.match(story.text, place.end)
    alone = len(story.runs[place.run].pieces) == place.nth + 1
    named = place.firm or not is_word(word.text.lower())
    before = story.text[max(0, place.start - _REACH) : place.start]
    if following is None or not (alone and named) or _MORE_THAN_ONE.search(before) or _SET_UP.search(before):
        return False
    return is_somebody(following["word"])


def _is_a_firm(story: StoryNames, word: Word, owning: tuple[Span, ...]) -> bool:
    """Return whether a form is a name of its own: it stands again, and no possessive does, or it owns nothing there."""
    others = {place.start for place in word.places} - {span.start for span in owning}
    if any(not _MORE_THAN_ONE.search(story.text[max(0, at - _REACH) : at]) for at in others):
        return True
    return len(owning) > 1 and not re.search(rf"\b{re.escape(word.text[:-1])}['’]s", story.text)
