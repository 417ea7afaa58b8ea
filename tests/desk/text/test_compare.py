"""What a reader is told changed: paragraphs that stayed, were edited, moved, parted or joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text import align, wording
from desk.text.diff import ChangeKind, Fate, compare
from desk.text.spans import Span

LEAD = "The harbour bridge will close for two weeks from Monday, the engineer said on Friday."
QUOTE = "“We looked at every option,” he said. “There is no cheaper way to keep it safe.”"
FERRY = "Ferries will run every ten minutes from the northern pier while the work lasts."
LAST = "The last repair took place in 2004, when the deck was laid anew."

texts = st.text(alphabet="ab. \n’\u00a0\U0001f600", max_size=80)
paragraphs = st.lists(st.sampled_from([LEAD, QUOTE, FERRY, LAST, "* * *", "One."]), max_size=8)


def story(*parts):
    return "\n\n".join(parts) + "\n"


def fates(old, new):
    return [passage.fate for passage in compare(old, new).passages]


def steps(old, new):
    return [(step.fate.value, step.removed, step.added) for step in compare(old, new).steps]


def check_whole(old, new):
    passages = compare(old, new).passages
    here = [p for p in passages if p.fate is not Fate.LEFT and p.fate is not Fate.REMOVED]
    there = [p for p in passages if p.fate is not Fate.MOVED and p.fate is not Fate.ADDED]
    assert "".join(p.new.of(new) for p in here) == new
    assert "".join(p.old.of(old) for p in there) == old
    for passage in passages:
        one = "".join(p.text for p in passage.pieces if p.change is not ChangeKind.ADDED)
        other = "".join(p.text for p in passage.pieces if p.change is not ChangeKind.REMOVED)
        assert one == (passage.old.of(old) if passage.fate is not Fate.ADDED else "")
        assert other == (passage.new.of(new) if passage.fate not in (Fate.REMOVED, Fate.LEFT) else "")
        for piece in passage.pieces:
            assert piece.old.of(old) == (piece.text if piece.change is not ChangeKind.ADDED else "")
            assert piece.new.of(new) == (piece.text if piece.change is not ChangeKind.REMOVED else "")


@given(texts, texts)
def test_the_passages_make_up_both_texts(old, new):
    check_whole(old, new)


@given(paragraphs, paragraphs)
def test_shuffled_paragraphs_make_up_both_texts(old, new):
    check_whole(story(*old), story(*new))


@given(paragraphs)
def test_the_two_ends_of_each_move_know_one_another(parts):
    passages = compare(story(LEAD, QUOTE, FERRY, LAST), story(*parts)).passages
    ends = [sorted(p.move for p in passages if p.fate is fate) for fate in (Fate.MOVED, Fate.LEFT)]
    assert ends[0] == ends[1] == list(range(1, len(ends[0]) + 1))


def test_a_moved_paragraph_is_one_change_and_no_word_came_or_went():
    comparison = compare(story(LEAD, QUOTE, FERRY, LAST), story(LAST, LEAD, QUOTE, FERRY))
    assert [p.fate for p in comparison.passages] == [Fate.MOVED, Fate.SAME, Fate.SAME, Fate.SAME, Fate.LEFT]
    assert comparison.passages[0].up
    assert (len(comparison.steps), comparison.words, comparison.moves) == (1, (0, 0), 1)


def test_a_paragraph_that_moved_and_was_edited_shows_both():
    old, new = story(LEAD, QUOTE, FERRY, LAST), story(LEAD, FERRY.replace("ten", "twelve"), QUOTE, LAST)
    moved = next(p for p in compare(old, new).passages if p.fate is Fate.MOVED)
    other = next(step for step in compare(old, new).steps if step.added)
    assert moved.move == 1
    assert compare(old, new).moves == 1
    assert (other.removed, other.added) == ("ten", "twelve")


def test_a_short_paragraph_moves_past_long_ones_not_they_past_it():
    long_ones = [f"{LEAD} Number {n} of them has words of its own, which stay." for n in range(4)]
    comparison = compare(story(*long_ones, "By Rosa Ekstrand"), story("By Rosa Ekstrand", *long_ones))
    assert comparison.moves == 1


def test_a_paragraph_parted_in_two_is_one_change():
    assert fates(story(LEAD, f"{QUOTE} {FERRY}", LAST), story(LEAD, QUOTE, FERRY, LAST)) == [
        Fate.SAME,
        Fate.EDITED,
        Fate.SAME,
    ]
    assert steps(story(LEAD, f"{QUOTE} {FERRY}", LAST), story(LEAD, QUOTE, FERRY, LAST)) == [("edited", " ", "\n\n")]


def test_two_paragraphs_made_one_are_one_change():
    assert fates(story(LEAD, QUOTE, FERRY), story(LEAD, f"{QUOTE} {FERRY}")) == [Fate.SAME, Fate.EDITED]


def test_reflowed_lines_are_no_change_to_a_reader_but_are_counted():
    comparison = compare(story(LEAD, QUOTE), story(LEAD.replace("from Monday", "from\nMonday"), QUOTE))
    assert comparison.same_words
    assert comparison.spacing == 1


def test_a_new_headline_stands_against_the_old_one():
    passages = compare(story("Bridge to close", LEAD), story("Harbour link shut for repairs", LEAD)).passages
    assert [p.fate for p in passages] == [Fate.EDITED, Fate.SAME]


def test_paragraphs_without_much_in_common_are_not_mixed():
    assert fates(story(LEAD, FERRY), story(LEAD, QUOTE)) == [Fate.SAME, Fate.REMOVED, Fate.ADDED]


def test_a_rewritten_phrase_is_read_as_a_phrase():
    old = "The council voted on Monday to keep the old bridge."
    new = "The councillors decided late on Tuesday to shut the old bridge."
    assert steps(old, new) == [
        ("edited", "council voted on Monday to keep", "councillors decided late on Tuesday to shut")
    ]


def test_a_figure_is_one_word():
    assert steps("It carries 12,500 vehicles.", "It carries 12,800 vehicles.") == [("edited", "12,500", "12,800")]


def test_lines_are_paragraphs_where_nothing_is_wrapped():
    long_ones = [f"{LEAD} {QUOTE} {n}" for n in range(3)]
    old, new = "\n".join(long_ones), "\n".join([long_ones[0], long_ones[2]])
    assert fates(old, new) == [Fate.SAME, Fate.REMOVED, Fate.SAME]


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (story(LAST, LEAD, QUOTE), "Monday"),
        (story(QUOTE, "New first.", LEAD), "Monday"),
        (story(LEAD.replace("two weeks", "a month"), QUOTE), "Monday"),
    ],
)
def test_a_place_follows_its_words(new, words):
    old = story(LEAD, QUOTE)
    at = old.index(words)
    assert compare(old, new).carried(Span(at, at + len(words))).of(new) == words


def test_a_place_whose_words_are_gone_is_empty_where_they_stood():
    old = story(LEAD, QUOTE)
    at = old.index("two weeks")
    carried = compare(old, story(LEAD.replace("two weeks ", ""), QUOTE)).carried(Span(at, at + 9))
    assert (carried.start, len(carried)) == (at, 0)
    at = old.index("option")
    assert len(compare(old, story(LEAD, FERRY)).carried(Span(at, at + 6))) == 0


def test_a_place_that_was_edited_within_keeps_its_ends():
    old, new = story(LEAD), story(LEAD.replace("two weeks", "a month"))
    at, end = old.index("close"), old.index("Monday") + 6
    assert compare(old, new).carried(Span(at, end)).of(new) == "close for a month from Monday"


@given(texts, texts, st.data())
def test_carried_places_stay_within_the_new_text(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    carried = compare(old, new).carried(Span(start, end))
    assert carried.end <= len(new)


@given(texts, st.data())
def test_in_the_same_text_a_place_stays(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert compare(text, text).carried(Span(start, end)) == Span(start, end)


def test_more_words_than_characters_to_stand_for_them(monkeypatch):
    monkeypatch.setattr(wording, "_MOST_WORDS", 50)
    many = " ".join(f"w{n}" for n in range(200))
    assert fates("One.", many) == [Fate.REMOVED, Fate.ADDED]
    assert fates(f"{LEAD}\n\n{many}", f"{LEAD}\n\n{many}\n\nMore.") == [Fate.SAME, Fate.SAME, Fate.ADDED]
    check_whole(f"{LEAD}\n\n{many}", f"{QUOTE}\n\n{many} and more\n\nMore.")


def test_endless_paragraphs_are_told_as_gone_and_come():
    assert fates("word and other " * 100_000, "word and another " * 100_000) == [Fate.REMOVED, Fate.ADDED]


def test_a_word_that_stands_in_many_passages_is_there_once():
    first, second = align._words("the council met"), align._words("a council voted")
    assert first[1] is second[1]
