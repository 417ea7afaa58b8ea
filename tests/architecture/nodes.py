"""What stands in a file of the code, looked through once for all guards: half a million nodes, some eighty looks."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

Kind = TypeVar("Kind", bound=ast.AST)


@cache
def _by_kind(code: ast.Module) -> Mapping[type[ast.AST], list[ast.AST]]:
    found: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
    for node in ast.walk(code):
        found[type(node)].append(node)
    return found


def nodes(code: ast.Module, *kinds: type[Kind]) -> Iterator[Kind]:
    """Yield every node of these kinds in a file, kind by kind."""
    for kind in kinds:
        yield from _by_kind(code).get(kind, ())


@cache
def written(node: ast.AST) -> str:
    """Return a node as it could stand in the code."""
    return ast.unparse(node)
