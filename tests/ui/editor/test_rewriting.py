"""One text made another by edits: exactly that one comes of it, and what stayed is not touched."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desk.text.spans import Span
from ui.editor.rewriting import edits_between

TEXTS = st.lists(st.sampled_from(["The ferry", " sails", "\n\n", " on Monday.", "a", " ", "Ines"]), max_size=12).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_the_edits_make_one_text_the_other_and_none_overlap(old, new):
    edits = edits_between(old, new)
    made = old
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        made = made[: edit.span.start] + edit.text + made[edit.span.end :]
    assert made == new
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(edits))


def test_words_that_stay_are_not_touched():
    edits = edits_between("The ferry sails on Monday.", "The ferry sails on Friday.")
    assert [(edit.span, edit.text) for edit in edits] == [(Span(19, 25), "Friday")]
    assert edits_between("The same", "The same") == []
