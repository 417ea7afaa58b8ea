"""Words in whose place only another one can stand: “traces, of they grow”, “among they old”, “Jones bad broken”."""

from collections.abc import Callable, Iterator

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.odds.model import LanguageModel, language_model
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_OUT_OF_PLACE"
_NEVER_BEFORE_WHO = frozenset(
    {"of", "in", "at", "by", "from", "with", "into", "among", "between", "against", "under", "near", "through"}
    | {"during", "without", "within", "upon", "across", "amid", "towards", "toward"}
)
_WHO = frozenset({"he", "she", "they", "we", "i"})
_TURNED = frozenset(
    {"nor", "neither", "only", "so", "never", "how", "what", "where", "why", "who", "when", "that", "which", "whatever"}
    | {"not", "as", "than", "whether", "if", "had", "or"}
)
"""Behind them a subject may follow its verb: nor were they."""
_TIMES = frozenset(
    {"month", "week", "year", "day", "night", "time", "point", "kind", "way", "morning", "afternoon", "evening"}
    | {"summer", "moment", "season"}
)
_CLAUSE_HEADS = frozenset({"that", "and", "but", "because", "although", "though"})
_ONCE = frozenset({"previously", "already", "never", "also", "earlier", "always", "recently", "repeatedly", "once"})
_QUOTES = frozenset({'"', "''", "”"})
_SAY = {"sad": "said", "siad": "said", "sais": "said", "aid": "said"}
_MANY = frozenset({"these", "those", "many", "several", "few", "two", "three", "four", "five", "six", "seven", "eight"})
_HEAPS = frozenset({"numbers", "hundreds", "thousands", "dozens", "scores", "millions", "tens"})

Found = tuple[str, ...] | None


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each word that cannot stand where it does, with the word that its place calls for."""
    model = language_model()
    for at in range(len(sentence.low) - 1):
        finders = _BY_WORD.get(sentence.low[at], _BY_ENDING if sentence.low[at].endswith("ence") else ())
        for find in finders:
            meant = find(sentence, at, model)
            if meant:
                yield _slip(sentence, at, meant)
                break


def _slip(sentence: Tagged, at: int, meant: tuple[str, ...]) -> Slip:
    word = sentence.words[at]
    if word.text[0].isupper():
        meant = tuple(one[0].upper() + one[1:] for one in meant)
    message = f"“{word.text}” cannot stand here: is “{meant[0]}” meant?"
    return Slip(RULE, word.start, word.end, message, meant, "COPYDESK_CLAUSES", "grammar")


def _than(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “than” where nothing is compared: “a rating than September”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or sentence.words[at].text != "than" or tags[at - 1][:1] not in ("N", ","):
        return None
    if low[at - 1] in ("choice", "alternative", "option"):
        return None
    if clause_words().compares.intersection(low[:at]) or {"JJR", "RBR"}.intersection(tags[:at]):
        return None
    if model is None or any(_is_comparative(word, model) for word in low[:at]):
        return None
    return ("that", "then") if tags[at + 1] in NOUNS else None


def _is_comparative(word: str, model: LanguageModel) -> bool:
    """Return whether a word compares though no class says so: “far kinder to”."""
    bare = word[:-2]
    return word.endswith("er") and model.knows(bare) and model.chance(bare, "very") - model.chance(bare) > _VERY


_VERY = 0.5
"""Natural logarithm: by how much “very” calls for what a comparative is made of."""


def _who(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by a subject behind a preposition, and by one that is followed by a noun of the verb."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or at + 2 >= len(low) or low[at + 1] in clause_words().auxiliaries or not low[at + 1].isalpha():
        return None
    if low[at - 1] in _NEVER_BEFORE_WHO and tags[at - 1] == "IN" and model is not None:
        behind = low[at + 1]
        gain = model.chance(behind, "the") - model.chance(behind, low[at])
        if low[at - 1] not in _NEVER_LAST and (at < 2 or tags[at - 2] not in NOUNS):  # the town he grew up in they love
            return None
        # before a noun it is told by impossible_pairs.py
        return ("the",) if gain > _THE_GAINS and tags[at + 1] in ("VB", "VBP", "VBN", "VBG") else None
    if low[at - 1] in ("is", "was") and low[at] == "he" and low[-1] != "?" and not _TURNED.intersection(low[:at]):
        head = at + 1
        while tags[head] == "JJ":
            head += 1
        if at > 1 and tags[head] == "NN" and tags[head + 1] in ("IN", "."):
            return ("the",)
    return None


_NEVER_LAST = frozenset({"among", "between", "during", "without", "within", "upon", "amid", "towards", "toward"})
_THE_GAINS = 2.0
"""Natural logarithm: by how much likelier the word behind must be behind “the”."""


def _of(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “of” before a clause: “traces, of they grow above”."""
    low, tags = sentence.low, sentence.tags
    opens = at == 0 or low[at - 1] in (",", "—")
    is_clause = low[at + 1] in _WHO and at + 2 < len(tags) and tags[at + 2] in FINITE
    return ("if",) if opens and is_clause else None


