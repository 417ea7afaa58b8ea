"""Two words before a noun that are one there: “a family owned business”, “Spanish speaking staff”, “odd looking boats”.

Only pairs are told whose second word makes compounds of the first, and only before a noun: elsewhere they may be a
subject and its verb (“a family owned land there”). Houses differ in how strict they are, so it is worth a look, and no
error.
"""

from collections.abc import Iterator

from desk.checks.grammar.clauses.subjects import FINITE
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_COMPOUND"
_Words = frozenset[str]
_OWNERS = frozenset(
    {"family", "government", "state", "council", "taxpayer", "city", "employee", "community", "foreign"}
)
_DONE_BY = frozenset({"owned", "run", "led", "issued", "funded", "backed", "controlled", "financed"})
_POWERS = frozenset(
    {"rocket", "solar", "battery", "nuclear", "wind", "gas", "steam", "coal", "water", "hydrogen", "diesel", "jet"}
)
_SIZES = frozenset({"medium", "mid", "small", "large", "good", "pocket", "bite", "life", "fair", "modest", "decent"})
_LOOKS = frozenset({"good", "odd", "strange", "forward", "backward", "outward", "inward", "funny", "tired", "healthy"})
_WITHOUT = frozenset(
    {"stress", "toll", "sugar", "gluten", "fat", "smoke", "drug", "debt", "rent", "car", "plastic", "alcohol", "carbon"}
    | {"interest", "risk", "trouble", "pain", "error", "traffic", "cruelty", "dairy", "nut", "germ", "hands"}
)
_KIND_TO = frozenset({"kid", "family", "user", "budget", "eco", "child", "dog", "pet", "climate", "wallet", "bike"})
LIMBS = frozenset(
    {"minded", "hearted", "haired", "eyed", "legged", "sided", "skinned", "bodied", "mannered", "natured"}
    | {"spirited", "lipped", "fisted", "blooded", "witted"}
)
_LANGUAGES = frozenset(
    {"english", "spanish", "french", "german", "portuguese", "russian", "arabic", "italian", "dutch", "polish", "hindi"}
    | {"welsh", "irish", "gaelic", "turkish", "chinese", "mandarin", "cantonese", "japanese", "korean", "kurdish"}
)
_PAIRS: tuple[tuple[_Words, _Words], ...] = (
    (_OWNERS, _DONE_BY),
    (_POWERS, frozenset({"powered", "driven", "fired"})),
    (_SIZES, frozenset({"sized"})),
    (_LOOKS, frozenset({"looking"})),
    (_WITHOUT, frozenset({"free"})),
    (_KIND_TO, frozenset({"friendly"})),
    (frozenset({"middle"}), frozenset({"aged"})),
    (frozenset({"hot", "ill", "short", "good", "bad", "sweet", "quick"}), frozenset({"tempered"})),
    (_LANGUAGES, frozenset({"speaking"})),
)
_MASS = frozenset({"land", "property", "water", "power", "news", "soil", "forest", "woodland", "oil", "gold", "gas"})
"""What somebody may own, run or fund without an article: a family owned land there."""
_LEARNED = frozenset(
    {
        "test",
        "tests",
        "exam",
        "exams",
        "skills",
        "lesson",
        "lessons",
        "class",
        "classes",
        "contest",
        "practice",
        "course",
        "tour",
        "event",
        "events",
        "engagement",
        "engagements",
        "competition",
        "champion",
    }
)
_BEFORE = frozenset({"DT", "JJ", "IN", "PRP$", "POS", "CD"})
_VERBS = frozenset({"VBD", "VBP", "VBZ", "VB", "VBG"})
_MAY_ACT = _DONE_BY | {"powered", "driven", "fired"}
_NOUNS = frozenset({"NN", "NNS"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each pair of words that wants its hyphen before a noun."""
    low = sentence.low
    for at in range(1, len(low) - 2):
        if low[at + 1] in _SECONDS and _is_one_word(sentence, at):
            first, second = sentence.words[at], sentence.words[at + 1]
            meant = f"{first.text}-{second.text}"
            noun = sentence.words[at + 2].text
            message = f"Before “{noun}” the two are one word: “{meant}”."
            yield Slip(RULE, first.start, second.end, message, (meant,), "COPYDESK_CLAUSES", "typographical")


def _is_one_word(sentence: Tagged, at: int) -> bool:
    low, tags = sentence.low, sentence.tags
    first, second = low[at : at + 2]
    known = any(first in firsts and second in seconds for firsts, seconds in _PAIRS)
    if not (known or (second in LIMBS and tags[at] == "JJ")):
        return False
    if tags[at - 1] not in (_BEFORE if second == "free" else _BEFORE | _VERBS):
        return False
    head = at + 2 + (tags[at + 2] == "JJ")
    if (
        head >= len(low)
        or tags[head] not in _NOUNS
        or low[head] in _MASS
        or (second == "speaking" and low[head] in _LEARNED)
    ):
        return False
    if second == "speaking" and low[at - 1] == "the":  # the Russian speaking today
        return False
    if second in _MAY_ACT:  # the wind powered mills, and in some a family ran shops
        return low[at - 1] in ("a", "an") and tags[head] == "NN" and _is_no_clause(sentence, at - 1, head)
    return sentence.words[at + 1].text.islower()


def _is_no_clause(sentence: Tagged, article: int, head: int) -> bool:
    """Return whether what looks done by somebody is not what they did: after a council issued guidance.

    It may be where a clause may begin with the article; only another verb behind the noun tells that it is not.
    """
    low, tags, known = sentence.low, sentence.tags, clause_words()
    before = article - 1
    if before >= 0 and (tags[before] in _NAMED or low[before] in _RELATIVES):  # the paper (that) a council issued
        return False
    if before >= 0 and (
        low[before] in known.prepositions or (tags[before] in _VERBS and low[before] not in known.saying)
    ):
        return True
    return bool(FINITE.intersection(tags[head + 1 : head + 2]))


_NAMED = _NOUNS | {"NNP"}
_RELATIVES = frozenset({"that", "which", "whom", "what"})
_SECONDS = frozenset().union(*(seconds for _, seconds in _PAIRS)) | LIMBS
