"""Leaves out what an imported library brings for those of its uses that are not ours, until it is asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def left_out(*packages: str) -> Iterator[None]:
    """Import something without these packages: each is loaded when the first of its names is asked for.

    What is loaded already stays. Python's own lazy loader loads a module as soon as a second one imports it.
    """
    promised = [_Promised(package) for package in packages if package not in sys.modules]
    sys.modules.update({package.__name__: package for package in promised})
    try:
        yield
    finally:
        for package in promised:
            package.give_way()


class _Promised(ModuleType):
    """Stands where a package will be; another thread that imports it meanwhile has it all the same."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__path__":  # asked by whoever looks through all modules
            raise AttributeError(name)
        self.give_way()
        return getattr(import_module(self.__name__), name)

    def give_way(self) -> None:
        """Stand no longer where the next import finds it."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
