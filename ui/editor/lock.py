"""Whether the text may be typed in, and the sentence that says why not."""

from PySide6.QtCore import Qt

from desk.text.words import plural
from ui.editor.long_lines import LOCKED, SLOW, longest_line
from ui.editor.notice import Notice
from ui.editor.text_edit import TextEdit

_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Lock:
    """Locks a text for the reason the window gives, or for a paragraph that typing would stall in."""

    def __init__(self, edit: TextEdit, notice: Notice) -> None:
        self._edit = edit
        self._notice = notice
        self.reason = ""

    def give(self, reason: str) -> None:
        """Take the window's reason; empty for none."""
        self.reason = reason
        self.look()

    def look(self) -> None:
        """Look at reason and text, lock or unlock, and say so."""
        longest = longest_line(self._edit.text)
        locked = bool(self.reason) or longest > LOCKED
        self._edit.setReadOnly(locked)
        if locked:
            self._edit.setTextInteractionFlags(_READABLE)
        if self.reason or longest <= SLOW:
            self._notice.say(self.reason)
        else:
            what = "cannot be edited as it is" if locked else "makes typing slow"
            self._notice.say(
                f"One paragraph has {plural(longest, 'character')} and {what}.", "Split it at sentence ends"
            )
