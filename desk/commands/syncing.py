"""`copydesk sync`: a laptop and its desk's database brought to the same, over a line or a share."""

import sys

import click

from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.packs.exchange_plan import ExchangePlan, Wish
from desk.review.queue import Filter


@click.command()
@click.argument("where", metavar="DATABASE")
@click.option("--section", default="", help="Stories of this section alone are brought here.")
@click.option("--mine", is_flag=True, help="Stories that wait for you alone are brought here.")
@click.option("--look", is_flag=True, help="Say what would come and go, and exchange nothing.")
@click.option("--as", "initials", default="", metavar="INITIALS", help="Who does it; by default who works here.")
@click.pass_obj
def sync(database: str, where: str, section: str, mine: bool, look: bool, initials: str) -> int:
    """Exchange what is missing with the desk's DATABASE: its URL, or a file.

    Stories that are here already are exchanged in any case. It may be broken off (Ctrl+C) and goes on the next time.
    Exit status: 0 done, 1 something was refused, 2 it could not begin.
    """
    wish = Wish(Filter(section=section, mine=mine))
    with at_desk(database, initials) as desk:
        if look:
            say_plan(desk.syncing.look(where, wish))
            return 0
        synced, changes = desk.syncing.sync(where, wish, _told)
        say(changes.said)
    return 1 if synced.refused else 0


def say_plan(plan: ExchangePlan) -> None:
    """Say what an exchange would come to, a line a story."""
    for line in (plan.said, *(story.said for story in plan.stories), *plan.strangers, *plan.refused):
        say(line)


def _told(done: int, of: int) -> bool:
    if sys.stderr.isatty() and done:
        say(f"{done} of {of}", err=True)
    return True
