"""Fits the weights of the copy map: `python tests/bench/ads_fit/fit.py FOLDER [--write] [--makers] [--curve]`.

FOLDER holds judged texts, one JSON object a line (`ads_planted_*.jsonl`, `names_clean_*`, `names_planted_*`,
`blocks_*`, `drafts_*`). Printed are figures on pages that were not fitted to: five folds, no outlet, page or
advertisement in two of them. `--makers` leaves each maker of advertisements out in turn instead, `--curve` shows what
the readiness to say "paid" costs, and `--write` fits on everything and writes `resources/ads/weights.toml`: numbers,
no words.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import chain
from judge import Figures, apart_f1, editorial_f1, lines
from pages import FOLDS, Page, invented_stories, pages, replanted, with_invented, with_remains

from desk.checks.ads.model import ChainState, Weights
from desk.paths import resources_dir

PENALTY, ROUNDS, FEWEST = 4.0, 80, 4
COUNTS = {"blocks": 0.8, "remains": 0.4}
"""How much a page counts against a story: web pages have five times the blocks, remains are put into every story."""
ALARM = 1.5
"""What copy taken for something else costs in a story, in natural logarithms of odds."""
READY = 1.0
"""Added to every step from copy to paid text, for a missed advertisement costs more than a question."""
BY_HAND = {
    "heading": (1.20, -0.40, -0.40, -0.40),
    "author box": (-2.50, -0.50, 0.50, 2.50),
    "linked": (-1.50, 0.00, 0.60, 0.90),
}
"""What the judged texts do not have, for they are plain text (headings and links that a reader of files knows), or too
seldom to be fitted."""
_PAID = (ChainState.PAID, ChainState.PAID_AFTER, ChainState.PAID_BEFORE)
_COSTS = chain.costs_of({(ChainState.COPY, state): ALARM for state in ChainState if state is not ChainState.COPY})
_HEAD = """\
# How much each feature speaks for each kind: tests/bench/ads_fit/fit.py fitted it by maximum likelihood on pages whose
# blocks were judged by people and on stories with advertisements put in (a chain over the blocks of a page; squared
# penalty {penalty:g}; copy taken for something else costs {alarm:g}; steps from copy to paid text raised by {ready:g}).
# What plain text does not have (headings, links), or seldom, was set by hand. Natural logarithms of odds; each row adds
# up to 0. desk/checks/ads/features.py and shape.py name the features.

