"""The form of a payload: which values a seal has, of which type and how large. Anybody may have written a seal file."""

import json
import re
from typing import Any

HASH = re.compile("[0-9a-f]{64}")
ID = re.compile("[0-9a-f]{32}")
ID_OR_NONE = re.compile("(?:[0-9a-f]{32})?")
LATEST = 32_503_680_000_000_000
"""Microseconds to the year 3000: what comes later no clock of ours has written, and no calendar shows everywhere."""
MOST = 1 << 31
"""What a column of whole numbers takes."""

Form = Any
"""A type, a range, a pattern, `[form]` for a list of it, a dictionary of what must be there, a tuple of a row."""

_PAYLOAD: Form = {
    "id": ID,
    "story": {"id": ID, "slug": str, "section": str, "version": str},
    "text": {"sha256": HASH, "format": str},
    "copy_map": {"sha256": HASH, "by_hand": [(range(MOST), str)]},
    "headline": str,
    "furniture": {"sha256": HASH},
    "run": {"digest": HASH, "rules": str, "engine": str, "unchecked": [str], "off": [str]},
    "waivers": [{"id": ID, "item": str, "rule": str, "about": str, "reason": str, "who": str}],
    "passed": [{"item": str, "why": str, "reason": str}],
    "who": {"id": ID_OR_NONE, "name": str, "role": str},
    "when": range(LATEST),
    "trail": {"place": range(MOST), "chain": HASH},
    "key": HASH,
}
_OF_NEWER_ONES: Form = {
    "versions": {"count": range(MOST), "sha256": HASH},
    "links": [(range(MOST), range(MOST), str)],
}
"""What only seals of later days have."""


def plain_of(text: str) -> Any:
    """Return the values of a JSON text; raises `ValueError` for whatever is none, nested without end among it."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def version_of(plain: Any) -> int:
    """Return the version of the form that a payload has; raises `ValueError` where it says none."""
    version = plain.get("copydesk_seal") if isinstance(plain, dict) else None
    if type(version) is not int:
        raise ValueError("no version")
    return version


def must_have_the_form(plain: Any) -> None:
    """Raise `ValueError` unless the values are those of a seal, each of its type."""
    newer = {name: form for name, form in _OF_NEWER_ONES.items() if name in plain}
    if not fits(plain, {**_PAYLOAD, **newer}):
        raise ValueError("another form")


def fits(value: Any, form: Form) -> bool:
    """Return whether a value is of a form."""
    match form:
        case dict():
            return isinstance(value, dict) and all(name in value and fits(value[name], form[name]) for name in form)
        case list():
            return isinstance(value, list) and all(fits(one, form[0]) for one in value)
        case tuple():
            return isinstance(value, list) and len(value) == len(form) and all(map(fits, value, form))
        case range():
            return type(value) is int and value in form
        case re.Pattern():
            return isinstance(value, str) and form.fullmatch(value) is not None
    return type(value) is form
