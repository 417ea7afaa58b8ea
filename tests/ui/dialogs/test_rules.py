"""The dialog of the desk's grammar rules: proposals are answered by a person, and every choice is taken back there."""

from PySide6.QtWidgets import QLabel, QPushButton

from desk.checks.check import Finding, Item
from desk.text.spans import Span
from ui.dialogs.rules import RulesDialog


def waived(window, times):
    story = window.hub.story.id
    for place in range(times):
        finding = Finding(Item.GRAMMAR, "grammar.LOUD", Span(0, 7), "Harbour", "Wrong.", fingerprint=f"p{place}")
        window.hub.store(lambda desk, finding=finding: desk.decisions.waive(story, finding, "as said"))


def said(dialog):
    return [one.text() for one in dialog.findChildren(QLabel)]


def press(dialog, name):
    next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name).click()


def test_a_rule_is_lowered_by_a_person_and_comes_back(window, quiet, qtbot):
    waived(window, 9)
    quiet(window)
    dialog = RulesDialog(window.hub, window.frame)
    dialog.open()
    qtbot.waitUntil(lambda: "LOUD\nlet stand 9 of 9 times" in said(dialog))
    assert window.hub.desk.settings.grammar_low == ()
    press(dialog, "Lower: LOUD")
    qtbot.waitUntil(lambda: "LOUD\ntold as a hint" in said(dialog))
    assert window.hub.desk.settings.grammar_low == ("LOUD",)
    press(dialog, "Tell as before: LOUD")
    qtbot.waitUntil(lambda: "LOUD\nlet stand 9 of 9 times" in said(dialog))
    press(dialog, "Keep: LOUD")
    qtbot.waitUntil(lambda: "LOUD\nkept as it is" in said(dialog))
    quiet(window)
    dialog.accept()


def test_with_nothing_to_propose_it_says_so(window, quiet, qtbot):
    dialog = RulesDialog(window.hub, window.frame)
    dialog.open()
    qtbot.waitUntil(lambda: "Nothing: no rule is waved through often enough." in said(dialog))
    quiet(window)
    dialog.accept()


def test_the_menu_opens_it(window, quiet, dialog):
    window.actions["rules"].trigger()
    opened = dialog(RulesDialog)
    quiet(window)
    opened.accept()
