"""The verbs of links: set, copied, removed; none opens an address."""

from collections.abc import Callable

from desk.text.links import dropped_words
from ui.verbs.window_parts import WindowParts


class LinkVerbs:
    """Where words of the story lead."""

    def __init__(self, parts: WindowParts) -> None:
        self._p, self._links = parts, parts.editor.links

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the ids of their actions."""
        return {"link": self.ask, "copy_link": self.copy, "remove_link": self.remove}

    def ask(self) -> None:
        """Ask where the selected words lead, or those of the link at the cursor."""
        from ui.dialogs.link import LinkDialog

        words, there = self._links.words_meant().of(self._p.editor.text()), self._links.meant()
        if not words.strip():
            self._p.hints.say("Select the words that are to lead somewhere first.")
            return
        dialog = LinkDialog(words, "" if there is None else there.address, self._p.window)
        dialog.wanted.connect(self._links.set)
        dialog.open()

    def copy(self) -> None:
        """Put the address of the link at the cursor on the clipboard."""
        if self._links.copy_address():
            self._p.hints.say("The address of the link is on the clipboard.")
        else:
            self._say_there_is_none()

    def remove(self) -> None:
        """Take the link at the cursor off, or those that the selection touches."""
        if self._links.meant() is None:
            self._say_there_is_none()
        self._links.remove()

    def told(self, dropped: int) -> None:
        """Say how many links of what was pasted were left out."""
        for sentence in dropped_words(dropped):
            self._p.hints.say(sentence)

    def _say_there_is_none(self) -> None:
        self._p.hints.say("There is no link at the cursor.")
