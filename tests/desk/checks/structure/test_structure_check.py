import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.checks.ads.copymap import mapped
from desk.checks.check import Severity
from desk.checks.house import Brief, House
from desk.checks.placeholders import PlaceholderKind
from desk.checks.placeholders import settings as placeholder_kinds
from desk.checks.structure import StructureCheck
from desk.checks.structure.headline import all_capitals, title_case
from desk.text.blocks import Manuscript
from tests.rows import rows

PARAGRAPH = (
    "The harbour board voted on Tuesday to close the old swing bridge for repairs, after engineers found cracks "
    "in two of its six bearings, said Maren Oduya.\n\n"
)
BODY = "".join(f"{PARAGRAPH[:-3]} in plan {n}.\n\n" for n in range(5))


def run(text, **house):
    check, brief, story = StructureCheck(), Brief(House(**house)), mapped(Manuscript.of(text))
    return check.judge(story, [check.read(block, brief) for block in story.blocks], brief)


def applied(text, remedy):
    for edit in sorted(remedy.edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_body_alone_gets_one_hint():
    (finding,) = run(BODY)
    assert (finding.rule, finding.severity) == ("structure.missing-headline", Severity.HINT)


@pytest.mark.parametrize(
    "text", ["", "A note.", PARAGRAPH, "Call the board about the bridge.\n\nAsk for Oduya.\n\nThanks!"]
)
def test_notes_and_briefs_want_no_furniture(text):
    assert run(text) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [("By Rosa Ekstrand\nStaff Writer", 0), ("Staff Writer", 1), ("By Staff Writer\nStaff Writer", 2)],
)
def test_what_somebody_is_below_their_name_is_no_byline_that_names_nobody(lines, told):
    story = f"Harbour bridge to close for repairs\n\n{lines}\n\n{BODY}"
    assert [f.rule for f in run(story)].count("structure.byline-placeholder") == told


@pytest.mark.parametrize(
    ("line", "severity"),
    [("Staff Reporter", Severity.HINT), ("By Our Correspondent", Severity.HINT), ("Staff Writer", Severity.WARNING)],
)
def test_a_byline_that_papers_print_is_a_hint_and_what_a_form_puts_there_a_warning(line, severity):
    story = f"Harbour bridge to close for repairs\n\n{line}\n\n{BODY}"
    assert [f.severity for f in run(story) if f.rule == "structure.byline-placeholder"] == [severity]


def test_a_rule_can_be_switched_off():
    assert run(BODY, style_off=frozenset({"structure.missing-headline"})) == []


@rows(
    "text",
    ["It cost TK dollars.", "It cost [TK] dollars.", "TKTK", "Oduya (CQ) said so.", "The [check spelling] yard.", "???",
     "It cost XXX dollars.", "xxx", "An empty () pair.", "Lorem ipsum dolor.", "By NAME HERE", "It opens in ____.",
     "Note to desk: pic is on the server", "NOTE TO SUBS - cut from the end.", "FAO desk: held for legal",
     "Pics to follow.", "More pics to come.", "The bridge is shut. [caption to come]", "(Graphic to follow.)",
     "NB the subs: cut", "Attn the desk"],
)  # fmt: skip
def test_placeholders_are_found(text):
    assert "structure.placeholder" in [finding.rule for finding in run(text)]


@rows(
    "text",
    ["She watched Super Bowl XXX.", "TK Mallory sang.", "CQ Hallam asked why.", "“[The bridge] is safe.”", "(sic)",
     "He said it (twice).", "The yard is in Tkaronto.", "A note to the desk said so.", "Note for desk owners: oil it.",
     "Notes to editors", "There is more to come.", "The captions to come home with are short.",
     "He promised more graphics to come.", "The captions are to come, she said.",
     "NB desk lamps are sold for $40 each.",
     "FAO desk officers said so.", "NB the desk is made of oak.", "Fans (with more graphics to come) wept."],
)  # fmt: skip
def test_what_only_looks_like_a_placeholder_is_left_in_peace(text):
    assert run(text) == []


