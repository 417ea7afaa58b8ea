"""The words of a story that are names, for the grammar check: no dictionary knows them, and they are not misspelt."""

from desk.checks.house import Brief
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.find import read_block
from desk.checks.names.group import gather
from desk.text.blocks import Manuscript


def known_names(manuscript: Manuscript, brief: Brief) -> frozenset[str]:
    """Return every word that stands as a name somewhere in the story, in its own capitals, without possessives.

    A word counts where its capital proves it (in the middle of a sentence); the agreed spellings of the desk's name
    book count anyway. A name in two forms is the names check's to report, not the dictionary's.
    """
    readings = [read_block(block) for block in manuscript.blocks]
    story = gather(manuscript.text, manuscript.blocks, readings, brief.house.country)
    book = (form for entry in brief.house.name_book for form in (entry.spelling, *entry.variants))
    return frozenset(
        {w.text for w in story.words.values() if w.firm and not is_calendar_slip(w.text)}.union(
            *(form.split() for form in book)
        )
    )
