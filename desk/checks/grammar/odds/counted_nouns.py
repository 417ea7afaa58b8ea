"""Nouns without their s behind a number or “these”: "40 year ago", "several farmer have", "these car in the street".

Pairs of words in books tell what a noun is, and how common its other forms are whether it may be a verb.
"""

import re
from collections.abc import Iterator

from desk.checks.frequencies import frequency
from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.reading import Slip

RULE = "ODDS_COUNTED"
_NUMBER = (
    r"\d{1,3}(?:,\d{3})+|\d{1,3}|\d[\d.]* (?:million|billion)|(?:two|three|four|many|several) other|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|[Tt]hese"
)
_BEHIND = "of|from|in|at|on|who|which|that|were|are|have|had|ago|will|to|for|with|after|before|by"
"""What no compound goes on with: “three family homes”."""
_COUNTED = re.compile(
    rf"(?P<before>\S*)(?:(?<=\s)|^)(?P<number>{_NUMBER}) (?P<noun>[a-z]{{3,}})(?= (?:{_BEHIND})\b|[.,;](?:\s|$))"
)
_PLURAL_BEHIND = ("two", "three", "four", "five", "many", "several", "these", "of")
_NAMED = re.compile(
    r"(?:an?|the|this|one|top|aged?|under|page|number|no|chapter|phase|level|stage|grade|category|class|type|tier|zone|day|week|round|each|every|per|his|her|its|their)",
    re.IGNORECASE,
)
"""Words behind which a number is a name, or a part of a compound: “page 12 of”, “a level 6 warning for”."""
_UNCHANGED = re.compile(
    r"(?:fish|youth|crew|staff|cast|aircraft|craft|offspring|salmon|trout|cod|deer|moose|sheep|cattle|head|pair|dozen|"
    r"score|stone|yen|won|rand|third|quarter|out|off|up|down|away)"
)
"""Nouns that many use without an s behind a number, and small words that stand there."""
_HEADS = frozenset(("And", "But", "About", "Some", "At", "Over", "Nearly", "Almost", "Only"))
_SINGLE = frozenset(("0", "1"))


def slips(text: str, model: LanguageModel) -> Iterator[Slip]:
    """Yield a slip on each noun that stands for one behind a number of several."""
    for found in _COUNTED.finditer(text):
        before = text[: found.start("number")].split()[-1:]
        noun = found["noun"]
        number = found["number"]
        if not _counts(number, before[0] if before else "") or not _is_one(noun, model):
            continue
        message = f"“{number}” goes with a plural: “{_plural(noun)}”."
        if not number.endswith("hese"):
            yield Slip(RULE, *found.span("noun"), message, (_plural(noun),), "ODDS", "grammar")
        elif not _may_be_a_verb(noun):
            both, one = f"{number} {_plural(noun)}", f"{number[0]}his {noun}"
            meant = (one,) if noun in _OF_TIME else (both, one)  # earlier this year; these boats on the lake
            yield Slip(RULE, found.start("number"), found.end("noun"), message, meant, "ODDS", "grammar")


def _counts(number: str, before: str) -> bool:
    """Return whether the number counts what follows: behind a name or a marked word it may be part of that."""
    if _NAMED.fullmatch(before) or number in _SINGLE:
        return False
    return not number[0].isdigit() or (before.isalpha() and (before.islower() or before in _HEADS))


def _is_one(noun: str, model: LanguageModel) -> bool:
    """Return whether it is a noun that has a plural, and that does not itself stand behind numbers, as people does."""
    common, many = model.commonness, _plural(noun)
    if noun.endswith("s") or _UNCHANGED.fullmatch(noun) or not (common("a", noun) or common("an", noun)):
        return False
    stands = any(common(word, noun) for word in ("many", "several"))
    return not stands and any(common(word, many) for word in _PLURAL_BEHIND)


def _may_be_a_verb(noun: str) -> bool:
    """Return whether a word is so common as a verb that it may be one behind “these”: these show that, these work."""
    stem = noun.removesuffix("e")
    forms = (f"{noun}ing", f"{stem}ing", f"{stem}ed", f"{noun}{noun[-1]}ing", f"{noun}{noun[-1]}ed")
    return noun in _VERBS_TOO or max(map(frequency, forms)) * _TIMES > frequency(noun)


_TIMES = 35
"""Of 139 verbs that are nouns as well all are known by that, but for those of which other forms are rare; “boat”
(boating) and “house” (housed) pass for verbs. In 681,000 words no right one was told."""
_VERBS_TOO = frozenset({"cost", "matter", "number", "surface"})
_OF_TIME = frozenset({"day", "week", "weekend", "month", "year", "season", "time", "morning", "afternoon", "evening"})


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"
