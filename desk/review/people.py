"""Who is working: a name, initials and what the person may do in each section."""

import getpass
import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.errors import KnownError
from desk.review.words import ROLES, to_slug


class Role(StrEnum):
    """What a person may do on the desk."""

    EDITOR = "copy-editor"
    """Gives the first and the second read."""
    CHIEF = "section-chief"
    """Approves, and reopens what was approved or spiked."""
    KEEPER = "keeper-of-the-name-book"
    ADMIN = "administrator"
    """Says who belongs to the desk and revokes keys."""

    @property
    def words(self) -> str:
        """Return what people read."""
        return ROLES[self]


EVERY_ROLE = frozenset(Role)
EVERY_SECTION = "*"
ALONE = "alone-with-no-people-set-up"
"""What the trail says as the role of somebody who works without any set-up."""
GUEST = "guest"
"""What it says of somebody without a role."""
_FORMER = {"rim": Role.EDITOR, "slot": Role.EDITOR}
"""Words that older settings have for roles."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work; `roles` count in every section, `by_section` adds more in some."""

    name: str
    roles: frozenset[Role] = field(default=EVERY_ROLE)
    by_section: Mapping[str, frozenset[Role]] = field(default_factory=dict, hash=False)
    id: str = ""
    """Empty for somebody who works without any set-up."""
    letters: str = ""
    """The initials that were given; `initials` are never empty."""
    has_pin: bool = False

    @property
    def initials(self) -> str:
        """Return up to three capitals for narrow columns: "RM" for "Rosa Marquez", "RO" for "rosa"."""
        if self.letters:
            return self.letters
        words = self.name.replace(".", " ").replace("_", " ").replace("-", " ").split()
        letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else self.name[:2]
        return letters.upper()

    @property
    def key(self) -> str:
        """Return what tells people apart in the database: the id, or the name of somebody who is not set up."""
        return self.id or self.name

    @property
    def set_up(self) -> bool:
        """Return whether the person was set up on this desk."""
        return bool(self.id)

    def roles_in(self, section: str) -> frozenset[Role]:
        """Return what the person may do in a section."""
        return self.roles | self.by_section.get(section, frozenset())

    def may(self, roles: Iterable[Role], section: str = "") -> bool:
        """Return whether the person has one of the roles in the section; true where none is asked for."""
        wanted = frozenset(roles)
        return not wanted or bool(wanted & self.roles_in(section))

    def acting_as(self, roles: Iterable[Role], section: str = "") -> str:
        """Return which of the roles allows the person something, as a slug for the trail (`words.ROLES`)."""
        if not self.set_up:
            return ALONE
        mine = self.roles_in(section)
        used = frozenset(roles) & mine or mine
        return next((role.value for role in Role if role in used), GUEST)


NOBODY = Person("Somebody", frozenset())
"""Who looks on while nobody has said who is working."""


def working(name: str = "", roles: Iterable[Role] = EVERY_ROLE) -> Person:
    """Return who is working without set-up: the name of the settings, else the system's, else "Somebody"."""
    return Person(" ".join(name.split()) or system_name() or "Somebody", frozenset(roles))


def role_of(word: str) -> Role:
    """Return the role that the settings mean, by slug, in words or in those of older settings; raises `ValueError`."""
    return _FORMER.get(word) or Role(to_slug(word))


def role_words() -> tuple[str, ...]:
    """Return all words and slugs that the settings may use for a role."""
    return tuple(dict.fromkeys([*(role.words for role in Role), *Role, *_FORMER]))


def same_person(one: str, other: str) -> bool:
    """Return whether two signatures are one person's; case and spaces tell nobody apart, an empty one is no one's."""
    first, second = (" ".join(name.split()).casefold() for name in (one, other))
    return bool(first) and first == second


_SALT = 16
_LEAST_PIN = 4


def pin_hash(pin: str) -> str:
    """Return what is kept of a PIN: salt and scrypt digest; empty for none. A short one raises `KnownError`."""
    if not pin:
        return ""
    if len(pin) < _LEAST_PIN:
        raise KnownError(f"A PIN needs at least {_LEAST_PIN} characters.")
    salt = os.urandom(_SALT)
    return f"{salt.hex()}:{_digest(pin, salt)}"


def pin_fits(kept: str, pin: str) -> bool:
    """Return whether this is the PIN; where none is kept, any fits."""
    if not kept:
        return True
    salt, _, digest = kept.partition(":")
    return hmac.compare_digest(_digest(pin, bytes.fromhex(salt)), digest)


def _digest(pin: str, salt: bytes) -> str:
    return hashlib.scrypt(pin.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()


def system_name() -> str:
    """Return the name of the account, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for this user: containers, some services; Windows has no pwd
        return ""
