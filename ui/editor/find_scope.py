"""Where the find bar looks: in the whole text, in the words that were selected, or in the story's copy alone."""

from collections.abc import Iterable

from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span
from ui.editor.copy_map import CopyMap
from ui.editor.search import Match


class FindScope:
    """Narrows the places found; what was selected is followed through edits."""

    def __init__(self, copy_map: CopyMap) -> None:
        self._map = copy_map
        self._chosen: Span | None = None
        self._copy_only = False

    def choose(self, span: Span | None) -> None:
        """Look in this span alone, or in the whole text again."""
        self._chosen = span

    def keep_to_copy(self, on: bool) -> None:
        """Look in the story's copy alone, or in everything again."""
        self._copy_only = on

    def absorb(self, changes: Iterable[Change]) -> None:
        """Follow edits."""
        for change in changes:
            if self._chosen is not None:
                self._chosen = stretched(self._chosen, change)

    def narrowed(self, matches: Iterable[Match]) -> list[Match]:
        """Return the places that lie wholly within."""
        return [match for match in matches if self._holds(match.span)]

    def _holds(self, span: Span) -> bool:
        chosen = self._chosen
        if chosen is not None and not (chosen.start <= span.start and span.end <= chosen.end):
            return False
        return not self._copy_only or self._is_copy(span)

    def _is_copy(self, span: Span) -> bool:
        first, last = self._map.index_at(span.start), self._map.index_at(max(span.start, span.end - 1))
        return first >= 0 and all(self._map[at].block.editorial for at in range(first, last + 1))
