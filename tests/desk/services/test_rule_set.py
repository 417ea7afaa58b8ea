"""The rule set that a kept run, a report and a seal name: another one wherever the same text could read otherwise."""

import pytest

from desk.services.examiner import Examiner


@pytest.fixture
def examiner(tmp_path):
    return Examiner(tmp_path / "settings.toml")


def rule_set(examiner, **settings):
    examiner.change_settings(settings)
    return examiner.checked_by("", ())[0]


def test_a_rule_that_was_switched_off_is_another_rule_set(examiner):
    before = rule_set(examiner)
    assert rule_set(examiner, grammar_off=("IT_IS",)) != before
    assert rule_set(examiner, grammar_off=()) == before
    assert rule_set(examiner, ads_unlabelled="warning") != before


def test_another_value_of_the_house_file_is_another_rule_set_and_another_place_is_none(examiner, tmp_path):
    house, moved = tmp_path / "house.toml", tmp_path / "moved.toml"
    house.write_text('[percent]\ntext = "percent"\n', "utf-8")
    before = rule_set(examiner, house_file=str(house))
    house.rename(moved)
    assert rule_set(examiner, house_file=str(moved)) == before
    moved.write_text('[percent]\ntext = "%" # as everybody\n', "utf-8")
    assert rule_set(examiner) != before


def test_a_broken_house_file_still_has_a_rule_set(examiner, tmp_path):
    house = tmp_path / "house.toml"
    house.write_text("[percent]\nnone = 1\n", "utf-8")
    before = rule_set(examiner)
    assert rule_set(examiner, house_file=str(house)) != before
