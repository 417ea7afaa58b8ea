"""The counting itself: a failure stops a run of every day and is counted with `--stress`, and the table stays whole."""

import pytest

from tests.stress.rows import ROWS
from tests.stress.tries import Tries, line, table


def test_a_failure_ends_a_run_of_every_day():
    with pytest.raises(AssertionError), Tries(stress=False, share=1.0).one("session"):
        raise AssertionError("lost")


def test_a_failure_under_stress_is_counted_and_the_next_try_knows():
    own = Tries(stress=True, share=1.0)
    with own.one("session", 3):
        raise AssertionError("lost")
    assert own.made[0].failure == "session, try 3: AssertionError: lost"
    assert own.one("session").before_failed


def test_stress_makes_a_share_of_the_tries_and_never_fewer_than_every_day():
    assert Tries(stress=True, share=0.5).amount("session") == 250
    assert Tries(stress=True, share=0.0).amount("session") == ROWS["session"].short


def test_rows_that_were_not_run_stay_as_they_were():
    before = line("window", 5, 0, (1.0,))
    assert table({"session": (3, 1, ())}, before).splitlines()[2:] == [line("session", 3, 1), before]
