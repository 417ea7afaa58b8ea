"""What holds for a choice as the page stands, and from where: pure, without a widget."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.learning import Learned, spellings_of
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


def note_now(page: HousePage, edit: HouseEdit, key: str) -> str:
    """Return what the house says with the findings of a choice; empty for nothing."""
    return edit.notes.get(key, page.house.file.note(key))


def with_note(page: HousePage, edit: HouseEdit, key: str, text: str) -> HouseEdit:
    """Return the edit with another note of a choice; what is so already is no change."""
    notes = {one: given for one, given in edit.notes.items() if one != key}
    return replace(edit, notes=notes if text == page.house.file.note(key) else {**notes, key: text})


def own_words(page: HousePage, edit: HouseEdit, choice: StyleChoice) -> str:
    """Return that words of the house's own stand in the way of one value for all; empty where none do."""
    count = sum(one.whence not in (*choice.preset_words, _SHIPPED) for one in words_now(page, edit, choice))
    if not count:
        return ""
    told = plural(count, "word has", "words have")
    return f"{told} a value of the house’s own, below; one value for all would end that."


def proposed(page: HousePage, edit: HouseEdit, learnt: Iterable[Learned]) -> list[Learned]:
    """Return what approved stories do that the house has not settled, and that nobody said no to."""
    no = {*edit.declined, *page.house.file.declined}
    known = {choice.key: choice for choice in page.choices if choice.rule not in page.off}
    return [
        one
        for one in learnt
        if one.key in known
        and not {one.key, one.id} & no
        and one.key not in edit.values
        and page.house.file.own(one.key) is None
        and _is_open(page, edit, known[one.key], one)
    ]


def _is_open(page: HousePage, edit: HouseEdit, choice: StyleChoice, one: Learned) -> bool:
    """Return whether nothing is settled for the choice, or for the word, that a proposal is about."""
    words = words_now(page, edit, choice) if choice.words else []
    if not one.word:
        return not words and without_own(page, edit, choice).value != one.form
    return _same(one.word) not in {_same(each.word) for each in words}


def _same(word: str) -> str:
    """Return what two ways to write a word have in common: U.S. and US, spring and the seasons."""
    return "spring" if word == "seasons" else word.replace(".", "").casefold()


def proposal_words(page: HousePage, one: Learned) -> str:
    """Return the question: “Percent: 412 approved stories write “42%”, 9 “42 percent”. Make the first the rule?”."""
    choice = next(choice for choice in page.choices if choice.key == one.key)
    if choice.number:
        return _threshold_words(choice, one)
    ours = plural(one.stories[one.form], "approved story writes", "approved stories write")
    others = ", ".join(f"{grouped(count)} “{_form_words(choice, one, form)}”" for form, count in one.others.items())
    told = f"{choice.name}: {ours} “{_form_words(choice, one, one.form)}”"
    return f"{told}, {others}. Make the first the rule?" if others else f"{told}, none otherwise. Make it the rule?"


def _threshold_words(choice: StyleChoice, one: Learned) -> str:
    ours = plural(one.stories[one.form], "approved story has", "approved stories have")
    others = sum(one.others.values())
    rest = f"{grouped(others)} not always" if others else "none otherwise"
    return f"{choice.name}: {ours} words up to {one.form} and figures from there, {rest}. Make it the rule?"


def _form_words(choice: StyleChoice, one: Learned, form: str) -> str:
    """Return how a form of a proposal stands in stories."""
    return proposed_word(choice, one.word, form) if one.word and choice.forms else value_words(choice, form)


def proposed_word(choice: StyleChoice, word: str, form: str) -> str:
    """Return a word as it stands in one form of its choice: U.S. or US, internet or Internet."""
    plain = "spring" if word == "seasons" else word
    if choice.key == "abbr.points":
        return "".join(f"{letter}." for letter in plain) if form == choice.forms[0].name else plain
    return plain.capitalize() if form == "capital" else plain.lower()


def made(page: HousePage, edit: HouseEdit, one: Learned) -> HouseEdit:
    """Return the edit with a proposal made the rule."""
    choice = next(choice for choice in page.choices if choice.key == one.key)
    if not one.word:
        return with_value(page, edit, one.key, one.form)
    if choice.forms:
        word = proposed_word(choice, one.word, choice.forms[0].name)
        return with_word(page, edit, one.key, word, one.form)
    others = [text for text in spellings_of(choice, one.word) if text != one.form]
    return with_word(page, edit, one.key, one.form, ", ".join(others))
