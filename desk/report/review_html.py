"""The report of a review as HTML made to print: one file, nothing outside it, no script, readable without colour."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from desk.checking.checklist import Judged, Line, Standing, why_words
from desk.checks.check import Severity
from desk.paths import resources_dir
from desk.report.marked import marked
from desk.report.review import Report
from desk.review.decisions import Decision
from desk.review.trail import TrailEntry
from desk.review.words import REASONS, ROLES, STATES, item_state, words_for
from desk.text.moments import date_and_time
from desk.text.words import plural, shortened

_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.HINT: "Hint"}
_SHOWN = 80
"""Code points of a quotation in a list."""


def as_html(report: Report) -> str:
    """Return the report as one HTML page."""
    numbers = numbered(report)
    css = (resources_dir() / "report" / "report.css").read_text("utf-8")
    title = escape(f"Review of {report.story.slug or report.story.headline or 'a story'}")
    parts = [
        _head(report),
        _seal(report),
        _section("Not checked", _unchecked(report)),
        _section("Waived", _waived(report, numbers)),
        _section("Open findings", _open(report, numbers)),
        _section("Manual items and what else was checked", _items(report)),
        _section("Comments", _comments(report)),
        _section("The text", f'<div class="story">{marked(report.manuscript, _judged(report), numbers)}</div>'),
        _section("Trail", _trail(report)),
        _foot(report),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>\n{css}</style></head>\n<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def numbered(report: Report) -> Mapping[str, int]:
    """Return a number for each open or waived finding, by fingerprint, in the order of the text."""
    told = [j.finding for j in _judged(report) if j.standing is not Standing.NOT_AN_ERROR]
    ordered = sorted(told, key=lambda finding: (finding.span, finding.item, finding.rule))
    return {finding.fingerprint: number for number, finding in enumerate(ordered, 1)}


def _judged(report: Report) -> Sequence[Judged]:
    return [judged for line in report.lines for judged in line.findings]


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{body}"


def _head(report: Report) -> str:
    story = report.story
    hands = report.people.get(story.hands, story.hands)
    told = [
        ("Slug", story.slug),
        ("Section", story.section),
        ("State", report.state_name),
        ("In the hands of", hands),
        ("Embargo", story.embargo_words()),
        ("Deadline", "" if story.deadline is None else date_and_time(story.deadline)),
        ("Version", f"{story.version}, {plural(report.manuscript.words, 'word')}"),
        ("Text", f"SHA-256 {report.manuscript.sha256}"),
    ]
    line = " · ".join(f"{name}: {escape(value)}" for name, value in told if value)
    return f"<h1>{escape(story.headline or story.slug or 'Untitled')}</h1>\n<p class='meta'>{line}</p>"


def _seal(report: Report) -> str:
    status = report.story.seal
    if status is None:
        return "<p class='none'>This text has not been approved.</p>"
    word, kind = ("APPROVED", "seal") if status.stands else ("APPROVAL VOID", "seal void")
    by = f" by {escape(status.who)}, {date_and_time(status.when)}" if status.who else ""
    more = [status.why_void, status.remark]
    if report.seal is not None and report.seal.key:
        more.append(f"Signed with key {report.seal.key[:16]} (Ed25519), entry {report.seal.place} of the trail.")
    if status.unchecked:
        more.append(f"Approved although not checked: {', '.join(status.unchecked)}.")
    told = "".join(f"<br>{escape(sentence)}" for sentence in more if sentence)
    passed = report.signed.get("passed", ())
    listed = "".join(
        f"<li>{escape(p['item'])} {escape(words_for(REASONS, p['why']))}: {escape(p['reason'])}</li>"
        for p in passed
        if status.stands
    )
    body = f"<strong class='word'>{word}</strong>{by}{told}{_list(listed)}"
    # A table, for the printing of the window draws borders round nothing else.
    return f'<table class="{kind}" border="1" cellpadding="8" width="100%"><tr><td>{body}</td></tr></table>'


def _unchecked(report: Report) -> str:
    return _list(
        "".join(
            f"<li><strong>{escape(line.item)}</strong>: "
            f"{escape(line.reason or 'not checked since the text was edited')}</li>"
            for line in report.unchecked
        ),
        "Every item was checked on exactly this text.",
    )


def _waived(report: Report, numbers: Mapping[str, int]) -> str:
    rows = [
        (
            str(numbers[j.finding.fingerprint]),
            j.finding.item,
            f"“{shortened(j.finding.quote, _SHOWN)}” {j.finding.message}",
            _why(j),
        )
        for j in _in_order(report, Standing.WAIVED)
    ]
    return _table(("", "Item", "What", "Why and by whom"), rows, "Nothing was waived.")


def _why(judged: Judged) -> str:
    return why_words(judged.reason, judged.who, judged.when, date_and_time)


def _open(report: Report, numbers: Mapping[str, int]) -> str:
    order = list(Severity)
    found = sorted(_in_order(report, Standing.OPEN), key=lambda j: order.index(j.finding.severity))
    rows = [
        (
            str(numbers[j.finding.fingerprint]),
            _SEVERITIES[j.finding.severity],
            j.finding.item,
            f"“{shortened(j.finding.quote, _SHOWN)}” {j.finding.message}",
        )
        for j in found
    ]
    return _table(("", "Severity", "Item", "What"), rows, "Nothing is open.")


def _in_order(report: Report, standing: Standing) -> list[Judged]:
    return sorted((j for j in _judged(report) if j.standing is standing), key=lambda j: j.finding.span)


def _items(report: Report) -> str:
    rows = [(line.item, _state(line), _about(line)) for line in report.lines if line not in report.unchecked]
    return _table(("Item", "State", ""), rows, "The desk has no items.")


def _about(line: Line) -> str:
    return f"{line.tick.who}, {date_and_time(line.tick.when)}" if line.tick is not None else line.reason


def _state(line: Line) -> str:
    state = item_state(line.state, manual=line.manual)
    return f"{state}, {len(line.open)} open" if line.open else state


def _comments(report: Report) -> str:
    out = []
    for placed in report.comments:
        thread = placed.thread
        said = "".join(
            f"<br>{escape(r.who.name)} ({escape(str(r.sort))}, {date_and_time(r.when)}): {escape(r.words)}"
            for r in thread.remarks
        )
        gone = " (the words are no longer there)" if placed.gone else ""
        state = "resolved" if thread.resolved else "open"
        out.append(f"<li>“{escape(shortened(thread.anchor.quote, _SHOWN))}”{gone}, {state}{said}</li>")
    return _list("".join(out), "No comments.")


def _trail(report: Report) -> str:
    faults = "".join(f"<li><strong>{escape(fault)}</strong></li>" for fault in report.trail_faults)
    rows = [(str(e.place), date_and_time(e.decision.when), _who(e.decision), _what(e, report)) for e in report.trail]
    whole = (
        "<p class='small'>Each entry follows from the one before it in the desk's trail.</p>"
        if not faults
        else _list(faults)
    )
    return whole + _table(("No.", "When", "Who", "What"), rows, "Nothing was decided yet.")


def _who(decision: Decision) -> str:
    name = decision.who.name or "another program"
    return f"{name} ({words_for(ROLES, decision.role)})" if decision.role else name


def _what(entry: TrailEntry, report: Report) -> str:
    d = entry.decision
    state = "" if not d.state else report.state_names.get(d.state) or words_for(STATES, d.state)
    told = [
        d.done.words,
        str(d.item),
        f"“{shortened(d.subject, _SHOWN)}”" if d.subject else "",
        f"→ {state}" if state else "",
    ]
    why = words_for(REASONS, str(d.note["why"])) if d.note.get("why") else ""
    note = [why, str(d.note.get("to_name", ""))]
    return " ".join(part for part in [*told, *note, f"— {d.reason}" if d.reason else ""] if part)


def _foot(report: Report) -> str:
    with_ = " · ".join(part for part in (report.rules, report.engine) if part) or "not checked yet"
    told = f"Made {date_and_time(report.made)} by {report.made_by} with {report.program}. Checked with: {with_}."
    return f"<p class='small'>{escape(told)}</p>"


def _table(heads: Iterable[str], rows: Sequence[Sequence[str]], none: str) -> str:
    if not rows:
        return f"<p class='none'>{escape(none)}</p>"
    head = "".join(f"<th>{escape(word)}</th>" for word in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table cellpadding='3' width='100%'><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"


def _list(items: str, none: str = "") -> str:
    if items:
        return f"<ul>{items}</ul>"
    return f"<p class='none'>{escape(none)}</p>" if none else ""
