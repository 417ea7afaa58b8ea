"""Versions as a graph: which are the last ones, which led to which, and one order that every copy comes to."""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush

Parents = Mapping[str, Collection[str]]
"""Version -> those it was made from; a parent that is not there counts for nothing."""


def heads(parents: Parents) -> tuple[str, ...]:
    """Return the versions that no other was made from, sorted: one where nobody worked apart."""
    behind = {parent for of in parents.values() for parent in of}
    return tuple(sorted(set(parents) - behind))


def line_up(parents: Parents, version: str) -> frozenset[str]:
    """Return a version with all that led to it."""
    found: set[str] = set()
    left = [version]
    while left:
        at = left.pop()
        if at in parents and at not in found:
            found.add(at)
            left.extend(parents[at])
    return frozenset(found)


def in_order(parents: Parents) -> tuple[str, ...]:
    """Return every version after those it was made from; of several that could come next, the smallest id."""
    waits = {version: {parent for parent in of if parent in parents} for version, of in parents.items()}
    children: dict[str, list[str]] = {}
    for version, of in waits.items():
        for parent in of:
            children.setdefault(parent, []).append(version)
    ready = [version for version, of in waits.items() if not of]
    heapify(ready)
    out: list[str] = []
    while ready:
        at = heappop(ready)
        out.append(at)
        for child in children.get(at, ()):
            waits[child].discard(at)
            if not waits[child]:
                heappush(ready, child)
    return tuple(out)


def missing(parents: Parents) -> frozenset[str]:
    """Return versions that others were made from and that are not there."""
    return frozenset(parent for of in parents.values() for parent in of if parent not in parents)


def nearest_common(parents: Parents, versions: Iterable[str]) -> str:
    """Return the last version that led to all of these; empty where there is none."""
    lines = [line_up(parents, version) for version in versions]
    shared = frozenset.intersection(*lines) if lines else frozenset()
    tops = heads({version: parents[version] for version in shared})
    order = {version: at for at, version in enumerate(in_order(parents))}
    return max(tops, key=lambda version: order[version], default="")
