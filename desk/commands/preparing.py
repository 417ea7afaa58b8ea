"""`copydesk prepare`: a laptop made ready for work without a network, and what it lacks said."""

from pathlib import Path

import click

from desk.commands.engine import EngineBar
from desk.commands.packs import must_be_accepted
from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.packs.exchange_plan import Wish
from desk.review.queue import Filter
from desk.services.preparing import engine_in, packs_in
from desk.session import Desk


@click.command(short_help="Make this laptop ready for work without a network.")
@click.argument("place", metavar="[PLACE]", default="")
@click.option("--write", type=click.Path(path_type=Path), metavar="FOLDER", help="Write all of it for another laptop.")
@click.option("--section", default="", help="Stories of this section alone.")
@click.option("--mine", is_flag=True, help="Stories that wait for you alone.")
@click.option("--accept", "numbers", multiple=True, metavar="NUMBER", help="The number of a copy, as it was read out.")
@click.option("--as", "initials", default="", metavar="INITIALS", help="Who does it; by default who works here.")
@click.pass_obj
def prepare(
    database: str, place: str, write: Path | None, section: str, mine: bool, numbers: tuple[str, ...], initials: str
) -> int:
    """Install the grammar engine if it is missing, bring stories from PLACE, and say what is still missing.

    PLACE is a folder that --write filled, the desk's shared folder, or the address of its database; without PLACE it is
    said what is missing and nothing is done. Exit status: 0 ready, 1 something is missing or was refused.
    """
    wanted = Filter(section=section, mine=mine)
    with at_desk(database, initials) as desk:
        if write is not None:
            bar = EngineBar()
            try:
                said = desk.preparing.write(desk.examiner.engine, write, desk.queue.ids(wanted), bar)
            finally:
                bar.end()
            for sentence in said:
                say(sentence)
            return 0
        refused = _brought(desk, place, Wish(wanted), numbers) if place else False
        ready = desk.preparing.readiness(desk.examiner.engine.status())
        for sentence in filter(None, (*ready.has, ready.said, *ready.lacks, ready.on_wish)):
            say(sentence)
    return 1 if ready.lacks or refused else 0


def _brought(desk: Desk, place: str, wish: Wish, numbers: tuple[str, ...]) -> bool:
    """Install what is missing of the engine, bring the stories, and return whether something was refused."""
    folder = Path(place).expanduser() if "://" not in place else None
    folder = folder if folder is not None and folder.is_dir() else None
    _install(desk, folder)
    packs = packs_in(folder) if folder is not None else []
    left = ""
    for pack in packs:
        preview = desk.packs.look(pack)
        say(preview.said)
        must_be_accepted(preview, numbers, yes=True)
        done = desk.packs.take_in(preview, accept=True)
        say(done.said)
        left += done.left
    if packs or (folder is not None and engine_in(folder) is not None):
        return bool(left)
    task = desk.syncing.task(place, wish, numbers)
    synced = task.go()
    say(desk.syncing.arrived(synced, place).said)
    return bool(synced.refused)


def _install(desk: Desk, folder: Path | None) -> None:
    """Install the engine from the folder, else from the network; where neither has it, the end says what is missing."""
    engine, bar = desk.examiner.engine, EngineBar()
    source = engine_in(folder) if folder is not None else None
    try:
        if engine.status().usable:
            came = engine.install_beside(source, bar) if source is not None else ()
        else:
            came = ()
            engine.install_from(source, bar) if source is not None else engine.install(bar)
        for lock in came:
            say(f"The {lock.called} is installed.")
    except KnownError as error:
        say(str(error), err=True)
    finally:
        bar.end()
