"""Words taken for others that sound like them: each entry finds its sentence and leaves the mended one in peace."""

import pytest

from desk.checks.grammar.mixed_up import pairs, slips

PAIRS = pairs()


def told(text):
    return [(slip.span.of(text), slip.suggestions[0]) for slip in slips(text)]


def test_every_pair_finds_its_sentences_and_nothing_once_they_are_mended():
    wrong = []
    for pair in PAIRS:
        for sentence in pair.found:
            found = list(slips(sentence))
            if len(found) != 1:
                wrong.append(f"{len(found)} found in: {sentence}")
                continue
            mended = sentence[: found[0].start] + found[0].suggestions[0] + sentence[found[0].end :]
            wrong += [f"mended, and still found: {mended}"] if told(mended) else []
    assert wrong == []


def test_no_pair_speaks_of_its_near_misses():
    assert [sentence for pair in PAIRS for sentence in pair.peace if told(sentence)] == []


def test_no_pair_speaks_of_a_word_that_it_offers():
    both = [sorted(set(pair.meant) & set(pair.meant.values())) for pair in PAIRS]
    assert [words for words in both if words] == []


def test_every_place_of_a_word_counts_and_the_first_place_comes_first():
    text = "The point was mute. A grand jury was told that the poor bare the brunt, and that the point is mute."
    assert told(text) == [("mute", "moot"), ("bare", "bear"), ("mute", "moot")]


def test_a_capital_at_the_head_of_a_sentence_is_kept():
    assert told("Pouring over the old accounts, she found it.") == [("Pouring", "Poring")]


@pytest.mark.parametrize(
    "text",
    [
        "The Alter was a band of four.",  # a capital in the middle of a sentence: a name
        "She met Mr Mute at the point where the point was Mute.",
        "Readers of the poem The Sole Of The Shoe liked it.",
    ],
)
def test_names_are_left_in_peace(text):
    assert told(text) == []


def test_a_straight_apostrophe_is_one_as_well():
    assert told("The club lost it's own cup.") == [("it's", "its")]


def test_a_hyphen_parts_words_as_a_space_does():
    assert told("They stood waste-deep in it.") == told("They stood waste deep in it.") == [("waste", "waist")]
