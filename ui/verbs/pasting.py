"""What is pasted and long: read in a process of its own, while the text can be typed in."""

from typing import TYPE_CHECKING

from ui.editor.heavy_paste import HeavyPaste
from ui.verbs.window_parts import WindowParts
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.readers.clipboard import Clip
    from desk.services.examiner import Examiner


class PasteVerbs:
    """Long pastes."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts

    def read(self, paste: HeavyPaste) -> None:
        """Have a long paste read, and put it in where it belongs once it is."""
        edit = self._p.editor.edit

        def clip(examiner: "Examiner") -> "Clip":
            return examiner.clip(paste.html, paste.plain)

        def came(found: "Clip") -> None:
            edit.put_in_heavy(paste, found)

        self._p.hub.check(Lane.CHECKS, clip, came)
