"""A slug, a name, a text or a reason that is markup is shown as it was typed, wherever the window shows it."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTextBrowser, QWidget

from desk.checks.check import Item
from desk.text.spans import Span
from ui.work import decisions, operations

MARKUP = '<img src="/etc/no-such-picture.png"><b>bold</b>&lt;i&gt;'
TEXT = f"{MARKUP} opens\n\nBy {MARKUP}\n\nThe the {MARKUP} said Mayor Ines Duarte. Mayor Inez Duarte spoke.\n"


def tips(window):
    """Yield every tool tip of widgets and models, with who has it."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield widget, widget.toolTip()
    for view in window.findChildren(QAbstractItemView):
        if view.model() is not None:
            for index in indexes(view.model(), QModelIndex()):
                yield view, index.data(Qt.ItemDataRole.ToolTipRole) or ""


def indexes(model: QAbstractItemModel, parent: QModelIndex):
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from indexes(model, index)


def shown(tip):
    """Return what Qt shows of a tool tip."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if "<" in tip or "&" in tip else tip


@pytest.fixture
def hostile(open_window, quiet):
    window = open_window()
    operations.change_settings(window.hub, {"user_name": MARKUP})
    operations.open_text(window.hub, TEXT, MARKUP)
    quiet(window)
    story = window.hub.story
    operations.describe(window.hub, story.id, section=MARKUP)
    operations.comment(window.hub, story.id, story.text, Span(0, 4), MARKUP)
    doubled = next(f for f in window.hub.board.runs_of(story.text)[Item.STYLE].findings)
    decisions.waive(window.hub, story.id, doubled, MARKUP)
    quiet(window)
    return window


def test_no_text_is_read_as_markup_anywhere(hostile, quiet, qtbot):
    frame = hostile.parts.window
    for page in (lambda: None, hostile.verbs.review.toggle):
        page()
        quiet(hostile)
        for widget, tip in tips(frame):
            assert "<img" not in tip, (widget.objectName(), tip)
            assert "￼" not in shown(tip), (widget.objectName(), tip)
        for one in frame.findChildren(QLabel):
            assert one.textFormat() == Qt.TextFormat.PlainText or not one.text(), (one.objectName(), one.text())
        for one in frame.findChildren(QTextBrowser):
            assert "<img" not in one.toHtml()
    assert any("bold" in shown(tip) for _, tip in tips(frame))
