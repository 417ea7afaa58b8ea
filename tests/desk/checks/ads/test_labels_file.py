"""The file of labels as whoever adds a country finds it."""

import tomllib

import pytest

from desk.checks.ads.labels import Strength, any_country, countries, homes, labels, plain
from desk.paths import resources_dir
from desk.settings.of_house import COUNTRIES
from tests.rows import rows

FILE = tomllib.loads((resources_dir() / "ads" / "labels.toml").read_text("utf-8"))


@rows("name", FILE)
def test_every_country_names_its_source(name):
    assert len(FILE[name]["source"]) > 40


@rows("code", countries())
def test_what_a_country_inserts_is_plain_there(code):
    assert labels(code).strength(labels(code).insert) is Strength.STRONG
    assert labels(code).strength(f"[{labels(code).insert}]") is Strength.STRONG


@rows("name", FILE)
def test_phrases_are_as_they_are_compared_and_in_one_list_only(name):
    row = FILE[name]
    phrases = [*row.get("strong", ()), *row.get("weak", ()), *row.get("phrases", ())]
    assert [p for p in phrases if plain(p) != p] == []
    assert len(phrases) == len(set(phrases))


def test_the_settings_offer_every_country():
    assert set(COUNTRIES) == set(countries())


@pytest.mark.parametrize("line", ["Supported by the Whitcombe Fund", "Funded by readers", "Made possible by you"])
def test_who_gives_money_labels_nothing(line):
    assert labels("US").strength(line) is None
    assert labels("US").wrong(line)


def test_an_ordinary_line_is_not_wrong():
    assert not labels("US").wrong("The vote was nine to four")
    assert not labels("US").wrong("")


@pytest.mark.parametrize(
    "line", ["[End of advertisement]", "— End of paid post —", "Advertisement ends", "End of the ad"]
)
def test_lines_that_close_a_box(line):
    assert any_country().closes(line)


@pytest.mark.parametrize("line", ["Advertisement", "End of story", "The ad campaign ends", ""])
def test_lines_that_close_none(line):
    assert not any_country().closes(line)


def test_where_a_label_is_at_home():
    assert homes("Anzeige") == ("AT", "DE")
    assert homes("Nothing of the kind") == ()
