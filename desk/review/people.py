"""Who is working: a name, initials and what the person may do."""

import getpass
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person may do on the desk."""

    RIM = "rim"
    """Gives the first read: submits, passes on to the second read."""
    SLOT = "slot"
    """Gives the second read and sends the story to the section chief."""
    CHIEF = "section chief"
    """Approves, and reopens what was approved or spiked."""


EVERY_ROLE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work; `name` is what decisions are signed with, and what tells two people apart."""

    name: str
    roles: frozenset[Role] = field(default=EVERY_ROLE)
    id: str = ""

    @property
    def key(self) -> str:
        """Return what tells people apart: the id, or the name where nobody is set up."""
        return self.id or self.name

    @property
    def initials(self) -> str:
        """Return up to three capitals for narrow columns: "RM" for "Rosa Marquez", "RO" for "rosa"."""
        words = self.name.replace(".", " ").replace("_", " ").replace("-", " ").split()
        letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else self.name[:2]
        return letters.upper()

    def may(self, roles: Iterable[Role]) -> bool:
        """Return whether the person has one of the roles; true where none is asked for."""
        wanted = frozenset(roles)
        return not wanted or bool(wanted & self.roles)


def working(name: str = "", roles: Iterable[Role] = EVERY_ROLE) -> Person:
    """Return who is working: the name of the settings, else the one the operating system knows, else "Somebody"."""
    return Person(" ".join(name.split()) or _system_name() or "Somebody", frozenset(roles))


def same_person(one: str, other: str) -> bool:
    """Return whether two signatures are one person's; case and spaces tell nobody apart, an empty one is no one's."""
    first, second = (" ".join(name.split()).casefold() for name in (one, other))
    return bool(first) and first == second


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for this user: containers, some services; Windows has no pwd
        return ""
