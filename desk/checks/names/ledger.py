"""The name ledger: every person, place and organisation of a story with each form used, and where there is a doubt.

The ledger judges nothing by itself. What the check finds (two forms that look like one name) ties their entries
together and makes them doubtful; the editor's answers are shown beside.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from desk.checks.check import Finding
from desk.checks.house import Brief, NameKind
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.country_titles import is_title_in
from desk.checks.names.datelines import FOLLOWS_TOWN, FOLLOWS_WIRE
from desk.checks.names.entries import Form, Ledger, LedgerEntry
from desk.checks.names.find import BlockNames, read_block
from desk.checks.names.group import NamePiece, StoryNames, gather
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists, parts_of
from desk.checks.names.people import Mention, people
from desk.checks.names.ways import is_way
from desk.checks.placeholders import placeholders
from desk.text.blocks import Manuscript
from desk.text.spans import Span


def ledger(
    manuscript: Manuscript, findings: Iterable[Finding], brief: Brief, readings: Sequence[BlockNames] | None = None
) -> Ledger:
    """Return the ledger of a story; `findings` are those of the names check for this very manuscript."""
    read = readings if readings is not None else [read_block(block) for block in manuscript.blocks]
    story = gather(manuscript.text, manuscript.blocks, read, brief.house.country)
    capitals = frozenset(number for number, reading in enumerate(read) if reading.display)
    found = list(findings)
    doubted = {place.start for finding in found for place in (finding.span, *(e.span for e in finding.evidence))}
    groups = _tied(_grouped(story, capitals, doubted), found)
    entries = _with_namesakes([_entry(mentions, doubts, story, brief) for mentions, doubts in groups], brief)
    return Ledger(tuple(sorted(entries, key=lambda entry: min(form.places[0] for form in entry.forms))))


def _grouped(story: StoryNames, capitals: frozenset[int], doubted: Set[int]) -> list[list[Mention]]:
    """Return mentions by whom they name: a bare name goes to the one full name that holds it, if there is just one.

    A word that nothing proves a name is left out, unless a finding speaks of it: one begins in `doubted`.
    """
    later = _left_for_later(story)
    named = [_whole(mention, story) for mention in people(story).mentions if mention.start not in later]
    by_name: dict[str, list[Mention]] = defaultdict(list)
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        if len(mention.words) > 1:
            key = squashed("".join(mention.words))
            by_name[key].append(mention)
            for word in {squashed(mention.words[0]), squashed(mention.words[-1])}:
                owners[word].add(key)
    for mention in named:
        word = squashed(mention.words[0])
        if len(mention.words) > 1 or _is_ordinary(story, mention):
            continue
        if owners[word] or mention.start in doubted or _is_proved(story, mention):
            by_name[next(iter(owners[word])) if len(owners[word]) == 1 else word].append(mention)
    for mention in _places_and_initials(story, named, capitals):
        if mention.start not in later:
            by_name[squashed("".join(mention.words))].append(mention)
    return list(by_name.values())


def _left_for_later(story: StoryNames) -> frozenset[int]:
    """Return every code point within what was left for later ("TK", "XXX"): no names stand there."""
    return frozenset(
        block.start + at for block in story.blocks for place in placeholders(block.flat) for at in range(*place[:2])
    )


def _whole(mention: Mention, story: StoryNames) -> Mention:
    """Return the mention with all its words: "Harbour" is no title of a "Council", nor "Port" one of a town."""
    run = story.runs[mention.run]
    chain = [piece for piece in run.pieces if run.start + piece.end <= mention.end]
    before = len(chain) - len(mention.words)
    if mention.words[-1] in lists().organisation_words:
        before = 0
    elif before > 0 and chain[before - 1].text in _BEFORE_PLACES:
        before -= 1
    else:
        return mention
    words = tuple(piece.text for piece in chain[before:])
    return mention._replace(words=words, titles=(), start=run.start + chain[before].start)


def _places_and_initials(story: StoryNames, named: Sequence[Mention], capitals: frozenset[int]) -> Iterator[Mention]:
    """Yield what `people` takes for the company of names: places on their own, and initialisms.

    Blocks all in `capitals` show nothing: every word of theirs would be one.
    """
    taken = {at for mention in named for at in (mention.start, mention.end)}
    for number, run in enumerate(story.runs):
        if run.block in capitals:
            continue
        for chain in _chains_of(run.pieces):
            start, end = run.start + chain[0].start, run.start + chain[-1].end
            if start not in taken and end not in taken and not _introduces_somebody(chain, run.pieces, story.country):
                yield Mention(tuple(piece.text for piece in chain), (), start, end, number)


def _introduces_somebody(chain: Sequence[NamePiece], parts: Sequence[NamePiece], country: str) -> bool:
    """Return whether it is a title before a name: "MLA Kim Dent"."""
    before_a_name = any(piece.start > chain[-1].start and piece.look == "word" for piece in parts)
    return before_a_name and all(is_title_in(piece.text, country) for piece in chain)


def _chains_of(parts: Sequence[NamePiece]) -> Iterator[list[NamePiece]]:
    """Yield an organisation whole, the words that make one place ("North Korea"), each initialism by itself."""
    if len(parts) > 1 and parts[-1].text in lists().organisation_words:
        yield list(parts)
        return
    chain: list[NamePiece] = []
    for piece in parts:
        joined = chain and piece.start - chain[-1].end == 1
        if joined and piece.look == chain[-1].look == "capitals" and len(piece.text) >= _SHOUTED:
            chain.append(piece)  # "PORT ELLERY": one name in capitals, and not two initialisms
        elif piece.look == "capitals" and len(piece.text) >= _SHOUTED:
            yield from _place(chain)
            chain = [piece]
        elif piece.look in ("capitals", "dotted"):
            yield from _place(chain)
            chain = []
            yield [piece]
        elif squashed(piece.text) in _place_words() or piece.text in _COMPASS:
            if not joined:
                yield from _place(chain)
                chain = []
            chain.append(piece)
        else:
            yield from _place(chain)
            chain = []
    yield from _place(chain)


def _place(chain: list[NamePiece]) -> Iterator[list[NamePiece]]:
    if any(piece.text not in _COMPASS for piece in chain):
        yield chain


_SHOUTED = 4
"""Letters from which a word in capitals beside another is rather a word than an initialism."""
_BEFORE_PLACES = frozenset(
    {"Port", "Mount", "Lake", "Cape", "Fort", "Saint", "San", "Santa", "Upper", "Lower", "Point", "River", "Camp"}
)
_COMPASS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New"})
_NO_PLACES = frozenset({"days", "peoples"})


@cache
def _place_words() -> frozenset[str]:
    return frozenset(
        word for heading, words in parts_of("places.txt").items() if heading not in _NO_PLACES for word in words
    )


def _is_ordinary(story: StoryNames, mention: Mention) -> bool:
    word = story.words.get(mention.words[0])
    return word is None or len(word.text) == 1 or story.ordinary(word) or is_calendar_slip(word.text)


def _is_proved(story: StoryNames, mention: Mention) -> bool:
    """Return whether something shows that a bare word is a name: a capital within a sentence, or a name we know.

    Where a sentence begins, a capital proves nothing ("Shelves were empty").
    """
    word = story.words[mention.words[0]]
    return bool(word.firm or mention.titles) or word.key in lists().known


def _tied(groups: list[list[Mention]], findings: list[Finding]) -> list[tuple[list[Mention], list[Finding]]]:
    """Return the groups with what is in doubt about them; what departs joins the first place it departs from."""
    at = {(m.start, m.end): number for number, group in enumerate(groups) for m in group}
    starts = sorted(at)
    parent = list(range(len(groups)))
    doubts: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        touched = [
            n for place in (finding.span, *(e.span for e in finding.evidence)) if (n := _at(place, starts, at)) >= 0
        ]
        for number in touched[1:2]:  # further places of the same word may be other people's
            parent[_root(parent, number)] = _root(parent, touched[0])
        if touched:
            doubts[touched[0]].append(finding)
    merged: dict[int, tuple[list[Mention], list[Finding]]] = {}
    for number, group in enumerate(groups):
        mentions, about = merged.setdefault(_root(parent, number), ([], []))
        mentions += group
        about += doubts.get(number, [])
    return list(merged.values())


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _at(place: Span, starts: list[tuple[int, int]], at: dict[tuple[int, int], int]) -> int:
    """Return the number of the group with a mention at this place, -1 where there is none."""
    here = bisect_right(starts, (place.start, 1 << 60)) - 1
    for key in starts[max(0, here) : here + 2]:
        if key[0] < place.end and place.start < key[1]:
            return at[key]
    return -1


def _entry(mentions: list[Mention], doubts: list[Finding], story: StoryNames, brief: Brief) -> LedgerEntry:
    places: dict[str, list[Span]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.start):
        span = Span(mention.start, mention.end)
        places[" ".join(span.of(story.text).split())].append(span)
    forms = tuple(
        Form(text, tuple(spans)) for text, spans in sorted(places.items(), key=lambda item: (-len(item[1]), item[1][0]))
    )
    full = max(forms, key=lambda form: (form.text.count(" "), len(form.places), -form.places[0].start))
    named = {form.text for form in forms}
    return LedgerEntry(
        full.text,
        _kind(mentions, story),
        forms,
        full.places[0],
        tuple({finding.subject: finding for finding in reversed(doubts)}.values()),
        tuple(answer for answer in brief.name_answers if {answer.first, answer.second} & named),
    )


_FULL = 2  # words of a full name at least


def _with_namesakes(entries: list[LedgerEntry], brief: Brief) -> list[LedgerEntry]:
    """Return the entries, people of one family name told of each other unless the editor has said who they are."""
    families: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        words = entry.name.split()
        if entry.kind is NameKind.PERSON and len(words) >= _FULL:
            families[squashed(words[-1])].append(entry)
    said = {frozenset((answer.first, answer.second)) for answer in brief.name_answers}
    told = {
        id(entry): tuple(o.name for o in family if o is not entry and frozenset((o.name, entry.name)) not in said)
        for family in families.values()
        for entry in family
    }
    return [replace(entry, namesakes=told.get(id(entry), ())) for entry in entries]


def _is_dateline(mention: Mention, story: StoryNames) -> bool:
    """Return whether a name in capitals begins its block and a dash follows: "HARWICK — The bridge ..."."""
    block = story.blocks[story.runs[mention.run].block]
    shouted = all(word.isupper() for word in mention.words)
    return shouted and mention.start == block.start and FOLLOWS_TOWN.match(story.text, mention.end) is not None


def _is_wire(mention: Mention, story: StoryNames) -> bool:
    """Return whether a name stands in the brackets of a dateline: "HARWICK (Reuters) - The bridge ..."."""
    block = story.blocks[story.runs[mention.run].block]
    place, opened, between = story.text[block.start : mention.start].partition("(")
    in_brackets = opened and not between and FOLLOWS_WIRE.match(story.text, mention.end)
    return bool(in_brackets) and place[:2].isalpha() and place[:2].isupper()


def _is_the_something(mention: Mention, story: StoryNames) -> bool:
    """Return whether an article stands directly before several words: "the Ellery Courier" is no person."""
    before = story.text[max(0, mention.start - 4) : mention.start]
    return len(mention.words) > 1 and before.casefold() == "the "


def _kind(mentions: Sequence[Mention], story: StoryNames) -> NameKind:
    if any(_is_dateline(mention, story) for mention in mentions):
        return NameKind.PLACE
    if any(_is_wire(mention, story) for mention in mentions):
        return NameKind.ORGANISATION
    words = {word for mention in mentions for word in mention.words}
    plain = {squashed(word) for word in words}
    known = lists()
    if words & lists().organisation_words or (
        any(word.isupper() and word.isalpha() and len(word) > 1 for word in words) and not plain & _place_words()
    ):
        return NameKind.ORGANISATION
    if all(squashed(word) in _place_words() or word in _COMPASS for word in words):
        return NameKind.PLACE
    if any(mention.words[0] in _BEFORE_PLACES for mention in mentions) or is_way(mentions, story):
        return NameKind.PLACE
    if not plain & known.given and all(_is_the_something(mention, story) for mention in mentions):
        return NameKind.PLACE if plain & known.places else NameKind.ORGANISATION
    if any(mention.titles for mention in mentions) or plain & known.given:
        return NameKind.PERSON
    if plain & known.places or any(mention.words[0] in known.places_written for mention in mentions):
        return NameKind.PLACE
    return NameKind.PERSON
