"""Verbs of relative clauses against what these are about: “the train, which were late”, “the camps that was built”.

Only what stands directly before “who”, “which” or “that” is looked at, and only forms of “be” and “have”.
"""

from collections.abc import Iterator

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS, left_edge
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.verb_forms import PLURAL_OF, SINGULAR_OF
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip

RULE = "COPYDESK_SUBJECT_VERB"
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PLURAL_OF = {one: PLURAL_OF[one] for one in ("is", "was", "has")}
_ONE = frozenset(
    {"a", "an", "the", "this", "every", "each", "another", "his", "her", "its", "their", "our", "my", "your"}
)
_NO_SUBJECT = frozenset({"IN", "TO", "CC", ",", "CD", "$", "POS", ":", "-LRB-"})
"""Before a phrase they say that it may be one of several, or a part of what is meant."""
_OTHERS = frozenset({"NNS", "NNPS", "CC", "CD", ","})
"""Before a phrase behind a preposition: the boats in the harbour that were sold."""
_FARTHEST, _NEAR = 10, 4
_SEVERAL_BEFORE = frozenset(
    {
        "those",
        "these",
        "all",
        "both",
        "many",
        "most",
        "few",
        "several",
        "some",
        "half",
        "others",
        "everyone",
        "everybody",
    }
    | {"dozens", "scores", "hundreds", "thousands", "couple", "pair", "group", "rest", "majority", "number", "none"}
)
"""Before a phrase they say who is meant: those in the room, who were told."""
_NEVER_ONE = frozenset(
    {"aircraft", "spacecraft", "hovercraft", "watercraft", "rotorcraft", "craft", "offspring", "deer", "sheep", "elk"}
    | {"moose", "bison", "fish", "shellfish", "salmon", "trout", "cod", "tuna", "squid", "grouse", "shrimp", "quail"}
    | {"elite", "youth", "orchestra", "choir", "couple", "press", "infantry", "electorate", "workforce", "nobility"}
    | {"aristocracy", "peasantry", "proletariat", "bourgeoisie", "intelligentsia", "congregation", "committee", "brass"}
    | {
        "livestock",
        "cattle",
        "poultry",
        "vermin",
        "counsel",
        "ensemble",
        "quintet",
        "sextet",
        "contingent",
        "delegation",
    }
    | {"underclass", "minority", "majority", "priesthood", "chorus", "personnel", "folk", "kin"}
)
"""Written as one, and several as often: the aircraft that were hit, the orchestra, who are based in Hull."""
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "something"})
_ADVERBS = frozenset({"RB"})
_ASIDE = frozenset({",", ".", "--", "-", "—", ":"})
_ASKED = 8
"""Words before “who” in which somebody may ask: told the men who was to blame."""
_TOLD = frozenset(
    {
        "told",
        "tell",
        "tells",
        "telling",
        "asked",
        "ask",
        "asks",
        "asking",
        "showed",
        "show",
        "shows",
        "reminded",
        "warned",
    }
    | {"assured", "informed", "convinced", "persuaded", "promised", "advised", "taught", "notified", "reminds", "warns"}
    | {
        "know",
        "knows",
        "knew",
        "wonder",
        "wonders",
        "wondered",
        "see",
        "matter",
        "matters",
        "reassured",
        "remind",
        "warn",
    }
)
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})


def slips(sentence: Tagged) -> Iterator[Slip]:
    """Yield a slip on each form of “be” or “have” whose relative word is about another number."""
    low = sentence.low
    for at in range(1, len(low) - 2):
        if low[at] in _RELATIVE and sentence.words[at].text.islower():
            slip = _of_clause(sentence, at)
            if slip is not None:
                yield slip


def _of_clause(sentence: Tagged, at: int) -> Slip | None:
    low, tags = sentence.low, sentence.tags
    verb = at + 1
    while verb < len(low) - 2 and tags[verb] in _ADVERBS and low[verb] != "n't":
        verb += 1
    if low[at - 1] == "of":
        return _of_several(sentence, at)
    head = at - 1 - (low[at - 1] == ",")
    if low[verb : verb + 3] == ("is", "to", "say"):
        return None
    if head < 0 or low[verb + 1] in _ASIDE or not sentence.words[verb].text.islower() or _asks(sentence, head):
        return None
    if low[verb] in _PLURAL_OF:
        odd = _are_many(sentence, head, at)
        meant = _PLURAL_OF[low[verb]]
    elif low[verb] in SINGULAR_OF:
        odd = _is_one(sentence, head, at)
        meant = SINGULAR_OF[low[verb]]
    else:
        return None
    return _slip(sentence, verb, head, meant) if odd else None


def _of_several(sentence: Tagged, at: int) -> Slip | None:
    """Return the slip on “two ships, both of which was lost”."""
    low = sentence.low
    meant = _PLURAL_OF.get(low[at + 1], "")
    several = at > 2 and low[at - 2] in _SEVERAL and low[at - 3] == "," and low[at] in ("which", "whom")
    return _slip(sentence, at + 1, at - 2, meant) if several and meant else None


_SEVERAL = frozenset({"both", "many", "several", "few"})


def _asks(sentence: Tagged, head: int) -> bool:
    """Return whether somebody asks or tells before the phrase: told reporters that was wrong."""
    near = sentence.low[max(0, head - _ASKED) : head]
    return bool(_TOLD.intersection(near) or clause_words().asking.intersection(near))


