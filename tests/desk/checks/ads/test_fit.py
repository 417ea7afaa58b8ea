"""The script that fits the weights: its gradient, its folds, what it writes."""

import importlib
import json
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from desk.checks.ads import examples
from desk.checks.ads.model import ChainState, best_path

FOLDER = Path(__file__).parents[3] / "bench" / "ads_fit"
STORY = [frozenset({"prose"})] * 3
PAGE = [frozenset({"menu"}), *STORY, frozenset({"offer", "prose"}), *STORY, frozenset({"menu"})]
GOLD = [ChainState.BEFORE, *[ChainState.COPY] * 3, ChainState.PAID, *[ChainState.COPY] * 3, ChainState.AFTER]


@pytest.fixture(autouse=True, scope="module")
def found():
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))


@pytest.fixture
def chain():
    return importlib.import_module("chain")


@pytest.fixture
def pages():
    return importlib.import_module("pages")


def test_the_gradient_is_that_of_the_loss(chain):
    samples = [chain.Sample(PAGE, GOLD), chain.Sample(STORY, [ChainState.COPY] * 3, 0.5)]
    problem = chain._Problem(samples, chain.costs_of({(ChainState.COPY, ChainState.PAID): 1.0}), 0.3, 1)
    x = np.random.default_rng(1).normal(size=problem.size) * 0.3
    gradient = problem.loss(x)[1]
    for i in range(problem.size):
        step = np.zeros(problem.size)
        step[i] = 1e-5
        slope = (problem.loss(x + step)[0] - problem.loss(x - step)[0]) / 2e-5
        assert slope == pytest.approx(gradient[i], abs=1e-4)


def test_it_learns_what_it_is_shown(chain):
    by = chain.fit([chain.Sample(PAGE, GOLD)] * 5, chain.costs_of({}), 0.1, 50, 1)
    assert best_path([by.scores(row) for row in PAGE], by) == GOLD


def test_what_is_written_is_read_back(chain):
    fit = importlib.import_module("fit")
    by = chain.fit([chain.Sample(PAGE, GOLD)] * 5, chain.costs_of({}), 0.1, 20, 1)
    data = tomllib.loads(fit.written(by))
    assert set(data["features"]) >= {"menu", "offer", "prose", "linked"}
    assert data["steps"]["copy"]["paid"] == round(by.steps[ChainState.COPY, ChainState.PAID], 2)


def test_no_outlet_stands_in_two_folds_and_an_advert_is_found_in_its_page(pages, tmp_path):
    ad = examples.UNLABELLED.index("Larkfell")
    rows = [
        {
            "doc": f"d{n}",
            "source": "made",
            "outlet": f"outlet {n % 7}",
            "text": examples.UNLABELLED,
            "ads": [
                {"start": ad, "end": ad + 209, "labelled": False, "label_span": None, "layout": "title x2 + sentence"}
                | {"ad_source": "made", "ad_id": f"ad {n}"}
            ],
        }
        for n in range(20)
    ]
    (tmp_path / "ads_planted_made.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    read = [page.look() for page in pages.pages(tmp_path)]
    assert len({page.fold for page in read}) == pages.FOLDS
    for key in {key for page in read for key in page.keys}:
        assert len({page.fold for page in read if key in page.keys}) == 1
    assert all(page.gold.count(ChainState.PAID) == 3 for page in read)


def test_every_invented_advert_and_story_can_be_read(pages):
    adverts = pages.invented()
    assert len(adverts) > 150
    assert all(words.strip() for _, words in adverts)
    assert all(len(page.manuscript.blocks) >= 5 for page in pages.invented_stories())
