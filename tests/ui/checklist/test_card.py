"""The card of the finding in hand: what it tells of the rule, and the whole rule called no error."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeView

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checking.runner import NO_WORDS
from desk.checks.ads.moves import MARK_COPY, MARK_FURNITURE, MARK_PAID
from desk.checks.check import Edit, Evidence, Explanation, Item, Remedy
from desk.story import Scope
from desk.text.spans import Span
from ui.checklist.card import Card
from ui.checklist.card_split import CardSplit

TEXT = "The mayor wants to reign in spending."


@pytest.fixture
def card(qtbot):
    made = Card()
    made.resize(340, 300)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def split(qtbot):
    """Checklist and card in a low pane."""
    made = CardSplit(QTreeView(), Card())
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


def test_of_a_story_without_words_the_reason_is_said_and_no_engine_is_offered(card):
    line = Line(Item.GRAMMAR, ItemState.UNCHECKED, reason=NO_WORDS)
    card.show_nothing([line])
    assert words(card)[-1] == NO_WORDS
    card.show_reason(line)
    assert {"Grammar: not checked", NO_WORDS} <= set(words(card))
    assert not card.findChildren(QPushButton)


def seen(card):
    QApplication.processEvents()
    return [one for one in card.findChildren(QLabel) if one.isVisible()]


def test_a_card_that_says_the_same_again_is_left_as_it_is(card, found):
    without_words = Line(Item.GRAMMAR, ItemState.UNCHECKED, reason=NO_WORDS)
    for show, one, other in (
        (card.show_nothing, [Line(Item.GRAMMAR, ItemState.PASSED)], [without_words]),
        (card.show_reason, replace(without_words, reason="It is not installed."), without_words),
    ):
        show(one)
        before = seen(card)
        show(one)
        assert seen(card) == before
        show(other)
        assert not set(seen(card)) & set(before)
        card.show_finding(Judged(found(TEXT, "reign", Item.STYLE, "style.x")), TEXT, (1, 1), None)
        show(other)
        assert NO_WORDS in [label.text() for label in seen(card)]


def test_a_long_rule_id_does_not_widen_the_card(card, found):
    finding = found(TEXT, "reign", Item.GRAMMAR, f"grammar.{'VERY_LONG_RULE_' * 8}")
    card.show_finding(Judged(finding), TEXT, (1, 1), None)
    assert card.minimumSizeHint().width() <= 340


def test_not_an_error_reaches_the_whole_rule(card, found, qtbot):
    card.show_finding(Judged(found(TEXT, "reign", Item.GRAMMAR, "grammar.X")), TEXT, (1, 1), None)
    menu = next(b.menu() for b in card.findChildren(QPushButton) if b.text() == "Not an error")
    this_rule = next(action for action in menu.actions() if action.text().startswith("This rule, on this desk\t"))
    with qtbot.waitSignal(card.quiet_rule_wanted) as asked:
        this_rule.trigger()
    assert asked.args == [Scope.DESK]


STORY = "Mayor Ada Holm and her deputy Bo Holm spoke, and Holme left.\n\nLater Holm came back & Holm sat down."


@pytest.fixture
def shown(card, found):
    """The card with a finding on “Holme” whose evidence names one place twice, and the finding's own."""
    own = STORY.index("Holme")
    spans = [Span(at.start(), at.end()) for at in re.finditer(r"Holm\b", STORY)]
    evidence = (*(Evidence(span) for span in spans), Evidence(spans[0]), Evidence(Span(own, own + 5)))
    finding = replace(found(STORY, "Holme", Item.NAMES, "names.near-variant", "Holm"), evidence=evidence)
    card.show_finding(Judged(finding), STORY, (1, 2), None)
    return finding, spans


def links(card):
    return [b for b in card.findChildren(QPushButton) if b.property("link") and b.text()]


def test_each_place_of_the_evidence_is_one_link_with_the_words_around_it(card, shown, qtbot):
    _, spans = shown
    texts = [link.text() for link in links(card)]
    assert len(texts) == len(set(texts)) == len(spans)
    assert all("Holm" in text and not text.strip("… ").isdigit() for text in texts)
    assert any("Bo Holm spoke" in text for text in texts)
    assert any("back && Holm" in text for text in texts)
    for link, span in zip(links(card), spans, strict=True):
        with qtbot.waitSignal(card.place_wanted) as went:
            link.click()
        assert went.args == [span]


def test_the_rule_stands_in_the_tool_tip_alone(card, shown):
    finding, _ = shown
    assert not [text for text in words(card) if finding.rule in text]
    tips = [one.toolTip() for one in card.findChildren(QLabel)]
    assert any(finding.rule in tip for tip in tips)