@rows(
    ("numbers", "wrong"),
    [
        ("1244", ("4", "3")), ("124", ("4", "3")), ("0113", ("1", "2")), ("125", ("5", "3")), ("1214", ("1", "3")),
        *((right, None) for right in ("123", "12", "13", "321", "456", "1134", "1224", "122", "12245", "121", "1231")),
    ],
)  # fmt: skip
def test_one_step_that_is_out_of_its_turn_is_told(numbers, wrong):
    for parted in ("\n", "\n\n"):
        found = [
            f for f in run(parted.join(f"{n}. Mix it well." for n in numbers)) if f.rule == "structure.list-number"
        ]
        assert [(f.quote, f.suggestions[0]) for f in found] == ([wrong] if wrong else [])


@rows(
    ("numbers", "missing"),
    [("1245", "3"), ("1345", "2"), ("01345", "2"), ("1246", None), ("12356", "4"), ("12457", None)],
)
def test_a_step_that_is_missing_is_told_at_the_one_behind_it(numbers, missing):
    found = [f for f in run("\n".join(f"{n}. Mix it well." for n in numbers)) if f.rule == "structure.list-number"]
    assert [(f.message.split(" ")[1], f.suggestions) for f in found] == ([(missing, ())] if missing else [])


def test_a_note_to_the_desk_ends_at_its_first_full_stop():
    (finding,) = (
        f for f in run("Note to desk: pic 1.5 is up. The bridge is shut.") if f.rule == "structure.placeholder"
    )
    assert finding.quote == "Note to desk: pic 1.5 is up."


def test_hidden_characters_are_named_and_deleted():
    text = "The bridge\u202e is\0\0 safe\ufeff."
    found = run(text)
    assert [finding.quote for finding in found] == ["U+202E", "U+0000", "U+FEFF"]
    for finding in reversed(found):
        text = applied(text, finding.remedies[0])
    assert text == "The bridge is safe."


def test_very_many_hidden_characters_are_one_finding():
    text = "a\0b" * 1000
    (finding,) = run(text)
    assert applied(text, finding.remedies[0]) == "ab" * 1000
    assert "1000" in finding.message


def test_joined_emoji_and_right_to_left_words_are_no_hidden_characters():
    assert run("A family 👩‍👩‍👧 came. سلام‌ها said the sign.") == []


def test_a_repeated_paragraph_is_taken_out_with_its_blank_line():
    text = BODY + PARAGRAPH[:-3] + " in plan 1.\n"
    finding = next(f for f in run(text) if f.rule == "structure.repeated-paragraph")
    assert applied(text, finding.remedies[0]) == BODY.rstrip("\n") + "\n"


def test_capitals_become_title_case_and_initialisms_stay():
    story = ["The UN said that NATO's envoy to the U.S. would leave."]
    assert title_case("UN ENVOY TO LEAVE U.S. AFTER NATO TALKS", story) == "UN Envoy to Leave U.S. After NATO Talks"
    assert title_case("O'HARA'S WAR-TIME DIARY: A FIND", []) == "O'Hara's War-Time Diary: A Find"


@pytest.mark.parametrize(
    ("text", "capitals"), [("BRIDGE TO CLOSE", True), ("US", False), ("Bridge to Close", False), ("", False)]
)
def test_what_stands_in_capitals(text, capitals):
    assert all_capitals(text) is capitals


@given(st.text(alphabet="aTK \n[]()X?\0\u202e\ud800😀.", max_size=150))
def test_every_remedy_stays_inside_the_text(text):
    for finding in run(text):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert all(e.span.end <= len(text) for r in finding.remedies for e in r.edits)


def test_what_is_left_for_later_has_the_signs_that_it_is_looked_for_by(subtests: pytest.Subtests) -> None:
    for kind in placeholder_kinds().placeholders:
        with subtests.test(kind.what):
            _has_its_signs(kind)


def _has_its_signs(kind: PlaceholderKind) -> None:
    @settings(max_examples=5, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(kind.pattern.pattern)))
    def found(text: str) -> None:
        assert any(need in text.lower() for need in kind.needs)

    found()
