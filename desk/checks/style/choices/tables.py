"""Choices that are tables of words: one row has the forms of one matter (“Oct.”, “October”), one column one value."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.checks.style.choices.choice import FormPlace, StyleChoice
from desk.checks.style.choices.passage import RunningText, opens_sentence
from desk.text.matcher import matcher

_FIRST = matcher(r"\d+|[^\W\d_]+")
_EDGE = matcher(r"[\w’'-]")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One word or phrase of a table."""

    choice: StyleChoice
    text: str
    form: str
    second: frozenset[str]
    """Its second word with each ending that it may have; none where it is of one word."""
    row: tuple[tuple[str, str], ...]
    subject: str
    as_it_is: bool
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    ending: re.Pattern[str] | None


_OWN = {"before": r"[\w,;] $", "exact": "yes"}
"""A house's word with a capital or without counts within a sentence alone."""


class TableFinder:
    """All tables in one index, by the first word of each cell: a block is read once, whatever their number."""

    def __init__(
        self, choices: Sequence[StyleChoice], more: Mapping[str, Sequence[Sequence[str]]] | None = None
    ) -> None:
        """`more` has a house's own rows by choice, for a table whose columns have no names (“words”)."""
        cells: dict[str, list[_Cell]] = defaultdict(list)
        for choice in choices:
            for row in (more or {}).get(choice.key, ()):  # a house's own first: they win where both could stand
                _file(cells, choice, _OWN if choice.forms else {}, row)
            for table in choice.how.get("table", ()):
                for row in table["rows"]:
                    _file(cells, choice, table, row)
        self._cells = {first: tuple(sorted(some, key=lambda c: -len(c.text))) for first, some in cells.items()}

    def places(self, passage: RunningText) -> Iterator[FormPlace]:
        """Yield every place of a block where a form stands."""
        cells = self._standing(passage.folded)
        if not cells:
            return
        done: dict[str, int] = {}
        for word, start, _ in passage.words:
            for cell in cells.get(word.casefold(), ()):
                if done.get(cell.choice.key, -1) <= start and (place := _place(cell, passage, start)):
                    done[cell.choice.key] = place.end
                    yield place

    def _standing(self, words: frozenset[str]) -> Mapping[str, Sequence[_Cell]]:
        """Return the cells that may stand in a block of these words: most have a first word alone (“in-patient”)."""
        found = {}
        for first in self._cells.keys() & words:
            if some := [cell for cell in self._cells[first] if not cell.second or not cell.second.isdisjoint(words)]:
                found[first] = some
        return found


def _file(cells: dict[str, list[_Cell]], choice: StyleChoice, table: Mapping[str, object], row: Sequence[str]) -> None:
    names = [form.name for form in choice.forms]
    columns = tuple(zip(names if names and len(names) >= len(row) else row, row, strict=False))
    patterns = [matcher(str(table[key])) if table.get(key) else None for key in ("before", "after")]
    ending = matcher(f"(?:{table['endings']})?") if table.get("endings") else None
    each = table.get("subject", "row")
    seen: set[str] = set()
    for form, text in columns:
        if text in seen:  # two columns alike (“May”): it says nothing
            continue
        seen.add(text)
        first = _FIRST.search(text)
        if first is None or sum(other == text for _, other in columns) > 1:
            continue
        subject = row[0] if each == "row" else str(each)
        exact = bool(table.get("exact")) or any(one.casefold() == text.casefold() and one != text for one in row)
        cell = _Cell(
            choice=choice,
            text=text,
            form=form,
            second=_second(text, str(table.get("endings", ""))),
            row=columns,
            subject=subject,
            as_it_is=exact,
            before=patterns[0],
            after=patterns[1],
            ending=ending,
        )
        for key in _keys(first.group().casefold(), text, str(table.get("endings", ""))):
            cells[key].append(cell)


def _keys(first: str, text: str, endings: str) -> Iterator[str]:
    """Yield under which words of a text a cell is looked for: the first of its own, with each ending if it is alone."""
    yield first
    if len(first) == len(text) and endings:
        yield from (first + one for one in endings.split("|"))


def _second(text: str, endings: str) -> frozenset[str]:
    words = [word.casefold() for word in _FIRST.findall(text)][:2]
    return frozenset({words[1], *(words[1] + one for one in endings.split("|"))} if words[1:] else ())


def _place(cell: _Cell, passage: RunningText, start: int) -> FormPlace | None:
    flat = passage.outside
    start -= len(cell.text) - len(cell.text.lstrip("*_"))
    end = start + len(cell.text)
    found = flat[start:end]
    if found != cell.text and (cell.as_it_is or found.casefold() != cell.text.casefold()):
        return None
    named = found[:1].isupper() and cell.text.islower() and not opens_sentence(passage.flat, start)
    if named:  # “Labour” within a sentence is a party
        return None
    tail = ""
    if cell.ending and (more := cell.ending.match(flat, end)):
        tail = more.group()
        end = more.end()
    if (cell.text[-1] not in ".*_" or tail) and flat[end : end + 1].isalnum():
        return None
    if flat[max(0, start - 1) : start] in ("-", "’", "'", "/", ".", "$") or flat[end : end + 1] in ("-", "/"):
        return None
    if cell.before and not cell.before.search(flat, max(0, start - 40), start):
        return None
    if cell.after and not cell.after.match(flat, end):
        return None
    writes = tuple(
        (form, (text if cell.as_it_is else in_case_of(found, text)) + tail)
        for form, text in cell.row
        if form != cell.form
    )
    return FormPlace(cell.choice.key, cell.subject, cell.form, start, end, writes)


def in_case_of(found: str, better: str) -> str:
    """Return `better` with the capital that `found` has at its head, unless it brings its own."""
    if better != better.lower() or not found[:1].isupper():
        return better
    return better.upper() if len(found) > 1 and found.isupper() else better[:1].upper() + better[1:]
