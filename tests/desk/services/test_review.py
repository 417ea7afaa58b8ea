"""Pages, looks and comments against a real database and real checks; grammar has its own tests."""

import pytest

from desk.checking.checklist import ItemState
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.decisions import Decision, Done
from desk.review.looks import Base, Since
from desk.review.move_request import MoveRequest
from desk.review.obstacles import Why
from desk.review.people import actor
from desk.review.seal import text_digest
from desk.review.states import Action
from desk.session import Session
from desk.story import Draft, Part
from desk.text.spans import Span

STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n"
EDITED = STORY.replace("Monday", "Tuesday")


@pytest.fixture
def desk_of(tmp_path):
    """Return a maker of open desks on one database, each of another person."""
    made = []

    def make(name):
        session = Session(tmp_path / f"{name}.toml", str(tmp_path / "desk.db"))
        session.examiner.change_settings({"user_name": name})
        desk = session.open_store()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def ada(desk_of):
    return desk_of("Ada")


@pytest.fixture
def story(ada):
    return ada.stories.open_text(STORY).id


def checked(desk, page):
    draft = Draft(page.story.text)
    runs = desk.examiner.examine(draft, desk.examiner.brief(page.story), tuple(Item)).runs
    return desk.review.keep_run(page, runs)


def save(desk, story, text):
    desk.stories.open_story(story)
    desk.saving.save(story, Draft(text), None)
    desk.stories.close_story(story)


def test_a_page_of_one_version_has_nothing_to_compare_with(ada, story):
    page = ada.review.page(story)
    assert (page.base, page.comparison, page.looked, page.known) == (None, None, None, None)
    assert {line.state for line in page.lines if not line.manual} == {ItemState.CHECKING}


def test_what_was_checked_for_a_page_stays_with_the_story(ada, desk_of, story):
    chief = desk_of("Cleo")
    changes = checked(chief, chief.review.page(story))
    assert Part.STORY in changes.parts
    states = {line.item: line.state for line in chief.review.page(story).lines}
    assert states["style"] is ItemState.ATTENTION
    assert chief.store.runs.last(story).rules.startswith("Copydesk")


def test_a_check_of_a_text_that_is_not_the_storys_any_more_is_dropped(ada, desk_of, story):
    chief = desk_of("Cleo")
    page = chief.review.page(story)
    save(ada, story, EDITED)
    assert checked(chief, page).parts == frozenset()
    assert chief.store.runs.last(story) is None


def test_each_person_has_a_last_look_of_his_own(ada, desk_of, story):
    chief, other = desk_of("Cleo"), desk_of("Ben")
    chief.review.looked(chief.review.page(story))
    save(ada, story, EDITED)
    assert chief.review.page(story).base == Base(1, Since.LOOK)
    assert other.review.page(story).base == Base(1, Since.FIRST)
    assert ada.review.page(story).base == Base(2, Since.OWN)
    assert ada.review.page(story).comparison.same_words


def test_any_version_can_be_compared_with_and_one_that_is_not_there_counts_for_nothing(ada, desk_of, story):
    save(ada, story, EDITED)
    save(ada, story, EDITED.replace("Mayor ", ""))
    chief = desk_of("Cleo")
    page = chief.review.page(story, since=2)
    assert (page.base.version, [s.removed for s in page.comparison.steps]) == (2, ["Mayor "])
    assert chief.review.page(story, since=9).base == Base(1, Since.FIRST)


def test_an_approval_that_did_not_come_about_is_no_look(ada, desk_of, story):
    """What stood in the way was told, and at the next refresh the chief had lost what changed."""
    chief = desk_of("Cleo")
    chief.review.looked(chief.review.page(story))
    save(ada, story, EDITED)
    page = chief.review.page(story)
    with pytest.raises(KnownError):
        chief.review.approve(page)
    with pytest.raises(KnownError):
        chief.review.decide(page, MoveRequest(story=story, action="nonsense"))
    assert chief.review.page(story).base == Base(1, Since.LOOK)


def test_what_an_open_page_compares_with_stays_whatever_is_looked_at_meanwhile(ada, desk_of, story):
    chief = desk_of("Cleo")
    chief.review.looked(chief.review.page(story))
    save(ada, story, EDITED)
    page = chief.review.page(story)
    chief.review.looked(page)
    again = chief.review.page(story, before=page)
    assert (again.base, again.comparison, again.looked, again.known) == (
        page.base,
        page.comparison,
        page.looked,
        page.known,
    )
    assert chief.review.page(story, since=2, before=page).base.since is Since.CHOSEN
    assert chief.review.page(story).base == Base(2, Since.LOOK)


def test_findings_seen_at_the_last_look_are_known_at_the_next(ada, desk_of, story):
    chief = desk_of("Cleo")
    checked(chief, chief.review.page(story))
    page = chief.review.page(story)
    chief.review.looked(page)
    assert page.seen
    assert chief.review.page(story).known == frozenset(page.seen)


