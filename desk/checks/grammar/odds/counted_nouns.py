"""Nouns without their s behind a number: "40 year ago", "several farmer have"; pairs of books tell what a noun is."""

import re
from collections.abc import Iterator

from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.reading import Slip

RULE = "ODDS_COUNTED"
_NUMBER = (
    r"\d{1,3}(?:,\d{3})+|\d{1,3}|\d[\d.]* (?:million|billion)|(?:two|three|four|many|several) other|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many"
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
        if _counts(found["number"], before[0] if before else "") and _is_one(noun, model):
            message = f"“{found['number']}” goes with a plural: “{_plural(noun)}”."
            yield Slip(RULE, *found.span("noun"), message, (_plural(noun),), "ODDS", "grammar")


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


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"
