"""How a setting is declared: one line of a dataclass says its name, type, default, limits, group and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from desk.settings.kinds import SettingKind, SomeOf, Texts, shown

T = TypeVar("T")
_ABOUT = "about"


class Group(StrEnum):
    """Where a setting stands in the dialog and in the guide, in this order."""

    YOU = "You and the window"
    LANGUAGE = "Language and style"
    GRAMMAR = "Grammar rules"
    DESK = "Desk"
    EXCHANGE = "Exchange"
    ENGINE = "Grammar engine"
    KEYS = "Keys"


@dataclass(frozen=True, slots=True)
class Declaration:
    """All there is to know of one setting; dialog, guide and the judgement of a file are made from it."""

    kind: SettingKind
    group: Group
    label: str
    """How the dialog calls it."""
    words: str
    """What it does, as one sentence for dialog and guide."""
    empty: str = ""
    """What an empty one stands for."""
    in_dialog: bool = True
    stand_in: Any = None
    """What holds in the place of a wrong value where the default would allow more than was meant."""
    until: str = ""
    """What that comes to, in words."""

    @property
    def help(self) -> str:
        """Return what it does, and what an empty one stands for."""
        lines = " One a line." if isinstance(self.kind, Texts | SomeOf) else ""
        return f"{self.words}{f' Empty for {self.empty}.' if self.empty else ''}{lines}"

    def stands_in(self, default: object) -> tuple[Any, str]:
        """Return what holds in the place of a wrong value, and what holds in words."""
        value = default if self.stand_in is None else self.stand_in
        plain = isinstance(value, int) or (isinstance(value, str) and value)
        return value, self.until or f"{shown(value) if plain else 'its default'} holds"


def setting(
    default: T,
    kind: SettingKind,
    group: Group,
    label: str,
    words: str,
    *,
    empty: str = "",
    in_dialog: bool = True,
    stand_in: object = None,
    until: str = "",
) -> T:
    """Declare one setting as a field of a dataclass."""
    about = Declaration(kind, group, label, words, empty, in_dialog, stand_in, until)
    return field(default=default, metadata={_ABOUT: about})


def declarations_of(owner: type) -> Mapping[str, Declaration]:
    """Return the settings that a dataclass declares, its base's first."""
    return {one.name: one.metadata[_ABOUT] for one in fields(owner) if _ABOUT in one.metadata}
