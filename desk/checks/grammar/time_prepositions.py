"""Days, months and years behind the preposition of another: "in Thursday", "on 2018", "at January"."""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_TIME_PREPOSITION"
_ENDS = (
    r"(?=\s*(?:[.,;:!?)”\"]|$)|"
    r"\s(?:the|an?|he|she|it|they|we|i|that|but|when|after|before|while|where|because|by|to|with)\b)"
)
"""What follows a time by itself; before a noun it tells which one: “in Sunday service”, “at 2018 prices”."""
_NO_TIMES = r"(?<!come )(?<!comes )(?<!ushered )(?<!bring )(?<!believe )"
_DAY = re.compile(
    rf"{_NO_TIMES}\b(?P<wrong>in|at) (?P<time>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){_ENDS}", re.IGNORECASE
)
_MONTHS = "January|February|July|September|October|November|December"
"""Those that are no other word and nobody's name."""
_YEARS = r"(?:19[5-9]\d|20[0-4]\d)"
_MONTH = re.compile(rf"\b(?P<wrong>[Oo]n|[Aa]t) (?P<time>(?:{_MONTHS})(?: (?:of )?{_YEARS})?)(?!, \d){_ENDS}")
_YEAR = re.compile(rf"\b(?P<wrong>[Oo]n|[Aa]t) (?P<time>{_YEARS}){_ENDS}")
_MEASURED = {
    "on": re.compile(
        r"%|\b(?:percent|per cent|points?|up|down|rise|rose|fall|fell|increase|growth|gain|drop|improv\w*|"
        r"build(?:s|ing)?|bas(?:e|ed|ing)|depend\w*|focus\w*|reflect\w*|look\w*|report\w*|book\w*|film\w*|data|records?|levels?|bets?)\b",
        re.IGNORECASE,
    ),
    "at": re.compile(
        r"\b(?:st(?:and|ands|ood)|total(?:s|led|ed)?|numbers?|counts?|clos\w*|end|ends|ended|peak\w*|priced?|"
        r"valued?|records?|levels?|metres|meters|feet|o’clock|remain\w*|stay\w*)\b|\b(?:set|put) $",
        re.IGNORECASE,
    ),
}
"""What is measured on a year, or counted at a number; looked for in the words before."""
_BEFORE = 60
"""Characters: about ten words."""
_CLOCK = ("00", "15", "30", "45")
"""How the times end that are told with four figures: at 2030."""


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each preposition that does not go with the time behind it."""
    for found in _DAY.finditer(text):
        yield _slip(found, "on", "Days")
    for found in _MONTH.finditer(text):
        yield _slip(found, "in", "Months and years")
    for found in _YEAR.finditer(text):
        wrong = found["wrong"].lower()
        is_clock = wrong == "at" and found["time"].endswith(_CLOCK)
        sentence = text[max(0, found.start() - _BEFORE) : found.start()].rpartition(". ")[2]
        if not is_clock and not _MEASURED[wrong].search(sentence):
            yield _slip(found, "in", "Months and years")


def _slip(found: re.Match[str], meant: str, times: str) -> Slip:
    right = meant.capitalize() if found["wrong"][0].isupper() else meant
    message = f"{times} take “{meant}”: “{right} {found['time']}”."
    return Slip(RULE, *found.span("wrong"), message, (right,), "COPYDESK_TIMES", "grammar")
