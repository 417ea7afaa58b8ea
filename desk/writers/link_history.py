"""Where words of a story lead since which of its versions, so that a document can say so by each of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from desk.text.blocks import Block
from desk.text.diff import diff
from desk.text.links import Links
from desk.text.spans import Span
from desk.writers.edits import ParagraphPlace, ReturnedLink
from desk.writers.history import backward
from desk.writers.paragraph_places import hardened, places_in
from desk.writers.places import occurrence


def links_by_version(texts: Sequence[str], links: Sequence[Links]) -> list[tuple[ReturnedLink, ...]]:
    """Return for each text but the first which words of the last one lead elsewhere, or nowhere, since it.

    Where a text was changed all words of the last one are told, also those that lead where they did: how many of them a
    document still has as they stood there is known when it is written.
    """
    told: list[list[ReturnedLink]] = [[] for _ in texts[1:]]
    if any(links):
        since = _since(texts, links)
        rewritten = max((n for n in range(1, len(texts)) if texts[n] != texts[n - 1]), default=0)
        for block, place in places_in(texts[-1]):
            for span, (address, version) in _runs(since[block.start : block.end]):
                version = version or rewritten
                if version and (link := _link(block, place, span, address)) is not None:
                    told[version - 1].append(link)
    return [tuple(one) for one in told]


def _link(block: Block, place: ParagraphPlace, span: Span, address: str) -> ReturnedLink | None:
    """Return words of a paragraph with where they lead, None for room alone; room around words leads nowhere."""
    text = hardened(block.text)
    words = span.of(text)
    start = span.start if address else span.start + len(words) - len(words.lstrip())
    words = words if address else words.strip()
    return ReturnedLink(place, words, address, occurrence(words, text, start)) if words.strip() else None


def _since(texts: Sequence[str], links: Sequence[Links]) -> list[tuple[str, int]]:
    """Return for each character of the last text where it leads, and the version that says so: 0 for the first.

    What counts as having stood in the first text is what `changes_by_version` takes for it, whatever came between.
    """
    addresses = [_addresses(text, own) for text, own in zip(texts, links, strict=True)]
    since = [(address, len(texts) - 1) for address in addresses[-1]]
    alive = list(enumerate(range(len(since))))
    for number, (old, new) in reversed(list(enumerate(pairwise(texts), 1))):
        places, before = backward(diff(old, new)), addresses[number - 1]
        earlier = []
        for origin, at in alive:
            if places[at] >= 0 and before[places[at]] == since[origin][0]:
                earlier.append((origin, places[at]))
            else:
                since[origin] = (since[origin][0], number)
        alive = earlier
    first = [addresses[0][at] if at >= 0 else None for at in backward(diff(texts[0], texts[-1]))]
    return [
        (address, 0 if address == before else version) for (address, version), before in zip(since, first, strict=True)
    ]


def _addresses(text: str, links: Links) -> list[str]:
    """Return for each character where it leads, an empty string where nowhere."""
    out = [""] * len(text)
    for link in links:
        out[link.span.start : link.span.end] = [link.address] * len(link.span)
    return out


def _runs(since: Iterable[tuple[str, int]]) -> Iterator[tuple[Span, tuple[str, int]]]:
    at = 0
    for said, group in groupby(since):
        length = sum(1 for _ in group)
        yield Span(at, at + length), said
        at += length
