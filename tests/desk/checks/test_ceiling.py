"""A text full of one slip: the list stays short, says what it leaves out, and brings it up later."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.ceiling import MOST, under_ceiling
from desk.checks.check import Finding, Item
from desk.checks.house import Brief
from desk.checks.structure import StructureCheck
from desk.checks.style import StyleCheck
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from tests.rows import rows


def made(rule, made_ones):
    def make():
        made_ones.append(rule)
        return Finding(Item.STYLE, rule, Span(0, 1), "x", "A slip.")

    return rule, make


@given(st.lists(st.sampled_from(["style.a", "style.b"]), max_size=3 * MOST))
def test_each_rule_keeps_its_first_findings_and_counts_the_rest(rules):
    made_ones: list[str] = []
    found = under_ceiling(made(rule, made_ones) for rule in rules)
    assert len(found) == len(made_ones), "what stays above the ceiling is never made"
    for rule in set(rules):
        own = [finding.message for finding in found if finding.rule == rule]
        more = rules.count(rule) - len(own)
        assert len(own) == min(rules.count(rule), MOST)
        assert set(own[:-1]) <= {"A slip."}
        assert (f" {more:,} more such place" in own[-1]) == (more > 0)


def judged(check, text):
    story, brief = Manuscript.of(text), Brief()
    return check.judge(story, [check.read(block, brief) for block in story.blocks], brief)


@rows(
    ("check", "rule", "slip"),
    [
        (StyleCheck(), "style.doubled-word", "the the bridge. "),
        (StyleCheck(), "style.unclosed-bracket", "("),
        (StyleCheck(), "style.unclosed-quote", "“"),
        (StyleCheck(), "style.unopened-quote", "x” "),
        (StructureCheck(), "structure.placeholder", "TK "),
        (StructureCheck(), "structure.repeated-paragraph", "The same eight words stand here once more.\n\n"),
    ],
)
def test_a_text_full_of_one_slip_gives_a_list_that_can_be_read(check, rule, slip):
    found = [finding for finding in judged(check, slip * 3 * MOST) if finding.rule == rule]
    assert len(found) == MOST
    assert "more such places follow" in found[-1].message


def test_what_is_left_out_comes_up_once_the_first_ones_are_mended():
    slip = "(see page two\n\n"
    text = slip * (MOST + 3)
    (*_, last) = judged(StyleCheck(), text)
    assert last.message.endswith("3 more such places follow in this story.")
    mended = text.replace("two", "two)", MOST)
    assert [finding.span.start for finding in judged(StyleCheck(), mended)] == [
        MOST * (len(slip) + 1) + n * len(slip) for n in range(3)
    ]
