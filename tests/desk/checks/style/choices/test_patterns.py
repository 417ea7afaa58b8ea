"""What a block must have for a pattern to be tried: nothing that the pattern would find goes unseen for it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.passage import RunningText
from desk.checks.style.choices.patterns import PatternFinder, compiled

SIGNS = "".join(map(chr, range(ord(" "), ord("~")))).replace("_", "") + "–—…°º½¼¾£€¥₹’‘“”′″"
PATTERNS = [(choice, table) for choice in choices() for table in choice.how.get("find", ())]


def test_what_a_pattern_finds_has_the_words_it_is_tried_for(subtests: pytest.Subtests) -> None:
    for nth, (choice, table) in enumerate(PATTERNS):
        with subtests.test(f"{choice.key} {table['form']} {nth}"):
            _is_tried_for(choice, table["form"], compiled(table["pattern"]), table.get("quoted", False))


def _is_tried_for(choice: StyleChoice, form: str, pattern: re.Pattern[str], quoted: bool) -> None:
    finder = PatternFinder([choice])

    @settings(max_examples=3, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern.pattern), alphabet=SIGNS))
    def found(text: str) -> None:
        passage = RunningText(text)
        first = pattern.search(passage.flat if quoted else passage.outside)
        assert first is None or any(
            place.form == form and place.start <= first.start() < place.end for place in finder.places(passage)
        )

    found()


def test_dollars_of_a_country_with_points_and_a_space_are_seen() -> None:
    places = PatternFinder([by_key()["currency.house"]]).places(RunningText("It cost U.S. $40 in May."))
    assert [place.form for place in places] == ["US$"]
