"""Where the find bar looks: in the whole text, in the words that were selected, or in the story's copy alone."""

from collections.abc import Iterable

from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span
from ui.editor.copy_map import CopyMap


class FindScope:
    """Says which places count; what was selected is followed through edits."""

    def __init__(self, copy_map: CopyMap) -> None:
        self._map = copy_map
        self.chosen: Span | None = None
        """What was selected, None where all of the text is looked through."""
        self._copy_only = False

    def choose(self, span: Span | None) -> None:
        """Look in this span alone, or in the whole text again."""
        self.chosen = span

    def keep_to_copy(self, on: bool) -> None:
        """Look in the story's copy alone, or in everything again."""
        self._copy_only = on

    def absorb(self, changes: Iterable[Change]) -> None:
        """Follow edits."""
        for change in changes:
            if self.chosen is not None:
                self.chosen = stretched(self.chosen, change)

    def holds(self, span: Span) -> bool:
        """Return whether a place counts that lies in what was selected."""
        return not self._copy_only or self._is_copy(span)

    def _is_copy(self, span: Span) -> bool:
        first, last = self._map.index_at(span.start), self._map.index_at(max(span.start, span.end - 1))
        return first >= 0 and all(self._map[at].block.editorial for at in range(first, last + 1))
