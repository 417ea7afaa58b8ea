from hypothesis import given
from hypothesis import strategies as st

from desk.text.diff import ChangeKind, diff

texts = st.text(alphabet="ab. \n’\u00a0\U0001f600", max_size=60)


def said(old, new):
    return [(piece.change.value, piece.text) for piece in diff(old, new)]


@given(texts, texts)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = diff(old, new)
    assert "".join(p.text for p in pieces if p.change is not ChangeKind.ADDED) == old
    assert "".join(p.text for p in pieces if p.change is not ChangeKind.REMOVED) == new
    for piece in pieces:
        assert piece.old.of(old) == (piece.text if piece.change is not ChangeKind.ADDED else "")
        assert piece.new.of(new) == (piece.text if piece.change is not ChangeKind.REMOVED else "")


@given(texts)
def test_a_text_has_not_changed_against_itself(text):
    assert all(piece.change is ChangeKind.SAME for piece in diff(text, text))


def test_one_changed_word_is_one_removed_and_one_added():
    assert said("Anna Reid spoke.", "Anna Reed spoke.") == [
        ("same", "Anna "),
        ("removed", "Reid"),
        ("added", "Reed"),
        ("same", " spoke."),
    ]


def test_a_rewritten_paragraph_leaves_its_neighbours_alone():
    pieces = said("One.\n\nTwo is old.\n\nThree.", "One.\n\nSomething else.\n\nThree.")
    assert pieces[0] == ("same", "One.\n\n")
    assert pieces[-1][0] == "same"
    assert pieces[-1][1].endswith("Three.")


def test_a_long_story_with_one_edit_costs_one_piece():
    story = "\n\n".join(f"Paragraph {n} has words of its own." for n in range(3000))
    changes = [
        p
        for p in diff(story, story.replace("Paragraph 1500 ", "Paragraph fifteen "))
        if p.change is not ChangeKind.SAME
    ]
    assert [p.text for p in changes] == ["1500", "fifteen"]


def test_two_huge_paragraphs_without_a_common_word_stay_within_memory():
    old, new = "old " * 60_000, "new " * 60_000
    assert [p.change for p in diff(old, new)] == [ChangeKind.REMOVED, ChangeKind.ADDED]
