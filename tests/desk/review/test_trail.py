import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.house import NameAnswer, Verdict
from desk.review.decisions import Decision, Done, Scope
from desk.review.people import actor
from desk.review.trail import NO_CHAIN, End, TrailEntry, chained, faults, link, plain
from tests.rows import rows

COUNT = 6


def _trail(count=COUNT):
    entries, chain = [], NO_CHAIN
    for place in range(1, count + 1):
        decision = Decision(Done.TICKED, "s", actor("", f"Reader {place}"), item=f"item {place}", id=f"{place:032x}")
        chain = link(chain, decision, place)
        entries.append(TrailEntry(place, chain, decision, place))
    return entries, End(count, chain)


def test_a_whole_trail_has_no_fault():
    entries, end = _trail()
    assert list(faults(entries, end, {3: entries[2].chain})) == []
    assert list(faults([], End())) == []


@pytest.mark.parametrize(
    "change",
    [
        {"who": actor("", "Mallory")},
        {"item": "x"},
        {"reason": "x"},
        {"done": Done.UNTICKED},
        {"story": "t"},
        {"who": actor("p", "Reader 2")},
        {"role": "section-chief"},
        {"note": {"why": "x"}},
        {"state": "approved"},
        {"sha256": "x"},
        {"fingerprint": "x"},
        {"rule": "x"},
        {"subject": "x"},
        {"undoes": "x"},
        {"answer": NameAnswer("a", "b", Verdict.SAME)},
        {"when": datetime(2001, 1, 1, tzinfo=UTC)},
        {"id": "f" * 32},
    ],
)
@pytest.mark.parametrize("at", [0, 2, COUNT - 1])
def test_an_altered_entry_is_named_whatever_was_altered(change, at):
    entries, end = _trail()
    entries[at] = replace(entries[at], decision=replace(entries[at].decision, **change))
    (said,) = faults(entries, end)
    assert said.startswith(f"Entry {at + 1} of the trail was altered: “")


def test_an_altered_link_is_found_at_the_end_too():
    entries, end = _trail()
    (said,) = faults(entries, replace(end, chain="x"))
    assert said == f"Entry {COUNT} of the trail was altered: the chain ends otherwise than the database says."


@rows("at", range(COUNT))
def test_a_removed_entry_is_named_wherever_it_was(at):
    entries, end = _trail()
    del entries[at]
    assert list(faults(entries, end)) == [f"Entry {at + 1} was removed from the trail."]


def test_a_hole_of_several_is_one_sentence():
    entries, end = _trail()
    assert list(faults([entries[0], entries[-1]], end)) == [f"Entries 2 to {COUNT - 1} were removed from the trail."]
    assert list(faults([], end)) == [f"Entries 1 to {COUNT} were removed from the trail."]


def test_entries_that_changed_places_are_named():
    entries, end = _trail()
    third, fifth = entries[2], entries[4]
    entries[2], entries[4] = replace(third, decision=fifth.decision), replace(fifth, decision=third.decision)
    (said,) = faults(entries, end)
    assert said.startswith("Entries 3 and 5 of the trail were reordered")


def test_an_entry_that_stands_elsewhere_in_the_database_is_named():
    entries, end = _trail()
    entries[1], entries[2] = replace(entries[1], number=3), replace(entries[2], number=2)
    (said,) = faults(entries, end)
    assert said.startswith("Entry 3 of the trail was reordered: it stands before 2")


@pytest.mark.parametrize("place", [3, COUNT + 1, 0, -1])
def test_an_inserted_entry_is_named(place):
    entries, end = _trail()
    forged = Decision(Done.APPROVED, "s", actor("", "Mallory"), state="approved")
    entries.append(TrailEntry(place, link(end.chain, forged, place), forged, 99))
    entries.sort(key=lambda entry: entry.place)
    said = next(iter(faults(entries, end)))
    assert said.startswith(f"An entry was inserted into the trail at place {place}: “approved” by Mallory")


