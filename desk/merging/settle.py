"""The text that a laying together comes to once everything is answered."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from desk.errors import KnownError
from desk.merging.paragraphs import Strip, Strips
from desk.merging.values import (
    Asks,
    MergeAnswer,
    MergedParagraph,
    MergeQuestion,
    MergeText,
    Sides,
    Take,
    Wording,
)
from desk.text.blocks import Kind
from desk.text.links import TextLink
from desk.text.spans import Span

_BLANK_LINE = "\n\n"


def settled(
    strips: Strips,
    paragraphs: Sequence[MergedParagraph],
    questions: Sequence[MergeQuestion],
    answers: Mapping[int, MergeAnswer],
) -> MergeText:
    """Return the text with the answers put in; raises `KnownError` while a question has none that fits it."""
    for question in questions:
        _fits(question, answers.get(question.number))
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph, questions, answers) if piece.words]
    return _joined(strips, pieces)


def _fits(question: MergeQuestion, answer: MergeAnswer | None) -> None:
    if answer is None:
        raise KnownError(f"Paragraph {question.number + 1} of those that need you is not answered yet: choose a side.")
    if answer.take not in question.takes:
        raise KnownError(f"“{answer.take}” is no answer to a paragraph {question.asks}: choose one that is offered.")


def _pieces(
    paragraph: MergedParagraph, questions: Sequence[MergeQuestion], answers: Mapping[int, MergeAnswer]
) -> Iterator[Wording]:
    """Yield what stands at one place, given the answers."""
    if paragraph.only_if is not None and _side(answers[paragraph.only_if]) is not paragraph.place:
        return
    if paragraph.asked is None:
        yield from filter(None, [paragraph.wording])
    else:
        yield from _said(questions[paragraph.asked], answers[paragraph.asked])


def _side(answer: MergeAnswer) -> Sides:
    return Sides.OURS if answer.take is Take.OURS else Sides.THEIRS


def _said(question: MergeQuestion, answer: MergeAnswer) -> tuple[Wording, ...]:
    if answer.take is Take.OURS:
        return question.ours
    if answer.take is Take.THEIRS:
        return question.theirs
    if answer.take is Take.WRITTEN:
        return (_written(question, answer.words.strip()),)
    both = question.ours + question.theirs if answer.take is Take.OURS_FIRST else question.theirs + question.ours
    return tuple(dict.fromkeys(both)) if question.asks is Asks.PUT_IN_TWICE else both


def _written(question: MergeQuestion, words: str) -> Wording:
    """Return what a person wrote, with the kind that the sides agree on and the links whose words it has once."""
    sides = (*question.ours, *question.theirs, *question.before)
    kinds = {dict(side.kinds).get(0) for side in sides}
    kind = kinds.pop() if len(kinds) == 1 else None
    links: list[TextLink] = []
    for side in sides:
        for link in side.links:
            said = link.span.of(side.words)
            place = Span(words.find(said), words.find(said) + len(said)) if words.count(said) == 1 else None
            if place and not any(other.span.touches(place) for other in links):
                links.append(TextLink(place, link.address))
    return Wording(words, ((0, kind),) if kind else (), tuple(sorted(links)))


def _joined(strips: Strips, pieces: Sequence[Wording]) -> MergeText:
    lead = _of_three(strips.base.lead, strips.ours.lead, strips.theirs.lead)
    tail = _of_three(*(strip.rooms[-1] if strip.rooms else "" for strip in (strips.base, strips.ours, strips.theirs)))
    usual = _usual_room(strips)
    text, kinds, links = lead, dict[int, Kind](), list[TextLink]()
    for nth, piece in enumerate(pieces):
        at = len(text)
        kinds.update({at + start: kind for start, kind in piece.kinds})
        links += [TextLink(link.span.shifted(at), link.address) for link in piece.links]
        text += piece.words + (_room(strips, piece, pieces[nth + 1], usual) if nth + 1 < len(pieces) else tail)
    return MergeText(text, kinds, tuple(links))


def _room(strips: Strips, piece: Wording, after: Wording, usual: str) -> str:
    """Return the room between two paragraphs: as it was where they were neighbours, the usual one elsewhere."""
    rooms = []
    for strip, name in ((strips.base, "base"), (strips.ours, "ours"), (strips.theirs, "theirs")):
        nth, following = getattr(piece.spots, name), getattr(after.spots, name)
        rooms.append(strip.rooms[nth] if nth is not None and following == nth + 1 else "")
    base, ours, theirs = rooms
    if not base:
        return ours or theirs or usual if not (ours and theirs) else _of_three("", ours, theirs)
    return _of_three(base, ours or base, theirs or base)


def _of_three(base: str, ours: str, theirs: str) -> str:
    """Return the room that one side made of it; where both did, the one that sorts first: nobody reads it."""
    if ours == base:
        return theirs
    return ours if theirs == base else min(ours, theirs)


def _usual_room(strips: Strips) -> str:
    rooms = Counter(room for strip in _all(strips) for room in strip.rooms[:-1])
    return max(rooms, key=lambda room: (rooms[room], room), default=_BLANK_LINE)


def _all(strips: Strips) -> tuple[Strip, ...]:
    return strips.base, strips.ours, strips.theirs
