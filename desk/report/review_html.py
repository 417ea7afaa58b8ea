"""The report of a review as HTML made to print: one file, nothing outside it, no script, readable without colour."""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from html import escape

from desk.checking.checklist import Judged, Line, Standing, why_words
from desk.checks.check import Item, Severity
from desk.paths import resources_dir
from desk.report.marked import marked
from desk.report.review import Report
from desk.review.decisions import Decision
from desk.review.seal import not_proved
from desk.review.trail import TrailEntry
from desk.review.words import NOT_PROVED, REASONS, ROLES, STATES, item_state, item_words, words_for
from desk.text.commands_named import without_commands
from desk.text.moments import date_and_time_beside, zone_of
from desk.text.words import plural, shortened

_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.HINT: "Hint"}
_SHOWN = 80
"""Code points of a quotation in a list."""


def as_html(report: Report) -> str:
    """Return the report as one HTML page."""
    numbers = numbered(report)
    css = "\n" + (resources_dir() / "report" / "report.css").read_text("utf-8")
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
        _section("Proof", _proof(report)),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">{_policy(css)}<title>{title}</title>'
        f"<style>{css}</style></head>\n<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def _policy(css: str) -> str:
    """Return what a browser may do with the page: show it in this style; load, run and send nothing."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    allowed = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'


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
    told = [
        ("Slug", story.slug),
        ("Section", story.section),
        ("State", report.state_name),
        ("In the hands of", story.in_hands),
        ("Embargo", story.embargo_words()),
        ("Deadline", "" if story.deadline is None else _when(report, story.deadline)),
        ("Version", f"{story.version}, {plural(report.manuscript.words, 'word')}"),
        ("Unnamed sources", _sources(report)),
        ("Report", f"{_when(report, report.made)}, made by {report.made_by}; all times are {zone_of(report.made)}"),
    ]
    title = escape(story.headline or story.slug or "Untitled")
    return f"<h1>{title}</h1>\n{_named('about', told)}"


def _sources(report: Report) -> str:
    """Return how many sources have no name, with the words that say so; empty for none."""
    told = [f"“{shortened(span.of(report.story.text), _SHOWN)}”" for span in report.unnamed]
    return f"{len(told)}: {', '.join(told)}" if told else ""


def _named(kind: str, told: Sequence[tuple[str, str]]) -> str:
    """Return names and their values, one a line; what is empty is left out."""
    shown = ((name, escape(value)) for name, value in told if value)
    rows = "".join(f"<tr><td class='name' width='14%'>{name}</td><td>{value}</td></tr>" for name, value in shown)
    return f"<table class='{kind}' width='100%'>{rows}</table>"


def _when(report: Report, moment: datetime) -> str:
    """Return a moment in the zone that the head of the report names."""
    return date_and_time_beside(moment, report.made)


def _seal(report: Report) -> str:
    status = report.story.seal
    if status is None:
        return "<p class='none'>This text has not been approved.</p>"
    word, kind = ("APPROVED", "seal") if status.stands else ("APPROVAL VOID", "seal void")
    by = f" by {escape(status.who)}, {_when(report, status.when)}" if status.who else ""
    more = [status.why_void, status.remark]
    if status.unchecked:
        more.append(f"Approved although not checked: {', '.join(map(item_words, status.unchecked))}.")
    told = "".join(f"<br>{escape(sentence)}" for sentence in more if sentence)
    listed = "".join(
        f"<li>{escape(item_words(p['item']))} {escape(words_for(REASONS, p['why']))}: {escape(p['reason'])}</li>"
        for p in _let_pass(report)
    )
    body = f"<strong class='word'>{word}</strong>{by}{told}{_list(listed)}"
    # A table, for the printing of the window draws borders round nothing else.
    return f'<table class="{kind}" border="1" cellpadding="8" width="100%"><tr><td>{body}</td></tr></table>'


def _let_pass(report: Report) -> Sequence[Mapping[str, str]]:
    """Return what was let pass with the approval that stands, each with its item, why and reason."""
    status = report.story.seal
    return report.signed.get("passed", ()) if status is not None and status.stands else ()


def _unchecked(report: Report) -> str:
    return _list(
        "".join(
            f"<li><strong>{escape(item_words(line.item))}</strong>: "
            f"{escape(without_commands(line.reason) or 'not checked since the text was edited')}</li>"
            for line in report.unchecked
        ),
        "Every item was checked on exactly this text.",
    )


def _waived(report: Report, numbers: Mapping[str, int]) -> str:
    rows = [
        (
            str(numbers[j.finding.fingerprint]),
            item_words(j.finding.item),
            _told(j),
            _why(report, j),
        )
        for j in _in_order(report, Standing.WAIVED)
    ]
    beside = "; what was let pass stands with the approval above" if _let_pass(report) else ""
    return _table(("No.", "Item", "What", "Why and by whom"), rows, f"No finding was waived{beside}.")


def _why(report: Report, judged: Judged) -> str:
    return why_words(judged.reason, judged.who, judged.when, partial(_when, report))


def _open(report: Report, numbers: Mapping[str, int]) -> str:
    order = list(Severity)
    found = sorted(_in_order(report, Standing.OPEN), key=lambda j: order.index(j.finding.severity))
    rows = [
        (
            str(numbers[j.finding.fingerprint]),
            _SEVERITIES[j.finding.severity],
            item_words(j.finding.item),
            _told(j),
        )
        for j in found
    ]
    return _table(("No.", "Severity", "Item", "What"), rows, "Nothing is open.")


def _told(judged: Judged) -> str:
    """Return the words in question and what is said of them, which may begin with the words themselves."""
    quoted, said = f"“{shortened(judged.finding.quote, _SHOWN)}”", judged.finding.message
    return said if said.startswith(quoted) else f"{quoted}: {said}"


def _in_order(report: Report, standing: Standing) -> list[Judged]:
    return sorted((j for j in _judged(report) if j.standing is standing), key=lambda j: j.finding.span)


def _items(report: Report) -> str:
    rows = [
        (item_words(line.item), _state(line), _about(report, line))
        for line in report.lines
        if line not in report.unchecked
    ]
    return _table(("Item", "State", "Who and why"), rows, "The desk has no items.")


def _about(report: Report, line: Line) -> str:
    if line.tick is not None:
        return f"{line.tick.who}, {_when(report, line.tick.when)}"
    return NOT_PROVED if line.item == Item.GRAMMAR and not_proved(report.engine) else without_commands(line.reason)


def _state(line: Line) -> str:
    state = item_state(line.state, manual=line.manual)
    return f"{state}, {len(line.open)} open" if line.open else state


def _comments(report: Report) -> str:
    out = []
    for placed in report.comments:
        thread = placed.thread
        said = "".join(
            f"<br>{escape(r.who.name)} ({escape(str(r.sort))}, {_when(report, r.when)}): {escape(r.words)}"
            for r in thread.remarks
        )
        gone = " (the words are no longer there)" if placed.gone else ""
        state = "resolved" if thread.resolved else "open"
        out.append(f"<li>“{escape(shortened(thread.anchor.quote, _SHOWN))}”{gone}, {state}{said}</li>")
    return _list("".join(out), "No comments.")


def _trail(report: Report) -> str:
    faults = "".join(f"<li><strong>{escape(fault)}</strong></li>" for fault in report.trail_faults)
    rows = [(str(e.place), _dated(e, report), _who(e.decision), _what(e, report)) for e in report.trail]
    whole = (
        "<p class='small'>Each entry follows from the one before it in the desk's trail.</p>"
        if not faults
        else _list(faults)
    )
    return whole + _table(("No.", "When", "Who", "What"), rows, "Nothing was decided yet.")


def _dated(entry: TrailEntry, report: Report) -> str:
    """Return when an entry was made, and that its clock stood behind where it did: order is the place alone."""
    said, after = _when(report, entry.decision.when), report.clocks_behind.get(entry.decision.id)
    return said if after is None else f"{said} (its clock was behind: made after {_when(report, after)})"


def _who(decision: Decision) -> str:
    name = decision.who.name or "another program"
    return f"{name} ({words_for(ROLES, decision.role)})" if decision.role else name


def _what(entry: TrailEntry, report: Report) -> str:
    d = entry.decision
    state = "" if not d.state else report.state_names.get(d.state) or words_for(STATES, d.state)
    told = [
        d.done.words,
        item_words(str(d.item)),
        f"“{shortened(d.subject, _SHOWN)}”" if d.subject else "",
        f"→ {state}" if state else "",
    ]
    why = words_for(REASONS, str(d.note["why"])) if d.note.get("why") else ""
    note = [why, str(d.note.get("to_name", ""))]
    return " ".join(part for part in [*told, *note, f"— {d.reason}" if d.reason else ""] if part)


def _proof(report: Report) -> str:
    """Return what programs compare, at the end, where nobody has to read it."""
    seal = report.seal
    told = [
        ("Text (SHA-256)", report.manuscript.sha256),
        ("Key (Ed25519)", seal.key if seal is not None else ""),
        ("Entry of the trail", str(seal.place) if seal is not None and seal.key else ""),
        ("Checked with", " · ".join(part for part in (report.rules, report.engine) if part) or "not checked yet"),
        ("Made with", report.program),
    ]
    return _named("proof", told)


def _table(heads: Iterable[str], rows: Sequence[Sequence[str]], none: str) -> str:
    if not rows:
        return f"<p class='none'>{escape(none)}</p>"
    head = "".join(f"<th>{escape(word)}</th>" for word in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table class='rows' width='100%'><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"


def _list(items: str, none: str = "") -> str:
    if items:
        return f"<ul>{items}</ul>"
    return f"<p class='none'>{escape(none)}</p>" if none else ""
