"""Another name never changes what anybody may do: whoever is renamed, and whatever happened before."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.queue import Filter
from desk.review.states import Action
from desk.story import Draft

CLEAN = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n"
STRICT = "version = 1\nchief_may_approve_own_copy = false\n"
INITIALS = ("OB", "RM", "TR")
NAMES = st.sampled_from(("Odile Brandt", "Rosa Marquez", "Tam Reyes", "Odile Castellan", "R. Marquez", "root"))
WHO = st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), WHO, st.sampled_from(Action)),
        st.tuples(st.just("save"), WHO, st.integers(0, 2)),
        st.tuples(st.just("take"), WHO),
        st.tuples(st.just("look"), WHO),
        st.tuples(st.just("tick"), WHO),
        st.tuples(st.just("rename"), WHO, NAMES),
    ),
    max_size=8,
)
FLOW = (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF)
SO_FAR = st.tuples(WHO, st.lists(WHO, max_size=3))
"""Who filed the story, and who moved it on how far."""
SLOW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def three(people, tmp_path):
    """A desk of three chiefs where none approves copy of their own, and their ids."""
    (tmp_path / "review.toml").write_text(STRICT, "utf-8")
    desk = people.set_up()
    for initials in INITIALS[1:]:
        desk.people.change(desk.people.with_initials(initials).id, roles={"*": [Role.EDITOR, Role.CHIEF, Role.ADMIN]})
    return desk, [desk.people.with_initials(initials).id for initials in INITIALS]


def _do(desk, ids, story, step):
    kind, who, *rest = step
    desk.people.switch(ids[who])
    if kind == "move":
        option = next((o for o in desk.moves.options(story) if o.action == rest[0]), None)
        passed = {o.key: "as I see it" for o in option.obstacles} if option else {}
        desk.moves.move(MoveRequest(story=story, action=rest[0], note="why", passed=passed))
    elif kind == "save":
        draft = Draft(CLEAN + "It rained.\n" * rest[0])
        desk.saving.save(story, draft, desk.examiner.examine(draft, desk.examiner.brief(desk.stories.view(story))))
    elif kind == "take":
        desk.stories.take(story)
    elif kind == "look":
        desk.review.looked(desk.review.page(story))
    elif kind == "tick":
        desk.decisions.tick(story, "Facts checked", True)
    else:
        desk.people.change(ids[who], name=rest[0])


def _may(desk, ids, story):
    """Return what each may do, with what stands in the way, what waits for them and what they would compare with."""
    told = []
    for one in ids:
        desk.people.switch(one)
        page = desk.review.page(story)
        options = [(o.action, o.target, o.obstacles) for o in desk.moves.options(story)]
        why_not = {action: bool(why) for action, why in page.refused.items()}
        told.append((options, why_not, desk.queue.ids(Filter(mine=True)), page.base, page.looked, page.known))
    return told


@SLOW
@given(SO_FAR, STEPS, st.lists(st.tuples(WHO, NAMES, st.sampled_from(("", "XX", "YY", "ZZ"))), min_size=1, max_size=3))
def test_no_change_of_name_or_initials_changes_what_anybody_may_do(three, so_far, steps, renamed):
    desk, ids = three
    desk.people.switch(ids[so_far[0]])
    story = desk.stories.open_text(CLEAN, "bridge").id
    moves = [("move", who, action) for who, action in zip(so_far[1], FLOW, strict=False)]
    for step in [("save", so_far[0], 0), *moves, *steps]:
        try:
            _do(desk, ids, story, step)
        except KnownError:  # not allowed there, or a name or text that somebody has
            continue
    before = _may(desk, ids, story)
    for who, name, initials in renamed:
        try:
            desk.people.change(ids[who], name=name, initials=initials or None)
        except KnownError:  # the name or the initials of a colleague
            continue
    assert _may(desk, ids, story) == before


@SLOW
@given(STEPS, st.lists(NAMES, min_size=1, max_size=3), NAMES)
def test_no_name_in_the_settings_changes_what_one_may_do_without_set_up_nor_after_it(people, steps, names, set_up_as):
    people.where = people.folder / f"{len(people.made)}.db"
    one, other = people.desk(user_name="Odile Brandt"), people.desk(user_name="Rosa Marquez")
    story = one.stories.open_text(CLEAN, "bridge").id

    def may():
        return [
            (
                [(o.action, o.obstacles) for o in desk.moves.options(story)],
                desk.queue.ids(Filter(mine=True)),
                desk.review.page(story).base,
                desk.people.working.ids,
            )
            for desk in (one, other)
        ]

    for kind, who, *rest in steps:
        desk = (one, other)[who % 2]
        if kind == "rename":
            desk.change_settings({"user_name": rest[0]})
        elif kind == "look":
            desk.review.looked(desk.review.page(story))
        elif kind == "take":
            desk.stories.take(story)
    before = may()
    for name in names:
        one.change_settings({"user_name": name})
        other.change_settings({"user_name": name})
    assert may() == before
    one.people.set_up_alone(set_up_as)
    assert one.people.working.ids == before[0][3]
    assert one.queue.ids(Filter(mine=True)) == before[0][1]
    assert one.review.page(story).base == before[0][2]
