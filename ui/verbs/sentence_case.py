"""Writes words of the story as a sentence, once the lane of checks has told which of them are names."""

from collections.abc import Callable

from desk.text.spans import Span
from ui.verbs.window_parts import WindowParts
from ui.work.lanes import Lane


def write_as_sentence(parts: WindowParts, span: Span, put: Callable[[str], object]) -> None:
    """Call `put` with the words at a place of the text as a sentence; where the text is another by then, say so."""
    story, text = parts.hub.story, parts.editor.text()
    if story is None:
        return
    brief = parts.hub.facts.brief(story)

    def told(words: str) -> None:
        if parts.editor.text() == text and not parts.editor.edit.isReadOnly():
            put(words)
        else:
            parts.hints.hint("The text has just changed: try it again.")

    parts.hub.check(Lane.CHECKS, lambda examiner: examiner.in_sentence_case(text, span, brief), told)
