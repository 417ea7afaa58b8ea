"""What a screen reader says of the place of the cursor: its problems, and where its words lead."""

from ui.editor.following import Following
from ui.editor.pointing import described, leads_to
from ui.editor.text_edit import TextEdit
from ui.look.announcing import announce


class Saying:
    """Describes the cursor's place, and has it said where the cursor came to it."""

    def __init__(self, edit: TextEdit, state: Following) -> None:
        self._edit, self._state = edit, state

    def place(self) -> None:
        """Describe the place of the cursor, and say it if it was not said yet."""
        words = self._words()
        if words != self._edit.accessibleDescription():
            self._edit.setAccessibleDescription(words)
            if self._edit.hasFocus():
                announce(self._edit, words)

    def at_once(self, sentence: str) -> None:
        """Say what is wrong here; the cursor does not say it again."""
        self._edit.setAccessibleDescription(self._words())
        announce(self._edit, sentence, at_once=True)

    def _words(self) -> str:
        there = self._state.links.at(self._edit.point)
        problems = [described(mark) for mark in self._state.marks.at(self._edit.point) if mark.open]
        return " ".join([*problems, *([leads_to(there)] if there is not None else [])])
