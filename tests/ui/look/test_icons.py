"""Icons are drawn when they are shown, in the size and for the screen they are shown on."""

from importlib import import_module

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage, QPainter

from ui.look import icons, theme
from ui.look.widgets import button, tool
from ui.work.lanes import nothing


def colours(image: QImage) -> set[str]:
    """Return the colours of all pixels that cover what is below."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    all_pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in all_pixels if pixel.alpha() == 255}


def test_an_icon_is_drawn_when_it_is_shown_in_its_size_and_colour(qapp):
    icons.pixmap.cache_clear()
    icon = icons.icon("open", "#ff0000")
    assert icons.pixmap.cache_info().currsize == 0
    assert colours(icon.pixmap(QSize(18, 18), 2.0).toImage()) == {"#ff0000"}
    shown = icon.pixmap(QSize(18, 18), 2.0)
    assert (shown.size(), shown.devicePixelRatio()) == (QSize(36, 36), 2.0)
    assert icons.pixmap.cache_info().currsize == 1


def test_what_cannot_be_used_is_paler(qapp):
    pale = icons.icon("open").pixmap(QSize(32, 32), QIcon.Mode.Disabled)
    assert colours(pale.toImage()) == {theme.current().control}


def test_an_icon_stands_in_the_middle_of_its_room(qapp):
    image = QImage(60, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    icons.icon("open", "#ff0000").paint(painter, QRect(0, 0, 60, 20))
    painter.end()
    assert colours(image.copy(20, 0, 20, 20)) == {"#ff0000"}
    assert colours(image.copy(0, 0, 20, 20)) == colours(image.copy(40, 0, 20, 20)) == set()


def test_icons_of_buttons_are_as_large_as_their_words(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT, 200)
    for one, usual in ((button("Save", nothing, icon="save"), 16), (tool("next", "Next", nothing), 18)):
        qtbot.addWidget(one)
        one.ensurePolished()
        assert one.iconSize() == QSize(2 * usual, 2 * usual)


@pytest.mark.parametrize("room", ["ui.checklist.delegate", "ui.review.side_delegate", "ui.queue.delegate"])
def test_icons_in_rows_are_as_large_as_the_words_of_the_window(qapp, room):
    delegate = import_module(room)
    theme.apply(qapp, theme.LIGHT)
    usual = delegate._icon()
    theme.apply(qapp, theme.LIGHT, 200)
    assert delegate._icon() == 2 * usual
