"""From suspicions to findings: the house and the editor have the last word, and each place is reported once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.checks.house import Brief, House, NameAnswer, Verdict
from desk.checks.names.acronyms import in_capitals_or_not, misfits, stops, swapped
from desk.checks.names.approved import against_use, by_use
from desk.checks.names.articles import article_kept_and_dropped, articles_changed
from desk.checks.names.book import against_book, book_of
from desk.checks.names.double_names import second_halves_misspelt
from desk.checks.names.gender import titles_changed
from desk.checks.names.group import StoryNames
from desk.checks.names.introduced import never_introduced
from desk.checks.names.near import near_variants, places_renamed
from desk.checks.names.offices import offices_changed
from desk.checks.names.on_purpose import less_what_is_meant
from desk.checks.names.people import Mention, NamedPeople, people
from desk.checks.names.possessives import apostrophes_lost
from desk.checks.names.references import (
    family_name_first,
    names_of_honour,
    shared_family_names,
    used_before_introduced,
)
from desk.checks.names.report import departing, subject
from desk.checks.names.small_heads import last_words_small
from desk.checks.names.spacing import respaced
from desk.checks.names.suspicion import Suspicion
from desk.checks.names.swaps import swapped_given_names
from desk.text.blocks import Kind
from desk.text.spans import Span
from desk.text.words import plural


def suspicions(story: StoryNames, folk: NamedPeople, brief: Brief) -> Iterator[Suspicion]:
    """Yield all that departs from itself, from the house or from the name book, the surest families first."""
    house = brief.house
    yield from against_book(story, book_of(house.name_book))
    yield from against_use(story, house.use)
    yield from respaced(story)
    yield from last_words_small(story)
    yield from apostrophes_lost(story, folk)
    yield from stops(story)
    yield from in_capitals_or_not(story)
    yield from places_renamed(story)
    yield from articles_changed(story)
    yield from near_variants(story)
    yield from second_halves_misspelt(story)
    yield from swapped_given_names(story, folk)
    yield from swapped(story)
    yield from misfits(story)
    yield from family_name_first(story, folk, house)
    yield from names_of_honour(story, folk)
    yield from article_kept_and_dropped(story, folk, house)
    yield from titles_changed(story, folk)
    yield from offices_changed(story, folk)
    yield from used_before_introduced(story, folk)


def settled(story: StoryNames, folk: NamedPeople, brief: Brief) -> list[Suspicion]:
    """Return the suspicions that the editor's answers leave open, each pointing the way that house and page say."""
    said = {subject(answer.first, answer.second): answer for answer in brief.name_answers}
    out = []
    raised: set[str] = set()
    for raised_one in suspicions(story, folk, brief):
        suspicion = less_what_is_meant(story, raised_one)
        if suspicion is None:
            continue
        raised.add(subject(suspicion.keep, suspicion.depart))
        answer = said.get(subject(suspicion.keep, suspicion.depart))
        if answer is None:
            out.append(_placed(story, _directed(story, suspicion, brief.house)))
        elif answer.verdict is Verdict.SAME:
            out.append(_answered(suspicion, answer))
    return out + [found for pair, answer in said.items() if pair not in raised for found in _said_one(story, answer)]


def _said_one(story: StoryNames, answer: NameAnswer) -> Iterator[Suspicion]:
    """Yield the places of a form that the editor gave up, where no rule of ours would have asked about it."""
    if answer.verdict is Verdict.SAME:
        kept, departing = (_places_of(story, form) for form in (answer.first, answer.second))
        within = tuple(d for d in departing if not any(k.start <= d.start and d.end <= k.end for k in kept))
        if kept and within:
            why = "you said that they are one name"
            yield Suspicion("names.near-variant", answer.first, answer.second, kept, within, why, Severity.ERROR)


def _places_of(story: StoryNames, form: str) -> tuple[Span, ...]:
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)")
    found = ((run.start, match) for run in story.runs for match in pattern.finditer(run.text))
    return tuple(Span(start + match.start(), start + match.end()) for start, match in found)


def _answered(suspicion: Suspicion, answer: NameAnswer) -> Suspicion:
    turned = suspicion.turned() if answer.first == suspicion.depart and suspicion.kept else suspicion
    return replace(turned, severity=Severity.ERROR, once=False)