def _are_many(sentence: Tagged, head: int, at: int) -> bool:
    """Return whether several stand before the relative word, which cannot be about all that was said before."""
    low, tags, known = sentence.low, sentence.tags, clause_words()
    if head != at - 1 and low[at] != "who":  # he reigned fifteen years, which is little
        return False
    if low[head] == "those" and low[at] == "who":
        return not known.one_of.intersection(low[max(0, head - 3) : head]) and tags[head + 2] != "CC"
    if tags[head] != "NNS" or low[head] in known.no_plurals | known.measures or sentence.words[head].text[0].isupper():
        return False
    if not low[head].endswith(("s", "men", "people", "children")):
        return False
    edge = left_edge(tags, head)
    if _has_one_before(sentence, edge, head):
        return False
    if known.one_of.intersection(low[max(0, edge - 4) : head]) or (edge and tags[edge - 1] in ("CC", "CD", "$", ",")):
        return False  # one of the men who was hurt
    if known.single.intersection(low[edge:head]) or {"only", "kind", "sort", "type"}.intersection(
        low[max(0, edge - 4) : head]
    ):
        return False
    if low[at] == "that":
        return _is_about(sentence, edge, at)
    return not (edge and tags[edge - 1] == "IN" and low[at] == "which")


def _has_one_before(sentence: Tagged, edge: int, head: int) -> bool:
    """Return whether the clause may be about somebody or something named before the phrase, with no verb between.

    A mother of three girls who was shot, a cache of weapons that was hidden, a man carrying tools who was seen.
    """
    low, tags = sentence.low, sentence.tags
    begin = next((nth for nth in range(head, edge, -1) if tags[nth - 1] in ("VBG", "VBN")), edge)
    for nth in range(begin - 1, -1, -1):
        if tags[nth] in NOUNS:
            return True
        if tags[nth] in FINITE:
            shot = tags[nth] == "VBD" and low[nth + 1] == "by" and nth > 0 and low[nth] not in SINGULAR_OF
            return shot and tags[nth - 1] in ("NN", "NNP") and low[nth] not in PLURAL_OF
    return False


def _is_about(sentence: Tagged, edge: int, at: int) -> bool:
    """Return whether “that” begins a clause about the phrase: behind a fronted one it may be a subject of its own.

    In many villages that is enough; they said the roads that was built.
    """
    low, tags = sentence.low, sentence.tags
    if clause_words().saying.intersection(low[max(0, edge - _NEAR) : edge]):
        return False
    if edge == 0 or tags[edge - 1] in ("VB", "VBD", "VBZ", "VBG"):
        return True
    verb = any(tag in FINITE for tag in tags[:edge])
    return verb and any(tags[nth] in ("VBN", "VBG") for nth in range(at + 2, min(at + 5, len(tags))))


def _is_one(sentence: Tagged, head: int, at: int) -> bool:
    """Return whether one thing alone stands before the relative word, and no other phrase that it may be about."""
    low, tags, known = sentence.low, sentence.tags, clause_words()
    if low[head] in _SOMEBODY:
        return head == 0 or tags[head - 1] not in ("DT", "JJ", "CD", "JJS")
    if tags[head] != "NN" or low[head] in known.groups or low[head].endswith("s"):
        return False
    edge = left_edge(tags, head)
    if low[edge] not in _ONE or "NNS" in tags[edge:head] or known.groups.intersection(low[edge:head]):
        return False
    if low[head] in _NEVER_ONE or (edge and low[edge - 1] in ("not", "than")):
        return False
    if sentence.words[head].text[0].isupper() or (low[at + 1] == "were" and known.wishes.intersection(low[:edge])):
        return False
    before = range(max(0, edge - _FARTHEST), edge)
    if edge and (tags[edge - 1] in ("IN", "TO") or head != at - 1):  # the boats in the harbour, those on it, who were
        several = any(tags[nth] in _OTHERS or low[nth] in _SEVERAL_BEFORE | known.groups for nth in before)
        told_of = edge > 1 and low[edge - 1] == "of" and tags[edge - 2] in _TELLS  # spoke of a man who were
        if not told_of and (several or (low[edge - 1] == "of" and not _is_of_one(sentence, edge - 1))):
            return False
    return not (edge and tags[edge - 1] in _NO_SUBJECT - {"IN", "TO"} | NOUNS)


def _is_of_one(sentence: Tagged, of: int) -> bool:
    """Return whether one thing stands before “of”: the friend of a man who were."""
    low, tags = sentence.low, sentence.tags
    return of > 1 and tags[of - 1] == "NN" and low[left_edge(tags, of - 1)] in _ONE and not low[of - 1].endswith("s")


_TELLS = frozenset({"VBD", "VBZ", "VBP", "VB"})


def _slip(sentence: Tagged, verb: int, head: int, meant: str) -> Slip:
    word, end, rest = sentence.words[verb], sentence.words[verb].end, ""
    if sentence.low[verb + 1 : verb + 2] == ("n't",):
        rest, end = sentence.words[verb + 1].text, sentence.words[verb + 1].end
    message = f"“{sentence.words[head].text}” goes with “{meant}{rest}”."
    return Slip(RULE, word.start, end, message, (meant + rest,), "COPYDESK_CLAUSES", "grammar")
