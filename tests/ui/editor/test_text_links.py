"""Links of the text under the editor's hands: they follow their words, and undo brings them back with these."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.text.links import TextLink
from desk.text.spans import Span

ADDRESS = "https://harbour.test/"


@pytest.fixture
def linked(pane, story):
    """The pane with a link on the words “harbour office”."""
    at = story.index("harbour office")
    pane.set_text(story, links=(TextLink(Span(at, at + 14), ADDRESS),))
    return pane


def links(pane):
    return [(link.span.of(pane.text()), link.address) for link in pane.draft().links]


def select(pane, words):
    at = pane.text().index(words)
    pane.edit.select(Span(at, at + len(words)))


def test_a_link_follows_its_words(linked):
    linked.edit.select(Span(0, 0))
    QTest.keyClicks(linked.edit, "New: ")
    select(linked, "office")
    QTest.keyClicks(linked.edit, "board")
    assert links(linked) == [("harbour board", ADDRESS)]


def test_words_that_come_back_lead_where_they_led(linked):
    select(linked, "The the harbour office said")
    QTest.keyClick(linked.edit, Qt.Key.Key_Delete)
    assert links(linked) == []
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    linked.redo()
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]


def test_a_link_is_set_and_removed_as_one_step_each_in_the_order_they_were_made(linked):
    select(linked, "Captain Lew Marrin")
    linked.links.set("https://marrin.test/")
    QTest.keyClicks(linked.edit, "M")
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS), ("Captain Lew Marrin", "https://marrin.test/")]
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    before = linked.revision()
    select(linked, "harbour")
    linked.links.remove()
    assert (links(linked), linked.revision() > before) == ([], True)
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    assert linked.revision() > before + 1


def test_where_nothing_is_selected_the_link_at_the_cursor_is_meant(linked, story):
    at = story.index("office")
    linked.edit.select(Span(at, at))
    assert linked.links.meant() == TextLink(Span(at - 8, at + 6), ADDRESS)
    linked.links.set("https://other.test/")
    assert links(linked) == [("harbour office", "https://other.test/")]
    linked.links.remove()
    assert linked.links.meant() is None


def test_a_text_that_may_not_be_changed_keeps_its_links(linked):
    linked.set_read_only("Another window has it.")
    select(linked, "harbour")
    linked.links.set("https://other.test/")
    linked.links.remove()
    assert links(linked) == [("harbour office", ADDRESS)]
