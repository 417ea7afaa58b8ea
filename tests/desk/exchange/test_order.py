"""One order of what was done apart, whatever copy asks; and the graph of versions."""

from hypothesis import given
from hypothesis import strategies as st

from desk.exchange.graph import heads, in_order, line_up, missing, nearest_common
from desk.exchange.order import in_one_order
from desk.review.decisions import Decision, Done, fold
from desk.review.people import Actor
from desk.review.states import State

ROSA = Actor("a" * 32, "Rosa")
A, B = "a" * 32, "b" * 32


def move(done, state, **seen):
    return Decision(done, "story", ROSA, state=state, note={"seen": seen} if seen else {})


def test_what_had_seen_another_comes_behind_it():
    mine, theirs = move(Done.TICKED, None), move(Done.UNTICKED, None, **{B: 1})
    assert in_one_order({B: [(1, mine)], A: [(1, theirs)]}) == [mine, theirs]


def test_what_did_not_know_of_an_approval_has_the_last_word():
    approved, held = move(Done.APPROVED, State.APPROVED), move(Done.HELD, State.HOLD)
    for one, other in ((A, B), (B, A)):
        ordered = in_one_order({one: [(1, approved)], other: [(1, held)]})
        assert fold(ordered).stand.state == State.HOLD


def test_an_approval_counts_that_had_seen_all():
    approved, held = move(Done.APPROVED, State.APPROVED, **{B: 1}), move(Done.HELD, State.HOLD)
    assert fold(in_one_order({A: [(1, approved)], B: [(1, held)]})).stand.state == State.APPROVED


def test_a_ring_that_no_honest_copy_writes_ends():
    one, other = move(Done.TICKED, None, **{B: 1}), move(Done.TICKED, None, **{A: 1})
    assert len(in_one_order({A: [(1, one)], B: [(1, other)]})) == 2


def test_an_entry_that_two_strands_share_counts_once():
    one = move(Done.TICKED, None)
    assert in_one_order({A: [(1, one)], B: [(1, one)]}) == [one]


@given(places=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_the_order_keeps_places_and_sights_and_asks_no_order_of_strands(places):
    strands: dict[str, list[tuple[int, Decision]]] = {}
    for strand, *sights in places:
        others = [other for other in "abc" if other != strand]
        seen = {o: min(s, len(strands.get(o, ()))) for o, s in zip(others, sights, strict=True)}
        entries = strands.setdefault(strand, [])
        entries.append((len(entries) + 1, Decision(Done.TICKED, "story", ROSA, note={"seen": seen})))
    ordered = in_one_order(strands)
    assert ordered == in_one_order(dict(reversed(strands.items())))
    at = {decision.id: i for i, decision in enumerate(ordered)}
    assert len(at) == len(places)
    for entries in strands.values():
        assert [at[d.id] for _, d in entries] == sorted(at[d.id] for _, d in entries)
        for _, decision in entries:
            for other, place in decision.note["seen"].items():
                assert all(at[d.id] < at[decision.id] for p, d in strands.get(other, ()) if p <= place)


GRAPH = {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c"), "e": ("c",)}


def test_heads_are_what_nothing_was_made_from():
    assert heads(GRAPH) == ("d", "e")
    assert heads({"a": ()}) == ("a",)
    assert heads({}) == ()


def test_each_version_comes_behind_those_it_was_made_from():
    order = in_order(dict(reversed(GRAPH.items())))
    assert order == ("a", "b", "c", "d", "e")


def test_what_led_to_a_version_and_what_two_share():
    assert line_up(GRAPH, "d") == {"a", "b", "c", "d"}
    assert nearest_common(GRAPH, ("d", "e")) == "c"
    assert nearest_common(GRAPH, ("b", "c")) == "a"
    assert nearest_common({"a": (), "b": ()}, ("a", "b")) == ""
    assert missing({"b": ("a",)}) == {"a"}
