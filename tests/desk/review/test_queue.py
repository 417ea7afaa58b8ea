"""Filters and views as values: back from plain ones without loss, and refused where a newer version wrote them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.review.queue import ALL, HOUSE, MINE, Filter, Order, View, from_plain, named, to_plain
from tests.rows import rows

WORDS = st.text(max_size=12)
FILTERS = st.builds(
    Filter, st.frozensets(WORDS, max_size=3), WORDS, WORDS, WORDS, st.booleans(), st.sampled_from(list(Order))
)


@given(FILTERS)
def test_a_filter_comes_back_from_json_as_it_was(wanted):
    assert from_plain(json.loads(json.dumps(to_plain(wanted)))) == wanted


def test_what_asks_for_nothing_is_not_written():
    assert to_plain(Filter()) == {}
    assert to_plain(MINE.filter) == {"mine": True, "order": "by-deadline"}


@rows(
    "plain",
    [
        {"colour": "red"},
        {"order": "by length"},
        {"mine": "yes"},
        {"states": "Draft"},
        {"section": None},
        ["Draft"],
        None,
    ],
)
def test_what_this_version_cannot_read_is_refused_by_name(plain):
    with pytest.raises(KnownError, match="“Sport tonight” was saved by a newer Copydesk"):
        from_plain(plain, "Sport tonight")


def test_a_view_has_a_name_of_its_own_and_takes_the_place_of_its_namesake():
    kept = View("Sport tonight", Filter(section="Sport"), "id-1")
    assert named("  sport  Tonight ", Filter(text="cup"), [kept]) == View("sport Tonight", Filter(text="cup"), "id-1")
    assert named("Cup", Filter(), [kept]).id == ""


@pytest.mark.parametrize(("name", "said"), [("  ", "needs a name"), ("x" * 61, "at most 60"), ("ALL stories", "house")])
def test_names_that_are_refused(name, said):
    with pytest.raises(KnownError, match=said):
        named(name, Filter())


def test_the_views_of_the_house():
    assert HOUSE == (MINE, ALL)
    assert ALL.filter == Filter()
