"""Judged texts as pages that the weights can be fitted to and tested on; nothing of them is kept but numbers."""

import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from desk.checks.ads.copymap import pieces
from desk.checks.ads.features import features
from desk.checks.ads.labels import labels
from desk.checks.ads.model import ChainState
from desk.text.blocks import Block, Manuscript

FOLDS = 5


@dataclass(frozen=True)
class Planted:
    """An advertisement in a page; `start` and `end` in code points, `label` where its label stands."""

    start: int
    end: int
    layout: str
    source: str
    labelled: bool = False
    label: tuple[int, int] | None = None
    number: str = ""


@dataclass
class Page:
    """One text with the state of each of its blocks; `keys` name what must not stand in two folds."""

    set: str
    source: str
    keys: frozenset[str]
    manuscript: Manuscript
    spans: Sequence[tuple[int, int, str]]
    """Judged stretches: start, end, and "copy", "leftover" or "paid"; with "?" it is not counted when testing."""
    planted: Sequence[Planted] = ()
    fold: int = 0
    blocks: list[Block] = field(default_factory=list)
    shown: list[frozenset[str]] = field(default_factory=list)
    gold: list[ChainState] = field(default_factory=list)

    def look(self) -> "Page":
        """Cut the text and name the features; done once, for it takes longest."""
        self.blocks = pieces(self.manuscript)
        self.shown = features([block.text for block in self.blocks])
        self.gold = _states([self._kind(block) for block in self.blocks])
        return self

    def _kind(self, block: Block) -> str:
        shares: dict[str, int] = {}
        for start, end, kind in self.spans:
            common = min(end, block.end) - max(start, block.start)
            if common > 0:
                shares[kind] = shares.get(kind, 0) + common
        return max(shares, key=lambda kind: shares[kind]) if shares else "copy"


def _states(kinds: Sequence[str]) -> list[ChainState]:
    copy = [i for i, kind in enumerate(kinds) if kind.startswith("copy")]
    first, last = (copy[0], copy[-1]) if copy else (len(kinds), len(kinds))
    out = []
    for i, kind in enumerate(kinds):
        paid = kind == "paid"
        if kind.startswith("copy"):
            out.append(ChainState.COPY)
        elif i < first:
            out.append(ChainState.PAID_BEFORE if paid else ChainState.BEFORE)
        elif i > last:
            out.append(ChainState.PAID_AFTER if paid else ChainState.AFTER)
        else:
            out.append(ChainState.PAID if paid else ChainState.LEFTOVER)
    return out


def pages(folder: Path) -> list[Page]:
    """Return every page of the sets in `folder`, folds shared out so that no outlet, page or advert is in two."""
    found = [*_ads(folder), *_stories(folder), *_blocks(folder), *_drafts(folder)]
    _share_out(found)
    return found


