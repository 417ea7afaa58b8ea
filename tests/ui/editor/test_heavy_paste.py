"""Long pastes that are read elsewhere: put in where they belong, whatever is typed meanwhile."""

import pytest
from PySide6.QtCore import QMimeData

from desk.readers.clipboard import clip_of
from desk.text.spans import Span

PAGE = "<h2>Weather</h2>" + "<p>Rain fell.</p>" * 1500


def data(html):
    offered = QMimeData()
    offered.setHtml(html)
    return offered


@pytest.fixture
def asked(pane):
    """What the pane asks to be read elsewhere."""
    pastes = []
    pane.edit.heavily_pasted.connect(pastes.append)
    return pastes


def test_what_is_short_is_put_in_at_once(pane, asked):
    pane.set_text("One. Two.")
    pane.edit.select(Span(4, 4))
    pane.edit.insertFromMimeData(data("<p>And so on</p>"))
    assert asked == []
    assert "And so on" in pane.text()


def test_a_long_one_stands_where_it_was_pasted_and_what_was_typed_meanwhile_behind_it(pane, asked):
    pane.set_text("Before.\n\nAfter.")
    pane.edit.select(Span(7, 7))
    pane.edit.insertFromMimeData(data(PAGE))
    (paste,) = asked
    assert pane.text() == "Before.\n\nAfter."
    pane.edit.insertPlainText(" Typed.")
    pane.edit.select(Span(0, 0))
    pane.edit.insertPlainText("First. ")
    clip = clip_of(paste.html, paste.plain)
    pane.edit.put_in_heavy(paste, clip)
    before, behind = pane.text().split(clip.text)
    assert (before.strip(), behind.strip()) == ("First. Before.", "Typed.\n\nAfter.")
    pane.edit.undo()
    assert pane.text() == "First. Before. Typed.\n\nAfter."


def test_a_long_one_for_another_text_is_dropped(pane, asked):
    pane.set_text("One.")
    pane.edit.insertFromMimeData(data(PAGE))
    pane.set_text("Another.")
    (paste,) = asked
    pane.edit.put_in_heavy(paste, clip_of(paste.html, paste.plain))
    assert pane.text() == "Another."
