"""Verbs in a form that their auxiliary, or a “to”, does not take: “needs to passes”, “has went”, “was decide by”."""

import re
from collections.abc import Iterator

from desk.checks.grammar.clauses.cuts import is_strength
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.verb_forms import PLURAL_OF, base_of, gerund_of, participle_of
from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.odds.model import language_model
from desk.checks.grammar.reading import Slip
from desk.text.quotations import is_inside

RULE = "COPYDESK_VERB_FORM"
_HAVE = frozenset({"have", "has", "had", "'ve", "having"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'re"})
_DO = frozenset({"did", "does", "do", "done"})
_OF_BE = frozenset({"is", "are", "was", "were", "has", "had"})
_NOT = frozenset({"not", "n't"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall", "wo", "ca"})
_BETWEEN = 2
"""Words at most that may part a verb from its auxiliary: not, and an adverb."""
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
_ADJECTIVES = frozenset({"broke"})
_BARE = frozenset({"VB", "VBN"})
_NOUNS_TOO = frozenset({"NN", "JJ"})
_NOUNS_BEHIND = frozenset({"NN", "NNS", "NNP", "NNPS", "POS"})
_OF_ITS_OWN = re.compile(r"(?:[^aeiouy]*ing|\w*eed|[^aeiou]*ed|\w*(?:ss|us|is))")
"""Base forms that end as others do: bring, need, pass."""
_INFLECTED = re.compile(r"\w+(?:ing|ed|s)")
_SHORTEST = 4


def slips(sentence: Tagged, classes: MappedWeights, quotations: tuple[tuple[int, int], ...]) -> Iterator[Slip]:
    """Yield a slip on each verb whose form is not the one that goes with the word before it."""
    for verb in range(1, len(sentence.low)):
        word, lead = sentence.words[verb], _lead(sentence, verb)
        meant = _meant(sentence, lead, verb, classes) if word.text.islower() else ()
        spoken = sentence.low[lead] in _HAVE and is_inside(quotations, word.start, word.end)
        if meant and not spoken:  # “I should have went” may be how somebody talks
            forms = " or ".join(f"“{form}”" for form in meant)
            message = f"Behind “{sentence.words[lead].text}” the verb is {forms}."
            yield Slip(RULE, word.start, word.end, message, meant, "COPYDESK_CLAUSES", "grammar")


def _lead(sentence: Tagged, verb: int) -> int:
    """Return the word before a verb that its form hangs on, across adverbs."""
    lead = verb - 1
    while lead > 0 and verb - lead <= _BETWEEN and (sentence.tags[lead] == "RB" or sentence.low[lead] in _NOT):
        lead -= 1
    return lead


def _meant(sentence: Tagged, lead: int, verb: int, classes: MappedWeights) -> tuple[str, ...]:
    """Return the forms that the word before a verb calls for, the likeliest first; none where it stands right."""
    low, before = sentence.low[verb], sentence.low[lead]
    if before in _HAVE or before in _BE:
        irregular = clause_words().pasts.get(low)
        if irregular is None:
            return _participle(sentence, lead, verb, classes)
        return () if before in _BE and low in _ADJECTIVES else _of_one(_past(sentence, verb, irregular[1]))
    named = sentence.tags[verb] == "NNS" and _brings_a_verb(sentence, lead, verb)
    if not named and (sentence.tags[verb] not in _VERBS or not _calls_for_base(sentence, lead, verb)):
        return ()
    if low not in clause_words().pasts and (_OF_ITS_OWN.fullmatch(low) or not _INFLECTED.fullmatch(low)):
        return ()
    return _of_one(base_of(low, classes))


def _of_one(form: str) -> tuple[str, ...]:
    return (form,) if form else ()


def _past(sentence: Tagged, verb: int, participle: str) -> str:
    """Return the participle for a past form: “has went”; nothing where it may be a noun: “has saw blades”."""
    low, behind = sentence.low, sentence.tags[verb + 1] if verb + 1 < len(sentence.low) else ""
    return "" if low[verb] in clause_words().past_nouns and behind in _NOUNS_BEHIND else participle


def _participle(sentence: Tagged, lead: int, verb: int, classes: MappedWeights) -> tuple[str, ...]:
    """Return the right forms for a base form: “was decide by”, “has been blight by”, “videos are circulate”."""
    low, tag = sentence.low[verb], sentence.tags[verb]
    if len(low) < _SHORTEST or not low.isalpha() or low.endswith(("ed", "en", "s", "ing")):
        return ()
    if (
        low in clause_words().participles
        or (low in clause_words().manners and sentence.low[verb + 1 : verb + 2] != ("by",))
        or _DO.intersection(sentence.low[:lead])
        or sentence.tags[lead - 1 : lead] == ("EX",)
    ):
        return ()  # it was prompt, what it will do is look, there is not just smoke
    behind = sentence.low[verb + 1] if verb + 1 < len(sentence.low) else ""
    in_be = sentence.low[lead] in _BE
    if _may_be_a_noun(sentence, lead, verb, behind) or (in_be and _tells_of_what_follows(sentence, verb)):
        return ()
    gain, meant = _likeliest(sentence, verb, lead, classes)
    if tag in _BARE or (tag in _NOUNS_TOO and in_be and behind in ("by", "to")):
        return meant if gain >= _BETTER or not in_be else ()  # it was broadcast live
    tells = tag in _NOUNS_TOO and lead == verb - 1
    return meant if tells and gain > _IS_DONE else ()


_BETTER = 1.0
"""Natural logarithm: “the trick is keep calm” has .1, “which was lose by one” 1.9."""
_NAMED = frozenset({"NN", "NNS"})


def _tells_of_what_follows(sentence: Tagged, verb: int) -> bool:
    """Return whether a bare form belongs to a noun or a pair: rescue officials, stand alone shops, make or break."""
    tags = sentence.tags[verb + 1 : verb + 3]
    if sentence.low[verb + 1 : verb + 2] in (("and",), ("or",)):
        return tags[1:] in (("VB",), ("VBP",))
    return bool(tags) and (tags[0] in _NAMED or (tags[0] in ("JJ", "RB") and tags[1:] in (("NN",), ("NNS",))))


def _likeliest(sentence: Tagged, verb: int, lead: int, classes: MappedWeights) -> tuple[float, tuple[str, ...]]:
    """Return how much better its neighbours like another form of a bare verb, and which: both where they like both."""
    low, in_be = sentence.low[verb], sentence.low[lead] in _BE
    done = participle_of(low, classes)
    is_done = done and "by" in sentence.low[verb + 1 : verb + 3]  # find by, take up by
    has_object = sentence.tags[verb + 1 : verb + 2] in _OBJECTS  # she was holding his hand
    forms = (done, "" if is_done or not in_be else gerund_of(low, classes))
    known = sorted(((_gain(sentence, verb, form), form) for form in forms if form), reverse=True)
    most = known[0][0] if known else 0.0
    least = most if has_object else max(_BETTER, most - _AS_LIKELY)
    return most, tuple(form for gain, form in known if form == known[0][1] or gain >= least)


_OBJECTS = (("DT",), ("PRP",), ("PRP$",))
_AS_LIKELY = 3.0
"""Natural logarithm: of “the men were drive to” the neighbours like “driving” (3.5) and “driven” (2.9)."""


def _may_be_a_noun(sentence: Tagged, lead: int, verb: int, behind: str) -> bool:
    """Return whether a bare form behind “be” or “have” may be a noun: their only hope was release, it has claim to."""
    low, tags = sentence.low, sentence.tags
    if low[lead] in _HAVE:
        return tags[verb] in _NOUNS_TOO and behind != "by" and behind not in clause_words().moments
    if low[lead - 1 : lead] in (("it",), ("this",), ("that",)) or _WHOLE.intersection(low[:lead]):
        return True
    if low[verb] in clause_words().roles and behind in ("to", "at", "for", "of", "with"):
        return True
    return bool(clause_words().told_as_nouns.intersection(low[:lead]))


_WHOLE = frozenset({"what", "all", "everything", "nothing", "something", "anything", "whatever"})
"""They may begin what is said to be something: what they wanted was release."""


def _gain(sentence: Tagged, verb: int, meant: str) -> float:
    """Return how much likelier a participle is than the noun in its place, a natural logarithm; 0 without a model."""
    low, model = sentence.low, language_model()
    if model is None or not (model.knows(low[verb]) and model.knows(meant)):
        return 0.0
    before, earlier = low[verb - 1], low[verb - 2] if verb > 1 else ""
    after = low[verb + 1] if verb + 1 < len(low) and low[verb + 1].isalpha() else ""
    if not after and before in _HAVE:  # he had promise
        return 0.0

    def chance(word: str) -> float:
        return model.chance(word, before, earlier) + (model.chance(after, word, before) if after else 0.0)

    return chance(meant) - chance(low[verb])


_IS_DONE = 3.5
"""Natural logarithm: “which was publish in” has 11.9, “letters was support by” 7.9. Of nouns behind “have” and “be” in
173,000 words of news the highest right one has 2.3, without the outlets of any of five folds 2.3 or .9: no alarm there
at 3.5; of 498 verbs behind “be” that were planted in their bare form 48 in 100 are told."""


def _calls_for_base(sentence: Tagged, lead: int, verb: int) -> bool:
    low, tags = sentence.low, sentence.tags
    if low[lead] == "to":
        if lead == verb - 1 and lead > 0 and _brings(sentence, lead - 1):
            return tags[verb] != "VBN" or not _has_noun_behind(sentence, verb)
        if low[verb].endswith("ing"):
            return lead == verb - 1 and lead > 0 and low[lead - 1] in clause_words().infinitives
        if low[verb].endswith("ed") and _has_noun_behind(sentence, verb):  # they agreed to reduced fares
            return False
        return tags[lead] == "TO" and tags[verb] != "VBN" and _goes_on(sentence, verb)
    if low[lead] in _DO:  # those who don’t has only grown, what it did then was
        return (
            _NOT.intersection(low[lead + 1 : verb]) != frozenset() and tags[verb] != "VBG" and low[verb] not in _OF_BE
        )
    if low[lead] == "might" and lead and is_strength(low, tags, lead):
        return False
    goes_on = "as" in low[:lead] or "than" in low[:lead]  # paying as early as you can means
    return low[lead] in _MODALS and tags[lead] == "MD" and sentence.words[lead].text.islower() and not goes_on


def _brings(sentence: Tagged, at: int) -> bool:
    """Return whether what stands before “to” brings a verb and nothing else: decided to, is able to."""
    low, tags = sentence.low, sentence.tags
    return low[at] in _WILLING or (
        low[at] in clause_words().infinitives and tags[at][:2] == "VB" and low[at] not in _NEARER
    )


_WILLING = frozenset({"able", "unable", "supposed", "willing", "eager", "ready"})
_NEARER = frozenset({"allow", "allowed", "needs", "need", "struggle", "struggled", "struggles", "wishes", "hopes"})
"""Behind them “to” may lead somewhere: allowed to supervised rooms."""


def _has_noun_behind(sentence: Tagged, verb: int) -> bool:
    """Return whether a participle tells of a noun behind it: returned to abandoned farms."""
    return sentence.tags[verb + 1 : verb + 2] in (("NN",), ("NNS",), ("JJ",), ["NN"], ["NNS"], ["JJ"])


def _brings_a_verb(sentence: Tagged, lead: int, verb: int) -> bool:
    """Return whether a form with an s that was read as several stands where a verb must: able to secures funds.

    Something done to must follow it.
    """
    low, tags = sentence.low, sentence.tags
    if lead != verb - 1 or tags[verb + 1 : verb + 2] not in (("DT",), ("PRP$",), ("PRP",), ("NNS",), ("NNP",), ("NN",)):
        return False
    if low[lead] == "to":
        return lead > 0 and _brings(sentence, lead - 1) and low[lead - 1] in _WILLING | _DECIDED
    is_modal = low[lead] in _MODALS and tags[lead] == "MD" and low[lead] not in ("may", "might", "must")
    return is_modal and not _asks(sentence, lead)


def _asks(sentence: Tagged, lead: int) -> bool:
    """Return whether a modal stands before its subject: how well could soldiers fight."""
    tags = sentence.tags
    while lead and tags[lead - 1] in ("RB", "JJ"):
        lead -= 1
    return lead == 0 or tags[lead - 1] in ("WRB", "WP")


_DECIDED = frozenset({"decided", "refused", "wanted", "wants", "managed", "failed", "hopes", "intends", "intended"})


def _goes_on(sentence: Tagged, verb: int) -> bool:
    """Return whether what stands behind a form with an s shows that it is no noun: “responded to calls for”."""
    low, tags = sentence.low, sentence.tags
    if not low[verb].endswith("s") or low[verb] in PLURAL_OF or verb + 1 == len(low):
        return not low[verb].endswith("s") or low[verb] in PLURAL_OF
    return tags[verb + 1] in ("DT", "PRP", "PRP$") and (low[verb + 1] != "that" or tags[verb] == "VBZ")