def _rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(f"{name}_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)


def _ads(folder: Path) -> Iterator[Page]:
    for row in _rows(folder, "ads_planted"):
        ads = [
            Planted(
                ad["start"],
                ad["end"],
                ad["layout"],
                ad["ad_source"],
                ad["labelled"],
                tuple(ad["label_span"]) if ad["label_span"] else None,
                ad["ad_id"],
            )
            for ad in row["ads"]
        ]
        spans = [((ad.label or (ad.start,))[0], ad.end, "paid") for ad in ads]
        keys = frozenset({row["outlet"], row["doc"], *(ad.number for ad in ads)})
        yield Page("ads", row["source"], keys, Manuscript.of(row["text"]), _with_rest(spans, row["text"]), ads)


def _with_rest(spans: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    out, at = [], 0
    for start, end, kind in sorted(spans):
        out += [(at, start, "copy"), (start, end, kind)]
        at = end
    return [*out, (at, len(text), "copy")]


def _stories(folder: Path) -> Iterator[Page]:
    seen = set()
    for name in ("names_clean", "names_planted"):
        for row in _rows(folder, name):
            keys = frozenset({row["outlet"], row["doc"]})
            if row["doc"] not in seen:
                seen.add(row["doc"])
                yield Page(name, row["source"], keys, Manuscript.of(row["text"]), [(0, len(row["text"]), "copy")])


def _blocks(folder: Path) -> Iterator[Page]:
    for row in _rows(folder, "blocks"):
        text, spans = "", []
        for block in row["blocks"]:
            kind = "copy" if block["label"] == "editorial" else "leftover"
            if block.get("ignore"):
                kind = f"{kind}?"
            spans.append((len(text), len(text) + len(block["text"]), kind))
            text += f"{block['text']}\n\n"
        keys = frozenset({row["doc"], urlparse(row["url"] or "").netloc or row["doc"]})
        yield Page("blocks", row["source"], keys, Manuscript.of(text), spans)


def _drafts(folder: Path) -> Iterator[Page]:
    kinds = {"furniture": "leftover", "ad": "paid"}
    for row in _rows(folder, "drafts"):
        spans = [(s["start"], s["end"], kinds.get(s["kind"], "copy")) for s in row["segments"]]
        ads: dict[str, Planted] = {}
        for s in row["segments"]:
            if s["kind"] == "ad":
                start = ads[s["ad_id"]].start if s["ad_id"] in ads else s["start"]
                source = s["ad_id"].rsplit("-", 1)[0]
                ads[s["ad_id"]] = Planted(start, s["end"], s["layout"], source, number=s["ad_id"])
        keys = frozenset({row["doc"], row["furniture_from"], *ads})
        yield Page("drafts", row["source"], keys, Manuscript.of(row["text"]), spans, tuple(ads.values()))


def replanted(found: Sequence[Page], seed: int, every: int = 1) -> list[Page]:
    """Return stories without advertising with the adverts of other pages of the same fold put between paragraphs.

    One in six carries a label of the shipped lists, one in twenty stands at the end.
    """
    chosen = random.Random(seed)
    adverts: dict[int, list[tuple[Planted, str]]] = {}
    for page in found:
        for ad in page.planted:
            adverts.setdefault(page.fold, []).append((ad, page.manuscript.text[ad.start : ad.end]))
    strong = sorted(labels("US").strong)
    out = []
    for number, page in enumerate(found):
        if page.set in ("blocks", "drafts") or page.planted or page.fold not in adverts or number % every:
            continue
        ad, words = chosen.choice(adverts[page.fold])
        blocks = page.manuscript.blocks
        at = len(blocks) if chosen.random() < 1 / 20 else chosen.randrange(min(2, len(blocks) - 1), len(blocks))
        label = chosen.choice(strong).capitalize() if chosen.random() < 1 / 6 else ""
        out.append(_planted_in(page, ad, words, at, label))
    return out


def invented() -> list[tuple[Planted, str]]:
    """Return the advertisements of our own making, each product in one layout after the other."""
    data = tomllib.loads((Path(__file__).parent / "invented.toml").read_text("utf-8"))
    out = [(Planted(0, 0, "social text", "invented"), words) for words in data["social"]]
    out += [(Planted(0, 0, "sentence only", "invented"), words) for words in data["prose"]]
    for number, (title, blurb) in enumerate(data["products"]):
        for twice, cut in ((True, True), (True, False), (False, number % 2 == 0)):
            words = f"{' '.join(blurb.split()[: 9 + number % 8])}..." if cut else blurb
            layout = f"title{' x2' * twice} + {'truncated blurb' if cut else 'sentence'}"
            head = f"{title}\n\n{title}" if twice else title
            out.append((Planted(0, 0, layout, "invented"), f"{head}\n\n{words}"))
    return out


def invented_stories() -> list[Page]:
    """Return stories of our own making about goods and companies, which hold no advertising; for fitting alone."""
    data = tomllib.loads((Path(__file__).parent / "invented.toml").read_text("utf-8"))
    whole = [(0, _FAR_BEHIND, "copy")]
    return [Page("invented", "invented", frozenset(), Manuscript.of(t), whole, fold=-1) for t in data["stories"]]


_FAR_BEHIND = 1_000_000


def with_invented(found: Sequence[Page], seed: int) -> list[Page]:
    """Return stories without advertising, each with one of the invented advertisements; for fitting alone."""
    chosen = random.Random(seed)
    stories = [p for p in found if p.set not in ("blocks", "drafts") and not p.planted]
    out = []
    for ad, words in invented():
        page = chosen.choice(stories)
        at = chosen.randrange(min(2, len(page.manuscript.blocks) - 1), len(page.manuscript.blocks))
        out.append(_planted_in(page, ad, words, at, ""))
    return out


def with_remains(found: Sequence[Page], seed: int) -> list[Page]:
    """Return stories without advertising with invented remains of a page between their paragraphs; for fitting alone.

    Every second one has some right above its last paragraph, where a story seems to end too early.
    """
    chosen = random.Random(seed)
    remains = tomllib.loads((Path(__file__).parent / "invented.toml").read_text("utf-8"))["remains"]
    out = []
    for number, page in enumerate(p for p in found if p.set not in ("blocks", "drafts") and not p.planted):
        lines = [block.text for block in page.manuscript.blocks]
        if len(lines) < _FEWEST:
            continue
        places = (
            {chosen.randrange(3, len(lines)), len(lines) - 1 - number % 4}
            if number % 2 == 0
            else {chosen.randrange(3, len(lines))}
        )
        text, spans = "", []
        for at, line in enumerate(lines):
            if at in places:
                left = chosen.choice(remains).replace(" // ", "\n\n")
                spans.append((len(text), len(text) + len(left), "leftover"))
                text += f"{left}\n\n"
            text += f"{line}\n\n"
        whole = _with_rest(spans, text)
        out.append(Page("remains", page.source, page.keys, Manuscript.of(text), whole, fold=page.fold))
    return out


_FEWEST = 8
"""Blocks: a shorter story has no middle."""


def _planted_in(page: Page, ad: Planted, words: str, at: int, label: str) -> Page:
    lines = [block.text for block in page.manuscript.blocks]
    before = "".join(f"{line}\n\n" for line in lines[:at])
    above = f"{label}\n\n" if label else ""
    text = "\n\n".join([*lines[:at], f"{above}{words}", *lines[at:]])
    start = len(before) + len(above)
    new = replace(ad, start=start, end=start + len(words), labelled=bool(label))
    new = replace(new, label=(len(before), len(before) + len(label)) if label else None)
    spans = _with_rest([(len(before), new.end, "paid")], text)
    return Page("replanted", page.source, page.keys, Manuscript.of(text), spans, (new,), page.fold)


def _share_out(found: Sequence[Page]) -> None:
    """Put pages that share a key into one fold, the largest groups first, each into the smallest fold."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for page in found:
        first, *others = sorted(page.keys)
        for other in others:
            parent[root(other)] = root(first)
    groups: dict[str, list[Page]] = {}
    for page in found:
        groups.setdefault(root(min(page.keys)), []).append(page)
    size = [0] * FOLDS
    for group in sorted(groups.values(), key=lambda g: (-sum(len(p.manuscript.blocks) for p in g), min(g[0].keys))):
        fold = size.index(min(size))
        size[fold] += sum(len(p.manuscript.blocks) for p in group)
        for page in group:
            page.fold = fold
