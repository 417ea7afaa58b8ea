"""How well weights do on judged pages: the figures of `docs/guide.md`, by source and by layout."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pages import Page, Planted

from desk.checks.ads import AdsCheck
from desk.checks.ads.copymap import judged
from desk.checks.ads.model import Weights
from desk.checks.check import Finding
from desk.checks.house import Brief
from desk.text.blocks import Block, Kind

CHECK = AdsCheck()
PROSE = ("social text", "sentence only")


@dataclass
class Figures:
    """Counts that add up over folds; `missed` and `wrong` hold places for whoever looks for causes."""

    ads: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Layout or maker of unlabelled adverts -> how many there are and how many were found."""
    counts: Counter[str] = field(default_factory=Counter)
    blocks: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    missed: list[tuple[Page, Planted]] = field(default_factory=list)
    alarms: list[tuple[Page, Finding]] = field(default_factory=list)
    wrong: list[tuple[Page, Block, str]] = field(default_factory=list)

    def add(self, page: Page, by: Weights) -> None:
        """Count what the check says about one page."""
        blocks = judged(page.blocks, page.shown, by)
        findings = CHECK.judge(page.manuscript.with_blocks(tuple(blocks)), [None] * len(blocks), Brief())
        if page.set in ("blocks", "drafts"):
            self._blocks(page, blocks)
        else:
            self._story(page, blocks, findings)
        if page.set == "drafts":
            for ad in page.planted:
                self._advert(page, ad, blocks, findings, "drafts: ")

    def _story(self, page: Page, blocks: Sequence[Block], findings: Sequence[Finding]) -> None:
        prefix = "replanted " if page.set == "replanted" else ""
        for ad in page.planted:
            self._advert(page, ad, blocks, findings, prefix)
        if not page.planted and page.set != "remains":
            self.counts[f"{page.set} ad-free"] += 1
            self.counts[f"{page.set} loud"] += bool(findings)
            self.alarms.extend((page, finding) for finding in findings)
        apart = [(start, end) for start, end, kind in page.spans if kind in ("leftover", "paid")]
        for start, end in apart if page.set == "remains" else ():
            inside = [block for block in blocks if block.start < end and start < block.end]
            self.ads["remains put in"].update(there=1, found=int(not any(block.editorial for block in inside)))
        for block in blocks:
            if not any(block.start < end and start < block.end for start, end in apart):
                self.counts[f"{page.set} body"] += len(block.text)
                self.counts[f"{page.set} lost"] += len(block.text) * (not block.editorial)

    def _advert(
        self, page: Page, ad: Planted, blocks: Sequence[Block], findings: Sequence[Finding], prefix: str
    ) -> None:
        inside = [block for block in blocks if block.start < ad.end and ad.start < block.end]
        kept = sum(len(b.text) for b in inside if not b.editorial) >= 0.8 * sum(len(b.text) for b in inside)
        touched = [f for f in findings if f.span.start < ad.end and ad.start < f.span.end]
        if ad.labelled:
            self.counts[f"{prefix}labelled"] += 1
            self.counts[f"{prefix}in peace"] += kept and not any("label" in f.rule for f in touched)
            return
        found = kept and bool(touched)
        shaped = "prose and social" if ad.layout in PROSE else "title-shaped"
        for name in ("all", shaped, ad.layout, ad.source):
            self.ads[f"{prefix}{name}"].update(there=1, found=int(found))
        self.counts[f"{prefix}said paid"] += any(b.kind is Kind.PAID for b in inside)
        if not found:
            self.missed.append((page, ad))

    def _blocks(self, page: Page, blocks: Sequence[Block]) -> None:
        at = 0
        for start, end, kind in page.spans:
            while at < len(blocks) and blocks[at].end <= start:
                at += 1
            shares: Counter[bool] = Counter()
            for block in blocks[at:]:
                if block.start >= end:
                    break
                shares[block.editorial] += min(end, block.end) - max(start, block.start)
            if kind.endswith("?"):
                continue
            says = bool(shares) and shares[True] >= shares[False]
            is_ = kind == "copy"
            count = ("t" if says == is_ else "f") + ("p" if says else "n")
            self.blocks[f"{page.set} all"][count] += 1
            self.blocks[f"{page.set} {page.source}"][count] += 1
            if says != is_:
                self.wrong.append((page, page.blocks[min(at, len(blocks) - 1)], kind))


def figures(found: Iterable[Page], by: Weights) -> Figures:
    """Return the figures of pages that were not fitted to."""
    out = Figures()
    for page in found:
        out.add(page, by)
    return out


def editorial_f1(c: Counter[str]) -> float:
    return 2 * c["tp"] / max(1, 2 * c["tp"] + c["fp"] + c["fn"])


def apart_f1(c: Counter[str]) -> float:
    return 2 * c["tn"] / max(1, 2 * c["tn"] + c["fp"] + c["fn"])


def lines(f: Figures) -> list[str]:
    """Return the figures as lines to read."""
    c = f.counts
    loud, body = (sorted(n.removesuffix(end) for n in c if n.endswith(end)) for end in (" ad-free", " body"))
    out = [_share(name, "found", row["found"], row["there"]) for name, row in sorted(f.ads.items())]
    out += [
        _share(f"{before}labelled", "left in peace", c[f"{before}in peace"], c[f"{before}labelled"])
        for before in ("", "replanted ")
        if c[f"{before}labelled"]
    ]
    out += [_share(f"{name} without advertising", "alarmed", c[f"{name} loud"], c[f"{name} ad-free"]) for name in loud]
    out += [f"{f'{name}, share of copy taken':50} {c[f'{name} lost'] / c[f'{name} body']:.4f}" for name in body]
    for name, row in sorted(f.blocks.items()):
        score = apart_f1(row) if name.startswith("drafts") else editorial_f1(row)
        out.append(f"{name:50} F1 {score:.4f}")
    return out


def _share(name: str, what: str, part: int, whole: int) -> str:
    return f"{name:36} {what:13} {part:4} of {whole:4}  {part / whole:.3f}"
