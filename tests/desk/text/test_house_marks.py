"""Marks as the house writes them, key by key."""

from hypothesis import given
from hypothesis import strategies as st

from desk.text.house_marks import HouseMarks, Rewritten, rewritten_run
from tests.rows import rows

CURLY = HouseMarks("curly", "em", "sign")


def typed(keys, marks=CURLY, text=""):
    """Return what stands there when keys are typed one by one behind a text."""
    for key in keys:
        text += key
        if made := rewritten_run(text, len(text) - 1, len(text), marks):
            text = text[: len(text) - made.taken] + made.put
    return text


@rows(
    ("keys", "stands"),
    [
        ('He said, "We can\'t."', "He said, “We can’t.”"),
        ('("No")', "(“No”)"),
        ("\"'Yes,' she said\"", "“‘Yes,’ she said”"),
        ("the '90s", "the ’90s"),
        ("'Tis late, tell 'em so.", "’Tis late, tell ’em so."),
        ('"Get \'em" he said', "“Get ’em” he said"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("a bridge--a long one", "a bridge—a long one"),
        ("a bridge -- a long one", "a bridge — a long one"),
        ("----", "----"),
        ("Then\n---\n-- \nAda", "Then\n---\n-- \nAda"),
        ("--No, she said.\n -- Boats\n-- 3 crews", "—No, she said.\n — Boats\n— 3 crews"),
        ('--"No," she said.', "—“No,” she said."),
        ("Well...", "Well…"),
        ('a 12" pipe', 'a 12" pipe'),
        ('"It has 12"', "“It has 12”"),
        ("co-op", "co-op"),
        ('"But I--" she began', "“But I—” she began"),
        ('He left--"for good"--in May', "He left—“for good”—in May"),
        ("\"She said 'I won't--' and left\"", "“She said ‘I won’t—’ and left”"),
        ('""', "“”"),
        ("6'2\" tall", "6'2\" tall"),
        ('"He is 6\'2"," she said', "“He is 6'2\",” she said"),
        ("the 1990's", "the 1990’s"),
        ("'2,000 of them' and '300'", "‘2,000 of them’ and ‘300’"),
        ("fish 'n chips, 'nuff said", "fish ’n chips, ’nuff said"),
        ('Er sagte: „Ja" und', "Er sagte: „Ja“ und"),
        ("see https://x.org/a--b, www.x.org/a--b", "see https://x.org/a--b, www.x.org/a--b"),
        ("ask x@a--b.org", "ask x@a--b.org"),
        ("run it --flag", "run it --flag"),
        ("<!-- c --> and <!--c--> a--b", "<!-- c --> and <!--c--> a—b"),
        ("a ---- b, a---b, a--- b", "a ---- b, a---b, a--- b"),
        ("it was so --\n", "it was so —\n"),
        ("the '9 to 5' job", "the ‘9 to 5’ job"),
        ("'5' and '24/7' care", "‘5’ and ‘24/7’ care"),
        ("the '90s saw a 6' pole", "the ’90s saw a 6' pole"),
        ("in '98. A 6' pole", "in ’98. A 6' pole"),
        ("a 3'x5' card, a 3' x 5' one", "a 3'x5' card, a 3' x 5' one"),
        ("'a 3'x5' card'", "‘a 3'x5' card’"),
    ],
)
def test_what_is_typed_becomes_what_the_house_writes(keys, stands):
    assert typed(keys) == stands


def test_a_house_that_wants_nothing_gets_what_was_typed():
    keys = '"It\'s--well..."'
    assert typed(keys, HouseMarks("straight", "typed", "typed")) == keys
    assert typed("a -- b", HouseMarks("straight", "en", "typed")) == "a – b"


def test_a_quotation_whose_first_mark_was_taken_back_to_straight_is_closed_as_it_was_opened():
    assert typed('no"', CURLY, 'He said, "') == 'He said, "no"'
    assert typed(' "no"', CURLY, 'a 12" pipe,') == 'a 12" pipe, “no”'


def test_what_comes_in_one_piece_is_written_as_if_key_by_key():
    text = 'He said, "don\'t--"'
    assert rewritten_run(text, 9, len(text), CURLY) == Rewritten(9, "“don’t—”")
    assert rewritten_run(text, 0, 4, CURLY) is None


def test_hyphens_before_a_blank_that_stands_there_become_a_dash_at_once():
    assert rewritten_run("a -- b", 3, 4, CURLY) == Rewritten(2, "—")
    assert rewritten_run("a --b", 3, 4, CURLY) is None
    assert rewritten_run("a —- b", 3, 4, CURLY) == Rewritten(2, "---")


@given(st.lists(st.sampled_from([*"ab1 x\n'\".-", "--", "...", "'9", "word "]), max_size=60).map("".join))
def test_one_piece_is_the_same_as_key_by_key(keys):
    made = rewritten_run(keys, 0, len(keys), CURLY)
    assert (keys[: len(keys) - made.taken] + made.put if made else keys) == typed(keys)


def test_marks_follow_those_of_the_story():
    story = HouseMarks()
    assert typed('"No"', story, "“Yes,” she said. ") == "“Yes,” she said. “No”"
    assert typed('"No"', story, '"Yes," she said. ') == '"Yes," she said. "No"'
    assert typed('"No"', story) == '"No"'
    assert typed('"No"', story, '“Yes,” she said of the 12" pipe. ').endswith("“No”")
    assert typed("\n-- b", story, "The pier — an old one — is shut.").endswith("\n— b")
    assert typed("\n-- b", story, "The boats:\n– a").endswith("\n– b")
    assert typed("\n-- b", story, "The boats:\n-- a").endswith("\n-- b")
    assert typed("a--b", story, "The pier — an old one — is shut. ").endswith("a—b")
    assert typed("a -- b", story, "PORT ELLERY — It is\nThe pier – an old one – is shut. ").endswith("a – b")
    assert typed("a -- b", story, "The pier -- an old one -- is shut — so far.\nThen -- ").endswith("a -- b")
    assert typed("the 1990's", story, "It’s so. ").endswith("the 1990’s")
    assert typed("It's", story, "“Yes,” she said of the 6' pole. ").endswith("It’s")
    assert typed("a--b", story, "In 1998–2004 it was shut. ").endswith("a--b")
    assert typed("a...", story, "They waited… ").endswith("a…")
    assert typed("a...", story, "They waited… and... ").endswith("a...")
