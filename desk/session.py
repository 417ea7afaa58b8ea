"""Opens a desk: settings and checks at once, the database with `open_store`, which hands out the services.

    session = Session()                       # reads the settings; raises `KnownError` where they make no sense
    desk = session.open_store()               # an older database is brought up to date, after a backup
    story = desk.stories.open_file(path)
    desk.saving.save(story.id, draft, desk.examiner.examine(draft, desk.examiner.brief(story)))
    desk.close()

Each service is one noun in `desk/services/`, holds the desk's context and inherits nothing. A desk belongs to one
worker (the store lane, or the terminal); the examiner alone may be used from several at once. Every method raises
`KnownError` with one sentence for the user.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.facts import DeskFacts
from desk.services.context import DeskContext
from desk.services.decisions import DecisionsService
from desk.services.desk_use import DeskUseService
from desk.services.documents import DocumentsService
from desk.services.emptying import EmptyingService
from desk.services.examiner import Examiner
from desk.services.exchange import ExchangeService
from desk.services.exports import ExportsService
from desk.services.grammar_rules import GrammarRulesService
from desk.services.kept_aside import take_in
from desk.services.last_exchange import ExchangedService
from desk.services.laying import LayingService
from desk.services.moves import MovesService
from desk.services.name_book import NameBookService
from desk.services.needs import NeedsService
from desk.services.opposites import OppositesService
from desk.services.outgoing import OutgoingService
from desk.services.packs import PacksService
from desk.services.papers import PapersService
from desk.services.people import PeopleService
from desk.services.preparing import PreparingService
from desk.services.proofs import ProofsService
from desk.services.proposals import ProposalsService
from desk.services.queue import QueueService
from desk.services.recent import RecentService
from desk.services.reports import ReportsService
from desk.services.rescue import Rescue
from desk.services.review import ReviewService
from desk.services.saving import SavingService
from desk.services.shared_folder import SharedFolderService
from desk.services.signing_keys import SigningKeysService
from desk.services.stories import StoriesService
from desk.services.syncing import SyncingService
from desk.services.twins import TwinsService
from desk.services.versions import VersionsService
from desk.services.waiting_keys import WaitingKeysService
from desk.services.watched_folder import WatchedFolderService
from desk.services.written_packs import told_at_opening
from desk.settings.declared import Settings
from desk.store.connect import Store, open_store
from desk.store.records.values import ToldOfUpgrade
from desk.story import Changes, Part

if TYPE_CHECKING:
    from desk.services.house_style import HouseStyleService


class Session:
    """One user's settings and checks, before and without a database."""

    def __init__(self, settings_path: Path | None = None, database: str = "") -> None:
        """Read the settings; `database` is a path or URL, by default the settings' own."""
        self.examiner = Examiner(settings_path)
        self._database = database

    @property
    def rescue(self) -> Rescue:
        """Return what can be done about a database that could not be opened."""
        return Rescue(self._database or self.examiner.settings.database)

    def open_store(self, told: ToldOfUpgrade | None = None) -> "Desk":
        """Open the database and return the desk; an older one is brought up to date after a backup.

        `told` hears how far that is, and has it broken off by raising `Cancelled`: then `KnownError` says so.
        """
        store = open_store(self._database or self.examiner.settings.stories_at(), told=told)
        try:
            return Desk(store, self.examiner)
        except BaseException:
            store.dispose()
            raise

    def close(self) -> None:
        """Let go of the engine; for a session whose database was not opened."""
        self.examiner.close()


class Desk:
    """One open desk: its services, by their nouns."""

    def __init__(self, store: Store, examiner: Examiner) -> None:
        """Look up the desk's people, words and rules; made by `Session.open_store`."""
        context = DeskContext(store, examiner)
        self._context, self.store, self.examiner = context, store, examiner
        self.stories = StoriesService(context)
        self.versions = VersionsService(context)
        self.laying = LayingService(context)
        self.recent = RecentService(context)
        self.watched_folder = WatchedFolderService(context, self.stories)
        self.saving = SavingService(context)
        self.decisions = DecisionsService(context)
        self.signing_keys = SigningKeysService(context)
        self.papers = PapersService(context, self.signing_keys)
        self.use = DeskUseService(context)
        self.people = PeopleService(context, self.signing_keys, self.papers, self.use)
        self.emptying = EmptyingService(context, self.signing_keys)
        self.waiting_keys = WaitingKeysService(context, self.signing_keys)
        self.needs = NeedsService(
            self.laying,
            decided=OppositesService(context),
            twins=TwinsService(context),
            desk=ProposalsService(context, self.people, self.signing_keys, self.papers),
            key=self.waiting_keys,
        )
        self.name_book = NameBookService(context)
        self.grammar_rules = GrammarRulesService(context)
        self.exchange = ExchangeService(context, self.people.arrived)
        self.packs = PacksService(context, self.exchange)
        self.shared_folder = SharedFolderService(store, self.packs, self.exchange)
        self.exchanged = ExchangedService(context)
        self.syncing = SyncingService(context, self.people, self.exchanged)
        self.preparing = PreparingService(context, self.exchanged, self.packs, self.signing_keys)
        self.exports = ExportsService(context)
        self.documents = DocumentsService(context, self.exports)
        self.outgoing = OutgoingService(context, self.exports, self.documents)
        self.proofs = ProofsService(context)
        self.moves = MovesService(
            context, self.saving, self.people, self.signing_keys, self.name_book, outgoing=self.outgoing, use=self.use
        )
        self.queue = QueueService(context, self.moves, self.exchanged)
        self.review = ReviewService(context, self.moves, self.people)
        self.reports = ReportsService(context, self.moves, self.review)
        take_in(store)
        context.read_words()
        self.people.meet()
        parts = frozenset({Part.QUEUE, Part.BRIEF, Part.BOOK, Part.PEOPLE})
        context.read_rules()
        left = " ".join([*context.forged(), *told_at_opening(store)])
        self.opened = Changes(parts, left=left)
        """What opening changed, for the window; `left` is how the database goes behind what was seen of it, whom of it
        another program changed, and what has words of emptied texts."""
        self.remember()

    @cached_property
    def house_style(self) -> "HouseStyleService":
        """Return what is done with the file of house style; 80 modules that no story waits for when a desk opens."""
        from desk.services.house_style import HouseStyleService

        return HouseStyleService(self._context)

    @property
    def settings(self) -> Settings:
        """Return the settings in force."""
        return self.examiner.settings

    def facts(self) -> DeskFacts:
        """Return what the window may know without asking, as it is now."""
        return DeskFacts(
            self.settings,
            self.examiner.house,
            self.people.working,
            self.watched_folder.state,
            self.recent.all(),
            self.exchanged.state(),
            self.store.emptying.of_stories,
            self._context.rules_fault,
        )

    def change_settings(self, changes: Mapping[str, object]) -> Changes:
        """Write some settings; what they touch is looked at again, the desk's rules of review too."""
        return self._context.change_settings(changes)

    def asking(self) -> AbstractContextManager[None]:
        """Let the desk be asked only: `with desk.asking():`, in which whoever changes something raises `BugError`."""
        return self.store.asking()

    def remember(self) -> None:
        """Keep outside the database how far its trail goes and which keys it has; where that cannot be kept, go on."""
        with suppress(KnownError):
            self._context.witness.remember()

    def close(self) -> None:
        """Let go of the engine and the store."""
        self.remember()
        self.examiner.close()
        self.store.close()
