"""The card of the finding in hand: what it tells of the rule, and the whole rule called no error."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desk.checking.checklist import Judged
from desk.checks.check import Explanation, Item
from desk.story import Scope
from ui.checklist.card import Card

TEXT = "The mayor wants to reign in spending."


@pytest.fixture
def card(qtbot):
    made = Card()
    made.resize(340, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def words(card):
    return [one.text() for one in card.findChildren(QLabel)]


def test_a_rule_is_explained_with_the_house_note_first(card, found):
    finding = found(TEXT, "reign", Item.GRAMMAR, "grammar.COPYDESK_SOUNDALIKE", "rein")
    told = Explanation("one word for another", "Both are words.", "They reign in.", "They rein in.", "See page 12.")
    card.show_finding(Judged(finding), TEXT, (1, 1), None, told)
    said = words(card)
    assert "One word for another. Both are words." in said
    assert "Not: They reign in.\nBut: They rein in." in said
    assert said.index("House note: See page 12.") < said.index("One word for another. Both are words.")


def test_without_an_explanation_the_message_stands_alone(card, found):
    finding = found(TEXT, "reign", Item.GRAMMAR, "grammar.UNKNOWN")
    card.show_finding(Judged(finding), TEXT, (1, 1), None)
    assert not [text for text in words(card) if text.startswith(("Not:", "House note"))]


def test_a_long_rule_id_does_not_widen_the_card(card, found):
    finding = found(TEXT, "reign", Item.GRAMMAR, f"grammar.{'VERY_LONG_RULE_' * 8}")
    card.show_finding(Judged(finding), TEXT, (1, 1), None)
    assert card.minimumSizeHint().width() <= 340


def test_not_an_error_reaches_the_whole_rule(card, found, qtbot):
    card.show_finding(Judged(found(TEXT, "reign", Item.GRAMMAR, "grammar.X")), TEXT, (1, 1), None)
    menu = next(b.menu() for b in card.findChildren(QPushButton) if b.text() == "Not an error")
    this_rule = next(action for action in menu.actions() if action.text() == "This rule, on this desk")
    with qtbot.waitSignal(card.quiet_rule_wanted) as asked:
        this_rule.trigger()
    assert asked.args == [Scope.DESK]
