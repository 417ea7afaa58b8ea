"""A quotation of a full sentence wants a speaker, in its paragraph or in the ones around it."""

import pytest

from desk.checking.copy_map import copy_map
from desk.checking.runner import ReadingCache, run_check
from desk.checks.check import Severity
from desk.checks.house import Brief
from desk.checks.structure.check import StructureCheck
from tests.rows import rows

BEFORE = "The bridge at Aldane was closed on Monday, and the ferry was full by eight."
BEHIND = "The work begins in May, and the bus goes round by the coast road until then."
QUOTE = "“We shall have to row across until the spring comes.”"


def asked(*paragraphs):
    story = copy_map("\n\n".join(("Bridge closes", "By Ada Holm", *paragraphs)), "text")
    found = run_check(StructureCheck(), story, Brief(), ReadingCache()).findings
    return [(one.quote, one.severity) for one in found if one.rule == "structure.unnamed-speaker"]


@pytest.mark.parametrize("quotation", [QUOTE, QUOTE.replace("“", '"').replace("”", '"')])
def test_a_quotation_that_nobody_says_is_a_question(quotation):
    assert asked(BEFORE, quotation, BEHIND) == [(quotation, Severity.HINT)]
    assert asked(BEFORE, f"The pier was empty. {quotation}", BEHIND) == [(quotation, Severity.HINT)]


@rows(
    "paragraphs",
    [
        (BEFORE, f"{QUOTE} Ada Holm, who keeps the pier, said so.", BEHIND),
        (f"{BEFORE} Ada Holm told the board what she thought of it.", QUOTE, BEHIND),
        (BEFORE, QUOTE, "According to the keeper of the pier, nobody had asked her."),
        ("Ada Holm was there, she said.", "“The board never asked us what we wanted at all.”", QUOTE, BEHIND),
        (BEFORE, f"The keeper of the pier was plain: {QUOTE}", BEHIND),
        (BEFORE, f"{QUOTE} – Ada Holm", BEHIND),
        (BEFORE, "The film “We Shall Row Across” was shown in the hall.", BEHIND),
        (BEFORE, "“Row across.”", BEHIND),
    ],
)
def test_a_quotation_with_a_speaker_near_by_and_a_title_are_left_in_peace(paragraphs):
    assert not asked(*paragraphs)
