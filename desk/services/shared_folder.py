"""A folder on a share or a stick as the desk: each copy writes only files of its own there, and takes those of others.

Below the folder each copy has one of its own, named by its key, with a pack a story, and a list of how far each story
was when it was packed. Nobody ever writes another's file, so that nothing has to be locked; whoever was cut off in the
middle goes on the next time. A bare folder where there was a desk is the mount point of a stick that is not there, and
one that says it is another than at this path before, or that is a copy, is exchanged by when somebody says it is meant.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_text
from desk.errors import KnownError, OutOfReach
from desk.packs.exchange_plan import ALL, ExchangePlan, OnTheWay, Wish, in_reading_order
from desk.packs.layout import ENDING
from desk.packs.loan import WhoHasIt
from desk.packs.preview import Arrival, ComingStory, PackPreview, number_of
from desk.services.carrying import remains_of
from desk.services.seen_folders import FolderDoubt, SeenFolders, how_to_accept
from desk.services.two_databases import Progress, Synced
from desk.story import Changes, Part
from desk.text.words import plural
from desk.writers.text import write_bytes

if TYPE_CHECKING:
    from desk.services.exchange import ExchangeService
    from desk.services.packs import PacksService
    from desk.store.connect import Store

_LIST = "standing.json"
"""How far each story was when its pack was written: story -> `StandingAt`. A hint alone: it spares reading a pack."""
_MOST = 16_000_000
"""Bytes of such a list: 200,000 stories."""


@dataclass(slots=True)
class _Round:
    """What one exchange has come to so far."""

    came: list[str] = field(default_factory=list)
    apart: int = 0
    left: list[str] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)

    def synced(self, went: int = 0, *, broken_off: bool = False) -> Synced:
        """Return it as any exchange says it."""
        told, proposals, came = (tuple(dict.fromkeys(each)) for each in (self.left, self.proposals, self.came))
        return Synced(len(came), went, self.apart, told, proposals, broken_off=broken_off, stories=came)


@dataclass(frozen=True, slots=True)
class Shared:
    """Which files of others are to be looked at, and which stories of ours are to be put there."""

    mine: Path
    files: tuple[Path, ...]
    stories: tuple[str, ...]
    seen: SeenFolders
    doubt: FolderDoubt | None = None
    """Why it may not be the folder that is meant."""


class SharedFolderService:
    """What a desk without a server gives and takes."""

    def __init__(self, store: "Store", packs: "PacksService", exchange: "ExchangeService") -> None:
        self._store, self._packs, self._exchange = store, packs, exchange

    def exchange(self, folder: Path, stories: Sequence[str] = (), accepted: Collection[str] = ()) -> Changes:
        """Take what others put there, then put there what is newer here of the same stories, and of `stories`.

        `accepted` are numbers of copies that were compared. What is refused, or comes from a copy that is not known,
        stands in `left`, in a sentence each.
        """
        with remains_of(self._store) as remains:
            synced = self.go(folder, stories, accepted)
        said = f"{plural(synced.came, 'story', 'stories')} came, {plural(synced.went, 'story', 'stories')} went."
        said = " ".join([said, *synced.proposals, *remains])
        return Changes(frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS}), said=said, left=" ".join(synced.refused))

    # -- Looking -------------------------------------------------------------------------------------------------------

    def look(self, folder: Path, stories: Sequence[str] = (), wish: Wish = ALL) -> ExchangePlan:
        """Return what that would come to; nothing is written."""
        shared = self._shared(folder, stories)
        strangers: dict[str, str] = {}
        found: dict[str, OnTheWay] = {}
        refused: list[str] = []
        for file in shared.files:
            try:
                with _in_reach(folder):
                    preview = self._packs.look(file)
            except OutOfReach:
                raise
            except KnownError as error:
                refused.append(str(error))
                continue
            if not _is_wished(preview, wish):
                continue
            strangers |= dict(zip(map(number_of, preview.unknown), preview.strangers, strict=True))
            for one in preview.stories:
                found[one.id] = _both(found.get(one.id), _coming(one))
        there = {file.stem for file in self._packs_of_all(folder)}
        for story, what in self._store.standing_at.there_is(self._to_put(shared)).items():
            held = WhoHasIt(lent=what.lent).said
            going = OnTheWay(
                story, what.headline or what.slug, what.slug, is_there=story in there, goes={"pack": 1}, held=held
            )
            found[story] = _both(found.get(story), going)
        on_the_way = in_reading_order([one for one in found.values() if one.comes or one.goes or one.why_not])
        odd = {} if shared.doubt is None else {shared.doubt.number: shared.doubt.said}
        strangers = odd | strangers
        return ExchangePlan(
            str(folder), on_the_way, tuple(strangers.values()), tuple(strangers), tuple(refused), odd=bool(odd)
        )

    # -- Doing ---------------------------------------------------------------------------------------------------------

    def go(
        self,
        folder: Path,
        stories: Sequence[str] = (),
        accepted: Collection[str] = (),
        wish: Wish = ALL,
        only: Collection[str] | None = None,
        progress: Progress | None = None,
    ) -> Synced:
        """Take what others put there and put there what is newer here; `only` are stories that were picked.

        Raises `KnownError` where the folder may not be the one that is meant, and its number is not `accepted`.
        """
        self._exchange.me()
        shared, done = self._shared(folder, stories), _Round()
        if (odd := shared.doubt) is not None and _bare(odd.number) not in map(_bare, accepted):
            raise KnownError(odd.refusal)
        files = [file for file in shared.files if only is None or file.stem in only]
        count = len(files)
        for at, file in enumerate(files):
            if progress is not None and not progress(at, count):
                return done.synced(broken_off=True)
            try:
                with _in_reach(folder):
                    self._take(self._packs.look(file), accepted, wish, done)
            except OutOfReach:
                raise
            except KnownError as error:
                done.left.append(str(error))
        with _in_reach(folder):
            mine = [story for story in self._to_put(shared) if only is None or story in only]
            went = self._put_all(shared.mine, mine, count, progress)
            if any(_is_of_a_copy(place) for place in folder.iterdir()):
                shared.seen.add(folder, anew=odd is not None and odd.is_copy, counts=not self._store.strands.is_shared)
        return done.synced(went, broken_off=went < len(mine))

    def _shared(self, folder: Path, stories: Sequence[str]) -> Shared:
        """Return what is to be looked at; raises `OutOfReach` where the folder is not there."""
        if not folder.is_dir():
            raise OutOfReach(f"{folder} is no folder: make it first, or connect the share that it is on.")
        known = self._store.strands.me()
        mine = folder / (known[0].id if known else "none")
        here = self._store.standing_at.of_all()
        with _in_reach(folder):
            places = sorted(folder.iterdir())
            seen = SeenFolders(mine.name)
            if not any(map(_is_of_a_copy, places)) and seen.is_another(folder):
                raise OutOfReach(
                    f"{folder} is bare, and this copy exchanged stories by it before: connect the stick or the share "
                    "that it stood on. If it was emptied on purpose, make a new folder in it and exchange by that one."
                )
            files = tuple(
                file
                for place in places
                if place.is_dir() and place != mine
                for file, standing in _listed(place)
                if not standing or standing != here.get(file.stem)
            )
            packs = {file.stem for file in self._packs_of_all(folder)}
            doubt = seen.doubt(folder)
        return Shared(mine, files, tuple(sorted({*stories, *packs})), seen, doubt)

    def _packs_of_all(self, folder: Path) -> Iterator[Path]:
        for place in sorted(folder.iterdir()):
            yield from _packs_of(place)

    def _take(self, preview: PackPreview, accepted: Collection[str], wish: Wish, done: _Round) -> None:
        """Take a pack in, unless it is of a copy that is not known, or nobody wants it here."""
        if not _is_wished(preview, wish):
            return
        numbers = set(map(_bare, accepted))
        strangers = [
            f"{said} {how_to_accept(number_of(strand))}"
            for strand, said in zip(preview.unknown, preview.strangers, strict=True)
            if _bare(number_of(strand)) not in numbers
        ]
        done.left += strangers
        if strangers:
            return
        is_old = all(one.how is Arrival.HERE and not one.besides and not one.why_not for one in preview.stories)
        taken, _ = self._packs.lay(preview, accept=True, only=() if is_old else None)
        done.left += taken.refused
        done.proposals += taken.proposals
        if is_old:
            return
        done.came += [] if taken.refused else [one.id for one in preview.stories]
        done.apart += preview.count(Arrival.APART)

    def _to_put(self, shared: Shared) -> list[str]:
        """Return which of our stories say something else now than the packs of ours that are there."""
        here = self._store.standing_at.of_all()
        put = {file.stem: standing for file, standing in _listed(shared.mine)}
        return [
            story for story in shared.stories if story in here and (not put.get(story) or put[story] != here[story])
        ]

    def _put_all(self, mine: Path, stories: Sequence[str], before: int, progress: Progress | None) -> int:
        """Write our packs of stories, then how far they are; return how many."""
        went: dict[str, str] = {}
        listed = {file.stem: standing for file, standing in _listed(mine)}
        if not listed.keys().isdisjoint(stories):  # a kill would leave a new pack under what was said of the old one
            _write_list(mine, {story: said for story, said in listed.items() if story not in stories})
        for at, story in enumerate(stories):
            if progress is not None and not progress(before + at, before + len(stories)):
                break
            mine.mkdir(exist_ok=True)
            self._packs.write([story], mine / f"{story}{ENDING}")
            went |= self._store.standing_at.of_all([story])
        if went:
            _write_list(mine, listed | went)
        return len(went)


@contextmanager
def _in_reach(folder: Path) -> Iterator[None]:
    """Raise `OutOfReach` where what is done in a folder fails because the stick or the share is gone."""
    try:
        yield
    except (OSError, KnownError) as error:
        if isinstance(error, OSError) or not _is_there(folder):
            raise OutOfReach(
                f"{folder} is out of reach: connect the stick or the share again, then exchange once more. What was "
                "exchanged until then stays; nothing is half."
            ) from error
        raise


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _coming(one: ComingStory) -> OnTheWay:
    comes = {} if one.how is Arrival.HERE and not one.besides else {"pack": 1}
    is_here, apart = one.how is not Arrival.NEW, one.how is Arrival.APART
    return OnTheWay(
        one.id,
        one.name,
        is_here=is_here,
        comes=comes,
        apart=apart,
        questions=one.questions,
        held=one.held,
        why_not=one.why_not,
    )


def _both(known: OnTheWay | None, one: OnTheWay) -> OnTheWay:
    """Return what several packs, or packs and we ourselves, say of one story."""
    if known is None:
        return one
    return OnTheWay(
        one.id,
        one.name,
        one.slug or known.slug,
        known.is_here and one.is_here,
        known.is_there and one.is_there,
        {**known.comes, **one.comes},
        {**known.goes, **one.goes},
        apart=known.apart or one.apart,
        questions=max(known.questions, one.questions),
        held=known.held or one.held,
        why_not=known.why_not or one.why_not,
    )


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()


def _is_of_a_copy(place: Path) -> bool:
    return bool(_packs_of(place)) or (place / _LIST).is_file()


def _packs_of(place: Path) -> list[Path]:
    return sorted(place.glob(f"*{ENDING}")) if place.is_dir() else []


def _listed(place: Path) -> Iterator[tuple[Path, str]]:
    """Yield the packs of one copy, each with how far its story was; empty where the list does not say."""
    said = _read_list(place)
    for file in _packs_of(place):
        yield file, said.get(file.stem, "")


def _read_list(place: Path) -> Mapping[str, str]:
    """Return what a copy says of its packs; anybody may have written it, and nothing but time hangs on it."""
    try:
        plain = json.loads(careful_text(place / _LIST, _MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(story): str(said) for story, said in plain.items()} if isinstance(plain, dict) else {}


def _write_list(place: Path, standing: Mapping[str, str]) -> None:
    write_bytes(place / _LIST, json.dumps(standing).encode("utf-8"))


def _is_wished(preview: PackPreview, wish: Wish) -> bool:
    """Return whether anything of a pack is here already, or is to be."""
    sections = {story.id: story.section for story in preview.contents.stories}
    return any(
        one.how is not Arrival.NEW or (wish.new and wish.filter.section in ("", sections[one.id]))
        for one in preview.stories
    )
