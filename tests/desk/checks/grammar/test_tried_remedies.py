"""Remedies tried on their paragraph: what leaves a finding of its own is not offered first."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checking.trying import in_order, remedies_tried, tried_key
from desk.checks.check import Item
from desk.checks.grammar import check_grammar
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.reading import tried_from_json, tried_to_json
from desk.checks.house import Brief
from desk.errors import Cancelled, Unavailable
from desk.text.blocks import Manuscript

BRIEF = Brief()
LONG = "The board met at noon and left the hall at one. " * 40


class Counted:
    """An engine that says what it is told to say, and counts the texts that it is asked about."""

    key, languages = "told", ()

    def __init__(self, engine):
        self._engine, self.asked, self.lost = engine, [], False

    def ask(self, text, variant, meanwhile=None):
        if self.lost:
            raise Unavailable("The engine is gone.")
        self.asked.append(text)
        return self._engine.ask(text, variant, meanwhile)


@pytest.fixture
def story_of(told_engine):
    """Return how to make a checked story: its check, engine, cache, manuscript and run."""

    def make(text, *slips):
        engine, cache, story = Counted(told_engine(slips)), ReadingCache(), Manuscript.of(text)
        check = GrammarCheck(engine)
        run = run_check(check, story, BRIEF, cache)
        return check, engine, cache, story, run

    return make


def never():
    return False


def suggested(check, cache, story, run):
    """Return what is suggested for each place once the remedies were tried."""
    tried = remedies_tried(check, story, BRIEF, cache, never)
    return [finding.suggestions for finding in in_order(run, tried.orders).findings]


AGREE, MILD = {"category": "GRAMMAR", "kind": "grammar"}, {"category": "GRAMMAR", "kind": "other"}
BOTH = [("coat ran", AGREE), ("boat ran", AGREE)]


@pytest.mark.parametrize(
    ("text", "told", "after", "order"),
    [
        ("The bote ran there.", ["coat", "boat"], [], [("coat", "boat")]),
        ("The bote ran there.", ["coat", "boat"], [("coat ran", AGREE)], [("boat", "coat")]),
        ("The bote ran there.", ["coat", "boat"], [("boat ran", AGREE)], [("coat", "boat")]),
        ("The bote ran there.", ["coat", "boat", "goat"], BOTH, [("goat", "coat", "boat")]),
        ("The bote ran there.", ["coat", "boat"], [("coat ran", MILD), ("boat ran", MILD)], [("coat", "boat")]),
        ("The bote ran there.", ["coat", "boat"], [("coat ran", AGREE), ("boat ran", MILD)], [("boat",)]),
        ("The bote ran there.", ["coat", "boat"], BOTH, [()]),
        ("The coat ran there, the bote ran there.", ["coat", "boat"], [("coat ran", AGREE)], [(), ("boat", "coat")]),
    ],
    ids=["none new", "first", "second", "first two", "milder", "one milder", "as grave", "there before, once"],
)  # fmt: skip
def test_a_remedy_with_a_finding_of_its_own_is_not_offered_first(story_of, slip, text, told, after, order):
    slips = [slip("BOAT", "bote", *told), *(slip(f"NEW{n}", words, **kind) for n, (words, kind) in enumerate(after))]
    check, _, cache, story, run = story_of(text, *slips)
    assert suggested(check, cache, story, run) == order


def test_a_word_that_our_own_rules_tell_then_counts_as_well(story_of, slip):
    check, _, cache, story, run = story_of("The old bote was closed on Monday.", slip("BOAT", "bote", "boats", "boat"))
    assert run.findings[0].suggestions == ("boats", "boat")
    assert suggested(check, cache, story, run) == [("boat", "boats")]


def test_a_word_told_at_several_places_has_the_order_of_each(story_of, slip, misspelt):
    told, agree = misspelt("counsl", "council", "counsel"), slip("AGREE", "counsel ran")
    everywhere = "Change all 2 to “council”"
    check, _, cache, story, run = story_of("The counsl ran there.\n\nAt noon the counsl ran back.", told, agree)
    (found,) = in_order(run, remedies_tried(check, story, BRIEF, cache, never).orders).findings
    assert found.suggestions == ("council", "counsel")
    assert found.remedies[0].title == everywhere
    assert [edit.span for edit in found.remedies[0].edits] == [place.span for place in found.evidence]
    check, _, cache, story, run = story_of("The counsl ran there.\n\nAt noon the counsl came back.", told, agree)
    (found,) = in_order(run, remedies_tried(check, story, BRIEF, cache, never).orders).findings
    assert found.suggestions == ("council", "counsel")
    assert all(len(remedy.edits) == 1 for remedy in found.remedies), "each place is mended by itself"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("The counsl ran there.", ("council", "counsel")),
        ("The counsl ran wnet. He left.", ("counsel", "council")),
        ("The counsl ran there. He lfet.", ("council", "counsel")),
        ("Hr was there. The counsl ran.", ("council", "counsel")),
    ],
)
def test_nothing_is_tried_of_a_word_beside_another_that_is_misspelt(story_of, slip, misspelt, text, order):
    slips = [
        misspelt("counsl", "council", "counsel"),
        *(misspelt(*pair) for pair in (("wnet", "went"), ("lfet", "left"), ("Hr", "He"))),
    ]
    check, _, cache, story, run = story_of(text, *slips, slip("AGREE", "counsel ran"))
    assert order in suggested(check, cache, story, run)


def test_runs_are_left_as_they_are_and_nothing_is_asked_twice(story_of, slip):
    slips = [slip("BOAT", "bote", "coat", "boat"), slip("AGREE", "coat ran")]
    check, engine, cache, story, run = story_of("The bote ran there.", *slips)
    assert engine.asked == ["The bote ran there."]
    tried = remedies_tried(check, story, BRIEF, cache, never)
    assert tried.anew
    assert engine.asked[1:] == ["The coat ran there.", "The boat ran there."]
    assert run_check(check, story, BRIEF, cache) == run
    again = remedies_tried(check, story, BRIEF, cache, never)
    assert (again.orders, again.anew) == (tried.orders, False)
    run_check(check, Manuscript.of("The boat ran there."), BRIEF, cache)
    assert len(engine.asked) == 3, "who takes the remedy waits for nothing"


def test_what_was_tried_outlives_the_process(story_of, slip):
    slips = [slip("BOAT", "bote", "coat", "boat"), slip("AGREE", "coat ran")]
    check, engine, cache, story, run = story_of("The bote ran there.", *slips)
    before = suggested(check, cache, story, run)
    key, fresh = tried_key(check, BRIEF), ReadingCache()
    kept = {digest: tried_to_json(tried) for digest, tried in cache.known(Item.GRAMMAR, key, story.blocks).items()}
    fresh.fill(Item.GRAMMAR, key, {digest: tried_from_json(raw) for digest, raw in kept.items()})
    fresh.fill(Item.GRAMMAR, check.key(BRIEF), cache.known(Item.GRAMMAR, check.key(BRIEF), story.blocks))
    engine.asked.clear()
    assert suggested(check, fresh, story, run) == before
    assert engine.asked == []


def test_of_a_long_paragraph_the_sentence_alone_is_read_again(story_of, slip):
    slips = [slip("BOAT", "bote", "coat", "boat"), slip("AGREE", "coat ran")]
    check, engine, cache, story, run = story_of(f"{LONG}The bote ran there. {LONG}".strip(), *slips)
    assert suggested(check, cache, story, run) == [("boat", "coat")]
    assert max(map(len, engine.asked[1:])) < 60


def test_an_engine_that_is_lost_leaves_the_order_as_it_was(story_of, slip):
    slips = [slip("BOAT", "bote", "coat", "boat"), slip("AGREE", "coat ran")]
    check, engine, cache, story, run = story_of("The bote ran there.", *slips)
    engine.lost = True
    assert suggested(check, cache, story, run) == [("coat", "boat")]
    engine.lost = False
    assert suggested(check, cache, story, run) == [("boat", "coat")]


def test_once_it_is_enough_what_was_not_tried_stands_as_it_was_found(story_of, slip):
    slips = [slip("BOAT", "bote", "coat", "boat"), slip("AGREE", "coat ran")]
    check, engine, cache, story, run = story_of("The bote ran there.\n\nHer bote ran here.", *slips)
    at_first = len(engine.asked)
    tried = remedies_tried(check, story, BRIEF, cache, never, lambda: len(engine.asked) >= at_first + 3)
    found = [finding.suggestions for finding in in_order(run, tried.orders).findings]
    assert (found, len(engine.asked)) == ([("boat", "coat"), ("coat", "boat")], at_first + 3)


def test_trying_ends_where_somebody_types(story_of, slip, monkeypatch):
    check, engine, cache, story, _ = story_of("The bote ran there.", slip("BOAT", "bote", "coat", "boat"))
    rested = []
    monkeypatch.setattr(check_grammar, "odds_rest", lambda: rested.append(True))
    with pytest.raises(Cancelled):
        remedies_tried(check, story, BRIEF, cache, lambda: rested.clear() or True)
    assert rested, "what was read of the language model is given back where it is broken off too"
    assert len(engine.asked) == 1
