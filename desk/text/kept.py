"""What was read of the words of a story is kept while it is open: one place for the bounds, and for letting go.

Checks ask the same passages and words anew with each edit, and most of a story stays as it is; so what a function
returns is kept by its arguments. The bounds are those of a very long story: what is asked of all its paragraphs in turn
is found again only where all have room. Of closed stories that is most of what an application holds by the evening.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")

_PASSAGES, _PASSAGES_LEFT = 1 << 13, 160
"""Blocks, sentences or lines, of 6 kB by all functions, half of it the copy map's; across stories those of 6,000 words.

A block of news has 36 words, so those of 290,000 words have room. The copy map asks all blocks in turn six times: of a
text that had more than there was room for it took four times as long a word.
"""
_SENTENCES, _SENTENCES_LEFT = 512, 160
"""Sentences, of .3 to 2.3 kB, that are read again only where their paragraph was edited."""
_WORDS, _WORDS_LEFT = 1 << 14, 1 << 11
"""Words or names, of .1 to .5 kB; a story of 1,000 words has 500."""
_kept: list[tuple["_lru_cache_wrapper[Any]", int]] = []


def kept_by_passage(function: "Callable[..., T]") -> "_lru_cache_wrapper[T]":
    """Return the function with its answers kept by their arguments, a passage of a story among them."""
    return _as_kept(function, _PASSAGES, _PASSAGES_LEFT)


def kept_by_sentence(function: "Callable[..., T]") -> "_lru_cache_wrapper[T]":
    """Return the function with its answers kept by their arguments, a sentence or a part of one among them."""
    return _as_kept(function, _SENTENCES, _SENTENCES_LEFT)


def kept_by_word(function: "Callable[..., T]") -> "_lru_cache_wrapper[T]":
    """Return the function with its answers kept by their arguments, a word or a name among them."""
    return _as_kept(function, _WORDS, _WORDS_LEFT)


def _as_kept(function: "Callable[..., T]", most: int, left: int) -> "_lru_cache_wrapper[T]":
    kept = lru_cache(most)(function)
    _kept.append((kept, left))
    return kept


def let_go_of_closed_stories() -> None:
    """Let go of all that a function kept where that is more than an open story needs: another one was opened."""
    for kept, left in _kept:
        if kept.cache_info().currsize > left:
            kept.cache_clear()
