"""What the odds have against words that are right: phrases in which a word is likelier wrong, and is not."""

import math
import re

from desk.checks.frequencies import frequency
from desk.checks.grammar.odds.neighbours import LOSSES, SlipWay, is_past
from desk.checks.grammar.odds.weighing import Weighed
from desk.checks.names.lists import is_function_word

MISTYPED = frozenset((SlipWay.KEY, SlipWay.COMMON))
"""Ways in which fingers slip."""


def _opens_a_clause(one: Weighed, text: str) -> bool:
    """Return whether “of” would part one thing from what is said of it: a plan is one the board has backed."""
    behind_one = one.new.startswith("of ") and text[: one.start].endswith(("one ", "One "))
    return behind_one and _BEST.match(text, one.end) is None


_BEST = re.compile(r" (?:most|\w+est)\b")
"""Of one the oldest boats an “of” was lost."""


def _is_rare_alone(one: Weighed, text: str) -> bool:
    """Return whether a word is less likely than one that sounds like it for little more than being rarer: quay, key."""
    word = text[one.start : one.end]
    if one.way is not SlipWay.SOUND or not (word + one.new).isalpha() or is_function_word(one.new):
        return False
    written, meant = frequency(word), frequency(one.new)
    return written > 0 and meant > 0 and one.gain - math.log(meant / written) < _BEYOND_RARITY


_BEYOND_RARITY = 5.0
"""Natural logarithm: what the words around must add. Of ten planted slips of sound each had 5.1, “the quay” 4.7."""


def _has_an_object(one: Weighed, text: str) -> bool:
    """Return whether a verb did something to somebody, so that no “was” is lost before it: jailed them."""
    return one.new.startswith(_PASSIVE) and _OBJECT.match(text, one.end) is not None


_PASSIVE = ("was ", "were ", "is ", "are ", "been ", "be ", "being ")
_OBJECT = re.compile(r" (?:him|them|me|us|himself|herself|itself|themselves)\b")


def _tells_who(one: Weighed, text: str) -> bool:
    """Return whether “who” has its verb behind a phrase: a horse who for nine years pulled a cart."""
    return one.way is SlipWay.EXTRA and text[one.start : one.end] in _WHO and _PHRASE.match(text, one.end) is not None


_WHO = frozenset({"who", "which"})
_PHRASE = re.compile(r",? (?:for|in|on|at|by|after|before|during|from|with|until|since|through|over|under|within) \w")


def _tells_how_far(one: Weighed, text: str) -> bool:
    """Return whether a small word measures a lead: in front by ten points, a point off Hearts."""
    word = text[one.start : one.end]
    if word == "by":
        return one.way is SlipWay.PREPOSITION and _HOW_FAR.match(text, one.end) is not None
    return word == "off" and _LEAD.search(text, max(0, one.start - _REACH), one.start) is not None


_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_HOW_FAR = re.compile(rf" {_NUMBER} [a-z]")
_LEAD = re.compile(
    rf"\b{_NUMBER} (?:points?|goals?|wins?|games?|seconds?|minutes?|strokes?|shots?|lengths?|metres?|miles?) $"
)
_REACH = 40
"""Code points before “off” in which its measure stands."""


def _is_measured(one: Weighed, text: str) -> bool:
    """Return whether a measure says how far ahead or back, which no preposition introduces: looking a decade ahead."""
    return one.way in LOSSES and _MEASURE.match(text, one.start) is not None


_MEASURE = re.compile(
    rf"{_NUMBER} (?:full |long |whole )?[a-z]+ (?:ahead|later|earlier|before|ago|back|away|behind|beyond|apart)\b"
)


def _was_then(one: Weighed, text: str) -> bool:
    """Return whether “then” tells what somebody was at the time: then prime minister and a name."""
    return text[one.start : one.end] == "then" and one.way in MISTYPED and _TITLE.match(text, one.end) is not None


_TITLE = re.compile(r"(?: [a-z][a-z-]+){1,4} [A-Z][a-z]")


def _is_asked_of(one: Weighed, text: str) -> bool:
    """Return whether “what” or “whom” is what something is done to: what it deemed to be, no idea whom to listen to."""
    if text[one.start : one.end] == "whom":
        return one.new == "who" and text.startswith(" to ", one.end)
    return one.new.startswith(_PASSIVE) and _WHAT.search(text, max(0, one.start - _REACH), one.start) is not None


_WHAT = re.compile(r"\bwhat (?:[\w’'-]+ ){1,3}$")


def _is_helped(one: Weighed, text: str) -> bool:
    """Return whether somebody is helped do something, for which nobody needs a “to”: helping them rethink."""
    verb = one.new.removeprefix("to ")
    return (
        verb != one.new
        and not is_function_word(verb)
        and _HELP.search(text, max(0, one.start - _REACH), one.start) is not None
    )


_HELP = re.compile(r"\b[Hh]elp(?:s|ed|ing)? (?:[\w’'-]+ ){1,2}$")


