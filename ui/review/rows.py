"""What stands beside the text in the review view, in the order a chief needs it: rows made from a page, no widget."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding, Severity
from desk.review.comments import Placed
from desk.review.words import REASONS, item_words, words_for
from desk.review_page import ReviewPage, Taken
from desk.story import Ruling
from desk.text.moments import to_the_minute
from desk.text.spans import Span
from desk.text.words import grouped, shortened
from ui.look.pressed import in_window


class Sort(StrEnum):
    """What a row is."""

    SECTION = "section"
    NOTHING = "nothing"
    """Says in words that a section is empty."""
    UNCHECKED = "unchecked"
    SETTLED = "settled"
    FINDING = "finding"
    MANUAL = "manual"
    NOTE = "note"
    SOURCE = "source"
    """A place where a source has no name: told to the chief, and nothing to be done about it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` is the fingerprint, the item or the thread it is about, `span` its place in the text."""

    sort: Sort
    title: str
    detail: str = ""
    foot: str = ""
    """Who and when, and the reason."""
    icon: str = ""
    colour: str = ""
    """The name of a colour of the theme."""
    key: str = ""
    span: Span | None = None
    count: int = 0
    foot_colour: str = ""
    """The name of the colour of the foot, where it is not the one of its sort."""

    @property
    def spoken(self) -> str:
        """Return the row as one sentence for readers of screens."""
        if self.sort is Sort.SECTION:
            return f"{self.title}: {self.count or 'none'}"
        return ". ".join(part.rstrip(".") for part in (self.title, self.detail, self.foot) if part)

    @property
    def can_be_chosen(self) -> bool:
        """Return whether the keyboard stops here."""
        return self.sort not in (Sort.SECTION, Sort.NOTHING)


MOST_SHOWN = 100
"""Open findings of one severity that are listed: beyond, the checklist of the editor is the place to work."""
QUOTE_SHOWN, NOTE_SHOWN = 80, 160
"""Code points of a quotation, and of a comment, in a row."""

_UNKNOWN = "None known: look at what was not checked."
_NOTHING_DECIDED = "Nothing was waived or called not an error."
_MOVES_SHOWN = 3
NEW = "new since your last look"
_SEVERITIES = (
    (Severity.ERROR, "Open errors", "attention"),
    (Severity.WARNING, "Open warnings", "attention"),
    (Severity.HINT, "Open hints", "muted"),
)


def rows_of(page: ReviewPage) -> tuple[Row, ...]:
    """Return every row: not checked, let past the gate, waived, not an error, open by severity, by hand, notes."""
    unchecked = tuple(_unchecked(page))
    waiting = any(row.icon == "checking" for row in unchecked)
    passed = tuple(_passed(taken) for taken in page.taken if not taken.did_not_run)
    waived, wrong = (tuple(_decided(page, standing)) for standing in (Standing.WAIVED, Standing.NOT_AN_ERROR))
    none_open = "Nothing is open in what was checked." if unchecked else "No finding is open."
    return (
        *_section("Not checked", unchecked, "Every item was checked on exactly this text."),
        *(_section("Let past the gate", passed, "") if passed else ()),
        *_section("Waived", waived, _UNKNOWN if waiting else _NOTHING_DECIDED if not wrong else "Nothing was waived."),
        *(_section("Not an error", wrong, "") if wrong else ()),
        *_open(page, _UNKNOWN if waiting else none_open),
        *(_section("Unnamed sources", _sources(page), "") if page.unnamed else ()),
        *_section("By hand", _by_hand(page), "No items by hand."),
        *_section("Notes", _notes(page), "No notes. N writes a comment on the words you select."),
    )


def _section(title: str, rows: Iterable[Row], nothing: str) -> Iterator[Row]:
    made = tuple(rows)
    yield Row(Sort.SECTION, title, count=sum(row.count or 1 for row in made if row.colour != "passed"))
    yield from made or (Row(Sort.NOTHING, nothing),)


# -- Not checked -----------------------------------------------------------------------------------------------------


def _unchecked(page: ReviewPage) -> Iterator[Row]:
    if page.other_rules:
        yield Row(Sort.UNCHECKED, "Rules of review", page.other_rules, "", "unchecked", "attention", "rules of review")
    waiting = [line.item for line in page.lines if line.state is ItemState.CHECKING and not line.manual]
    if waiting:
        names = ", ".join(item_words(item) for item in waiting)
        reason = "No check was made of exactly this text yet; it is being checked now."
        yield Row(Sort.UNCHECKED, names, reason, "", "checking", "attention", waiting[0], count=len(waiting))
    for line in page.lines:
        if line.state is ItemState.UNCHECKED and not line.manual:
            taken = next((each for each in page.taken if each.item == line.item and each.did_not_run), None)
            foot = f"Taken on by {_by(taken)}" if taken is not None else ""
            name = item_words(line.item)
            yield Row(Sort.UNCHECKED, name, in_window(line.reason), foot, "unchecked", "attention", line.item)


# -- Waived ----------------------------------------------------------------------------------------------------------


def _by(taken: Taken) -> str:
    return f"{taken.who}, {to_the_minute(taken.when)}" + (f": “{taken.reason}”" if taken.reason else "")


def _passed(taken: Taken) -> Row:
    """Return the row of an obstacle that was let past the gate: open errors with a reason, an item not ticked."""
    name = item_words(taken.item) or "Gate"
    return Row(
        Sort.SETTLED,
        f"{name}: {words_for(REASONS, taken.why)}",
        taken.fact,
        _by(taken),
        "waived",
        "waived",
        f"{taken.item}{taken.why}",
    )


def _decided(page: ReviewPage, standing: Standing) -> Iterator[Row]:
    return (_settled_row(page, judged) for judged in _judged(page.lines) if judged.standing is standing)


def _ruling(page: ReviewPage, finding: Finding) -> Ruling | None:
    return page.story.verdicts.on(finding)


def _settled_row(page: ReviewPage, judged: Judged) -> Row:
    finding, waived = judged.finding, judged.standing is Standing.WAIVED
    ruling = _ruling(page, finding)
    why = judged.why
    if ruling is not None:
        said = f"“{ruling.reason}”" if ruling.reason else f"Not an error {ruling.scope.words}"
        why = f"{ruling.who or 'Somebody'}, {to_the_minute(ruling.when)}: {said}"
    if page.known is not None and finding.fingerprint not in page.known:
        why = f"{why} · {NEW}"
    icon, colour = ("waived", "waived") if waived else ("not-an-error", "muted")
    return Row(Sort.SETTLED, quoted(finding), finding.message, why, icon, colour, finding.fingerprint, finding.span)


# -- Open ------------------------------------------------------------------------------------------------------------


def _open(page: ReviewPage, nothing: str) -> Iterator[Row]:
    found = [judged.finding for judged in _judged(page.lines) if judged.standing is Standing.OPEN]
    if not found:
        yield from _section("Open findings", (), nothing)
    for severity, title, colour in _SEVERITIES:
        these = sorted((f for f in found if f.severity is severity), key=lambda f: f.span)
        if these:
            yield Row(Sort.SECTION, title, count=len(these))
            known = page.known
            yield from (
                _finding(f, colour, new=known is not None and f.fingerprint not in known) for f in these[:MOST_SHOWN]
            )
        if len(these) > MOST_SHOWN:
            more = grouped(len(these) - MOST_SHOWN)
            yield Row(Sort.NOTHING, f"And {more} more: E opens the story with its whole checklist.")


def _finding(finding: Finding, colour: str, *, new: bool) -> Row:
    suggested = f"→ {finding.suggestions[0]}" if finding.suggestions and finding.suggestions[0] else ""
    said = " · ".join(part for part in (suggested, NEW if new else "") if part)
    return Row(
        Sort.FINDING,
        quoted(finding),
        finding.message,
        said,
        finding.item,
        f"items.{finding.item}" if colour == "attention" else colour,
        finding.fingerprint,
        finding.span,
        foot_colour="passed" if suggested else "attention" if new else "",
    )


def _sources(page: ReviewPage) -> Iterator[Row]:
    for span in page.unnamed:
        words, around = shortened(span.of(page.story.text), QUOTE_SHOWN), _sentence(page, span)
        yield Row(Sort.SOURCE, f"“{words}”", around, "", "names", "muted", f"source {span.start}", span)


def _sentence(page: ReviewPage, span: Span) -> str:
    """Return the words of the paragraph from the sentence on that holds a place."""
    block = page.manuscript.block_at(span.start)
    if block is None:
        return ""
    stop = max(block.flat.rfind(mark, 0, span.start - block.start) for mark in (". ", "? ", "! "))
    return shortened(" ".join(block.flat[stop + 2 if stop >= 0 else 0 :].split()), NOTE_SHOWN)


# -- By hand, notes --------------------------------------------------------------------------------------------------


def _by_hand(page: ReviewPage) -> Iterator[Row]:
    return (_manual(line) for line in page.lines if line.manual)


def _manual(line: Line) -> Row:
    ticked = line.state is ItemState.PASSED
    foot = f"Ticked by {line.about}" if ticked else ". ".join(p for p in ("Not ticked", line.reason) if p)
    icon, colour = ("box-ticked", "passed") if ticked else ("box", "attention")
    return Row(Sort.MANUAL, line.item, "", foot, icon, colour, line.item)


def _notes(page: ReviewPage) -> Iterator[Row]:
    """Yield what was said with the last moves, then the comments, open ones first."""
    for said in page.said[:_MOVES_SHOWN]:
        foot = f"{said.done.capitalize()} by {said.who}, {to_the_minute(said.when)}"
        yield Row(Sort.NOTE, said.words, "", foot, "move", "muted", said.id)
    yield from map(note_row, _ordered(page.threads))


def _ordered(threads: Iterable[Placed]) -> list[Placed]:
    return sorted(threads, key=lambda placed: (placed.thread.resolved, placed.span.start))


def note_row(placed: Placed) -> Row:
    """Return the row of one comment."""
    thread = placed.thread
    last = thread.remarks[-1]
    answers = len(thread.answers)
    about = f"On “{shortened(thread.anchor.quote, QUOTE_SHOWN)}”" + (" (these words are gone)" if placed.gone else "")
    said = (
        f"{last.who} {last.sort} it, {to_the_minute(last.when)}"
        if answers
        else f"{thread.who}, {to_the_minute(thread.remarks[0].when)}"
    )
    icon, colour = ("passed", "passed") if thread.resolved else ("comment", "accent")
    return Row(Sort.NOTE, shortened(thread.words, NOTE_SHOWN), about, said, icon, colour, thread.id, placed.span)


def _judged(lines: Iterable[Line]) -> Iterator[Judged]:
    for line in lines:
        if line.state is not ItemState.CHECKING:
            yield from line.findings


def quoted(finding: Finding) -> str:
    """Return the words in question on one line."""
    return shortened(finding.quote, QUOTE_SHOWN) or item_words(finding.item)
