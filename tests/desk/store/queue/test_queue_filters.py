"""The chief's queue in a real database: by deadline, what waits for whom, people, void approvals, saved views."""

from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.people import Actor, Person, actor, id_of_name
from desk.review.queue import Filter, Order, Turn, View, Waiting
from desk.review.states import State
from desk.store.connect import open_store
from desk.store.database import sqlite, tables
from desk.store.queue.query import KEYS, Question, line, parts_of
from desk.store.queue.search import Held, How, gathering
from desk.store.records.values import NewStory

DUE = Order.DEADLINE
HOUR = timedelta(hours=1)
NOBODY = Waiting()
ADA, BO = Person("Ada", id="id-ada"), Person("Bo", id="id-bo")
SIX = datetime(2031, 3, 9, 18, 0, tzinfo=UTC)


@pytest.fixture
def put(store):
    """Return a maker of stories in any state, hands and hour."""

    def make(slug, state=State.DRAFT, hour=None, hands="", **more):
        made = store.stories.create(
            NewStory(slug=slug, text=more.pop("text", f"Words of {slug}."), **more), actor("", "Rosa")
        )
        values = {"state": state.value, "hands": hands, "deadline": None if hour is None else SIX + hour * HOUR}
        with store._access.writing() as connection:
            connection.execute(update(tables.stories).where(tables.stories.c.id == made.id).values(values))
        return made

    return make


def slugs(store, wanted, me=NOBODY):
    page = [row.slug for row in store.queue.page(wanted, me=me).rows]
    assert [row.slug for row in store.queue.rows(store.queue.ids(wanted, me))] == page
    return page


def _slugs_twice(store, wanted):
    """Return what `slugs` does; the ids, asked apart, are those of the page's rows, so that no row is read twice."""
    page = store.queue.page(wanted, me=NOBODY).rows
    assert [row.id for row in page] == store.queue.ids(wanted, NOBODY)
    return [row.slug for row in page]


def test_by_deadline_the_next_comes_first_and_those_without_follow_the_last_changed_first(store, put):
    for slug, hour in (("old", None), ("late", 3), ("new", None), ("soon", 1)):
        put(slug, hour=hour)
    assert slugs(store, Filter(order=DUE)) == ["soon", "late", "new", "old"]
    assert slugs(store, Filter()) == ["soon", "new", "late", "old"]
    assert slugs(store, Filter(order=DUE, reverse=True)) == ["late", "soon", "new", "old"]
    assert slugs(store, Filter(reverse=True)) == ["old", "late", "new", "soon"]


@pytest.mark.parametrize("order", list(KEYS))
@pytest.mark.parametrize("reverse", [False, True])
def test_pages_of_every_order_follow_each_other_without_gap_or_repeat(store, put, order, reverse):
    for number in range(13):
        put(f"s{number}", (State.DRAFT, State.HOLD)[number % 2], hour=number % 3 or None, text="Rain again.")
    for wanted in (
        {},
        {"states": frozenset({State.DRAFT, State.HOLD})},
        {"person": id_of_name("Rosa"), "text": "rain"},
    ):
        _pages_follow_each_other(store, Filter(order=order, reverse=reverse, **wanted))


def _pages_follow_each_other(store, asked):
    seen, mark = [], None
    while True:
        page = store.queue.page(asked, after=mark, size=4)
        seen += page.rows
        mark = page.next
        if mark is None:
            break
    assert [row.id for row in seen] == store.queue.ids(asked)
    assert len({row.id for row in seen}) == 13


def test_what_waits_for_me_is_in_my_hands_or_in_nobodys_but_mine_to_move_on(store, put):
    put("mine", State.DRAFT, hands="id-ada")
    put("hers", State.CHIEF, hands="id-bo", section="News")
    put("free", State.CHIEF, section="News", hour=1)
    put("other section", State.CHIEF, section="Sport")
    put("second", State.SECOND_READ, section="Sport")
    put("draft", State.DRAFT, section="News")
    ada = Waiting(ADA.ids, (Turn(State.CHIEF, frozenset({"News"})), Turn(State.SECOND_READ)))
    assert slugs(store, Filter(mine=True, order=DUE), ada) == ["free", "second", "mine"]
    assert slugs(store, Filter(mine=True, section="News"), ada) == ["free"]
    assert slugs(store, Filter(frozenset({State.SECOND_READ}), mine=True), ada) == ["second"]
    assert slugs(store, Filter(frozenset({State.DRAFT}), mine=True), ada) == ["mine"]
    assert slugs(store, Filter(mine=True, text="words"), ada) == ["second", "free", "mine"]
    assert slugs(store, Filter(mine=True), NOBODY) == []


