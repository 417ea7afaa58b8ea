"""Marks as the house writes them, key by key."""

import pytest

from desk.text.house_marks import HouseMarks, rewritten

CURLY = HouseMarks("curly", "em", "sign")


def typed(keys, marks=CURLY, text=""):
    """Return what stands there when keys are typed one by one behind a text."""
    for key in keys:
        text += key
        if made := rewritten(text, len(text), marks):
            text = text[: len(text) - made.taken] + made.put
    return text


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ('He said, "We can\'t."', "He said, “We can’t.”"),
        ('("No")', "(“No”)"),
        ("\"'Yes,' she said\"", "“‘Yes,’ she said”"),
        ("the '90s", "the ’90s"),
        ("'Tis late, tell 'em so.", "’Tis late, tell ’em so."),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("a bridge--a long one", "a bridge—a long one"),
        ("a bridge -- a long one", "a bridge — a long one"),
        ("----", "----"),
        ("Well...", "Well…"),
        ('a 12" pipe', 'a 12" pipe'),
        ('"It has 12"', "“It has 12”"),
        ("co-op", "co-op"),
    ],
)
def test_what_is_typed_becomes_what_the_house_writes(keys, stands):
    assert typed(keys) == stands


def test_a_house_that_wants_nothing_gets_what_was_typed():
    keys = '"It\'s--well..."'
    assert typed(keys, HouseMarks("straight", "typed", "typed")) == keys
    assert typed("a -- b", HouseMarks("straight", "en", "typed")) == "a – b"


def test_marks_follow_those_of_the_story():
    story = HouseMarks("story", "typed", "typed")
    assert typed('"No"', story, "“Yes,” she said. ") == "“Yes,” she said. “No”"
    assert typed('"No"', story, '"Yes," she said. ') == '"Yes," she said. "No"'
    assert typed('"No"', story) == '"No"'
