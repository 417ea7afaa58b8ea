"""Findings and check runs as plain JSON values and back, without loss: every span, remedy, evidence and fingerprint."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from desk.checking.runner import ItemRun
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.checks.house import NameAnswer, Verdict
from desk.text.blocks import Kind
from desk.text.spans import Span

Plain = dict[str, Any]


def finding_to_plain(finding: Finding) -> Plain:
    """Return the finding as plain values; empty fields are left out."""
    plain: Plain = {
        "item": finding.item.value,
        "rule": finding.rule,
        "span": [finding.span.start, finding.span.end],
        "quote": finding.quote,
        "message": finding.message,
        "severity": finding.severity.value,
        "suggestions": list(finding.suggestions),
        "evidence": [[e.span.start, e.span.end, e.note] for e in finding.evidence],
        "remedies": [_remedy_to_plain(remedy) for remedy in finding.remedies],
        "fingerprint": finding.fingerprint,
        "subject": finding.subject,
        "paragraph": finding.paragraph,
    }
    return {key: value for key, value in plain.items() if value}


def finding_from_plain(plain: Plain) -> Finding:
    """Return the finding that `finding_to_plain` was given."""
    return Finding(
        item=Item(plain["item"]),
        rule=plain.get("rule", ""),
        span=Span(*plain["span"]),
        quote=plain.get("quote", ""),
        message=plain.get("message", ""),
        suggestions=tuple(plain.get("suggestions", ())),
        severity=Severity(plain["severity"]),
        evidence=tuple(Evidence(Span(start, end), note) for start, end, note in plain.get("evidence", ())),
        remedies=tuple(_remedy_from_plain(remedy) for remedy in plain.get("remedies", ())),
        fingerprint=plain.get("fingerprint", ""),
        subject=plain.get("subject", ""),
        paragraph=plain.get("paragraph", ""),
    )


def _remedy_to_plain(remedy: Remedy) -> Plain:
    plain: Plain = {"title": remedy.title, "edits": [[e.span.start, e.span.end, e.text] for e in remedy.edits]}
    if remedy.kind is not None:
        plain["kind"] = remedy.kind.value
    return {**plain, "variant": remedy.variant} if remedy.variant else plain


def _remedy_from_plain(plain: Plain) -> Remedy:
    edits = tuple(Edit(Span(start, end), text) for start, end, text in plain["edits"])
    kind = Kind(plain["kind"]) if "kind" in plain else None
    return Remedy(plain["title"], edits, kind, plain.get("variant", ""))


def run_to_plain(run: ItemRun) -> Plain:
    """Return what one check came to, as plain values."""
    findings = [finding_to_plain(finding) for finding in run.findings]
    return {"item": run.item.value, "findings": findings, "unchecked": run.unchecked}


def run_from_plain(plain: Plain) -> ItemRun:
    """Return the run that `run_to_plain` was given."""
    return ItemRun(Item(plain["item"]), tuple(map(finding_from_plain, plain["findings"])), plain["unchecked"])


def runs_to_plain(runs: Iterable[ItemRun]) -> list[Plain]:
    """Return the runs as plain values, in the order of the checklist whatever order they came in."""
    order = list(Item)
    return [run_to_plain(run) for run in sorted(runs, key=lambda run: order.index(run.item))]


def runs_from_plain(plain: Iterable[Plain]) -> dict[Item, ItemRun]:
    """Return the runs by item."""
    return {run.item: run for run in map(run_from_plain, plain)}


def digest_of(sha256: str, runs: Iterable[ItemRun]) -> str:
    """Return the SHA-256 of a check run: the text's digest and everything that was found, or the reason why not."""
    return digest_of_plain(sha256, runs_to_plain(runs))


def digest_of_plain(sha256: str, runs: Iterable[Plain]) -> str:
    """Return the same for runs as they are stored."""
    plain = json.dumps([sha256, list(runs)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def kinds_to_plain(kinds: Mapping[int, Kind]) -> list[list[int | str]]:
    """Return the kinds set by hand as pairs of block start and kind, in text order."""
    return [[start, kind.value] for start, kind in sorted(kinds.items())]


def kinds_from_plain(plain: Iterable[tuple[int, str]]) -> dict[int, Kind]:
    """Return the kinds by block start."""
    return {start: Kind(kind) for start, kind in plain}


def answer_to_plain(answer: NameAnswer | None) -> list[str] | None:
    """Return an answer on two forms of a name as plain values."""
    return None if answer is None else [answer.first, answer.second, answer.verdict.value]


def answer_from_plain(plain: list[str] | None) -> NameAnswer | None:
    """Return the answer that `answer_to_plain` was given."""
    return None if plain is None else NameAnswer(plain[0], plain[1], Verdict(plain[2]))
