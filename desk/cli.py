"""The command line: opens the window, or checks files without one (then no Qt is imported and no display needed)."""

import gc
import io
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from desk import __version__
from desk.commands.say import say
from desk.errors import KnownError

_COMMANDS = {
    "open": "desk.commands.window:open_",
    "check": "desk.commands.check:check",
    "copy": "desk.commands.copy_only:copy_",
    "read": "desk.commands.read:read",
    "return": "desk.commands.returning:return_",
    "export": "desk.commands.export:export",
    "engine": "desk.commands.engine:engine",
    "store": "desk.commands.store:store",
    "book": "desk.commands.store:book",
    "watch": "desk.commands.watching:watch",
    "verify": "desk.commands.proofs:verify",
    "report": "desk.commands.proofs:report",
    "key": "desk.commands.keys:key",
    "move": "desk.commands.moves:move",
    "states": "desk.commands.moves:states",
    "pack": "desk.commands.packs:pack",
    "share": "desk.commands.packs:share",
    "unpack": "desk.commands.packs:unpack",
    "sync": "desk.commands.syncing:sync",
    "prepare": "desk.commands.preparing:prepare",
    "register": "desk.commands.registering:register",
}
"""Each command with where it stands; imported when it is asked for, for the window is to be painted first."""
_HELP = """Check a news story before it goes out: grammar, names, advertising, style and structure.

Without a command, the window opens. Nothing needs a network once the grammar engine is installed.

\b
copydesk                      open the window
copydesk story.txt            open a draft in it
copydesk check story.txt      the same checks in the terminal
copydesk engine install       fetch the grammar engine, once
"""
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _is_file(word: str) -> bool:
    """Return whether a first word means a file; a misspelt one as well, for the window says what is wrong with it."""
    return Path(word).exists() or bool(Path(word).suffix) or os.sep in word


class _Commands(click.Group):
    """A group in which a first word that is no command but a file means `open`: `copydesk story.txt`.

    The commands are imported when they are asked for.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        gc.disable()  # what is imported is no garbage
        command = getattr(import_module(module), name)
        gc.enable()
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and _is_file(args[0]):
            args = ["open", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings=_CONTEXT, help=_HELP)
@click.version_option(__version__, prog_name="copydesk")
@click.option("--db", "database", metavar="URL", default="", help="Another database: a file, or a database URL.")
@click.pass_context
def copydesk(ctx: click.Context, database: str) -> None:
    """Open the window, or hand over to a command."""
    ctx.obj = database
    if ctx.invoked_subcommand is None:
        from desk.commands.window import open_window

        ctx.exit(open_window((), database))


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit status; every foreseen error is one line on standard error and status 2."""
    logging.basicConfig(
        level=os.environ.get("COPYDESK_LOG", "ERROR").upper(), format="%(levelname)s %(name)s: %(message)s"
    )
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = copydesk.main(list(arguments), prog_name="copydesk", standalone_mode=False)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        say(shown.getvalue().rstrip("\n"), err=True)
        return 2
    except click.Abort:
        return 130
    except KnownError as error:
        say(str(error), err=True)
        return 2
    except BrokenPipeError:  # `copydesk check ... | head`: the reader has gone, nobody is left to tell
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - kept open for the interpreter's own last flush
        return 0
    return result if isinstance(result, int) else 0
