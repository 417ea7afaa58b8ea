import pytest

from desk.checks.ads import AdsCheck, examples
from desk.checks.ads.copymap import mapped
from desk.checks.house import Brief, House
from desk.text.blocks import Kind, Manuscript


def check(text, country="US", by_hand=None):
    story = mapped(Manuscript.of(text), by_hand or {})
    return AdsCheck().judge(story, [None] * len(story.blocks), Brief(House(country=country)))


def applied(text, remedy):
    for edit in sorted(remedy.edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_one_finding_spans_the_whole_advertisement():
    (finding,) = check(examples.UNLABELLED)
    assert finding.rule == "ads.unlabelled"
    assert finding.quote.startswith("Larkfell Trail Jacket")
    assert finding.quote.endswith("your next hike...")
    assert finding.quote == examples.UNLABELLED[finding.span.start : finding.span.end]
    assert len(finding.evidence) == 3


def test_labelling_it_settles_it():
    (finding,) = check(examples.UNLABELLED)
    assert check(applied(examples.UNLABELLED, finding.remedies[0])) == []


def test_lifting_it_out_leaves_the_story_as_it_was_without():
    (finding,) = check(examples.UNLABELLED)
    assert applied(examples.UNLABELLED, finding.remedies[1]) == examples.CLEAN


def test_it_can_be_marked_as_copy():
    (finding,) = check(examples.UNLABELLED)
    assert finding.remedies[2].kind is Kind.COPY


def test_lifting_the_remains_at_the_end_out_leaves_the_story():
    (finding,) = check(examples.WITH_REMAINS)
    assert finding.rule == "ads.leftover"
    assert applied(examples.WITH_REMAINS, finding.remedies[0]) == examples.CLEAN


def test_lifting_remains_at_the_top_out():
    text = f"Home | News | Sport | Contact us\n\n{examples.CLEAN}"
    (finding,) = check(text)
    assert applied(text, finding.remedies[0]) == examples.CLEAN


def test_everything_lifted_out_leaves_nothing():
    text = "Advertisement\n\nBuy now\n\nSave 20%"
    story = Manuscript.of(text)
    story = story.with_blocks(tuple(b.marked(Kind.LEFTOVER, "by a test") for b in story.blocks))
    (finding,) = AdsCheck().judge(story, [None] * 3, Brief())
    assert applied(text, finding.remedies[0]) == ""


@pytest.mark.parametrize("text", [examples.CLEAN, examples.LABELLED, examples.SUPPORTED])
def test_clean_and_labelled_stories_are_left_in_peace(text):
    assert check(text) == []


def test_a_weak_label_is_pointed_at_and_can_be_changed():
    (finding,) = check(examples.WEAKLY_LABELLED)
    assert (finding.rule, finding.quote) == ("ads.weak-label", "Promoted")
    assert check(applied(examples.WEAKLY_LABELLED, finding.remedies[0])) == []


def test_what_is_plain_in_one_country_is_weak_in_another():
    text = examples.LABELLED.replace("Advertisement\n", "Sponsored content\n")
    assert check(text, "US") == []
    (finding,) = check(text, "GB")
    assert finding.suggestions == ("Advertisement feature",)


def test_a_block_marked_paid_by_hand_wants_a_label_too():
    start = examples.CLEAN.index("The vote was nine")
    (finding,) = check(examples.CLEAN, by_hand={start: Kind.PAID})
    assert finding.rule == "ads.unlabelled"
