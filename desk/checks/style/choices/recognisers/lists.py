"""Lists: how the items of one list open, and whether they end with a stop."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.word_lists import word_list
from desk.text.blocks import Block, Kind
from desk.text.matcher import matcher

_ITEM = matcher(r"^(?P<b>[-•*·–]|\d{1,2}[.)])[ \t]+(?P<w>[A-Za-z][\w’'-]*)(?P<rest>.*)$", re.MULTILINE)
_NO_ACTION = word_list("no_actions")
_LEAST = 3
"""Items from which a list is a list."""

Item = tuple[Block, re.Match[str]]


def items_of(block: Block) -> tuple[re.Match[str], ...]:
    """Return the lines of a block that are items of a list."""
    return tuple(_ITEM.finditer(block.text))


def _lists(blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """Yield the lists of a story: items in one block, or in blocks that follow each other.

    Behind a line that ends with a colon the items are of the story, whatever the copy map takes short lines for.
    """
    now: list[Item] = []
    announced = False
    for block in blocks:
        items = items_of(block) if _may_hold_items(block, announced) else ()
        if not items and now:
            yield now
            now = []
        now.extend((block, item) for item in items)
        announced = bool(items and announced) or (block.editorial and block.text.endswith(":"))
    if now:
        yield now


def _may_hold_items(block: Block, announced: bool) -> bool:
    ours = block.editorial or (announced and block.kind is Kind.LEFTOVER)
    return ours and (block.text[0] in _OPENERS or "\n" in block.text)


_OPENERS = frozenset("-•*·–0123456789")


def parallel(blocks: Sequence[Block]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield the items of a list that open in another way than most: “-ing” among others, or one without it."""
    for items in _lists(blocks):
        if len(items) < _LEAST or _are_sentences(items):
            continue
        kinds = [_acts(item["w"]) for _, item in items]
        counts = Counter(kinds)
        if len(counts) == 1:
            continue
        usual = counts.most_common(1)[0][0]
        for (block, item), kind in zip(items, kinds, strict=True):
            if kind != usual:
                yield block, FormPlace("lists.parallel", "", "mixed", *item.span("w"))


def _are_sentences(items: Sequence[Item]) -> bool:
    """Return whether the items are sentences of their own, which open as they please."""
    ended = sum(item.group().rstrip(_CLOSING).endswith((".", "!", "?")) for _, item in items)
    return 2 * ended > len(items)


_CLOSING = " \t”’\"')"


def alike(blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """Yield the lists whose items open alike."""
    return (items for items in _lists(blocks) if len(items) >= _LEAST and len({_acts(i["w"]) for _, i in items}) == 1)


def _acts(word: str) -> bool:
    return word.lower().endswith("ing") and word.lower() not in _NO_ACTION


def stops(blocks: Sequence[Block]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield the last word of each item with its stop, by whether there is one."""
    for number, items in enumerate(_lists(blocks)):
        if len(items) < _LEAST or _is_one_sentence(items):
            continue
        for block, item in items:
            end = item.start() + len(item.group().rstrip())
            last = block.text[end - 1]
            if last == "." or last.isalnum():
                form = "stop" if last == "." else "none"
                start = max(block.text.rfind(" ", item.start(), end), block.text.rfind("\t", item.start(), end)) + 1
                word = block.text[start:end]
                text = (("none", word[:-1]),) if last == "." else (("stop", f"{word}."),)
                yield block, FormPlace("lists.stop", f"{number}", form, start, end, text)


def _is_one_sentence(items: Sequence[Item]) -> bool:
    """Return whether a list is one sentence: a stop behind the last item alone, semicolons or “and” behind others."""
    ends = [item.group().rstrip() for _, item in items]
    *others, last = ends
    return last.endswith(".") and any(end.endswith((";", ",", " and", " or")) for end in others)


def capitals(blocks: Sequence[Block]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield the first letter of each item, by whether it is a capital; names open with one in every house."""
    for number, items in enumerate(_lists(blocks)):
        if len(items) < _LEAST:
            continue
        for block, item in items:
            start = item.start("w")
            letter = block.text[start]
            form = "capital" if letter.isupper() else "lower"
            other = ("lower", letter.lower()) if form == "capital" else ("capital", letter.upper())
            yield block, FormPlace("lists.capitals", f"{number}", form, start, start + 1, (other,))
