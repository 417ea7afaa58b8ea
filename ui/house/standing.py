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


def own_words(page: HousePage, choice: StyleChoice) -> str:
    """Return what the file says about single words of a choice; empty where it says nothing."""
    lines = page.house.file.words(choice.key)
    if not lines:
        return ""
    told = "; ".join(f"“{one.word}”: {one.value} (line {one.line})" for one in lines)
    return f"{plural(len(lines), 'word')} of the house’s own in {page.house.path.name}: {told}. Change them there."


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
