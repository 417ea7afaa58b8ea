"""The settings that the checks know; `desk/checks/house.py` adds the desk's words and names to them."""

from dataclasses import dataclass

from desk.settings.declaring import Group, setting
from desk.settings.kinds import FileName, Flag, OneOf, SomeOf, Texts

VARIANTS = {
    "en-US": "English (US)",
    "en-GB": "English (UK)",
    "en-CA": "English (Canada)",
    "en-AU": "English (Australia)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South Africa)",
    "en": "English (any spelling)",
}
COUNTRIES = {
    "US": "United States",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "CA": "Canada",
    "AU": "Australia",
    "NZ": "New Zealand",
    "IN": "India",
    "ZA": "South Africa",
    "SG": "Singapore",
    "DE": "Germany",
    "AT": "Austria",
    "FR": "France",
    "ES": "Spain",
    "NL": "Netherlands",
}
"""The countries of `resources/ads/labels.toml`."""
SEVERITIES = {
    "error": "An error: it stops approval",
    "warning": "A warning: to be acknowledged by name",
    "hint": "A hint: it stops nothing",
    "off": "Nothing: do not look for it",
}
HOUSE_STYLES = {
    "serial-comma": "A comma before the last “and” of a list",
    "no-serial-comma": "None there",
    "comma-between-clauses": "A comma before “and” and “but” between two main clauses",
    "that-which": "“That” in a clause that says which one is meant, a comma before “which”",
    "date-commas": "The commas of American dates",
    "per-cent": "One word or two",
    "curly-marks": "Typographical marks",
    "hyphen-in-korean-names": "Kim Jong-un",
    "covid-capitals": "COVID-19",
    "hyphens": "Hyphens in compounds",
}
"""The house styles of `resources/grammar/noise.toml`."""
CULTURES = {"chinese": "Chinese", "hungarian": "Hungarian", "korean": "Korean", "vietnamese": "Vietnamese"}

_VARIANT = OneOf(VARIANTS, {"en-UK": "en-GB", "British": "en-GB", "UK": "en-GB", "American": "en-US"})
_COUNTRY = OneOf(COUNTRIES, {"Britain": "GB", "England": "GB", "America": "US"})


def _is_grammar_rule(text: str) -> bool:
    return len(text.split()) == 1 and not text.startswith(("grammar.", "style.", "structure."))


def _is_style_rule(text: str) -> bool:
    return len(text.split()) == 1 and text.startswith(("style.", "structure.", "figures."))


def _is_note(text: str) -> bool:
    rule, colon, note = text.partition(":")
    return bool(colon and note.strip()) and _is_grammar_rule(rule.strip())


_GRAMMAR_RULES = Texts("a list of grammar rules such as “EN_A_VS_AN”, none of them twice", _is_grammar_rule)
_STYLE_RULES = Texts("a list of rules such as “style.doubled-word”, none of them twice", _is_style_rule)
_NOTES = Texts("a list of notes such as “EN_A_VS_AN: we write an historic”, none of them twice", _is_note)


@dataclass(frozen=True, slots=True)
class HouseSettings:
    """What a desk settles for its checks; the names are the keys of the file."""

    variant: str = setting(
        "en-US",
        _VARIANT,
        Group.LANGUAGE,
        "English of the desk",
        "The English that grammar and spelling go by; en takes any spelling.",
    )
    country: str = setting(
        "US", _COUNTRY, Group.LANGUAGE, "Advertising labels of", "The country whose words label an advertisement."
    )
    style_file: str = setting(
        "",
        FileName(),
        Group.LANGUAGE,
        "Own style rules (a TOML file)",
        "The desk's own style rules, read after the shipped ones.",
        empty="none",
    )
    house_file: str = setting(
        "",
        FileName(),
        Group.LANGUAGE,
        "House style (a TOML file)",
        "Which form the house writes where there are several: percent, dates, titles and the like.",
        empty="none: each story must agree with itself",
    )
    style_off: tuple[str, ...] = setting(
        (),
        _STYLE_RULES,
        Group.LANGUAGE,
        "Style rules switched off",
        "Rules of style, structure and figures that are off.",
    )
    family_name_first: tuple[str, ...] = setting(
        tuple(CULTURES),
        SomeOf(OneOf(CULTURES)),
        Group.LANGUAGE,
        "Family name first",
        "Whose family name comes first; second references are looked at in Chinese and Korean names.",
        in_dialog=False,
    )
    drop_al_on_second_reference: bool = setting(
        True,
        Flag(),
        Group.LANGUAGE,
        "Drop “al-” on second reference",
        "Whether “Bashar al-Assad” becomes “Assad” (AP) or stays “al-Assad” (others).",
        in_dialog=False,
    )
    grammar_off: tuple[str, ...] = setting(
        (), _GRAMMAR_RULES, Group.GRAMMAR, "Switched off", "Grammar rules that are off, besides the shipped ones."
    )
    grammar_low: tuple[str, ...] = setting(
        (), _GRAMMAR_RULES, Group.GRAMMAR, "Told as hints", "Grammar rules that are told as hints."
    )
    grammar_on: tuple[str, ...] = setting(
        (),
        _GRAMMAR_RULES,
        Group.GRAMMAR,
        "Told as they are",
        "Grammar rules that are told as they are, whatever the shipped file says.",
    )
    grammar_style: tuple[str, ...] = setting(
        ("that-which",),
        SomeOf(OneOf(HOUSE_STYLES)),
        Group.GRAMMAR,
        "House styles to hold",
        "The house styles that grammar holds.",
    )
    grammar_notes: tuple[str, ...] = setting(
        (), _NOTES, Group.GRAMMAR, "Our notes on rules", "The house's notes on grammar rules, each as RULE: note."
    )
    ads_unlabelled: str = setting(
        "error",
        OneOf(SEVERITIES),
        Group.DESK,
        "Advertising without a label is",
        "How much advertising without a label matters.",
    )
    ads_leftover: str = setting(
        "warning",
        OneOf(SEVERITIES),
        Group.DESK,
        "Leftovers of a web page are",
        "How much leftovers of a web page matter.",
    )
