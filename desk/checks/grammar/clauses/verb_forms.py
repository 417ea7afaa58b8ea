"""The other forms of a verb: “show” for “shows” and “showing”, “was” for “were”, “decided” for “decide”."""

import re
from collections.abc import Mapping
from functools import cache

from desk.checks.grammar.clauses.tagger import is_known
from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.word_lists import clause_words

PLURAL_OF = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
SINGULAR_OF = {"are": "is", "were": "was", "have": "has"}
BARE = frozenset({"do", "am", "'s", "'re", "'ve", "'m", "'d", "'ll"})
"""Forms that are asked or said with many subjects; nothing is told of them."""
_WITH_ES = re.compile(r"(?:s|sh|ch|x|z|o)$")
_STEM_BEFORE_ES = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")
_SHORT = 5
"""Letters: ties and lies come from “tie” and “lie”, tries from “try”."""
_BASES = {"is": "be", "are": "be", "was": "be", "were": "be", "has": "have", "had": "have"}
_WANTS_E = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""What would double its last letter: making comes from “make”, not from “mak”."""


def plural_of(verb: str) -> str:
    """Return the form that goes with a plural: “show” for “shows”."""
    if verb in PLURAL_OF:
        return PLURAL_OF[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y" if len(verb) >= _SHORT and verb not in ("belies", "unties") else verb[:-1]
    return verb[:-2] if _STEM_BEFORE_ES.search(verb) else verb[:-1]


def singular_of(verb: str) -> str:
    """Return the form that goes with one thing: “shows” for “show”."""
    if verb in SINGULAR_OF:
        return SINGULAR_OF[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _WITH_ES.search(verb) else f"{verb}s"


def base_of(verb: str, classes: MappedWeights) -> str:
    """Return the form behind “to” of a verb in another form; an empty text where treebanks know none."""
    irregular = _BASES.get(verb) or clause_words().pasts.get(verb, ("",))[0]
    if irregular:
        return irregular
    if verb.endswith("s"):
        return _first_known((plural_of(verb),), classes)
    if verb.endswith("ied"):
        return _first_known((f"{verb[:-3]}y",), classes)
    stem = verb.removesuffix("ing").removesuffix("ed")
    if _WANTS_E.fullmatch(stem):
        return _first_known((f"{stem}e", stem), classes)
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return _first_known((stem, f"{stem}e", doubled), classes)


def participle_of(verb: str, classes: MappedWeights) -> str:
    """Return the form behind “has” of a verb in its base form; an empty text where treebanks know none."""
    words = clause_words()
    irregular = words.held.get(verb) or next((done for base, done in words.pasts.values() if base == verb), "")
    if irregular or verb.endswith("e"):
        return irregular or _first_known((f"{verb}d",), classes)
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return _first_known((f"{verb[:-1]}ied",), classes)
    return _first_known((f"{verb}ed", f"{verb}{verb[-1]}ed"), classes)


def irregular_of(word: str) -> tuple[str, ...]:
    """Return the past forms of the verb that `word`, in small letters, makes one of by rule: “selled”, “brung”."""
    stem = word.removesuffix("ed")
    bases = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem) if stem != word else ()
    known = (_irregulars().get(base, ()) for base in (*bases, _SUNG.sub("i", word)))
    return next(filter(None, known), ())


@cache
def _irregulars() -> Mapping[str, tuple[str, ...]]:
    words = clause_words()
    both = {base: (past, participle) for past, (base, participle) in words.pasts.items()}
    return both | {base: (past,) for base, past in words.held.items()}


_SUNG = re.compile("[au](?=n[gk]$)")
"""Brung and thunk are made as sung and drunk are."""


def gerund_of(verb: str, classes: MappedWeights) -> str:
    """Return the form in “ing” of a verb in its base form; an empty text where treebanks know none."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    return _first_known((f"{stem}ing", f"{stem}{stem[-1]}ing"), classes)


def _first_known(forms: tuple[str, ...], classes: MappedWeights) -> str:
    return next((form for form in forms if is_known(form, classes)), "")
