"""What a choice of house style is, where a block shows one of its forms, and what a desk chose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

AGREE = "agree"
"""The story must agree with itself, whichever form it has."""
OFF = "off"
"""Nobody looks."""


class FormPlace(NamedTuple):
    """One form of a choice in a block; offsets are code points of the block.

    `subject` parts what need not agree with each other (“US” with points, “UN” with points); `writes` says how the
    same words stand in other forms.
    """

    choice: str
    subject: str
    form: str
    start: int
    end: int
    writes: tuple[tuple[str, str], ...] | Callable[[], tuple[tuple[str, str], ...]] = ()
    quoted: bool = False
    """Whether somebody said it: it need not agree with the story, and no remedy rewrites it."""
    told_elsewhere: bool = False
    """Whether another check holds its forms against each other: only a house that chose one is told here."""
    story_alone: bool = False
    """Whether the story alone can tell: no house writes “the united states”, whatever it does with offices."""
    settled: str = ""
    """The form that is right whichever the house chose; empty where houses differ."""
    note: str = ""
    """What an editor should know of it: a sentence."""

    def written(self, form: str) -> str | None:
        """Return the words in another form; None where nobody can tell."""
        writes = self.writes if isinstance(self.writes, tuple) else self.writes()
        return next((text for name, text in writes if name == form), None)


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """One value of a choice: its name in the file of the house, an example, and other words that are taken for it."""

    name: str
    example: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """What one preset chooses, and the public source that this was checked against."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """One choice as `resources/style/choices.toml` declares it."""

    key: str
    group: str
    name: str
    description: str
    why: str
    forms: tuple[ChoiceForm, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    presets: Mapping[str, Preset] = field(default_factory=dict)
    preset_words: Mapping[str, tuple[tuple[str, Preset], ...]] = field(default_factory=dict)
    """The same for single words."""
    default: str = AGREE
    house_alone: bool = False
    """Whether only a house can want it: a story that has both forms is right."""
    words: bool = False
    """Whether the value may be a table or list of words."""
    message: str = ""
    """What is said instead of the usual sentence."""
    number: bool = False
    """Whether the value is the last number written in words."""
    also: tuple[str, ...] = ()
    """Other names of the key."""
    share: float = 1.0
    """From 0 to 1: how many places may depart at most, of all, to be told of; beyond that the story means both."""
    least: int = 1
    """In how many places the usual form must stand to be one."""
    how: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """How the forms are found, as the file says it."""

    @property
    def rule(self) -> str:
        """Return the id of the rule: `percent.text` is “style.percent-text”."""
        return "style." + self.key.replace(".", "-").replace("_", "-")

    def form_of(self, word: str) -> str:
        """Return the name of the form that a word of a file stands for; empty where it stands for none.

        A name counts letter by letter first: “AM” is another form than “am”.
        """
        plain = word.strip().casefold()
        if any(form.name == word for form in self.forms):
            return word
        for form in self.forms:
            if plain in (form.name.strip().casefold(), *(one.strip().casefold() for one in form.also)):
                return form.name
        return ""
