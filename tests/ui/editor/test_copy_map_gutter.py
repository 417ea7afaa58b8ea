"""The copy map: by mouse and by keys alone, with its reasons, kept through edits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.text.blocks import BlockRole, Kind, Manuscript
from desk.text.spans import Span
from ui.editor.kind_words import KindMenu, described, letters, short_name
from ui.look import theme


@pytest.fixture
def mapped(pane, story):
    """The pane with a headline, a byline and two paragraphs of copy."""
    blocks = list(Manuscript.of(story).blocks)
    blocks[0] = blocks[0].marked(Kind.FURNITURE, "First line of the text.", role=BlockRole.HEADLINE)
    blocks[1] = blocks[1].marked(Kind.FURNITURE, "Begins with “By”.", role=BlockRole.BYLINE)
    assert pane.set_blocks(blocks, pane.revision())
    return pane


def menu_of(pane):
    return pane.gutter.findChildren(KindMenu)[-1]


def test_by_keys_alone_a_block_is_made_another_kind(mapped, story, qtbot):
    mapped.gutter.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(mapped.gutter, Qt.Key.Key_Down)
    assert mapped.gutter.current.span.of(story) == "By Ines Tollard"
    assert mapped.gutter.accessibleDescription().startswith("Block 2 of 4: Byline\nBegins with “By”.")
    QTest.keyClick(mapped.gutter, Qt.Key.Key_Return)
    menu = menu_of(mapped)
    with qtbot.waitSignal(mapped.kindChosen) as told:
        QTest.keyClick(menu, Qt.Key.Key_3)
    assert told.args == [story.index("By Ines"), Kind.PAID]
    assert mapped.by_hand() == {story.index("By Ines"): Kind.PAID}


def test_home_end_and_escape(mapped, story):
    mapped.gutter.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(mapped.gutter, Qt.Key.Key_End)
    assert mapped.gutter.current.span.of(story).startswith("Lou Marrin")
    QTest.keyClick(mapped.gutter, Qt.Key.Key_Home)
    assert mapped.gutter.current.span.start == 0
    QTest.keyClick(mapped.gutter, Qt.Key.Key_Escape)
    assert mapped.edit.hasFocus()


def test_a_click_asks_about_the_block_beside_it(mapped, story):
    band = mapped.edit.page().band(mapped._state.copy_map[2].span)
    QTest.mouseClick(mapped.gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, int((band[0] + band[1]) / 2)))
    menu = menu_of(mapped)
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&1  Story text"]
    menu.close()


def test_beside_a_gap_there_is_nothing_to_ask(mapped):
    bottom = mapped.edit.page().band(mapped._state.copy_map[0].span)[1]
    assert mapped.gutter.stand_at(bottom + 3) is None


def test_a_block_set_by_hand_says_so_at_once_and_can_be_left_to_copydesk(mapped, story, qtbot):
    mapped.set_kind(Span(60, 60), Kind.LEFTOVER)
    stand = mapped._state.copy_map[2]
    assert stand.block.kind is Kind.LEFTOVER
    assert stand.block.by_hand
    assert described(stand.block) == "Left over from the web page\nSet by hand."
    mapped.edit.select(Span(60, 60))
    mapped.ask_kind()
    menu = menu_of(mapped)
    with qtbot.waitSignal(mapped.kindChosen) as told:
        menu.actions()[-1].trigger()
    assert told.args[1] is None
    assert mapped.by_hand() == {}
    menu.close()


def test_results_of_a_check_do_not_take_back_what_was_set_since(mapped, story):
    revision = mapped.revision()
    QTest.keyClicks(mapped.edit, "x")
    mapped.set_kind(Span(60, 60), Kind.PAID)
    assert not mapped.set_blocks(Manuscript.of(story).blocks, revision + 1)
    assert mapped.set_blocks(Manuscript.of(mapped.text()).blocks, mapped.revision())
    assert mapped._state.copy_map[2].block.kind is Kind.PAID


def test_the_map_follows_typing_until_the_next_check(mapped):
    mapped.edit.select(Span(0, 0))
    QTest.keyClicks(mapped.edit, "New: ")
    stands = list(mapped._state.copy_map)
    assert [stand.span.of(mapped.text()) for stand in stands[:2]] == [
        "New: Ferry timetable to change",
        "By Ines Tollard",
    ]


def test_kinds_are_told_in_plain_words():
    block = Manuscript.of("x").blocks[0]
    assert [short_name(block.marked(kind)) for kind in Kind] == ["", "Furniture", "Advert", "Ad label", "Leftover"]
    assert len({letters(block.marked(kind)) for kind in Kind}) == len(Kind)
    assert short_name(block.marked(Kind.COPY, by_hand=True)) == "Story"
    assert short_name(block.marked(Kind.FURNITURE, role=BlockRole.CAPTION)) == "Caption"
    assert len({letters(block.marked(Kind.FURNITURE, role=role)) for role in BlockRole}) == len(BlockRole)


@pytest.mark.parametrize("percent", [100, 150, 200, 250])
def test_the_words_of_the_copy_map_have_room_whatever_their_size(mapped, qapp, percent):
    theme.apply(qapp, theme.LIGHT, percent)
    mapped.resize(2000, 600)
    QApplication.sendPostedEvents()
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 0.88)
    roles = [replace(mapped.gutter.current.block, kind=Kind.FURNITURE, role=role) for role in BlockRole]
    kinds = [replace(mapped.gutter.current.block, kind=kind, role=BlockRole.BODY) for kind in Kind]
    widest = max(QFontMetrics(font).horizontalAdvance(short_name(block, True)) for block in (*roles, *kinds))
    assert mapped.gutter.width() == mapped.edit.column.wide_gutter
    assert widest <= mapped.gutter.width() - 15
