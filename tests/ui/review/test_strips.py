from hypothesis import given
from hypothesis import strategies as st

from desk.text.diff import compare
from ui.review.strips import Look, strips_of, summary, words_of_step

PARTS = [f"Paragraph number {n} has quite some words of its own to stay." for n in range(12)]


def story(*parts):
    return "\n\n".join(parts) + "\n"


def shown(old, new, *, beside=False, folded=False):
    strips = strips_of(compare(old, new), beside=beside, folded=folded)
    return [["".join(run.text for run in column) for column in strip.columns] for strip in strips]


def looks(old, new, *, beside=False):
    strips = strips_of(compare(old, new), beside=beside, folded=False)
    return [[(run.text, run.look.value, run.step) for run in column] for strip in strips for column in strip.columns]


def test_in_line_what_went_stands_before_what_came():
    assert looks("It carries 12,500 cars.", "It carries 12,800 cars.") == [
        [
            ("It carries ", "plain", -1),
            ("12,500", "removed", 0),
            ("\u2009", "plain", -1),
            ("12,800", "added", 0),
            (" cars.", "plain", -1),
        ]
    ]


def test_side_by_side_each_side_has_its_own_words():
    assert shown("It carries 12,500 cars.", "It carries 12,800 cars.", beside=True) == [
        ["It carries 12,500 cars.", "It carries 12,800 cars."]
    ]


def test_a_move_says_so_at_both_ends_and_is_one_change():
    old, new = story(*PARTS[:5]), story(PARTS[4], *PARTS[:4])
    strips = strips_of(compare(old, new), beside=False, folded=False)
    assert strips[0].columns[0][0].text.startswith("Moved up to here")
    assert strips[-1].columns[0][0].text.startswith("A paragraph moved up from here: “Paragraph number 4")
    assert strips[0].steps == strips[-1].steps == (0,)


def test_what_stayed_far_from_changes_is_one_line_with_its_number():
    old, new = story(*PARTS), story(*PARTS[:11], PARTS[11].replace("quite some", "few"))
    assert shown(old, new, folded=True)[0] == ["10 paragraphs unchanged"]
    assert len(shown(old, new, folded=True)) == 3
    assert len(shown(old, new)) == 12


def test_lines_stand_as_they_are_sealed_and_reflowed_ones_are_no_change():
    (column,) = looks("One two\nthree.", "One\ntwo three.")
    assert {look for _, look, _ in column} == {"plain"}
    assert "".join(text for text, _, _ in column) == "One\u2028two three."
    assert shown("One two\nthree.", "One\ntwo three.", beside=True) == [["One two\u2028three.", "One\u2028two three."]]


def test_headline_byline_and_rows_of_a_table_do_not_run_together():
    old = "Bridge shut\nBy Ada Holm\n\nTeam\tPoints\nEllery\t12\nHarwick\t9\n"
    new = old.replace("12", "13").replace("shut", "closes")
    assert shown(old, new, beside=True)[0] == ["Bridge shut\u2028By Ada Holm", "Bridge closes\u2028By Ada Holm"]
    (table,) = shown(old, new)[1]
    assert table.replace("\u2009", "") == "Team\tPoints\u2028Ellery\t1213\u2028Harwick\t9"


def test_a_parted_paragraph_shows_its_break():
    old, new = story(f"{PARTS[0]} {PARTS[1]}"), story(*PARTS[:2])
    assert "¶" in shown(old, new)[0][0]
    assert words_of_step(compare(old, new), 0) == "Paragraph parted"


def test_changes_are_told_in_words():
    comparison = compare(story("It carries 12,500 cars."), story("It carries 12,800 cars and two dogs."))
    assert words_of_step(comparison, 0) == "“12,500” became “12,800”"
    assert words_of_step(comparison, 1) == "Added “and two dogs”"
    assert summary(comparison) == "2 changes: 4 words in, 1 out"
    assert summary(compare("a", "a")) == "Nothing changed"
    assert summary(compare("a", "a"), 2) == "2 links changed"
    assert summary(comparison, 1) == "2 changes: 4 words in, 1 out · 1 link changed"
    assert summary(compare("a  b", "a b")) == "Only spacing differs"
    assert summary(compare(story(*PARTS[:3]), story(PARTS[2], *PARTS[:2]))) == "1 change: 1 paragraph moved"


texts = st.text(alphabet="ab. \n\U0001f600", max_size=80)


@given(texts, texts, st.booleans(), st.booleans())
def test_every_change_can_be_walked_to(old, new, beside, folded):
    comparison = compare(old, new)
    strips = strips_of(comparison, beside=beside, folded=folded)
    assert {step for strip in strips for step in strip.steps} == set(range(len(comparison.steps)))
    drawn = {run.step for strip in strips for column in strip.columns for run in column if run.look is not Look.SAID}
    assert drawn - {-1} <= set(range(len(comparison.steps)))


def test_blanks_without_an_end_are_broken_into_lines_at_once():
    blanks = " " * 200_000  # a search from each of them walked all the others: a minute
    ((column,),) = shown(f"The the{blanks}end.", f"The{blanks}end.")
    assert column.endswith(f"{blanks}end.")
