"""Classes of values that are written when the first value is made: all that can be asked of one is as Python's own."""

import copy
import dataclasses
import pickle
from dataclasses import InitVar, field
from typing import ClassVar

import pytest

from desk import values

WAYS = {
    "frozen with slots": {"frozen": True, "slots": True},
    "frozen": {"frozen": True},
    "slots": {"slots": True},
    "plain": {},
    "ordered": {"frozen": True, "slots": True, "order": True},
    "alike only if the same": {"frozen": True, "slots": True, "eq": False},
    "by name": {"frozen": True, "kw_only": True},
}


def made_by(decorator, **options):
    """Return a class of values with a field of every kind that the product has."""

    @decorator(**options)
    class Place:
        """Where something stands."""

        at: int
        name: str = "pier"
        seen: list[int] = field(default_factory=list, hash=False)
        told: str = field(default="", compare=False, repr=False)

        def __post_init__(self) -> None:
            if self.at < 0:
                raise ValueError(self.at)

        @property
        def next(self) -> int:
            return self.at + 1

    return Place


def asked(what, *given):
    """Return what came of it, in words: of two classes that are the same in name alone."""
    try:
        return repr(what(*given))
    except (TypeError, ValueError, AttributeError, dataclasses.FrozenInstanceError) as error:
        return f"{type(error).__name__}: {error}"


QUESTIONS = {
    "made": lambda place: place(at=1),
    "all given": lambda place: place(at=1, name="quay", seen=[2], told="x").told,
    "in order": lambda place: place(1, "quay"),
    "too few": lambda place: place(),
    "too many": lambda place: place(at=1, other=2),
    "refused": lambda place: place(at=-1),
    "of its own": lambda place: place(at=1).next,
    "each its own list": lambda place: place(at=1).seen is place(at=1).seen,
    "equal": lambda place: (place(at=1) == place(at=1, told="x"), place(at=1) == place(at=2), place(at=1) != 1),
    "hash": lambda place: len({place(at=1), place(at=1, seen=[3]), place(at=2)}),
    "before": lambda place: place(at=1) < place(at=2),
    "set": lambda place: setattr(place(at=1), "at", 2),
    "deleted": lambda place: delattr(place(at=1), "at"),
    "set anew": lambda place: setattr(place(at=1), "other", 2),
    "default of the class": lambda place: isinstance(vars(place).get("name"), str),
    "list of the class": lambda place: "seen" in vars(place),
    "fields": lambda place: [(one.name, one.compare) for one in dataclasses.fields(place)],
    "is one": dataclasses.is_dataclass,
    "parameters": lambda place: place.__dataclass_params__,
    "order of matching": lambda place: place.__match_args__,
    "replaced": lambda place: dataclasses.replace(place(at=1), at=2),
    "plain": lambda place: dataclasses.asdict(place(at=1)),
    "copied": lambda place: copy.copy(place(at=1, name="quay")),
    "copied whole": lambda place: copy.deepcopy(place(at=1, name="quay")),
    "words": lambda place: (place.__doc__, place.__qualname__, place.__module__),
    "slots": lambda place: getattr(place, "__slots__", None),
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_asked_first_is_answered_as_python_does(way):
    for question in QUESTIONS.values():
        ours, pythons = made_by(values.dataclass, **WAYS[way]), made_by(dataclasses.dataclass, **WAYS[way])
        assert asked(question, ours) == asked(question, pythons)


@values.dataclass(frozen=True, slots=True)
class Berth:
    pier: int
    name: str = ""


@values.dataclass(frozen=True, slots=True)
class Below:
    at: int


class Deeper(Below):
    """One level more, of which nothing is written."""


def test_a_value_goes_through_a_pickle():
    assert pickle.loads(pickle.dumps(Berth(2, "east"))) == Berth(2, "east")


def test_what_inherits_from_one_has_what_it_has():
    assert {"__init__", "__dataclass_fields__"} <= unwritten(Below)

    @dataclasses.dataclass(frozen=True)
    class Wider(Below):
        name: str = ""

    assert (Deeper(1), Wider(1, "x")) == (Deeper(1), Wider(1, "x"))
    assert Deeper(1) != Below(1)
    assert repr(Wider(2)).endswith("Wider(at=2, name='')")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Deeper(1).at = 2


def unwritten(kind):
    return {name for name, value in vars(kind).items() if isinstance(value, values._Unwritten)}


def test_making_a_value_does_not_write_what_compares_it():
    place = made_by(values.dataclass, frozen=True, slots=True)
    assert {"__init__", "__repr__", "__eq__", "__hash__"} <= unwritten(place)
    place(1)
    assert unwritten(place) == {"__repr__", "__eq__", "__hash__", "__dataclass_params__"}
    assert place(1) == place(1)
    assert unwritten(place) == {"__dataclass_params__"}


def test_a_class_with_more_than_fields_is_written_at_once():
    class Given:
        at: InitVar[int]
        all_of_them: ClassVar[int] = 0

    class Compared:
        at: int

        def __eq__(self, other):
            return True

        __hash__ = None

    for kind in (Given, Compared, type("Bare", (), {}), type("Child", (Below,), {"__annotations__": {"x": int}})):
        frozen = issubclass(kind, Below)
        assert unwritten(values.dataclass(frozen=frozen)(kind)) == set()


def test_a_wrong_class_is_told_when_it_is_asked():
    wrong = values.dataclass(slots=True)(type("Wrong", (), {"__annotations__": {"x": list}, "x": []}))
    with pytest.raises(ValueError, match="mutable default"):
        wrong()
