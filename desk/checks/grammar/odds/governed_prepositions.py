"""Prepositions behind words that nearly always take another one: "responsible of", "according with", "resulted on"."""

from collections.abc import Iterator

from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.odds.neighbours import slipping_prepositions
from desk.checks.grammar.odds.sentences import RunWord, WordSort, runs
from desk.checks.grammar.reading import Slip
from desk.text.kept import kept_by_word

RULE = "ODDS_PREPOSITION"
_USUAL, _SELDOM = -0.6, -5.8
"""Natural logarithms of the chance of the usual preposition behind the word, and of the one that stands there: 55 and
0.3 in 100. Looser by a tenth, right words were told in five of 229,000 places; so, in one, and 7 of 28 planted slips.
"""
_USUAL_IN_PHRASE = -0.35
"""The same behind a word that itself stands behind a preposition: “in favour of”; 2 slips more, and no right word."""
_HEADS = frozenset(("in", "on", "at", "with", "for", "by"))
_OF_PLACE = frozenset(("in", "on"))
"""They tell as well where and when it was (“referring in a speech to”): only one for the other is a slip."""
_OF_VERBS = "to"
"""It stands before verbs as well, and behind “tries” and “manages” before nothing else."""
_MAY_STAND_ALONE = frozenset(("front",))
"""Who is in front is ahead: with a goal, from the start."""
_FREE = frozenset(("by", "like", "than", "as"))
"""Behind any word."""


def slips(text: str, model: LanguageModel) -> Iterator[Slip]:
    """Yield a slip on each preposition that its word does not take."""
    for run in runs(text, model):
        words = (None, *run.words)
        for earlier, word, preposition, behind in zip(words, words[1:], words[2:], words[3:], strict=False):
            if word and preposition and _is_weighed(word, preposition):
                phrase = earlier.text if earlier and earlier.text in _HEADS else ""
                usual = _meant(word.text, preposition.text, model) or _meant(word.text, preposition.text, model, phrase)
                if usual == _OF_VERBS and behind and not _fits(behind.text, word.text, preposition.text, model):
                    continue
                if usual:
                    message = f"“{text[word.start : word.end]}” nearly always goes with “{usual}” here."
                    yield Slip(RULE, preposition.start, preposition.end, message, (usual,), "ODDS", "grammar")


def _is_weighed(word: RunWord, preposition: RunWord) -> bool:
    may_slip = slipping_prepositions()
    return (
        preposition.text in may_slip - _FREE
        and preposition.sort is WordSort.WORD
        and word.sort is WordSort.WORD
        and word.text not in may_slip | _MAY_STAND_ALONE
        and not (word.comma or word.joined)
    )


def _fits(behind: str, word: str, preposition: str, model: LanguageModel) -> bool:
    """Return whether what follows goes with “to” rather than with the preposition: not in “manages with three”."""
    return model.chance(behind, _OF_VERBS, word) > model.chance(behind, preposition, word)


def _meant(word: str, preposition: str, model: LanguageModel, phrase: str = "") -> str:
    """Return the preposition that is meant behind the word, in a phrase that begins so; an empty text for this one."""
    usual = _usual(word, phrase, model)
    if usual in ("", preposition) or (preposition in _OF_PLACE and usual not in _OF_PLACE):
        return ""
    is_seen = not phrase and model.commonness(word, preposition) > 0
    return "" if is_seen or model.chance(preposition, word, phrase) > _SELDOM else usual


@kept_by_word
def _usual(word: str, phrase: str, model: LanguageModel) -> str:
    """Return the preposition that nearly always follows the word, in a phrase; an empty text where none does."""
    found = sorted(slipping_prepositions() - _FREE)
    usual = max(found, key=lambda preposition: model.chance(preposition, word, phrase))
    if not phrase and not model.commonness(word, usual):
        return ""
    return usual if model.chance(usual, word, phrase) > (_USUAL_IN_PHRASE if phrase else _USUAL) else ""