def test_remedies_stay_in_view_however_much_there_is_to_read(card, found, qtbot):
    told = Explanation(
        "one word for another", "Both are words. " * 40, "They reign in.", "They rein in.", "See page 12."
    )
    finding = found(TEXT, "reign", Item.GRAMMAR, "grammar.COPYDESK_SOUNDALIKE", "rein")
    card.show_finding(Judged(finding), TEXT, (1, 1), None, told)
    wanted = ("Change to “rein”", "Waive…", "Not an error")
    buttons = [b for b in card.findChildren(QPushButton) if b.accessibleName() in wanted]
    assert len(buttons) == len(wanted)
    qtbot.waitUntil(lambda: card.told.verticalScrollBar().maximum() > 0)
    for button in buttons:
        assert button.isVisible()
        assert card.rect().contains(button.geometry())
    assert card.minimumSizeHint().height() <= 300


def test_why_a_finding_was_waived_stands_above_what_is_told_of_its_rule(card, found):
    finding = found(TEXT, "reign", Item.GRAMMAR, "grammar.X", "rein")
    waived = Judged(finding, Standing.WAIVED, reason="Checked with the mayor")
    card.show_finding(waived, TEXT, (0, 0), None, Explanation("one word for another", "Both are words. " * 40))
    (at,) = (nth for nth, said in enumerate(words(card)) if "Checked with the mayor" in said)
    assert "Both are words." in words(card)[at + 1]


def test_long_notes_do_not_push_words_out_of_the_card_and_kinds_are_told_apart(card, found, qtbot):
    finding = replace(
        found(TEXT, "spending", Item.ADS, "ads.leftover"),
        message="These two lines look left over, and no part of the story: they lead to other stories.",
        evidence=(Evidence(Span(0, 9), "leads to other stories; stands after the end of the story, in a box"),),
        remedies=(Remedy("Take them out", (Edit(Span(0, 3), ""),)), MARK_COPY, MARK_FURNITURE, MARK_PAID),
    )
    card.resize(300, 300)
    card.show_finding(Judged(finding), TEXT, (1, 1), None)
    qtbot.waitUntil(lambda: card.told.widget().width() <= card.told.viewport().width())
    marks = next(b for b in card.findChildren(QPushButton) if b.text() == "Mark as…")
    assert [entry.text().partition("\t")[0] for entry in marks.menu().actions()] == [
        "Mark as copy",
        "Mark as furniture",
        "Mark as advertising",
    ]
    with qtbot.waitSignal(card.remedy_wanted) as asked:
        marks.menu().actions()[1].trigger()
    assert asked.args == [finding, MARK_FURNITURE]


def test_an_empty_card_in_a_low_pane_keeps_the_room_of_its_words_alone(split, found, qtbot):
    def gives_way():
        return split.sizes()[0] > 3 * split.sizes()[1]

    card = split.widget(1)
    qtbot.waitUntil(gives_way)
    shown = card.findChild(QLabel)
    assert shown.mapTo(card, shown.rect().bottomLeft()).y() < card.height()
    card.show_finding(Judged(found(TEXT, "reign", Item.GRAMMAR, "grammar.X", "rein")), TEXT, (1, 1), None)
    qtbot.waitUntil(lambda: split.sizes()[0] < 2 * split.sizes()[1])
    split.setSizes([100, 200])
    card.show_nothing(())
    qtbot.waitUntil(gives_way)
    card.show_finding(Judged(found(TEXT, "reign", Item.GRAMMAR, "grammar.X", "rein")), TEXT, (1, 1), None)
    qtbot.waitUntil(lambda: abs(split.sizes()[0] - 100) < 8)  # where somebody put the edge
    card.show_nothing(())
    qtbot.waitUntil(gives_way)
    split.resize(340, 700)
    assert split.sizes()[0] < 2 * split.sizes()[1], "nothing moves under the mouse where there is room"
    for height in (300, 250):
        split.resize(340, height)
        qtbot.waitUntil(gives_way)
        assert abs(split.handle(1).geometry().center().y() - split.sizes()[0]) < 4, "the edge stands between the two"


def test_an_item_that_was_not_checked_keeps_its_reason_and_its_button_in_a_low_pane(split, qtbot):
    split.widget(1).show_reason(Line("grammar", ItemState.UNCHECKED, reason="LanguageTool is not installed. " * 3))
    (button,) = split.widget(1).findChildren(QPushButton)
    qtbot.waitUntil(lambda: button.mapTo(split, button.rect().bottomLeft()).y() < split.height())
    assert split.widget(1).told.verticalScrollBar().maximum() == 0
