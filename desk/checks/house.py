"""What a check may know besides the text: the rules of the house and what was settled for this story."""

from dataclasses import dataclass, field
from enum import StrEnum


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


class Verdict(StrEnum):
    """An editor's answer on two forms of a name."""

    SAME = "same"
    DIFFERENT = "different"
    AS_QUOTED = "as-quoted"


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """What an editor said once about a pair of forms; for `SAME`, `first` is the form to keep."""

    first: str
    second: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class House:
    """The rules of one desk, as values; where a check has rules as data, they stand in `resources/`."""

    variant: str = "en-US"
    """The English of the desk, as LanguageTool names it: en-US, en-GB, en-CA, en-AU, en-NZ, en-ZA, or plain "en"."""
    country: str = "US"
    """Whose advertising labels count: a key of `resources/ads/labels.toml`."""
    ads_unlabelled: str = "error"
    """How much paid text without a label matters: a severity, or "off"."""
    ads_leftover: str = "warning"
    """The same for remains of a web page."""
    dictionary: frozenset[str] = frozenset()
    """Words that the desk has agreed on; never spelling errors."""
    name_book: tuple[BookEntry, ...] = ()
    family_name_first: frozenset[str] = frozenset({"korean", "chinese", "vietnamese", "hungarian"})
    """The cultures whose names are given family name first, and shortened to the first word."""
    drop_al_on_second_reference: bool = True
    """Whether "Bashar al-Assad" becomes "Assad" (AP) or stays "al-Assad" (others)."""
    style_off: frozenset[str] = frozenset()
    """Rules of style and structure (full ids) that this desk has switched off."""
    style_file: str = ""
    """A TOML file of the desk's own style rules, read after the shipped ones; empty for none."""
    grammar_off: frozenset[str] = frozenset()
    """Grammar rule ids (without `grammar.`) that this desk has switched off, besides the shipped ones."""
    grammar_low: frozenset[str] = frozenset()
    """Grammar rule ids that this desk wants told as hints."""
    grammar_on: frozenset[str] = frozenset()
    """Grammar rule ids that this desk wants told although the shipped file has them off or low."""
    grammar_style: frozenset[str] = frozenset({"comma-between-clauses", "that-which"})
    """The house styles of `resources/grammar/noise.toml` that this house has."""
    grammar_notes: tuple[str, ...] = ()
    """The house's own notes on grammar rules, each as `RULE: note`."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the checks are told about one story: its house and what was settled for it alone."""

    house: House = field(default_factory=House)
    variant: str = ""
    """The English of this story where it overrules the house; empty for the house's."""
    name_answers: tuple[NameAnswer, ...] = ()

    @property
    def english(self) -> str:
        """Return the variant in force, as LanguageTool names it."""
        return self.variant or self.house.variant
