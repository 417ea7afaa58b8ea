"""One checked file as a line of JSON (the contract that other programs rely on) or as lines for a terminal."""

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from desk.checking.checklist import Line, lines
from desk.checks.check import Finding
from desk.review.words import item_state
from desk.story import Examination, Verdicts
from desk.text.words import plural, shortened

_SHOWN = 60
"""Code points of a quotation that a line of the terminal shows."""
Show = Callable[[str, Examination, Sequence[str]], str]


def _checklist(examined: Examination) -> tuple[Line, ...]:
    return lines(examined.runs, Verdicts().judge, (), {}, wanted=tuple(examined.runs))


def _findings(examined: Examination) -> list[Finding]:
    found = [finding for run in examined.runs.values() for finding in run.findings]
    return sorted(found, key=lambda f: (f.span, f.item, f.rule))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "item": finding.item,
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.quote,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "severity": finding.severity,
        "evidence": [{"start": e.span.start, "end": e.span.end, "note": e.note} for e in finding.evidence],
        "fingerprint": finding.fingerprint,
        "pair": list(finding.pair),
    }


def as_json(file: str, examined: Examination, notes: Sequence[str] = ()) -> str:
    """Return one JSON object on one line; spans are code points of the manuscript text."""
    manuscript = examined.manuscript
    table = {
        "file": file,
        "sha256": manuscript.sha256,
        "words": manuscript.words,
        "notes": list(notes),
        "checklist": [
            {"item": line.item, "state": line.state, "open": len(line.open), "reason": line.reason}
            for line in _checklist(examined)
        ],
        "blocks": [
            {"start": b.start, "end": b.end, "kind": b.kind, "role": b.role, "reasons": list(b.reasons)}
            for b in manuscript.blocks
        ],
        "findings": [_finding(finding) for finding in _findings(examined)],
    }
    # A lone surrogate is no character of UTF-8: only then is the line written in escapes.
    text = json.dumps(table, ensure_ascii=False)
    return text if _is_utf8(text) else json.dumps(table)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_text(file: str, examined: Examination, notes: Sequence[str] = ()) -> str:
    """Return the checklist and every finding as lines for a terminal, each with its line and column."""
    starts = [0, *(i + 1 for i, c in enumerate(examined.manuscript.text) if c == "\n")]
    out = [f"{file}: {plural(examined.manuscript.words, 'word')}", *(f"  note: {note}" for note in notes)]
    for line in _checklist(examined):
        count = f", {len(line.open)} open" if line.open else ""
        out.append(f"  {line.item:<10} {item_state(line.state)}{count}{': ' + line.reason if line.reason else ''}")
    for finding in _findings(examined):
        row = bisect_right(starts, finding.span.start)
        column = finding.span.start - starts[row - 1] + 1
        quote = shortened(finding.quote, _SHOWN)
        out.append(f"  {row}:{column} {finding.severity} “{quote}” {finding.message} [{finding.rule}]")
        if finding.suggestions:
            out.append(f"      suggested: {', '.join(f'“{s}”' for s in finding.suggestions)}")
    return "\n".join(out)
