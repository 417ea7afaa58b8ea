"""The decorator `rows`: what it must not lose is a row."""

import contextlib
import inspect

import pytest
from pytest_timeout import PYTEST_FAILURE_MESSAGE

from tests.rows import rows


class Subtests:
    """Writes down the rows that failed, as pytest's own would report them."""

    def __init__(self):
        self.failed = []

    @contextlib.contextmanager
    def test(self, **row):
        try:
            yield
        except (AssertionError, ValueError, pytest.fail.Exception) as error:
            self.failed.append((row, str(error).split("\n")[0]))


def _weighed(told, text, weight):
    told.append(text)
    if weight == "heavy":
        raise ValueError("too heavy")
    if weight == "none":
        pytest.fail("nothing on the scales")
    assert weight == "light", "not light"


def test_all_rows_run_and_each_that_fails_is_named():
    ways = [("a", "light"), ("b", "heavy"), ("c", "dark"), ("d", "light"), ("e", "none")]
    subtests, told = Subtests(), []
    rows("text, weight", ways)(_weighed)(subtests, told=told)
    assert told == ["a", "b", "c", "d", "e"]
    assert subtests.failed == [
        ({"text": "b", "weight": "heavy"}, "too heavy"),
        ({"text": "c", "weight": "dark"}, "not light"),
        ({"text": "e", "weight": "none"}, "nothing on the scales"),
    ]


def test_a_row_that_skips_is_refused_and_the_rows_behind_it_run():
    subtests, told = Subtests(), []

    def skipping(text, told):
        told.append(text)
        if text == "a":
            pytest.skip("no scales here")

    rows("text", ["a", "b"])(skipping)(subtests, told=told)
    assert told == ["a", "b"]
    assert subtests.failed == [({"text": "a"}, "a row cannot be skipped: no scales here")]


def test_the_time_limit_ends_the_rows_as_it_ends_any_test():
    subtests, told = Subtests(), []

    def hangs(text):
        told.append(text)
        pytest.fail(PYTEST_FAILURE_MESSAGE % 300.0)

    with pytest.raises(pytest.fail.Exception, match="Timeout"):
        rows("text", ["a", "b"])(hangs)(subtests)
    assert (told, subtests.failed) == (["a"], [])


def test_a_test_asks_for_what_its_rows_share_and_keeps_its_name():
    made = rows(("text", "weight"), [("a", "light")])(_weighed)
    assert (made.__name__, list(inspect.signature(made).parameters)) == ("_weighed", ["subtests", "told"])


def test_a_table_that_proves_nothing_is_refused():
    with pytest.raises(AssertionError, match="a table without rows"):
        rows("text", [])
    with pytest.raises(AssertionError, match="does not take all of"):
        rows("words", ["a"])(_weighed)
    with pytest.raises(ValueError, match="zip"):
        rows("text, weight", [("a",)])
