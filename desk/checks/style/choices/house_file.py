"""The file of a house: which form it writes, read, judged, and refused with its line where it is wrong."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.declared import PRESETS, by_key, choices
from desk.checks.style.choices.recognisers.words import subject_of
from desk.errors import KnownError
from desk.text.nearest import nearest
from desk.text.words import plural
from desk.toml_places import Places, read_table

HOUSE = "house"
"""The table of what is no choice."""
BASED_ON = "based_on"
DECLINED = "not_proposed"
"""Choices, or choice and word, that a keeper does not want proposed again, whatever approved stories do."""
NOTES = "notes"
"""The table of what a house says with the findings of a choice."""
_WHAT = "The house file"


@dataclass(frozen=True)
class HouseChoices:
    """What a house chose: the value of each key, those of single words, and its own rows of words."""

    values: tuple[tuple[str, str], ...] = ()
    subjects: tuple[tuple[str, str, str], ...] = ()
    """Key, subject and form: what holds for one word alone."""
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    """The house's own rows of words, by key."""
    notes: tuple[tuple[str, str], ...] = ()
    """What the house says with every finding of a choice, by key."""

    def note(self, choice: StyleChoice) -> str:
        """Return what the house says with the findings of a choice; empty for nothing."""
        return dict(self.notes).get(choice.key, "")

    def value(self, choice: StyleChoice) -> str:
        """Return what holds for a choice: a form, "agree" or "off"."""
        return self._by_key.get(choice.key, choice.default)

    def form(self, choice: StyleChoice, subject: str) -> str:
        """Return what holds for one subject of a choice."""
        return self._by_subject.get((choice.key, subject)) or self.value(choice)

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        """Return the values by key; the last one said holds."""
        return dict(self.values)

    @cached_property
    def _by_subject(self) -> Mapping[tuple[str, str], str]:
        """Return the forms of single words; the first one said holds."""
        return {(key, of): form for key, of, form in reversed(self.subjects)}


@dataclass(frozen=True, slots=True)
class HouseLine:
    """One line of the file that chooses: its key, the word that it is about (empty for all), its value."""

    key: str
    value: str
    line: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class HouseFile:
    """A house file line by line: what it chooses, and every line that is wrong with the reason."""

    style: HouseChoices = HouseChoices()
    based_on: str = AGREE
    based_on_line: int = 0
    """0 where the file names no preset."""
    lines: tuple[HouseLine, ...] = ()
    notes: tuple[HouseLine, ...] = ()
    declined: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def note(self, key: str) -> str:
        """Return what the file says with the findings of a choice; empty for nothing."""
        return next((one.value for one in reversed(self.notes) if one.key == key), "")

    def own(self, key: str) -> HouseLine | None:
        """Return the line that holds for a choice; None where the file has none (of two the later one counts)."""
        return next((one for one in reversed(self.lines) if one.key == key and not one.word), None)

    def words(self, key: str) -> tuple[HouseLine, ...]:
        """Return the lines about single words of a choice."""
        return tuple(one for one in self.lines if one.key == key and one.word)

    def sound(self) -> HouseChoices:
        """Return what the file chooses; raises `KnownError` with the first line that is wrong, and how many more."""
        if self.faults:
            more = len(self.faults) - 1
            also = f" ({plural(more, 'more line of it is', 'more lines of it are')} wrong.)" if more else ""
            raise KnownError(f"{self.faults[0]}{also}")
        return self.style


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
    return replace(style, values=(*style.values, *more)) if more else style


@lru_cache(maxsize=8)
def _read_at(path: Path, changed: int, size: int) -> HouseChoices:
    """Return the choices of a file as it was at a moment."""
    return _HouseReader(*read_table(path, _WHAT)).read().sound()