def _follows_its_object(one: Weighed, text: str) -> bool:
    """Return whether what seems lost stands behind what is done something to: coupled a narrative with documents."""
    word = one.new.partition(" ")[0]
    return (
        one.way in LOSSES
        and word in _PAIRING
        and re.match(rf"[\w’'-]+ (?:[\w’'-]+ ){{1,4}}{word} ", text[one.start :]) is not None
    )


_PAIRING = frozenset({"with", "from", "into"})


def _asks(one: Weighed, text: str) -> bool:
    """Return whether a question begins with its auxiliary, behind which no “have” is lost: “Should some be kept?”."""
    return one.way in LOSSES and _QUESTION.search(text, max(0, one.start - _REACH), one.start) is not None


_QUESTION = re.compile(r"(?:^|[.!?:] [\"“]?)(?:Should|Would|Could|Can|Will|May|Might|Must|Do|Does|Did) $")


def _leads_to_a_verb(one: Weighed, text: str) -> bool:
    """Return whether “where” has a clause of its own behind it: a war where sailors had united, not where told it was.

    What was done to somebody is no subject, nor does one go on with “and” or “who”, or end in front of another.
    """
    clause = _CLAUSE.match(text, one.end) if text[one.start : one.end] == "where" and one.new == "were" else None
    if clause is None:
        return False
    first, *others = clause["subject"].casefold().split()
    return not (is_past(first) or first in _LINKS or _NO_NOUNS.intersection(others))


_CLAUSE = re.compile(
    r" (?P<subject>[\w’'-]+(?: [\w’'-]+)?) (?:had|has|have|was|were|is|are|would|could|will|can|did|does|do|may|might) "
)
_LINKS = frozenset({"and", "or", "but", "who", "which", "that", "when", "if", "as", "because", "while"})
_NO_NOUNS = _LINKS | {"i", "you", "he", "she", "it", "we", "they", "there", "this", "what"}


def _leads_to_nothing(one: Weighed, text: str) -> bool:
    """Return whether “have” would stand where nothing follows that it has: they saw prices halve."""
    return one.new in _HAVE and _NOTHING.match(text, one.end) is not None


_HAVE = frozenset({"have", "has"})
_NOTHING = re.compile(r"\s*(?:[.,;:!?)]|$)")


def _is_money(one: Weighed, text: str) -> bool:
    """Return whether a word is what a sum is told in: by a rand or two, 40 baht."""
    word = text[one.start : one.end].casefold()
    return one.way in MISTYPED and word.rstrip("s") in _MONEY and _A_SUM.search(text, 0, one.start) is not None


_MONEY = frozenset(
    {"rand", "baht", "birr", "dram", "franc", "kip", "kwacha", "lari", "lev", "naira", "peso", "rial", "won", "yuan"}
)
_A_SUM = re.compile(rf"\b{_NUMBER} $")


def _compares(one: Weighed, text: str) -> bool:
    """Return whether “than” stands behind what it compares with: much easier to be open than try to hide.

    Behind a comma, or what else begins a clause, it does not: was higher, and the board than sold it.
    """
    if text[one.start : one.end] != "than":
        return False
    sentence = max(text.rfind(". ", 0, one.start), 0)
    compared = (found.end() for found in _COMPARED.finditer(text, sentence, one.start))
    return any(_NEW_CLAUSE.search(text, end, one.start) is None for end in compared)


_COMPARED = re.compile(
    r"\b(?:more|less|fewer|rather|better|worse|sooner|[a-z]+ier|(?:much|far|even|is|are|was|were|be) [a-z]+er)\b"
)
_NEW_CLAUSE = re.compile(
    r"[,;:—]|\b(?:and|but|so) (?:$|[A-Z]|(?:i|he|she|it|we|you|they|the|an?|his|her|its|our|their|this|that)\b)"
)


def _is_one_owner(one: Weighed, text: str) -> bool:
    """Return whether an owner is one by the word before, so that several are not meant: a European country’s others."""
    owns = text[one.start : one.end].replace("’", "'").endswith("'s")
    return owns and one.new.endswith("s") and _ONE.search(text, max(0, one.start - _REACH), one.start) is not None


_ONE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ee]ach|[Ee]very) (?:[\w-]+ ){0,2}$")


def _insists(one: Weighed, text: str) -> bool:
    """Return whether no “not” was lost behind “did”: the report did reflect on it."""
    return one.new.startswith("not ") and text.endswith(("do ", "does ", "did "), 0, one.start)


_RIGHT = (
    _leads_to_nothing,
    _is_rare_alone, _opens_a_clause, _has_an_object, _tells_who, _tells_how_far, _is_measured, _was_then, _is_asked_of,
    _is_helped, _follows_its_object, _asks, _leads_to_a_verb, _is_money,
    _compares, _is_one_owner, _insists,
)  # fmt: skip


def is_right(one: Weighed, text: str) -> bool:
    """Return whether a word is right though the odds are against it."""
    return any(says_so(one, text) for says_so in _RIGHT)
