import re

import pytest
from hypothesis import assume, given, settings
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


# -- Splits, joins and moves -----------------------------------------------------------------------------------------

PARTED = (
    "The harbour board voted on Tuesday to close the old swing bridge for repairs.",
    "We cannot wait for spring, the engineer told the meeting.",
    "Ferries will carry people on foot, and lorries will be sent round.",
)


def regrouped(pieces, gaps):
    """Return paragraphs put together again, each with its gap behind it."""
    return "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)).strip()


@st.composite
def commented(draw):
    """Return a text, the place of some words in it, and the text after its paragraphs were parted, joined or moved."""
    gap = draw(st.sampled_from(("\n\n", "\n")))
    old = gap.join(PARTED)
    whose = draw(st.integers(0, 2))
    words = [match.span() for match in re.finditer(r"[\w-]+", PARTED[whose])]
    first = draw(st.integers(0, len(words) - 1))
    last = min(first + draw(st.integers(0, 4)), len(words) - 1)
    start, end = words[first][0], words[last][1]
    at = old.index(PARTED[whose])
    pieces = list(PARTED)
    what = draw(st.sampled_from(("split", "join", "move")))
    if what == "move":
        return old, Span(at + start, at + end), gap.join(draw(st.permutations(pieces)))
    if what == "join":
        gaps = draw(st.lists(st.sampled_from((" ", gap)), min_size=3, max_size=3))
        return old, Span(at + start, at + end), regrouped(pieces, gaps)
    cuts = [e for _, e in words[:first]] + [e for _, e in words[last:-1]]
    if cuts:
        cut = draw(st.sampled_from(cuts))
        pieces[whose] = PARTED[whose][:cut] + gap + PARTED[whose][cut:].lstrip()
    return old, Span(at + start, at + end), gap.join(pieces)


@given(commented())
@settings(max_examples=400, deadline=None)
def test_words_that_stand_are_never_called_gone_when_paragraphs_are_parted_joined_or_moved(made):
    old, span, new = made
    assume(old.count(span.of(old)) == 1)
    threads = fold([opened("s", actor("", "Ada"), "Sure?", anchored(old, span), 1)])
    (place,) = placed(threads, new, lambda _: old)
    assert place.span.of(new) == span.of(old)


def test_words_that_went_are_gone_though_the_same_word_stands_elsewhere():
    old = "The board met on Monday.\n\nLater the ferry sailed."
    threads = fold([opened("s", actor("", "Ada"), "Sure?", anchored(old, Span(4, 9)), 1)])
    (place,) = placed(threads, "Nobody met.\n\nThe ferry sailed to a board of wood.", lambda _: old)
    assert place.gone
