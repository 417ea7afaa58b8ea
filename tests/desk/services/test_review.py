"""Pages, looks and comments against a real database and real checks; grammar has its own tests."""

import pytest

from desk.checking.checklist import ItemState
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.looks import Base, Since
from desk.review.obstacles import Why
from desk.review.states import Action
from desk.session import Session
from desk.story import Draft, Part
from desk.text.spans import Span

STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n"
EDITED = STORY.replace("Monday", "Tuesday")


@pytest.fixture
def desk(tmp_path):
    """Return a maker of sessions on one database, each of another person."""
    made = []

    def make(name):
        session = Session(tmp_path / f"{name}.toml", str(tmp_path / "desk.db"))
        session.change_settings({"user_name": name})
        session.open_store()
        made.append(session)
        return session

    yield make
    for session in made:
        session.close()


@pytest.fixture
def ada(desk):
    return desk("Ada")


@pytest.fixture
def story(ada):
    return ada.open_text(STORY).id


def checked(session, page):
    draft = Draft(page.story.text)
    runs = session.examine(draft, session.brief(page.story), tuple(Item)).runs
    return session.reviewing.keep_run(page, runs)


def save(session, story, text):
    session.open_story(story)
    session.save(story, Draft(text), None)
    session.close_story(story)


def test_a_page_of_one_version_has_nothing_to_compare_with(ada, story):
    page = ada.reviewing.page(story)
    assert (page.base, page.comparison, page.looked, page.known) == (None, None, None, None)
    assert {line.state for line in page.lines if not line.manual} == {ItemState.CHECKING}


def test_what_was_checked_for_a_page_stays_with_the_story(ada, desk, story):
    chief = desk("Cleo")
    changes = checked(chief, chief.reviewing.page(story))
    assert Part.STORY in changes.parts
    states = {line.item: line.state for line in chief.reviewing.page(story).lines}
    assert states["style"] is ItemState.ATTENTION
    assert chief.store.runs.last(story).rules.startswith("Copydesk")


def test_a_check_of_a_text_that_is_not_the_storys_any_more_is_dropped(ada, desk, story):
    chief = desk("Cleo")
    page = chief.reviewing.page(story)
    save(ada, story, EDITED)
    assert checked(chief, page).parts == frozenset()
    assert chief.store.runs.last(story) is None


def test_each_person_has_a_last_look_of_his_own(ada, desk, story):
    chief, other = desk("Cleo"), desk("Ben")
    chief.reviewing.looked(chief.reviewing.page(story))
    save(ada, story, EDITED)
    assert chief.reviewing.page(story).base == Base(1, Since.LOOK)
    assert other.reviewing.page(story).base == Base(1, Since.FIRST)
    assert ada.reviewing.page(story).base == Base(2, Since.OWN)
    assert ada.reviewing.page(story).comparison.same_words


def test_any_version_can_be_compared_with_and_one_that_is_not_there_counts_for_nothing(ada, desk, story):
    save(ada, story, EDITED)
    save(ada, story, EDITED.replace("Mayor ", ""))
    chief = desk("Cleo")
    page = chief.reviewing.page(story, since=2)
    assert (page.base.version, [s.removed for s in page.comparison.steps]) == (2, ["Mayor "])
    assert chief.reviewing.page(story, since=9).base == Base(1, Since.FIRST)


def test_findings_seen_at_the_last_look_are_known_at_the_next(ada, desk, story):
    chief = desk("Cleo")
    checked(chief, chief.reviewing.page(story))
    page = chief.reviewing.page(story)
    chief.reviewing.looked(page)
    assert page.seen
    assert chief.reviewing.page(story).known == frozenset(page.seen)


def test_a_page_knows_when_it_is_no_longer_true(ada, desk, story):
    chief = desk("Cleo")
    page = chief.reviewing.page(story)
    assert chief.reviewing.is_of_now(page)
    save(ada, story, EDITED)
    assert not chief.reviewing.is_of_now(page)


