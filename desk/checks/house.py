"""What a check may know besides the text: the rules of the house and what was settled for this story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desk.settings.of_house import HouseSettings


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One line of the desk's name book: the agreed spelling and the forms it replaces."""

    spelling: str
    kind: NameKind
    variants: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DeskUse:
    """What the approved stories of a desk write, each word and name with the number of stories that speak for it."""

    words: Mapping[str, int] = field(default_factory=dict)
    """Words that no list of ours has; with a capital where a capital in mid-sentence says that they have one."""
    names: Mapping[str, int] = field(default_factory=dict)
    """Full names of people, and names of places and organisations."""

    def stories_with(self, word: str) -> int:
        """Return how many approved stories speak for a word as it stands, or without the capital of a sentence."""
        return self.words.get(word, 0) or self.words.get(word[:1].lower() + word[1:], 0)


class Verdict(StrEnum):
    """An editor's answer on two forms of a name, or on two figures."""

    SAME = "same"
    DIFFERENT = "different"
    AS_QUOTED = "as-quoted"


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """What an editor said once about two forms of a name, or two figures; for `SAME`, `first` is the one to keep."""

    first: str
    second: str
    verdict: Verdict

    @property
    def pair(self) -> tuple[str, str]:
        """Return both."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class House(HouseSettings):
    """The rules of one desk, as values; where a check has rules as data, they stand in `resources/`."""

    dictionary: frozenset[str] = frozenset()
    """Words that the desk has agreed on; never spelling errors."""
    name_book: tuple[BookEntry, ...] = ()
    use: DeskUse = field(default_factory=DeskUse)
    """What the desk's approved stories speak for; nothing where the desk does not want to learn from them."""
    choices: tuple[tuple[str, str], ...] = ()
    """Choices of house style that hold whatever the house's file says: a choice that is being tried."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the checks are told about one story: its house and what was settled for it alone."""

    house: House = field(default_factory=House)
    variant: str = ""
    """The English of this story where it overrules the house; empty for the house's."""
    name_answers: tuple[NameAnswer, ...] = ()
    figure_answers: tuple[NameAnswer, ...] = ()
    """Answers on two figures, each as `Told.form` writes it (“400 homes”)."""
    dated: date | None = None
    """The story's own date, by which a weekday without a year is judged; None where nobody knows it."""

    @property
    def english(self) -> str:
        """Return the variant in force, as LanguageTool names it."""
        return self.variant or self.house.variant
