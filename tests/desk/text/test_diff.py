import pytest
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


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("It rained. Ferries ran.", "It rained. Last year it snowed. Ferries ran.", "Last year it snowed. "),
        ("It rained. Last.", "It rained. Last. Last.", "Last. "),
        (
            "A ran. It shut. B ran.",
            "C ran. A ran. It shut. It snowed. B ran.",
            ["C ran. ", "It snowed. "],
        ),
        ("No. It shut.", "Two ran. No. It shut. Costs rose.", ["Two ran. ", " Costs rose."]),
        ("It rained. Ferries ran.", "It rained. Ferries ran. Last year it snowed.", " Last year it snowed."),
        ("It rained. Ferries ran.", "Last year it snowed. It rained. Ferries ran.", "Last year it snowed. "),
        ("“It rained.” Ferries ran.", "“It rained.” “It snowed.” Ferries ran.", "“It snowed.” "),
        ("Ann, Ben and Cleo", "Ann, Dan, Ben and Cleo", "Dan, "),
        ("It was a big house", "It was a big, big house", "big, "),
        ("One. Two.\n\nThree. Four.", "One. Two.\n\nThree. More. Four.", "More. "),
    ],
)
def test_whole_sentences_that_came_or_went_are_marked_whole(old, new, changed):
    parts = [changed] if isinstance(changed, str) else changed
    assert [text for kind, text in said(old, new) if kind == "added"] == parts
    assert [text for kind, text in said(new, old) if kind == "removed"] == parts


@given(st.lists(st.sampled_from(["Last. ", "It rained. ", "“No,” she said. ", "A, "]), max_size=9), st.data())
def test_a_sentence_put_among_like_ones_is_marked_whole_and_makes_the_same_text(sentences, data):
    at = data.draw(st.integers(0, len(sentences)))
    more = data.draw(st.sampled_from(["Last. ", "It rained. "]))
    old, new = "".join(sentences), "".join([*sentences[:at], more, *sentences[at:]])
    pieces = diff(old, new)
    assert "".join(p.text for p in pieces if p.change is not ChangeKind.REMOVED) == new
    assert "".join(p.text for p in pieces if p.change is not ChangeKind.ADDED) == old
    for piece in pieces:
        assert piece.change is ChangeKind.SAME or piece.text.strip()[:1] not in {".", ","}


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
