"""The clean text of the review: line by line what is sealed."""

import pytest

from desk.text.blocks import Manuscript
from ui.review.reading import ReadingSheet

TABLE = "Results\nCity  3  1\nTown  0  2\n"
HEAD = "Ferry timetable to change\nBy Ines Tollard\n\nThe harbour office said so.\n"
WIRE = "BC-FERRY\n1st Ld-Writethru\nEds: adds a quote\n\nThe ferry sails.\n"


@pytest.mark.parametrize("text", [TABLE, HEAD, WIRE])
def test_the_lines_are_those_of_the_sealed_text(qtbot, text):
    sheet = ReadingSheet()
    qtbot.addWidget(sheet)
    sheet.show_story(Manuscript.of(text), ())
    assert sheet.edit.text == text
    assert sheet.edit.blockCount() == text.count("\n") + 1


def test_hard_wrapped_lines_have_room_in_one_line_of_the_screen(qtbot):
    line = "The harbour board voted on Tuesday to close the old swing bridge for it"
    text = "\n".join([line] * 8)
    sheet = ReadingSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1400, 900)
    sheet.show()
    sheet.use_looks(sheet.font(), 40)
    sheet.show_story(Manuscript.of(text), ())
    assert sheet.edit.document().firstBlock().layout().lineCount() == 1
