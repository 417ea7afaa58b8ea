"""The verbs for the length of a story and for its headline: counted, written as the house writes it, alternatives."""

from collections.abc import Callable

from desk.checks.check import Edit
from desk.text.length import headline_words
from desk.text.letter_case import LetterCase, in_case
from desk.text.spans import Span
from ui.verbs.sentence_case import write_as_sentence
from ui.verbs.window_parts import WindowParts
from ui.work import operations


class HeadlineVerbs:
    """Length, the headline's case, other headlines."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the ids of their actions."""
        return {"length": self.ask_length, "headline_case": self.write_in_case, "headlines": self.ask_headlines}

    def ask_length(self) -> None:
        """Ask how long the story is to be."""
        from desk.text.aims import wanted_of
        from ui.dialogs.length import LengthDialog

        if (story := self._p.hub.story) is not None:
            dialog = LengthDialog(
                wanted_of(story.details).length, self._p.hub.facts.settings.column_characters, self._p.window
            )
            dialog.wanted.connect(self._keep_length)
            dialog.open()

    def _keep_length(self, length: str) -> None:
        if story := self._p.hub.story:
            operations.set_aims(self._p.hub, story.id, length=length)

    def write_in_case(self) -> None:
        """Write the headline as a sentence or as a title, as the house does."""
        case, span = self._p.hub.facts.settings.headline_case, self._p.editor.headline()
        if span is None:
            self._p.hints.hint("This story has no headline yet.")
            return
        if LetterCase(case) is LetterCase.SENTENCE:
            write_as_sentence(self._p, span, lambda words: self._put(words, span))
        else:
            self._put(in_case(span.of(self._p.editor.text()), LetterCase(case)), span)

    def _put(self, headline: str, span: Span) -> None:
        if not self._p.editor.edit.isReadOnly():
            self._p.editor.edit.make([Edit(span, headline)])

    def ask_headlines(self) -> None:
        """Show the other headlines of the story."""
        from desk.text.aims import wanted_of
        from ui.dialogs.headlines import HeadlinesDialog

        story, span = self._p.hub.story, self._p.editor.headline()
        if story is None:
            return
        now = " ".join(span.of(self._p.editor.text()).split()) if span is not None else ""
        dialog = HeadlinesDialog(now, wanted_of(story.details).headlines, self._told, self._p.window, may_use=bool(now))
        dialog.kept.connect(self._keep_headlines)
        dialog.used.connect(self._use)
        dialog.open()

    def _told(self, headline: str) -> str:
        settings = self._p.hub.facts.settings
        return headline_words(headline, settings.headline_width, settings.headline_lines)

    def _keep_headlines(self, headlines: tuple[str, ...]) -> None:
        if story := self._p.hub.story:
            operations.set_aims(self._p.hub, story.id, headlines=headlines)

    def _use(self, headline: str) -> None:
        if (span := self._p.editor.headline()) is not None:
            self._put(headline, span)
