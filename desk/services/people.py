"""Who is working, and who belongs to the desk: set up in one step, switched in a moment, changed by administrators."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.review.people import EVERY_ROLE, EVERY_SECTION, NO_ONE, Actor, Person, Role, same_words, working
from desk.story import Changes, Choice, Part

if TYPE_CHECKING:
    from desk.review.signing import SigningKey
    from desk.services.context import DeskContext
    from desk.services.desk_use import DeskUseService
    from desk.services.papers import PapersService
    from desk.services.signing_keys import SigningKeysService

_PEOPLE = frozenset({Part.PEOPLE, Part.QUEUE, Part.STORY})
Roles = Mapping[str, Collection[Role]]


class PeopleService:
    """The people of a desk, for the store lane."""

    def __init__(
        self,
        context: "DeskContext",
        signing_keys: "SigningKeysService",
        papers: "PapersService",
        use: "DeskUseService",
    ) -> None:
        self._context, self._store, self._signing_keys = context, context.store, signing_keys
        self._papers, self._use = papers, use

    @property
    def working(self) -> Person:
        """Return who is working; where people are set up and nobody has said so, somebody who may do nothing."""
        return self._context.person

    def all(self) -> list[Person]:
        """Return everybody who belongs to the desk, by name."""
        return list(self._context.people)

    def with_initials(self, initials: str) -> Person | None:
        """Return the person with these initials, None where there is none."""
        return next((person for person in self._context.people if same_words(person.initials, initials)), None)

    def name_of(self, person: str) -> str:
        """Return the name of the person with this id, for the screen; of one who has left or was never set up, too."""
        return self._context.name_of(person)

    def who_must_be_chosen(self) -> Choice:
        """Return whether the window must ask: to set somebody up, once; to say who is working; or not at all."""
        if not self._context.people:
            return Choice.NOBODY_NEEDED if self._context.settings.set_up_declined else Choice.SET_UP
        return Choice.NOBODY_NEEDED if self.working.set_up else Choice.CHOOSE

    def meet(self) -> None:
        """Look up who belongs to the desk, and who was working here last: on a shared desktop nobody is presumed."""
        self._context.people = tuple(self._store.people.all())
        if not any(person.id == self._context.who for person in self._context.people):
            self._context.who = ""
        if not self._context.who and not self._context.settings.shared_desktop:
            self._context.who = self._context.settings.person
        self._context.meet_account()

    def arrived(self) -> str:
        """Look up people and papers of the desk after something came in, and learn from approved stories among it.

        Returns which papers are in force anew, in a sentence.
        """
        self.meet()
        self._use.learn()
        return self._papers.put_in_force()

    def set_up_alone(self, name: str = "", initials: str = "") -> Changes:
        """Set up the one who works on this laptop, with every role; by default under the name of the account."""
        if self._context.people:
            raise KnownError("This desk has people already: say who is working, or have yourself added.")
        name = " ".join(name.split()) or working(self._context.settings.user_name).name
        with self._store.together():  # nobody is set up whom the settings do not know
            person = self._store.people.add(name, initials, {EVERY_SECTION: EVERY_ROLE}, account=self._context.account)
            self._context.change_settings({"person": person.id, "user_name": person.name})
        self._context.who = person.id
        return self._met(f"You work as {person.name}.")

    def decline_set_up(self) -> Changes:
        """Work on without any set-up; the trail says so, and nobody asks again."""
        self._context.change_settings({"set_up_declined": True})
        return Changes(frozenset({Part.PEOPLE}))

    def switch(self, person_id: str, pin: str = "") -> Changes:
        """Let somebody else work here; raises `KnownError` where the PIN is asked for and is another one."""
        person = next((person for person in self._context.people if person.id == person_id), None)
        if person is None:
            raise KnownError("This person does not belong to the desk: choose another, or add them first.")
        if self._context.settings.pin_needed and not self._store.people.pin_is(person.id, pin):
            raise KnownError(f"This is not the PIN of {person.name}: try again.")
        if not self._context.settings.shared_desktop:
            self._context.change_settings({"person": person.id})
        self._context.who = person.id
        return self._met(f"{person.name} is working now.")

    def add(self, name: str, initials: str, roles: Roles, pin: str = "") -> Changes:
        """Add somebody to the desk; on a desk that has people only an administrator may."""
        signer = self._administrator()
        person = self._store.people.add(name, initials, roles, pin, by=self._by, signer=signer)
        return self._met(f"{person.name} belongs to the desk.")

    def change(
        self,
        person_id: str,
        *,
        name: str | None = None,
        initials: str | None = None,
        roles: Roles | None = None,
        pin: str | None = None,
    ) -> Changes:
        """Change what is given of a person; one's own PIN everybody may, all else only an administrator."""
        own_pin = person_id == self.working.id and not any(given is not None for given in (name, initials, roles))
        signer = None if own_pin else self._administrator()
        person = self._store.people.change(
            person_id, name=name, initials=initials, roles=roles, pin=pin, by=self._by, signer=signer
        )
        return self._met(f"{person.name} is changed.")

    def withdraw(self, person_id: str) -> Changes:
        """Let somebody leave the desk; what they decided and sealed stays."""
        signer = self._administrator()
        person = self._store.people.withdraw(person_id, by=self._by, signer=signer)
        return self._met(f"{person.name} has left the desk.")

    @property
    def _by(self) -> Actor:
        return self.working.actor if self._context.people else NO_ONE

    def _administrator(self) -> "SigningKey | None":
        """Return the key that a change of the desk is signed with, None where nobody is set up yet.

        Raises `KnownError` where who is working is no administrator, or their key is not on this machine.
        """
        if not self._context.people:
            return None
        if not self.working.may({Role.ADMIN}):
            able = ", ".join(person.name for person in self._context.people if person.may({Role.ADMIN}))
            raise KnownError(f"Only an administrator changes the people of a desk: {able} can.")
        return self._signing_keys.signer(self.working)

    def _met(self, said: str) -> Changes:
        self.meet()
        return Changes(_PEOPLE, said=said, to_read=self._signing_keys.untold())
