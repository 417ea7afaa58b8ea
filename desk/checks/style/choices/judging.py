"""The judgement of a story: one finding a choice and subject, with all its places, “change all” first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from desk.checks.ceiling import Made
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.rewriting import in_its_place
from desk.checks.style.choices.story_forms import Stood, StoryForms, places_by_choice
from desk.text.spans import Span
from desk.text.words import plural, shortened

_MOST_PLACES = 12
"""Places shown as evidence at most, of each form."""


def judged(story: StoryForms, style: HouseChoices, off: Sequence[str] = ()) -> Iterator[Made]:
    """Yield what the story and its house do not agree on, each finding to be made."""
    wanted = [choice for choice in choices() if choice.rule not in off and style.value(choice) != OFF]
    found = places_by_choice(story, wanted)
    for choice in wanted:
        for one in departures(choice, style, found.get(choice.key, ())):
            yield choice.rule, partial(_finding, choice, one, style.note(choice))


@dataclass(frozen=True, slots=True)
class Departure:
    """Places of one choice and subject that are to have another form, and those that have it."""

    subject: str
    agree: bool
    """Whether the story itself asks for the form, and not the house."""
    form: str
    departing: Sequence[Stood]
    kept: Sequence[Stood]


def departures(choice: StyleChoice, style: HouseChoices, found: Sequence[Stood]) -> Iterator[Departure]:
    """Yield what of these places departs from the house, or from the rest of the story."""
    for subject, some in _by_subject(choice, found).items():
        yield from _departing(choice, style, subject, some)


def _by_subject(choice: StyleChoice, some: Sequence[Stood]) -> Mapping[str, list[Stood]]:
    out: dict[str, list[Stood]] = defaultdict(list)
    for one in some:
        out[_band(int(one[1].subject)) if choice.number else one[1].subject].append(one)
    return out


def _band(number: int) -> str:
    """Return which numbers agree with each other: houses change from words to figures at nine, ten or eleven."""
    return "2 to 9" if number < _TEN else "10" if number == _TEN else "from 11"


_TEN = 10


def _departing(choice: StyleChoice, style: HouseChoices, subject: str, some: list[Stood]) -> Iterator[Departure]:
    value = AGREE if some[0][1].story_alone and style.value(choice) != OFF else style.form(choice, subject)
    if value == OFF or (value == AGREE and choice.house_alone):
        return
    if value == AGREE:
        some = [one for one in some if not (one[1].quoted or one[1].told_elsewhere)]
    elif some[0][1].settled:
        value = some[0][1].settled
    if choice.number and value != AGREE:
        right = [(one, "words" if int(one[1].subject) <= int(value) else "figures") for one in some]
        parts = [
            (form, [one for one, wanted in right if wanted == form and one[1].form != form])
            for form in ("words", "figures")
        ]
    elif value == AGREE:
        if not some:
            return
        usual, count = _usual(some)
        parts = [(usual, [one for one in some if one[1].form != usual and not _reads_alike(one, usual)])]
        if count < choice.least or len(parts[0][1]) > choice.share * len(some):
            return
    else:
        parts = [(value, [one for one in some if one[1].form != value])]
    for form, each in parts:
        if departing := [one for one in each if not _reads_alike(one, form)]:
            kept = [one for one in some if one[1].form == form]
            yield Departure(subject, value == AGREE, form, departing, kept)


def _usual(some: Sequence[Stood]) -> tuple[str, int]:
    """Return the form that the story has most, or the one that is right everywhere, and the count of its places."""
    counts = Counter(place.form for _, place in some)
    settled = some[0][1].settled
    if counts[settled]:
        return settled, counts[settled]
    form, count = counts.most_common(1)[0]
    others = [other for other in counts if other != form]
    mine = [one for one in some if one[1].form == form] if others else []
    alike = next((other for other in others if all(_reads_alike(one, other) for one in mine)), "")
    return (alike, count + counts[alike]) if alike else (form, count)


def _reads_alike(stood: Stood, form: str) -> bool:
    """Return whether the place would stand there unchanged in another form.

    “Idaho” has no short form of its own; the point of “Oduya Inc.” at the end of a sentence stands in a house without.
    """
    block, place = stood
    return in_its_place(stood, form) == block.flat[place.start : place.end]


def _finding(choice: StyleChoice, one: Departure, note: str) -> Finding:
    subject, agree, form, kept = one.subject, one.agree, one.form, one.kept
    departing = sorted(one.departing, key=_is_quoted)  # what may be changed first
    block, place = departing[0]
    span = _span(departing[0])
    quote = block.text[place.start : place.end]
    better = in_its_place(departing[0], form)
    own = choice.default not in (AGREE, "off") or choice.house_alone or all(one[1].quoted for one in departing)
    said = (_message(choice, agree, form, departing, kept), place.note, note and f"The house: {note}")
    message = " ".join(filter(None, said))
    return Finding(
        Item.STYLE,
        choice.rule,
        span,
        quote,
        message.replace("{match}", " ".join(quote.split())),
        suggestions=() if better is None else (better,),
        severity=Severity.HINT if agree or own else Severity.WARNING,
        evidence=(*_evidence(kept), *_evidence(departing[1:])),
        remedies=tuple(_remedies(form, departing, kept)),
        subject=f"{choice.key}: {subject}" if subject else choice.key,
    )


def _is_quoted(stood: Stood) -> bool:
    return stood[1].quoted


def _message(choice: StyleChoice, agree: bool, form: str, departing: Sequence[Stood], kept: Sequence[Stood]) -> str:
    other = f"“{_words(departing[0])}”, {plural(len(departing), 'place')}"
    if choice.message:
        return choice.message
    if agree:
        first = f"“{_words(kept[0])}”, {plural(len(kept), 'place')}"
        return f"{choice.name}: this story does both ({first}; {other})."
    place = departing[0][1]
    example = place.written(form) or place.subject * bool(place.quoted or place.settled) or _example(choice, form)
    both = " This story does both." if kept else ""
    if place.settled:
        return f"{choice.name}: today this place is “{example}”; here is {other}.{both}"
    return f"{choice.name}: this house writes “{example}”; here is {other}.{both}"


def _example(choice: StyleChoice, form: str) -> str:
    return next((f.example for f in choice.forms if f.name == form), form)


def _words(stood: Stood) -> str:
    block, place = stood
    return shortened(" ".join(block.flat[place.start : place.end].split()), _SHOWN)


_SHOWN = 40
"""Code points of a place that a sentence shows."""


def _span(stood: Stood) -> Span:
    block, place = stood
    return Span(block.start + place.start, block.start + place.end)


def _evidence(some: Sequence[Stood]) -> Iterator[Evidence]:
    for number, stood in enumerate(some[:_MOST_PLACES]):
        yield Evidence(_span(stood), f"{_words(stood)}, {plural(len(some), 'place')}" if number == 0 else "")


def _remedies(form: str, departing: Sequence[Stood], kept: Sequence[Stood]) -> Iterator[Remedy]:
    """Yield “change all” first, then the other way round where the story has fewer than a handful to change."""
    yield from _change_all(form, departing)
    if any(one[1].quoted or one[1].settled for one in departing):
        return
    if kept and len({place.form for _, place in departing}) == 1:
        yield from _change_all(departing[0][1].form, kept)


def _change_all(form: str, some: Sequence[Stood]) -> Iterator[Remedy]:
    edits = [(stood, in_its_place(stood, form)) for stood in some if not stood[1].quoted]
    done = tuple(Edit(_span(stood), text) for stood, text in edits if text is not None)
    if not done or len(done) != len(edits):
        return
    yield Remedy(_title([edit.text.strip() or "one space" for edit in done]), done)


def _title(texts: Sequence[str]) -> str:
    """Return what a remedy comes to: “Change all 3: “5 percent”, “7 percent” …”."""
    if len(texts) == 1:
        return f"Change to “{shortened(texts[0], _SHOWN)}”"
    different = list(dict.fromkeys(texts))
    shown = ", ".join(f"“{shortened(text, _SHOWN // 2)}”" for text in different[:2])
    return f"Change all {len(texts)}: {shown}{' …' if len(different) > 2 else ''}"