def _directed(story: StoryNames, suspicion: Suspicion, house: House) -> Suspicion:
    """Return the suspicion with the form to keep from the name book, else from approved stories, else the body's.

    The body's is taken of forms as common.
    """
    if not suspicion.kept:
        return suspicion
    book = book_of(house.name_book)
    if book.spelled(suspicion.depart) and not book.spelled(suspicion.keep):
        return suspicion.turned()
    if not book.spelled(suspicion.keep) and (told := by_use(suspicion, house.use)):
        return told
    commoner = suspicion.certain or len(suspicion.kept) > len(suspicion.departing)
    if not commoner and _kinds(story, suspicion.kept) == {Kind.FURNITURE} and _in_copy(story, suspicion.departing):
        return suspicion.turned()
    return suspicion


def _placed(story: StoryNames, suspicion: Suspicion) -> Suspicion:
    """Return the suspicion named for furniture where only furniture departs; a hint where only what is apart does."""
    kinds = _kinds(story, suspicion.departing)
    if kinds == {Kind.FURNITURE} and _in_copy(story, suspicion.kept):
        return replace(suspicion, rule="names.furniture", why=f"{suspicion.why}; the body has the other form")
    if kinds <= {Kind.LEFTOVER, Kind.PAID} and suspicion.severity is Severity.WARNING:
        return replace(suspicion, severity=Severity.HINT)
    return suspicion


def _in_copy(story: StoryNames, spans: Iterable[Span]) -> bool:
    return Kind.COPY in _kinds(story, spans)


def _kinds(story: StoryNames, spans: Iterable[Span]) -> set[Kind]:
    return {story.block_at(span.start).kind for span in spans}


def findings(story: StoryNames, brief: Brief) -> list[Finding]:
    """Return the findings of the names check: one a departing place, the first family that reports it wins."""
    folk = people(story)
    out: list[Finding] = []
    taken = bytearray(len(story.text))
    for suspicion in settled(story, folk, brief):
        out += [f for f in _findings(story, suspicion) if not any(taken[f.span.start : f.span.end])]
        for span in suspicion.departing:
            taken[span.start : span.end] = b"\1" * len(span)
    out += [_stranger(story, places) for places in never_introduced(story, folk) if not taken[places[0].start]]
    out += [_shared(story, bare, bearers) for bare, bearers in shared_family_names(folk, brief.name_answers)]
    return out


def _findings(story: StoryNames, suspicion: Suspicion) -> list[Finding]:
    return departing(story.text, suspicion, message(suspicion))


_PLAIN = frozenset({"names.reference-form", "names.title-change", "names.acronym-mismatch"})


def message(suspicion: Suspicion) -> str:
    """Return the suspicion in one plain sentence: the forms, how often, and why they are thought to be one."""
    departs = f"“{suspicion.depart}” ({plural(len(suspicion.departing), 'place')})"
    keeps = f"“{suspicion.keep}” ({plural(len(suspicion.kept), 'place')})"
    if not suspicion.kept:
        return f"{departs}: {suspicion.why}."
    if suspicion.rule == "names.unintroduced":
        return f"{departs} is used before it is introduced: {suspicion.why}."
    if suspicion.rule in _PLAIN:
        return f"{departs} beside {keeps}: {suspicion.why}."
    return f"{departs} and {keeps} look like one name: {suspicion.why}."


def _stranger(story: StoryNames, places: list[Mention]) -> Finding:
    first, *others = (Span(m.start, m.end) for m in places)
    name = places[0].words[-1]
    return Finding(
        item=Item.NAMES,
        rule="names.unintroduced",
        span=first,
        quote=first.of(story.text),
        message=f"“{name}” ({plural(len(places), 'place')}): the story tells neither the full name nor who this is.",
        severity=Severity.HINT,
        evidence=tuple(Evidence(span, span.of(story.text)) for span in others[:5]),
        subject=name,
    )


def _shared(story: StoryNames, bare: Mention, bearers: list[Mention]) -> Finding:
    span = Span(bare.start, bare.end)
    people = sorted({" ".join(m.words) for m in bearers})
    return Finding(
        item=Item.NAMES,
        rule="names.shared-surname",
        span=span,
        quote=span.of(story.text),
        message=f"“{bare.words[-1]}” alone: the story has {' and '.join(people)}. Say which.",
        suggestions=tuple(people),
        severity=Severity.WARNING,
        evidence=tuple(Evidence(Span(m.start, m.end), " ".join(m.words)) for m in bearers[:5]),
        remedies=tuple(Remedy(f"Change to “{name}”", (Edit(span, name),)) for name in people),
        subject=" / ".join(people),
    )
