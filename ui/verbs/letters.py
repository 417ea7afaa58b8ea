"""The verbs that write words in another case, and put in characters that no key has."""

from collections.abc import Callable
from functools import partial

from desk.checks.check import Edit
from desk.text.letter_case import LetterCase, in_case
from desk.text.spans import Span, word_at
from ui.verbs.sentence_case import write_as_sentence
from ui.verbs.window_parts import WindowParts


class LetterVerbs:
    """Upper, lower, title and sentence case; special characters."""

    def __init__(self, parts: WindowParts) -> None:
        self._p, self._edit = parts, parts.editor.edit

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the ids of their actions."""
        cases = {f"case_{case}": partial(self.write_in, case) for case in LetterCase}
        return {"character": self.ask_character, **cases}

    def write_in(self, case: LetterCase) -> None:
        """Write the selected words in another case as one step, and keep them selected; else the word or the line.

        A sentence takes a moment: where something else is selected by then, that stays.
        """
        edit, had = self._edit, self._edit.selected
        if edit.isReadOnly():
            return
        text = edit.text
        span = had if len(had) else self._meant(text, had.start, case)

        def put(words: str) -> None:
            now = edit.selected
            edit.make([Edit(span, words)])
            if now == had:
                edit.select(Span(span.start, span.start + len(words)) if len(had) else had)
            elif len(words) == len(span):
                edit.select(now)

        if case is LetterCase.SENTENCE:
            write_as_sentence(self._p, span, put)
        else:
            put(in_case(span.of(text), case))

    @staticmethod
    def _meant(text: str, point: int, case: LetterCase) -> Span:
        if case in (LetterCase.UPPER, LetterCase.LOWER):
            return word_at(text, point)
        end = text.find("\n", point)
        return Span(text.rfind("\n", 0, point) + 1, end if end >= 0 else len(text))

    def ask_character(self) -> None:
        """Let one find a character by its name."""
        from ui.dialogs.characters import CharactersDialog

        dialog = CharactersDialog(self._p.window)
        dialog.chosen.connect(self._put)
        dialog.open()

    def _put(self, character: str) -> None:
        if not self._edit.isReadOnly():
            self._edit.make([Edit(self._edit.selected, character)])
            self._edit.setFocus()
