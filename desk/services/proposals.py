"""What laptops did to people and keys, asked of the administrators; a "no" is remembered; for the store lane."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk.errors import KnownError
from desk.review.asked import Asked
from desk.review.decisions import Done
from desk.review.people import EVERY_SECTION, Role
from desk.review.words import ROLES, words_for
from desk.services.written_packs import words_left
from desk.story import Changes, Part
from desk.text.moments import to_the_minute

if TYPE_CHECKING:
    from desk.review.signing import SigningKey
    from desk.services.context import DeskContext
    from desk.services.papers import PapersService
    from desk.services.people import PeopleService
    from desk.services.signing_keys import SigningKeysService
    from desk.store.exchange.proposed import Proposed

_AFTER = (
    "Until an administrator says so it counts on that copy alone, and nothing of it here. A no is remembered, and is "
    "not asked again."
)


class ProposalsService:
    """Asks what of other copies is to count here, and does as an administrator says."""

    def __init__(
        self,
        context: "DeskContext",
        people: "PeopleService",
        signing_keys: "SigningKeysService",
        papers: "PapersService",
    ) -> None:
        self._context, self._store = context, context.store
        self._people, self._signing_keys, self._papers = people, signing_keys, papers

    def waiting(self) -> tuple[Asked, ...]:
        """Return what nobody decided yet."""
        return tuple(_asked(one) for one in self._store.proposed.waiting())

    def of_story(self, _story_id: str) -> tuple[Asked, ...]:
        """Return nothing: people and keys are no story's."""
        return ()

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Take it over or refuse it; raises `KnownError` for whoever is no administrator."""
        person = self._context.signed()
        if self._context.people and not person.may({Role.ADMIN}):
            raise KnownError("Only an administrator decides what other copies propose: people and keys are the desk's.")
        id_ = asked.id.partition(":")[2]
        one = next((each for each in self._store.proposed.waiting() if each.decision.id == id_), None)
        if one is None:
            raise KnownError("Somebody decided that meanwhile: look at what needs you once more.")
        signer = self._signing_keys.signer(person) if self._context.people else None
        with self._store.together():
            self._store.proposed.decided(id_, nth == 0, person.actor, signer)
            if nth == 0:
                self._take_over(one, signer)
        left = words_left(self._store) if nth == 0 and one.decision.done is Done.TEXT_EMPTIED else ()
        self._store.emptying.look()
        self._people.meet()
        said = f"{asked.said} {'Taken over' if nth == 0 else 'Refused'}."
        return Changes(frozenset({Part.PEOPLE, Part.QUEUE, Part.STORY}), said=said, left="\n".join(left))

    def _take_over(self, one: "Proposed", signer: "SigningKey | None") -> None:
        made, note, by = one.decision, one.decision.note, self._context.person.actor
        people, keys = self._store.people, self._store.keys
        if made.done is Done.PERSON_ADDED:
            people.add(
                str(note["name"]),
                str(note["initials"]),
                _roles(note["roles"]),
                account=made.subject,
                by=by,
                signer=signer,
            )
        elif made.done is Done.PERSON_CHANGED:
            changes = dict(one.changes or {})
            roles = _roles(changes["roles"]) if "roles" in changes else None
            people.change(
                made.subject,
                name=changes.get("name"),
                initials=changes.get("initials"),
                roles=roles,
                by=by,
                signer=signer,
            )
        elif made.done is Done.PERSON_LEFT:
            people.withdraw(made.subject, by=by, signer=signer)
        elif made.done is Done.TEXT_EMPTIED:
            self._store.emptying.take_over(made.subject, made.note, made.reason, by=by, signer=signer)
        elif made.done is Done.PAPER_GIVEN:
            self._papers.take_over(made.subject, str(note["words"]))
            self._store.papers.enter(made.subject, str(note["words"]), by, signer)
        else:
            owner = self._store.people.get(made.who.id)
            if owner is None:
                raise KnownError(f"{made.who.name} does not belong to this desk: add them first.")
            keys.add(owner, made.subject, str(note["public"]))
            if signer is not None:
                keys.confirm(made.subject, self._context.person, signer)


def _asked(one: "Proposed") -> Asked:
    made, copy = one.decision, one.copy or "Another copy"
    told = f"{made.who.name or 'Somebody'}, {copy}, {to_the_minute(made.when)}."
    return Asked(f"desk:{made.id}", "", "", f"{copy} {_said(one)}", (told,), ("It counts here too", "No"), _AFTER)


def _said(one: "Proposed") -> str:
    made, about = one.decision, one.about
    if made.done is Done.PERSON_ADDED:
        return f"added {about} as {_words(made.note['roles'])}."
    if made.done is Done.PERSON_LEFT:
        return f"let {about} leave."
    if made.done is Done.KEY_ENTERED:
        return f"has a key of {about} ({made.subject[:16]}) that this desk does not know."
    if made.done is Done.PAPER_GIVEN:
        return f"works by other words of {about} and proposes them to the desk."
    if made.done is Done.TEXT_EMPTIED:
        return f"emptied a text of “{about}”: {made.reason}."
    changes = dict(one.changes or {})
    told = [f"{name} “{changes[name]}”" for name in ("name", "initials") if name in changes]
    told += [f"roles {_words(changes['roles'])}"] if "roles" in changes else []
    return f"changed {about}: {', '.join(told)}."


def _words(roles: Mapping[str, Any]) -> str:
    told = [
        f"{words_for(ROLES, role)}{'' if section == EVERY_SECTION else f' of {section}'}"
        for section, words in sorted(roles.items())
        for role in sorted(words)
    ]
    return " and ".join(told) or "a guest"


def _roles(plain: Mapping[str, Any]) -> dict[str, set[Role]]:
    known = set(map(str, Role))
    return {section: {Role(word) for word in words if word in known} for section, words in plain.items()}
