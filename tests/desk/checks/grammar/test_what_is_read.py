"""What the grammar check reads: all of the story, whatever it was taken for for a moment."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.ads import examples
from desk.checks.ads.copymap import mapped
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.house import Brief
from desk.text.blocks import BlockRole, Kind, Manuscript

DOUBTFUL = "The chairs are handmade and it sit well with the room, and the lamps is warm."


@pytest.fixture
def grammar(told_engine, slip):
    """Return the words that the check finds in a story of these blocks."""
    engine = told_engine([slip("AGREEMENT", "it sit", "it sits"), slip("LAMPS", "lamps is", "lamps are")])

    def find(story):
        return [f.quote for f in run_check(GrammarCheck(engine), story, Brief(), ReadingCache()).findings]

    return find


def with_block(words, kind, *, by_hand=False):
    start = examples.CLEAN.index("The vote was nine")
    text = examples.CLEAN[:start] + words + "\n\n" + examples.CLEAN[start:]
    blocks = mapped(Manuscript.of(text)).blocks
    made = [b.marked(kind, "so it is", by_hand=by_hand) if b.start == start else b for b in blocks]
    return Manuscript.of(text).with_blocks(tuple(made))


def test_words_of_what_is_only_taken_for_paid_are_read(grammar):
    assert grammar(with_block(DOUBTFUL, Kind.PAID)) == ["it sit", "lamps is"]


def test_words_that_are_plainly_an_offer_are_not_the_storys(grammar):
    assert grammar(with_block(f"{DOUBTFUL} Buy now with free shipping.", Kind.PAID)) == []


def test_words_that_a_person_called_paid_are_not_the_storys(grammar):
    assert grammar(with_block(DOUBTFUL, Kind.PAID, by_hand=True)) == []


def test_words_below_a_label_are_not_the_storys(grammar):
    text = examples.LABELLED.replace("Lightweight, breathable", f"{DOUBTFUL} Lightweight, breathable")
    assert grammar(mapped(Manuscript.of(text))) == []


def test_left_over_words_are_not_the_storys(grammar):
    assert grammar(with_block(DOUBTFUL, Kind.LEFTOVER)) == []


def test_a_standfirst_in_whole_sentences_is_read_as_they_are(told, slip):
    agreement = slip("AGREEMENT", "it sit", "it sits", category="OWN")
    assert told("The ferry stays where it sit.", agreement, role=BlockRole.STANDFIRST) != ()
    assert told("Ferry stays where it sit", agreement, role=BlockRole.STANDFIRST) == ()
