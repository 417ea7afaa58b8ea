"""What a desk's approved stories do where houses differ: which form they clearly have, if they clearly have one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any

from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.passage import passage_of
from desk.checks.style.choices.patterns import PatternFinder
from desk.checks.style.choices.reading import finders, read_forms
from desk.checks.style.choices.story_forms import StoryForms, learnt_by_story, places_by_choice
from desk.text.blocks import Manuscript
from desk.text.plain import counts, named

FormsOfText = Mapping[str, Mapping[str, int]]
"""Choice -> form -> in how many places it stands in one text; of numbers and words it is “9: words”, “US: none”."""

LEAST_STORIES = 20
_BOUND = 0.9
_Z = 1.645
"""Of the normal distribution: one-sided, 95 in 100."""
_AT_THE_EDGE = 5
"""Stories that must show the last number in words, and as many the first in figures, for a threshold to be one."""
_PART = ": "
"""Between a number or a word and its form."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What approved stories do: the form that they clearly have, and in how many stories each form stands.

    Of numbers the form is the last one in words, and `OTHERWISE` counts the stories that do not keep to it.
    """

    key: str
    form: str
    stories: Mapping[str, int]
    word: str = ""
    """The word that it is about; empty for the choice as a whole."""

    @property
    def id(self) -> str:
        """Return how a no to it is kept in the house file."""
        return f"{self.key} {self.word}" if self.word else self.key

    @property
    def others(self) -> Mapping[str, int]:
        """Return the forms besides, the most frequent first."""
        return {form: count for form, count in self.stories.items() if form != self.form}


OTHERWISE = "otherwise"


def forms_of(manuscript: Manuscript) -> FormsOfText:
    """Return how often each form of each choice stands in a text (some 8 ms for 600 words).

    Besides what the checks look for this finds the forms that are right everywhere, which no finding needs.
    """
    learnt = learnable()
    known = {choice.key: choice for choice in learnt}
    found = finders()
    story = StoryForms([(block, read_forms(block, found)) for block in manuscript.blocks])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, places in places_by_choice(story, learnt).items():
        if key in known:
            counts[key].update(_named(known[key], place.subject, place.form) for _, place in places)
    for block in manuscript.blocks:
        if passage := passage_of(block):
            for place in _right_forms().places(passage):
                counts[place.choice][place.form] += 1
    for key, form in learnt_by_story(story):
        counts[key][form] += 1
    return {key: dict(count) for key, count in counts.items() if count}


@cache
def _right_forms() -> PatternFinder:
    """Return what finds the forms that only learning looks for, `learn` in the file."""
    return PatternFinder(choices(), "learn")


def _named(choice: StyleChoice, subject: str, form: str) -> str:
    return f"{subject}{_PART}{form}" if choice.number or choice.words else form


def learnable() -> tuple[StyleChoice, ...]:
    """Return the choices that stories can say something about.

    Left out are what a house asks about people, for a story without such a phrase says nothing of what the house
    thinks; compounds, of which only a story that writes one in two ways shows anything; and the title of one person,
    for which a house has no form.
    """
    return tuple(choice for choice in choices() if choice.key not in _NEVER and not choice.key.startswith("people."))


_NEVER = frozenset({"hyphen.compounds", "titles.which"})


def forms_of_plain(plain: Any) -> FormsOfText:
    """Return the forms of a text from plain values; raises `TypeError` or `ValueError` where they are none."""
    told = {choice: counts(forms) for choice, forms in named(plain).items()}
    for choice in learnable():
        if choice.number:
            for name in told.get(choice.key, ()):
                int(name.partition(_PART)[0])
    return told


def learned(texts: Iterable[FormsOfText]) -> tuple[Learned, ...]:
    """Return what approved stories clearly make one way: whole choices, those of most stories first, then single words.

    Every story that shows the choice has a voice: for a form if it has this one alone, against it otherwise. A form is
    clear where at least 20 stories are for it, and the lower end of Wilson's interval (one-sided, 95 in 100) of its
    share is above 0.9: 25 of 25 stories are enough, or 60 of 62, and 50 of 55 are not. The last number in words is
    clear where the stories keep to it in this way and five or more show each side of it. A word is told only where some
    story departs: where none does there is nothing to settle.
    """
    seen = list(texts)
    whole: list[Learned] = []
    words: list[Learned] = []
    for choice in learnable():
        shown = [forms for text in seen if (forms := text.get(choice.key))]
        if choice.number:
            whole.extend(_threshold(choice, shown))
        elif not choice.words:
            whole.extend(_clear(choice.key, shown))
        elif both := list(_clear(choice.key, [_without_words(forms) for forms in shown]) if choice.forms else ()):
            whole.extend(both)
        else:
            words.extend(_by_word(choice, shown))
    return (*sorted(whole, key=_most, reverse=True), *sorted(words, key=_most, reverse=True))


def _clear(key: str, shown: Iterable[Mapping[str, int]], word: str = "") -> Iterator[Learned]:
    stories: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    of = 0
    for forms in shown:
        of += 1
        stories.update(dict.fromkeys(forms, 1))
        if len(forms) == 1:
            alone.update(forms.keys())
    for form, count in alone.most_common(1):
        if count >= LEAST_STORIES and lower_share(count, of) > _BOUND:
            yield Learned(key, form, dict(stories.most_common()), word)


def _without_words(forms: Mapping[str, int]) -> dict[str, int]:
    return dict.fromkeys((name.rpartition(_PART)[2] for name in forms), 1)


def _by_word(choice: StyleChoice, shown: Iterable[Mapping[str, int]]) -> Iterator[Learned]:
    by_word: dict[str, list[dict[str, int]]] = defaultdict(list)
    for forms in shown:
        of_words: dict[str, dict[str, int]] = defaultdict(dict)
        for name, count in forms.items():
            word, _, form = name.rpartition(_PART)
            of_words[word][form] = count
        for word, some in of_words.items():
            by_word[word].append(some)
    for word, some_stories in by_word.items():
        yield from (one for one in _clear(choice.key, some_stories, word) if one.others)


def _threshold(choice: StyleChoice, shown: list[Mapping[str, int]]) -> Iterator[Learned]:
    """Yield the last number in words of a choice, where stories clearly have one."""
    read = [[(int(number), form) for number, _, form in (name.partition(_PART) for name in forms)] for forms in shown]
    in_words, in_figures = ({n: _stories_with(read, n, form) for n in range(1, 22)} for form in ("words", "figures"))
    kept = {
        last: sum(all((n <= last) == (form == "words") for n, form in one) for one in read) for last in range(1, 21)
    }
    best = max(kept, key=lambda last: kept[last])
    count, of = kept[best], len(read)
    if count < LEAST_STORIES or lower_share(count, of) <= _BOUND:
        return
    if in_words[best] >= _AT_THE_EDGE and in_figures[best + 1] >= _AT_THE_EDGE:
        yield Learned(choice.key, str(best), {str(best): count} | ({OTHERWISE: of - count} if of > count else {}))


def _stories_with(read: list[list[tuple[int, str]]], number: int, form: str) -> int:
    return sum((number, form) in one for one in read)


def spellings_of(choice: StyleChoice, word: str) -> tuple[str, ...]:
    """Return every spelling of a word in the tables of a choice, the first of them the word itself."""
    rows = (row for table in choice.how.get("table", ()) for row in table["rows"])
    return next((tuple(row) for row in rows if row[0] == word), (word,))


def _most(one: Learned) -> int:
    return one.stories[one.form]


def lower_share(count: int, of: int) -> float:
    """Return the least share that `count` of `of` speak for: the lower end of Wilson's score interval."""
    share, square = count / of, _Z * _Z
    middle = share + square / (2 * of)
    return (middle - _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))) / (1 + square / of)
