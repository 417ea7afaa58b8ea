"""The report of a review as JSON, for other programs and for the archive."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from desk.checking.checklist import Judged, Line
from desk.report.review import Report
from desk.review.decisions import Decision
from desk.review.trail import TrailEntry, chained, plain
from desk.text.moments import iso

VERSION = 1


def as_json(report: Report) -> str:
    """Return the report as one JSON object; spans are code points of `text`, moments ISO 8601 with their zone."""
    return json.dumps(as_plain(report), indent=2) + "\n"


def as_plain(report: Report) -> dict[str, Any]:
    """Return the report as plain values."""
    story, status = report.story, report.story.seal
    return {
        "copydesk_report": VERSION,
        "program": report.program,
        "made": iso(report.made),
        "made_by": report.made_by,
        "story": {
            "id": story.id,
            "slug": story.slug,
            "headline": story.headline,
            "section": story.section,
            "state": story.state,
            "state_name": report.state_name,
            "version": story.version,
            "owner": story.owner,
            "hands": story.in_hands,
            "sha256": report.manuscript.sha256,
            "words": report.manuscript.words,
        },
        "text": story.text,
        "blocks": [
            {"start": b.start, "end": b.end, "kind": b.kind, "role": b.role, "by_hand": b.by_hand}
            for b in report.manuscript.blocks
        ],
        "not_checked": [{"item": line.item, "reason": _reason(line)} for line in report.unchecked],
        "checklist": [_line(line) for line in report.lines],
        "unnamed_sources": [{"start": s.start, "end": s.end, "quote": s.of(story.text)} for s in report.unnamed],
        "answers": _answers(story.verdicts.force.listed),
        "comments": [
            {
                "start": placed.span.start,
                "end": placed.span.end,
                "quote": placed.thread.anchor.quote,
                "resolved": placed.thread.resolved,
                "remarks": [
                    {"who": r.who.name, "what": r.sort, "words": r.words, "when": iso(r.when)}
                    for r in placed.thread.remarks
                ],
            }
            for placed in report.comments
        ],
        "trail": [
            {**_entry(e), "chain": e.chain, "made": iso(e.decision.when), **_clock(e, report)} for e in report.trail
        ],
        "trail_faults": list(report.trail_faults),
        "checked_with": {"rules": report.rules, "engine": report.engine},
        "seal": None
        if status is None
        else {
            "stands": status.stands,
            "why_void": status.why_void,
            "remark": status.remark,
            "who": status.who,
            "when": iso(status.when),
            "key": report.seal.key if report.seal else "",
            "signature": report.seal.signature if report.seal else "",
            "signed": report.signed,
        },
    }


def _clock(entry: TrailEntry, report: Report) -> Mapping[str, str]:
    """Return after which moment an entry was made that says an earlier one; nothing where its clock was right."""
    after = report.clocks_behind.get(entry.decision.id)
    return {} if after is None else {"clock_was_behind": iso(after)}


def _entry(entry: TrailEntry) -> Mapping[str, Any]:
    """Return what the link of an entry is bound to, so that it can be computed again: an old one in its old words."""
    return chained(entry.decision, entry.place, entry.spelt) or plain(entry.decision, entry.place)


def _reason(line: Line) -> str:
    return line.reason or "not checked since the text was edited"


def _line(line: Line) -> dict[str, Any]:
    return {
        "item": line.item,
        "state": line.state,
        "manual": line.manual,
        "reason": line.reason,
        "ticked": None if line.tick is None else {"who": line.tick.who, "when": iso(line.tick.when)},
        "findings": [_finding(judged) for judged in line.findings],
    }


def _answers(newest_first: Sequence[Decision]) -> list[dict[str, Any]]:
    """Return what was said last of each two forms of a name or two figures; for `same`, `first` is the one to keep."""
    last = {(d.item, frozenset(d.answer.pair)): d for d in reversed(newest_first) if d.answer}
    return [
        {
            "item": decision.item,
            "first": decision.answer.first,
            "second": decision.answer.second,
            "answer": decision.answer.verdict,
            "who": decision.who.name,
            "when": iso(decision.when),
        }
        for decision in last.values()
        if decision.answer
    ]


def _finding(judged: Judged) -> dict[str, Any]:
    finding = judged.finding
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.quote,
        "message": finding.message,
        "severity": finding.severity,
        "standing": judged.standing,
        "reason": judged.reason,
        "who": judged.who,
        "when": iso(judged.when) if judged.when else "",
        "fingerprint": finding.fingerprint,
        "pair": list(finding.pair),
    }
