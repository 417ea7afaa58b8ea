"""House style as values: the shipped rules, and those of a desk's own file, read and tried before they are used."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from desk.careful import careful_text
from desk.checks.check import Example, Rule, Severity
from desk.errors import KnownError
from desk.paths import resources_dir
from desk.text.matcher import matcher
from desk.text.words import folded


class Way(StrEnum):
    """How a rule looks at the text: the `kind` of the file."""

    PATTERN = "pattern"
    WORDS = "words"
    DOUBLED = "doubled"
    CONSISTENT = "consistent"
    QUOTES = "quotes"


@dataclass(frozen=True)
class StyleRule:
    """One rule of house style; which fields count depends on `way` (`resources/style/house.toml` explains them)."""

    id: str
    description: str
    way: Way
    message: str
    severity: Severity
    pattern: re.Pattern[str] | None = None
    signs: tuple[str, ...] = ()
    """Parts of a text of which one stands wherever `pattern` finds something; none where nobody can tell."""
    first: re.Pattern[str] | None = None
    """A plainer pattern without which `pattern` finds nothing; None where there is none."""
    suggestion: str | None = None
    words: tuple[tuple[str, str], ...] = ()
    forms: tuple[re.Pattern[str], ...] = ()
    allowed: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    marks: str = ""
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    why: str = field(default="", repr=False)
    """No part of what the check's key is made of: other words for the reason void no reading."""

    @cached_property
    def better(self) -> Mapping[str, str]:
        """Return what to write instead of each of its words, by the word folded."""
        return {folded(wrong): right for wrong, right in self.words}

    @property
    def as_rule(self) -> Rule:
        """Return the rule as the engine knows it, with its examples."""
        found = tuple(Example(text, True) for text in self.bad)
        return Rule(self.id, self.description, self.why, found + tuple(Example(text, False) for text in self.good))


_TEXTS = ("id", "description", "kind", "message")
_KEYS = frozenset(
    {
        *_TEXTS,
        "why",
        "severity",
        "pattern",
        "signs",
        "first",
        "suggestion",
        "words",
        "forms",
        "except",
        "inside",
        "marks",
        "bad",
        "good",
        "ignore_case",
    }
)
_NEEDS = {Way.PATTERN: "pattern", Way.WORDS: "words", Way.CONSISTENT: "forms", Way.QUOTES: "marks", Way.DOUBLED: "id"}
_MARKS = ("“”", "”“", '""', '"”', "()")
"""Opening marks that nothing closes, closing ones that nothing opened, straight ones without partner, straight ones
that pair with curly ones, brackets."""
_OF_PATTERNS = frozenset({"signs", "first"})
_LISTS = ("signs", "forms", "except", "inside", "bad", "good")


@dataclass(frozen=True, slots=True)
class _Source:
    """One table of a file, with the words to complain about it."""

    path: Path
    data: Mapping[str, Any]
    number: int

    def wrong(self, what: str, mend: str) -> KnownError:
        name = self.data.get("id")
        rule = f"rule “{name}”" if isinstance(name, str) and name else f"rule number {self.number}"
        return KnownError(f"The style file {self.path}, {rule}: {what}; {mend}.")


@cache
def shipped_rules() -> tuple[StyleRule, ...]:
    """Return the rules that come with the product."""
    return _rules(resources_dir() / "style" / "house.toml")


def rules_of(style_file: str) -> tuple[StyleRule, ...]:
    """Return the shipped rules and those of the desk's own file (empty for none), which may replace shipped ones.

    Raises `KnownError` with one sentence that names the file, the rule and the mend.
    """
    if not style_file:
        return shipped_rules()
    path = Path(style_file).expanduser()
    try:
        state = path.stat()
    except OSError as error:
        raise KnownError(
            f"The style file {path} cannot be read ({_why(error)}); mend the setting “style_file”."
        ) from None
    own = _rules_at(path, state.st_mtime_ns, state.st_size)
    replaced = {rule.id for rule in own}
    return (*(rule for rule in shipped_rules() if rule.id not in replaced), *own)


