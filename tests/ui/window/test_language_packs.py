"""The pack of a language is installed from where a passage in it is unchecked, and from the dialog of the engine."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desk.at_login import LOST
from desk.checking.checklist import ItemState, Judged, Line
from desk.checks.check import Item
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.foreign_passages import ForeignPassage, unchecked
from desk.errors import KnownError
from desk.services.examiner import Examiner
from ui.dialogs.engine import EngineDialog
from ui.verbs.problems import NO_REMEDY, no_remedy

NOTE = unchecked(ForeignPassage(0, 5, "German", "paragraph"), with_packs=True).message
NO_PACK = unchecked(ForeignPassage(0, 5, "Polish", "paragraph"), with_packs=True).message


@pytest.fixture
def install(monkeypatch):
    """Note which packs are asked for; the first of them finds no network."""
    asked = []

    def install_language(self, word, source, progress, cancelled):
        progress(1, 2, "half")
        asked.append(word)
        if len(asked) == 1:
            raise KnownError("There is no connection to Maven Central.")

    monkeypatch.setattr(GrammarEngine, "install_language", install_language)
    return asked


def offered(card):
    return [one for one in card.findChildren(QPushButton) if one.text().startswith("Install") and one.isVisible()]


def words(card):
    return [one.text() for one in offered(card)]


def test_a_passage_that_is_unchecked_offers_the_pack_of_its_language(window, dialog, quiet, install, found, qtbot):
    card = window.parts.checklist.card
    finding = replace(found("Hafen", "Hafen", Item.GRAMMAR, "grammar.OTHER_LANGUAGE"), message=NOTE)
    card.show_finding(Judged(finding), "Hafen", (1, 1), None)
    qtbot.waitUntil(lambda: words(card) == ["Install the German pack…"])
    (one,) = offered(card)
    assert one.text() in no_remedy(finding)
    QTest.keyClick(one, Qt.Key.Key_Space)
    made = dialog(EngineDialog)
    quiet(window)
    assert (install, made.status.text()) == (["German"], "There is no connection to Maven Central.")
    made.install_pack("German")
    quiet(window)
    assert made.status.text() == "The German pack is installed. Stories are checked from now on."
    made.reject()


def test_a_story_in_another_language_offers_its_pack_and_not_the_engine(window, qtbot):
    card, reason = window.parts.checklist.card, NOTE.removeprefix("Unchecked: ")
    card.show_reason(Line(Item.GRAMMAR, ItemState.UNCHECKED, reason=reason))
    qtbot.waitUntil(lambda: words(card) == ["Install the German pack…"])
    card.show_reason(Line(Item.GRAMMAR, ItemState.UNCHECKED, reason="The grammar engine is not installed."))
    qtbot.waitUntil(lambda: words(card) == ["Install the grammar engine…"])


def test_a_language_without_a_pack_offers_none(window, found, qtbot):
    card = window.parts.checklist.card
    finding = replace(found("Port", "Port", Item.GRAMMAR, "grammar.OTHER_LANGUAGE"), message=NO_PACK)
    card.show_finding(Judged(finding), "Port", (1, 1), None)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in card.findChildren(QPushButton)))
    assert offered(card) == []
    assert no_remedy(finding) == NO_REMEDY


def test_the_dialog_of_the_engine_offers_missing_packs_and_tells_of_its_start_at_login(
    window, dialog, quiet, monkeypatch, qtbot
):
    status = replace(GrammarEngine().status(), complete=True, packs_lacking=("French",))
    monkeypatch.setattr(GrammarEngine, "status", lambda *_: status)
    monkeypatch.setattr(Examiner, "at_login_problem", LOST)
    window.actions["engine"].trigger()
    made = dialog(EngineDialog)
    quiet(window)
    qtbot.waitUntil(lambda: [one.text() for one in made.packs if one.isVisible()] == ["Install French"])
    assert made.status.text().endswith(f"\n\n{LOST}")
    made.reject()
