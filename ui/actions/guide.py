"""Writes the guide's tables of keys from the table of actions: `python -m ui.actions.guide docs/guide.md`."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from desk.errors import KnownError
from ui.actions.keys import listed
from ui.actions.menus import MENUS
from ui.actions.spec import ActionSpec, Where
from ui.actions.table import counting_in

_MARKED = re.compile(r"(<!-- keys of (.+?) -->\n).*?(\n<!-- end of keys -->)", re.DOTALL)
_PLACES = {where.value: where for where in Where if where is not Where.WINDOW}


def filled(text: str) -> str:
    """Return a page with every table between marks as the code has it; raises `KnownError` for an unknown mark."""
    return _MARKED.sub(_replaced, text)


def _replaced(mark: re.Match[str]) -> str:
    return f"{mark[1]}\n{_between(mark[2])}\n{mark[3]}"


def _between(of: str) -> str:
    if of == "the menus":
        return "\n\n".join(_titled(title.replace("&", ""), _of_menu(entries)) for title, entries in MENUS)
    if of == "the places":
        return "\n\n".join(_titled(words, _of_place(where)) for words, where in _PLACES.items())
    if of in _PLACES:
        return _of_place(_PLACES[of])
    known = ", ".join(["the menus", "the places", *_PLACES])
    raise KnownError(f"The page has a mark for the keys of {of!r}; it can be one of: {known}.")


def _titled(title: str, table: str) -> str:
    return f"**{title}**\n\n{table}"


def _of_menu(entries: Sequence[ActionSpec]) -> str:
    lines = [f"| {listed(spec.keys)} | {spec.name} | {spec.help} |" for spec in entries if spec.keys]
    return "\n".join(["| key | action | what it does |", "|---|---|---|", *lines])


def _of_place(where: Where) -> str:
    lines = [f"| {listed(spec.keys_in(where))} | {spec.help} |" for spec in counting_in(where)]
    return "\n".join(["| key | what it does |", "|---|---|", *lines])


def main() -> None:
    """Write the tables into the page that is named."""
    page = Path(sys.argv[1])
    page.write_text(filled(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
