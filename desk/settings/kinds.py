"""The kinds of settings: each says in words what it allows, and judges what a file or a dialog gives."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from desk.text.nearest import nearest
from desk.text.words import shortened

_SHOWN = 60
"""Code points of a wrong value that are said back."""


@dataclass(frozen=True, slots=True)
class JudgedValue:
    """What came of one value: what of it holds (None for nothing), and where it is wrong, how and what was meant."""

    value: Any = None
    odd: str = ""
    meant: str = ""
    until: str = ""
    """What holds until it is mended, where that is neither the value nor what stands in for it."""


class SettingKind(Protocol):
    """What one setting may hold."""

    @property
    def allowed(self) -> str:
        """Return what is allowed, to stand after "must be"."""
        ...

    def judge(self, given: object) -> JudgedValue:
        """Return what of a value holds, and what is wrong with it."""
        ...


def shown(value: object) -> str:
    """Return a value as a sentence names it: texts in quotation marks, long ones shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a table"
    text = shortened(str(value), _SHOWN)
    return f"“{text}”" if isinstance(value, str) else text


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    @property
    def allowed(self) -> str:
        """Return what is allowed."""
        return "true or false"

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if isinstance(given, bool):
            return JudgedValue(given)
        word = str(given).casefold()
        meant = "true" if word in ("true", "yes", "on", "1") else "false" if word in ("false", "no", "off", "0") else ""
        return JudgedValue(odd=f"not {shown(given)}", meant=meant)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within limits, both included."""

    low: int
    high: int

    @property
    def allowed(self) -> str:
        """Return what is allowed."""
        return f"a whole number from {self.low} to {self.high}"

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if isinstance(given, int) and not isinstance(given, bool) and self.low <= given <= self.high:
            return JudgedValue(given)
        digits = isinstance(given, str) and given.strip().isdecimal() and self.low <= int(given) <= self.high
        return JudgedValue(odd=f"not {shown(given)}", meant=str(given).strip() if digits else "")


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words, each with what it means on the screen; `also` are slips, with the words that they mean."""

    words: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    former: Collection[str] = ()
    """Words of earlier versions: taken, and not told of."""

    @property
    def allowed(self) -> str:
        """Return what is allowed."""
        return f"one of {', '.join(self.words)}"

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if isinstance(given, str) and (given in self.words or given in self.former):
            return JudgedValue(given)
        meant = self.meant(given) if isinstance(given, str) else ""
        return JudgedValue(odd=f"not {shown(given)}", meant=f"“{meant}”" if meant else "")

    def meant(self, word: str) -> str:
        """Return what was perhaps meant: "UK" and "united kingdom" are GB."""
        by = {name.casefold(): key for key, name in self.words.items()}
        by |= {_initials(name): key for key, name in self.words.items()}
        by |= {key.casefold(): key for key in self.words}
        by |= {name.casefold(): key for name, key in self.also.items()}
        plain = word.strip().casefold()
        return by.get(plain) or by.get(nearest(plain, by), "")


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name)).casefold()


def _any(_text: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line; one that is not empty must fit its form, which `allowed` says in words."""

    allowed: str = "a text in quotation marks, on one line"
    fits: Callable[[str], bool] = _any

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if not isinstance(given, str) or len(given.splitlines()) > 1 or (given and not self.fits(given)):
            return JudgedValue(odd=f"not {shown(given)}")
        return JudgedValue(given)


@dataclass(frozen=True, slots=True)
class FileName:
    """The path of a file that is there, or empty; one that is not there stays, for what needs it says so as well."""

    allowed: str = "the path of a file that is there"

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if not isinstance(given, str) or len(given.splitlines()) > 1:
            return JudgedValue(odd=f"not {shown(given)}")
        if given and not _is_file(given):
            return JudgedValue(given, f"not {shown(given)}", until="nothing stands in for it")
        return JudgedValue(given)


@dataclass(frozen=True, slots=True)
class FolderName:
    """The whole path of a folder, or empty; one that is not there now may come back (a share of the network)."""

    allowed: str = "the whole path of a folder"
    until: str = "nothing is watched"
    """What holds while it is wrong."""

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if not isinstance(given, str) or len(given.splitlines()) > 1:
            return JudgedValue(odd=f"not {shown(given)}")
        if given and not _is_whole(given):
            return JudgedValue(odd=f"not {shown(given)}", until=self.until)
        return JudgedValue(given)


def _is_whole(name: str) -> bool:
    try:
        return Path(name).expanduser().is_absolute()
    except RuntimeError:  # a home of nobody
        return False


def _is_file(name: str) -> bool:
    try:
        return Path(name).expanduser().is_file()
    except (OSError, RuntimeError):  # a folder that one may not enter; a home of nobody
        return False


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts, none empty or given twice; what is right of a list that is partly wrong holds."""

    allowed: str = "a list of texts in quotation marks, none of them empty or given twice"
    fits: Callable[[str], bool] = _any
    never: Collection[str] = ()
    """Words that mean something else already."""

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if not isinstance(given, list | tuple):
            return JudgedValue(odd=f"not {shown(given)}")
        return _of_list(given, self._wrong(given))

    def _wrong(self, given: Collection[object]) -> Iterator[tuple[int, str, str]]:
        seen = {word.casefold() for word in self.never}
        for place, text in enumerate(given):
            if not isinstance(text, str) or not text.strip() or len(text.splitlines()) > 1 or not self.fits(text):
                yield place, f"not {shown(text)}", ""
            elif text.strip().casefold() in seen:
                taken = text in self.never
                yield place, f"and {shown(text)} {'means something else' if taken else 'is given twice'}", ""
            else:
                seen.add(text.strip().casefold())


@dataclass(frozen=True, slots=True)
class SomeOf:
    """A list of some words out of those of a choice; what is right of a list that is partly wrong holds."""

    choice: OneOf

    @property
    def allowed(self) -> str:
        """Return what is allowed."""
        return f"a list with any of {', '.join(self.choice.words)}, none of them twice"

    def judge(self, given: object) -> JudgedValue:
        """Return the value, or what is wrong."""
        if not isinstance(given, list | tuple):
            return JudgedValue(odd=f"not {shown(given)}")
        return _of_list(given, self._wrong(given))

    def _wrong(self, given: Collection[object]) -> Iterator[tuple[int, str, str]]:
        seen: set[str] = set()
        for place, word in enumerate(given):
            judged = self.choice.judge(word)
            if judged.odd:
                yield place, judged.odd, judged.meant
            elif judged.value in seen:
                yield place, f"and {shown(word)} is given twice", ""
            else:
                seen.add(judged.value)


def _of_list(given: Collection[object], wrong: Iterator[tuple[int, str, str]]) -> JudgedValue:
    """Return what holds of a list, and the first of what is wrong in it."""
    faults = {place: (odd, meant) for place, odd, meant in wrong}
    right = tuple(item for place, item in enumerate(given) if place not in faults)
    if not faults:
        return JudgedValue(right)
    odd, meant = next(iter(faults.values()))
    return JudgedValue(right, odd, meant, "the rest of the list holds") if right else JudgedValue(None, odd, meant)