def house_file(path: Path, text: str) -> HouseFile:
    """Return what a house file of this text says, line by line; raises `KnownError` where it is no TOML."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnownError(f"{_WHAT} {path} is not valid TOML ({error}): mend it, or move it away.") from error
    return _HouseReader(table, Places(path, text)).read()


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
    """Judges one file, key by key; what is wrong is noted, and the rest read on."""

    def __init__(self, table: Mapping[str, Any], places: Places) -> None:
        self._table, self._places = table, places
        self._values: list[tuple[str, str]] = []
        self._subjects: list[tuple[str, str, str]] = []
        self._rows: dict[str, list[tuple[str, ...]]] = {}
        self._lines: list[HouseLine] = []
        self._notes: list[HouseLine] = []
        self._faults: list[str] = []

    @contextmanager
    def _noted(self) -> Iterator[None]:
        try:
            yield
        except KnownError as error:
            self._faults.append(str(error))

    def read(self) -> HouseFile:
        """Return what the file chooses, and what of it is wrong."""
        house, based_on = self._table.get(HOUSE, {}), AGREE
        declined: tuple[str, ...] = ()
        with self._noted():
            if not isinstance(house, dict):
                raise self._places.wrong("[house] must be a table; write [house] and based_on below it", HOUSE)
            with self._noted():
                based_on = self._based_on(house)
            declined = self._declined(house)
        self._values.extend(preset(based_on))
        for name, given in self._table.items():
            self._part(name, given)
        rows = tuple((key, tuple(rows)) for key, rows in self._rows.items())
        notes = tuple((one.key, one.value) for one in self._notes)
        style = HouseChoices(tuple(self._values), (*self._subjects, *preset_words(based_on)), rows, notes)
        line = self._places.line(HOUSE, BASED_ON) if isinstance(house, dict) and BASED_ON in house else 0
        return HouseFile(style, based_on, line, tuple(self._lines), tuple(self._notes), declined, tuple(self._faults))

    def _part(self, name: str, given: object) -> None:
        choice = by_key().get(name)
        if choice is not None and choice.words and isinstance(given, dict):
            with self._noted():
                self._take(choice, given, (name,))
        elif name == NOTES:
            self._read_notes(given, (name,))
        elif isinstance(given, dict):
            for key, value in given.items():
                with self._noted():
                    self._key(name, key, value)
        elif name != HOUSE:
            with self._noted():
                self._key("", name, given)

    def _read_notes(self, given: object, where: tuple[str, ...]) -> None:
        """Take what the house says with the findings of its choices, under a key in quotes or a dotted one."""
        if isinstance(given, dict) and (len(where) == 1 or ".".join(where[1:]) not in by_key()):
            for key, value in given.items():
                self._read_notes(value, (*where, key))
            return
        with self._noted():
            key = ".".join(where[1:])
            if key not in by_key():
                raise self._places.wrong(f"“{key or NOTES}” is no choice of house style: it has no note", *where)
            if not isinstance(given, str) or not given.strip():
                raise self._places.wrong(f"the note of “{key}” must be a sentence in quotes", *where)
            self._notes.append(HouseLine(by_key()[key].key, " ".join(given.split()), self._places.line(*where)))

    def _based_on(self, house: Mapping[str, Any]) -> str:
        value = house.get(BASED_ON, AGREE)
        if value not in PRESETS:
            raise self._places.wrong(f"“based_on” must be one of {', '.join(PRESETS)}, not “{value}”", HOUSE, BASED_ON)
        return str(value)

    def _declined(self, house: Mapping[str, Any]) -> tuple[str, ...]:
        value = house.get(DECLINED, [])
        if not isinstance(value, list) or not all(map(_names_a_choice, value)):
            raise self._places.wrong(
                f'“{DECLINED}” must be a list of choices such as ["percent.text"], or of choice and word such as '
                f'["words email"], not “{value}”',
                HOUSE,
                DECLINED,
            )
        told = (one.partition(" ") for one in value)
        return tuple(dict.fromkeys(f"{by_key()[key].key}{space}{word}" for key, space, word in told))

    def _key(self, table: str, key: str, value: object) -> None:
        if table == HOUSE and key in (BASED_ON, DECLINED):
            return
        name = key if table in ("", HOUSE) else f"{table}.{key}"
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
            self._note(choice, self._values[-1][1], where)
        elif choice.words and isinstance(value, list) and all(isinstance(one, str) for one in value):
            self._listed(choice, value)
            for word in value:
                self._note(choice, choice.forms[0].name if choice.forms else word, where, word)
        elif choice.words and isinstance(value, dict):
            for word, said in value.items():
                with self._noted():
                    self._word(choice, word, said, (*where, word))
                    others = said if isinstance(said, list) else [said]
                    self._note(choice, ", ".join(map(str, others)), (*where, word), word)
        else:
            raise self._places.wrong(f"“{choice.key}” must be {allowed(choice)}", *where)

    def _note(self, choice: StyleChoice, value: str, where: Sequence[str], word: str = "") -> None:
        self._lines.append(HouseLine(choice.key, value, self._places.line(*where), word))

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


def _names_a_choice(said: object) -> bool:
    return isinstance(said, str) and said.partition(" ")[0] in by_key()


def allowed(choice: StyleChoice) -> str:
    """Return what a choice may be, to stand after “must be”."""
    names = ["a number"] if choice.number else [f"“{form.name}”" for form in choice.forms]
    words = ["a table of words"] if choice.words else []
    return "one of " + ", ".join([*names, *words, f"“{AGREE}”", f"“{OFF}”"])
