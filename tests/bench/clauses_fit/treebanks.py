"""Treebanks in the form CoNLL-U: sentences of words with their class and what they hang on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.checks.grammar.clauses.words import plain

FREE_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage"})
"""Of the treebank GUM: texts under CC BY, CC BY-SA or in the public domain; the others are not for every use."""
_GENRE = re.compile(r"GUM_([a-z]+)_")
_RARE = {"GW": "NN", "ADD": "NN", "AFX": "JJ", "HYPH": ":", "NFP": ":", "LS": "CD", "SYM": ":"}
_HYPHENS = frozenset({"-", "–"})
_DESCRIBES = frozenset({"amod", "nmod", "compound", "obl"})


@dataclass(frozen=True, slots=True)
class TreeWord:
    """One word: as written, its class, the place of the word that it hangs on (-1 for none), and how it hangs there."""

    text: str
    tag: str
    head: int
    relation: str
    spaced: bool
    """Whether white space follows."""

    @property
    def low(self) -> str:
        """Return how weights know it."""
        return plain(self.text)


Tree = tuple[TreeWord, ...]


def documents(folders: Sequence[Path]) -> list[list[Tree]]:
    """Return the sentences of each document below the folders, in the order of their paths."""
    files = sorted(file for folder in folders for file in folder.rglob("*.conllu"))
    free = (file for file in files if (genre := _GENRE.match(file.name)) is None or genre[1] in FREE_GENRES)
    return [[_laid_together(tree) for tree in _trees(file.read_text("utf-8"))] for file in free]


def _trees(text: str) -> Iterator[Tree]:
    tree: list[TreeWord] = []
    for line in (*text.splitlines(), ""):
        cells = line.split("\t")
        if not line and tree:
            yield tuple(tree)
            tree = []
        elif len(cells) > 1 and cells[0].isdigit():
            tag = _RARE.get(cells[4], cells[4])
            tree.append(TreeWord(cells[1], tag, int(cells[6]) - 1, cells[7], "SpaceAfter=No" not in cells[9]))


def _laid_together(tree: Tree) -> Tree:
    """Return the sentence with “state - owned” as the one word that it is on paper."""
    pieces = list(_pieces(tree))
    where = {-1: -1} | {at: nth for nth, (start, end) in enumerate(pieces) for at in range(start, end)}
    found = []
    for nth, (start, end) in enumerate(pieces):
        outer = next((at for at in range(end - 1, start - 1, -1) if where[tree[at].head] != nth), end - 1)
        tag = tree[end - 1].tag
        if end - start > 1 and tag in ("NN", "CD") and tree[outer].relation in _DESCRIBES:
            tag = "JJ"
        text = "".join(word.text for word in tree[start:end])
        found.append(TreeWord(text, tag, where[tree[outer].head], tree[outer].relation, tree[end - 1].spaced))
    return tuple(found)


def _pieces(tree: Tree) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tree):
        end = at + 1
        while end + 1 < len(tree) and _is_hyphen(tree, end):
            end += 2
        yield at, end
        at = end


def _is_hyphen(tree: Tree, at: int) -> bool:
    before, mark, after = tree[at - 1 : at + 2]
    joined = mark.text in _HYPHENS and not before.spaced and not mark.spaced
    return joined and before.text[-1].isalnum() and after.text[0].isalnum()
