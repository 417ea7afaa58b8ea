"""What is written in one way only: “according” goes on with “to”, a short form that has a stop has its last one too.

In 943,000 words of copy “according” stood 9 times before another word, and 4 initialisms lacked their last stop: all
of them were slips.
"""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip

ACCORDING, LAST_STOP = "COPYDESK_ACCORDING_TO", "COPYDESK_LAST_STOP"
QUOTE_MARK = "COPYDESK_QUOTE_FOR_APOSTROPHE"
_INSTEAD = frozenset({"with", "too", "for", "by", "of", "from", "on", "in", "at"})
_SMALL = "two|" + "|".join(sorted(_INSTEAD))
_GIVEN = rf"(?!(?!(?:{_SMALL})\b)\w+ (?:the|an?)\b)(?!\w+ \w+ to\b)"
"""Nothing that is given to somebody stands there: “according women the right”, “according equal weight to both”."""
_ACCORDING = re.compile(
    rf"(?:(?:(?<=[,.;:—–-] )|(?<=[“\"(])|^)[Aa]ccording (?P<next>(?!to\b|as\b){_GIVEN}[\w’']+)(?= \w)"
    r"|(?<!is |be |by |of )(?<!are |was |for |not )(?<!were |been )\baccording "
    r"(?P<among>the|an?|his|its|our|one|two|too|several|officials|police)(?= \w))"
)
"""Behind a mark before any word, elsewhere before few: a court may be “according them the right”."""
_DETERMINER = re.compile(r" (?:the|an?|his|her|their|its|our|this|that|[A-Z]\w+)\b")
_LOST_STOP = re.compile(r"(?<![\w.&-])(?P<short>[A-Z]\.[A-Z]|[ap]\.m|Ph\.D)(?= [A-Za-z])")
_WORD_BEFORE = 24
"""Code points: as far back as the word is looked for that a letter is the number of."""
_NEW_SENTENCE = re.compile(
    r".{0,23}?\b(?i:plan|vitamin|hepatitis|group|grade|class|type|section|schedule|appendix|annex|exhibit|option|block|"
    r"wing|tier|category|terminal|gate|zone|room|unit|hall|team|league|division|series|route|line|person|company) "
    r"[A-Z]\.[AI] (?!in\b|of\b|from\b|degrees?\b|and\b|or\b)[a-z’']"
)
"""“Plan B.A new one”: a word with a letter for its number, a stop, and a sentence that begins with “A” or “I”."""


_QUOTE_MARK = re.compile(r"(?<=[a-z])\"(?P<end>s|re|ve|ll|d|m)(?![\w\"])|(?<=n)\"(?P<not>t)(?![\w\"])")
"""A quotation mark in the place of an apostrophe: “Ireland"s”, “they"re”."""
_MARK = re.compile(r'(?<!\d)"')
"""One that is no sign for inches."""


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each such form that is not whole."""
    told = 0  # marks that are such slips themselves, and quote nothing
    for found in _QUOTE_MARK.finditer(text) if '"' in text else ():
        if (len(_MARK.findall(text, 0, found.start())) - told) % 2 == 0:  # else it may close: three "yes"s
            told += 1
            meant = f"’{found['end'] or found['not']}"
            message = "A quotation mark stands in the place of an apostrophe."
            yield Slip(QUOTE_MARK, *found.span(), message, (meant,), "COPYDESK_FORMS", "typographical")
    for found in _ACCORDING.finditer(text):
        yield _according(found)
    for found in _LOST_STOP.finditer(text):
        yield _stopped(found)


def _stopped(found: re.Match[str]) -> Slip:
    """Return the slip; where a sentence may begin with the second letter, a space is as likely to be lost."""
    short = found["short"]
    whole = f"{short}."
    message, meant = f"“{short}” lacks its last stop: “{whole}”.", [whole]
    if _NEW_SENTENCE.match(found.string, max(0, found.start() - _WORD_BEFORE)):
        parted = short.replace(".", ". ")
        message, meant = f"A space is missing behind “{short[:2]}”, or “{short}” lacks its last stop.", [parted, whole]
    return Slip(LAST_STOP, *found.span("short"), message, tuple(meant), "COPYDESK_FORMS", "grammar")


def _according(found: re.Match[str]) -> Slip:
    """Return the slip: another small word gives way to “to”, before anything else it was lost."""
    following = found["next"] or found["among"]
    instead = following.casefold() in _INSTEAD or (following == "two" and _DETERMINER.match(found.string, found.end()))
    kept = "" if instead else f" {following}"
    joined = following[2:] if following.startswith("to") and following[2:3].isupper() else ""
    meant = f"{found[0][:1]}ccording to{f' {joined}' if joined else kept}"
    message = f"“According” goes on with “to”: “{meant}”."
    return Slip(ACCORDING, *found.span(), message, (meant,), "COPYDESK_FORMS", "grammar")