[features]  # copy, paid, leftover inside the story, leftover outside of it
"""


def fitted(found: Iterable[Page]) -> Weights:
    """Return the weights that fit the pages."""
    samples = [
        chain.Sample(
            page.shown,
            page.gold,
            COUNTS.get(page.set, 1.0),
            page.set not in ("blocks", "drafts"),
        )
        for page in found
    ]
    return chain.fit(samples, _COSTS, PENALTY, ROUNDS, FEWEST)


def readier(by: Weights, ready: float) -> Weights:
    """Return the weights with every step from copy to paid text raised by `ready`."""
    more = {(ChainState.COPY, state): ready for state in _PAID}
    return replace(by, steps={step: value + more.get(step, 0.0) for step, value in by.steps.items()})


def parted(found: Sequence[Page], more: Sequence[Page], parts: Sequence[tuple[set[int], set[int]]]) -> list[Weights]:
    """Return the weights for each part, fitted without the pages (by number) that it is to be tested on."""
    out = []
    for number, (left_out, _) in enumerate(parts):
        print(f"part {number + 1} of {len(parts)}", file=sys.stderr)
        out.append(fitted(page for i, page in enumerate([*found, *more]) if i not in left_out))
    return out


def by_fold(found: Sequence[Page]) -> list[tuple[set[int], set[int]]]:
    """Return which pages each fold leaves out, and which it is tested on: the same ones."""
    return [(here, here) for k in range(FOLDS) if (here := {i for i, page in enumerate(found) if page.fold == k})]


def by_maker(found: Sequence[Page]) -> list[tuple[set[int], set[int]]]:
    """Return the same by maker: left out is every page with an advertisement of the maker."""
    makers = sorted({ad.source for page in found for ad in page.planted} - {"invented"})
    return [(h, h) for m in makers if (h := {i for i, p in enumerate(found) if any(a.source == m for a in p.planted)})]


def tested(
    found: Sequence[Page], by: Sequence[Weights], parts: Sequence[tuple[set[int], set[int]]], ready: float
) -> Figures:
    """Return the figures of every part under the weights that were fitted without it."""
    out = Figures()
    for weights, (_, tested_on) in zip(by, parts, strict=True):
        there = readier(weights, ready)
        for i in sorted(i for i in tested_on if i < len(found)):
            out.add(found[i], there)
    return out


def curve(look: Callable[[float], Figures]) -> None:
    """Print what each readiness finds and what it costs."""
    for ready in (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0):
        f = look(ready)
        kinds = [("all", "all"), ("title-shaped", "title"), ("prose and social", "prose")]
        shares = []
        for name, short in kinds:
            rows = [f.ads[f"{prefix}{name}"] for prefix in ("", "drafts: ", "replanted ")]
            shares.append(f"{short} {sum(r['found'] for r in rows) / max(1, sum(r['there'] for r in rows)):.3f}")
        c = f.counts
        loud, quiet = c["ads loud"] + c["names_clean loud"], c["ads ad-free"] + c["names_clean ad-free"]
        lost = sum(c[f"{n} lost"] for n in ("ads", "names_clean", "replanted"))
        body = sum(c[f"{n} body"] for n in ("ads", "names_clean", "replanted"))
        print(
            f"ready {ready:4.2f}: found {', '.join(shares)}; ad-free with alarm {loud / max(1, quiet):.4f};"
            f" copy taken {lost / max(1, body):.4f}; blocks F1 {editorial_f1(f.blocks['blocks all']):.4f};"
            f" drafts F1 {apart_f1(f.blocks['drafts all']):.4f}"
        )


def written(by: Weights) -> str:
    """Return the weights as TOML."""
    out = [_HEAD.format(penalty=PENALTY, alarm=ALARM, ready=READY).rstrip("\n")]
    for name, row in sorted({**by.features, **BY_HAND}.items()):
        if name and any(abs(value) >= 0.05 for value in row):
            out.append(f'"{name}" = [{", ".join(f"{value:.2f}" for value in row)}]')
    for first in ChainState:
        steps = {then: value for (a, then), value in by.steps.items() if a is first}
        out.append(f"\n[steps.{first.name.lower()}]")
        out += [f"{then.name.lower()} = {value:.2f}" for then, value in steps.items()]
    for name, values in (("starts", by.starts), ("ends", by.ends)):
        out.append(f"\n[{name}]")
        out += [f"{state.name.lower()} = {value:.2f}" for state, value in values.items()]
    return "\n".join(out) + "\n"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    for flag in ("write", "makers", "curve"):
        ask.add_argument(f"--{flag}", action="store_true")
    given = ask.parse_args()
    stories = pages(given.folder)
    if not stories:
        ask.error(f"no judged texts in {given.folder}")
    again = with_remains([page for page in stories if page.fold % 2], 32)
    test = [page.look() for page in (*stories, *replanted(stories, 1), *replanted(stories, 2), *again)]
    more = [page.look() for seed in (11, 12, 13) for page in replanted(stories, seed)]
    more += [page.look() for seed in (21, 22, 23) for page in with_invented(stories, seed)]
    more += [page.look() for page in (*invented_stories(), *with_remains(stories, 31))]
    everything = [*test[: len(stories)], *more]
    if given.write:
        by = fitted(everything)
        (resources_dir() / "ads" / "weights.toml").write_text(written(readier(by, READY)), "utf-8")
        print("in sample:", *lines(tested(test, [by], [(set(), set(range(len(test))))], READY)), sep="\n")
        return
    both = [*test, *more]
    parts = by_maker(both) if given.makers else by_fold(both)
    by_part = parted(test[: len(stories)] + [replace(p, gold=[]) for p in test[len(stories) :]], more, parts)
    if given.curve:
        curve(lambda ready: tested(test, by_part, parts, ready))
    print(*lines(tested(test, by_part, parts, READY)), sep="\n")


if __name__ == "__main__":
    main()
