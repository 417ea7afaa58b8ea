"""How well each of several words fits between those on the two sides of one place, by the language model."""

from collections.abc import Sequence

from desk.checks.grammar.odds.model import LanguageModel, language_model
from desk.checks.grammar.odds.sentences import runs
from desk.text.kept import kept_by_sentence

_REACH = 80
"""Code points on each side that two words are looked for in."""
_WORDS = 2
"""Words that the model looks at on each side."""
_BEGIN, _STRANGER = "<s>", "thing"
_OPENING = " \"'“‘("


def chances_between(before: str, words: Sequence[str], after: str) -> tuple[float, ...]:
    """Return the natural logarithm of the probability of each of `words`, and of what follows it, behind `before`.

    All of them are 0 where there is no model.
    """
    model = language_model()
    if model is None:
        return (0.0,) * len(words)
    return _chances(before[-_REACH:], tuple(words), after[:_REACH], model)


def lift(before: str, word: str, after: str, model: LanguageModel) -> float:
    """Return how much likelier its neighbours make a word, and it them, than each is anywhere: a natural logarithm."""
    left, right = _left(before[-_REACH:], model), _right(after[:_REACH], model)
    together = model.chance_of((*left, word, *right), len(left))
    return together - model.chance(word) - sum(map(model.chance, right))


@kept_by_sentence
def _chances(before: str, words: tuple[str, ...], after: str, model: LanguageModel) -> tuple[float, ...]:
    left, right = _left(before, model), _right(after, model)
    return tuple(model.chance_of((*left, *_read(one, model), *right), len(left)) for one in words)


def _left(before: str, model: LanguageModel) -> tuple[str, ...]:
    """Return the words that the model sees before the place; the mark of the beginning where a mark parts them."""
    *_, last = (None, *runs(before, model))
    if last is None or len(before.rstrip(_OPENING)) > last.words[-1].end + 1:
        return (_BEGIN,)
    found = tuple(word.text for word in last.words[-_WORDS:])
    return found if len(found) == _WORDS else (_BEGIN, *found)


def _right(after: str, model: LanguageModel) -> tuple[str, ...]:
    first = next(runs(after, model), None)
    if first is None or first.words[0].start > 1:
        return ()
    return tuple(word.text for word in first.words[:_WORDS])


def _read(words: str, model: LanguageModel) -> tuple[str, ...]:
    return tuple(word.text for run in runs(words, model) for word in run.words) or (_STRANGER,)
