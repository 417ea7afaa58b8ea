"""The checks: one small room each, registered here and nowhere else, and imported when they are first asked for."""

from collections.abc import Callable, Iterator, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any

from desk.checks.check import Check, Item
from desk.errors import BugError

if TYPE_CHECKING:
    from desk.checks.grammar.check_grammar import Engine, GrammarCheck

OWN = (Item.NAMES, Item.FIGURES, Item.ADS, Item.STYLE, Item.STRUCTURE)
"""The items whose checks need nothing but Python; that of grammar needs an engine."""


def own_check(item: Item) -> Check[Any]:
    """Return a new check of one of the items of `OWN`."""
    if item is Item.NAMES:
        from desk.checks.names.check_names import NamesCheck

        return NamesCheck()
    if item is Item.FIGURES:
        from desk.checks.figures.check import FiguresCheck

        return FiguresCheck()
    if item is Item.ADS:
        from desk.checks.ads import AdsCheck

        return AdsCheck()
    if item is Item.STYLE:
        from desk.checks.style import StyleCheck

        return StyleCheck()
    if item is Item.STRUCTURE:
        from desk.checks.structure import StructureCheck

        return StructureCheck()
    raise BugError(f"no check of our own is called {item}")


def grammar_check(engine: "Engine") -> "GrammarCheck":
    """Return a new check of grammar, which asks this engine and leaves the names of a story in peace."""
    from desk.checks.grammar.check_grammar import GrammarCheck
    from desk.checks.names.known import known_names

    return GrammarCheck(engine, known_names)


class Checks(Mapping[Item, Check[Any]]):
    """The check of each item, made when it is first asked for; safe from any thread."""

    def __init__(self, engine: "Callable[[], Engine]") -> None:
        """`engine` returns the grammar engine; it is called when grammar is first asked for."""
        self._engine = engine
        self._made: dict[Item, Check[Any]] = {}
        self._grammar: GrammarCheck | None = None
        self._mutex = RLock()

    @property
    def grammar(self) -> "GrammarCheck":
        """Return the check of grammar, of which more is asked than of the others: its remedies are tried."""
        with self._mutex:
            if self._grammar is None:
                self._grammar = grammar_check(self._engine())
            return self._grammar

    def __getitem__(self, item: Item) -> Check[Any]:
        if item is Item.GRAMMAR:
            return self.grammar
        with self._mutex:
            if item not in self._made:
                self._made[item] = own_check(item)
            return self._made[item]

    def __iter__(self) -> Iterator[Item]:
        return iter(Item)

    def __len__(self) -> int:
        return len(Item)