def _how(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “how” before a verb of its own: “37 percent how say the same”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or tags[at + 1] not in FINITE | {"VB"} or low[at + 1] in clause_words().auxiliaries:
        return None
    if tags[at - 1] == "NNS":  # told sailors how fares rise
        return ("who",) if low[at + 1] in ("say", "said") else None
    return ("who",) if tags[at - 1] == "CD" or low[at - 1] in ("percent", "cent", "%", "one") else None


def _had(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “bad” and “hand” between a name and what it had done: “Jones bad broken the rules”."""
    low, tags = sentence.low, sentence.tags
    if at == 0 or not sentence.words[at].text.islower() or (tags[at - 1] not in ("NNP", "PRP") and low[at - 1] != ","):
        return None
    first = at - 1
    while first > 0 and tags[first] == "NNP":
        first -= 1
    if tags[first] in ("DT", "PRP$", "IN", "CD", "POS", "JJ"):  # the Rodin hand given to the town
        return None
    once = low[at + 1] in _ONCE
    done = at + 1 + once
    if done >= len(low) or (low[at] == "hand" and not once):
        return None
    if low[at - 1] == ",":  # Holm, hand already raised, said
        return ("had",) if once and low[done] in clause_words().saying else None
    return ("had",) if low[done] in clause_words().done or (once and tags[done] in ("VBN", "VBD")) else None


def _hat(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “earlier hat month”."""
    free = at > 0 and sentence.low[at - 1] in ("earlier", "later") and sentence.words[at].text.islower()
    return ("that",) if free and sentence.low[at + 1] in _TIMES else None


def _form(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “form” behind the name of one person: “John Holm form the board says”."""
    low, tags = sentence.low, sentence.tags
    if at < 2 or tags[at - 2 : at] not in (("NNP", "NNP"), ["NNP", "NNP"]) or low[at + 1] not in ("the", "a"):
        return None
    joined = {"and", "&", ","}.intersection(low[max(0, at - 6) : at])
    helped = at > 2 and tags[at - 3] not in (",", "IN", "''")  # helped John Holm form the board
    if joined or helped or low[at - 1].endswith("s"):
        return None
    return ("from",) if _has_verb(sentence, at + 2) else None


def _has_verb(sentence: Tagged, start: int) -> bool:
    """Return whether a verb follows with nothing but one noun and what tells of it between."""
    tags = sentence.tags
    verb = start
    while verb < len(tags) and tags[verb] in ("JJ", "NN", "NNP"):
        verb += 1
    return verb > start and tags[verb : verb + 1] in (("VBZ",), ("VBD",))


def _in(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “in” before a verb with nothing to do it: “say that in violates the act”."""
    low, tags = sentence.low, sentence.tags
    if at < 1 or low[at - 1] not in _CLAUSE_HEADS or tags[at + 1] != "VBZ" or any(tag[:1] == "W" for tag in tags):
        return None
    if low[at - 1] in ("and", "but") and low[at + 1] not in ("is", "has"):  # and in comes the ferry
        return None
    return ("it", "one") if low[at] == "on" else ("it",)


def _said(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “sad” where somebody says: ”, she sad.”, “,” sad the mayor”."""
    low, tags = sentence.low, sentence.tags
    meant = (_SAY[low[at]],)
    if at < 2:
        return meant if at == 1 and low[0] in ("he", "she") and low[at + 1] in _BEHIND_SAID else None
    if low[at - 1] in _QUOTES and low[at - 2] in _ENDS_SPEECH and not sentence.words[at - 1].spaced:
        return meant if low[at] != "aid" and tags[at + 1] in ("NNP", "DT") else None
    if low[at - 1] in ("he", "she") and low[at - 2] not in clause_words().auxiliaries:  # was he sad that it ended?
        spoke = low[at - 2] in _QUOTES and low[at - 3] in _ENDS_SPEECH
        return meant if spoke or low[at + 1] in _BEHIND_SAID else None
    return meant if low[at] != "aid" and low[at + 1] == ":" and _is_subject(sentence, at) else None


_BEHIND_SAID = frozenset({"that", ",", ":"})
_ENDS_SPEECH = frozenset({",", "?", "!", "."})


def _is_subject(sentence: Tagged, at: int) -> bool:
    """Return whether a name before a place begins its clause; it left Holm sad."""
    first = at
    while first > 0 and sentence.tags[first - 1] == "NNP":
        first -= 1
    return first < at and (first == 0 or sentence.low[first - 1] == ",")


def _and(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “and” between a preposition and what it goes with: “threat of and exotic pest”."""
    low, tags = sentence.low, sentence.tags
    if at < 2 or low[at - 1] not in ("of", "with", "from", "by", "as") or tags[at - 2] not in NOUNS:
        return None
    behind = tags[at + 1 : at + 5]
    if low[at + 1][:1] not in "aeiou" or tags[at + 1] not in ("JJ", "NN") or "IN" in behind or "TO" in behind:
        return None
    # threat of and actual violence
    gain = model.chance(low[at + 1], "an") - model.chance(low[at + 1], "and") if model is not None else 0.0
    return ("an",) if gain > _AN_GAINS and low[at + 1] not in _REAL else None


_REAL = frozenset(
    {"actual", "actually", "alleged", "apparent", "attempted", "eventual", "existing", "ongoing", "outright"}
)
_AN_GAINS = 3.0
"""Natural logarithm: by how much likelier the word behind must be behind “an”."""


def _there(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “there” between a verb and what it is done to: “rivers burst there banks”."""
    low, tags = sentence.low, sentence.tags
    if (
        at == 0
        or tags[at - 1] not in ("VB", "VBD", "VBN", "VBG", "VBP", "VBZ")
        or low[at - 1] in clause_words().staying
        or model is None
    ):
        return None
    behind = low[at + 1]
    if tags[at + 1] not in ("NNS", "NN") or behind in clause_words().moments or not model.knows(behind):
        return None
    goes = tags[at + 2 : at + 3]
    verb = low[at - 1]
    gain = model.chance(behind, "their", verb) - model.chance(behind, "there", verb)
    gain += model.chance("their", verb) - model.chance("there", verb)
    return ("their",) if gain > _THEIR_GAINS and not (goes and goes[0] in FINITE) else None


_THEIR_GAINS = 3.0
"""Natural logarithm: by how much likelier both the words must be with “their”."""


def _weather(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by “weather” before a clause: “and weather Trump has obstructed”."""
    low, tags = sentence.low, sentence.tags
    asks = at > 0 and (
        low[at - 1] in clause_words().asking or (tags[at - 1] == "CC" and {"if", "whether"}.intersection(low[:at]))
    )
    if not asks:
        return None
    verb = at + 1
    if tags[verb] not in ("DT", "NNP", "PRP", "PRP$", "EX"):  # they know weather forecasters are wrong
        return None
    while verb < min(len(tags), at + 6) and tags[verb] in ("DT", "NNP", "NN", "NNS", "PRP", "JJ", "PRP$", "EX"):
        verb += 1
    if NOUNS.issuperset(tags[verb - 2 : verb]) and tags[verb - 1] != "NNP":  # weather the ferry meets
        return None
    while verb < len(tags) and tags[verb] in _OF_VERBS:
        verb += 1
    # weather the storm brought, weather the town has seen before
    complete = tags[verb : verb + 1] in _DONE_TO and tags[verb - 1] in _OF_VERBS
    return ("whether",) if complete and not FINITE.intersection(tags[verb:]) else None


_OF_VERBS = FINITE | {"VB", "VBN", "VBG", "RB"}
_DONE_TO = (("DT",), ("PRP$",), ("PRP",), ("NNP",), ("JJ",), ("NNS",))


def _persons(sentence: Tagged, at: int, model: LanguageModel | None) -> Found:
    """Return what is meant by a quality where several persons are: “large numbers of patience”."""
    low = sentence.low
    many = f"{low[at][:-2]}ts"
    counted = at > 0 and (low[at - 1] in _MANY or (low[at - 1] == "of" and at > 1 and low[at - 2] in _HEAPS))
    if not counted or model is None or not model.knows(many) or sentence.tags[at + 1] in ("NNS", "NN", "-", "POS"):
        return None
    return (many,) if model.chance(many, "the") > _IN_USE else None


_IN_USE = -10.0

_Finder = Callable[[Tagged, int, LanguageModel | None], Found]
_BY_WORD: dict[str, tuple[_Finder, ...]] = {
    "than": (_than,),
    "they": (_who,),
    "he": (_who,),
    "of": (_of,),
    "how": (_how,),
    "bad": (_had,),
    "hand": (_had,),
    "hat": (_hat, _had),
    "form": (_form,),
    "in": (_in,),
    "on": (_in,),
    **dict.fromkeys(_SAY, (_said,)),
    "and": (_and,),
    "there": (_there,),
    "weather": (_weather,),
}
_BY_ENDING: tuple[_Finder, ...] = (_persons,)
