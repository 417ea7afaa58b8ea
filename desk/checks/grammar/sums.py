"""Numbers that do not add up within a sentence: "three people, two men and two women"."""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_SUM"
VERSION = "own rules 3"  # readings are kept with the story: raise it when the same block may be read otherwise
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(_WORDS[1:])})"
_WHOLE = (
    "people|persons|suspects|victims|children|students|pupils|passengers|workers|officers|soldiers|members|teenagers|"
    "adults|patients|players|candidates|hostages|prisoners|tourists|journalists|animals|vehicles|relatives|siblings"
)
_PART = (
    "m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|adults?|teenagers?|officers?|students?|pupils?|teachers?|civilians?|"
    "soldiers?|passengers?|crew members?|firefighters?|drivers?|cyclists?|pedestrians?|brothers?|sisters?|sons?|"
    "daughters?|dogs?|cats?|cars?|lorr(?:y|ies)|trucks?|bus(?:es)?|vans?|infants?|toddlers?|bab(?:y|ies)"
)
_ONE = rf"{_NUMBER}(?: (?!and\b)[a-z]+)? (?:{_PART})\b"
_SENTENCE = re.compile(
    rf"(?<![\w.,$€£-])(?P<whole>{_NUMBER})(?= (?:[a-z]+ )?(?:{_WHOLE})\b)[^,.:;!?()—–\d]{{6,60}}?"
    rf"(?:, | ?[:—–] ?| \()(?P<parts>{_ONE}(?:, {_ONE})*,? and {_ONE})"
    r"(?=[,.;:)—–]| (?:were|was|are|have|had|in|at|from)\b)",
    re.IGNORECASE,
)
_FROM = rf"{_NUMBER} (?:from|in|at|on|of them)\b[^,.:;!?()—–\d]{{2,30}}?"
_APART = re.compile(
    rf"(?<![\w.,$€£-])(?P<whole>{_NUMBER})(?= (?:[a-z]+ )?[a-z]+(?:s|men|people|children)\b)[^,.:;!?()—–\d]{{3,40}}?"
    rf"(?: ?[—–] ?| \()(?P<parts>{_FROM}(?:, {_FROM})*,? and {_FROM})(?: ?[—–]|\))",
    re.IGNORECASE,
)
"""Parts told by where they are from: "25 women — 24 from the city and two from elsewhere —"."""
_ABOUT = re.compile(r"(?:\b(?:about|nearly|almost|around|some|least|than|over|including|to|or|of|the other)|[-–]) ?$")


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on each number of one block that is not the sum of the numbers that follow it."""
    for found in (*_SENTENCE.finditer(text), *_APART.finditer(text)):
        if _ABOUT.search(text[: found.start()].lower()):
            continue
        whole = _value(found["whole"])
        parts = [_value(part) for part in re.findall(rf"\b({_NUMBER})(?= )", found["parts"], re.IGNORECASE)]
        if whole > 1 and whole != sum(parts):
            said = " + ".join(map(str, parts))
            message = f"The numbers do not add up: {said} makes {sum(parts)}, and the sentence says {found['whole']}."
            suggestion = _as_written(sum(parts), found["whole"])
            yield Slip(
                RULE, found.start("whole"), found.end("whole"), message, (suggestion,), "COPYDESK_SUMS", "grammar"
            )


def _value(word: str) -> int:
    lowered = word.lower()
    if lowered in {"a", "an"}:
        return 1
    return int(lowered) if lowered.isdigit() else _WORDS.index(lowered)


def _as_written(number: int, like: str) -> str:
    """Return the number in figures or in words, as the number that it replaces is written."""
    if like.isdigit() or number >= len(_WORDS):
        return str(number)
    return _WORDS[number].capitalize() if like[0].isupper() else _WORDS[number]
