import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.review.comments import (
    AROUND,
    MOST_WORDS,
    anchor_from,
    anchored,
    answered,
    fold,
    found,
    opened,
    placed,
    reopened,
    resolved,
)
from desk.review.people import actor
from desk.text.spans import Span

ADA, BEN = actor("a", "Ada"), actor("b", "Ben")
TEXT = "The mayor spoke on Monday.\n\nThe council said the mayor was late.\n\nNobody else spoke.\n"


def on(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return anchored(text, Span(at, at + len(words)))


def thread(text=TEXT, words="the mayor", said="Which mayor?"):
    return fold([opened("s", ADA, said, on(text, words), 1)])[0]


def place(one, text, versions=None):
    return placed([one], text, lambda number: (versions or {1: TEXT})[number])[0]


def test_a_thread_is_opened_answered_resolved_and_reopened():
    one = thread()
    said = [one.remarks[0], answered(one, BEN, "Of Port Ellery.")]
    settled = fold([*said, resolved(one, ADA, "Thanks.")])[0]
    assert (settled.resolved, [r.words for r in settled.answers]) == (True, ["Of Port Ellery.", "Thanks."])
    again = fold([*settled.remarks, reopened(settled, BEN)])[0]
    assert not again.resolved
    assert again.who == ADA


def test_what_makes_no_sense_is_refused_in_one_sentence():
    one = thread()
    settled = fold([*one.remarks, resolved(one, ADA)])[0]
    for wrong in (
        lambda: opened("s", ADA, "  ", on(TEXT, "mayor"), 1),
        lambda: opened("s", ADA, "x" * (MOST_WORDS + 1), on(TEXT, "mayor"), 1),
        lambda: anchored(TEXT, Span(26, 28)),
        lambda: answered(one, BEN, ""),
        lambda: answered(settled, BEN, "More."),
        lambda: resolved(settled, BEN),
        lambda: reopened(one, BEN),
    ):
        with pytest.raises(KnownError, match=r"[.]$"):
            wrong()


def test_an_anchor_goes_to_plain_values_and_back():
    anchor = on(TEXT, "the mayor")
    assert anchor_from(anchor.plain()) == anchor
    assert anchor_from({}) is None


def test_a_remark_on_a_thread_that_is_not_there_is_left_out():
    assert fold([answered(thread(), "Ben", "What?")]) == ()


def test_words_are_found_by_what_stands_around_them():
    text = "Before.\n\n" + TEXT.replace("Nobody", "Not one")
    assert place(thread(words="The mayor"), text).span.of(text) == "The mayor"


def test_an_edit_beside_the_words_leaves_the_comment_on_them():
    text = TEXT.replace("said the mayor was late", "told us the mayor was early")
    assert place(thread(), text).span.of(text) == "the mayor"


def test_a_comment_moves_along_with_its_paragraph():
    one, two, three = TEXT.strip().split("\n\n")
    text = "\n\n".join([two, one, three]) + "\n"
    assert place(thread(words="the mayor was late"), text).span.of(text) == "the mayor was late"


def test_of_two_alike_places_it_stays_on_its_own():
    text = "He said so again.\n\n" * 3
    second = thread(text, "so", "Really?")
    second = fold([opened("s", ADA, "Really?", on(text, "so", 1), 1)])[0]
    later = "New.\n\n" + text
    assert place(second, later, {1: text}).span.start == later.index("so", later.index("so") + 1)


def test_words_that_are_gone_leave_the_comment_where_they_stood():
    text = TEXT.replace(" the mayor", "")
    where = place(thread(), text)
    assert where.gone
    assert text[: where.span.start].rstrip().endswith("The council said")


def test_an_old_version_is_asked_for_only_where_it_must_be():
    def never(number):
        raise AssertionError(number)

    assert placed([thread()], TEXT, never)[0].span.of(TEXT) == "the mayor"


texts = st.text(alphabet="ab \n.", min_size=1, max_size=60)


@given(texts, texts, st.data())
def test_every_comment_has_a_place_in_every_text(old, new, data):
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    if old[start:end].strip():
        one = fold([opened("s", ADA, "Why?", anchored(old, Span(start, end)), 1)])[0]
        assert place(one, new, {1: old}).span.end <= len(new)
        assert place(one, old, {1: old}).span == Span(start, end)


def test_what_is_kept_around_the_words_is_bounded():
    anchor = on("x " * 200 + "here" + " y" * 200, "here")
    assert (len(anchor.before), len(anchor.after)) == (AROUND, AROUND)
    assert found(anchor, "nothing of it") is None
