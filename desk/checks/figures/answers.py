"""What an editor said about two figures, once and for the whole story."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.checks.check import Severity
from desk.checks.figures.slips import Doubt
from desk.checks.house import NameAnswer, Verdict


class FigureAnswers:
    """The answers on figures of one story; false while nothing was asked."""

    def __init__(self, answers: Iterable[NameAnswer] = ()) -> None:
        self._said = {frozenset(answer.pair): answer for answer in answers}

    def __bool__(self) -> bool:
        return bool(self._said)

    @property
    def same(self) -> tuple[NameAnswer, ...]:
        """Return the pairs that are one figure."""
        return tuple(answer for answer in self._said.values() if answer.verdict is Verdict.SAME)

    def leaves(self, one: str, other: str) -> bool:
        """Return whether two figures stand side by side on purpose: they are two, or as somebody said them."""
        answer = self._said.get(frozenset((one, other)))
        return answer is not None and answer.verdict is not Verdict.SAME

    def heard(self, doubts: Iterable[Doubt], text: str) -> Iterator[Doubt]:
        """Yield what the answers leave open; of one figure, at the places that are not written as was said."""
        told: set[int] = set()
        for doubt in doubts:
            answer = self._said.get(frozenset(doubt.pair)) if doubt.pair else None
            if answer is None:
                yield doubt
            elif answer.verdict is Verdict.SAME:
                departing = [one for one in _departing(doubt, answer, text) if one.start not in told]
                told.update(one.start for one in departing)
                yield from departing


def _departing(doubt: Doubt, answer: NameAnswer, text: str) -> Iterator[Doubt]:
    message = f"{answer.second} here: it was said to be the same as {answer.first}, which stands elsewhere."
    said = replace(doubt, message=message, severity=Severity.ERROR)
    if doubt.pair[0] != answer.first:
        yield said
        return
    here, note = text[doubt.start : doubt.end], doubt.partners[0][2]
    for start, end, shown in doubt.partners:
        if shown == note:
            back = ((doubt.start, doubt.end, doubt.suggestions[0]),)
            new = (doubt.others[0][2],)
            partners = ((doubt.start, doubt.end, here),)
            yield replace(said, start=start, end=end, suggestions=new, partners=partners, others=back)
