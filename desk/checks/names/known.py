"""The words of a story that are names, for the grammar check: no dictionary knows them, and they are not misspelt."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.house import Brief
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.find import read_block
from desk.checks.names.group import StoryNames, gather, places_read
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists
from desk.checks.names.people import people
from desk.text.blocks import Block, BlockRole, Manuscript
from desk.text.kept import kept_by_passage


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a story, word by word, in their own capitals."""

    words: frozenset[str] = frozenset()
    """Every word whose capital proves a name, and the agreed spellings of the desk's name book."""
    people: frozenset[str] = frozenset()
    """Those that more than a capital speaks for: a given name or a courtesy title before them, or the name book."""


def known_names(manuscript: Manuscript, brief: Brief) -> KnownNames:
    """Return every word that stands as a name somewhere in the story, without possessives.

    A word counts where its capital proves it (in the middle of a sentence); the agreed spellings of the desk's name
    book count anyway. A name in two forms is the names check's to report, not the dictionary's.
    """
    blocks, country = manuscript.blocks, brief.house.country
    book = frozenset(
        part for entry in brief.house.name_book for form in (entry.spelling, *entry.variants) for part in form.split()
    )
    each = [_of_block(blocks[at].text, blocks[at].role is BlockRole.BYLINE, country) for at in places_read(blocks)]
    return KnownNames(book.union(*(one.words for one in each)), book.union(*(one.people for one in each)))


@kept_by_passage
def _of_block(text: str, byline: bool, country: str) -> KnownNames:
    """Return what one block proves; no other block can take it back."""
    block = Block(0, text, role=BlockRole.BYLINE if byline else BlockRole.BODY)
    story = gather(text, [block], [read_block(block)], country)
    firm = (word.text for word in story.words.values() if word.firm and not is_calendar_slip(word.text))
    return KnownNames(frozenset(firm), frozenset(_introduced(story)))


_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady"})


def _introduced(story: StoryNames) -> Iterator[str]:
    """Yield the words behind a known given name, behind an initial or behind a courtesy title."""
    for mention in people(story).mentions:
        first, *rest = mention.words
        if mention.titles and mention.titles[-1].rstrip(".") in _COURTESY:
            yield from mention.words
        elif squashed(first) in lists().given or first.endswith("."):
            yield from rest
