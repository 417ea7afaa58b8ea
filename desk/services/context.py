"""What every room of the session stands on: the open store, who is working, the desk's rules, a story as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk import __version__
from desk.checking.checklist import Line
from desk.checking.copy_map import copy_map
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.grammar.reading import from_json
from desk.checks.house import Brief, House
from desk.errors import BugError, KnownError
from desk.review.decisions import Decision
from desk.review.gate_case import checklist
from desk.review.people import NOBODY, Person, Role, role_of, working
from desk.review.rules import Rules
from desk.review.seal import text_digest
from desk.review.states_file import read_rules
from desk.services import views
from desk.services.examiner import Examiner
from desk.story import Changes, Part, StoryView

if TYPE_CHECKING:  # `copydesk check` needs no database, and SQLAlchemy takes 0.2 s to import
    from desk.store.connect import Store
    from desk.store.records.values import Story

DECIDED = frozenset({Part.DECISIONS, Part.QUEUE})
RULES_FILE = "review.toml"


class DeskBase(Examiner):
    """One user's desk: what an examiner has, and the store once it is opened."""

    def __init__(self, settings_path: Path | None = None, database: str = "") -> None:
        self._database = database
        self._store: Store | None = None
        self._people: tuple[Person, ...] = ()
        self._who = ""
        """The id of who is working, empty for nobody yet."""
        self._rules = Rules()
        self._rules_fault = ""
        self._shown: dict[str, frozenset[str]] = {}
        """Story -> fingerprints of the findings that this window has on its screen."""
        super().__init__(settings_path)

    @property
    def store(self) -> "Store":
        """Return the open store; raises `BugError` before `open_store`."""
        if self._store is None:
            raise BugError("the store was used before it was opened")
        return self._store

    @property
    def person(self) -> Person:
        """Return who is working; where people are set up and nobody has said so, somebody who may do nothing."""
        if not self._people:
            return working(self.settings.user_name, map(role_of, self.settings.roles))
        return next((person for person in self._people if person.id == self._who), NOBODY)

    def signed(self) -> Person:
        """Return who is working, to sign with; raises `KnownError` while nobody has said so."""
        person = self.person
        if person is NOBODY:
            raise KnownError("Say first who is working: decisions are signed.")
        return person

    def keeper(self) -> Person:
        """Return who is working, to change the name book; raises `KnownError` for anybody but a keeper of it."""
        person = self.signed()
        if not person.may({Role.KEEPER}):
            able = (
                ", ".join(one.name for one in self._people if one.may({Role.KEEPER})) or "an administrator can name one"
            )
            raise KnownError(f"Only a keeper of the name book changes it: {able}.")
        return person

    @property
    def rules(self) -> Rules:
        """Return the desk's review; raises `KnownError` with line and reason where its file makes no sense."""
        if self._rules_fault:
            raise KnownError(self._rules_fault)
        return self._rules

    def read_rules(self) -> str:
        """Read the desk's own review; returns what is wrong with it in one sentence, empty where all is well."""
        named = self.settings.review_file
        path = Path(named).expanduser() if named else self._settings_path.parent / RULES_FILE
        try:
            self._rules, self._rules_fault = read_rules(path, self.settings.manual_items, must_exist=bool(named)), ""
        except KnownError as error:
            self._rules, self._rules_fault = Rules(manual_items=self.settings.manual_items), str(error)
        if self._store is not None:
            self._store.reviews.rules = self._rules
        return self._rules_fault

    def change_settings(self, changes: Mapping[str, object]) -> Changes:
        """Write some settings; what they touch is looked at again."""
        done = super().change_settings(changes)
        fault = self.read_rules() if self._store is not None else ""
        return replace(done, said=fault) if fault else done

    def look_up_house(self) -> House:
        """Return the house with the desk's own words and names, once the store is open."""
        house = super().look_up_house()
        if self._store is None:
            return house
        return replace(house, dictionary=self._store.dictionary.words(), name_book=self._store.book.entries())

    def brief(self, story: StoryView) -> Brief:
        """Return what the checks are told about a story."""
        return Brief(self._house, story.variant, story.verdicts.name_answers)

    # -- Stories -----------------------------------------------------------------------------------------------------

    def view(self, story_id: str) -> StoryView:
        """Return a story as the database has it now."""
        story = self.store.stories.get(story_id)
        text = self.store.stories.text(story_id)
        last = self.store.runs.last(story_id)
        force = self.store.decisions.in_force(story_id)
        seal = self.store.seals.status(story_id)
        self._fill_readings(story, text)
        return StoryView(
            id=story.id,
            slug=story.slug,
            text=text,
            state=story.state,
            headline=story.headline,
            section=story.section,
            owner=story.owner,
            variant=story.variant,
            format=story.format,
            encoding=story.encoding,
            path=story.path,
            version=story.version,
            saved=story.changed,
            by_hand=story.by_hand,
            place=story.place,
            runs=last.runs if last is not None and last.sha256 == story.sha256 else {},
            verdicts=views.verdicts_of(force, self._rules, story.sha256),
            seal_valid=seal is not None and seal.stands,
            seal=seal,
            deadline=story.deadline,
            hold_until=story.hold_until,
            hands=story.hands,
            state_name=self._rules.table.name(story.state),
        )

    def checklist(self, story: StoryView) -> tuple[Line, ...]:
        """Return the checklist of a story as it is saved; an item without a run for this very text is checking."""
        force = self.store.decisions.in_force(story.id)
        return checklist(story.runs, force, self._rules, text_digest(story.text))

    def _fill_readings(self, story: "Story", text: str) -> None:
        blocks = copy_map(text, story.format, tuple(sorted(story.by_hand.items()))).blocks
        key = self._grammar_key(story.variant)
        kept = self.store.readings.known(Item.GRAMMAR, key, [block.digest for block in blocks])
        self.cache.fill(Item.GRAMMAR, key, {digest: from_json(reading) for digest, reading in kept.items()})

    def _grammar_key(self, variant: str) -> str:
        return self._checks[Item.GRAMMAR].key(Brief(self._house, variant))

    def _has_shown(self, story_id: str, runs: Iterable[ItemRun]) -> None:
        self._shown[story_id] = frozenset(f.fingerprint for run in runs for f in run.findings)

    def _decide(self, decision: Decision, *also: Part) -> Changes:
        story, person = self.store.stories.get(decision.story), self.signed()
        signed = replace(
            decision,
            sha256=story.sha256,
            who=person.name,
            person=person.id,
            role=person.acting_as((), story.section),
        )
        self.store.decisions.add(signed)
        return Changes(DECIDED | frozenset(also), self.view(decision.story))

    # -- What checked ------------------------------------------------------------------------------------------------

    def checked_by(self, variant: str, runs: Iterable[ItemRun]) -> tuple[str, str]:
        """Return rule set and grammar engine with their versions, for a run that is kept; no engine if it was off."""
        brief, keys = Brief(self._house, variant), []
        for item, check in sorted(self._checks.items()):
            try:
                keys.append(f"{item} {check.key(brief)}")
            except KnownError as error:  # the desk's own style file is broken: the item is unchecked and says so
                keys.append(f"{item} {error}")
        grammar = any(run.item is Item.GRAMMAR and not run.unchecked for run in runs)
        engine = f"LanguageTool {self.engine.key}" if grammar else ""
        return f"Copydesk {__version__}, rule set {views.short_digest(keys)}", engine
