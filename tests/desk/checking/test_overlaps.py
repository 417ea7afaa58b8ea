"""What two checks say about the same words is told once, by the one that knows more."""

from dataclasses import replace

import pytest

from desk.checking.overlaps import told_once
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item
from desk.text.spans import Span


def found(item, start, end, rule="x"):
    return Finding(item, f"{item}.{rule}", Span(start, end), "words", "Wrong.")


def runs(*findings):
    items = {f.item for f in findings} | {Item.GRAMMAR}
    return {item: ItemRun(item, tuple(f for f in findings if f.item is item)) for item in items}


@pytest.mark.parametrize("other", [Item.STYLE, Item.NAMES])
def test_grammar_gives_way_where_style_or_names_speak_of_the_same_words(other):
    kept = told_once(runs(found(Item.GRAMMAR, 5, 12), found(Item.GRAMMAR, 30, 33), found(other, 8, 14)))
    assert [f.span for f in kept[Item.GRAMMAR].findings] == [Span(30, 33)]
    assert len(kept[other].findings) == 1


def test_neighbours_long_findings_and_other_items_leave_grammar_alone():
    grammar = (found(Item.GRAMMAR, 5, 8), found(Item.GRAMMAR, 20, 24))
    others = (found(Item.STYLE, 8, 12), found(Item.STYLE, 0, 60), found(Item.ADS, 20, 24))
    assert told_once(runs(*grammar, *others))[Item.GRAMMAR].findings == grammar


@pytest.mark.parametrize("rule", ["OTHER_LANGUAGE", "COPYDESK_NOT_WEIGHED"])
def test_what_says_that_something_was_not_checked_gives_way_to_nobody(rule):
    note = found(Item.GRAMMAR, 0, 200, rule)
    kept = told_once(runs(note, found(Item.GRAMMAR, 6, 9), found(Item.NAMES, 5, 12)))
    assert kept[Item.GRAMMAR].findings == (note,)


def test_an_insertion_point_counts_as_one_place():
    kept = told_once(runs(found(Item.GRAMMAR, 5, 5), found(Item.STYLE, 4, 6)))
    assert kept[Item.GRAMMAR].findings == ()


def test_runs_without_grammar_and_unchecked_ones_stay_as_they_are():
    only = {Item.STYLE: ItemRun(Item.STYLE, (found(Item.STYLE, 1, 2),))}
    assert told_once(only) == only
    unchecked = {**only, Item.GRAMMAR: replace(ItemRun(Item.GRAMMAR), unchecked="No engine.")}
    assert told_once(unchecked) == unchecked
