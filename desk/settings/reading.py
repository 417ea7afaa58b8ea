"""Reads the settings: what is right is in force, what is wrong is told in one sentence with its line."""

import tomllib
from pathlib import Path
from typing import Any

from desk.careful import careful_bytes
from desk.errors import KnownError
from desk.settings.declared import RETIRED, SettingFault, Settings, declarations, default_of
from desk.settings.kinds import JudgedValue
from desk.text.nearest import nearest
from desk.toml_places import Places

_LIKE_A_KEY = 0.7
"""From 0 to 1: how like a known key an unknown one must be to be taken for a slip."""


def read_settings(path: Path) -> Settings:
    """Return the settings of the file at `path` with its faults, the defaults where there is none.

    Raises `KnownError` where no line of it can be read: not text, not TOML.
    """
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnownError(
            f"The settings file {path} is not valid TOML ({error}). Mend it, or move it away to start afresh."
        ) from error
    places = Places(path, text)
    values: dict[str, Any] = {}
    faults = []
    for name, given in table.items():
        wrong = _take(name, given, values)
        if wrong:
            faults.append(SettingFault(name, str(places.wrong(wrong, name))))
    return Settings(**values, faults=tuple(faults))


def _text(path: Path) -> str:
    try:
        return careful_bytes(path).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise KnownError(f"The settings file {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise KnownError(f"The settings file {path} is not UTF-8 text ({error}). Save it as UTF-8.") from error


def _take(name: str, given: object, values: dict[str, Any]) -> str:
    """Put what holds of one line into `values`; return what is wrong with the line, empty where nothing is."""
    declared = declarations().get(name)
    if declared is None:
        return _unknown(name)
    judged = declared.kind.judge(given)
    stand_in, until = declared.stands_in(default_of(name))
    values[name] = stand_in if judged.value is None else judged.value
    return f"{wrong_value(name, judged)}; until that is mended, {judged.until or until}." if judged.odd else ""


def wrong_value(name: str, judged: JudgedValue) -> str:
    """Return what is wrong with a value and what is allowed, without the full stop."""
    meant = f" (did you mean {judged.meant}?)" if judged.meant else ""
    return f"“{name}” must be {declarations()[name].kind.allowed}, {judged.odd}{meant}"


def _unknown(name: str) -> str:
    if name in RETIRED:
        return f"“{name}” is no longer used: the line can go."
    if meant := nearest(name, declarations(), _LIKE_A_KEY):
        return f"“{name}” is no setting (did you mean “{meant}”?): the line is left as it is and has no effect."
    return f"“{name}” is no setting of this version: it is left as it is, for it may belong to a newer one."
