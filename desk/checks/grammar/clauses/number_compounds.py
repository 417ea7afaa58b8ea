"""Numbers and what they count before a noun, without their hyphen: “the nine member council”, “a three bedroom house”.

Behind a number of several, before a noun in the singular, what is counted can only be the first part of a compound.
Times, lengths and ages are the engine's. Figures also name things (a 404 error page, a 3 wood shot): behind them only
what is often counted is told. Houses differ in how strict they are, so it is worth a look, and no error.
"""

from collections.abc import Iterator

from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_NUMBER_COMPOUND"
_COUNTED = frozenset(
    {"member", "bedroom", "person", "seat", "storey", "story", "page", "lane", "room", "bed", "acre", "judge", "car"}
    | {"vehicle", "volume", "course", "game", "match", "party", "nation", "country", "door", "piece", "run", "goal"}
    | {"vote", "candidate", "passenger", "berth", "unit", "dose", "part", "stage", "step", "way", "night", "turbine"}
)
_NO_COMPOUND = frozenset(
    {
        "percent",
        "per",
        "cent",
        "pence",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dozen",
        "o'clock",
        "and",
        "pm",
    }
    | {"am", "third", "quarter", "half", "plus", "something", "noon", "midnight"}
)
_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty"}
)
_BEFORE = frozenset({"DT", "PRP$", "POS", "JJ"})
_NOUNS = frozenset({"NN", "NNS"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each number that stands apart from what it counts before a noun."""
    low, tags = sentence.low, sentence.tags
    for at in range(1, len(low) - 3):
        in_words = low[at].isalpha() and low[at - 1] in ("a", "an")
        counted = in_words and low[at + 1] not in _NO_COMPOUND
        if not (counted or low[at + 1] in _COUNTED) or not _is_several(sentence, at) or tags[at - 1] not in _BEFORE:
            continue
        if not all(word.text.islower() for word in sentence.words[at + 1 : at + 3]):  # a 99 Ranch market
            continue
        if tags[at + 1] != "NN" or tags[at + 2] != "NN" or tags[at + 3] in _NOUNS or not _heads(low[at + 2]):
            continue
        number, other = sentence.words[at], sentence.words[at + 1]
        meant = f"{number.text}-{other.text}"
        message = f"Before “{sentence.words[at + 2].text}” the two are one word: “{meant}”."
        yield Slip(RULE, number.start, other.end, message, (meant,), "COPYDESK_CLAUSES", "typographical")


def _heads(noun: str) -> bool:
    """Return whether a noun may stand behind: two party leaders are two people, and a 14 year old has two hyphens."""
    return not noun.endswith("s") and noun != "old"


def _is_several(sentence: Tagged, at: int) -> bool:
    """Return whether a number from two up stands here, not a year, and nothing that a name or a page is numbered by."""
    text = sentence.words[at].text
    if not sentence.words[at - 1].text.islower():
        return sentence.words[at - 1].text in ("The", "A", "An", "This", "Its", "Their", "His", "Her") and _counts(text)
    return _counts(text)


def _counts(text: str) -> bool:
    if text in _WORDS:
        return True
    number = int(text) if text.isdecimal() else 0
    return 2 <= number < _YEARS and (number < _NAMES or number % _ROUND == 0)


_YEARS = 1000
_NAMES, _ROUND = 100, 5
"""From here on a number that is not round is as likely a name: a 737 passenger jet."""
