"""Verbs that do not go with the head of their subject, whatever stands between: “the list of names were”."""

from collections.abc import Iterator

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS, Subject, left_edge, subject_of
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.verb_forms import BARE, PLURAL_OF, SINGULAR_OF, plural_of, singular_of
from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip
from desk.text.quotations import is_inside

RULE = "COPYDESK_SUBJECT_VERB"
SURE_OF_MANY = 0.9
SURE_OF_MANY_THAT_DO = 0.95
SURE_OF_ONE = 0.97
"""Of the subject's head; surer before other verbs than “be” and “have”, for those may be nouns. In 156,000 words of
news of 14 outlets 2 right verbs are told, 3 at 0.8 and 6 at 0.7; of 22 planted slips 18, 19 and 19."""
_NEVER = 2.0
_SHORTEST = 4
_OF_BE = PLURAL_OF.keys() | SINGULAR_OF.keys()
_QUOTES = frozenset("\"'“”‘’")
_JOINING = frozenset("CWVpQ:“”(),")
"""Signs of a path (`subjects.path`) behind which a singular head may be one of several, or no head at all."""
_APART = frozenset("Cp")
"""Of two things joined the nearer one may stand alone, and behind a pronoun another clause has ended."""
_MORE = frozenset({"and", "or"})
_ANY_NUMBER = frozenset({"some", "all", "any", "no", "these", "those", "both", "half"})
_TOLD = frozenset({"VBD", "VBP", "VBZ"})
_BARE_PLURAL = (("NN", "NNS"), ("NNS", "NNS"))
"""A plural behind a noun, with nothing to introduce it: what they do tells of that noun."""
_ROUND = frozenset({"about", "around", "over", "some"})
_LEADS = frozenset({"that", "because", "but"})


def slips(sentence: Tagged, heads: MappedWeights, quotations: tuple[tuple[int, int], ...] = ()) -> Iterator[Slip]:
    """Yield a slip on each form of a verb whose subject calls for the other number.

    People may say “there is two”: within `quotations` that is left to them.
    """
    for verb, low in enumerate(sentence.low):
        if _shows_number(low, sentence.tags[verb]) and not _is_told_of(sentence, verb):
            subject = subject_of(sentence.low, sentence.tags, verb, heads)
            noun = _odd_subject(sentence, verb, subject)
            word = sentence.words[verb]
            theirs = sentence.tags[subject.head] == "EX" and is_inside(quotations, word.start, word.end)
            if noun >= 0 and not theirs:
                yield _slip(sentence, verb, noun)


def _shows_number(low: str, tag: str) -> bool:
    if tag == "VBP" and low.endswith("s") and low not in _OF_BE and not low.endswith(("ss", "us")):
        return False  # misread: it ends as verbs of one do
    return (tag in FINITE and low in _OF_BE) or (tag in ("VBZ", "VBP") and low not in BARE)


def _is_told_of(sentence: Tagged, verb: int) -> bool:
    """Return whether a word read as a verb is what something is not: the items are often not products."""
    low, tags, before = sentence.low, sentence.tags, verb - 1
    while before > 0 and (tags[before] == "RB" or low[before] in ("not", "n't")):
        before -= 1
    return low[verb] not in _OF_BE and before < verb - 1 and low[before] in ("is", "are", "was", "were")


def _is_singular(low: str, tag: str) -> bool:
    return low in PLURAL_OF or (tag == "VBZ" and low not in SINGULAR_OF)


def _odd_subject(sentence: Tagged, verb: int, subject: Subject) -> int:
    """Return the noun that the verb does not go with; -1 for none."""
    head = subject.head
    if head < 0:
        return head
    if sentence.tags[head] == "EX":
        return _many_behind(sentence, verb)
    edge = left_edge(sentence.tags, head)
    if any(word.text in _QUOTES for word in sentence.words[edge:verb]):
        return -1
    if _is_singular(sentence.low[verb], sentence.tags[verb]):
        sure = SURE_OF_MANY if sentence.low[verb] in PLURAL_OF else _sure_before(sentence, verb, edge, subject)
        odd = sentence.tags[head] == "NNS" and subject.chance >= sure and _is_many(sentence, edge, subject)
    else:
        odd = sentence.tags[head] == "NN" and subject.chance >= SURE_OF_ONE and _is_one(sentence, edge, subject, verb)
    return head if odd else -1


def _sure_before(sentence: Tagged, verb: int, edge: int, subject: Subject) -> float:
    """Return how sure the head must be before a verb that may be a noun: the episode draws parallels."""
    low, doubtful = sentence.low[verb], not sentence.low[verb].endswith("s") or "," in subject.path
    compound = edge < subject.head and sentence.tags[subject.head - 1] in NOUNS and verb == subject.head + 1
    whose = verb == subject.head + 1 and _has_own_verb(sentence, verb + 1)
    return _NEVER if doubtful or compound or whose or len(low) < _SHORTEST else SURE_OF_MANY_THAT_DO


