"""The judgement of a story: one finding a choice and subject, with all its places, “change all” first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from desk.checks.ceiling import Made
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.checks.style.choices.choice import AGREE, OFF, FormPlace, StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.house_file import HouseChoices
from desk.checks.style.choices.reading import BlockForms
from desk.checks.style.choices.recognisers import compounds, headlines, lists, persons
from desk.text.blocks import Block
from desk.text.spans import Span
from desk.text.words import plural, shortened

_MOST_PLACES = 12
"""Places shown as evidence at most, of each form."""
Stood = tuple[Block, FormPlace]
Read = Sequence[tuple[Block, BlockForms]]


def _compounds(read: Read) -> Iterator[Stood]:
    return compounds.compounds([(block, seen.compounds) for block, seen in read])


def _courtesy(read: Read) -> Iterator[Stood]:
    return persons.courtesy([(block, seen.persons) for block, seen in read])


def _second(read: Read) -> Iterator[Stood]:
    return persons.second([(block, seen.persons) for block, seen in read])


def _which(read: Read) -> Iterator[Stood]:
    return persons.which([(block, seen.persons) for block, seen in read])


def _explained(read: Read) -> Iterator[Stood]:
    """Yield initials in brackets but for the first time: there they belong, unless the house wants none."""
    seen: set[str] = set()
    for block, forms in read:
        for place in forms.places:
            if place.choice == "abbr.explain_in_brackets":
                yield block, place if place.subject in seen else place._replace(form="once")
                seen.add(place.subject)


def _parallel(read: Read) -> Iterator[Stood]:
    return lists.parallel([block for block, _ in read])


def _list_stops(read: Read) -> Iterator[Stood]:
    return lists.stops([block for block, _ in read])


def _list_capitals(read: Read) -> Iterator[Stood]:
    return lists.capitals([block for block, _ in read])


def _headline_case(read: Read) -> Iterator[Stood]:
    return headlines.case([block for block, _ in read])


_OF_STORY: Mapping[str, Callable[[Read], Iterator[Stood]]] = {
    "compounds": _compounds,
    "courtesy": _courtesy,
    "second": _second,
    "which_title": _which,
    "brackets": _explained,
    "lists": _parallel,
    "list_stops": _list_stops,
    "list_capitals": _list_capitals,
    "headline_case": _headline_case,
}
"""What needs the story to be found, by the name that `code` has in the file."""


def places_by_choice(read: Read, wanted: Sequence[StyleChoice]) -> Mapping[str, list[Stood]]:
    """Return every place of a story by the key of its choice, in the order of the text."""
    found: dict[str, list[Stood]] = defaultdict(list)
    for block, seen in read:
        for place in seen.places:
            found[place.choice].append((block, place))
    for choice in wanted:
        code = _OF_STORY.get(choice.how.get("code", ""))
        if code:
            found[choice.key] = list(code(read))
    for some in found.values():
        some.sort(key=_where)
    return found


def _where(stood: Stood) -> int:
    return stood[0].start + stood[1].start


def judged(read: Read, style: HouseChoices, off: Sequence[str] = ()) -> Iterator[Made]:
    """Yield what the story and its house do not agree on, each finding to be made; `read` has every block."""
    wanted = [choice for choice in choices() if choice.rule not in off and style.value(choice) != OFF]
    found = places_by_choice(read, wanted)
    for choice in wanted:
        for subject, some in _by_subject(choice, found.get(choice.key, ())).items():
            yield from _judged(choice, style, subject, some)


def _by_subject(choice: StyleChoice, some: Sequence[Stood]) -> Mapping[str, list[Stood]]:
    out: dict[str, list[Stood]] = defaultdict(list)
    for one in some:
        out[_band(int(one[1].subject)) if choice.number else one[1].subject].append(one)
    return out


def _band(number: int) -> str:
    """Return which numbers agree with each other: houses change from words to figures at nine, ten or eleven."""
    return "2 to 9" if number < _TEN else "10" if number == _TEN else "from 11"


_TEN = 10


def _judged(choice: StyleChoice, style: HouseChoices, subject: str, some: list[Stood]) -> Iterator[Made]:
    value = style.form(choice, subject)
    if value == OFF or (value == AGREE and choice.house_alone):
        return
    if choice.number and value != AGREE:
        right = [(one, "words" if int(one[1].subject) <= int(value) else "figures") for one in some]
        parts = [
            (form, [one for one, wanted in right if wanted == form and one[1].form != form])
            for form in ("words", "figures")
        ]
    elif value == AGREE:
        usual, count = Counter(place.form for _, place in some).most_common(1)[0]
        parts = [(usual, [one for one in some if one[1].form != usual])]
        if count < choice.least or len(parts[0][1]) > choice.share * len(some):
            return
    else:
        parts = [(value, [one for one in some if one[1].form != value])]
    for form, departing in parts:
        if departing:
            kept = [one for one in some if one[1].form == form]
            yield choice.rule, partial(_finding, choice, subject, value == AGREE, form, departing, kept)


def _finding(
    choice: StyleChoice, subject: str, agree: bool, form: str, departing: Sequence[Stood], kept: Sequence[Stood]
) -> Finding:
    block, place = departing[0]
    span = _span(departing[0])
    quote = block.text[place.start : place.end]
    better = place.written(form)
    own = choice.default not in (AGREE, "off") or choice.house_alone
    message = _message(choice, agree, form, departing, kept)
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


def _message(choice: StyleChoice, agree: bool, form: str, departing: Sequence[Stood], kept: Sequence[Stood]) -> str:
    other = f"“{_words(departing[0])}”, {plural(len(departing), 'place')}"
    if choice.message:
        return choice.message
    if agree:
        first = f"“{_words(kept[0])}”, {plural(len(kept), 'place')}"
        return f"{choice.name}: this story does both ({first}; {other})."
    example = departing[0][1].written(form) or next((f.example for f in choice.forms if f.name == form), form)
    return f"{choice.name}: this house writes “{example}”; here is {other}."


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
    if kept and len({place.form for _, place in departing}) == 1:
        yield from _change_all(departing[0][1].form, kept)


def _change_all(form: str, some: Sequence[Stood]) -> Iterator[Remedy]:
    edits = [(stood, stood[1].written(form)) for stood in some]
    done = tuple(Edit(_span(stood), text) for stood, text in edits if text is not None)
    if len(done) != len(edits):
        return
    text = done[0].text.strip() or "one space"
    yield Remedy(f"Change to “{text}”" if len(done) == 1 else f"Change all {len(done)} (“{text}”)", done)
