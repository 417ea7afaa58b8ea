"""Who somebody is, told by an id and never by a name, and what the person may do in each section."""

import getpass
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from desk.errors import KnownError
from desk.review.words import ROLE_TITLES, ROLES, to_slug


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

    @property
    def heading(self) -> str:
        """Return what stands over a narrow column."""
        return ROLE_TITLES[self]


EVERY_ROLE = frozenset(Role)
OFFERED_ROLES = tuple(Role)
"""Every role in the order in which they are offered."""
NEWCOMERS_ROLES = frozenset({Role.EDITOR})
"""What somebody new may do in every section unless something else is said."""
SectionRoles: TypeAlias = Mapping[str, frozenset[Role]]
"""Section, or `EVERY_SECTION`, to what may be done there."""
EVERY_SECTION = "*"
ALONE = "alone-with-no-people-set-up"
"""What the trail says as the role of somebody who works without any set-up."""
GUEST = "guest"
"""What it says of somebody without a role."""
_FORMER = {"rim": Role.EDITOR, "slot": Role.EDITOR}
"""Words that older settings have for roles."""


def initials_of(name: str) -> str:
    """Return up to three capitals for narrow columns: "RM" for "Rosa Marquez", "RO" for "rosa"."""
    words = name.replace(".", " ").replace("_", " ").replace("-", " ").split()
    letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else name[:2]
    return letters.upper()


def id_of_name(name: str) -> str:
    """Return the id of whom nothing is known but a name: the same for the same name, whatever its case and spaces.

    Records of before people had ids say no more. A UUID of version 5 as 32 hexadecimal digits, so that it is never one
    of ours (`ids.new_id`, version 7); empty for no name.
    """
    folded = " ".join(name.split()).casefold()
    return _made_of(folded, _OF_NAMES) if folded else ""


_OF_NAMES = "8f0c3f5e-6d0b-4c5e-9f43-2b1f6f0d7a11"
"""Any UUID that nobody else makes ids with; another one would make strangers of everybody in older databases."""


_OF_STRANGERS = "3d3c8a60-52d4-4a0e-9d6a-7f0a6f6f9b52"
"""Any other UUID: names in documents are nobody's of the desk."""


def _made_of(folded: str, within: str) -> str:
    from uuid import UUID, uuid5  # brings what tells systems apart: 5 ms before the panes are painted

    return uuid5(UUID(within), folded.encode("utf-8", "surrogatepass").hex()).hex


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something. Two are the same where their ids are: rules compare ids, screens show names."""

    id: str
    name: str = field(default="", compare=False)
    initials: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the name, with a word on where it comes from where it is nobody's of the desk."""
        return f"{self.name} (in the document)" if self.id and self == stranger(self.name) else self.name


NO_ONE = Actor("")
"""Who did what another program did: nobody's work."""


def actor(id_: str, name: str) -> Actor:
    """Return who a record speaks of; one of before people had ids has the name alone."""
    return Actor(id_ or id_of_name(name), name, initials_of(name))


def stranger(name: str) -> Actor:
    """Return who a document names: the same for the same name, and never one of the desk, whatever they are called."""
    folded = " ".join(name.split()).casefold()
    return Actor(_made_of(folded, _OF_STRANGERS), name, initials_of(name))


def kept_id(who: Actor) -> str:
    """Return the id as a record keeps it: empty where nothing but the name is known, so that old hashes stay true."""
    return "" if who.id == id_of_name(who.name) else who.id


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work; `roles` count in every section, `by_section` adds more in some."""

    name: str
    roles: frozenset[Role] = field(default=EVERY_ROLE)
    by_section: Mapping[str, frozenset[Role]] = field(default_factory=dict, hash=False)
    id: str = ""
    letters: str = ""
    """The initials that were given; `initials` are never empty."""
    has_pin: bool = False
    former: frozenset[str] = frozenset()
    """Other ids that this person's work stands under: that of a name, from before people had ids."""
    alone: bool = False
    """Whether the person works without any set-up; the id is that of the account then (`Settings.account`)."""

    @property
    def initials(self) -> str:
        """Return what stands for the name in narrow columns."""
        return self.letters or initials_of(self.name)

    @property
    def actor(self) -> Actor:
        """Return what is kept of the person with everything they do."""
        return Actor(self.id or id_of_name(self.name), self.name, self.initials)

    @property
    def ids(self) -> frozenset[str]:
        """Return every id that the person's work stands under."""
        return self.former | {self.actor.id}

    @property
    def set_up(self) -> bool:
        """Return whether the person was set up on this desk."""
        return bool(self.id) and not self.alone

    def did(self, what: Actor) -> bool:
        """Return whether it was this person who did something; names do not count."""
        return bool(what.id) and what.id in self.ids

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


def working(
    name: str = "", roles: Iterable[Role] = EVERY_ROLE, account: str = "", former: Iterable[str] = ()
) -> Person:
    """Return who is working without set-up: the name of the settings, else the system's, else "Somebody".

    `account` is the id that stays while the name changes, `former` what this account's work stood under before.
    """
    name = " ".join(name.split()) or system_name() or "Somebody"
    return Person(name, frozenset(roles), id=account, former=frozenset(former), alone=True)


def role_of(word: str) -> Role:
    """Return the role that the settings mean, by slug, in words or in those of older settings; raises `ValueError`."""
    return _FORMER.get(word) or Role(to_slug(word))


def role_words() -> tuple[str, ...]:
    """Return all words and slugs that the settings may use for a role."""
    return tuple(dict.fromkeys([*(role.words for role in Role), *Role, *_FORMER]))


def same_words(one: str, other: str) -> bool:
    """Return whether two names, or two initials, are the same words; case and spaces do not count, nothing is nobody's.

    For finding somebody by what was typed, and for keeping two people of a desk apart: no rule asks it.
    """
    first, second = (" ".join(name.split()).casefold() for name in (one, other))
    return bool(first) and first == second


_LOOK_THE_SAME = str.maketrans(
    "аеорсухіјѕһԁԛԝѵкмтвнгαορνικτυχεβωηıɑɡʟ01|ſł",
    "aeopcyxijshdqwvkmtbhraopviktuxebwniaglollsl",
)
"""Cyrillic and Greek letters, and others, that look like a Latin one: those that names are forged with."""


def looks_like(one: str, other: str) -> bool:
    """Return whether a reader would take two names for one: accents, case and letters that look the same do not count.

    For keeping people of a desk apart from whoever means to be taken for one of them.
    """
    return same_words(_seen(one), _seen(other))


def _seen(name: str) -> str:
    """Return a name as it looks at a glance."""
    plain = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    letters = (sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)
    return "".join(letters).translate(_LOOK_THE_SAME)


_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Categories of Unicode that put nothing beside the letter before: accents, and signs without a shape."""

_SALT = 16
_WORK = 2**14
"""Times 1 KiB of memory: 16 MiB and 40 ms a try."""
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
    return hashlib.scrypt(pin.encode("utf-8", "surrogatepass"), salt=salt, n=_WORK, r=8, p=1, dklen=32).hex()


def system_name() -> str:
    """Return the name of the account, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for this user: containers, some services; Windows has no pwd
        return ""
