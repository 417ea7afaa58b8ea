"""A family name with two given names: a slip of the memory, or two people? Every reason has a weight.

The weights are those of a logistic regression on names planted in news stories against all true pairs of namesakes in
such stories, rounded, and set by hand where there were few of either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.names.around import surroundings
from desk.checks.names.group import StoryNames
from desk.checks.names.letters import plain, squashed
from desk.checks.names.lists import is_word, lists
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.reasons import SwapReason
from desk.checks.names.suspicion import Suspicion
from desk.text.spans import Span

WEIGHTS: dict[SwapReason, float] = {
    SwapReason.BASE: -0.5,
    SwapReason.SAME_FIRST_LETTER: 2.5,
    SwapReason.NAMED_IN_FULL_ONCE: 0.3,
    SwapReason.THE_FAMILY_NAME_ALONE_IN_MANY_PLACES: 0.4,
    SwapReason.THE_OTHER_FORM_MORE_THAN_ONCE: -0.2,
    SwapReason.A_GIVEN_NAME_NOBODY_KNOWS: -1.2,
    SwapReason.NOBODY_KNOWS_THE_GIVEN_NAME_KEPT: -0.5,
    SwapReason.A_FIRST_WORD_THAT_IS_NO_GIVEN_NAME: -1.7,
    SwapReason.A_COMMON_FAMILY_NAME: -0.7,
    SwapReason.INTRODUCED_WITH_A_DESCRIPTION: -0.8,
    SwapReason.BETWEEN_COMMAS: -0.7,
    SwapReason.DESCRIBED_IN_FRONT: -0.7,
    SwapReason.A_TITLE_OF_ITS_OWN: -0.7,
    SwapReason.KINSHIP_IN_THE_WORDS_AROUND: -3.0,
    SwapReason.IN_ONE_SENTENCE: -0.9,
    SwapReason.SIDE_BY_SIDE: -4.0,
    SwapReason.A_FAMILY_IN_THE_NEWS: -4.0,
    SwapReason.A_WOMAN_AND_A_MAN: -0.1,
    SwapReason.MORE_GIVEN_NAMES: -0.9,
    SwapReason.THREE_OR_MORE_OF_THAT_NAME: -1.0,
    SwapReason.USED_MORE_THAN_ONCE: -2.0,
}
ENOUGH = -0.35


@dataclass(frozen=True, slots=True)
class Swap:
    """Two full names that share the family name: the one to keep, the departing one, and why."""

    keep: tuple[Mention, ...]
    depart: tuple[Mention, ...]
    reasons: tuple[SwapReason, ...]
    score: float


def swaps(story: StoryNames, people: NamedPeople) -> Iterator[Swap]:
    """Yield each pair of full names of one family name that is more likely one person than two."""
    for family, mentions in people.full.items():
        if len(mentions) > 1:
            yield from _within(story, people, family, _by_given(_spelt_out(mentions), slice(0, -1)))
    for mentions in people.eastern.values():
        if len(mentions) > 1:
            yield from _eastern(story, _by_given(mentions, slice(1, None)))


def _by_given(mentions: list[Mention], given: slice) -> dict[tuple[str, ...], list[Mention]]:
    named: dict[tuple[str, ...], list[Mention]] = {}
    for mention in mentions:
        named.setdefault(tuple(squashed(word) for word in mention.words[given]), []).append(mention)
    return named


_MOST_FORMS = 6  # given names of one family name beyond which the story is about a family


def _eastern(story: StoryNames, named: dict[tuple[str, ...], list[Mention]]) -> Iterator[Swap]:
    """Yield names with the family name in front that share one of two given syllables (Kim Jong Un, Kim Jong Il)."""
    forms = sorted(named.values(), key=lambda ms: (-len(ms), ms[0].start))
    for i, depart in enumerate(forms[1:_MOST_FORMS], 1):
        for keep in forms[:i]:
            ours, theirs = (form[0].words[1:] for form in (keep, depart))
            if len(ours) == len(theirs) == 2 and (squashed(ours[0]) == squashed(theirs[0])):
                reasons = (SwapReason.BASE, SwapReason.SAME_FIRST_LETTER, *surroundings(story, keep, depart[0]))
                score = sum(WEIGHTS[reason] for reason in reasons)
                if score >= ENOUGH:
                    yield Swap(tuple(keep), tuple(depart), reasons, score)
                break


def _spelt_out(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with a given name and not only an initial: "T. Henman" may be anybody's."""
    return [m for m in mentions if any(len(given := _given(w)) > 1 and given not in _PARTICLES for w in m.words[:-1])]


_PARTICLES = frozenset(
    ("van", "von", "de", "di", "da", "del", "le", "la", "el", "al", "bin", "ben", "ter", "ten", "san", "saint", "st")
)


