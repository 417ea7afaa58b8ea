"""Quieting rules on a desk: whole rules by decision, proposals from habits, and the way back."""

import pytest

from desk.checking.checklist import Standing
from desk.checks.check import Finding, Item
from desk.errors import KnownError
from desk.review.decisions import Scope
from desk.review.people import Role
from desk.session import Session
from desk.text.spans import Span

TEXT = "The mayor wants to reign in spending. She was was late.\n"


@pytest.fixture
def desk(tmp_path):
    session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
    session.examiner.change_settings({"user_name": "Rosa Marquez"})
    made = session.open_store()
    yield made
    made.close()


def finding(start, end, rule="grammar.LOUD", fingerprint=""):
    return Finding(
        Item.GRAMMAR, rule, Span(start, end), TEXT[start:end], "Wrong.", fingerprint=fingerprint or f"{start}"
    )


def test_a_whole_rule_is_quiet_where_the_desk_says_so_listed_and_taken_back(desk):
    story = desk.stories.open_text(TEXT)
    desk.decisions.not_an_error(story.id, finding(4, 9), Scope.DESK, whole_rule=True)
    other = desk.stories.open_text("Another story. It was was so.\n")
    assert other.verdicts.judge(finding(30, 35)).standing is Standing.NOT_AN_ERROR
    assert other.verdicts.judge(finding(30, 35, "grammar.OTHER")).standing is Standing.OPEN
    (ruling,) = other.verdicts.all()
    assert ruling.what == "Everything of grammar.LOUD"
    back = desk.decisions.undo_decision(story.id, ruling.id).story
    assert back.verdicts.judge(finding(30, 35)).standing is Standing.OPEN


def test_only_a_keeper_switches_a_rule_off_on_the_whole_desk_or_on_again(desk):
    story = desk.stories.open_text(TEXT)
    desk.people.set_up_alone("Odile Brandt", "OB")
    desk.people.add("Tam Reyes", "TR", {"*": [Role.EDITOR]})
    done = desk.decisions.not_an_error(story.id, finding(4, 9), Scope.DESK, whole_rule=True)
    assert done.said == "grammar.LOUD is off on this desk; to take the last decision back puts it on again."
    desk.people.switch(desk.people.with_initials("TR").id)
    with pytest.raises(KnownError, match=r"Only a keeper .* changes which rules are off on the whole desk: Odile"):
        desk.decisions.not_an_error(story.id, finding(4, 9, "grammar.OTHER"), Scope.DESK, whole_rule=True)
    (ruling,) = desk.stories.view(story.id).verdicts.all()
    with pytest.raises(KnownError, match="Only a keeper"):
        desk.decisions.undo_decision(story.id, ruling.id)
    still = desk.stories.view(story.id).verdicts
    assert still.judge(finding(4, 9)).standing is Standing.NOT_AN_ERROR
    assert still.judge(finding(4, 9, "grammar.OTHER")).standing is Standing.OPEN
    mine = desk.decisions.not_an_error(story.id, finding(4, 9, "grammar.OTHER"), Scope.STORY, whole_rule=True)
    assert mine.story.verdicts.judge(finding(4, 9, "grammar.OTHER")).standing is Standing.NOT_AN_ERROR


def test_taking_back_what_is_no_word_leaves_the_dictionary_alone(desk):
    story = desk.stories.open_text(TEXT)
    desk.decisions.not_an_error(story.id, finding(4, 9, "grammar.SPELLING"), Scope.DESK)
    word = TEXT[4:9]
    assert desk.store.dictionary.words() == {word}
    about_it = desk.decisions.not_an_error(story.id, finding(4, 9, "names.variant"), Scope.DESK)
    ruling = next(one for one in about_it.story.verdicts.all() if one.what == finding(4, 9).quote)
    desk.decisions.undo_decision(story.id, ruling.id)
    assert desk.store.dictionary.words() == {word}


def test_within_one_story_another_story_still_hears_the_rule(desk):
    story, other = desk.stories.open_text(TEXT), desk.stories.open_text("Another story here.\n")
    changed = desk.decisions.not_an_error(story.id, finding(4, 9), Scope.STORY, whole_rule=True).story
    assert changed.verdicts.judge(finding(20, 25)).standing is Standing.NOT_AN_ERROR
    assert desk.stories.open_story(other.id).verdicts.judge(finding(20, 25)).standing is Standing.OPEN


def test_a_rule_waived_often_is_proposed_and_only_a_person_lowers_it(desk):
    story = desk.stories.open_text(TEXT)
    for place in range(9):
        desk.decisions.waive(story.id, finding(place, place + 1, fingerprint=f"p{place}"), "as the speaker said it")
    (habit,) = desk.grammar_rules.proposals()
    assert (habit.rule, habit.let_stand, habit.mended) == ("grammar.LOUD", 9, 0)
    assert desk.settings.grammar_low == ()
    desk.grammar_rules.lower("grammar.LOUD")
    assert desk.settings.grammar_low == ("LOUD",)
    assert desk.settings.house().grammar_low == ("LOUD",)
    assert desk.grammar_rules.proposals() == ()
    desk.grammar_rules.restore("LOUD")
    assert desk.settings.grammar_low == ()
    assert desk.grammar_rules.proposals() == (habit,)
    desk.grammar_rules.keep("grammar.LOUD")
    assert desk.grammar_rules.proposals() == ()


def test_a_decision_that_was_taken_back_counts_for_nothing(desk):
    story = desk.stories.open_text(TEXT)
    for place in range(9):
        changed = desk.decisions.waive(story.id, finding(place, place + 1, fingerprint=f"p{place}"), "as said")
    for ruling in changed.story.verdicts.all():
        desk.decisions.undo_decision(story.id, ruling.id)
    assert desk.grammar_rules.proposals() == ()


def test_a_broken_file_of_rules_is_refused_as_a_setting(desk, tmp_path):
    broken = tmp_path / "rules.xml"
    broken.write_text("<rules>", "utf-8")
    with pytest.raises(KnownError, match="line 1"):
        desk.change_settings({"grammar_rules_file": str(broken)})
    assert desk.settings.grammar_rules_file == ""
    assert desk.examiner.rules_problem == ""


def test_a_finding_is_explained_with_the_house_note(desk):
    desk.change_settings({"grammar_notes": ["EN_A_VS_AN: the slot decides"]})
    told = desk.facts().explain(finding(0, 3, "grammar.EN_A_VS_AN"))
    assert told.note == "the slot decides"
    assert told.why
    assert not desk.facts().explain(Finding(Item.STYLE, "style.x", Span(0, 3), "The", "Wrong."))
