"""Plain values as JSON has them, taken only in the form that is asked for: another program may have written them."""

from typing import Any

OF_ANOTHER_FORM = (TypeError, ValueError, LookupError, AttributeError, RecursionError)
"""What reading JSON ends in, and taking values from it, where it is broken, too deep, or of another form."""


def whole(plain: Any) -> int:
    """Return the whole number from 0 on; raises `TypeError` or `ValueError` where it is none."""
    if type(plain) is not int:  # True is one for isinstance
        raise TypeError(plain)
    if plain < 0:
        raise ValueError(plain)
    return plain


def word(plain: Any) -> str:
    """Return the text; raises `TypeError` where it is none."""
    if not isinstance(plain, str):
        raise TypeError(plain)
    return plain


def listed(plain: Any) -> list[Any]:
    """Return the list; raises `TypeError` where it is none: an empty text or object would pass for an empty one."""
    if not isinstance(plain, list):
        raise TypeError(plain)
    return plain


def named(plain: Any) -> dict[str, Any]:
    """Return the object; raises `TypeError` where it is none."""
    if not isinstance(plain, dict):
        raise TypeError(plain)
    return plain


def words(plain: Any) -> list[str]:
    """Return the list of texts; raises `TypeError` where it is none."""
    return [word(one) for one in listed(plain)]


def counts(plain: Any) -> dict[str, int]:
    """Return the numbers by names; raises `TypeError` or `ValueError` where it is something else."""
    return {name: whole(count) for name, count in named(plain).items()}
