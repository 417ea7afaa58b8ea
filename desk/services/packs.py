"""Stories carried as one file: packed, looked at, taken in; for the store lane."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.exchange.bag import Load, StoryBag, Strand
from desk.exchange.holding import decisions_in, says_who
from desk.merging.values import MergeText
from desk.packs.exchange_plan import SORTS, Leaving
from desk.packs.layout import ENDING
from desk.packs.loan import Loan, loans_of
from desk.packs.preview import ComingStory, PackPreview, coming, number_of
from desk.services.written_packs import WrittenPacks
from desk.story import Changes, Part
from desk.text.moments import now
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.carrying import Carrier
    from desk.services.exchange import ExchangeService, TakenIn
    from desk.store.exchange.parts import News

_TOLD = 2000
"""Stories whose versions and entries are counted before they go: that takes a tenth of a second."""


class PacksService:
    """What leaves as a file and comes back as one."""

    def __init__(self, context: "Carrier", exchange: "ExchangeService") -> None:
        self._store, self._exchange = context.store, exchange

    # -- Going -------------------------------------------------------------------------------------------------------

    def pack(self, stories: Sequence[str], path: Path, passphrase: str = "", loan: Loan | None = None) -> Changes:
        """Write stories with everything that goes with them into one file, locked where there is a passphrase.

        A loan is entered with it, or where the file cannot be written not at all. Where it lies is remembered.
        """
        path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
        packs = WrittenPacks(self._exchange.me().id)
        over = packs.at(path)
        changes, load = self._write(stories, path, passphrase, loan)
        texts = [digest for digest, words in (*load.texts.items(), *load.originals.items()) if words]
        packs.add(path, stories, self._store.emptying.when(), texts, over)
        return changes

    def write(self, stories: Sequence[str], path: Path, passphrase: str = "", loan: Loan | None = None) -> Changes:
        """Do the same for a path that is written to again and again, and remember nothing."""
        return self._write(stories, path, passphrase, loan)[0]

    def _write(self, stories: Sequence[str], path: Path, passphrase: str, loan: Loan | None) -> tuple[Changes, Load]:
        from desk.packs.writing import packed, write_pack

        if not stories:
            raise KnownError("No story was chosen: a pack holds at least one.")
        key = self._exchange.signing_key()
        with self._store.together():
            parts = frozenset[Part]()
            if loan is not None:
                parts = self._exchange.lend(stories, loan.to, loan.laptop, loan.until).parts
            load = self._exchange.pack(stories)
            whole = packed(load, key, self._exchange.me().name, now())
            write_pack(path, whole, passphrase)
        how = "".join(f", {words}" for words in ("locked" if passphrase else "", loan.said if loan else "") if words)
        said = f"Packed {plural(len(stories), 'story', 'stories')} into {path}{how}."
        return Changes(parts, said=f"{said} The number of this copy is {number_of(self._exchange.me())}."), load

    def leaving(self, stories: Sequence[str]) -> Leaving:
        """Return what would go with a pack of these stories; of very many only how many they are."""
        if len(stories) > _TOLD:
            return Leaving(len(stories))
        found = self._store.standing_at.there_is(stories).values()
        holds = Counter({sort: sum(len(one.things.get(sort, ())) for one in found) for sort in SORTS})
        return Leaving(len(found), +holds, sum(bool(one.lent) for one in found), sum(one.apart for one in found))

    # -- Coming ------------------------------------------------------------------------------------------------------

    def look(self, path: Path, passphrase: str = "") -> PackPreview:
        """Return what a pack holds and what taking it in would come to; raises `PackLocked` without its passphrase."""
        from desk.packs.reading import read_pack

        pack = read_pack(path, passphrase)
        load = pack.load
        looks = {look.story: look for look in self._exchange.look(load)}
        stories = []
        for bag in load.bags:
            look = looks[bag.card.id]
            stories.append(self._coming(bag, load, _besides(look.news), look.why_not))
        stories.sort(key=lambda story: (not story.questions, story.how, story.name))
        there = [bag.card.id for bag in load.bags if self._store.stories.is_there(bag.card.id)]
        loans: dict[Loan, tuple[str, ...]] = {}
        for story in there:
            for loan in loans_of(self._store.stories.get(story).lent):
                loans[loan] = (*loans.get(loan, ()), story)
        return PackPreview(pack.contents, tuple(stories), load, self._unknown(load), tuple(loans.items()))

    def _unknown(self, load: Load) -> tuple[Strand, ...]:
        """Return the copies that wrote any of it and that nobody accepted here."""
        known = {known.strand.id for known in self._exchange.strands()}
        strands = [*(strand for bag in load.bags for strand in bag.strands), *(part.strand for part in load.desk.parts)]
        return tuple({strand.id: strand for strand in strands if strand.id not in known}.values())

    def _coming(self, bag: StoryBag, load: Load, besides: str, why_not: str) -> ComingStory:
        id_ = bag.card.id
        held = self._store.holders.with_these(id_, decisions_in(bag)).said if says_who(bag) and not why_not else ""
        if not self._store.stories.is_there(id_):
            return coming(bag, load.texts, {}, "", MergeText(""), besides=besides, why_not=why_not, held=held)
        story, versions = self._store.stories.get(id_), self._store.stories.versions(id_)
        here = {version.digest: version.parents for version in versions}
        current = next(version.digest for version in versions if version.number == story.version)
        text = MergeText(self._store.stories.text(id_), dict(story.by_hand), story.links)
        return coming(bag, load.texts, here, current, text, besides=besides, why_not=why_not, held=held)

    def take_in(self, preview: PackPreview, *, accept: bool = False, ended: Collection[Loan] = ()) -> Changes:
        """Take in what was looked at; `accept` says that the numbers of unknown copies were compared.

        `ended` are the loans that are over with it. What was refused stands in `left`, in a sentence each.
        """
        taken, done = self.lay(preview, accept=accept)
        for loan, stories in preview.loans:
            if loan in ended:
                self._exchange.give_back(stories, loan.note)
        return replace(done, left=" ".join(filter(None, (*taken.refused, done.left))))

    def lay(
        self, preview: PackPreview, *, accept: bool, only: Collection[str] | None = None
    ) -> "tuple[TakenIn, Changes]":
        """Do the same, and return what came of it, what was refused apart from what has words of emptied texts.

        `only` are the stories that are wanted, all by default; people, keys and what was emptied by law come anyway.
        """
        if accept:
            for strand in preview.unknown:
                self._exchange.accept(strand)
        return self._exchange.take_in(preview.load, only)


def _besides(news: "News | None") -> str:
    """Return in words what is new besides texts."""
    if news is None:
        return ""
    counts = (
        (news.entries, "entry of its trail", "entries of its trail"),
        (news.remarks, "remark", "remarks"),
        (news.originals, "document", "documents"),
    )
    told = [plural(count, one, many) for count, one, many in counts if count]
    verb = "is" if sum(count for count, *_ in counts) == 1 else "are"
    return f"new {verb} {', '.join(told)}" if told else ""
