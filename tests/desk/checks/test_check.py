from hypothesis import given
from hypothesis import strategies as st

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, fingerprinted, replacements
from desk.text.blocks import Manuscript
from desk.text.spans import Span

STORY = "The mayor met Anna Reed on Monday.\n\nReed said the the new bridge would open."


def found(text, words, rule="style.doubled-word", nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Finding(Item.STYLE, rule, Span(at, at + len(words)), words, "A doubled word.")


def prints(text, *findings):
    return [f.fingerprint for f in fingerprinted(findings, Manuscript.of(text))]


@given(st.text(alphabet="xyz \n", max_size=40))
def test_edits_in_other_blocks_leave_a_fingerprint_alone(other):
    moved = f"{other}\n\n{STORY}\n\n{other}"
    assert prints(moved, found(moved, "the the")) == prints(STORY, found(STORY, "the the"))


def test_edits_beyond_three_words_leave_a_fingerprint_alone():
    edited = STORY.replace("would open", "would soon open at last")
    assert prints(edited, found(edited, "the the")) == prints(STORY, found(STORY, "the the"))


def test_edits_beside_the_words_change_a_fingerprint():
    edited = STORY.replace("Reed said", "Reed wrote")
    assert prints(edited, found(edited, "the the")) != prints(STORY, found(STORY, "the the"))


def test_twins_are_told_apart_by_their_order():
    text = "so the the cat so the the cat so the the cat so"
    twins = [found(text, "the the", nth=n) for n in (0, 1, 2)]
    assert len(set(prints(text, *twins))) == 3


def test_findings_come_back_in_text_order():
    late, early = found(STORY, "open"), found(STORY, "mayor")
    assert [f.quote for f in fingerprinted([late, early], Manuscript.of(STORY))] == ["mayor", "open"]


def test_a_soft_wrap_inside_the_words_does_not_change_them():
    wrapped = STORY.replace("Anna Reed", "Anna\nReed")
    assert prints(wrapped, found(wrapped, "Anna\nReed")) == prints(STORY, found(STORY, "Anna Reed"))


def test_shifting_moves_words_evidence_and_remedies_together():
    finding = Finding(
        Item.NAMES,
        "names.near-variant",
        Span(5, 8),
        "abc",
        "…",
        evidence=(Evidence(Span(0, 2)),),
        remedies=(Remedy("all", (Edit(Span(5, 8), "x"), Edit(Span(0, 2), "x"))),),
    )
    moved = finding.shifted(10)
    assert (moved.span, moved.evidence[0].span) == (Span(15, 18), Span(10, 12))
    assert [e.span for e in moved.remedies[0].edits] == [Span(15, 18), Span(10, 12)]


def test_the_key_is_the_subject_or_the_words_without_their_line_breaks():
    assert found(STORY, "the the").key == ("style.doubled-word", "the the")
    assert Finding(Item.NAMES, "r", Span(0, 1), "a", "m", subject="x\ny").key == ("r", "x y")


def test_an_empty_suggestion_reads_as_a_deletion():
    change, delete = replacements(Span(0, 3), ("Reed", ""))
    assert (change.title, delete.title) == ("Change to “Reed”", "Delete")
