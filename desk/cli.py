"""The command line: opens the window, or checks files without one (then no Qt is imported and no display needed)."""

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk import __version__
from desk.checks.check import Item
from desk.errors import KnownError
from desk.paths import data_dir
from desk.screen import no_window

if TYPE_CHECKING:  # the window is painted before the rest is imported: 0.3 s are the limit, not a second
    from desk.report.lines import Show
    from desk.services.examiner import Examiner

_LATER = {
    "engine": "desk.commands.engine",
    "store": "desk.commands.store",
    "book": "desk.commands.store",
    "verify": "desk.commands.proofs",
    "report": "desk.commands.proofs",
    "key": "desk.commands.keys",
    "move": "desk.commands.moves",
    "states": "desk.commands.moves",
    "read": "desk.commands.read",
}
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

    The commands below the first level are imported when they are asked for.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_LATER})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _LATER:
            command = getattr(import_module(_LATER[cmd_name]), cmd_name)
            assert isinstance(command, click.Command)
            return command
        return super().get_command(ctx, cmd_name)

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
        ctx.exit(_window((), database))


@copydesk.command("open", short_help="Open drafts in the window.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.pass_obj
def open_(database: str, files: tuple[Path, ...]) -> int:
    """Open drafts (.txt, .md) in the window.

    Each becomes a story in the store; the file itself is only written when you export to it.
    """
    return _window(files, database)


@copydesk.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file, one a line.")
@click.option("--only", metavar="ITEMS", default="", help=f"Only these items, with commas: {','.join(Item)}.")
@click.option(
    "--variant", default="", metavar="CODE", help="The English of these files (en-US, en-GB, ...), for this call."
)
@click.pass_obj
def check(database: str, files: tuple[Path, ...], as_json: bool, only: str, variant: str) -> int:
    """Check drafts in the terminal.

    Prints the checklist and every finding with its line and column. The files are only read.

    Exit status: 0 no open finding, 1 findings, 2 a file could not be read or the call is wrong (one line on standard
    error says why; the other files are still done).
    """
    from desk.report.lines import as_json as json_line
    from desk.report.lines import as_text

    items, variant = _items(only), _variant(variant)
    show = json_line if as_json else as_text
    examiner = _examiner(database)
    if Item.GRAMMAR in items and examiner.rules_problem:
        click.echo(examiner.rules_problem, err=True)
    try:
        return max(_check_file(examiner, path, items, variant, show) for path in files)
    finally:
        examiner.close()


@copydesk.command("copy")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--out", type=click.Path(path_type=Path), default=None, metavar="FILE", help="Write it to this file.")
@click.pass_obj
def copy_(database: str, file: Path, out: Path | None) -> int:
    """Print the story alone, and each advertisement apart in a box with its label.

    Headlines, captions and bylines stay with the story; menus, share bars and the like are left out.
    """
    from desk.story import Draft
    from desk.writers.text import write_text

    examiner = _examiner(database)
    try:
        read = examiner.read(file)
        apart = examiner.copy_only(Draft(read.text, format=read.format))
    finally:
        examiner.close()
    if out is None:
        click.echo(apart.text, nl=False)
    else:
        write_text(out, apart.text)
    click.echo(apart.said, err=True)
    return 0


def _examiner(database: str) -> "Examiner":
    """Return what checks files: with the desk's own words and names where there is a desk, without one otherwise."""
    from desk.commands.told_settings import tell_faults
    from desk.services.examiner import Examiner

    examiner = Examiner()
    tell_faults(examiner.settings)
    try:
        named = database or examiner.settings.stories_at()
    except KnownError:  # told already
        return examiner
    if not named and not (data_dir() / "copydesk.db").exists():
        return examiner
    examiner.close()
    return _examiner_of_desk(named)


def _examiner_of_desk(database: str) -> "Examiner":
    """Return an examiner that knows the words and names of a desk; its database is let go of at once."""
    from desk.session import Session

    session = Session(database=database)
    try:
        session.open_store().store.close()
    except KnownError as error:
        click.echo(f"The desk's own words and names are left out: {error}", err=True)
    return session.examiner


def _items(only: str) -> tuple[Item, ...]:
    wanted = [word.strip() for word in only.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in set(Item)]
    if unknown:
        raise click.UsageError(f"There is no item “{unknown[0]}”: use {', '.join(Item)}.")
    return tuple(item for item in Item if not wanted or item in wanted)


def _variant(code: str) -> str:
    from desk.settings.of_house import VARIANTS

    if code and code not in VARIANTS:
        raise click.UsageError(f"There is no English “{code}”: use {', '.join(VARIANTS)}.")
    return code


def _check_file(examiner: "Examiner", path: Path, items: Sequence[Item], variant: str, show: "Show") -> int:
    from desk.story import Draft

    try:
        read = examiner.read(path)
    except KnownError as error:
        click.echo(str(error), err=True)
        return 2
    brief = examiner.house_brief(variant)
    examined = examiner.examine(Draft(read.text, format=read.format), brief, items)
    click.echo(show(str(path), examined, read.notes), nl=True)
    return int(any(run.findings for run in examined.runs.values()))


def _window(files: Sequence[Path], database: str) -> int:
    if reason := no_window():
        raise KnownError(reason)
    try:
        from ui.__main__ import main as window
    except ImportError as error:
        raise KnownError(
            f"The window cannot start on this machine ({error}). `copydesk check FILE` works without it."
        ) from error
    return window([str(file) for file in files], database)


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
        error.show()
        return 2
    except click.Abort:
        return 130
    except KnownError as error:
        click.echo(str(error), err=True)
        return 2
    except BrokenPipeError:  # `copydesk check ... | head`: the reader has gone, nobody is left to tell
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - kept open for the interpreter's own last flush
        return 0
    return result if isinstance(result, int) else 0
