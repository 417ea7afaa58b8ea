"""Many rows in one test: all of them run, and each that fails is named."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps

import pytest
from pytest_timeout import PYTEST_FAILURE_MESSAGE

_FAILED = (Exception, pytest.fail.Exception)
_LIMIT = PYTEST_FAILURE_MESSAGE.partition("%")[0]
"""How the end of a test by its time limit begins: it ends the rows as well, for no limit holds after it."""


def rows(names: str | Sequence[str], values: Iterable[object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that runs a test once for each of the values, written as `pytest.mark.parametrize` would be.

    A row that fails is a subtest that fails, whatever became of the others. A test of its own for each row costs 2.6 ms
    of the processor beside its work: three processes collect it, and one reports it to another. The rows share all
    fixtures: a test that changes what a fixture made needs `parametrize`. A row that skips fails: nobody would see it.
    """
    called = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    table = [dict(zip(called, value if len(called) > 1 else (value,), strict=True)) for value in values]
    assert table, "a table without rows proves nothing"

    def of(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def run(subtests, **shared):
            __tracebackhide__ = True
            for row in table:
                try:
                    test(**row, **shared)
                except _FAILED as error:
                    if str(error).startswith(_LIMIT):
                        raise
                    with subtests.test(**row):
                        raise
                except pytest.skip.Exception as skipped:
                    with subtests.test(**row):
                        pytest.fail(f"a row cannot be skipped: {skipped}")

        asked = list(inspect.signature(test).parameters.values())
        shared = [one for one in asked if one.name not in called]
        assert len(asked) - len(shared) == len(called), f"{test.__name__} does not take all of {called}"
        run.__signature__ = inspect.Signature([_SUBTESTS, *shared])
        return run

    return of


_SUBTESTS = inspect.Parameter("subtests", inspect.Parameter.POSITIONAL_OR_KEYWORD)
