"""The versions that led to a text, as one digest: texts, links, by whom, when and why; a seal is bound to it.

Newer seals name the last version too: its digest holds everywhere, whatever numbers a database gives.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from desk.exchange.graph import in_order, line_up
from desk.review.seal import canonical
from desk.store.records.version_graph import Graph, graph_of, version_of
from desk.text.moments import micros


def versions_up_to(connection: Connection, story: str, number: int) -> Mapping[str, int | str]:
    """Return how many versions of a story led to this one, itself among them, the digest of them, and its name."""
    graph = graph_of(connection, story)
    return _told(graph, graph.numbered(number))


def led_there(connection: Connection, story: str, signed: Mapping[str, Any]) -> bool:
    """Return whether the versions that a seal speaks of are here as they were written.

    One of before versions had names is found by their count: then nobody had worked apart.
    """
    graph = graph_of(connection, story)
    if "head" in signed:
        return signed["head"] in graph.rows and _told(graph, signed["head"]) == signed and _are_named(graph, signed)
    wanted = signed["count"], signed["sha256"]
    told = (_told(graph, digest) for digest in graph.rows)
    return any((each["count"], each["sha256"]) == wanted for each in told)


def _are_named(graph: Graph, signed: Mapping[str, Any]) -> bool:
    """Return whether each version is what its name says: the copy map too, which the digest of all leaves out."""
    return all(version_of(graph.rows[digest]).id == digest for digest in line_up(graph.parents, signed["head"]))


def _told(graph: Graph, head: str) -> Mapping[str, int | str]:
    line = line_up(graph.parents, head)
    rows = [graph.rows[digest] for digest in in_order({d: graph.parents[d] for d in line})]
    plain = [
        [place, row.sha256, row.who, row.person, row.why, micros(row.made), *([row.links] if row.links else [])]
        for place, row in enumerate(rows, 1)
    ]
    digest = hashlib.sha256(canonical(plain).encode("ascii")).hexdigest()
    return {"count": len(plain), "sha256": digest, "head": head}
