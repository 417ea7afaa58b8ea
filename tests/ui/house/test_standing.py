"""What holds for a choice on the page, and from where; what is proposed. No widget."""

from pathlib import Path

from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.house_file import house_file
from desk.checks.style.choices.learning import Learned
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit, HouseText
from ui.house.standing import (
    Standing,
    WordStanding,
    made,
    own_words,
    proposal_words,
    proposed,
    standing,
    value_words,
    with_value,
    with_word,
    words_now,
)

TEXT = (
    '[house]\nbased_on = "ap-like"\nnot_proposed = ["time.space"]\n[percent]\ntext = "percent"\n'
    '[abbr]\npoints = ["U.S."]\n'
)
PAGE = HousePage(
    HouseText(Path("ours.toml"), "1", TEXT, house_file(Path("ours.toml"), TEXT)),
    choices(),
    off={"style.units-form": "Rosa Marquez"},
)
PERCENT = by_key()["percent.text"]


def test_a_line_of_the_file_stands_above_the_preset_and_what_is_chosen_above_both():
    assert standing(PAGE, HouseEdit(), PERCENT) == Standing("percent", "line 5", own=True)
    assert standing(PAGE, HouseEdit({"percent.text": "off"}), PERCENT) == Standing("off", "not kept yet", True, True)
    assert standing(PAGE, HouseEdit({"percent.text": ""}), PERCENT) == Standing("%", "ap-like", changed=True)
    assert standing(PAGE, HouseEdit({"percent.text": ""}, "agree"), PERCENT) == Standing("agree", "shipped", True)
    assert standing(PAGE, HouseEdit(), by_key()["units.form"]) == Standing("off", "Rosa Marquez")


def test_an_edit_holds_only_what_differs_from_the_file():
    changed = with_value(PAGE, HouseEdit(), "percent.text", "%")
    assert changed == HouseEdit({"percent.text": "%"})
    assert with_value(PAGE, changed, "percent.text", "percent") == HouseEdit()
    assert with_value(PAGE, HouseEdit(), "units.form", "") == HouseEdit()


def test_values_are_told_by_an_example():
    assert value_words(PERCENT, "%") == "42%"
    assert value_words(by_key()["numbers.words_to"], "9") == "words up to 9"
    assert (value_words(PERCENT, "agree"), value_words(by_key()["date.commas"], "agree")) == (
        "as the story does",
        "either",
    )


def test_words_of_the_house_are_told_with_their_lines_and_those_of_the_preset_behind_them():
    points, capitals = by_key()["abbr.points"], by_key()["caps.words"]
    assert words_now(PAGE, HouseEdit(), points) == [WordStanding("U.S.", "points", "line 7")]
    assert own_words(PAGE, HouseEdit(), points).startswith("1 word has a value of the house’s own, below")
    assert own_words(PAGE, HouseEdit(), PERCENT) == ""
    assert WordStanding("spring", "lower", "ap-like") in words_now(PAGE, HouseEdit(), capitals)
    chosen = with_word(PAGE, HouseEdit(), "caps.words", "spring", "capital")
    now = [one for one in words_now(PAGE, chosen, capitals) if one.word == "spring"]
    assert now == [WordStanding("spring", "capital", "not kept yet", changed=True)]


def test_an_edit_of_words_holds_only_what_differs_from_the_file():
    gone = with_word(PAGE, HouseEdit(), "abbr.points", "U.S.", "")
    assert gone.words == {("abbr.points", "U.S."): ""}
    assert words_now(PAGE, gone, by_key()["abbr.points"]) == []
    assert with_word(PAGE, gone, "abbr.points", "U.S.", "points") == HouseEdit()


def test_only_what_the_house_has_not_settled_is_proposed():
    keys = ("percent.text", "time.space", "units.form", "time.form", "units.space", "date.ordinal")
    forms = ("%", "space", "short", "a.m.", "none", "never")
    learnt = [Learned(key, form, {form: 30}) for key, form in zip(keys, forms, strict=True)]
    # the file says, said no, the settings switch off, the preset says so; chosen here; the preset says so
    assert [one.key for one in proposed(PAGE, HouseEdit(), learnt)] == ["units.space"]
    assert proposed(PAGE, HouseEdit(declined=("units.space",)), learnt) == []
    assert proposal_words(PAGE, learnt[4]).endswith(", none otherwise. Make it the rule?")


def test_thresholds_and_words_are_proposed_in_their_own_words_and_made_the_rule():
    last = Learned("numbers.ordinals_to", "9", {"9": 412, "otherwise": 3})
    assert proposal_words(PAGE, last) == (
        "Ordinals: 412 approved stories have words up to 9 and figures from there, 3 not always. Make it the rule?"
    )
    email = Learned("words", "email", {"email": 60, "e-mail": 2}, "email")
    assert proposal_words(PAGE, email).endswith(
        "60 approved stories write “email”, 2 “e-mail”. Make the first the rule?"
    )
    assert made(PAGE, HouseEdit(), email).words == {("words", "email"): "e-mail"}
    nations = Learned("abbr.points", "points", {"points": 40, "none": 1}, "UN")
    assert "40 approved stories write “U.N.”, 1 “UN”" in proposal_words(PAGE, nations)
    assert made(PAGE, HouseEdit(), nations).words == {("abbr.points", "U.N."): "points"}
    seasons = Learned("caps.words", "capital", {"capital": 40, "lower": 1}, "seasons")
    assert made(PAGE, HouseEdit(), seasons).words == {("caps.words", "spring"): "capital"}


def test_a_word_that_the_house_has_settled_or_said_no_to_is_not_proposed():
    us, un = (Learned("abbr.points", "points", {"points": 40, "none": 1}, word) for word in ("US", "UN"))
    spring = Learned("caps.words", "capital", {"capital": 40, "lower": 1}, "seasons")  # the preset says so
    assert [one.id for one in proposed(PAGE, HouseEdit(), [us, un, spring])] == ["abbr.points UN"]
    assert proposed(PAGE, HouseEdit(declined=("abbr.points UN",)), [un]) == []
    assert proposed(PAGE, HouseEdit(words={("abbr.points", "U.N."): "points"}), [un]) == []
