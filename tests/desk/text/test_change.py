"""Edits of a text one after another: whatever their order, each is counted in what the one before left."""

from hypothesis import given
from hypothesis import strategies as st

from desk.text.change import Change, changed

EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4), st.sampled_from(["", "x", "and so"])), max_size=8)


def one_by_one(text, changes):
    for change in changes:
        text = text[: change.start] + change.new + text[change.end :]
    return text


def steps(text, edits):
    made = []
    for start, length, new in edits:
        change = Change(min(start, len(text)), text[start : start + length], new)
        made.append(change)
        text = one_by_one(text, [change])
    return made


@given(EDITS)
def test_edits_in_any_order_come_to_what_they_do_one_by_one(edits):
    text = "The ferry to Port Ellery will stop for two weeks."
    for order in (edits, sorted(edits), sorted(edits, reverse=True)):
        made = steps(text, order)
        after = one_by_one(text, made)
        assert changed(text, made) == after
        assert changed(after, [change.undone for change in reversed(made)]) == text
