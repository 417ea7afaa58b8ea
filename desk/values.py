"""Classes of values that are written when the first value is made; what is written is `dataclasses`' own.

And properties that are worked out once for each value, as `functools` has them.
"""

import dataclasses
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

_SHAPING = frozenset({"__eq__", "__hash__", "__setattr__", "__delattr__", "__getstate__", "__setstate__"})
"""A class that has one of these of its own is written at once: they decide what `dataclasses` writes."""
_APART = ("ClassVar", "InitVar", "KW_ONLY")
_NOT_COPIED = frozenset({"__dict__", "__weakref__"})
_FREEZING = ("__setattr__", "__delattr__", "__getstate__", "__setstate__")
_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # what reads types sees the one it knows
    from functools import cached_property as cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801  it stands in for the one of `functools`
        """What `functools.cached_property` is from Python 3.12 on: it takes no lock, which cost more than most answers.

        A paragraph has 18 of them. Two threads may work out the same at once; both come to one answer.
        """

        def __get__(self, one: object, owner: type | None = None) -> Any:
            if one is None:
                return self
            answer = vars(one)[self.attrname] = self.func(one)
            return answer

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Return what `dataclasses.dataclass` does; its methods are written where they are first asked for.

        Python writes and compiles up to ten functions for each class while its module is imported: 0.6 ms, against
        0.03 here. Of 105 classes that stood before the panes were painted 30 had been made by then, and 6 compared.
        What is wrong with a class is told then, too (mypy and `test_classes.py` tell it before). Written at once are
        classes without slots, with a base, and with more to them than fields and methods.
        """

        def decorate(cls: type) -> type:
            if options.get("slots") and _is_plain(cls):
                return _Later(cls, **{name: value for name, value in options.items() if name != "slots"}).cls
            return dataclasses.dataclass(**options)(cls)

        return decorate


def _is_plain(cls: type) -> bool:
    own = vars(cls)
    kinds = own.get("__annotations__", {}).values()
    return (
        bool(kinds)
        and cls.__bases__ == (object,)
        and not _SHAPING & own.keys()
        and not any(word in str(kind) for kind in kinds for word in _APART)
    )


class _Unwritten:
    """Stands in a class for one thing that is to be written; whoever asks for that gets it."""

    __slots__ = ("_name", "_write")

    def __init__(self, name: str, write: Callable[[], type]) -> None:
        self._name, self._write = name, write

    def __get__(self, one: object, owner: type) -> Any:
        found = vars(self._write())[self._name]
        return found.__get__(one, owner) if hasattr(found, "__get__") else found


class _Later:
    """Holds a class that is to be written, in two halves: what making a value takes, and what showing and comparing it.

    Each half is written into a twin of the class as it was given, and taken over from there.
    """

    def __init__(self, given: type, *, frozen: bool = False, kw_only: bool = False, **two: bool) -> None:
        self._given = {name: value for name, value in vars(given).items() if name not in _NOT_COPIED}
        self._always, self._two_options = {"slots": True, "frozen": frozen, "kw_only": kw_only}, two
        fields = self._given["__annotations__"]
        own = {name: value for name, value in self._given.items() if name not in fields}
        self.cls = self._class(own | {"__slots__": tuple(fields)}, given.__qualname__)
        eq, order = two.get("eq", True), two.get("order", False)
        one = ["__init__", "__match_args__", "__dataclass_fields__", *_FREEZING * frozen]
        compared = [*("__eq__",) * eq, *("__hash__",) * (eq and frozen), *_ORDER * order]
        self._one = self._stand_in(one, self._write_one)
        self._two = self._stand_in(["__repr__", *compared], self._write_two)
        self._stand_in(["__dataclass_params__"], self._write_options)
        if eq and not frozen:
            self.cls.__hash__ = None  # type: ignore[assignment]  # what is compared and can change has none

    def _class(self, own: Mapping[str, Any], name: str) -> type:
        made = type(name.rpartition(".")[2], (), dict(own))
        made.__qualname__ = name
        return made

    def _stand_in(self, names: Iterable[str], write: Callable[[], type]) -> list[str]:
        unwritten = [name for name in names if name not in self._given]
        for name in unwritten:
            setattr(self.cls, name, _Unwritten(name, write))
        return unwritten

    def _write_one(self) -> type:
        return self._write(self._one, repr=False, eq=False)

    def _write_two(self) -> type:
        return self._write(self._two, init=False, **self._two_options)

    def _write_options(self) -> type:
        return self._write(["__dataclass_params__"], **self._two_options)

    def _write(self, names: Iterable[str], **parts: bool) -> type:
        twin = self._class(self._given, self.cls.__qualname__)
        written = vars(dataclasses.dataclass(**self._always, **parts)(twin))
        for name in names:
            setattr(self.cls, name, written[name])
        return self.cls
