"""What the desk's approved stories write against the story: a name that one slip parts from theirs."""

from collections.abc import Iterator
from dataclasses import replace

from desk.checks.check import Severity
from desk.checks.frequencies import frequency
from desk.checks.house import BookEntry, DeskUse, NameKind
from desk.checks.names.book import BookLookup, close_to, index, is_a_slip, is_nobodys, stands_in
from desk.checks.names.group import StoryNames, Word
from desk.checks.names.letters import squashed
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.spans import Span
from desk.text.words import plural

_ALONE = 7
"""Letters of a name of one word: shorter places and bodies lie one slip from each other by chance."""
_OUTWEIGHS = 5
"""Times as many stories: a name that two people misspelt three times does not stand beside one of fifteen."""

_last: tuple[DeskUse, BookLookup] = (DeskUse(), BookLookup())


def names_in_use(use: DeskUse) -> BookLookup:
    """Return the index of the names that approved stories write; the last one is kept, as the name book's is."""
    global _last  # one slot, replaced as a whole: safe from any thread
    if _last[0] is not use:
        _last = use, index(tuple(BookEntry(name, NameKind.PERSON) for name in use.names))
    return _last[1]


def against_use(story: StoryNames, use: DeskUse) -> Iterator[Suspicion]:
    """Yield every word of the story by which a name differs in one slip from a name in approved stories.

    Of a name of several words all others must stand around it, and nowhere in the story the name as approved stories
    have it: what the story itself writes in two ways is told without them.
    """
    if not use.names:
        return
    lookup = names_in_use(use)
    for word in story.words.values():
        for text, entry in close_to(story, word, lookup):
            places = () if text in story.words else _departing(story, word, text, entry, use)
            if places:
                why = written_so(entry.spelling, use)
                yield Suspicion("names.approved", text, word.text, (), places, why, Severity.HINT)
                break


def written_so(name: str, use: DeskUse) -> str:
    """Return in words how many approved stories write a name."""
    return f"“{name}” is written so in {plural(use.names[name], 'approved story', 'approved stories')}"


def _departing(story: StoryNames, word: Word, text: str, entry: BookEntry, use: DeskUse) -> tuple[Span, ...]:
    """Return where a word departs from that of an approved name: everywhere, of a given name in that name alone."""
    if not is_a_slip(word.text, text):
        return ()
    names = entry.spelling.split()
    if len(names) == 1:
        alone = len(text) >= _ALONE and is_nobodys(word.text) and not frequency(word.text)
        return spans(word) if alone else ()
    ours = " ".join(word.text if part == text else part for part in names)
    if use.names.get(ours, 0) * _OUTWEIGHS > use.names[entry.spelling]:
        return ()
    there = tuple(Span(p.start, p.end) for p in word.places if stands_in(story, p, text, entry))
    if text == names[-1]:
        return spans(word) if there else ()
    return there if is_nobodys(word.text) else ()  # Mario Lopez is not Maria


def by_use(suspicion: Suspicion, use: DeskUse) -> Suspicion | None:
    """Return a suspicion that keeps the form which approved stories write, and says so; None where they say nothing."""
    if not use.names:
        return None
    lookup = names_in_use(use)
    keep, depart = (_name_with(form, lookup) for form in (suspicion.keep, suspicion.depart))
    if bool(keep) is bool(depart):
        return None
    turned = suspicion if keep else suspicion.turned()
    return replace(turned, why=f"{turned.why}; {written_so(keep or depart, use)}")


def _name_with(form: str, lookup: BookLookup) -> str:
    """Return the approved name that a form is, or is a word of, as written; empty where there is none."""
    entry = lookup.agreed.get(squashed(form))
    if entry is not None and entry.spelling == form:
        return form
    return lookup.name_of.get(form, "")
