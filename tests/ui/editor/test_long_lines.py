"""Paragraphs too long to type in are parted without losing a word."""

from hypothesis import given
from hypothesis import strategies as st

from ui.editor.long_lines import SLOW, longest_line, parted


def done(text):
    for edit in sorted(parted(text), key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_long_line_is_parted_behind_sentences():
    text = "He went home. " * (SLOW // 10)
    after = done(text)
    assert longest_line(after) < 5_000
    assert all(part.rstrip().endswith("home.") for part in after.split("\n\n"))
    assert after.split() == text.split()


@given(st.sampled_from(["a", "ab ", "😀", "漢"]), st.integers(1, 3))
def test_nothing_is_lost_where_there_are_no_sentences(piece, times):
    text = f"Short.\n\n{piece * (times * SLOW // len(piece) + 1)}\n\nEnd."
    after = done(text)
    assert "".join(after.split()) == "".join(text.split())
    assert longest_line(after) < SLOW


def test_ordinary_text_is_left_alone():
    assert parted("One.\n\nTwo, " + "a few words more. " * 50) == []
