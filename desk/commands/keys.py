"""`copydesk key`: the keys that seals are signed with."""

from pathlib import Path

import click

from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.text.moments import date_alone

_FILE = click.Path(path_type=Path)
_AS = click.option("--as", "initials", default="", metavar="INITIALS", help="Whose key; by default who works here.")


@click.group()
def key() -> None:
    """Make, carry, list and revoke the keys that seals are signed with."""


@key.command("list")
@click.pass_obj
def list_(database: str) -> None:
    """List every key that the desk knows."""
    with at_desk(database) as desk:
        for one in desk.signing_keys.all():
            revoked = f"  revoked {date_alone(one.revoked)} by {one.revoked_by}: {one.why}" if one.revoked else ""
            waits = "  waits for an administrator (copydesk key confirm)" if one.waits and not one.revoked else ""
            alone = "  counts by itself: the administrator's key before it was revoked" if one.by_itself else ""
            say(f"{one.fingerprint[:16]}  {date_alone(one.created)}  {one.who}{revoked}{waits}{alone}")


@key.command()
@_AS
@click.pass_obj
def new(database: str, initials: str) -> None:
    """Make another key, for this machine."""
    with at_desk(database, initials) as desk:
        say(desk.signing_keys.new().said)


@key.command("export")
@click.argument("file", type=_FILE)
@_AS
@click.pass_obj
def export_(database: str, file: Path, initials: str) -> None:
    """Write the key to a file locked with a passphrase, to carry it to another machine."""
    with at_desk(database, initials) as desk:
        passphrase = click.prompt("Passphrase for the file", hide_input=True, confirmation_prompt=True)
        say(desk.signing_keys.export(file, passphrase).said)


@key.command("import")
@click.argument("file", type=_FILE)
@_AS
@click.pass_obj
def import_(database: str, file: Path, initials: str) -> None:
    """Take a key from a file that `copydesk key export` wrote."""
    with at_desk(database, initials) as desk:
        say(desk.signing_keys.take_in(file, click.prompt("Passphrase of the file", hide_input=True)).said)


@key.command()
@click.argument("fingerprint")
@click.option("--why", required=True, help="Lost, stolen, its owner has left: kept with the key.")
@_AS
@click.pass_obj
def revoke(database: str, fingerprint: str, why: str, initials: str) -> None:
    """Revoke a key, named by the beginning of its fingerprint: what it signs from now on counts for nothing."""
    with at_desk(database, initials) as desk:
        say(desk.signing_keys.revoke(fingerprint, why).said)


@key.command()
@click.argument("fingerprint")
@_AS
@click.pass_obj
def confirm(database: str, fingerprint: str, initials: str) -> None:
    """Let a key count, named by the beginning of its fingerprint: signed with the key of an administrator."""
    with at_desk(database, initials) as desk:
        say(desk.signing_keys.confirm(fingerprint).told)
