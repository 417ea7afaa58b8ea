"""`copydesk watch`: a folder whose new files become stories of the queue, without a window."""

import time
from pathlib import Path

import click

from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.readers.folder_watch import SETTLED
from desk.services.watched_folder import WatchedFolderService

_LOOK_AGAIN = 3.0
"""Seconds between two looks."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Take in what is there now, then end; status 1 where something is left out.")
@click.pass_obj
def watch(database: str, folder: Path, once: bool) -> int:
    """Make a story of each new file in FOLDER, once, until Ctrl+C.

    Files that are still being written are waited for; the files stay where they are. What cannot be read is said on
    standard error, and read again once it changes.
    """
    with at_desk(database) as desk:
        watched = desk.watched_folder
        watched.use(folder.absolute())
        told: set[str] = set()
        try:
            _look(watched, told)
            time.sleep(SETTLED if once else 0)
            while _look(watched, told) or not once:
                time.sleep(0 if once else _LOOK_AGAIN)
        except KeyboardInterrupt:
            say("No longer watching.", err=True)
        return 1 if told else 0


def _look(watched: WatchedFolderService, told: set[str]) -> bool:
    """Look once and say what came of it; return whether files are left that could be taken at once."""
    try:
        done = watched.look()
    except KnownError as error:  # of the store: the next look tries again
        _tell({str(error)}, told)
        return False
    if done.said:
        say(done.said)
    state = watched.state
    _tell({unread.why for unread in state.unread} | ({state.trouble} if state.trouble else set()), told)
    return bool(done.said)


def _tell(now: set[str], told: set[str]) -> None:
    """Say on standard error what was not said before, and forget what holds no longer."""
    for sentence in sorted(now - told):
        say(sentence, err=True)
    told.clear()
    told.update(now)
