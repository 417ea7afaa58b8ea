"""What the services of one open desk share: the store, the examiner, who is working, the rules, what is on screen."""

import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.grammar.reading import from_json, tried_from_json
from desk.errors import KnownError
from desk.packs.loan import loan_words
from desk.review.ids import new_id
from desk.review.people import NOBODY, Person, Role, id_of_name, role_of, system_name, working
from desk.review.rules import Rules
from desk.review.states_file import read_rules
from desk.services import views
from desk.services.desk_use import or_another_time, use_in
from desk.services.examiner import Examiner
from desk.services.witness import Witness
from desk.settings.declared import Settings
from desk.story import Changes, Part, StoryView
from desk.text.words import listed

if TYPE_CHECKING:  # SQLAlchemy takes 0.2 s to import
    from desk.store.connect import Store

RULES_FILE = "review.toml"


class DeskContext:
    """One open desk, for the store lane; services hold it and inherit nothing."""

    def __init__(self, store: "Store", examiner: Examiner) -> None:
        self.store, self.examiner = store, examiner
        self.witness = Witness(store)
        self.people: tuple[Person, ...] = ()
        self.who = ""
        """The id of who is working, empty for nobody yet."""
        self.former: frozenset[str] = frozenset()
        """What else the work of somebody without set-up stands under."""
        self.rules = Rules()
        """The desk's review; ours where its file makes no sense, for what is only shown."""
        self.rules_fault = ""
        self.based_on: dict[str, int] = {}
        """Story -> the version that is being edited here."""
        self.shown: dict[str, frozenset[str]] = {}
        """Story -> fingerprints of the findings that this window has on its screen."""

    # -- Settings and rules ------------------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """Return the settings in force."""
        return self.examiner.settings

    def change_settings(self, changes: Mapping[str, object]) -> Changes:
        """Write some settings; what they touch is looked at again."""
        self.store.about_to_change()
        done = self.examiner.change_settings(changes)
        self.meet_account()
        if "learn_from_approved" in changes:
            self.read_words()
        self.read_rules()
        return done

    def sound_rules(self) -> Rules:
        """Return the desk's review, to decide by; raises `KnownError` with line and reason if its file is no good."""
        if self.rules_fault:
            raise KnownError(self.rules_fault)
        return self.rules

    def read_rules(self) -> None:
        """Read the desk's own review; `rules_fault` says in one sentence what is wrong with it."""
        named, manual = self.settings.review_file, self.settings.manual_items
        path = Path(named).expanduser() if named else self.examiner.settings_path.parent / RULES_FILE
        try:
            self.rules, self.rules_fault = read_rules(path, manual, must_exist=bool(named)), ""
        except KnownError as error:
            self.rules, self.rules_fault = Rules(manual_items=manual), str(error)
        self.store.reviews.rules = self.rules

    def read_words(self) -> None:
        """Tell the checks the desk's own words and names as the store has them now, and what approved stories write."""
        store = self.store
        with store.at_one_moment():
            words, entries, use = store.dictionary.words(), store.book.entries(), use_in(store, self.settings)
        self.examiner.know(words, entries, use)

    def read_use(self) -> frozenset[Part]:
        """Tell the checks anew what approved stories write once an approval fell or came back; returns what changed.

        What goes wrong is done another time.
        """
        told = self.examiner.house.use
        with or_another_time():
            self.read_words()
        return frozenset({Part.BRIEF} if self.examiner.house.use != told else ())

    def forged(self) -> list[str]:
        """Return one sentence for each thing that another program did to the desk, and that opening it sees."""
        people = self.store.audit.faults_of_desk()
        if people:
            with suppress(KnownError):  # where the trail itself was altered nobody can say what is right
                self.store.audit.put_right()
            people.append(
                "What the trail says decides what they may do, and the tables beside it were put right. "
                "`copydesk store check` looks at all of it."
            )
        return [*filter(None, [self.witness.fault()]), *people]

    # -- Who is working ----------------------------------------------------------------------------------------------

    @property
    def person(self) -> Person:
        """Return who is working; where people are set up and nobody has said so, somebody who may do nothing."""
        if not self.people:
            roles = map(role_of, self.settings.roles)
            return working(self.settings.user_name, roles, self.account, self.former)
        return next((person for person in self.people if person.id == self.who), NOBODY)

    def keeper(self, what: str) -> Person:
        """Return who is working, to sign with; raises `KnownError` for anybody who may not change `what`."""
        person = self.signed()
        if not person.may({Role.KEEPER}):
            able = ", ".join(one.name for one in self.people if one.may({Role.KEEPER}))
            raise KnownError(
                f"Only a keeper of the name book changes {what}: {able or 'an administrator can name one'}."
            )
        return person

    @property
    def account(self) -> str:
        """Return the id of whoever works here without set-up: kept in the settings, whatever the name there becomes.

        Where settings cannot be written, account and machine are as good as they can be.
        """
        return self.settings.account or id_of_name(f"{system_name()} on {platform.node()}")

    def meet_account(self) -> None:
        """Let the desk know who works here without set-up, by the name of now; the id is made the first time."""
        if self.people:
            return
        if not self.settings.account:
            with suppress(KnownError):
                self.examiner.change_settings({"account": new_id()})
        self.former = self.store.people.meet(self.account, self.person.name)

    def signed(self) -> Person:
        """Return who is working, to sign with; raises `KnownError` while nobody has said so."""
        person = self.person
        if person is NOBODY:
            raise KnownError("Say first who is working: decisions are signed.")
        return person

    def name_of(self, person: str) -> str:
        """Return the name of the person with this id, for the screen; of one who has left or was never set up, too."""
        return self.store.people.names([person]).get(person, "")

    # -- Stories -----------------------------------------------------------------------------------------------------

    def view(self, story_id: str) -> StoryView:
        """Return a story as the database has it now, all of it of one moment."""
        with self.store.at_one_moment():
            return self._view(story_id)

    def _view(self, story_id: str) -> StoryView:
        store = self.store
        story, text = store.stories.get(story_id), store.stories.text(story_id)
        last = store.runs.last(story_id)
        force = store.decisions.in_force(story_id)
        seal = store.seals.status(story_id)
        return StoryView(
            id=story.id,
            slug=story.slug,
            text=text,
            state=story.state,
            headline=story.headline,
            section=story.section,
            owner=self.name_of(story.owner.id) or story.owner.name,
            variant=story.variant,
            format=story.format,
            encoding=story.encoding,
            path=story.path,
            version=story.version,
            saved=story.changed,
            by_hand=story.by_hand,
            roles=story.roles,
            links=story.links,
            place=story.place,
            runs=last.runs if last is not None and last.sha256 == story.sha256 else {},
            verdicts=views.verdicts_of(force, self.rules, story.sha256),
            seal_valid=seal is not None and seal.stands,
            seal=seal,
            deadline=story.deadline,
            hold_until=story.hold_until,
            embargo=story.embargo,
            details=story.details,
            hands=story.hands,
            hands_too=story.hands_too,
            in_hands=listed(self.name_of(one) for one in filter(None, (story.hands, *story.hands_too))),
            state_name=self.rules.table.name(story.state),
            apart=story.apart,
            opposites=story.opposites,
            lent=loan_words(story.lent),
        )

    def recall_readings(self, story_id: str) -> None:
        """Spare the grammar engine what the store remembers of the blocks of a story; nothing is written."""
        story, text = self.store.stories.get(story_id), self.store.stories.text(story_id)
        blocks = copy_map(text, story.format, tuple(sorted(story.by_hand.items())), story.roles).blocks
        key = self.examiner.grammar_key(story.variant)
        digests, tried_by = [block.digest for block in blocks], self.examiner.tried_key(story.variant)
        kept = self.store.readings.known(Item.GRAMMAR, key, digests, from_json)
        tried = self.store.readings.known(Item.GRAMMAR, tried_by, digests, tried_from_json)
        self.examiner.rest()
        cache = self.examiner.cache
        cache.fill(Item.GRAMMAR, key, kept)
        cache.fill(Item.GRAMMAR, tried_by, tried)

    def has_shown(self, story_id: str, runs: Iterable[ItemRun]) -> None:
        """Take note of the findings that are on the screen: nobody passes what nobody was shown."""
        self.shown[story_id] = frozenset(f.fingerprint for run in runs for f in run.findings)

    def seen(self, story_id: str) -> frozenset[str]:
        """Return the fingerprints of the findings that are on the screen."""
        return self.shown.get(story_id, frozenset())
