"""Each misreading leaves its right sentence in peace, and its wrong one is still told."""

import re
import tomllib

from desk.checks.grammar.misread import is_misread
from desk.checks.grammar.reading import Slip
from desk.paths import resources_dir
from tests.rows import rows

ENTRIES = tomllib.loads((resources_dir() / "grammar" / "misread.toml").read_text("utf-8"))["misread"]
NAMES = [f"{entry['rules'][0]}: {entry['reason']}" for entry in ENTRIES]


def slips_in(marked, rule):
    """Return the sentence without its marks, and one slip for each marked place."""
    text, slips = "", []
    for part in re.split(r"(⟦[^⟧]*⟧)", marked):
        plain = part.strip("⟦⟧")
        if part.startswith("⟦"):
            slips.append(Slip(rule, len(text), len(text) + len(plain), "Something is wrong."))
        text += plain
    return text, slips


@rows("entry", ENTRIES)
def test_a_right_sentence_is_left_in_peace_and_a_wrong_one_is_told(entry):
    for rule in entry["rules"]:
        text, right = slips_in(entry["right"], rule)
        assert right
        assert all(is_misread(slip, text) for slip in right), [s for s in right if not is_misread(s, text)]
        text, wrong = slips_in(entry["wrong"], rule)
        assert wrong
        assert not any(is_misread(slip, text) for slip in wrong)


def test_what_is_misread_is_not_told(told, slip):
    assert told("Those who did took the early ferry.", slip("DONT_NEEDS", "took", "take")) == ()
    assert told("She did took the early ferry.", slip("DONT_NEEDS", "took", "take")) != ()
