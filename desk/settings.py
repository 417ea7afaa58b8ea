"""The desk's settings: one TOML file, read into one frozen value, written back with the desk's comments kept.

A key that is missing has its default; a key that is unknown stays in the file untouched, for it may belong to a newer
version. A value of the wrong kind is refused with one sentence, and the file is left alone.
"""

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from desk.checks.house import House
from desk.errors import KnownError
from desk.review.people import Role, role_words

VARIANTS = {
    "en-US": "English (US)",
    "en-GB": "English (UK)",
    "en-CA": "English (Canada)",
    "en-AU": "English (Australia)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South Africa)",
    "en": "English (any spelling)",
}

MANUAL_ITEMS = ("Facts checked", "Headline matches the story", "Legal read")

SEVERITIES = ("error", "warning", "hint", "off")
"""How much a desk lets a finding matter."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the names are the keys of the file."""

    variant: str = "en-US"
    country: str = "US"
    ads_unlabelled: str = "error"
    ads_leftover: str = "warning"
    manual_items: tuple[str, ...] = MANUAL_ITEMS
    user_name: str = ""
    roles: tuple[str, ...] = tuple(role.value for role in Role)
    person: str = ""
    shared_desktop: bool = False
    pin_needed: bool = False
    set_up_declined: bool = False
    review_file: str = ""
    database: str = ""
    theme: str = "system"
    font_family: str = ""
    font_size: int = 13
    line_width: int = 72
    engine_url: str = ""
    java: str = ""
    keep_warm_seconds: int = 300
    style_file: str = ""
    style_off: tuple[str, ...] = ()
    grammar_off: tuple[str, ...] = ()
    grammar_low: tuple[str, ...] = ()
    grammar_on: tuple[str, ...] = ()
    grammar_style: tuple[str, ...] = ("comma-between-clauses", "that-which")
    grammar_notes: tuple[str, ...] = ()
    grammar_kept: tuple[str, ...] = ()
    grammar_rules_file: str = ""
    family_name_first: tuple[str, ...] = ("chinese", "hungarian", "korean", "vietnamese")
    drop_al_on_second_reference: bool = True
    words_per_minute: int = 230
    sections: tuple[str, ...] = ("News", "World", "Business", "Culture", "Sport")
    watched_folder: str = ""

    def house(self) -> House:
        """Return the part of the settings that the checks know; the store adds dictionary and name book."""
        return House(
            variant=self.variant,
            country=self.country,
            ads_unlabelled=self.ads_unlabelled,
            ads_leftover=self.ads_leftover,
            style_file=self.style_file,
            style_off=frozenset(self.style_off),
            grammar_off=frozenset(self.grammar_off),
            grammar_low=frozenset(self.grammar_low),
            grammar_on=frozenset(self.grammar_on),
            grammar_style=frozenset(self.grammar_style),
            grammar_notes=self.grammar_notes,
            family_name_first=frozenset(self.family_name_first),
            drop_al_on_second_reference=self.drop_al_on_second_reference,
        )


_ALLOWED = {
    "variant": tuple(VARIANTS),
    "theme": ("system", "light", "dark"),
    "roles": role_words(),
    "ads_unlabelled": SEVERITIES,
    "ads_leftover": SEVERITIES,
}
_WORDS = {str: "a text in quotation marks", int: "a whole number", bool: "true or false", tuple: "a list of texts"}


def _value(name: str, default: object, given: object, where: Path) -> Any:
    kind = type(default)
    if kind is tuple and isinstance(given, list) and all(isinstance(word, str) for word in given):
        given = tuple(given)
    if type(given) is not kind:
        raise KnownError(
            f"{where}: “{name}” must be {_WORDS[kind]}, not {given!r}. Mend that line, or delete it for the default."
        )
    if odd := [
        word for word in (given if isinstance(given, tuple) else [given]) if word not in _ALLOWED.get(name, [word])
    ]:
        raise KnownError(f"{where}: “{name}” must be one of {', '.join(_ALLOWED[name])}, not {odd[0]!r}.")
    if kind is int and isinstance(given, int) and given < 0:
        raise KnownError(f"{where}: “{name}” must not be negative.")
    return given


def read_settings(path: Path) -> Settings:
    """Return the settings of the file at `path`, the defaults where there is none; raises `KnownError`."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise KnownError(f"The settings file {path} cannot be read: {error.strerror}.") from error
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnownError(
            f"The settings file {path} is not valid TOML ({error}). Mend it, or move it away to start afresh."
        ) from error
    known = {f.name: f.default for f in fields(Settings)}
    return replace(Settings(), **{k: _value(k, known[k], v, path) for k, v in table.items() if k in known})


def write_settings(path: Path, changes: Mapping[str, object]) -> Settings:
    """Write some settings into the file and return them all; comments and unknown keys stay; raises `KnownError`.

    The new file takes the place of the old one in a single step, so a full disk leaves the old one whole.
    """
    import tomlkit  # 40 ms, and the window reads settings before it is painted
    from tomlkit.exceptions import TOMLKitError

    read_settings(path)
    try:
        text = path.read_text("utf-8-sig") if path.exists() else "# Copydesk settings: docs/guide.md names each one.\n"
        document = tomlkit.parse(text)
        for name, value in changes.items():
            document[name] = list(value) if isinstance(value, tuple) else value
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(tomlkit.dumps(document))
        settings = _checked(Path(temporary), path)
        Path(temporary).replace(path)
    except (OSError, TOMLKitError) as error:
        raise KnownError(f"The settings could not be written to {path}: {error}.") from error
    return settings


def _checked(written: Path, target: Path) -> Settings:
    try:
        return read_settings(written)
    except KnownError as error:
        written.unlink()
        raise KnownError(str(error).replace(str(written), str(target))) from error
