"""Words that look or sound like the one that the shape of the sentence asks for: “the roads where closed”, “your late”.

Only shapes that the word written cannot have are told; where both may stand, the odds weigh them.
"""

from collections.abc import Callable, Iterator, Sequence

from desk.checks.grammar.clauses.office_holders import acts, is_an_office
from desk.checks.grammar.clauses.subjects import FINITE, NOUNS, left_edge
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_LOOK_ALIKE"
_STOPS = frozenset({",", ".", "?", "!", ":", ";", "—", "--", "-", "(", ")", '"'})
_THINGS = frozenset({"DT", "PRP", "PRP$", "CD", "NN", "NNS", "NNP", "NNPS", "EX", "JJ"})
_COMPARED = frozenset({"JJR", "RBR"})
_MORE = frozenset({"more", "less", "fewer", "rather", "other", "longer", "better", "worse"})
_FARTHEST = 6
_PREDICATES = frozenset({"VBN", "VBG", "JJ", "JJR", "RB", "IN"})
_WHERE_EVER = frozenset(
    {"possible", "necessary", "appropriate", "applicable", "available", "needed", "relevant", "to", "in", "at"}
    | {
        "feasible",
        "practical",
        "practicable",
        "suitable",
        "desirable",
        "useful",
        "helpful",
        "legal",
        "safe",
        "sensible",
    }
    | {"indicated", "advised", "required", "known", "offered", "permitted", "allowed", "recommended", "instructed"}
    | {"stated", "specified", "shown", "noted", "marked", "requested", "warranted", "justified", "provided", "present"}
)
_ASKED = frozenset({"who", "what", "how", "which", "whatever", "whoever", "whichever", "however", "why"})
"""They begin a clause that may end with “were”: what the risks were they did not explain."""
_SUPPOSED = frozenset({"would", "could", "might", "should"})
"""Beside them “were they asked” may stand for “if they were asked”."""
_METAL = frozenset(
    {"pipe", "pipes", "paint", "paints", "pipework", "plumbing", "toy", "toys", "petrol", "blood", "roof", "roofs"}
    | {"home", "homes", "house", "houses", "water", "solder", "battery", "batteries", "metal", "metals", "dust", "soil"}
    | {"window", "windows", "bullet", "bullets", "ammunition", "poisoning", "mine", "ore", "glass", "glaze", "fuel"}
)
"""Beside them lead is the metal: older homes have lead to deal with."""
_MOODS = frozenset({"patient", "patients", "mood", "moods", "emotion", "emotions", "emotional"})
"""Beside them an affect is what somebody feels."""
_CONTRACTED = {"your": "you’re", "their": "they’re", "its": "it’s"}
_OPENING = frozenset(
    {
        "if",
        "because",
        "that",
        "when",
        "unless",
        "and",
        "but",
        "so",
        "since",
        "while",
        "although",
        "whether",
        "as",
        "where",
    }
)
_NEVER_OWNED = frozenset(
    {"not", "going", "gonna", "currently", "already", "still", "now", "never", "always", "usually", "also", "just"}
)
_ALONE = frozenset({"own", "best", "worst", "most", "last", "first", "all", "many", "few", "likely", "late"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each such word, with the word that its place calls for."""
    for at, low in enumerate(sentence.low[:-1]):
        find = None if low == "than" and sentence.words[at].text.istitle() else _BY_WORD.get(low)  # somebody's name
        meant = find(sentence, at) if find is not None else ""
        if meant:
            yield _slip(sentence, at, meant)


def _slip(sentence: Tagged, at: int, meant: str) -> Slip:
    word = sentence.words[at]
    end = sentence.words[at + 1].end if sentence.low[at] == "it" else word.end
    meant = meant[0].upper() + meant[1:] if word.text[0].isupper() else meant
    written = word.text + ("’s" if sentence.low[at] == "it" else "")
    message = f"“{written}” cannot stand here: is “{meant}” meant?"
    return Slip(RULE, word.start, end, message, (meant,), "COPYDESK_CLAUSES", "grammar")


def _segment(sentence: Tagged, at: int) -> range:
    """Return the places behind a word up to the next mark."""
    end = next((nth for nth in range(at + 1, len(sentence.low)) if sentence.low[nth] in _STOPS), len(sentence.low))
    return range(at + 1, end)


def _has_verb(sentence: Tagged, places: range) -> bool:
    return any(sentence.tags[nth] in FINITE for nth in places)


def _where(sentence: Tagged, at: int) -> str:
    """Return “were” for “where” between several and what is said of them: “the roads where closed on Friday”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or tags[at + 1] not in _PREDICATES or low[at + 1] in _WHERE_EVER or low[-1] == "?":
        return ""
    begin = _begin(sentence, at)
    if _has_verb(sentence, _segment(sentence, at)) or _has_verb(sentence, range(begin, at)):
        return ""
    if tags[at + 1] == "RB" and tags[at + 2 : at + 3] not in (("VBN",), ("VBG",), ("JJ",)):  # where just weeks ago
        return ""
    if "VB" in tags[begin:at]:  # use local suppliers where pressed
        return ""
    if tags[at - 1] in ("NNS", "NNPS") or low[at - 1] in ("they", "we"):
        return "were"
    bare = tags[at + 1] in ("JJ", "JJR", "VBN", "VBG") and tags[at + 2] not in NOUNS if at + 2 < len(low) else False
    return "were" if bare and begin == 0 and tags[at - 1] == "NN" else ""


def _begin(sentence: Tagged, at: int) -> int:
    """Return the place behind the last mark before a word."""
    return max((nth + 1 for nth in range(at) if sentence.low[nth] in _STOPS), default=0)


def _were(sentence: Tagged, at: int) -> str:
    """Return “where” for “were” before a clause of its own: “any site were they invest”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or at + 2 >= len(low) or low[-1] == "?" or tags[at - 1] not in ("NN", "NNS", "NNP", ","):
        return ""
    if low[at + 1] not in ("they", "he", "she", "we", "it", "i") or tags[at + 2] not in FINITE:
        return ""
    before = range(_begin(sentence, at - (low[at - 1] == ",")), at)
    if not _has_verb(sentence, before) or (_ASKED | _SUPPOSED).intersection(low[before.start : at]):
        return ""
    edge = left_edge(tags, at - 1)
    if tags[at - 1] == "NNS" and not (edge and tags[edge - 1] == "IN" and low[edge - 1] != "that"):
        return ""  # they said the odds were they would lose
    return "" if low[at - 1] == "," and tags[at - 2 : at - 1] not in (("NN",), ("NNP",), ("NNS",)) else "where"


def _then(sentence: Tagged, at: int) -> str:
    """Return “than” for “then” behind what compares: “it takes longer then the board has promised”."""
    low, tags = sentence.low, sentence.tags
    if at < 2 or low[at - 1] in _STOPS | {"and", "but", "or", "since", "until", "by", "even", "just"}:
        return ""
    if tags[at + 1] not in ("DT", "PRP$", "NNS", "CD", "PRP", "NNP") or low[at + 1] == "there":
        return ""
    if tags[at - 1] in ("IN", "TO") and tags[at + 1] == "NNP":  # the younger brother of then President Holm
        return ""
    for nth in range(at - 1, max(-1, at - _FARTHEST), -1):
        if low[nth] in _STOPS or low[nth] in ("than", "and", "but") or tags[nth] in FINITE:
            return ""
        if tags[nth] in _COMPARED or low[nth] in _MORE:
            no_more = nth and low[nth - 1] in ("no", "any")  # he was no longer then the mayor
            return "" if no_more or low[nth] == "later" or low[nth] == "earlier" else "than"
    return ""


def _than(sentence: Tagged, at: int) -> str:
    """Return “then” for “than” between somebody and what they did: “she than asked”."""
    low, tags = sentence.low, sentence.tags
    done = tags[at - 1] in ("PRP", "NNP") and tags[at + 1] in ("VBD", "VBZ")
    done = done or (tags[at - 1] in ("NN", "NNS") and tags[at + 1] == "VBD" and not low[at + 1].endswith("ed"))
    done = done or (tags[at - 1] == "NN" and tags[at + 1] == "VBD" and tags[at + 2 : at + 3] == ("PRP",))
    before = low[:at]
    if at == 0 or not done or "as" in before or _COMPARED.intersection(tags[:at]):
        return ""
    compares = clause_words().compares.intersection(before)
    higher = (low[nth] for nth in range(at) if tags[nth] not in NOUNS and low[nth].endswith("er"))
    return "" if compares or any(len(word) > _SHORT for word in higher) else "then"


_SHORT = 4


def _lead(sentence: Tagged, at: int) -> str:
    """Return “led” for “lead” behind “has”, and behind what is led by somebody: “a group lead by Holm”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or not sentence.words[at].text.islower() or _METAL.intersection(low):
        return ""
    if low[at - 1] in ("has", "have", "had") and low[at + 1] in (
        "to",
        "the",
        "a",
        "him",
        "her",
        "them",
        "many",
        "some",
    ):
        return "led" if tags[at + 1] != "NN" else ""
    if low[at + 1] != "by" or at + 2 >= len(low) or tags[at + 2] not in ("NNP", "DT", "PRP$"):
        return ""
    if low[at - 1] in ("is", "are", "was", "were", "been", "being"):
        return "led"
    scored = low[at - 1] in (
        "home",
        "away",
        "half",
        "first-half",
        "half-time",
        "interval",
    )  # cut the home lead by a goal
    return "led" if not scored and tags[at - 1] in ("NN", ",") and at > 1 and tags[at + 2] == "NNP" else ""


def _affects(sentence: Tagged, at: int) -> str:
    """Return “effects” where a thing must stand: “its affects on the town”."""
    low, tags = sentence.low, sentence.tags
    owned = at > 0 and (tags[at - 1] in ("PRP$", "JJ") or low[at - 1] in ("the", "no", "any", "these", "those", "side"))
    goes_on = low[at + 1] in ("of", "on", ".", ",", "will", "are", "were", "can")
    known = low[at] == "affects" or low[at + 1] == "on"
    if _MOODS.intersection(low[: at + _FARTHEST]):
        return ""
    asked = at and low[at - 1 : at + 1] == ("what", "affect") and _HAVING.intersection(low[at:])
    if low[at : at + 2] == ("affects", "of") or asked:
        return low[at].replace("a", "e", 1)
    return low[at].replace("a", "e", 1) if owned and goes_on and known and low[at - 1] != "who" else ""


_HAVING = frozenset({"have", "has", "had", "having"})


def _owner(sentence: Tagged, at: int) -> str:
    """Return “you’re”, “they’re” or “it’s” where nothing is owned: “if your not sure”, “their planning to move”."""
    low = sentence.low
    if at + 2 >= len(low) or not _opens(sentence, at):
        return ""
    owned = _is_verbless(sentence, at) if at and low[at - 1] in _CLAUSES else not _is_predicate(sentence, at)
    return _CONTRACTED[low[at]] if not owned else ""


def _is_predicate(sentence: Tagged, at: int) -> bool:
    """Return whether what stands behind an owner is said of somebody: not, going to, planning to move."""
    low, tags = sentence.low, sentence.tags
    if low[at + 1 : at + 3] == ("going", "to"):  # their going to sea was a surprise
        return tags[at + 3 : at + 4] == ("VB",) and not _has_verb(sentence, range(at + 4, at + 5))
    if low[at + 1] == "not":  # your not going has upset them
        return tags[at + 2] not in NOUNS and not (tags[at + 2] == "VBG" and _has_verb(sentence, _segment(sentence, at)))
    if low[at + 1] in _NEVER_OWNED and tags[at + 2] in ("VBG", "DT", "IN", "PRP$"):
        return not _has_verb(sentence, _segment(sentence, at + 1))
    doing = low[at + 1].endswith("ing") and low[at + 2] in _DONE_TO and low[at] != "its"
    return doing and not _has_verb(sentence, range(at + 1, len(low)))


_DONE_TO = frozenset(
    {"to", "the", "a", "it", "them", "their", "your", "his", "her", "people", "us", "me", "him", "my", "that"}
)
_CLAUSES = frozenset({"if", "unless", "because", "although", "whether", "where"})


def _is_verbless(sentence: Tagged, at: int) -> bool:
    """Return whether an owner in a clause with “if” owns what follows it: the clause has another verb, or a noun."""
    low, tags = sentence.low, sentence.tags
    places = _segment(sentence, at)
    if (
        _has_verb(sentence, places)
        or len(places) > _FARTHEST
        or low[at + len(places) + 1 : at + len(places) + 2] == ('"',)
    ):
        return True
    if low[at + 1] in _ALONE or (
        tags[at + 1] not in ("JJ", "JJR", "VBN", "RB", "IN") and not low[at + 1].endswith("ing")
    ):
        return True
    if _tells_of_a_noun(tags[at + 1 : at + 5]):
        return True
    nouns = range(at + 1 + low[at + 1].endswith("ing"), at + 3)
    return any(tags[nth] in NOUNS for nth in nouns) and low[at + 2] not in _DONE_TO


def _tells_of_a_noun(tags: Sequence[str]) -> bool:
    """Return whether words told in a row tell of a noun behind them: your ageing, frail mother."""
    row = len(tags) == len(_ROW) and tags[1] == "," and tags[0] in _TELLING and tags[2] in _TELLING
    return row and tags[3] in (*NOUNS, "JJ", ",", "CC")


_ROW = ("ageing", ",", "frail", "mother")
_TELLING = frozenset({"JJ", "JJR", "VBG", "VBN", "NN"})


def _opens(sentence: Tagged, at: int) -> bool:
    """Return whether a clause may begin with the word."""
    low = sentence.low
    return (
        at == 0
        or low[at - 1] in _OPENING
        or low[at - 1] in (",", ";", "—", ":", '"')
        or low[at - 1] in ("think", "know", "hope")
    )


def _it(sentence: Tagged, at: int) -> str:
    """Return “its” for “it’s” before what is done to: “to develop it’s new harbour”, “the mayor of it’s capital”.

    Or before what does something: “it’s chairwoman would resign”.
    """
    low, tags = sentence.low, sentence.tags
    if low[at + 1] != "'s" or at + 3 >= len(low):
        return ""
    if _owns_a_subject(sentence, at):
        return "its"
    if at == 0:
        return ""
    takes = (
        tags[at - 1] in ("VB", "VBD", "VBN", "VBG")
        and low[at - 1] not in _THINKING | clause_words().saying | clause_words().asking
    )
    highest = low[at - 1] == "," and tags[at + 2] == "JJS"
    if not (takes or highest or low[at - 1] in ("of", "into", "from")):
        return ""
    head = at + 2
    while head < len(low) - 1 and tags[head] in ("JJ", "JJS", "NN", "CD", "VBN") and tags[head + 1] in _NAMED:
        head += 1
    if tags[head] not in ("NN", "NNS") or low[head] in ("time", "home", "fun", "all", "something", "everyone"):
        return ""
    return "its" if not _has_verb(sentence, range(at + 2, _segment(sentence, at).stop)) else ""


def _owns_a_subject(sentence: Tagged, at: int) -> bool:
    """Return whether an office and its verb stand behind “it’s”, which has a verb itself: it’s chairwoman would resign.

    Where a clause may be the subject it is not: why it’s news will be seen, the claim (that) it’s theft will be heard,
    to say it’s theft would be wrong.
    """
    low, tags = sentence.low, sentence.tags
    noun = at + 2
    while not is_an_office(low[noun]) and tags[noun] in _OF_AN_OFFICE and noun < min(at + 4, len(low) - 3):
        noun += 1
    if (
        not is_an_office(low[noun])
        or not sentence.words[noun].text.islower()
        or low[-1] == "?"
        or not acts(sentence, noun + 1)
    ):
        return False
    if at == 0:
        return True
    if _ASKED_OR_IF.intersection(low[:at]):
        return False
    if low[at - 1] in ("and", "but", ","):
        return _has_verb(sentence, range(at))
    told = at - 1 - (low[at - 1] == "that")
    while told > 0 and low[at - 1] == "that" and tags[told] in ("NNP", "IN", "CD"):  # said on Friday that
        told -= 1
    if told < 1 or tags[told] not in ("VBD", "VBZ", "VBP") or tags[told - 1] in ("DT", "PRP$", "JJ"):
        return False
    return "that" not in low[:told]


_OF_AN_OFFICE = frozenset({"JJ", "NN", "VBG"})


_ASKED_OR_IF = (
    _ASKED | _OPENING - {"that", "and", "but", "so", "as"} | {"until", "once", "whenever", "wherever", "though"}
)
_NAMED = frozenset({"JJ", "JJS", "NN", "NNS", "CD", "VBN"})
_THINKING = frozenset(
    {"think", "thinking", "mean", "means", "see", "seen", "saw", "tell", "told", "find", "found", "feel"}
    | {"felt", "bet", "guess", "ensure", "show", "shown", "prove", "proved", "assume", "realise", "realize"}
    | {"realised", "realized", "understand", "be", "hear", "heard", "like", "say", "saying", "learned", "learnt"}
    | {"forget", "remember", "admit", "suspect", "imagine", "so", "believe", "hope", "knowing", "hoping"}
    | {"feeling", "is", "was", "been", "being", "do", "did", "have", "had", "make"}
)


_BY_WORD: dict[str, Callable[[Tagged, int], str]] = {
    "where": _where,
    "were": _were,
    "then": _then,
    "than": _than,
    "lead": _lead,
    "it": _it,
    "affect": _affects,
    "affects": _affects,
    **dict.fromkeys(_CONTRACTED, _owner),
}
