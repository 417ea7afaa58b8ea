import pytest

from desk.checks.ads import AdsCheck, examples
from desk.checks.ads.copymap import mapped
from desk.checks.check import Severity
from desk.checks.house import Brief, House
from desk.text.blocks import Kind, Manuscript


def check(text, country="US", by_hand=None):
    return judged(text, House(country=country), by_hand)


def judged(text, house, by_hand=None):
    story = mapped(Manuscript.of(text), by_hand or {})
    return AdsCheck().judge(story, [None] * len(story.blocks), Brief(house))


def rules(text, country="US", by_hand=None):
    return [finding.rule for finding in check(text, country, by_hand)]


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
    assert rules(applied(examples.UNLABELLED, finding.remedies[0])) == ["ads.amid-story"]


def test_lifting_it_out_puts_it_into_a_box_at_the_end():
    (finding,) = check(examples.UNLABELLED)
    text = applied(examples.UNLABELLED, finding.remedies[1])
    assert text == examples.BOXED
    assert check(text) == []


def test_what_stands_at_the_end_already_gets_its_box_there():
    text = f"{examples.CLEAN}\n{finding_words()}\n"
    (finding,) = check(text)
    assert applied(text, finding.remedies[1]) == examples.BOXED


def finding_words():
    (finding,) = check(examples.UNLABELLED)
    return finding.quote


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


@pytest.mark.parametrize("text", [examples.CLEAN, examples.BOXED, examples.SUPPORTED])
def test_clean_and_boxed_stories_are_left_in_peace(text):
    assert check(text) == []


def test_a_labelled_advertisement_amid_the_story_is_a_hint_and_can_be_lifted_out():
    (finding,) = check(examples.LABELLED)
    assert (finding.rule, finding.severity) == ("ads.amid-story", Severity.HINT)
    assert applied(examples.LABELLED, finding.remedies[0]) == examples.BOXED


@pytest.mark.parametrize("label", ["Supported by Larkfell Outdoor", "Made possible by Larkfell"])
def test_words_that_label_nothing_are_said_to_be_wrong(label):
    text = examples.LABELLED.replace("Advertisement\n", f"{label}\n")
    (finding,) = check(text)
    assert (finding.rule, finding.severity) == ("ads.wrong-label", Severity.ERROR)
    assert label in finding.message


def test_a_label_after_the_advertisement_is_moved_above_it():
    (finding,) = check(examples.LABELLED_AFTER)
    assert finding.rule == "ads.label-place"
    assert applied(examples.LABELLED_AFTER, finding.remedies[0]) == examples.LABELLED
    assert applied(examples.LABELLED_AFTER, finding.remedies[1]) == examples.BOXED


def test_a_label_far_above_is_moved_too():
    text = examples.UNLABELLED.replace("Councillor Piet", "Advertisement\n\nCouncillor Piet")
    (finding,) = check(text)
    assert finding.rule == "ads.label-place"
    assert applied(text, finding.remedies[0]) == examples.LABELLED


def test_a_label_of_another_country_is_named_as_such():
    found = {f.rule: f for f in check(examples.LABELLED_ABROAD)}
    assert set(found) == {"ads.foreign-label", "ads.amid-story"}
    assert "AT, DE" in found["ads.foreign-label"].message
    assert rules(examples.LABELLED_ABROAD, "DE") == ["ads.amid-story"]


def test_two_lines_of_label_label_once():
    text = examples.LABELLED.replace("Advertisement\n", "Advertisement\n\nPaid for by Larkfell Outdoor\n")
    assert "ads.unlabelled" not in rules(text)


def test_a_label_set_by_hand_counts_as_one():
    text = examples.WEAKLY_LABELLED
    start = text.index("Promoted")
    assert rules(text, by_hand={start: Kind.AD_LABEL}) == ["ads.amid-story"]


def test_paid_by_hand_below_a_label_is_labelled():
    label = "Advertisement\n\n"
    text = examples.CLEAN.replace("The vote was nine", f"{label}The vote was nine")
    start = text.index("The vote was nine")
    assert rules(text, by_hand={start: Kind.PAID}) == ["ads.amid-story"]


def test_copy_by_hand_is_never_overruled():
    text = examples.UNLABELLED
    starts = {b.start: Kind.COPY for b in mapped(Manuscript.of(text)).blocks if b.kind is Kind.PAID}
    assert check(text, by_hand=starts) == []


def test_unlabelled_advertising_is_an_error_and_leftovers_a_warning():
    assert {f.severity for f in check(examples.UNLABELLED)} == {Severity.ERROR}
    assert {f.severity for f in check(examples.WITH_REMAINS)} == {Severity.WARNING}


def test_what_only_reads_like_advertising_stops_no_story():
    """No label, no offer, nobody's word: a weight alone may err."""
    text = examples.UNLABELLED.replace("Larkfell Trail Jacket 3L Waterproof - LTJ310\n\n", "", 1)
    (finding,) = check(text)
    assert (finding.rule, finding.severity) == ("ads.unlabelled", Severity.WARNING)
    (finding,) = check(text.replace("for your next hike", "for your next hike. Shop now and get 20% off"))
    assert finding.severity is Severity.ERROR
    start = examples.CLEAN.index("The vote was nine")
    assert [f.severity for f in check(examples.CLEAN, by_hand={start: Kind.PAID})] == [Severity.ERROR]


@pytest.mark.parametrize(("said", "severity"), [("warning", Severity.WARNING), ("hint", Severity.HINT)])
def test_a_desk_says_how_much_it_matters(said, severity):
    house = House(ads_unlabelled=said, ads_leftover=said)
    assert {f.severity for f in judged(examples.UNLABELLED, house)} == {severity}
    assert {f.severity for f in judged(examples.WITH_REMAINS, house)} == {severity}


def test_a_desk_may_not_want_to_hear_of_it():
    house = House(ads_unlabelled="off", ads_leftover="off")
    assert judged(examples.UNLABELLED, house) == judged(examples.WITH_REMAINS, house) == []


def test_all_leftovers_go_at_once():
    text = f"Home | News | Sport | Contact us\n\n{examples.WITH_REMAINS}"
    found = check(text)
    assert len(found) == 2
    every = next(r for r in found[0].remedies if r.title == "Take all 2 leftovers out")
    assert applied(text, every) == examples.CLEAN


def test_a_weak_label_is_pointed_at_and_can_be_changed():
    finding = next(f for f in check(examples.WEAKLY_LABELLED) if f.rule != "ads.amid-story")
    assert (finding.rule, finding.quote) == ("ads.weak-label", "Promoted")
    assert rules(applied(examples.WEAKLY_LABELLED, finding.remedies[0])) == ["ads.amid-story"]


def test_what_is_plain_in_one_country_is_weak_in_another():
    text = examples.LABELLED.replace("Advertisement\n", "Sponsored content\n")
    assert rules(text, "US") == ["ads.amid-story"]
    finding = next(f for f in check(text, "GB") if f.rule == "ads.weak-label")
    assert finding.suggestions == ("Advertisement feature",)


def test_a_block_marked_paid_by_hand_wants_a_label_too():
    start = examples.CLEAN.index("The vote was nine")
    (finding,) = check(examples.CLEAN, by_hand={start: Kind.PAID})
    assert finding.rule == "ads.unlabelled"
