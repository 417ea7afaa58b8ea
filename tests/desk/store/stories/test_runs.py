import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from desk.checking.runner import ItemRun
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.store.connect import open_store
from desk.store.database import tables
from desk.store.database.columns import insert_new, upsert
from desk.store.records import codec
from desk.store.stories.readings import Readings
from desk.text.blocks import Kind
from desk.text.moments import now
from desk.text.spans import Span

_text = st.text(st.characters(codec=None), max_size=20)
_spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))
_remedies = st.builds(
    Remedy,
    _text,
    st.lists(st.builds(Edit, _spans, _text), max_size=3).map(tuple),
    st.none() | st.sampled_from(Kind),
    st.sampled_from(["", "en-GB"]),
)
_findings = st.builds(
    Finding,
    st.sampled_from(Item),
    _text,
    _spans,
    _text,
    _text,
    st.lists(_text, max_size=3).map(tuple),
    st.sampled_from(Severity),
    st.lists(st.builds(Evidence, _spans, _text), max_size=3).map(tuple),
    st.lists(_remedies, max_size=3).map(tuple),
    _text,
    _text,
)
_runs = st.builds(ItemRun, st.sampled_from(Item), st.lists(_findings, max_size=3).map(tuple), _text)


@given(_findings)
def test_a_finding_survives_json_whole(finding):
    assert codec.finding_from_plain(json.loads(json.dumps(codec.finding_to_plain(finding)))) == finding


@given(st.lists(_runs, max_size=5, unique_by=lambda run: run.item))
def test_a_check_run_survives_json_whole_in_the_order_of_the_list(runs):
    plain = json.loads(json.dumps(codec.runs_to_plain(runs)))
    assert list(codec.runs_from_plain(plain).values()) == sorted(runs, key=lambda run: list(Item).index(run.item))
    assert codec.digest_of("ab", runs) == codec.digest_of("ab", reversed(runs))
    assert codec.digest_of("ab", runs) != codec.digest_of("cd", runs)


@given(st.dictionaries(st.integers(0, 10**6), st.sampled_from(Kind)))
def test_kinds_set_by_hand_survive_json(kinds):
    assert codec.kinds_from_plain(json.loads(json.dumps(codec.kinds_to_plain(kinds)))) == kinds


@given(st.none() | st.builds(NameAnswer, _text, _text, st.sampled_from(Verdict)))
def test_an_answer_survives_json(answer):
    assert codec.answer_from_plain(json.loads(json.dumps(codec.answer_to_plain(answer)))) == answer


def test_the_digest_of_a_run_changes_with_what_it_says(finding):
    found, unchecked, clean = (
        ItemRun(Item.STYLE, (finding,)),
        ItemRun(Item.STYLE, unchecked="No engine."),
        ItemRun(Item.STYLE),
    )
    assert len({codec.digest_of("ab", [run]) for run in (found, unchecked, clean)}) == 3


def test_the_last_run_is_there_in_the_next_opening(where, store, story, finding):
    run = store.runs.save(story.id, story.sha256, [ItemRun(Item.STYLE, (finding,)), ItemRun(Item.ADS)])
    second = open_store(where)
    assert second.runs.last(story.id) == run
    second.close()


def test_items_checked_apart_come_together_for_one_text_only(store, story, finding):
    store.runs.save(story.id, story.sha256, [ItemRun(Item.STYLE, (finding,))])
    both = store.runs.save(story.id, story.sha256, [ItemRun(Item.GRAMMAR, unchecked="No engine.")])
    assert set(both.runs) == {Item.STYLE, Item.GRAMMAR}
    again = store.runs.save(story.id, story.sha256, [ItemRun(Item.GRAMMAR)])
    assert again.runs[Item.GRAMMAR].unchecked == ""
    assert store.stories.get(story.id).open.unchecked == ()
    other = store.runs.save(story.id, "cd" * 32, [ItemRun(Item.GRAMMAR)])
    assert set(other.runs) == {Item.GRAMMAR}
    assert store.stories.get(story.id).open.all == 0


def test_a_story_never_checked_has_no_run(store, story):
    assert store.runs.last(story.id) is None
    with pytest.raises(KnownError, match="not in the database"):
        store.runs.save("0" * 32, "ab", [])


def as_it_is(plain):
    return plain


def test_readings_are_known_by_item_key_and_digest(store):
    store.readings.fill(Item.GRAMMAR, "en-GB", {"d1": [1, "é\ud800"], "d2": None})
    store.readings.fill(Item.GRAMMAR, "en-US", {"d1": {"a": 2}})
    assert store.readings.known(Item.GRAMMAR, "en-GB", ["d2", "d1", "d3"], as_it_is) == {
        "d1": [1, "é\ud800"],
        "d2": None,
    }
    assert store.readings.known(Item.GRAMMAR, "en-US", ["d1"], as_it_is) == {"d1": {"a": 2}}
    assert store.readings.known(Item.NAMES, "en-GB", ["d1"], as_it_is) == {}
    store.readings.fill(Item.GRAMMAR, "en-GB", {"d1": 7})
    assert store.readings.known(Item.GRAMMAR, "en-GB", (f"d{n}" for n in range(2000)), as_it_is) == {
        "d1": 7,
        "d2": None,
    }
    store.readings.fill(Item.GRAMMAR, "en-GB", {})


def test_a_full_cache_drops_what_was_not_used_for_longest(store):
    small = Readings(store._access, capacity=20)
    small.fill(Item.GRAMMAR, "k", {f"old{n}": n for n in range(10)})
    small.fill(Item.GRAMMAR, "k", {f"new{n}": n for n in range(10)})
    with store._access.writing() as connection:
        ages = [("old%", 2), ("new%", 1)]
        for name, hours in ages:
            aged = update(tables.readings).where(tables.readings.c.digest.like(name))
            connection.execute(aged.values(used=now() - timedelta(hours=hours)))
    small.fill(Item.GRAMMAR, "k", {"old0": 0, "fresh": 1})
    left = small.known(
        Item.GRAMMAR, "k", [f"{age}{n}" for age in ("old", "new") for n in range(10)] + ["fresh"], as_it_is
    )
    assert set(left) == {"old0", "fresh", *(f"new{n}" for n in range(10))}


def test_what_was_just_filled_is_never_dropped(store):
    small = Readings(store._access, capacity=5)
    small.fill(Item.GRAMMAR, "k", {f"d{n}": n for n in range(50)})
    with store._access.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.readings)).scalar() == 50


@pytest.mark.parametrize(("dialect", "name"), [(sqlite.dialect(), "sqlite"), (postgresql.dialect(), "postgresql")])
def test_rows_are_put_by_one_statement_that_both_databases_know(dialect, name):
    said, put = [], []

    class Server:
        """Keeps what it is told, in the words of its dialect."""

        def execute(self, statement, rows):
            put.append(statement)
            keys = list(rows if isinstance(rows, dict) else rows[0])
            said.append(" ".join(str(statement.compile(dialect=dialect, column_keys=keys)).split()))

    server = Server()
    server.dialect = dialect
    assert server.dialect.name == name
    upsert(server, tables.dictionary, [{"word": "w", "who": "Rosa", "added": now()}])
    insert_new(server, tables.texts, {"sha256": "ab", "body": "x"})
    assert said[0].endswith("ON CONFLICT (word) DO UPDATE SET who = excluded.who, added = excluded.added")
    assert said[1].endswith("ON CONFLICT DO NOTHING")
    upsert(server, tables.dictionary, [{"word": "x", "who": "Rosa", "added": now()}])
    assert put[2] is put[0], "each would hold a copy of the table, and itself"
