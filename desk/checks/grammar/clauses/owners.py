"""Apostrophes that stand or lack against the shape of the sentence: “the nations peak body”, “those fare’s have”."""

from collections.abc import Callable, Iterator

from desk.checks.grammar.clauses.subjects import FINITE
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.odds.model import LanguageModel, language_model
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_OWNER"
_LEAST = 0.5
"""Natural logarithm: by how much one owner must be likelier than several here, by the words on both sides. Of
owners whose apostrophe was taken away 46 in 100 reach it."""
_LEAST_BEHIND = -0.7
"""The same, by the noun behind it alone."""
_MOST_AS_PAIR = 3.0
"""The same: how much likelier several make what stands behind them: donors conference."""
_OF_SEVERAL = frozenset(
    {
        "market",
        "markets",
        "industry",
        "sector",
        "trade",
        "business",
        "fund",
        "board",
        "minister",
        "ministry",
        "department",
    }
    | {"policy", "committee", "commission", "agency", "programme", "program", "scheme", "budget", "tax", "bill", "act"}
)
"""What is named after several that own nothing: the homes market, the pensions bill."""
_IS_DONE = 1.9
"""The same: how far “to” calls for a word that is done rather than owned: the firms scramble."""
_ITS = frozenset({"the", "this", "each", "every", "our", "their", "his", "her", "its", "my", "your", "another"})
_HOURS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
_THESE = _HOURS | {"these", "those", "several", "many", "few"}
_BEFORE_HOURS = frozenset(
    {"at", "by", "until", "till", "from", "since", "about", "around", "before", "after", "past", "to"}
)
"""At seven dinner’s on the table."""
_BETWEEN = frozenset({"JJ", "VBG", "JJS", "VBN"})
_HEADS = frozenset({"NN", "NNS"})
_BEHIND_SEVERAL = frozenset({"IN", "TO", "WP", "WDT", "CC", ",", "."}) | FINITE
_IRREGULAR = frozenset({"men", "women", "children", "people", "one", "today", "year", "yesterday", "tomorrow"})
_BARE = frozenset({"IN", "VBG", "VB", "VBD", "VBZ"})
_PERSONS = frozenset(
    {"patient", "player", "worker", "voter", "resident", "student", "driver", "passenger", "customer", "employee"}
    | {"clinician", "teacher", "pupil", "tenant", "farmer", "victim", "migrant", "refugee", "prisoner", "citizen"}
    | {"consumer", "taxpayer", "reader", "viewer", "soldier", "officer", "inmate", "pensioner", "shopper", "villager"}
)
"""Who are counted, and are no season, matter or institution, which own without an article: winter’s storms."""
_THEIRS = frozenset(
    {"lives", "families", "homes", "houses", "rights", "needs", "minds", "concerns", "fears", "hopes", "faces"}
    | {"hearts", "views", "opinions", "interests", "wages", "judgments", "judgements", "jobs", "demands", "complaints"}
    | {"pockets", "feelings", "expectations", "experiences", "pensions", "salaries", "wallets"}
)
"""What each has: not what is only named after them, as beginner’s mistakes and driver’s licences are."""
_SENTENCE_ENDS = frozenset({".", "?", "!", '"', "''", "”"})
_OWN_SELF = frozenset({"with", "for", "and", "or", "in", "on", "to"})
_FARTHEST = 8


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each owner without its apostrophe, and on each apostrophe of what owns nothing."""
    model = language_model() if "s" in "".join(sentence.low) else None
    for at in range(1, len(sentence.low) - 2):
        for find in _FINDS:
            slip = find(sentence, at, model)
            if slip is not None:
                yield slip
                break


def _slip(sentence: Tagged, at: int, end: int, meant: str, message: str) -> Slip:
    start, stop = sentence.words[at].start, sentence.words[end].end
    return Slip(RULE, start, stop, message, (meant,), "COPYDESK_CLAUSES", "grammar")


def _lost(sentence: Tagged, at: int, model: LanguageModel | None) -> Slip | None:
    """Return the slip on several who stand before what one owns: “the nations peak grains body”."""
    low, tags, word = sentence.low, sentence.tags, sentence.words[at]
    if model is None or low[at - 1] not in _ITS or tags[at] != "NNS" or not word.text.islower():
        return None
    if not low[at].endswith("s") or low[at].endswith("ss") or not _goes_on(sentence, at):
        return None
    if at > 1 and low[at - 2] in clause_words().giving:  # taught the towns patience
        return None
    if low[at + 1] in _OF_SEVERAL:
        return None
    owner, behind, before = f"{low[at][:-1]}'s", low[at + 1], low[at - 1]
    earlier = low[at - 2] if at > 1 else ""
    if not model.knows(owner) or model.commonness(low[at], behind):
        return None
    chance = model.chance
    if chance(behind, low[at]) - chance(behind) > _MOST_AS_PAIR or chance(behind, "to") - chance(behind) > _IS_DONE:
        return None
    here = chance(owner, before, earlier) - chance(low[at], before, earlier)
    fits = chance(behind, owner, before) - chance(behind, low[at], before)
    if fits < _LEAST_BEHIND or here + fits < _LEAST:
        return None
    meant = f"{word.text[:-1]}’s"
    return _slip(sentence, at, at, meant, f"What stands behind “{word.text}” is theirs: “{meant}”.")


def _goes_on(sentence: Tagged, at: int) -> bool:
    """Return whether a noun follows with nothing but what tells of it between."""
    tags = sentence.tags
    head = at + 1
    while head < len(tags) - 1 and tags[head] in _BETWEEN:
        head += 1
    return tags[head] in _HEADS


def _several(sentence: Tagged, at: int, model: LanguageModel | None) -> Slip | None:
    """Return the slip on several who own nothing: “those demonstration’s have waned”."""
    low, tags, word = sentence.low, sentence.tags, sentence.words[at]
    if low[at + 1] != "'s" or tags[at] not in _HEADS or not word.text.islower() or low[at] in _IRREGULAR:
        return None
    first = at - 1
    while first > 0 and tags[first] in ("JJ", "NN") and at - first < 3:
        first -= 1
    if low[first] not in _THESE or tags[at + 2] not in _BEHIND_SEVERAL or tags[first + 1 : at].count("NN") > 1:
        return None
    if low[first] in _HOURS and first > 0 and low[first - 1] in _BEFORE_HOURS:
        return None
    if tags[at + 2] == "CC" and "'s" in low[at + 3 : at + 6]:  # the captain’s and the mate’s
        return None
    meant = f"{word.text[:-1]}ies" if word.text[-1] == "y" and word.text[-2:-1] not in "aeiou" else f"{word.text}s"
    message = f"“{sentence.words[first].text}” goes with several, and nothing is theirs here: “{meant}”."
    return _slip(sentence, at, at + 1, meant, message)


def _owners(sentence: Tagged, at: int, model: LanguageModel | None) -> Slip | None:
    """Return the slip on one person without an article who owns several things: “to save patient’s lives”."""
    low, tags, word = sentence.low, sentence.tags, sentence.words[at]
    if low[at + 1] != "'s" or tags[at] != "NN" or tags[at - 1] not in _BARE or tags[at + 2] != "NNS":
        return None
    if low[at] not in _PERSONS or low[at + 2] not in _THEIRS or not word.text.islower():
        return None
    if low[-1] not in _SENTENCE_ENDS:  # headlines have no articles
        return None
    meant = f"{word.text}s’"
    return _slip(sentence, at, at + 1, meant, f"One without an article cannot own here: “{meant}” if they are several.")


def _whose(sentence: Tagged, at: int, model: LanguageModel | None) -> Slip | None:
    """Return the slip on “who’s” before what somebody owns: “Holm, who’s transgressions were known”."""
    low, tags = sentence.low, sentence.tags
    if low[at] != "who" or low[at + 1] != "'s" or not (low[at - 1] == "," or tags[at - 1] in ("NN", "NNP", "NNS")):
        return None
    head = at + 2
    while head < len(tags) - 1 and tags[head] in ("JJ", "CD", "JJS", "VBN"):
        head += 1
    if tags[head] not in _HEADS or low[head + 1] in _OWN_SELF or (head == at + 2 and tags[head] == "NN"):
        return None
    if not _has_its_verb(sentence, head + 1):
        return None
    meant = "whose" if sentence.words[at].text[0].islower() else "Whose"
    return _slip(sentence, at, at + 1, meant, "“who’s” is “who is” or “who has”; what is theirs stands behind “whose”.")


def _has_its_verb(sentence: Tagged, start: int) -> bool:
    """Return whether a verb goes with the noun before `start`, at once or behind what tells of it."""
    for at in range(start, min(start + _FARTHEST, len(sentence.low))):
        tag = sentence.tags[at]
        if tag in FINITE:
            return sentence.low[at] not in clause_words().saying
        if tag in ("WP", "WDT", "CC", ",", ".", ":", "TO") or sentence.low[at] in ("that", "as", "when", "if"):
            return False
    return False


def _initials(sentence: Tagged, at: int, model: LanguageModel | None) -> Slip | None:
    """Return the slip on several told by their first letters, who own nothing: “many MP’s were not told”."""
    low, tags, word = sentence.low, sentence.tags, sentence.words[at]
    if low[at + 1] != "'s" or not (len(word.text) > 1 and word.text.isupper()) or at + 2 >= len(low):
        return None
    behind = low[at + 2]
    if behind not in _SEVERAL_DO and not (
        behind in ("who", "that") and low[at + 3 : at + 4] and tags[at + 3] in FINITE
    ):
        return None
    if low[at - 1] not in _THESE | _ALL_OF and low[max(0, at - 2) : at] not in (("all", "the"), ("of", "the")):
        return None
    if all(other.text.isupper() for other in sentence.words[at + 2 : at + 4]):
        return None
    meant = f"{word.text}s"
    return _slip(sentence, at, at + 1, meant, f"Several have no apostrophe, and nothing is theirs here: “{meant}”.")


_SEVERAL_DO = frozenset({"are", "were", "have", "do"})
_ALL_OF = frozenset({"all", "some", "most", "other"})


_FINDS: tuple[Callable[[Tagged, int, LanguageModel | None], Slip | None], ...] = (
    _lost,
    _several,
    _owners,
    _whose,
    _initials,
)
