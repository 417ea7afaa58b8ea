"""What is known of the open story on the main thread: findings in the order of their remedies."""

from dataclasses import replace

import pytest

from desk.checking.runner import ItemRun
from desk.checking.trying import RemedyOrder
from desk.checks.check import Item, replacements
from desk.story import Verdicts
from ui.open_story.current_finding import CurrentFinding
from ui.work.board import Board

TEXT = "The bote was shut, and the bridg was open."
MEANT = {"bote": ("boats", "boat"), "bridg": ("bridges", "bridge")}


@pytest.fixture
def findings(found):
    made = [found(TEXT, words, Item.GRAMMAR, "grammar.TEST") for words in MEANT]
    return [replace(f, suggestions=MEANT[f.quote], remedies=replacements(f.span, MEANT[f.quote])) for f in made]


@pytest.fixture
def board(findings, qapp):
    made = Board()
    made.open(TEXT, {}, Verdicts())
    made.accept({Item.GRAMMAR: ItemRun(Item.GRAMMAR, tuple(findings))}, TEXT)
    return made


def tried(finding, *suggestions):
    titles = tuple(remedy.title for remedy in replacements(finding.span, suggestions))
    return {finding.fingerprint: RemedyOrder(titles, suggestions)}


def shown(board):
    return [judged.finding.suggestions for judged in board.judged]


def test_remedies_that_were_tried_change_their_order_and_keep_it_with_the_next_check(board, findings):
    board.order({**tried(findings[0], "boat", "boats"), **tried(findings[1])})
    assert shown(board) == [("boat", "boats"), ()]
    board.accept({Item.GRAMMAR: ItemRun(Item.GRAMMAR, tuple(findings))}, TEXT)
    assert shown(board) == [("boat", "boats"), ()]
    board.accept({Item.GRAMMAR: ItemRun(Item.GRAMMAR, tuple(findings))}, TEXT, f"So {TEXT}")
    assert [judged.finding.remedies[0].edits[0].text for judged in board.judged[:1]] == ["boat"]
    assert board.judged[0].finding.remedies[0].edits[0].span == findings[0].span.shifted(3)
    board.open(TEXT, {Item.GRAMMAR: ItemRun(Item.GRAMMAR, tuple(findings))}, Verdicts())
    assert shown(board) == list(MEANT.values()), "of another story nothing is known"


def test_a_run_is_kept_as_the_check_made_it(board, findings):
    board.order(tried(findings[0], "boat", "boats"))
    assert board.runs_of(TEXT)[Item.GRAMMAR].findings == tuple(findings)


def test_remedies_never_change_under_the_key(board, findings):
    current, seen = CurrentFinding(board), []
    current.chosen.connect(seen.append)
    current.choose(findings[0])
    board.order({**tried(findings[0], "boat", "boats"), **tried(findings[1], "bridge", "bridges")})
    assert shown(board) == [("boats", "boat"), ("bridge", "bridges")]
    assert current.current.finding.suggestions == ("boats", "boat")
    assert len(seen) == 1
    current.step(0)
    assert current.current.finding.suggestions == ("bridge", "bridges")
    current.step(0, back=True)
    assert current.current.finding.suggestions == ("boat", "boats")


def test_an_order_of_other_remedies_is_left_alone(board, findings):
    board.order(tried(findings[0], "boat", "coat"))
    assert shown(board) == list(MEANT.values())
