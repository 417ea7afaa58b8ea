"""Moving stories on: where they can go, what stands in the way, approvals with their seals, one story or several."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map, copy_map_of
from desk.checks.check import Item
from desk.checks.names.entries import Ledger
from desk.errors import KnownError
from desk.review.decisions import Done, without_dropped
from desk.review.move_request import MoveRequest
from desk.review.rules import Rules
from desk.review.seal import Content, content_of, text_digest
from desk.review.states import Action, is_turned
from desk.services import views
from desk.store.records.values import Ask
from desk.story import NO_KINDS, Changes, Draft, MoveOption, Part, Returned

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.desk_use import DeskUseService
    from desk.services.name_book import NameBookService
    from desk.services.outgoing import OutgoingService
    from desk.services.people import PeopleService
    from desk.services.saving import SavingService
    from desk.services.signing_keys import SigningKeysService

_MOVED = frozenset({Part.STORY, Part.QUEUE, Part.DECISIONS})


class MovesService:
    """Moves and approvals, for the store lane."""

    def __init__(
        self,
        context: "DeskContext",
        saving: "SavingService",
        people: "PeopleService",
        signing_keys: "SigningKeysService",
        name_book: "NameBookService",
        outgoing: "OutgoingService",
        use: "DeskUseService",
    ) -> None:
        self._context, self._store = context, context.store
        self._saving, self._people = saving, people
        self._signing_keys, self._name_book, self._outgoing = signing_keys, name_book, outgoing
        self._use = use

    def rules(self) -> Rules:
        """Return the desk's review; raises `KnownError` with line and reason if its file is no good."""
        return self._context.sound_rules()

    def state_names(self) -> Mapping[str, str]:
        """Return the desk's states in the order of the flow, id to name."""
        return self._context.rules.table.names

    def state_name(self, state: str) -> str:
        """Return what the screen calls a state."""
        return self._context.rules.table.name(state)

    def options(self, story_id: str) -> tuple[MoveOption, ...]:
        """Return where a story can go from here, and what stands in the way of each move."""
        self._context.sound_rules()
        found = self._store.reviews.options(story_id, self._context.person, self._context.seen(story_id))
        return tuple(map(views.option, found))

    def closed_ways(self, story_id: str) -> tuple[str, ...]:
        """Return why whoever is working cannot move a story on from here, and who could; empty where they can."""
        return self._store.reviews.closed_ways(story_id, self._context.person)

    def move(self, wanted: MoveRequest, draft: Draft | None = None) -> Changes:
        """Save the draft and move the story on; an approval is sealed to this exact text, its run and its waivers."""
        person, story_id = self._context.signed(), wanted.story
        self._context.sound_rules()
        story, parts = self._store.stories.get(story_id), _MOVED
        if draft is not None and (text_digest(draft.text), draft.links) != (story.sha256, story.links):
            parts |= self._saving.save(story_id, draft, None).parts
        seen, to_name = self._context.seen(story_id), self._people.name_of(wanted.to)
        ask = Ask(wanted, person, to_name=to_name, seen=seen)
        if wanted.action == Action.APPROVE:
            content = self._content(story_id)
            _is_read(wanted, content.sha256)
            signer, names = self._signing_keys.signer(person), self._names(story_id)
            with self._store.together():
                self._store.reviews.approve(ask, content, signer)
                self._name_book.propose(story_id, names)
        else:
            _is_read(wanted, self._store.stories.get(story_id).sha256)
            self._store.reviews.move(ask)
        out = self._outgoing.send(story_id) if wanted.action == Action.APPROVE else Changes(frozenset())
        with suppress(KnownError):  # the move is made; what was seen is kept at the end of the session too
            self._context.witness.remember()
        view = self._context.view(story_id)
        if wanted.action == Action.APPROVE:
            parts |= self._use.learn()
        elif is_turned(story.state, view.state):
            parts |= self._context.read_use()
        said = " ".join(filter(None, (f"{view.slug}: {self.state_name(view.state)}.", out.said)))
        return Changes(parts, view, said, unsent=out.unsent, to_read=self._signing_keys.untold())

    def work_list(self, story_id: str) -> Returned | None:
        """Return with what the story was returned last; None where it was not returned, or has been handed on since."""
        decisions = without_dropped(self._store.decisions.of_story(story_id))
        moves = [decision for decision in decisions if decision.state is not None]
        last = moves[-1] if moves else None
        return views.returned(last) if last is not None and last.done is Done.RETURNED else None

    def _content(self, story_id: str) -> Content:
        """Return what a seal is bound to of the story as it is saved."""
        with self._store.at_one_moment():
            story, text = self._store.stories.get(story_id), self._store.stories.text(story_id)
        manuscript = copy_map(text, story.format, tuple(sorted(story.by_hand.items())), story.roles)
        return content_of(
            manuscript, views.headline_of(manuscript), story.by_hand or NO_KINDS, story.format, story.links
        )

    def _names(self, story_id: str) -> Ledger:
        """Return the names of a story, which are proposed for the name book once it is approved; a keeper decides."""
        view, examiner = self._context.view(story_id), self._context.examiner
        names = view.runs[Item.NAMES].findings if Item.NAMES in view.runs else ()
        manuscript = copy_map_of(view)
        return examiner.ledger(manuscript, names, examiner.brief(view))


def _is_read(wanted: MoveRequest, sha256: str) -> None:
    if wanted.read and wanted.read != sha256:
        raise KnownError("The story was changed while you read it: look at what changed, then decide.")