def _has_own_verb(sentence: Tagged, start: int) -> bool:
    """Return whether another verb follows in the same clause, so this one is a noun: the crops farmers grow."""
    for at in range(start, len(sentence.tags)):
        if sentence.tags[at] in FINITE:
            return True
        if sentence.tags[at] in _OTHER_CLAUSE or sentence.low[at] in clause_words().subordinates | _LEADS:
            return False
    return False


_OTHER_CLAUSE = frozenset({",", ".", ":", "CC", "WDT", "WP", "WRB", "PRP", "''"})


def _many_behind(sentence: Tagged, verb: int) -> int:
    """Return the plural that stands behind “there is”, -1 for none: a figure or “many” must say so."""
    low, tags, known = sentence.low, sentence.tags, clause_words()
    if low[verb] not in ("is", "was") or verb == 0 or low[verb - 1] != "there":
        return -1
    start = verb + 1
    while start < len(low) and (tags[start] == "RB" or low[start] in _ROUND):
        start += 1
    end = start
    while end < len(low) and tags[end] in ("CD", "JJ", "NN", "NNS"):
        end += 1
    if start == end or not (tags[start] == "CD" or low[start] in known.counted) or low[start] in ("one", "0", "1"):
        return -1
    return end - 1 if tags[end - 1] == "NNS" and _may_count(low[end - 1]) else -1


def _may_count(noun: str) -> bool:
    """Return whether a noun is a plural that cannot be taken for one thing."""
    known = clause_words()
    plural = noun.endswith(("s", "men", "people", "children"))
    return plural and noun not in known.no_plurals | known.measures | _OWNERS


_OWNERS = frozenset({"his", "hers", "its", "ours", "yours", "theirs"})
"""One or many: hers is the last shop."""


def _is_initials(sentence: Tagged, head: int) -> bool:
    """Return whether a plural is a name made of first letters; where all is in capitals nothing tells."""
    text = sentence.words[head].text
    return (
        len(text) > 1
        and text.isupper()
        and not all(word.text.isupper() for word in sentence.words[head + 1 : head + 2])
    )


def _is_many(sentence: Tagged, edge: int, subject: Subject) -> bool:
    """Return whether a plural cannot be meant as one: as a name, a sum, or part of what is done to it."""
    low, head = sentence.low, subject.head
    if (
        _APART.intersection(subject.path)
        or not _may_count(low[head])
        or (head and sentence.words[head].text[0].isupper())
        or _is_initials(sentence, head)
    ):
        return False
    if any(low[at].endswith("ing") and sentence.tags[at - 1] in NOUNS for at in range(edge + 1, head)):
        return False  # a law requiring checks is
    if low[edge] in clause_words().saying_on and edge < head:
        edge += 1
    if low[edge] == "least" and low[edge - 1 : edge] == ("at",):
        edge -= 1
    before = sentence.tags[edge - 1] if edge else ""
    if (edge and low[edge - 1] in clause_words().prepositions | _MORE) or (
        edge < head and low[edge] in clause_words().single
    ):
        return False
    if before in ("TO", "VB", "CD", "$") or (before == "VBG" and low[edge - 1] not in clause_words().saying_on):
        return False  # to raise taxes is, not raising taxes is
    if before in _TOLD and low[edge - 1] not in _OF_BE and sentence.tags[max(0, edge - 3) : edge - 1] in _BARE_PLURAL:
        return False  # a way boats reach the islands of the north is
    if edge < head and before not in ("DT", "PRP$") and low[edge].endswith("ing"):
        return False  # raising taxes is
    return not clause_words().one_of.intersection(low[max(0, edge - 4) : head])


def _is_one(sentence: Tagged, edge: int, subject: Subject, verb: int) -> bool:
    """Return whether a singular with a phrase behind it cannot be meant as many."""
    low, tags, head, known = sentence.low, sentence.tags, subject.head, clause_words()
    if low[head] in known.groups or low[head].endswith("s") or sentence.words[head].text[0].isupper():
        return False
    if not subject.path.startswith("<") or _JOINING.intersection(subject.path) or "NNS" in tags[edge:head]:
        return False  # the candidates heading into the vote are
    if tags[edge] not in ("DT", "PRP$") or low[edge] in _ANY_NUMBER:
        return False
    if edge and tags[edge - 1] in ("IN", "TO", "CC", "CD", "POS", "$") and low[edge - 1] not in _LEADS:
        return False
    if low[verb] == "were" and known.wishes.intersection(low[:edge]):
        return False
    return not _MORE.intersection(low[edge:verb])


def _slip(sentence: Tagged, verb: int, noun: int) -> Slip:
    word, rest = sentence.words[verb], ""
    end = word.end
    if sentence.low[verb + 1 : verb + 2] == ("n't",):
        rest, end = sentence.words[verb + 1].text, sentence.words[verb + 1].end
    low = sentence.low[verb]
    meant = (plural_of(low) if _is_singular(low, sentence.tags[verb]) else singular_of(low)) + rest
    message = f"“{sentence.words[noun].text}” goes with “{meant}”."
    return Slip(RULE, word.start, end, message, (meant,), "COPYDESK_CLAUSES", "grammar")
