"""Rows with tabs line up in the editor, also while one of them is typed in."""

from desk.text.spans import Span

TABLE = "Results of the day\n\nTeam\tPlayed\tPoints\nPort Elsing\t12\t27\nHarbour Town United\t9\t25\n\nMore words."


def columns(pane):
    """Return for each row with tabs where its cells begin, in pixels."""
    out, block = [], pane.edit.document().begin()
    while block.isValid():
        if "\t" in block.text():
            pane.edit.blockBoundingGeometry(block)
            line = block.layout().lineAt(0)
            cells = [nth + 1 for nth, letter in enumerate(block.text()) if letter == "\t"]
            out.append([round(line.cursorToX(cell)[0]) for cell in cells])
        block = block.next()
    return out


def test_cells_of_a_column_begin_at_one_place(pane):
    pane.set_text(TABLE)
    rows = columns(pane)
    assert len(rows) == 3
    assert rows[0] == rows[1] == rows[2]
    assert rows[0][0] > 100


def test_a_cell_that_grows_moves_its_whole_column(pane):
    pane.set_text(TABLE)
    before = columns(pane)[0]
    place = TABLE.index("Port Elsing")
    pane.edit.select(Span(place, place))
    pane.edit.textCursor().insertText("A very long name of a club from ")
    rows = columns(pane)
    assert rows[0] == rows[1] == rows[2]
    assert rows[0][0] > before[0] + 50
    pane.undo()
    assert columns(pane) == [before] * 3
