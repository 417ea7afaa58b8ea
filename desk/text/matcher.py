"""Patterns that are compiled when they are first matched: the checks have 500, of which one story needs a third."""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def matcher(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does; it is compiled, which takes 0.2 ms, where it is first matched.

    A wrong pattern raises `re.error` then (a test compiles all of them). `re.sub` and its like take none of these.
    """
    return cast("re.Pattern[str]", _Matcher(pattern, flags))


class _Matcher:
    """A pattern; once it has matched, its methods are those of the compiled one, so that it costs no more."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # nobody who copies or pickles it means the compiled one
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)
