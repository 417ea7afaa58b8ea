"""The copy map of a text, kept for the few texts that several lanes ask about at the same moment."""

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Protocol

from desk.readers.draft import manuscript
from desk.text.block_roles import BlockRoles, with_roles
from desk.text.blocks import Kind, Manuscript


class Mapped(Protocol):
    """A text with all that its copy map is made from."""

    @property
    def text(self) -> str:
        """Return the text."""

    @property
    def format(self) -> str:
        """Return the format that it is cut into blocks by."""

    @property
    def by_hand(self) -> Mapping[int, Kind]:
        """Return the kinds set by hand."""

    @property
    def roles(self) -> BlockRoles:
        """Return what its document said the blocks are."""


def copy_map(text: str, format_: str, by_hand: tuple[tuple[int, Kind], ...] = (), roles: BlockRoles = ()) -> Manuscript:
    """Return the text with its copy map: what its document said the blocks are, and above all what was set by hand."""
    with _one_at_a_time:
        return _kept(text, format_, by_hand, roles)


_one_at_a_time = Lock()
"""Two lanes ask about a new text at the same moment; whoever comes second takes what the first has made."""


@lru_cache(maxsize=4)
def _kept(text: str, format_: str, by_hand: tuple[tuple[int, Kind], ...], roles: BlockRoles) -> Manuscript:
    return _made(text, format_, dict(by_hand), roles)


def _made(text: str, format_: str, by_hand: Mapping[int, Kind], roles: BlockRoles) -> Manuscript:
    from desk.checks.ads.copymap import mapped  # 30 modules, imported with the first map and not with the desk

    read = manuscript(text, format_)
    return mapped(with_roles(read, roles) if roles else read, by_hand)


def unkept_copy_map_of(one: "Mapped") -> Manuscript:
    """Return the copy map of one of many stories; those that the lanes ask about stay kept."""
    return _made(one.text, one.format, one.by_hand, one.roles)


def copy_map_of(one: "Mapped") -> Manuscript:
    """Return the copy map of a draft or a story as it is opened."""
    return copy_map(one.text, one.format, tuple(sorted(one.by_hand.items())), one.roles)