def test_nobody_decides_on_a_text_he_has_not_read(ada, desk, story):
    chief = desk("Cleo")
    page = chief.reviewing.page(story)
    save(ada, story, EDITED)
    before = len(chief.store.decisions.of_story(story))
    with pytest.raises(KnownError, match="changed while you read it"):
        chief.move(story, Action.HOLD, "Wait", read=page.sha256)
    assert len(chief.store.decisions.of_story(story)) == before
    chief.move(story, Action.HOLD, "Wait", read=chief.reviewing.page(story).sha256)


def test_a_page_says_which_rule_forbids_a_decision(ada, story):
    refused = ada.reviewing.page(story).refused
    assert "cannot take “Approve”" in refused[Action.APPROVE]
    assert refused[Action.HOLD] == ""


def test_a_comment_is_on_saved_words_alone(ada, story):
    at = STORY.index("Monday")
    with pytest.raises(KnownError, match="another text by now"):
        ada.reviewing.comment(story, EDITED, Span(at, at + 6), "Really?")
    assert ada.reviewing.threads(story) == ()


def test_comments_follow_the_text_of_the_story(ada, desk, story):
    at = STORY.index("Mayor Ines Duarte")
    ada.reviewing.comment(story, STORY, Span(at, at + 17), "Is she still?")
    text = "New first paragraph, with words.\n\n" + EDITED
    save(ada, story, text)
    (placed,) = desk("Cleo").reviewing.page(story).threads
    assert placed.span.of(text) == "Mayor Ines Duarte"


def test_two_answer_one_comment_and_both_are_kept(ada, desk, story):
    at = STORY.index("Monday")
    ada.reviewing.comment(story, STORY, Span(at, at + 6), "Really?")
    thread = ada.reviewing.threads(story)[0].id
    ben = desk("Ben")
    ben.reviewing.answer(story, thread, "Yes.")
    ada.reviewing.answer(story, thread, "Sure?")
    ben.reviewing.resolve(story, thread)
    with pytest.raises(KnownError, match="resolved"):
        ada.reviewing.resolve(story, thread)
    ada.reviewing.reopen(story, thread, "No.")
    assert [r.who for r in ada.reviewing.threads(story)[0].remarks] == ["Ada", "Ben", "Ada", "Ben", "Ada"]


def test_what_was_taken_on_unchecked_says_by_whom_and_why(ada, story):
    page = ada.reviewing.page(story)
    checked(ada, page)
    ada.move(story, Action.SUBMIT, "")
    option = next(o for o in ada.moves_of(story) if o.action == Action.PASS_ON)
    ada.move(story, Action.PASS_ON, "", passed={o.key: "Read by hand" for o in option.obstacles})
    taken = {each.item: each for each in ada.reviewing.page(story).taken}
    assert (taken["grammar"].who, taken["grammar"].why, taken["grammar"].reason) == (
        "Ada",
        Why.UNCHECKED,
        "Read by hand",
    )
    assert taken["style"].why == Why.ERRORS
    save(ada, story, EDITED)
    assert ada.reviewing.page(story).taken == ()


def test_notes_given_with_moves_are_on_the_page_the_newest_first(ada, story):
    ada.move(story, Action.SUBMIT, "In haste")
    ada.move(story, Action.HOLD, "Wait for the ministry")
    assert [(said.who, said.words) for said in ada.reviewing.page(story).said] == [
        ("Ada", "Wait for the ministry"),
        ("Ada", "In haste"),
    ]


def test_a_page_shows_nothing_in_the_way_that_it_is_about_to_show(ada, desk, story):
    chief = desk("Cleo")
    checked(chief, chief.reviewing.page(story))
    whys = {str(o.why) for option in chief.reviewing.page(story).moves for o in option.obstacles}
    assert Why.NEW not in whys
