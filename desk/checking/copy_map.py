"""The copy map of a text, kept for the few texts that several lanes ask about at the same moment."""

from functools import lru_cache

from desk.checks.ads.copymap import mapped
from desk.readers import manuscript
from desk.text.blocks import Kind, Manuscript


@lru_cache(maxsize=4)
def copy_map(text: str, format_: str, by_hand: tuple[tuple[int, Kind], ...] = ()) -> Manuscript:
    """Return the text with its copy map; its kinds set by hand included."""
    return mapped(manuscript(text, format_), dict(by_hand))
