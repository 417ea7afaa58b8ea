"""Offices that one person holds, and what their holders do: “its chairwoman, Marian Okafor, said”."""

from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.names.lists import lists
from desk.checks.names.office_words import office_words


def acts(sentence: Tagged, at: int) -> bool:
    """Return whether a verb stands here, or behind a name that does: its chairwoman, Marian Okafor, said."""
    low, tags = sentence.low, sentence.tags
    if low[at] in _MAY or (low[at] in clause_words().saying | _DID and tags[at] in ("VBD", "VBZ")):
        return True
    verb = at + (low[at] == ",")
    begin = verb
    while verb < len(low) - 1 and tags[verb] == "NNP":
        verb += 1
    named = verb > begin and (low[at] == ",") == (low[verb] == ",")
    verb += low[verb] == ","
    return named and verb < len(low) - 1 and (tags[verb] in ("VBD", "VBZ") or low[verb] in _MAY) and low[verb] != "'s"


_DID = frozenset(
    {"has", "had", "is", "was", "resigned", "announced", "died", "left", "confirmed", "declined", "refused"}
)


def is_an_office(word: str) -> bool:
    """Return whether one person holds it: it’s mayor will speak, not it’s milk must be sold."""
    return word in _OFFICES or word in lists().gendered or word in office_words().described


_OFFICES = frozenset({"captain", "commander", "director", "executive", "founder", "leader", "manager", "owner"})
"""Of other ladders than the offices that people are called by in the news."""

_MAY = frozenset({"would", "will", "could", "should", "must", "may", "wo"})