def test_a_trail_that_was_computed_anew_as_a_whole_does_not_agree_with_a_signed_seal():
    honest, _ = _trail()
    entries, chain = [], NO_CHAIN
    for entry in honest:
        decision = replace(entry.decision, who=actor("", "Mallory")) if entry.place == 2 else entry.decision
        chain = link(chain, decision, entry.place)
        entries.append(TrailEntry(entry.place, chain, decision))
    assert list(faults(entries, End(COUNT, chain))) == []
    anchors = {4: honest[3].chain}
    (said,) = faults(entries, End(COUNT, chain), anchors)
    assert said.startswith("The trail was rewritten up to entry 4: a signed seal knows another one")
    (gone,) = faults(entries[:3], End(3, entries[2].chain), anchors)
    assert gone == "A signed seal speaks of entry 4 of the trail, which is not there: it was removed."


@given(st.lists(st.integers(0, COUNT - 1), min_size=1, unique=True), st.sampled_from(["alter", "remove", "double"]))
def test_no_tampering_goes_unnoticed(places, how):
    entries, end = _trail()
    for at in sorted(places, reverse=True):
        if how == "alter":
            entries[at] = replace(entries[at], decision=replace(entries[at].decision, reason="x"))
        elif how == "remove":
            del entries[at]
        else:
            entries.insert(at, entries[at])
    assert list(faults(entries, end))


def test_a_trail_of_which_all_was_altered_is_told_entry_by_entry():
    entries, end = _trail(80)
    altered = [replace(entry, decision=replace(entry.decision, who=actor("", "Mallory"))) for entry in entries]
    assert len(list(faults(altered, end))) == 80


OLD_WORDS = {"done": "not an error", "scope": "in this story", "role": "copy editor", "state": "With copy desk"}


def _chained_with_words(decision, spelt):
    """Return an entry as a version before slugs chained it, its slugs put in the place of the words since."""
    values = {**plain(decision, 1), **{name: words for name, words in spelt.items() if name != "why"}}
    if "why" in spelt:
        values["note"] = {**values["note"], "why": spelt["why"]}
    chain = hashlib.sha256(
        f"{NO_CHAIN}\n{json.dumps(values, sort_keys=True, separators=(',', ':'))}".encode("ascii")
    ).hexdigest()
    return TrailEntry(1, chain, decision, 1, spelt)


DECIDED = Decision(
    Done.NOT_AN_ERROR,
    "s",
    actor("", "Rosa"),
    scope=Scope.STORY,
    role="copy-editor",
    state="with-copy-desk",
    note={"why": "not-checked", "grade": "error"},
)


def test_an_entry_that_was_chained_with_words_verifies_with_them():
    spelt = {**OLD_WORDS, "why": "not checked"}
    entry = _chained_with_words(DECIDED, spelt)
    assert list(faults([entry], End(1, entry.chain))) == []
    assert chained(DECIDED, 1, spelt)["done"] == "not an error"
    assert chained(DECIDED, 1, spelt)["note"] == {"why": "not checked", "grade": "error"}
    assert DECIDED.note["why"] == "not-checked"


@rows(
    ("change", "spelt"),
    [
        ({"done": Done.WAIVED}, OLD_WORDS),
        ({"role": "section-chief"}, OLD_WORDS),
        ({"note": {"why": "not-ticked", "grade": "error"}}, OLD_WORDS),
        ({}, {}),
        ({}, {**OLD_WORDS, "done": "Not an error"}),
        ({"reason": "as-i-see-it"}, {**OLD_WORDS, "reason": "As I see it"}),
        ({"who": actor("", "rosa")}, {**OLD_WORDS, "who": "Rosa"}),
    ],
)
def test_words_that_are_not_those_of_the_slugs_fit_no_link(change, spelt):
    entry = _chained_with_words(DECIDED, {**OLD_WORDS, "why": "not checked"})
    why = {"why": "not checked"} if spelt else {}
    altered = replace(entry, decision=replace(DECIDED, **change), spelt={**spelt, **why})
    (said,) = faults([altered], End(1, entry.chain))
    assert said.startswith("Entry 1 of the trail was altered")
