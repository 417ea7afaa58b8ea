"""The house file by its service: seen, changed by a keeper, tried on stories, proposed from approved ones."""

from dataclasses import replace

import pytest

from desk.checking.house_trials import ChoiceShift, DeskTrial, StoryTrials, TrialExample, read_forms_of
from desk.checks.check import Finding, Item
from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.trial import FormCount, Trial, TrialPlace
from desk.errors import Cancelled, KnownError
from desk.review.decisions import Scope
from desk.review.people import Role
from desk.session import Session
from desk.settings.house_writing import HouseEdit, style_with
from desk.story import Part
from desk.text.blocks import Kind
from desk.text.spans import Span

PERCENT = by_key()["percent.text"]
BOTH = "Sales fell 4 percent in May, 5 percent in June and 6% in July, said Ines Calloway of the harbour board."
ONE = "The board met on Monday and sent the plan for the old pier back to the council, which will vote again."


@pytest.fixture
def desk(tmp_path):
    made = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db")).open_store()
    yield made
    made.close()


def no(*_):
    return False


def test_the_first_choice_makes_a_house_file_beside_the_settings_and_puts_it_in_force(desk, tmp_path):
    page = desk.house_style.page()
    assert (page.house.path, page.house.digest, page.fault, page.refused) == (tmp_path / "house.toml", "", "", "")
    done = desk.house_style.change(page, HouseEdit({"percent.text": "%"}, based_on="ap-like"))
    assert done.said == "2 choices of house style kept in house.toml."
    assert done.parts == {Part.SETTINGS, Part.BRIEF}
    assert desk.settings.house_file == str(tmp_path / "house.toml")
    now = desk.house_style.page()
    assert now.house.file.own("percent.text").line == 7
    again = desk.house_style.change(now, HouseEdit({"percent.text": ""}, declined=("time.form",)))
    assert again.parts == {Part.BRIEF}
    assert desk.house_style.page().house.file.declined == ("time.form",)


def test_a_file_that_is_there_and_not_in_force_is_not_taken_over(desk, tmp_path):
    (tmp_path / "house.toml").write_text("# of somebody\n", "utf-8")
    assert desk.house_style.page().house.path == tmp_path / "house-2.toml"


def test_a_file_that_cannot_be_read_is_a_sentence_and_every_choice_is_shown(desk, tmp_path):
    (tmp_path / "house.toml").write_text("[percent\n", "utf-8")
    page = desk.house_style.page(str(tmp_path / "house.toml"))
    assert "not valid TOML" in page.fault
    assert page.refused == page.fault
    assert PERCENT in page.choices


def test_only_a_keeper_changes_the_house(desk, tmp_path):
    desk.people.set_up_alone("Odile Brandt", "OB")
    desk.people.add("Rosa Marquez", "RM", {"*": [Role.EDITOR]})
    desk.people.switch(desk.people.with_initials("RM").id)
    page = desk.house_style.page()
    assert page.refused == "Only a keeper of the name book changes the house style: Odile Brandt."
    with pytest.raises(KnownError, match="Odile Brandt"):
        desk.house_style.change(page, HouseEdit({"percent.text": "%"}))
    assert not (tmp_path / "house.toml").exists()


def test_a_rule_that_a_keeper_switched_off_from_a_finding_is_off_on_the_page(desk):
    story = desk.stories.open_text(BOTH, "sales")
    finding = Finding(Item.STYLE, PERCENT.rule, Span(11, 20), "4 percent", "Both.")
    ruling = desk.decisions.not_an_error(story.id, finding, Scope.DESK, whole_rule=True).story.verdicts.all()[0]
    assert list(desk.house_style.page().off) == [PERCENT.rule]
    desk.decisions.undo_decision(story.id, ruling.id)
    assert desk.house_style.page().off == {}
    desk.change_settings({"style_off": (PERCENT.rule,)})
    assert desk.house_style.page().off == {PERCENT.rule: "the settings"}


def test_a_choice_is_tried_on_the_stories_of_the_desk(desk):
    told = []
    both, _ = desk.stories.open_text(BOTH, "sales"), desk.stories.open_text(ONE, "pier")
    trials = desk.house_style.trials()
    forms = {"percent": FormCount(2, 1), "%": FormCount(1, 1)}
    place = TrialPlace(Span(11, 20), "4 percent", BOTH, "4%")
    found = trials.run(PERCENT, "%", told.append, no)
    assert (found.read, found.found, told) == (2, Trial(1, 2, forms), [2])
    assert found.examples[0] == TrialExample(both.id, "sales", place)
    assert trials.run(PERCENT, "off", told.append, no) == DeskTrial(2, Trial(0, 0, forms), ())


def test_a_whole_preset_is_tried_on_the_stories_of_the_desk(desk):
    told = []
    desk.stories.open_text(BOTH, "sales")
    desk.stories.open_text(ONE, "pier")
    page = desk.house_style.page()
    after = style_with(page.house, HouseEdit({"percent.text": "per cent"}, based_on="ap-like"))
    found = desk.house_style.trials().compare(page.house.file.style, after, (), told.append, no)
    assert (found.read, told) == (2, [2])
    assert found.choices > 20
    assert found.shifts == (ChoiceShift("percent.text", FormCount(2, 1), FormCount(), "4 percent", "4 per cent"),)
    same = desk.house_style.trials().compare(after, after, (), no, no)
    assert (same.choices, same.shifts) == (0, ())
    with pytest.raises(Cancelled):
        desk.house_style.trials().compare(page.house.file.style, after, (), no, lambda: True)


def test_an_empty_desk_has_nothing_to_try_on(desk):
    assert desk.house_style.trials().run(PERCENT, "%", no, no) == DeskTrial(0, Trial(), ())


def test_examples_come_from_as_many_stories_as_there_are(desk):
    for nth in range(4):
        desk.stories.open_text(f"{BOTH}\n\nSales fell {nth} percent.", f"sales-{nth}")
    examples = desk.house_style.trials().run(PERCENT, "%", no, no).examples
    assert [one.slug for one in examples[:5]] == ["sales-3", "sales-2", "sales-1", "sales-0", "sales-3"]
    assert len(examples) == 10


def test_paid_text_is_not_counted_and_a_trial_can_be_broken_off(desk):
    story = desk.stories.open_text(f"{BOTH}\n\n{ONE}", "sales")
    trials = desk.house_style.trials()
    assert trials.run(PERCENT, "%", no, no).found.places == 2
    with pytest.raises(Cancelled):
        trials.run(PERCENT, "%", no, lambda: True)
    (text,) = desk.store.last_texts.all(5)
    paid = StoryTrials([replace(text, by_hand={0: Kind.PAID})], "US", "en-US")
    assert (text.id, paid.run(PERCENT, "%", no, no).found.places) == (story.id, 0)


def test_approved_stories_are_read_once_and_drafts_never(approved):
    desk, story = approved
    desk.stories.open_text(BOTH, "sales")
    (text,) = desk.house_style.approved().unread
    assert (text.id, text.text) == (story.id, story.text)
    forms = read_forms_of([text], no, no)
    assert list(forms) == [text.sha256]
    desk.house_style.keep_forms(forms)
    kept = desk.house_style.approved()
    assert (kept.unread, kept.known) == ((), forms)
