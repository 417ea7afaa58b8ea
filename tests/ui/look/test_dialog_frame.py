"""Dialogs are as large as what stands in them, whatever the size of the words and whenever it comes."""

import itertools

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.widgets import RestingScrollBar, button, row
from ui.work.lanes import nothing


@pytest.fixture
def dialog(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT)
    made = Dialog("Bridge", None, 520)
    qtbot.addWidget(made)
    return made


def test_wrapped_words_are_as_high_as_they_are_and_no_higher(dialog, qtbot):
    for words in ("The bridge is shut.", "It opens on Monday, says the port. " * 4, "Nobody was hurt."):
        dialog.say(words)
    dialog.answer("Close", dialog.accept)
    with qtbot.waitExposed(dialog):
        dialog.show()
    paragraphs = [one for one in dialog.findChildren(QLabel) if one.wordWrap()]
    assert [one.height() for one in paragraphs] == [one.heightForWidth(one.width()) for one in paragraphs]
    for above, below in itertools.pairwise(paragraphs):
        assert below.y() - above.geometry().bottom() - 1 == dialog.body.spacing()


def test_a_dialog_grows_with_what_comes_later(dialog, qtbot):
    dialog.answer("Close", dialog.accept)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.body.addLayout(row(*(button(f"Install language {nth}", nothing) for nth in range(6))))
    dialog.say("Passages in these languages are checked once their pack is there. " * 3)
    buttons = dialog.findChildren(QPushButton)
    qtbot.waitUntil(lambda: all(one.isVisible() and one.width() >= one.sizeHint().width() for one in buttons))
    qtbot.waitUntil(
        lambda: not any(bar.isVisible() for bar in dialog.findChildren(type(dialog._scroll.verticalScrollBar())))
    )


@pytest.mark.parametrize("percent", [150, 200])
def test_a_dialog_grows_with_the_words_of_the_window(qtbot, qapp, percent):
    theme.apply(qapp, theme.LIGHT)
    plain = Dialog("Bridge", None, 400)
    theme.apply(qapp, theme.LIGHT, percent)
    larger = Dialog("Bridge", None, 400)
    for one in (plain, larger):
        qtbot.addWidget(one)
    assert larger.minimumWidth() >= plain.minimumWidth() * percent / 100 * 0.9


@pytest.mark.parametrize(("most", "shows"), [(0, False), (100, True)])
def test_a_scroll_bar_shows_a_handle_where_there_is_something_to_scroll(qtbot, qapp, most, shows):
    theme.apply(qapp, theme.LIGHT)
    bar = RestingScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, most)
    bar.resize(12, 200)
    image = bar.grab().toImage()
    assert (len({image.pixel(6, at) for at in range(200)}) > 1) is shows
