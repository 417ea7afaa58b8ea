"""`copydesk register`: a double click on a pack opens it with this Copydesk."""

import click

from desk import file_type
from desk.commands.say import say


@click.command(short_help="Open packs with Copydesk on a double click.")
@click.option("--remove", is_flag=True, help="Take it back.")
def register(remove: bool) -> None:
    """Have a double click on a pack (.copydesk) open it with this Copydesk, which says first what it holds.

    Written is what is your own alone: on Linux three files of your data folder, on Windows keys of your registry.
    macOS opens files with application bundles alone, which a package is not; there it says what to do instead.
    """
    say(file_type.unregister() if remove else file_type.register())
