"""Hostile texts end, and the work grows with the text: comparisons are counted, not seconds."""

import itertools
import random

import pytest

from desk.checks.house import Brief
from desk.checks.names import near as near_module
from desk.checks.names.acronyms import misfits
from desk.checks.names.check_names import NamesCheck
from desk.checks.names.find import read_block
from desk.checks.names.group import Word, gather
from desk.checks.names.letters import squashed
from desk.checks.names.pairs import near
from desk.text.blocks import Manuscript
from tests.rows import rows

SYLLABLES = ["".join(pair) for pair in itertools.product("bdfgklmnprst", "aeiou")]


def distinct_names(count):
    """Return so many different pronounceable names, many of them one letter apart."""
    chosen = random.Random(1)
    names = set()
    while len(names) < count:
        names.add("".join(chosen.choices(SYLLABLES, k=4)).capitalize())
    return sorted(names)


def words(names):
    return [Word(name, squashed(name), "word") for name in names]


@pytest.mark.parametrize("make", [distinct_names, lambda n: [f"Kowal{i:05d}ski" for i in range(n)]])
def test_comparisons_grow_with_the_number_of_names(make):
    few, many = (sum(1 for _ in near(words(make(count)))) for count in (500, 5000))
    assert many <= 16 * 5000
    assert few <= 16 * 500


def test_names_that_all_share_a_sound_are_not_compared_each_with_each():
    vowels = ["".join(v) for v in itertools.product("aeiou", repeat=4)]
    alike = [f"M{a}h{b}m{c}d{d}" for a, b, c, d in vowels]
    assert sum(1 for _ in near(words(alike))) <= 16 * len(alike)


def test_five_thousand_names_in_one_story_are_weighed_a_bounded_number_of_times(monkeypatch):
    weighed = []
    weigh = near_module.weigh
    monkeypatch.setattr(near_module, "weigh", lambda *args: weighed.append(1) or weigh(*args))
    text = "\n\n".join(f"Yesterday the crew met {name} at the pier." for name in distinct_names(5000))
    judge(text)
    assert len(weighed) <= 16 * 5000


def judge(text):
    manuscript = Manuscript.of(text)
    check = NamesCheck()
    return check.judge(manuscript, [check.read(block, Brief()) for block in manuscript.blocks], Brief())


@rows(
    "text",
    [
        "A" * 1_000_000,
        "A " * 100_000,
        "A-" * 100_000,
        "A.B." * 50_000,
        "al-" * 100_000 + "Assad",
        "Kim " + "de la " * 50_000,
        "Ma" + "\u0301" * 100_000 + "ria",
        "Ma\u0301ria " * 20_000,
        "قال محمد بن سلمان אמר בנימין נתניהו " * 10_000,
        "“A” " * 50_000,
        "K'" * 100_000,
        "\ud800 Kowalski \udfff",
        "Kowalski said. Kowalksi said. " * 5_000,
    ],
)
def test_hostile_texts_end(text):
    for finding in judge(text)[:100]:
        assert finding.span.of(text) == finding.quote


def test_only_the_changed_block_need_be_read_again():
    check = NamesCheck()
    block, other = Manuscript.of("Maria Kowalska won.\n\nKowalska left.").blocks
    assert check.key(Brief()) == check.key(Brief(variant="en-GB"))
    assert check.read(block, Brief()) == check.read(block, Brief())
    assert check.read(other, Brief()).runs[0].start == 0


def test_one_wrong_acronym_behind_many_names_is_one_suspicion():
    manuscript = Manuscript.of("World Health Organization (WHI) met. " * 2000)
    story = gather(manuscript.text, manuscript.blocks, [read_block(block) for block in manuscript.blocks])
    (suspicion,) = misfits(story)
    assert len(suspicion.departing) == len(suspicion.kept) == 2000
