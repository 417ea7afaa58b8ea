"""What functions keep of the words of stories, and when they let go of it."""

import pytest

from desk.text import kept
from desk.text.kept import kept_by_passage, kept_by_sentence, kept_by_word, let_go_of_closed_stories
from tests.rows import rows


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr(kept, "_kept", [])


@rows("keeping", [kept_by_passage, kept_by_sentence, kept_by_word])
def test_what_is_kept_of_one_story_stays_and_that_of_many_closed_ones_is_let_go(keeping):
    asked = []
    read = keeping(lambda words: asked.append(words) or len(words))
    (_, left), *_ = kept._kept[::-1]
    assert [read("Call us today."), read("Call us today.")] == [14, 14]
    let_go_of_closed_stories()
    assert (read("Call us today."), asked) == (14, ["Call us today."])
    for number in range(left - 1):
        read(f"Call {number} today.")
    let_go_of_closed_stories()
    assert read.cache_info().currsize == left, "as much as an open story needs stays"
    read("Call us tomorrow.")
    let_go_of_closed_stories()
    assert read.cache_info().currsize == 0
