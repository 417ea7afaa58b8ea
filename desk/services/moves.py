"""Moving stories on: where they can go, what stands in the way, approvals with their seals, one story or several."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desk.checking.copy_map import copy_map
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.seal import Content, content_of, text_digest
from desk.review.states import Action
from desk.services import views
from desk.services.saving import SavingRoom
from desk.story import NO_KINDS, Changes, Draft, MoveOption, Part, Returned, StoryView

_MOVED = frozenset({Part.STORY, Part.QUEUE, Part.DECISIONS})


class MovesRoom(SavingRoom):
    """Moves and approvals, for the store lane."""

    def state_names(self) -> Mapping[str, str]:
        """Return the desk's states in the order of the flow, id to name."""
        return self._rules.table.names

    def state_name(self, state: str) -> str:
        """Return what the screen calls a state."""
        return self._rules.table.name(state)

    def moves(self, story: StoryView) -> tuple[MoveOption, ...]:
        """Return where the story can go from here, and what stands in the way of each move."""
        return self.moves_of(story.id)

    def moves_of(self, story_id: str) -> tuple[MoveOption, ...]:
        """Return where a story can go from here, by its id."""
        self.store.reviews.rules = self.rules
        seen = self._shown.get(story_id, frozenset())
        return tuple(map(views.option, self.store.reviews.options(story_id, self.person, seen)))

    def move(
        self,
        story_id: str,
        action: str,
        note: str,
        draft: Draft | None = None,
        passed: Mapping[str, str] | None = None,
        *,
        to: str = "",
        until: datetime | None = None,
        picked: Mapping[str, Any] | None = None,
        read: str = "",
    ) -> Changes:
        """Save the draft and move the story on; an approval is sealed to this exact text, its run and its waivers.

        `passed` gives a reason for each obstacle (by its key) that the person takes upon himself; `to` is the key of
        whom it goes to, `until` the end of a hold, `picked` the findings and comments that a return hands over, `read`
        the digest of the text that was read: nobody decides on another one.
        """
        person = self.signed()
        self.store.reviews.rules = self.rules
        if draft is not None and text_digest(draft.text) != self.store.stories.get(story_id).sha256:
            self.save(story_id, draft, None)
        ask = self._ask(story_id, action, note, passed or {}, to, until, picked or {})
        if action == Action.APPROVE:
            content = self._content(story_id)
            self._is_read(read, content.sha256)
            self.store.reviews.approve(ask, content, self.signer(person))
            self._learn_names(story_id)
        else:
            self._is_read(read, self.store.stories.get(story_id).sha256)
            self.store.reviews.move(ask)
        view = self.view(story_id)
        said, self.said_of_key = f"{view.slug}: {self.state_name(view.state)}. {self.said_of_key}".strip(), ""
        return Changes(_MOVED, view, said)

    def _is_read(self, read: str, sha256: str) -> None:
        if read and read != sha256:
            raise KnownError("The story was changed while you read it: look at what changed, then decide.")

    def take(self, story_id: str) -> Changes:
        """Take a story in hand."""
        self.store.stories.take(story_id, self.signed())
        return Changes(frozenset({Part.STORY, Part.QUEUE, Part.DECISIONS}), self.view(story_id))

    def set_deadline(self, story_id: str, when: datetime | None) -> Changes:
        """Say by when the story must be out; None for no deadline. Raises `KnownError` while nobody says who works."""
        self.signed()
        self.store.stories.set_deadline(story_id, when)
        return Changes(frozenset({Part.STORY, Part.QUEUE}), self.view(story_id))

    def work_list(self, story_id: str) -> Returned | None:
        """Return with what the story was returned last; None where it was not returned, or has been handed on since."""
        moves = [d for d in self.store.decisions.of_story(story_id) if d.state is not None]
        last = moves[-1] if moves else None
        return views.returned(last) if last is not None and last.done is Done.RETURNED else None

    def _ask(
        self,
        story_id: str,
        action: str,
        note: str,
        reasons: Mapping[str, str],
        to: str,
        until: datetime | None,
        picked: Mapping[str, Any],
    ) -> Any:
        from desk.store.records.values import Ask

        name = self.person_named(to)
        seen = self._shown.get(story_id, frozenset())
        return Ask(
            story=story_id,
            action=str(action),
            person=self.signed(),
            reason=note,
            passed=reasons,
            to=to,
            to_name=name,
            until=until,
            picked=picked,
            seen=seen,
        )

    def _content(self, story_id: str) -> Content:
        """Return what a seal is bound to of the story as it is saved."""
        story, text = self.store.stories.get(story_id), self.store.stories.text(story_id)
        manuscript = copy_map(text, story.format, tuple(sorted(story.by_hand.items())))
        return content_of(manuscript, views.headline_of(manuscript), story.by_hand or NO_KINDS, story.format)

    def _learn_names(self, story_id: str) -> None:
        """Propose the names of an approved story for the name book; a keeper decides."""
        view = self.view(story_id)
        names = view.runs[Item.NAMES].findings if Item.NAMES in view.runs else ()
        manuscript = copy_map(view.text, view.format, tuple(sorted(view.by_hand.items())))
        self.keeping.propose(view.id, self.ledger(manuscript, names, self.brief(view)))
