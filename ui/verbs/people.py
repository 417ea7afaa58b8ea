"""The verbs on people: say who is working, set up the first, change who belongs to the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.errors import KnownError
from desk.review.people import Person
from desk.review.queue import MINE
from desk.story import Changes, Choice, Part
from ui.actions.keys import key_of, tip_of, with_key
from ui.look.tips import plain_tip
from ui.look.widgets import button
from ui.people.strip import SetUpStrip
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import nothing, tell

if TYPE_CHECKING:
    from desk.session import Desk


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of who is working."""

    choice: Choice
    person: Person
    people: tuple[Person, ...]


def _look(desk: "Desk") -> _Known:
    return _Known(desk.people.who_must_be_chosen(), desk.people.working, tuple(desk.people.all()))


class PeopleVerbs(QObject):
    """Says at the bottom of the window who is working, and lets that be changed."""

    def __init__(self, parts: WindowParts, strip: SetUpStrip) -> None:
        super().__init__(parts.window)
        self._p, self._strip = parts, strip
        self._who = ""
        self._then: Callable[[], object] = nothing
        self.badge = button("", self.who, link=True)
        self.badge.setAccessibleDescription(tip_of("who"))
        self.badge.hide()
        parts.window.statusBar().addPermanentWidget(self.badge)
        strip.set_up_wanted.connect(self._set_up)
        strip.declined.connect(self._decline)
        parts.hub.changed.connect(self._changed)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"who": self.who, "people": self.people}

    # -- Known -------------------------------------------------------------------------------------------------------

    def begin(self, then: Callable[[], None], asked: Callable[[], None] = nothing) -> None:
        """Ask who is working where that must be said first, which calls `asked`, then go on; also where it fails."""

        def known(now: _Known) -> None:
            self._show(now)
            if now.choice is Choice.CHOOSE:
                self._ask(now, then)
                asked()
            else:
                then()

        self._p.hub.ask(_look, known, self._p.hub.fail_and(then))

    def _changed(self, changes: Changes) -> None:
        if changes.parts & {Part.PEOPLE, Part.SETTINGS}:
            self._p.hub.ask(_look, self._show)

    def _show(self, now: _Known) -> None:
        person = now.person
        words = (
            f"{person.name} ({person.initials})"
            if person.set_up or now.choice is not Choice.CHOOSE
            else "Who is working?"
        )
        self.badge.setText(words.replace("&", "&&"))
        self.badge.setAccessibleName(f"Working: {words}")
        self.badge.setToolTip(plain_tip(self._tip(now)))
        self.badge.show()
        if now.choice is Choice.SET_UP:
            self._strip.offer(person.name)
        else:
            self._strip.hide()
        if person.set_up and person.id != self._who and len(now.people) > 1:
            self._p.queue.filters.choose(MINE)
        self._who = person.id

    def _tip(self, now: _Known) -> str:
        if now.choice is Choice.CHOOSE:
            return with_key("Nobody has said who is working: nothing can be decided until then", "who")
        if not now.person.set_up:
            return "Nobody is set up on this desk: you can do all, and the trail says so"
        return f"Somebody else works here now: {key_of('who')}"

    # -- Done --------------------------------------------------------------------------------------------------------

    def _set_up(self, name: str) -> None:
        operations.keep_people(self._p.hub, lambda desk: desk.people.set_up_alone(name))

    def _decline(self) -> None:
        operations.keep_people(self._p.hub, lambda desk: desk.people.decline_set_up())

    def who(self) -> None:
        """Ask who is working; where nobody is set up yet, show the people of the desk."""

        def known(now: _Known) -> None:
            if now.people:
                self._ask(now, nothing)
            else:
                self.people()

        self._p.hub.ask(_look, known)

    def _ask(self, now: _Known, then: Callable[[], object]) -> None:
        pins = self._p.hub.facts.settings.pin_needed
        from ui.people.switch import SwitchDialog

        dialog = SwitchDialog(
            now.people, now.person, self._switch, self._p.window, pins=pins, start=now.choice is Choice.CHOOSE
        )
        self._then = then
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self, _result: int) -> None:
        """Go on with what waited for the answer."""
        then, self._then = self._then, nothing
        then()

    def _switch(self, person: Person, pin: str, done: Callable[[], None], failed: Callable[[KnownError], None]) -> None:
        """Save what was typed under the name of who typed it, in every window, then let the other one work."""

        def switch() -> None:
            operations.keep_people(
                self._p.hub, lambda desk: desk.people.switch(person.id, pin), lambda _: tell(done), failed
            )

        def save_here() -> None:
            if self._p.open_story.edited and self._who:
                self._p.open_story.save(switch, failed)
            else:
                switch()

        if self._who:
            self._p.hub.shared.save_others(self._p.hub, save_here)
        else:
            save_here()

    def people(self) -> None:
        """Show who belongs to the desk."""
        from ui.people.desk import PeopleDialog

        PeopleDialog(self._p.hub, self._p.window).open()
