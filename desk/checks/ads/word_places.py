"""Where the words of a text stand, to tell whether they stand elsewhere too."""

from collections.abc import Collection, Iterable


class WordPlaces:
    """The first and the last block that each word stands in; made of whole blocks at once, for each edit makes it."""

    def __init__(self, blocks: Iterable[Iterable[str]]) -> None:
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        numbered = [dict.fromkeys(words, number) for number, words in enumerate(blocks)]
        for words in numbered:
            self._last.update(words)
        for words in reversed(numbered):
            self._first.update(words)

    def elsewhere(self, words: Collection[str], block: int, near: int) -> int:
        """Return how many of the words stand in a block that is more than `near` blocks away from this one."""
        first, last, before, behind = self._first, self._last, block - near, block + near
        return len([word for word in words if first.get(word, before) < before or last.get(word, behind) > behind])
