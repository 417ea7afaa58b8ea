"""What a desk wants of one story, kept among its details: how long it is to be, and its other headlines."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.text.length import Length, length_of

LENGTH, HEADLINES = "length", "headlines"
"""Their names among the details; headlines stand one a line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How long a story is to be (None where nobody has said so), and other headlines that are kept for it."""

    length: Length | None = None
    headlines: tuple[str, ...] = ()


def wanted_of(details: Mapping[str, str]) -> Wanted:
    """Return what is wanted of a story with these details."""
    return Wanted(length_of(details.get(LENGTH, "")), tuple(details.get(HEADLINES, "").splitlines()))
