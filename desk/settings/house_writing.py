"""Changes the house file: its comments and every line that nobody changed stay, and nothing is written by halves."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.careful import careful_bytes
from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.house_file import (
    BASED_ON,
    DECLINED,
    HOUSE,
    HouseChoices,
    HouseFile,
    HouseLine,
    house_file,
)
from desk.errors import KnownError
from desk.settings.house_words import append_key, holders, put_note, put_word, spellings
from desk.writers.text import put_in_place, staged

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_NEW = "# House style: which form this desk writes. Settings ▸ House style shows every choice.\n"
_BOM = b"\xef\xbb\xbf"
_LONE = re.compile(r"(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class HouseEdit:
    """What is to be changed in a house file."""

    values: Mapping[str, str] = field(default_factory=dict)
    """Choice -> its new value; empty takes its line out, so that the preset holds again."""
    based_on: str = ""
    """The new preset; empty where it stays."""
    declined: tuple[str, ...] = ()
    """Choices, or choice and word, that are not to be proposed again."""
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Choice and word -> what holds for this word alone; empty takes it out. Spellings are parted by commas."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Choice -> what the house says with its findings; empty for nothing."""

    def __bool__(self) -> bool:
        return bool(self.values or self.words or self.notes or self.based_on or self.declined)


@dataclass(frozen=True, slots=True)
class HouseText:
    """A house file as it lies on the disk: its text, and what it says; `digest` is empty where there is none yet."""

    path: Path
    digest: str
    text: str
    file: HouseFile


def read_house(path: Path) -> HouseText:
    """Return the house file at `path`, an empty one where there is none; raises `KnownError` where it is no TOML."""
    raw = _bytes(path)
    if raw is None:
        return HouseText(path, "", "", HouseFile())
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError(f"The house file {path} is not UTF-8 text ({error}). Save it as UTF-8.") from error
    return HouseText(path, hashlib.sha256(raw).hexdigest(), text, house_file(path, text))


def refused_writing(path: Path) -> str:
    """Return why the house file cannot be changed here; empty where it can."""
    if path.exists() and not os.access(path, os.W_OK):
        return f"The house file {path} may only be read here: whoever keeps it can change it."
    if not path.exists() and path.parent.exists() and not os.access(path.parent, os.W_OK):
        return f"No house file can be made in {path.parent}: you may not write there."
    return ""


def write_house(path: Path, digest: str, edit: HouseEdit) -> HouseText:
    """Change the house file at `path`, which was read with this digest, and return it as it is then.

    Raises `KnownError`, and the file is as it was, where somebody else changed it meanwhile, where it may not be
    written, or where the change would not come to what is wanted.
    """
    before = read_house(path)
    if before.digest != digest:
        raise KnownError(
            f"{path.name} was changed by another program meanwhile. It was read again: look at it, then keep your "
            "choices once more."
        )
    if refused := refused_writing(path):
        raise KnownError(refused)
    text = changed_text(before.text or _NEW, edit)
    _compare(path, before.file, house_file(path, text), edit)
    if "\r\n" in before.text:
        text = _LONE.sub("\r\n", text)
    mark = _BOM if (_bytes(path) or b"").startswith(_BOM) else b""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(staged(path, mark + text.encode("utf-8")), path)
    except OSError as error:
        raise KnownError(f"The house file {path} was not written ({error.strerror}); it is as it was.") from error
    return read_house(path)


def style_with(house: HouseText, edit: HouseEdit) -> HouseChoices:
    """Return what a house would write with an edit that is not kept yet; raises `KnownError` as `write_house` does."""
    return house_file(house.path, changed_text(house.text or _NEW, edit)).style


def changed_text(text: str, edit: HouseEdit) -> str:
    """Return the text of a house file with what is changed; raises `KnownError` where it cannot be changed so."""
    import tomlkit  # 40 ms, and only whoever changes something needs it

    document = tomlkit.parse(text)
    if edit.based_on:
        _put(document, HOUSE, BASED_ON, edit.based_on)
    if edit.declined:
        said = document.get(HOUSE, {}).get(DECLINED, [])
        _put(document, HOUSE, DECLINED, [*said, *(key for key in edit.declined if key not in said)])
    for key, value in edit.values.items():
        _choose(document, by_key()[key], value)
    for (key, word), value in edit.words.items():
        put_word(document, by_key()[key], word, value)
    for key, text in edit.notes.items():
        put_note(document, by_key()[key], text)
    return tomlkit.dumps(document)


