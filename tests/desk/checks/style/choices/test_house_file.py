"""The file of a house: what it may say, and how it is refused."""

import re

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.house import Brief, House
from desk.checks.style.check import StyleCheck
from desk.checks.style.choices.declared import PRESETS, choices
from desk.checks.style.choices.house_file import house_style
from desk.errors import KnownError
from desk.text.blocks import Manuscript


@pytest.fixture
def house(tmp_path):
    """Write a house file and return its path."""
    file = tmp_path / "our-house.toml"

    def written(text):
        file.write_text(text, "utf-8")
        return str(file)

    return written


def run(text, path):
    return run_check(StyleCheck(), Manuscript.of(text), Brief(House(house_file=path)), ReadingCache())


def found(text, path):
    return [(finding.rule, finding.quote, finding.suggestions) for finding in run(text, path).findings]


def test_the_form_of_the_house_is_asked_for_even_where_the_story_agrees_with_itself(house):
    path = house('[percent]\ntext = "%"\n')
    assert found("Sales fell 4 percent.", path) == [("style.percent-text", "4 percent", ("4%",))]
    assert found("Sales fell 4%.", path) == []


def test_off_is_silence(house):
    text = "Sales fell 4 percent, then 5%."
    assert found(text, "")
    assert not found(text, house('[percent]\ntext = "off"\n'))


def test_a_preset_is_the_ground_and_single_keys_stand_on_it(house):
    preset = house('[house]\nbased_on = "ap-like"\n')
    assert [rule for rule, _, _ in found("Sales fell 4 percent.", preset)] == ["style.percent-text"]
    assert not found("Sales fell 4 percent.", house('[house]\nbased_on = "ap-like"\n[percent]\ntext = "agree"\n'))


def test_small_numbers_stand_in_words_up_to_the_number_of_the_house(house):
    path = house("[numbers]\nwords_to = 9\n")
    assert [q for _, q, _ in found("The town lost 4 boats and twelve nets.", path)] == ["4", "twelve"]
    assert not found("The town lost four boats and 12 nets.", path)


def test_words_of_the_house_have_its_spelling_and_its_capital(house):
    path = house('[words]\n"quayside" = ["quay side", "quay-side"]\n[caps.words]\nharbour = "lower"\n')
    assert found("They met at the quay side.", path) == [("style.words", "quay side", ("quayside",))]
    assert found("They met at the Harbour again.", path) == [("style.caps-words", "Harbour", ("harbour",))]
    assert found("Harbour dues rose at the quayside.", path) == []


def test_initials_named_by_the_house_have_points_and_others_have_none(house):
    path = house('[abbr]\npoints = ["U.S."]\n')
    assert found("The US met the E.U. and the U.S. agreed.", path) == [
        ("style.abbr-points", "US", ("U.S.",)),
        ("style.abbr-points", "E.U.", ("EU",)),
    ]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('[percent]\n\ntext = "percnt"\n', 3, "“percent.text” must be one of “%”, “percent”, .* not “percnt”"),
        ('[percent]\ntex = "%"\n', 2, "“percent.tex” is no choice of house style .did you mean “percent.text”"),
        ('[house]\nbased_on = "ours"\n', 2, "“based_on” must be one of agree, ap-like, .* not “ours”"),
        ("[numbers]\nwords_to = true\n", 2, "“numbers.words_to” must be one of a number"),
        ('[numbers]\nwords_to = "some"\n', 2, "“numbers.words_to” must be one of a number"),
        ("[words]\nquay = 5\n", 2, "“quay” must say which spellings it stands for"),
        ('[caps.words]\nquay = "big"\n', 2, "“quay” must be one of “lower”"),
        ("house = 5\n", 1, "must be a table"),
    ],
)
def test_what_is_unknown_is_refused_with_its_line_and_the_reason(house, text, line, why):
    path = house(text)
    with pytest.raises(KnownError, match=rf"our-house.toml, line {line}: .*{why}"):
        house_style(path)
    assert re.search(why, run("The board met.", path).unchecked)


def test_a_file_that_is_lost_or_no_toml_is_refused_in_one_sentence(house, tmp_path):
    with pytest.raises(KnownError, match=r"cannot be read .*mend the setting “house_file”"):
        house_style(str(tmp_path / "nowhere.toml"))
    with pytest.raises(KnownError, match="not valid TOML"):
        house_style(house("[percent\n"))


def test_a_house_may_write_a_choice_in_every_way_that_is_shown_to_it(house):
    for choice in choices():
        words = [form.name for form in choice.forms] + [one for form in choice.forms for one in form.also]
        if choice.number:
            words = ["9"]
        for word in [*words, "agree", "off"]:
            table, _, key = choice.key.rpartition(".")
            value = word.replace("\\", "\\\\").replace('"', '\\"')
            style = house_style(house(f'[{table or "house"}]\n{key} = "{value}"\n'))
            assert style.value(choice) in {"agree", "off", "9", *(form.name for form in choice.forms)}


def test_presets_choose_forms_that_there_are_each_with_its_source():
    for choice in choices():
        for name, preset in choice.presets.items():
            assert name in PRESETS
            assert preset.source
            assert choice.number or choice.form_of(preset.value) == preset.value, choice.key
