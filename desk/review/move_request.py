"""What somebody asks for when a story is to move on: one value from the window and the terminal to the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRequest:
    """One move of one story, by its action."""

    story: str
    action: str
    note: str = ""
    passed: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """A reason for each obstacle (by its key) that the person takes upon themselves."""
    to: str = ""
    """The id of the person it goes to, empty for nobody named."""
    until: datetime | None = None
    """The end of a hold."""
    picked: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    """Findings and comments that a return hands over, as plain values."""
    read: str = ""
    """The digest of the text that was read: nobody decides on another one. Empty where it is not asked."""
