"""Lost apostrophes on time: "four months imprisonment", "two weeks notice", "last years report"."""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_TIME_OWNER"
_MANY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|few|both)"
_TIMES = "minutes|hours|days|nights|weeks|months|years|decades"
_OWNED = (
    "notice|pay|wages|salary|rent|imprisonment|prison|jail|detention|custody|probation|suspension|supervision|"
    "experience|grace|absence|holiday|vacation|hard labou?r"
)
_OWNED_OR_DONE = "leave|training|service|work|worth|delay|rest|sleep|warning|time"
"""Nouns that are verbs as well: “five years training for it”."""
_PLURAL = re.compile(
    rf"\b(?P<number>{_MANY})[ -](?P<time>{_TIMES})(?= (?:(?:unpaid|paid|sick|maternity|community) )?"
    rf"(?:(?:{_OWNED})\b|(?:{_OWNED_OR_DONE})\b(?! (?:for|on|in|at|as|with|hard|here|there|to)\b)))",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r"\b(?P<which>last|next|this|each|every|one|an?) (?P<time>minutes|hours|days|nights|weeks|months|years)"
    r"(?= [a-z]{3,}\b)",
    re.IGNORECASE,
)
_NO_OWNER = re.compile(r"\s(?:to|of|and|or|old|long|ago|after|before|later|with|when|that|from|were|are)\b")


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each length of time that owns what follows it and has no apostrophe."""
    for found in _PLURAL.finditer(text):
        start, end = found.span("time")
        yield _slip(start, end, f"{found['time']}’", f"{found['number']} {found['time']}’")
    for found in _SINGULAR.finditer(text):
        start, end = found.span("time")
        if not _NO_OWNER.match(text, end):
            owner = f"{found['time'][:-1]}’s"
            yield _slip(start, end, owner, f"{found['which']} {owner}")


def _slip(start: int, end: int, meant: str, shown: str) -> Slip:
    message = f"A length of time owns what follows it: “{shown}”."
    return Slip(RULE, start, end, message, (meant,), "COPYDESK_TIMES", "grammar")
