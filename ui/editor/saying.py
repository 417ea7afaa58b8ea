"""What a screen reader says of the place of the cursor: its problems, and where its words lead."""

from desk.text.words import one_line, plural
from ui.editor.following import Following
from ui.editor.pointing import described, leads_to
from ui.editor.text_edit import TextEdit
from ui.look.announcing import announce, is_heard


class Saying:
    """Describes the cursor's place, and has it said where the cursor came to it.

    The toolkit gives a screen reader no attribute “misspelt” for words of an editor: it reports the formats that a
    text has alone, and marks are none. So a line that the cursor comes to says which of its words have problems.
    """

    def __init__(self, edit: TextEdit, state: Following) -> None:
        self._edit, self._state = edit, state
        self._line = (0, 0)

    def place(self) -> None:
        """Describe the place of the cursor, and say it if it was not said yet."""
        words = self._words()
        if words != self._edit.accessibleDescription():
            self._edit.setAccessibleDescription(words)
            if self._edit.hasFocus():
                announce(self._edit, words)
        if is_heard() and self._edit.hasFocus() and self._comes_to_a_line() and not words:
            announce(self._edit, self._problems_of_the_line())

    def at_once(self, sentence: str) -> None:
        """Say what is wrong here; the cursor does not say it again."""
        self._edit.setAccessibleDescription(self._words())
        announce(self._edit, sentence, at_once=True)

    def _words(self) -> str:
        there = self._state.links.at(self._edit.point)
        problems = [described(mark) for mark in self._state.marks.at(self._edit.point) if mark.open]
        return " ".join([*problems, *([leads_to(there)] if there is not None else [])])

    def _comes_to_a_line(self) -> bool:
        """Return whether the cursor stands in another line of the screen than when it was last asked."""
        cursor = self._edit.textCursor()
        row = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        before, self._line = self._line, (cursor.blockNumber(), row.lineNumber() if row.isValid() else 0)
        return before != self._line

    def _problems_of_the_line(self) -> str:
        marks = self._state.marks.within(self._edit.line_of_cursor())
        quotes = [f"“{one_line(mark.finding.quote)}”" for mark in marks if mark.open and not mark.long]
        return f"{plural(len(quotes), 'problem')} in this line: {', '.join(quotes)}." if quotes else ""
