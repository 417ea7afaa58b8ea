"""The name book as a file: CSV for spreadsheets, JSON for programs; what is written can be read again."""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.store.records.values import Agreed
from desk.text.moments import iso

_BETWEEN = " | "
_HEAD = ("spelling", "kind", "variants", "note", "agreed by", "agreed")
_RUN = re.compile(r"\A('*[=+\-@\t\r＝＋－＠])")
"""How a cell begins that a spreadsheet would run as a formula: it is written behind an apostrophe."""
_KEPT_FROM_RUNNING = re.compile(r"\A'('*[=+\-@\t\r＝＋－＠])")
_DELIMITERS = ",;\t"


def to_csv(lines: Iterable[Agreed]) -> str:
    """Return the lines as CSV with a head line; variants are parted by " | ", moments in ISO 8601 (UTC)."""
    out = io.StringIO()
    # RFC 4180, and what spreadsheets write themselves; in quotes, for some part cells at semicolons.
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(_HEAD)
    for line in lines:
        entry = line.entry
        variants = _BETWEEN.join(entry.variants)
        cells = (entry.spelling, entry.kind, variants, entry.note, line.keeper, iso(line.agreed))
        writer.writerow([_RUN.sub(r"'\1", cell) for cell in cells])
    return out.getvalue()


def to_json(lines: Iterable[Agreed]) -> str:
    """Return the lines as a JSON list of objects, one a line of the book."""
    plain = [
        {
            "spelling": line.entry.spelling,
            "kind": line.entry.kind.value,
            "variants": list(line.entry.variants),
            "note": line.entry.note,
            "agreed by": line.keeper,
            "agreed": iso(line.agreed),
        }
        for line in lines
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def read_book(text: str) -> list[BookEntry]:
    """Return the entries of a CSV or JSON file; raises `KnownError` that names the first line that is wrong.

    CSV needs a head line with at least `spelling` and `kind`, parted by commas, semicolons or tabs, in any order.
    """
    text = text.removeprefix("\ufeff")
    return _from_json(text) if text.lstrip().startswith("[") else _from_csv(text)


def _from_json(text: str) -> list[BookEntry]:
    try:
        plain = json.loads(text)
    except json.JSONDecodeError as error:
        raise KnownError(f"The file is not valid JSON ({error.msg}, line {error.lineno}).") from error
    return [_entry_of(line, f"Entry {number}") for number, line in enumerate(plain, 1)]


def _entry_of(plain: Any, where: str) -> BookEntry:
    if not isinstance(plain, dict):
        raise KnownError(f"{where} is not an object with “spelling” and “kind”.")
    variants = plain.get("variants", [])
    if not isinstance(variants, list) or not all(isinstance(form, str) for form in variants):
        raise KnownError(f"{where}: “variants” must be a list of texts.")
    words = {name: plain.get(name, "") for name in ("spelling", "kind", "note")}
    if wrong := [name for name, word in words.items() if not isinstance(word, str)]:
        raise KnownError(f"{where}: “{wrong[0]}” must be a text.")
    return _entry(words["spelling"], words["kind"], variants, words["note"], where)


def _from_csv(text: str) -> list[BookEntry]:
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    if missing := {"spelling", "kind"} - set(reader.fieldnames):
        raise KnownError(f"The first line must name the columns; “{min(missing)}” is missing.")
    try:
        return [_row(row, f"Line {reader.line_num}") for row in reader if any(map(str.strip, _cells(row)))]
    except csv.Error as error:
        raise KnownError(f"The file is not valid CSV behind line {reader.line_num} ({error}).") from error


def _cells(row: dict[str, Any]) -> Iterable[str]:
    return (cell for cell in row.values() if isinstance(cell, str))


def _row(row: dict[str, str], where: str) -> BookEntry:
    cells = {name: _KEPT_FROM_RUNNING.sub(r"\1", row.get(name, "")) for name in ("spelling", "variants", "note")}
    return _entry(cells["spelling"], row["kind"], cells["variants"].split(_BETWEEN.strip()), cells["note"], where)


def _entry(spelling: str, kind: str, variants: Iterable[str], note: str, where: str) -> BookEntry:
    if not spelling.strip():
        raise KnownError(f"{where} has no spelling.")
    if kind.strip().lower() not in set(NameKind):
        raise KnownError(f"{where}: “{kind}” is no kind of name; use {', '.join(NameKind)}.")
    forms = tuple(form.strip() for form in variants if form.strip())
    return BookEntry(spelling.strip(), NameKind(kind.strip().lower()), forms, note.strip())
