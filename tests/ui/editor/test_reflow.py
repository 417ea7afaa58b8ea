"""Hard-wrapped text is known as such, and reflowed without losing a word or a line that means something."""

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.check import Edit
from desk.text.hard_wraps import joined, wrap_width
from ui.editor.reflow import reflowed

PARAGRAPH = (
    "The harbour office said on Monday that the evening ferry would be cancelled until the new pier is ready, which "
    "nobody on the island had been told before. Shop owners spoke of a well-known habit of the office, and asked the "
    "council to step in at once; the council has not answered, and is not expected to before the end of the month."
)


def done(text, edits=None):
    for edit in sorted(reflowed(text) if edits is None else edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def wrapped(width, text=PARAGRAPH):
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def test_wrapped_paragraphs_become_one_line_each():
    text = f"{wrapped(68)}\n\n{wrapped(68)}\n"
    assert 60 <= wrap_width(text) <= 68
    assert done(text) == f"{PARAGRAPH}\n\n{PARAGRAPH}\n"


def test_a_word_broken_at_its_hyphen_is_joined_without_a_space():
    text = "\n".join(textwrap.wrap(PARAGRAPH.replace("habit", "habit-of-mind"), 64, break_on_hyphens=True))
    assert done(text) == PARAGRAPH.replace("habit", "habit-of-mind")


def test_lists_verse_and_addresses_keep_their_lines():
    lists = "\n".join(f"- point {n} of the list, which is a long one and has words enough" for n in range(9))
    verse = "A ship went out\nat break of day\nand came not back\nthat anyone knows\nuntil the spring"
    both = f"{wrapped(70)}\n\n{verse}\n\n{lists}"
    assert done(verse) == verse
    assert done(lists) == lists
    assert done(both) == f"{PARAGRAPH}\n\n{verse}\n\n{lists}"


def test_text_in_one_line_a_paragraph_is_left_alone():
    assert wrap_width(f"{PARAGRAPH}\n\n{PARAGRAPH}") == 0
    assert reflowed("") == []


def test_long_lines_of_a_menu_below_do_not_hide_that_the_story_is_wrapped():
    teasers = "\n".join(f"0 comments\n{'Harbour board weighs a new toll ' * 6}" for _ in range(12))
    story = f"{wrapped(90)}\n\n{wrapped(90)}"
    assert wrap_width(f"{story}\n\n{teasers}\n") == wrap_width(story) > 0
    assert done(f"{story}\n\n{teasers}\n") == f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{teasers}\n"


@given(st.text(st.sampled_from("ab c-\n"), max_size=200))
def test_any_text_keeps_its_letters_and_its_paragraphs(text):
    after = done(text)
    assert "".join(after.split()) == "".join(text.split())
    assert after.count("\n\n") == text.count("\n\n")


@given(st.integers(50, 100), st.integers(2, 4))
def test_at_any_width_nothing_is_left_to_reflow(width, number):
    after = done("\n\n".join([wrapped(width)] * number))
    assert after == "\n\n".join([PARAGRAPH] * number)
    assert reflowed(after) == []


def test_edits_do_not_overlap():
    edits = reflowed(wrapped(60))
    assert all(isinstance(edit, Edit) for edit in edits)
    assert all(a.span.end <= b.span.start for a, b in pairwise(edits))


def test_text_that_is_shown_elsewhere_is_broken_once_alone():
    shown = joined(wrapped(60))
    assert max(map(len, wrapped(60).split("\n"))) <= 60
    assert PARAGRAPH in shown
    assert joined("One line.\n\nTwo lines\nof verse.") == "One line.\n\nTwo lines\nof verse."
