"""One patience and one sentence, whoever waits for the grammar engine: window, page of the review, terminal."""

import pytest

from desk.checking.unheard import PATIENCE, is_unheard, unheard
from desk.checks.house import Brief
from desk.commands.check_one_file import CheckCall
from desk.commands.patience import AGAIN
from ui.open_story.checker import SHOW_CHECKING_AFTER, SILENT_AFTER, UNHEARD


def test_everybody_waits_as_long_and_says_the_same():
    assert CheckCall((), Brief()).wait == PATIENCE
    assert SILENT_AFTER + SHOW_CHECKING_AFTER / 1000 == PATIENCE, "the last look in the window is not past it"
    in_the_window, in_the_terminal = UNHEARD.unchecked, unheard(then=AGAIN)
    assert in_the_window.split(".")[0] == in_the_terminal.split(".")[0]


@pytest.mark.parametrize(("seconds", "words"), [(10.0, "10 seconds"), (1.0, "1 second"), (0.1, "0.1 seconds")])
def test_the_seconds_are_those_that_were_waited(seconds, words):
    assert f"has not answered for {words};" in unheard(seconds, then=AGAIN)


def test_a_reason_of_that_kind_is_known_again_and_no_other():
    assert is_unheard(UNHEARD.unchecked)
    assert is_unheard("The grammar engine has not answered for 10 seconds. It is asked on, …"), (
        "as versions before said"
    )
    assert not is_unheard("The grammar engine is not installed.")
