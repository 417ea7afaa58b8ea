"""The verb that looks a word up in the dictionary and puts another one in its place."""

from collections.abc import Callable

from desk.checks.check import Edit
from desk.text.letter_case import as_written_like
from desk.text.spans import Span, word_at
from ui.verbs.window_parts import WindowParts

_LONGEST = 60
"""Code points of what is selected: a set phrase is shorter, and a whole paragraph is not meant."""


class LookUpVerbs:
    """Meanings and synonyms of the word at the cursor."""

    def __init__(self, parts: WindowParts) -> None:
        self._p, self._edit = parts, parts.editor.edit

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verb by the id of its action."""
        return {"look_up": self.look_up}

    def look_up(self) -> None:
        """Show what the dictionary says of the selected words, or of the word at the cursor."""
        from ui.dialogs.look_up import LookUpDialog

        words = self._meant().of(self._edit.text)
        dialog = LookUpDialog(words, self._p.hub, self._p.window, may_put=not self._edit.isReadOnly())
        dialog.chosen.connect(self._put)
        dialog.open()

    def _meant(self) -> Span:
        text, had = self._edit.text, self._edit.selected
        words = had.of(text)
        if not words:
            return word_at(text, had.start)
        if len(words) > _LONGEST or "\n" in words:
            return Span(had.start, had.start)
        start = had.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def _put(self, word: str) -> None:
        """Put a word in the place of the one that was meant, as one step, and the cursor behind it."""
        if self._edit.isReadOnly():
            return
        span = self._meant()
        written = as_written_like(word, span.of(self._edit.text))
        self._edit.make([Edit(span, written)])
        end = span.start + len(written)
        self._edit.select(Span(end, end))
        self._edit.setFocus()
