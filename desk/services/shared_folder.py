"""A folder on a share or a stick as the desk: each copy writes only files of its own there, and takes those of others.

Below the folder each copy has one of its own, named by its key, with a pack a story. Nobody ever writes another's file,
so that nothing has to be locked; whoever was cut off in the middle goes on the next time.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.exchange.bag import Load, StoryBag
from desk.packs.layout import ENDING
from desk.packs.preview import Arrival, PackPreview, number_of
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.exchange import ExchangeService
    from desk.services.packs import PacksService


class SharedFolderService:
    """What a desk without a server gives and takes."""

    def __init__(self, packs: "PacksService", exchange: "ExchangeService") -> None:
        self._packs, self._exchange = packs, exchange

    def exchange(self, folder: Path, stories: Sequence[str] = (), accepted: Collection[str] = ()) -> Changes:
        """Take what others put there, then put there what is newer here of the same stories, and of `stories`.

        `accepted` are numbers of copies that were compared. What is refused, or comes from a copy that is not known,
        stands in `left`, in a sentence each.
        """
        if not folder.is_dir():
            raise KnownError(f"{folder} is no folder: make it first, or connect the share that it is on.")
        mine = folder / self._exchange.me().id
        came, left = 0, list[str]()
        there = set(stories) | {file.stem for file in _packs_of(mine)}
        for file in self._others(folder, mine):
            there.add(file.stem)
            try:
                preview = self._packs.look(file)
                came += self._take(preview, accepted, left)
            except KnownError as error:
                left.append(str(error))
        went = sum(self._put(mine, story) for story in sorted(there) if self._packs.is_here(story))
        said = f"{plural(came, 'story', 'stories')} came, {plural(went, 'story', 'stories')} went."
        return Changes(
            frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS}), said=said, left=" ".join(dict.fromkeys(left))
        )

    def _others(self, folder: Path, mine: Path) -> Iterator[Path]:
        for place in sorted(folder.iterdir()):
            if place.is_dir() and place != mine:
                yield from _packs_of(place)

    def _take(self, preview: PackPreview, accepted: Collection[str], left: list[str]) -> int:
        """Take a pack in and return whether anything of it was new."""
        numbers = {"".join(number.split()).casefold() for number in accepted}
        strangers = [
            said
            for strand, said in zip(preview.unknown, preview.strangers, strict=True)
            if "".join(number_of(strand).split()) not in numbers
        ]
        left += strangers
        if strangers or all(one.how is Arrival.HERE and not one.besides and not one.why_not for one in preview.stories):
            return 0
        done = self._packs.take_in(preview, accept=True)
        left += [done.left] if done.left else []
        return 0 if done.left else 1

    def _put(self, mine: Path, story: str) -> int:
        """Write our pack of a story where it says more than the one that is there; return whether it did."""
        file = mine / f"{story}{ENDING}"
        if file.exists() and _says(self._packs.load_of(file)) == _says(self._exchange.pack([story])):
            return 0
        mine.mkdir(exist_ok=True)
        self._packs.pack([story], file)
        return 1


def _packs_of(place: Path) -> list[Path]:
    return sorted(place.glob(f"*{ENDING}")) if place.is_dir() else []


def _says(load: Load) -> list[StoryBag]:
    """Return what a load says of its stories, whenever it was packed and however far the trails went elsewhere."""
    return [
        replace(bag, signature="", parts=tuple(replace(part, place=0, chain="", signature="") for part in bag.parts))
        for bag in load.bags
    ]
