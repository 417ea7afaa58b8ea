"""A ceiling on the findings of one rule, so that a text full of one slip stays quick and the list can be read."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from desk.checks.check import Finding
from desk.text.words import grouped, plural_alone

MOST = 200
"""Findings of one rule: ten times what a bad story has. A million cost 12 s to make and a gigabyte to keep."""

Made = tuple[str, Callable[[], Finding]]
"""The id of a rule, and how to make its finding: what stays above the ceiling is counted and never made."""


def under_ceiling(found: Iterable[Made]) -> list[Finding]:
    """Return the first `MOST` findings of each rule, in the order given; the last of them says how many more follow.

    Those come up once the first ones are mended, so nothing is passed in silence.
    """
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    out: list[Finding] = []
    for rule, make in found:
        counts[rule] += 1
        if counts[rule] <= MOST:
            last[rule] = len(out)
            out.append(make())
    for rule, place in last.items():
        if counts[rule] > MOST:
            out[place] = _speaking_for(out[place], counts[rule] - MOST)
    return out


def _speaking_for(finding: Finding, more: int) -> Finding:
    places = plural_alone(more, "place follows", "places follow")
    return replace(finding, message=f"{finding.message} {grouped(more)} more such {places} in this story.")
