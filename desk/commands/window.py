"""`copydesk open`: the window, with drafts in it."""

from collections.abc import Sequence
from pathlib import Path

import click

from desk.errors import KnownError
from desk.screen import no_window


@click.command("open", short_help="Open drafts in the window.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.pass_obj
def open_(database: str, files: tuple[Path, ...]) -> int:
    """Open drafts (.txt, .md, .docx, .odt, .rtf, ...) in the window.

    Each becomes a story in the store; the file itself is only written when you export to it.
    """
    return open_window(files, database)


def open_window(files: Sequence[Path], database: str) -> int:
    """Open the window and return its exit status; raises `KnownError` where there is no screen or no toolkit."""
    if reason := no_window():
        raise KnownError(reason)
    try:
        from ui.__main__ import main as window
    except ImportError as error:
        raise KnownError(
            f"The window cannot start on this machine ({error}). `copydesk check FILE` works without it."
        ) from error
    return window([str(file) for file in files], database)
