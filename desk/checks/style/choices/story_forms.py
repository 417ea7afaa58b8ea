"""The forms of a whole story: those that stood in its blocks, and those that only the story can show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.checks.style.choices.choice import FormPlace, StyleChoice
from desk.checks.style.choices.reading import BlockForms
from desk.checks.style.choices.recognisers import compounds, headlines, initials, lists, persons
from desk.text.blocks import Block

Stood = tuple[Block, FormPlace]
"""A form with the block that it stands in."""


@dataclass(frozen=True, slots=True)
class StoryForms:
    """Every block of a story with what it shows, and the countries of its house and of its English."""

    read: Sequence[tuple[Block, BlockForms]]
    countries: tuple[str, ...] = ("US",)

    @property
    def blocks(self) -> list[Block]:
        """Return the blocks alone."""
        return [block for block, _ in self.read]


def _compounds(story: StoryForms) -> Iterator[Stood]:
    return compounds.compounds([(block, seen.compounds) for block, seen in story.read])


def _courtesy(story: StoryForms) -> Iterator[Stood]:
    return persons.courtesy([(block, seen.persons) for block, seen in story.read])


def _second(story: StoryForms) -> Iterator[Stood]:
    return persons.second([(block, seen.persons) for block, seen in story.read])


def _which(story: StoryForms) -> Iterator[Stood]:
    return persons.which([(block, seen.persons) for block, seen in story.read])


def _brackets(story: StoryForms) -> Iterator[Stood]:
    return initials.explained(_of(story, "abbr.explain_in_brackets"))


def _unexplained(story: StoryForms) -> Iterator[Stood]:
    return initials.unexplained(_of(story, "abbr.points"), story.blocks, story.countries)


def _unused(story: StoryForms) -> Iterator[Stood]:
    return initials.unused(_of(story, "abbr.explain_in_brackets"), _of(story, "abbr.points"))


def _of(story: StoryForms, key: str) -> list[Stood]:
    """Return the places of one choice in the blocks."""
    return [(block, place) for block, seen in story.read for place in seen.places if place.choice == key]


def _parallel(story: StoryForms) -> Iterator[Stood]:
    return lists.parallel(story.blocks)


def _list_stops(story: StoryForms) -> Iterator[Stood]:
    return lists.stops(story.blocks)


def _list_capitals(story: StoryForms) -> Iterator[Stood]:
    return lists.capitals(story.blocks)


def _headline_case(story: StoryForms) -> Iterator[Stood]:
    return headlines.case(story.blocks)


_OF_STORY: Mapping[str, Callable[[StoryForms], Iterator[Stood]]] = {
    "compounds": _compounds,
    "courtesy": _courtesy,
    "second": _second,
    "which_title": _which,
    "brackets": _brackets,
    "unexplained": _unexplained,
    "unused": _unused,
    "lists": _parallel,
    "list_stops": _list_stops,
    "list_capitals": _list_capitals,
    "headline_case": _headline_case,
}
"""What needs the story to be found, by the name that `code` has in the file."""


def places_by_choice(story: StoryForms, wanted: Sequence[StyleChoice]) -> Mapping[str, list[Stood]]:
    """Return every place of a story by the key of its choice, in the order of the text."""
    found: dict[str, list[Stood]] = defaultdict(list)
    for block, seen in story.read:
        for place in seen.places:
            found[place.choice].append((block, place))
    for choice in wanted:
        code = _OF_STORY.get(choice.how.get("code", ""))
        if code:
            found[choice.key] = list(code(story))
    for some in found.values():
        some.sort(key=_where)
    return found


def _where(stood: Stood) -> int:
    return stood[0].start + stood[1].start


def learnt_by_story(story: StoryForms) -> Iterator[tuple[str, str]]:
    """Yield choice and form of what is right everywhere and only the story shows: learning alone needs it."""
    explained, used = _of(story, "abbr.explain_in_brackets"), _of(story, "abbr.points")
    for _ in explained:
        yield "abbr.unexplained", "explain"
    for _ in initials.used(explained, used):
        yield "abbr.unused", "ask"
    for _ in lists.alike(story.blocks):
        yield "lists.parallel", "alike"


def of_the_story(choice: StyleChoice) -> bool:
    """Return whether the places of a choice are known only once the whole story and its copy map are."""
    return choice.how.get("code", "") in _OF_STORY
