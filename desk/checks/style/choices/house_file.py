"""The file of a house: which form it writes, read, judged, and refused with its line where it is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.declared import PRESETS, by_key, choices
from desk.checks.style.choices.recognisers.words import subject_of
from desk.errors import KnownError
from desk.text.nearest import nearest
from desk.toml_places import Places, read_table

_HOUSE = "house"
_WHAT = "The house file"


@dataclass(frozen=True)
class HouseChoices:
    """What a house chose: the value of each key, those of single words, and its own rows of words."""

    values: tuple[tuple[str, str], ...] = ()
    subjects: tuple[tuple[str, str, str], ...] = ()
    """Key, subject and form: what holds for one word alone."""
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    """The house's own rows of words, by key."""

    def value(self, choice: StyleChoice) -> str:
        """Return what holds for a choice: a form, "agree" or "off"."""
        return next((value for key, value in reversed(self.values) if key == choice.key), choice.default)

    def form(self, choice: StyleChoice, subject: str) -> str:
        """Return what holds for one subject of a choice."""
        own = (form for key, of, form in self.subjects if key == choice.key and of == subject)
        return next(own, self.value(choice))


def house_style(path: str, more: tuple[tuple[str, str], ...] = ()) -> HouseChoices:
    """Return what the file at `path` chooses (empty for none), with `more` values on top.

    Raises `KnownError` with file, line and reason where a key or value is unknown.
    """
    style = HouseChoices()
    if path:
        file = Path(path).expanduser()
        try:
            state = file.stat()
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            raise KnownError(f"{_WHAT} {file} cannot be read ({why}); mend the setting “house_file”.") from None
        style = _read_at(file, state.st_mtime_ns, state.st_size)
    return HouseChoices((*style.values, *more), style.subjects, style.rows) if more else style


@lru_cache(maxsize=8)
def _read_at(path: Path, changed: int, size: int) -> HouseChoices:
    """Return the choices of a file as it was at a moment."""
    table, places = read_table(path, _WHAT)
    return _HouseReader(places).style(table)


def preset(name: str) -> tuple[tuple[str, str], ...]:
    """Return the values that a preset chooses."""
    return tuple((c.key, c.presets[name].value) for c in choices() if name in c.presets)


def preset_words(name: str) -> tuple[tuple[str, str, str], ...]:
    """Return what a preset chooses for single words: key, subject, form."""
    return tuple(
        (choice.key, subject_of(word), one.value)
        for choice in choices()
        for word, one in choice.preset_words.get(name, ())
    )


class _HouseReader:
    """Judges one file, key by key."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._values: list[tuple[str, str]] = []
        self._subjects: list[tuple[str, str, str]] = []
        self._rows: dict[str, list[tuple[str, ...]]] = {}

    def style(self, table: Mapping[str, Any]) -> HouseChoices:
        """Return what the file chooses."""
        house = table.get(_HOUSE, {})
        if not isinstance(house, dict):
            raise self._places.wrong("[house] must be a table; write [house] and based_on below it", _HOUSE)
        based_on = self._based_on(house)
        self._values.extend(preset(based_on))
        for name, given in table.items():
            if name in by_key() and by_key()[name].words and isinstance(given, dict):
                self._take(by_key()[name], given, (name,))
            elif isinstance(given, dict):
                for key, value in given.items():
                    self._key(name, key, value)
            else:
                self._key("", name, given)
        rows = tuple((key, tuple(rows)) for key, rows in self._rows.items())
        return HouseChoices(tuple(self._values), (*self._subjects, *preset_words(based_on)), rows)

    def _based_on(self, house: Mapping[str, Any]) -> str:
        value = house.get("based_on", AGREE)
        if value not in PRESETS:
            raise self._places.wrong(
                f"“based_on” must be one of {', '.join(PRESETS)}, not “{value}”", _HOUSE, "based_on"
            )
        return str(value)

    def _key(self, table: str, key: str, value: object) -> None:
        if table == _HOUSE and key == "based_on":
            return
        name = key if table in ("", _HOUSE) else f"{table}.{key}"
        where = tuple(part for part in (table, key) if part)
        choice = by_key().get(name)
        if choice is None:
            meant = nearest(name, by_key(), 0.6)
            hint = f" (did you mean “{meant}”?)" if meant else ""
            raise self._places.wrong(
                f"“{name}” is no choice of house style{hint}; take it out or mend its name", *where
            )
        self._take(choice, value, where)

    def _take(self, choice: StyleChoice, value: object, where: tuple[str, ...]) -> None:
        if isinstance(value, str | int) and not isinstance(value, bool):
            self._values.append((choice.key, self._form(choice, str(value), where)))
        elif choice.words and isinstance(value, list) and all(isinstance(one, str) for one in value):
            self._listed(choice, value)
        elif choice.words and isinstance(value, dict):
            for word, said in value.items():
                self._word(choice, word, said, (*where, word))
        else:
            raise self._places.wrong(f"“{choice.key}” must be {allowed(choice)}", *where)

    def _form(self, choice: StyleChoice, value: str, where: tuple[str, ...]) -> str:
        if value in (AGREE, OFF):
            return value
        if choice.number and value.isdecimal():
            return value
        form = choice.form_of(value)
        if not form or (choice.number and form):
            raise self._places.wrong(f"“{choice.key}” must be {allowed(choice)}, not “{value}”", *where)
        return form

    def _listed(self, choice: StyleChoice, words: list[str]) -> None:
        """Take a list of initials that have points; all others have none."""
        self._values.append((choice.key, choice.forms[-1].name))
        self._subjects.extend((choice.key, subject_of(word), choice.forms[0].name) for word in words)

    def _word(self, choice: StyleChoice, word: str, said: object, where: tuple[str, ...]) -> None:
        if not choice.forms:
            others = [said] if isinstance(said, str) else said
            if not isinstance(others, list) or not others or not all(isinstance(one, str) and one for one in others):
                raise self._places.wrong(
                    f'“{word}” must say which spellings it stands for; write "{word}" = ["..."]', *where
                )
            self._rows.setdefault(choice.key, []).append((word, *others))
            self._subjects.append((choice.key, word, word))
            return
        form = choice.form_of(said) if isinstance(said, str) else ""
        if not form and said not in (AGREE, OFF):
            raise self._places.wrong(f"“{word}” must be {allowed(choice)}, not “{said}”", *where)
        self._subjects.append((choice.key, subject_of(word), form or str(said)))
        if subject_of(word) == word and choice.key == "caps.words":
            self._rows.setdefault(choice.key, []).append((word.lower(), word.capitalize()))


def allowed(choice: StyleChoice) -> str:
    """Return what a choice may be, to stand after “must be”."""
    names = ["a number"] if choice.number else [f"“{form.name}”" for form in choice.forms]
    words = ["a table of words"] if choice.words else []
    return "one of " + ", ".join([*names, *words, f"“{AGREE}”", f"“{OFF}”"])
