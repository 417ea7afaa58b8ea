"""The choices as they are shipped, read once from `resources/style/choices.toml`."""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from desk import __version__
from desk.careful import careful_text
from desk.checks.check import Example, Rule
from desk.checks.house import Brief, House
from desk.checks.style.choices.choice import AGREE, ChoiceForm, Preset, StyleChoice
from desk.paths import resources_dir

PRESETS = (AGREE, "ap-like", "uk-daily-like", "economist-like")
"""What a house file may be based on."""


@cache
def choices() -> tuple[StyleChoice, ...]:
    """Return every choice, in the order of the file."""
    table = tomllib.loads(careful_text(resources_dir() / "style" / "choices.toml"))
    return tuple(_choice(one, table["sources"]) for one in table["choice"])


@cache
def choices_digest() -> str:
    """Return twelve hexadecimal digits that stand for the choices as they are shipped."""
    text = careful_text(resources_dir() / "style" / "choices.toml")
    return hashlib.sha256(f"{__version__} {text}".encode()).hexdigest()[:12]


@cache
def by_key() -> Mapping[str, StyleChoice]:
    """Return every choice by its key and by its other names."""
    return {name: choice for choice in choices() for name in (choice.key, *choice.also)}


def _choice(table: Mapping[str, Any], sources: Mapping[str, str]) -> StyleChoice:
    presets = {name: Preset(str(value), sources[source]) for name, (value, source) in table.get("presets", {}).items()}
    return StyleChoice(
        key=table["key"],
        group=table["group"],
        name=table["name"],
        description=table["description"],
        why=table["why"],
        forms=tuple(ChoiceForm(one["name"], one["example"], tuple(one.get("also", ()))) for one in table["forms"]),
        bad=tuple(table["bad"]),
        good=tuple(table["good"]),
        presets=presets,
        preset_words={
            name: tuple((word, Preset(form, sources[source])) for word, form, source in words)
            for name, words in table.get("preset_words", {}).items()
        },
        default=table.get("default", AGREE),
        house_alone=table.get("house_alone", False),
        words=table.get("words", False),
        message=table.get("message", ""),
        number=table.get("number", False),
        also=tuple(table.get("also", ())),
        share=table.get("share", 1.0),
        least=table.get("least", 1),
        how={key: table[key] for key in ("find", "learn", "table", "code") if key in table},
    )


def rule_of(choice: StyleChoice) -> Rule:
    """Return a choice as the rule whose findings the window shows, with its examples.

    One that only a house can want is shown in a house that wants the first of its forms.
    """
    wanted = ((choice.key, choice.forms[0].name),) if choice.house_alone else ()
    brief = Brief(House(choices=wanted)) if wanted else Brief()
    found = tuple(Example(text, True, brief) for text in choice.bad)
    return Rule(
        choice.rule, choice.description, choice.why, found + tuple(Example(text, False, brief) for text in choice.good)
    )
