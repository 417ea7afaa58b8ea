"""The remedies of many findings as one step: none is in another's way, and each looks at its neighbours alone."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checking.checklist import Judged
from desk.checks.check import Edit
from desk.text.spans import Span
from ui.editor import remedies
from ui.editor.remedies import _clash, _Taken

EDITS = st.builds(
    lambda start, length, text: Edit(Span(start, start + length), text),
    st.integers(0, 12),
    st.integers(0, 3),
    st.sampled_from(["", "a"]),
)


@given(st.lists(EDITS, max_size=12))
def test_an_edit_is_in_the_way_of_its_neighbours_if_it_is_in_that_of_any(edits):
    taken, plain = _Taken(), []
    for edit in edits:
        in_the_way = any(_clash(edit, other) for other in plain)
        assert taken.is_in_the_way_of(edit) == in_the_way
        if not in_the_way:
            taken.take(edit)
            plain += [edit] if edit not in plain else []
    assert sorted(plain, key=lambda edit: edit.span) == taken.edits


def test_what_many_remedies_look_at_grows_with_their_number_and_no_faster(pane, found, told_apart, monkeypatch):
    """Each looked at all edits before it, and at all marks: 2,000 took 1.6 seconds."""
    looked = []
    clash = remedies._clash
    monkeypatch.setattr(remedies, "_clash", lambda *of: (looked.append(of), clash(*of))[1])
    text = "The quay and the the pier.\n\n" * 100
    pane.set_text(text)
    made = [found(text, "the the", suggestion="the", nth=nth) for nth in range(100)]
    made = told_apart(made, text)
    pane.set_findings([Judged(one) for one in made], pane.revision())
    applied = pane.apply_all([(one, one.remedies[0]) for one in made])
    assert len(applied.done) == 100
    assert pane.text() == text.replace("the the", "the")
    assert len(looked) <= 200
    pane.undo()
    assert pane.text() == text