@lru_cache(maxsize=8)
def _rules_at(path: Path, changed: int, size: int) -> tuple[StyleRule, ...]:
    """Return the rules of a file as it was at a moment; read again only when it changed."""
    return _rules(path)


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _rules(path: Path) -> tuple[StyleRule, ...]:
    try:
        data = tomllib.loads(careful_text(path))
    except OSError as error:
        raise KnownError(
            f"The style file {path} cannot be read ({_why(error)}); mend the setting “style_file”."
        ) from None
    except UnicodeDecodeError:
        raise KnownError(f"The style file {path} is not UTF-8 text; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise KnownError(f"The style file {path} is not valid TOML ({error}); mend that line.") from None
    tables = data.get("rule", [])
    if set(data) - {"rule"} or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise KnownError(
            f"The style file {path} must hold [[rule]] tables and nothing else; see the shipped house.toml."
        )
    rules = tuple(_rule(_Source(path, table, number)) for number, table in enumerate(tables, 1))
    _unique(rules, path)
    return rules


def _unique(rules: tuple[StyleRule, ...], path: Path) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise KnownError(f"The style file {path} has two rules “{rule.id}”; give one of them another id.")
        seen.add(rule.id)


def _rule(source: _Source) -> StyleRule:
    data = source.data
    _check_keys(source)
    way = _choice(source, "kind", Way)
    severity = _choice(source, "severity", Severity) if "severity" in data else Severity.WARNING
    pattern = _compiled(source, data["pattern"]) if way is Way.PATTERN and data.get("pattern") else None
    if not data.get(_NEEDS[way]):
        raise source.wrong(f"a rule of the kind “{way}” needs `{_NEEDS[way]}`", "add it")
    for key in _OF_PATTERNS & data.keys() if pattern is None else ():
        raise source.wrong(f"`{key}` goes with the kind “{Way.PATTERN}” alone", "take it out")
    return StyleRule(
        id=data["id"],
        description=data["description"],
        way=way,
        message=data["message"],
        severity=severity,
        pattern=pattern,
        signs=tuple(data.get("signs", ())),
        first=_compiled(source, data["first"]) if data.get("first") else None,
        suggestion=_suggestion(source, pattern),
        words=_word_pairs(source),
        forms=tuple(_compiled(source, form) for form in data.get("forms", ())),
        allowed=frozenset(word.lower() for word in data.get("except", ())),
        inside=frozenset(word.lower() for word in data.get("inside", ())),
        marks=_marks(source, way),
        bad=tuple(data.get("bad", ())),
        good=tuple(data.get("good", ())),
        why=data.get("why", ""),
    )


def _check_keys(source: _Source) -> None:
    for key in _TEXTS:
        if not isinstance(source.data.get(key), str) or not source.data[key].strip():
            raise source.wrong(f"`{key}` is missing or no text", f'add {key} = "..."')
    if not isinstance(source.data.get("why", ""), str):
        raise source.wrong("`why` must be a text", 'write why = "..." or leave it out')
    unknown = sorted(set(source.data) - _KEYS)
    if unknown:
        raise source.wrong(f"`{unknown[0]}` is no key of a rule", "take it out or mend its spelling")
    if not source.data["id"].startswith("style."):
        raise source.wrong("the id must begin with “style.”", f'write id = "style.{source.data["id"]}"')
    for key in _LISTS:
        value = source.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise source.wrong(f"`{key}` must be a list of texts", f'write {key} = ["...", "..."]')


_Choice = TypeVar("_Choice", Way, Severity)


def _choice(source: _Source, key: str, kinds: type[_Choice]) -> _Choice:
    value = source.data.get(key)
    for kind in kinds:
        if kind == value:
            return kind
    allowed = ", ".join(f"“{one}”" for one in kinds)
    raise source.wrong(f"`{key}` is “{value}”", f"it must be one of {allowed}")


def _compiled(source: _Source, pattern: object) -> re.Pattern[str]:
    if not isinstance(pattern, str):
        raise source.wrong("a pattern must be a text", "put it in quotation marks")
    flags = re.IGNORECASE if source.data.get("ignore_case") is True else re.NOFLAG
    try:
        compiled = re.compile(pattern, flags)
    except re.error as error:
        raise source.wrong(f"the pattern “{pattern}” cannot be used ({error})", "mend the pattern") from None
    if compiled.match(""):
        raise source.wrong(f"the pattern “{pattern}” matches where there is nothing", "make it ask for a character")
    return compiled


_GROUP = matcher(r"\\(\d+)")


def _suggestion(source: _Source, pattern: re.Pattern[str] | None) -> str | None:
    value = source.data.get("suggestion")
    if value is None:
        return None
    if not isinstance(value, str):
        raise source.wrong("`suggestion` must be a text", 'write suggestion = "..."')
    groups = pattern.groups if pattern else 0
    wrong = next((name for name in _GROUP.findall(value) if not 0 < int(name) <= groups), None)
    if wrong is not None:
        raise source.wrong(f"`suggestion` uses \\{wrong}, but the pattern has {groups} groups", "mend one of them")
    return value


def _word_pairs(source: _Source) -> tuple[tuple[str, str], ...]:
    value = source.data.get("words", {})
    if not isinstance(value, dict) or not all(isinstance(right, str) for right in value.values()):
        raise source.wrong("`words` must say what to write instead", 'write "wrong" = "right" below [rule.words]')
    return tuple(value.items())


def _marks(source: _Source, way: Way) -> str:
    marks = source.data.get("marks", "")
    if way is Way.QUOTES and marks not in _MARKS:
        raise source.wrong(f"`marks` is “{marks}”", f"it must be one of {', '.join(_MARKS)}")
    return str(marks)
