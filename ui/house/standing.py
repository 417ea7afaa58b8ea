"""What holds for a choice as the page stands, and from where: pure, without a widget."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.learning import Learned
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from desk.text.words import grouped, plural

_SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Standing:
    """The value that holds, where it comes from, and whether it was chosen here and is not kept yet."""

    value: str
    whence: str
    changed: bool = False
    own: bool = False
    """Whether the house says so itself, in its file or here."""


def standing(page: HousePage, edit: HouseEdit, choice: StyleChoice) -> Standing:
    """Return what holds for a choice with what was chosen on the page."""
    file = page.house.file
    chosen, own = edit.values.get(choice.key), file.own(choice.key)
    if choice.rule in page.off:
        return Standing(OFF, page.off[choice.rule])
    if chosen:
        return Standing(chosen, "not kept yet", changed=True, own=True)
    if chosen is None and own:
        return Standing(own.value, f"line {own.line}", own=True)
    return replace(without_own(page, edit, choice), changed=chosen is not None)


def without_own(page: HousePage, edit: HouseEdit, choice: StyleChoice) -> Standing:
    """Return what holds where the house file has no line on the choice."""
    based_on = edit.based_on or page.house.file.based_on
    preset = choice.presets.get(based_on)
    return Standing(preset.value, based_on) if preset else Standing(choice.default, _SHIPPED)


def value_words(choice: StyleChoice, value: str) -> str:
    """Return what a value is called: an example of its form, or what "agree" and "off" come to."""
    if value == AGREE:
        return "either" if choice.house_alone else "as the story does"
    if value == OFF:
        return "off"
    if choice.number:
        return f"words up to {value}"
    return next((form.example for form in choice.forms if form.name == value), value)


def with_value(page: HousePage, edit: HouseEdit, key: str, value: str) -> HouseEdit:
    """Return the edit with a new value of a choice, empty for none of its own; what is so already is no change."""
    own = page.house.file.own(key)
    values = {one: given for one, given in edit.values.items() if one != key}
    return replace(edit, values=values if value == (own.value if own else "") else {**values, key: value})


@dataclass(frozen=True, slots=True)
class WordStanding:
    """One word of a choice that has a value of its own: what holds for it, and from where."""

    word: str
    value: str
    whence: str
    changed: bool = False


def words_now(page: HousePage, edit: HouseEdit, choice: StyleChoice) -> list[WordStanding]:
    """Return the words of a choice with a value of their own, those of the preset last."""
    lines = {one.word: one for one in page.house.file.words(choice.key)}
    chosen = {word: value for (key, word), value in edit.words.items() if key == choice.key}
    own = [
        WordStanding(word, chosen.get(word) or lines[word].value, "not kept yet", changed=True)
        if word in chosen
        else WordStanding(word, lines[word].value, f"line {lines[word].line}")
        for word in dict.fromkeys([*lines, *chosen])
        if chosen.get(word, "kept")
    ]
    based_on = edit.based_on or page.house.file.based_on
    said = {one.word.casefold() for one in own}
    preset = choice.preset_words.get(based_on, ())
    return [*own, *(WordStanding(w, one.value, based_on) for w, one in preset if w.casefold() not in said)]


def with_word(page: HousePage, edit: HouseEdit, key: str, word: str, value: str) -> HouseEdit:
    """Return the edit with a new value of one word, empty to take it out; what is so already is no change."""
    own = next((one.value for one in page.house.file.words(key) if one.word == word), "")
    words = {one: given for one, given in edit.words.items() if one != (key, word)}
    return replace(edit, words=words if value == own else {**words, (key, word): value})


def own_words(page: HousePage, edit: HouseEdit, choice: StyleChoice) -> str:
    """Return that words of the house's own stand in the way of one value for all; empty where none do."""
    count = sum(one.whence not in (*choice.preset_words, _SHIPPED) for one in words_now(page, edit, choice))
    if not count:
        return ""
    told = plural(count, "word has", "words have")
    return f"{told} a value of the house’s own, below; one value for all would end that."


def proposed(page: HousePage, edit: HouseEdit, learnt: Iterable[Learned]) -> list[Learned]:
    """Return what approved stories do that the house has not settled, and that nobody said no to."""
    settled = {*edit.values, *edit.declined, *page.house.file.declined}
    known = {choice.key: choice for choice in page.choices if choice.rule not in page.off}
    return [
        one
        for one in learnt
        if one.key in known
        and one.key not in settled
        and page.house.file.own(one.key) is None
        and without_own(page, edit, known[one.key]).value != one.form
    ]


def proposal_words(page: HousePage, one: Learned) -> str:
    """Return the question: “Percent: 412 approved stories write “42%”, 9 “42 percent”. Make the first the rule?”."""
    choice = next(choice for choice in page.choices if choice.key == one.key)
    ours = plural(one.stories[one.form], "approved story writes", "approved stories write")
    others = ", ".join(f"{grouped(count)} “{value_words(choice, form)}”" for form, count in one.others.items())
    told = f"{choice.name}: {ours} “{value_words(choice, one.form)}”"
    return f"{told}, {others}. Make the first the rule?" if others else f"{told}, none otherwise. Make it the rule?"
