"""What a desk's approved stories do where houses differ: which form they clearly have, if they clearly have one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from desk.checks.style.choices.choice import AGREE, StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.reading import finders, read_forms
from desk.checks.style.choices.story_forms import StoryForms, places_by_choice
from desk.text.blocks import Manuscript

FormsOfText = Mapping[str, Mapping[str, int]]
"""Choice -> form -> in how many places it stands in one text."""

LEAST_STORIES = 20
_BOUND = 0.9
_Z = 1.645
"""Of the normal distribution: one-sided, 95 in 100."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What approved stories do: the form that they clearly have, and in how many stories each form stands."""

    key: str
    form: str
    stories: Mapping[str, int]

    @property
    def others(self) -> Mapping[str, int]:
        """Return the forms besides, the most frequent first."""
        return {form: count for form, count in self.stories.items() if form != self.form}


def forms_of(manuscript: Manuscript) -> FormsOfText:
    """Return how often each form of each choice stands in a text (some 7 ms for 600 words)."""
    found = finders()
    learnt = learnable()
    story = StoryForms([(block, read_forms(block, found)) for block in manuscript.blocks])
    places = places_by_choice(story, learnt)
    counts = {choice.key: Counter(place.form for _, place in places.get(choice.key, ())) for choice in learnt}
    return {key: dict(count) for key, count in counts.items() if count}


def learnable() -> tuple[StyleChoice, ...]:
    """Return the choices that stories can say something about.

    Left out are those of which a story shows one form alone (`house_alone`), those that are right one way everywhere,
    numbers in words up to one, which no single form tells, and what is word by word (compounds, capitals).
    """
    return tuple(filter(_can_be_learned, choices()))


def _can_be_learned(choice: StyleChoice) -> bool:
    by_word = choice.words or choice.how.get("code") == "compounds"
    plain = not (by_word or choice.house_alone or choice.number)
    return plain and len(choice.forms) > 1 and choice.default == AGREE


def learned(texts: Iterable[FormsOfText]) -> tuple[Learned, ...]:
    """Return each choice that approved stories clearly make one way, those of most stories first.

    Every story that shows the choice has a voice: for a form if it has this one alone, against it otherwise. A form is
    clear where at least 20 stories are for it, and the lower end of Wilson's interval (one-sided, 95 in 100) of its
    share is above 0.9: 25 of 25 stories are enough, or 60 of 62, and 50 of 55 are not.
    """
    stories: dict[str, Counter[str]] = {}
    alone: dict[str, Counter[str]] = {}
    shown: Counter[str] = Counter()
    for text in texts:
        for key, forms in text.items():
            shown[key] += 1
            stories.setdefault(key, Counter()).update(dict.fromkeys(forms, 1))
            if len(forms) == 1:
                alone.setdefault(key, Counter()).update(forms.keys())
    clear = [
        Learned(key, form, dict(stories[key].most_common()))
        for key, counts in alone.items()
        for form, count in counts.most_common(1)
        if count >= LEAST_STORIES and lower_share(count, shown[key]) > _BOUND
    ]
    return tuple(sorted(clear, key=_most, reverse=True))


def _most(one: Learned) -> int:
    return one.stories[one.form]


def lower_share(count: int, of: int) -> float:
    """Return the least share that `count` of `of` speak for: the lower end of Wilson's score interval."""
    share, square = count / of, _Z * _Z
    middle = share + square / (2 * of)
    return (middle - _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))) / (1 + square / of)
