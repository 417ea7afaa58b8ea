"""What an editor says of two figures holds for the whole story."""

import pytest

from desk.checking.copy_map import copy_map
from desk.checking.runner import ReadingCache, run_check
from desk.checks.check import Severity
from desk.checks.figures.check import FiguresCheck
from desk.checks.figures.ledger import figure_ledger
from desk.checks.figures.mend import unified
from desk.checks.house import Brief, NameAnswer, Verdict

STORM = (
    "Storm leaves 4,000 homes without power\n\n"
    "A storm on Monday left 400 homes in the valley without power, and crews from three towns came.\n\n"
    "Nobody was hurt, the mayor said, and the road to the mill would be shut for a day.\n"
)
AGES = "Ana Kovac, 34, won the race. Nobody else came near.\n\nKovac, 43, had trained for a year."
MATCH = "Aldane beat Brookton 3-1 on Saturday.\n\nThe 3-2 win over Brookton put Aldane in second place."
FAIR = "The fair opens on Saturday, July 11.\n\nTickets for Friday, July 11, are sold out."
TABLE = "The board bought boats.\n\nThe town has 12 boats.\n\nNobody else has any.\n\nIts keeper sails 21 boats."


def found(text, *answers):
    run = run_check(FiguresCheck(), copy_map(text, "text"), Brief(figure_answers=answers), ReadingCache())
    assert not run.unchecked
    return run.findings


def pair_of(text):
    (finding,) = found(text)
    return finding.pair


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (STORM, ("4,000 homes", "400 homes")),
        (AGES, ("Kovac, 34", "Kovac, 43")),
        (MATCH, ("3-1 result", "3-2 result")),
        (FAIR, ("Friday, July 11", "Saturday, July 11")),
    ],
)
def test_what_was_said_to_be_two_or_as_quoted_is_not_asked_again(text, pair):
    assert pair_of(text) == pair
    for verdict in (Verdict.DIFFERENT, Verdict.AS_QUOTED):
        assert not found(text, NameAnswer(*pair, verdict))
        assert not found(f"{text}\n\nThe sea was calm.", NameAnswer(*reversed(pair), verdict))


@pytest.mark.parametrize("text", [STORM, AGES, MATCH, FAIR])
def test_what_was_said_to_be_one_is_an_error_wherever_it_departs(text):
    pair = pair_of(text)
    for keep, drop in (pair, pair[::-1]):
        (finding,) = found(text, NameAnswer(keep, drop, Verdict.SAME))
        assert finding.severity is Severity.ERROR
        assert f"{drop} here" in finding.message
        mended = text.replace(finding.quote, finding.suggestions[0])
        assert not found(mended, NameAnswer(keep, drop, Verdict.SAME))


def test_two_figures_that_nothing_else_speaks_against_are_told_once_they_were_said_to_be_one():
    assert not found(TABLE)
    (finding,) = found(TABLE, NameAnswer("12 boats", "21 boats", Verdict.SAME))
    assert (finding.quote, finding.suggestions) == ("21", ("12",))
    assert not found(TABLE.replace("12", "13"), NameAnswer("12 boats", "21 boats", Verdict.SAME))


def test_an_answer_knows_a_figure_in_words_and_leaves_others_open():
    text = "Nine hurt in crash\n\nSeven people were injured on Monday when a train hit a truck in Aldane."
    pair = pair_of(text)
    assert not found(text.replace("Nine", "9"), NameAnswer(*pair, Verdict.DIFFERENT))
    assert found(text.replace("Nine", "Eight"), NameAnswer(*pair, Verdict.DIFFERENT))


def ledger(text, *answers):
    return figure_ledger(copy_map(text, "text"), found(text, *answers), answers)


def test_the_ledger_tells_what_is_asked_and_what_was_said():
    said = NameAnswer("400 homes", "4,000 homes", Verdict.DIFFERENT)
    asked = [entry for entry in ledger(STORM) if entry.doubts]
    assert [(entry.form, entry.doubts[0].pair) for entry in asked] == [
        ("4,000 homes", ("4,000 homes", "400 homes")),
        ("400 homes", ("4,000 homes", "400 homes")),
    ]
    answered = [entry for entry in ledger(STORM, said) if entry.answers]
    assert [(entry.form, entry.answers, entry.doubtful) for entry in answered] == [
        ("4,000 homes", (said,), False),
        ("400 homes", (said,), False),
    ]


@pytest.mark.parametrize("text", [STORM, AGES, MATCH, FAIR])
def test_one_figure_is_written_alike_wherever_it_was_compared(text):
    pair = pair_of(text)
    for keep, drop in (pair, pair[::-1]):
        answer = NameAnswer(keep, drop, Verdict.SAME)
        remedy = unified(text, ledger(text), answer)
        (edit,) = remedy.edits
        assert remedy.title == f"Change “{drop}” to “{keep}” in 1 place"
        assert not found(text[: edit.span.start] + edit.text + text[edit.span.end :], answer)


def test_forms_read_as_people_say_them():
    text = "The board paid $2.5m for 12 ferries, 5% of it for one boat, a 20-year lease and a rise of 2 points."
    assert [entry.form for entry in ledger(text)] == [
        "$2.5 million",
        "12 ferries",
        "5%",
        "1",
        "20-year",
        "2 points",
    ]