def _within(
    story: StoryNames, people: NamedPeople, family: str, named: dict[tuple[str, ...], list[Mention]]
) -> Iterator[Swap]:
    """Yield the names that share the last word, each against the commonest form, if no other form can be the same."""
    if not 1 < len(named) <= _MOST_FORMS:
        return
    forms = sorted(named.values(), key=lambda ms: (-len(ms), ms[0].start))
    persons: list[list[Mention]] = []
    for form in forms:
        if not any(compatible(person[0].words[:-1], form[0].words[:-1]) for person in persons):
            persons.append(form)
    keep = persons[0]
    for depart in persons[1:]:
        if (is_word(family) or family in lists().places) and not (_is_a_person(keep[0]) and _is_a_person(depart[0])):
            continue
        reasons = tuple(_reasons(story, people, family, keep, depart, len(persons)))
        score = sum(WEIGHTS[reason] for reason in reasons)
        if score >= ENOUGH:
            yield Swap(tuple(keep), tuple(depart), reasons, score)


def _is_a_person(mention: Mention) -> bool:
    """Return whether a name is plainly a person's though its last word is an ordinary one: no "Rose Garden"."""
    known = lists()
    given = [squashed(word) for word in mention.words[:-1]]
    plainly = known.given.issuperset(given) and not any(is_word(word) or word in known.places for word in given)
    return plainly and mention.words[-1] not in known.organisation_words


def compatible(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether two sets of given names can be one person's: parts, initials, short forms."""
    ours, theirs = [_given(word) for word in first], [_given(word) for word in second]
    return any(_agree(a, b) for a in ours for b in theirs)


def _given(word: str) -> str:
    return plain(word).rstrip(".")


def _agree(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    if squashed(a) == squashed(b) or a.startswith(b) or b.startswith(a) or b in a.split("-") or a in b.split("-"):
        return True
    return b in lists().short_forms.get(a, ())


def _reasons(
    story: StoryNames, people: NamedPeople, family: str, keep: list[Mention], depart: list[Mention], forms: int
) -> Iterator[SwapReason]:
    yield SwapReason.BASE
    ours, theirs = _called(keep[0]), _called(depart[0])
    known = lists()
    if ours[:1] == theirs[:1]:
        yield SwapReason.SAME_FIRST_LETTER
    if len(depart) == 1:
        yield SwapReason.NAMED_IN_FULL_ONCE
    else:
        yield SwapReason.USED_MORE_THAN_ONCE
    if len(keep) > 1:
        yield SwapReason.THE_OTHER_FORM_MORE_THAN_ONCE
    if len(people.bare.get(family, ())) >= 2:
        yield SwapReason.THE_FAMILY_NAME_ALONE_IN_MANY_PLACES
    for name, mention in ((ours, keep[0]), (theirs, depart[0])):
        if name not in known.given or name in known.days:
            if not story.firm_at(mention.start):
                yield SwapReason.A_FIRST_WORD_THAT_IS_NO_GIVEN_NAME
            else:
                yield (
                    SwapReason.A_GIVEN_NAME_NOBODY_KNOWS
                    if mention is depart[0]
                    else SwapReason.NOBODY_KNOWS_THE_GIVEN_NAME_KEPT
                )
    if family in known.common_surnames:
        yield SwapReason.A_COMMON_FAMILY_NAME
    if {ours, theirs} <= known.families.get(family, frozenset()):
        yield SwapReason.A_FAMILY_IN_THE_NEWS
    if len(keep[0].words) != len(depart[0].words):
        yield SwapReason.MORE_GIVEN_NAMES
    if forms > 2:
        yield SwapReason.THREE_OR_MORE_OF_THAT_NAME
    if _sexes(ours, theirs):
        yield SwapReason.A_WOMAN_AND_A_MAN
    if (
        depart[0].titles
        and depart[0].titles[-1] not in _COURTESY
        and _last_titles(depart).isdisjoint(_last_titles(keep))
    ):
        yield SwapReason.A_TITLE_OF_ITS_OWN
    yield from surroundings(story, keep, depart[0])


_COURTESY = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr."))


def _last_titles(mentions: list[Mention]) -> set[str]:
    return {m.titles[-1].rstrip(".") for m in mentions if m.titles}


def _called(mention: Mention) -> str:
    """Return the given name that tells a person apart: not "Mohammed" before another, nor a title we do not know."""
    words = [squashed(word) for word in mention.words[:-1]]
    told = [word for word in words if word in lists().given]
    return next((word for word in told if word not in _EVERYBODYS), (told or words)[0])


_EVERYBODYS = frozenset({"mohammed", "muhammad", "mohamed", "mohammad", "md", "mohd", "syed", "abdul", "maria", "jose"})


def _sexes(ours: str, theirs: str) -> bool:
    """Return whether one given name is a woman's alone and the other a man's alone."""
    return {_sex(ours), _sex(theirs)} == {"woman", "man"}


def _sex(name: str) -> str:
    woman, man = name in lists().women, name in lists().men
    return "" if woman == man else "woman" if woman else "man"


def swapped_given_names(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield each full name whose given name departs from the one its family name was introduced with."""
    for swap in swaps(story, folk):
        keep, depart = swap.keep[0], swap.depart[0]
        family = keep.words[-1] if keep.words[-1] == depart.words[-1] else keep.words[0]
        yield Suspicion(
            "names.given-name",
            " ".join(keep.words),
            " ".join(depart.words),
            tuple(Span(m.start, m.end) for m in swap.keep),
            tuple(Span(m.start, m.end) for m in swap.depart),
            f"no second person called {family} is introduced",
        )
