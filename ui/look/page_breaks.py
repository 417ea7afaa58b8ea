"""Where pages break: a heading stays with what it heads, and a row of a table in one piece.

Everything is gone through once from the top, for what is moved moves all that stands below it.
"""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

_WITH_HEADING = 90.0
"""Pixels that a heading needs below it, else it goes to the next page: the head of a table and its first row."""
_MOST_OF_A_PAGE = 0.5
"""The share of a page that a row may have to be kept whole: more would leave too much of the page before empty."""
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def keep_together(document: QTextDocument, body: float) -> None:
    """Move what a page break would part to the next page; `body` is the height of a page's words in pixels."""
    document.pageCount()  # lays all of it out: what is changed before that loses the lines of what stands below
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        frame = cursor.currentFrame()
        if isinstance(frame, QTextTable):
            if _begins_a_row(frame, cursor):
                _keep_row(document, frame, frame.cellAt(cursor).row(), body)
        elif block.blockFormat().headingLevel() > 1 and _is_stranded(document, block, body):
            _break_before(block)
        block = block.next()


def _is_stranded(document: QTextDocument, block: QTextBlock, body: float) -> bool:
    place = document.documentLayout().blockBoundingRect(block)
    return body - place.top() % body < place.height() + _WITH_HEADING


def _break_before(block: QTextBlock) -> None:
    wanted = block.blockFormat()
    wanted.setPageBreakPolicy(_BREAK)
    QTextCursor(block).setBlockFormat(wanted)


def _begins_a_row(table: QTextTable, cursor: QTextCursor) -> bool:
    cell = table.cellAt(cursor)
    return cell.column() == 0 and cell.firstCursorPosition().block() == cursor.block()


def _keep_row(document: QTextDocument, table: QTextTable, row: int, body: float) -> None:
    top, bottom = _edges(document, table, row)
    end = bottom - 1
    if row == table.rows() - 1 and table.format().headerRowCount():
        end = document.documentLayout().frameBoundingRect(table).bottom()  # Qt repeats the head as far as this
    if top // body == end // body or bottom - top > _MOST_OF_A_PAGE * body:
        return
    if row <= table.format().headerRowCount():
        _break_before_table(document, table)
        return
    line = table.cellAt(row, 0).firstCursorPosition().block().layout().lineAt(0).height()
    room = body - top % body - line + 1  # so much that its first line has no room: then Qt moves it as a whole
    for nth in range(table.columns()):
        cell = table.cellAt(row - 1, nth)
        wanted = cell.format().toTableCellFormat()
        wanted.setBottomPadding(wanted.bottomPadding() + room)
        cell.setFormat(wanted)


def _edges(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the words of a row begin and end, in pixels from the top of the first page's words."""
    layout = document.documentLayout()
    cells = [table.cellAt(row, nth) for nth in range(table.columns())]
    tops = [layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells]
    bottoms = [layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells]
    return min(tops), max(bottoms)


def _break_before_table(document: QTextDocument, table: QTextTable) -> None:
    """Let a table begin on the next page, with the heading above it and a line between the two."""
    above = document.findBlock(table.firstPosition() - 1)
    for one in (above, above.previous()):
        if one.isValid() and one.blockFormat().headingLevel() > 1:
            _break_before(one)
            return
        if one.layout().lineCount() > 1 or QTextCursor(one).currentTable() is not None:
            break
    wanted = table.format()
    wanted.setPageBreakPolicy(_BREAK)
    table.setFormat(wanted)