def test_a_draft_in_nobodys_hands_waits_for_who_owns_it(store, put):
    put("hers", owner=BO.actor)
    put("ours", owner=ADA.actor)
    put("lent", owner=ADA.actor, hands="id-bo")
    ada = Waiting(ADA.ids, (Turn(State.DRAFT, own=True),))
    assert slugs(store, Filter(mine=True), ada) == ["ours"]


def test_a_person_is_found_by_what_they_own_and_what_they_have_in_hand(store, put):
    with store._access.writing() as connection:
        person = {"id": "f" * 32, "name": "Bo Lind", "initials": "BL", "roles": {}, "pin": "", "created": SIX}
        connection.execute(insert(tables.people).values(person))
        old = {"id": id_of_name("Bo"), "person": "f" * 32, "name": "Bo"}
        connection.execute(
            insert(tables.identities),
            [old, {**old, "id": id_of_name("Rosa"), "person": id_of_name("Rosa"), "name": "Rosa"}],
        )
    put("in hand", hands="f" * 32)
    put("owned", owner=Actor("f" * 32, "Bo"))
    put("both", owner=actor("", "Bo"), hands="f" * 32)
    put("of old", hands=id_of_name("Bo"))
    put("neither")
    assert slugs(store, Filter(person="f" * 32)) == ["of old", "both", "owned", "in hand"]
    assert slugs(store, Filter(person="f" * 32, text="owned")) == ["owned"]
    assert [row.hands for row in store.queue.page().rows] == ["", "Bo Lind", "Bo Lind", "", "Bo Lind"]
    assert [row.owner for row in store.queue.page().rows] == ["Rosa", "Rosa", "Bo Lind", "Bo Lind", "Rosa"]
    assert store.queue.people() == [Actor("f" * 32), actor("", "Rosa")]
    assert [one.name for one in store.queue.people()] == ["Bo Lind", "Rosa"]


def test_rows_carry_deadline_hold_and_counts(store, put):
    made = put("a", State.HOLD, hour=1)
    with store._access.writing() as connection:
        values = {"hold_until": SIX, "waived": 2, "unchecked": 1}
        connection.execute(update(tables.stories).where(tables.stories.c.id == made.id).values(values))
    (row,) = store.queue.page().rows
    assert (row.deadline, row.hold_until, row.waived, row.unchecked, row.void) == (SIX + HOUR, SIX, 2, 1, False)


def test_counts_of_another_text_are_no_counts(store, put):
    made = put("a")
    assert not store.queue.page().rows[0].checked
    store.runs.save(made.id, made.sha256, [ItemRun(Item.STYLE)])
    assert store.queue.page().rows[0].checked
    store.stories.save(made.id, "Other words.", actor("", "Rosa"))
    assert not store.queue.page().rows[0].checked
    assert not store.queue.rows([made.id])[0].checked


def test_a_story_called_approved_without_a_seal_on_its_text_is_void(store, put):
    put("a", State.DRAFT)
    with store._access.writing() as elsewhere:
        elsewhere.exec_driver_sql("UPDATE stories SET state = 'approved'")
    (row,) = store.queue.page().rows
    assert (row.state, row.void) == (State.APPROVED, True)


def _each_three_of_five():
    """Return 36 of 144 filters: any three values of words, order, states, section and person stand in one of them.

    Beside each pair of words and order stand one choice of the other three and its opposite, another one for the next.
    """
    words = ("rain ", "ra", "rainf", "rain again ", '"rain and" ', "rain ag")
    orders = ((Order.CHANGED, False), (DUE, False), (DUE, True))
    choices = list(product((frozenset(), frozenset({State.DRAFT, State.CHIEF})), ("", "Sport"), ("", BO.id)))
    return [
        Filter(states, section, text, person, order=order, reverse=reverse)
        for number, (text, (order, reverse)) in enumerate(product(words, orders))
        for states, section, person in (choices[number % 4], choices[7 - number % 4])
    ]


