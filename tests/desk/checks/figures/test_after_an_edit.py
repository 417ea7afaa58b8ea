"""What was compared before an edit is not compared again, and the findings are those of a look from scratch."""

import random
from datetime import date

import pytest

from desk.checking.copy_map import copy_map
from desk.checking.runner import ReadingCache, run_check
from desk.checks.figures import comparisons
from desk.checks.figures.check import FiguresCheck
from desk.checks.house import Brief
from desk.text.blocks import Manuscript

BRIEF = Brief(dated=date(2026, 3, 6))
PIECES = (
    "The {town} board paid ${a} million for {b} new boats.",
    "Nobody in {town} had seen the {a} boats come in.",
    "All {b} members of the {town} board voted for those {a} new boats.",
    "{a} people were hurt when the {town} ferry hit a pier.",
    "Ana Kovac, {b}, keeps the pier of {town}.",
    "The fee rose to {a} percent on Friday, May {b}.",
    "More than {a} people of {town} signed the petition.",
)


def paragraph(chosen):
    picked = chosen.choices(PIECES, k=chosen.randrange(1, 4))
    return " ".join(
        piece.format(town=chosen.choice(("Aldane", "Brookton")), a=chosen.randrange(3, 9), b=chosen.randrange(20, 24))
        for piece in picked
    )


def edited(paragraphs, chosen):
    """Change, add, remove or repeat one paragraph."""
    at = chosen.randrange(len(paragraphs))
    match chosen.randrange(4):
        case 0:
            paragraphs[at] = paragraph(chosen)
        case 1:
            paragraphs.insert(at, paragraph(chosen))
        case 2:
            paragraphs.insert(at, chosen.choice(paragraphs))
        case _:
            del paragraphs[at]
            paragraphs.append(paragraph(chosen))


@pytest.mark.parametrize("seed", range(3))
def test_after_each_edit_the_findings_are_those_of_a_look_from_scratch(seed):
    chosen = random.Random(seed)
    paragraphs = [paragraph(chosen) for _ in range(14)]
    check, cache, found = FiguresCheck(), ReadingCache(), 0
    for _ in range(15):
        story = copy_map("\n\n".join(paragraphs), "text")
        kept = run_check(check, story, BRIEF, cache).findings
        assert kept == run_check(FiguresCheck(), story, BRIEF, ReadingCache()).findings
        found += len(kept)
        edited(paragraphs, chosen)
    assert found > 15


def test_an_edit_compares_the_figures_of_its_own_paragraph_alone(monkeypatch):
    compared = []
    real = comparisons.against
    monkeypatch.setattr(comparisons, "against", lambda one, other: compared.append((one, other)) or real(one, other))
    paragraphs = [f"The board of ward {n} bought {100 + n} boats in the winter." for n in range(60)]
    check, cache = FiguresCheck(), ReadingCache()
    run_check(check, Manuscript.of("\n\n".join(paragraphs)), BRIEF, cache)
    assert len(compared) > 1_500
    for text in ("The board of ward 30 bought 7 boats.", "The board of ward 30 bought 8 boats."):
        compared.clear()
        paragraphs[30] = text
        run_check(check, Manuscript.of("\n\n".join(paragraphs)), BRIEF, cache)
        assert 0 < len(compared) <= 2 * 2 * 40  # two figures, each with forty before it and forty behind it
    compared.clear()
    run_check(check, Manuscript.of("\n\n".join(paragraphs)), BRIEF, cache)
    assert not compared
