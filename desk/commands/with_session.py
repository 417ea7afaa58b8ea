"""An open desk for one command of the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from desk.commands.say import say
from desk.commands.told_settings import tell_faults
from desk.commands.upgrading import telling_of_upgrade
from desk.errors import KnownError
from desk.session import Desk, Session
from desk.text.words import harmless


@contextmanager
def at_desk(database: str, initials: str = "") -> Iterator[Desk]:
    """Give an open desk, as the person with these initials (a PIN is asked for if there is one)."""
    session = Session(database=database)
    try:
        with telling_of_upgrade() as told:
            desk = session.open_store(told)
    except BaseException:
        session.close()
        raise
    try:
        tell_faults(desk.settings)
        for fault in filter(None, (desk.facts().rules_fault, desk.waiting_keys.told(), desk.opened.left)):
            say(fault, err=True)
        if initials:
            _work_as(desk, initials)
        yield desk
    finally:
        desk.close()


def _work_as(desk: Desk, initials: str) -> None:
    person = desk.people.with_initials(initials)
    if person is None:
        raise KnownError(f"Nobody on this desk has the initials “{initials}”.")
    asked = desk.settings.pin_needed and person.has_pin
    desk.people.switch(person.id, click.prompt(harmless(f"PIN of {person.name}"), hide_input=True) if asked else "")