def test_a_page_knows_when_it_is_no_longer_true(ada, desk_of, story):
    chief = desk_of("Cleo")
    page = chief.review.page(story)
    assert chief.review.is_of_now(page)
    save(ada, story, EDITED)
    assert not chief.review.is_of_now(page)


def test_nobody_decides_on_a_text_he_has_not_read(ada, desk_of, story):
    chief = desk_of("Cleo")
    page = chief.review.page(story)
    save(ada, story, EDITED)
    before = len(chief.store.decisions.of_story(story))
    with pytest.raises(KnownError, match="changed while you read it"):
        chief.moves.move(MoveRequest(story=story, action=Action.HOLD, note="Wait", read=page.sha256))
    assert len(chief.store.decisions.of_story(story)) == before
    read = chief.review.page(story).sha256
    chief.moves.move(MoveRequest(story=story, action=Action.HOLD, note="Wait", read=read))


def test_a_page_says_which_rule_forbids_a_decision(ada, story):
    refused = ada.review.page(story).refused
    assert "cannot take “Approve”" in refused[Action.APPROVE]
    assert refused[Action.HOLD] == ""


def test_a_comment_is_on_saved_words_alone(ada, story):
    at = STORY.index("Monday")
    with pytest.raises(KnownError, match="another text by now"):
        ada.review.comment(story, EDITED, Span(at, at + 6), "Really?")
    assert ada.review.threads(story) == ()


def test_comments_follow_the_text_of_the_story(ada, desk_of, story):
    at = STORY.index("Mayor Ines Duarte")
    ada.review.comment(story, STORY, Span(at, at + 17), "Is she still?")
    text = "New first paragraph, with words.\n\n" + EDITED
    save(ada, story, text)
    (placed,) = desk_of("Cleo").review.page(story).threads
    assert placed.span.of(text) == "Mayor Ines Duarte"


def test_two_answer_one_comment_and_both_are_kept(ada, desk_of, story):
    at = STORY.index("Monday")
    ada.review.comment(story, STORY, Span(at, at + 6), "Really?")
    thread = ada.review.threads(story)[0].id
    ben = desk_of("Ben")
    ben.review.answer(story, thread, "Yes.")
    ada.review.answer(story, thread, "Sure?")
    ben.review.resolve(story, thread)
    with pytest.raises(KnownError, match="resolved"):
        ada.review.resolve(story, thread)
    ada.review.reopen(story, thread, "No.")
    assert [r.who.name for r in ada.review.threads(story)[0].remarks] == ["Ada", "Ben", "Ada", "Ben", "Ada"]


def test_what_was_taken_on_unchecked_says_by_whom_and_why(ada, story):
    page = ada.review.page(story)
    checked(ada, page)
    ada.moves.move(MoveRequest(story=story, action=Action.SUBMIT))
    option = next(o for o in ada.moves.options(story) if o.action == Action.PASS_ON)
    ada.moves.move(
        MoveRequest(story=story, action=Action.PASS_ON, passed={o.key: "Read by hand" for o in option.obstacles})
    )
    taken = {each.item: each for each in ada.review.page(story).taken}
    assert (taken["grammar"].who, taken["grammar"].why, taken["grammar"].reason) == (
        "Ada",
        Why.UNCHECKED,
        "Read by hand",
    )
    assert taken["grammar"].fact.startswith("“Grammar” was not checked (")
    assert taken["style"].why == Why.ERRORS
    told_of_old = {"sentence": "“style” has 1 open error: fix or waive each.", "why": "open errors"}
    old = Decision(
        Done.ACKNOWLEDGED, story, actor("", "Ada"), item="style", note=told_of_old, sha256=text_digest(STORY)
    )
    ada.store.decisions.add(old)
    assert ada.review.page(story).taken[-1].fact == "“House style” has 1 open error"
    save(ada, story, EDITED)
    assert ada.review.page(story).taken == ()


def test_notes_given_with_moves_are_on_the_page_the_newest_first(ada, story):
    ada.moves.move(MoveRequest(story=story, action=Action.SUBMIT, note="In haste"))
    ada.moves.move(MoveRequest(story=story, action=Action.HOLD, note="Wait for the ministry"))
    assert [(said.who, said.words) for said in ada.review.page(story).said] == [
        ("Ada", "Wait for the ministry"),
        ("Ada", "In haste"),
    ]


def test_a_page_shows_nothing_in_the_way_that_it_is_about_to_show(ada, desk_of, story):
    chief = desk_of("Cleo")
    checked(chief, chief.review.page(story))
    whys = {str(o.why) for option in chief.review.page(story).moves for o in option.obstacles}
    assert Why.NEW not in whys