def test_each_three_values_of_a_filter_stand_in_one_of_those_asked():
    asked = [(one.text, (one.order, one.reverse), one.states, one.section, one.person) for one in _each_three_of_five()]
    for parts in combinations(range(5), 3):
        met = {tuple(one[part] for part in parts) for one in asked}
        assert met == set(product(*({one[part] for one in asked} for part in parts)))


def test_many_filters_with_a_common_word_agree_with_few(store, where, put, monkeypatch):
    on_a_file = isinstance(where, Path)
    for number in range(24):
        put(
            f"s{number}",
            (State.DRAFT, State.HOLD, State.CHIEF)[number % 3],
            hour=number % 5 or None,
            section=("News", "Sport")[number % 2],
            owner=(ADA, BO)[number % 5 == 0].actor,
            text="Rain and rainfall again." if number % 7 else "Sun.",
        )
    asked = _each_three_of_five()
    few = [slugs(store, one) for one in asked]
    monkeypatch.setattr("desk.store.queue.search._RARE", 2)
    for most, read in ((0.0, 1e9), (2.0, 1e9), (2.0, 0)):  # every word looked for story by story, none, and in texts
        monkeypatch.setattr("desk.store.queue.search._MOST", most)
        monkeypatch.setattr("desk.store.queue.search._READ", read)
        if on_a_file:
            assert [_slugs_twice(store, one) for one in asked] == few
        for part in (
            () if on_a_file or not read else ("_MOST_GATHERED", "_MOST_NAMED")
        ):  # the same of a server, which alone asks it
            monkeypatch.setattr(f"desk.store.queue.server_search.{part}", most - 1)
            assert [_slugs_twice(store, one) for one in asked] == few
    assert sum(map(bool, few)) == len(few)


def test_a_rare_beginning_is_found_among_many_that_begin_alike(tmp_path, monkeypatch):
    store = open_store(tmp_path / "a.db")
    for number in range(31):
        text = "Constables came." if number % 10 == 3 else "They consider it."
        store.stories.create(NewStory(slug=f"s{number}", text=text), actor("", "Rosa"))
    asked = [Filter(text=words, reverse=way) for words in ("cons", "consta", "came consta") for way in (False, True)]
    few = [slugs(store, one) for one in asked]
    assert few[2] == few[4] == ["s23", "s13", "s3"]
    counted = []
    monkeypatch.setattr("desk.store.queue.search._RARE", 5)
    monkeypatch.setattr("desk.store.queue.queue.gathering", lambda *how: counted.append(how) or gathering(*how))
    for read in (1e9, 0):  # gathered at once, and after a look into the texts of the first stories
        monkeypatch.setattr("desk.store.queue.search._READ", read)
        assert [slugs(store, one) for one in asked] == few
    assert counted
    store.close()


def test_views_are_each_persons_own_and_one_name_is_one_view(store):
    ours = store.queue_views
    kept = ours.keep(ADA, "Sport tonight", Filter(section="Sport"))
    ours.keep(ADA, "Cup", Filter(text="cup"))
    ours.keep(BO, "Sport tonight", Filter())
    again = ours.keep(ADA, "sport tonight", Filter(section="Sport", mine=True))
    assert again.id == kept.id
    assert ours.of(ADA.ids) == [
        View("Cup", Filter(text="cup"), ours.of(ADA.ids)[0].id),
        View("sport tonight", Filter(section="Sport", mine=True), kept.id),
    ]
    ours.remove(kept.id)
    ours.remove(kept.id)
    assert [view.name for view in ours.of(ADA.ids)] == ["Cup"]
    with pytest.raises(KnownError, match="needs a name"):
        ours.keep(ADA, " ", Filter())