def _choose(document: "TOMLDocument", choice: StyleChoice, value: str) -> None:
    """Give a choice its value in the line that holds for it; without a value all its lines go."""
    places = list(_places(document, choice))
    if value and places:
        table, key = places[-1]
        table[key] = _plain(choice, value)
    elif value:
        group, _, name = choice.key.rpartition(".")
        _put(document, group or HOUSE, name, _plain(choice, value))
    else:
        for table, key in places:
            del table[key]


def _places(document: "TOMLDocument", choice: StyleChoice) -> Iterator[tuple[MutableMapping[str, Any], str]]:
    """Yield every table and key that gives a choice one value for all words, in the order of the file."""
    for table, key in holders(document, choice):
        if isinstance(table[key], MutableMapping) and table is document:
            continue  # [words] is a table of words, and a value for all others stands elsewhere
        if isinstance(table[key], MutableMapping | list):
            raise KnownError(
                f"“{choice.key}” has words of its own in the house file; a value for all of them would take these "
                "out. Take the words out first."
            )
        yield table, key


def _plain(choice: StyleChoice, value: str) -> str | int:
    return int(value) if choice.number and value.isdecimal() else value


def _put(document: "TOMLDocument", name: str, key: str, value: object) -> None:
    """Set a key of a table, behind the keys that are there; comments at the end of the table stay at its end."""
    import tomlkit

    if name not in document:
        if document.as_string().strip():
            document.add(tomlkit.nl())
        document.add(name, tomlkit.table())
    table = document[name]
    if not isinstance(table, MutableMapping):
        raise KnownError(f"[{name}] must be a table in the house file; mend it there first.")
    if key in table or not hasattr(table, "value"):
        table[key] = value
        return
    append_key(table, key, value)  # type: ignore[arg-type]  # whatever has a `value` and is a mapping is a table


def _compare(path: Path, before: HouseFile, after: HouseFile, edit: HouseEdit) -> None:
    """Raise `KnownError` unless the file says afterwards what it said before, and what was changed."""
    if len(after.faults) > len(before.faults):
        raise KnownError(f"That would be wrong in the file: {next(f for f in after.faults if f not in before.faults)}")
    kept, rest = _said(before.lines, edit), _said(after.lines, edit)
    chosen = {key: (line.value if (line := after.own(key)) else "") for key in edit.values}
    words = {(one.key, one.word): one.value for one in after.lines}
    lost = [key for (key, word), value in edit.words.items() if not _holds(key, words.get((key, word), ""), value)]
    based_on = edit.based_on or before.based_on
    notes = {one.key: one.value for one in before.notes} | dict(edit.notes)
    lost += [key for key in notes if after.note(key) != notes[key]]
    if kept != rest or chosen != dict(edit.values) or lost or after.based_on != based_on:
        odd = next((key for key, value in edit.values.items() if chosen[key] != value), (*lost, BASED_ON)[0])
        raise KnownError(f"“{odd}” could not be changed in {path} as the file is written; change it there by hand.")


def _holds(key: str, now: str, wanted: str) -> bool:
    """Return whether a word has what was wanted; a list names those with the first form, and leaves out all others."""
    forms = by_key()[key].forms
    return now == (", ".join(spellings(wanted)) if not forms else wanted) or (not now and wanted == forms[-1].name)


def _said(lines: tuple[HouseLine, ...], edit: HouseEdit) -> list[tuple[str, str, str]]:
    """Return what is to stay: each line but those that are changed, and a value that a list of words takes in."""
    with_words = {key for key, _ in edit.words}
    return sorted(
        (one.key, one.word, one.value)
        for one in lines
        if one.key not in edit.values
        and (one.key, one.word) not in edit.words
        and (one.word or one.key not in with_words)
    )


def _bytes(path: Path) -> bytes | None:
    try:
        return careful_bytes(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise KnownError(f"The house file {path} cannot be read ({why}).") from error
