"""A session for one command of the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from desk.commands.told_settings import tell_faults
from desk.errors import KnownError
from desk.session import Session


@contextmanager
def at_desk(database: str, initials: str = "") -> Iterator[Session]:
    """Give a session with its database open, as the person with these initials (a PIN is asked for if there is one)."""
    session = Session(database=database)
    try:
        fault = session.open_store().said
        tell_faults(session.settings)
        if fault:
            click.echo(fault, err=True)
        if initials:
            _work_as(session, initials)
        yield session
    finally:
        session.close()


def _work_as(session: Session, initials: str) -> None:
    person = session.person_with(initials)
    if person is None:
        raise KnownError(f"Nobody on this desk has the initials “{initials}”.")
    asked = session.settings.pin_needed and person.has_pin
    session.switch(person.id, click.prompt(f"PIN of {person.name}", hide_input=True) if asked else "")
