"""What goes, comes and needs a person, in words."""

import pytest

from desk.packs.exchange_plan import ExchangePlan, Leaving, OnTheWay, wish_of
from tests.rows import rows


@pytest.mark.parametrize(
    ("leaving", "said"),
    [
        (Leaving(5000), "5,000 stories go."),
        (Leaving(1, {"version": 1}), "1 story goes: 1 version."),
        (
            Leaving(3, {"version": 12, "entry": 4, "original": 1}, lent=1, apart=2),
            "3 stories go: 12 versions, 4 entries of the trail, 1 document. 1 is lent already; 2 were changed in two "
            "places and go with both texts.",
        ),
    ],
)
def test_what_leaves_is_told(leaving, said):
    assert leaving.said == said


@rows(
    ("story", "said"),
    [
        (OnTheWay("1", "a", comes={"version": 1, "remark": 2}), "“a” comes: 1 version, 2 remarks."),
        (
            OnTheWay("1", "a", comes={"entry": 1}, goes={"seal": 1}),
            "“a” comes: 1 entry of the trail; goes: 1 approval.",
        ),
        (
            OnTheWay("1", "a", goes={"version": 1}, held="It is lent to Rosa."),
            "“a” goes: 1 version. It is lent to Rosa.",
        ),
        (
            OnTheWay("1", "a", apart=True, comes={"version": 1}),
            "“a” was changed here and there: no paragraph on both sides.",
        ),
        (OnTheWay("1", "a", why_not="It is refused."), "It is refused."),
    ],
)
def test_each_story_has_its_sentence(story, said):
    assert story.said == said


def test_what_would_be_refused_is_counted():
    plan = ExchangePlan("desk", (OnTheWay("1", "a", comes={"version": 1}, why_not="No."),))
    assert plan.said == "0 stories come, 0 go, 1 would be refused."


def test_two_settings_say_which_stories_come():
    assert wish_of("here", "Metro").new is False
    assert (wish_of("mine", "Metro").filter.mine, wish_of("all", "Metro").filter.section) == (True, "Metro")
