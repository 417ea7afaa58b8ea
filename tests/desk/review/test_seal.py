from hypothesis import given
from hypothesis import strategies as st

from desk.review.seal import text_digest
from desk.text.blocks import Manuscript


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_edit_is_another_digest(approved, edited):
    assert (text_digest(edited) == text_digest(approved)) == (approved == edited)
    assert text_digest(approved) == Manuscript.of(approved).sha256