def test_a_view_of_a_newer_version_is_told_and_can_be_removed(store):
    row = {"id": "a" * 32, "person": "id-ada", "name": "New", "filter": {"colour": "red"}, "made": SIX}
    with store._access.writing() as connection:
        connection.execute(insert(tables.queue_views).values(row))
    (view,) = store.queue_views.of(ADA.ids)
    assert "“New” was saved by a newer Copydesk" in view.broken
    store.queue_views.remove(view.id)
    assert store.queue_views.of(ADA.ids) == []


@pytest.mark.parametrize("order", list(KEYS))
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("marked", [False, True])
def test_every_filter_in_every_order_walks_along_an_index(tmp_path, order, reverse, marked):
    """Nothing is read that was not asked for, or sorted; one person's, and those in two people's hands, are few."""
    store = open_store(tmp_path / "a.db")
    me = Waiting(
        ADA.ids, (Turn(State.CHIEF, frozenset({"News"})), Turn(State.SECOND_READ), Turn(State.DRAFT, own=True))
    )
    with store._access.reading() as connection:
        for states, section, person, mine in product(
            (frozenset(), frozenset({State.HOLD}), frozenset({State.HOLD, State.CHIEF})),
            ("", "News"),
            ("", BO.id),
            (False, True),
        ):
            wanted = Filter(states, section, person=person, mine=mine, order=order, reverse=reverse)
            for part in parts_of(wanted):
                asked = Question(wanted, me, frozenset({person} - {""}), Held(How.ANY), marked=marked, part=part)
                assert _read_whole_or_sorted(connection, asked) == [], asked
    store.close()


def _read_whole_or_sorted(connection, asked):
    """Return what a plan reads whole or sorts, but for the few parts of some lines each that are laid together."""
    key = 0 if asked.wanted.order is DUE else SIX
    query = line(asked).params(key=key, number=0, size=51)
    made = query.compile(connection, compile_kwargs={"render_postcompile": True})
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {made}", (None,) * len(made.positiontup)).all()
    narrow = asked.wanted.states or asked.wanted.section or asked.wanted.person or asked.wanted.mine
    walks = [(row[1], row[3]) for row in rows if " stories" in row[3]]
    wide = [walk for _, walk in walks if narrow and "=?" not in walk and "ix_stories_hands_too" not in walk]
    of_one = ("ix_stories_hands", "ix_stories_owner") if asked.wanted.person else ("",)
    wide += [f"one person's by {walk}" for _, walk in walks if not any(index in walk for index in of_one)]
    few = str(made).count("hands_too != ''")
    wide += ["two hands, by another index"] * (few - sum("ix_stories_hands_too" in walk for _, walk in walks))
    sorted_ = [row[3] for row in rows if "TEMP B-TREE" in row[3] and any(row[1] == parent for parent, _ in walks)]
    return [*wide, *sorted_, *(walk for _, walk in walks if walk == "SCAN stories")]


def test_a_page_in_the_middle_of_those_without_a_deadline_takes_no_more_steps_than_the_first(tmp_path):
    store = open_store(tmp_path / "a.db")
    store.stories.create(NewStory(slug="a", text="Words."), ADA.actor)
    own = {"number", "id", "changed", "due"}
    columns = [column.name for column in tables.stories.columns if column.name not in own]
    with store._access.writing() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE n(at) AS (SELECT 2 UNION ALL SELECT at + 1 FROM n WHERE at < 600) "
            f"INSERT INTO stories (number, id, changed, {', '.join(columns)}) "
            f"SELECT at, 'story ' || at, changed + at, {', '.join(columns)} FROM n JOIN stories"
        )
    wanted = Filter(order=DUE, reverse=True)
    middle = store.queue.page(wanted, size=400).next
    first = _steps(store, lambda: store.queue.page(wanted))
    assert _steps(store, lambda: store.queue.page(wanted, middle)) < 1.2 * first
    store.close()


def _steps(store, act):
    """Return how many instructions of SQLite something takes, in tens."""
    steps = []
    with store._access.reading() as connection:
        file = sqlite.raw(connection)
    act()
    file.set_progress_handler(lambda: steps.append(1) and 0, 10)
    act()
    file.set_progress_handler(None, 0)
    return len(steps)
