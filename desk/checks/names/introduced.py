"""People whom a story never introduces: a family name speaks, and no place gives the full name or says who it is."""

from collections.abc import Iterator, Sequence

from desk.checks.names.around import is_described
from desk.checks.names.group import StoryNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.references import quoted
from desk.text.matcher import matcher

_LEAST = 2  # places in the copy; a name that stands once may be that of a firm or a cut
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx"})
_SPEAKS_BEHIND = matcher(r"\s+(?:said|says|told|added|asked|explained|argued|insisted|warned|admitted|recalled)\b")
_SPEAKS_BEFORE = matcher(r"[,”\"’]\s(?:said|says|added|asked|explained|recalled) $")
_WORD_BEFORE = matcher(r"([^\s“”\"‘(),;:!?—–]+)\s$")
_REACH = 40  # code points looked at before a name


def never_introduced(story: StoryNames, folk: NamedPeople) -> Iterator[list[Mention]]:
    """Yield the places of each family name that speaks in the copy and has neither full name nor office anywhere.

    Families in the news and people whom every reader knows by that name alone need no introduction.
    """
    named = {squashed(word) for mention in folk.mentions if len(mention.words) > 1 for word in mention.words}
    for family, mentions in folk.bare.items():
        if family in named or family in folk.full or not _is_family_name(family, mentions):
            continue
        told = [m for m in mentions if story.in_copy(m.run) and not quoted(story, m)]
        if len(told) >= _LEAST and any(_speaks(story, m) for m in told) and not _is_introduced(story, mentions):
            yield told


def _is_family_name(family: str, mentions: Sequence[Mention]) -> bool:
    """Return whether a bare name can only be that of a person who is not known to everybody."""
    known = lists()
    if family in known.families or family in known.known_by_surname or is_word(family):
        return False
    if any(map(_courteous, mentions)):
        return True
    return family in known.surnames and family not in known.places and family not in known.given


def _courteous(mention: Mention) -> bool:
    return bool(mention.titles) and mention.titles[-1].rstrip(".") in _COURTESY


def _speaks(story: StoryNames, mention: Mention) -> bool:
    before = story.text[max(0, mention.start - _REACH) : mention.start].replace("\n", " ")
    return bool(_SPEAKS_BEHIND.match(story.text, mention.end) or _SPEAKS_BEFORE.search(before))


def _is_introduced(story: StoryNames, mentions: Sequence[Mention]) -> bool:
    """Return whether any place has another name, initials, an office or a description beside the family name."""
    return any(_is_prefixed(story, m) or is_described(story, m) for m in mentions)


def _is_prefixed(story: StoryNames, mention: Mention) -> bool:
    """Return whether what stands right before a name belongs to it: "V. L. Lange", "Judge Lange", "von Lange"."""
    before = _WORD_BEFORE.search(story.text[max(0, mention.start - _REACH) : mention.start].replace("\n", " "))
    if before is None:
        return False
    word = before[1].rstrip(".")
    if word in _COURTESY or squashed(word) in lists().days:
        return False
    if not word.isalpha():
        return True
    return not (is_function_word(word) or (word[0].islower() and is_word(word)))
