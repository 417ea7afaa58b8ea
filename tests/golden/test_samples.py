"""Each sample draft comes to exactly the copy map and the findings that are committed beside this file.

`pytest tests/golden --accept` writes them anew; read the difference before committing it. Grammar is not in it: it
needs the engine, whose version is another matter.
"""

import json
from pathlib import Path

import pytest

from desk.checking.runner import ReadingCache, run
from desk.checks.ads.copymap import mapped
from desk.checks.house import Brief
from desk.checks.registry import OWN, own_check
from desk.paths import resources_dir
from desk.readers.draft import manuscript

SAMPLES = sorted((resources_dir() / "samples").glob("*.txt"))
HERE = Path(__file__).parent


def came_to(path):
    story = mapped(manuscript(path.read_text("utf-8"), "text"))
    runs = run([own_check(item) for item in OWN], story, Brief(), ReadingCache())
    assert not [result.unchecked for result in runs if result.unchecked]
    return story, {result.item: result.findings for result in runs}


def snapshot(story, findings):
    return {
        "blocks": [[b.kind, b.role, b.start, b.end, " ".join(b.text[:60].split())] for b in story.blocks],
        "findings": {
            item: [[f.rule, f.severity, f.span.start, f.span.end, f.quote[:60], list(f.suggestions)] for f in found]
            for item, found in findings.items()
        },
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_to_what_was_accepted(path, request):
    expected = HERE / f"{path.stem}.json"
    now = json.loads(json.dumps(snapshot(*came_to(path))))
    if request.config.getoption("--accept"):
        expected.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert now == json.loads(expected.read_text("utf-8")), "if this is right, run pytest tests/golden --accept"


def test_the_harbour_bridge_shows_every_kind_of_problem():
    story, findings = came_to(resources_dir() / "samples" / "harbour-bridge.txt")
    found = {(f.rule, " ".join(f.quote.split())) for several in findings.values() for f in several}
    assert found >= {
        ("names.initialism", "US"),
        ("names.near-variant", "Odoya"),
        ("names.transliteration", "El-Kasira"),
        ("names.given-name", "Edmund Wexcombe"),
        ("style.doubled-word", "it it"),
        ("style.unclosed-quote", "bridge,"),
        ("structure.placeholder", "TK"),
        ("structure.byline-placeholder", "Staff Writer"),
    }
    paid = next(f for f in findings["ads"] if f.rule == "ads.unlabelled")
    assert paid.quote.startswith("Brewhaven AeroDrip")
    assert [f.quote.split("\n")[0] for f in findings["ads"] if f.rule == "ads.leftover"] == [
        "Home | News | Harbour | Sport | Contact",
        "You might also like",
    ]
    assert {"copy", "furniture", "paid", "leftover"} == {block.kind for block in story.blocks}
