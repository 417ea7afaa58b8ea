"""`copydesk copy`: the story alone, and each advertisement apart with its label."""

from pathlib import Path

import click

from desk.commands.examining import examiner_for
from desk.commands.say import say, say_text
from desk.story import Draft
from desk.writers.text import refuse_document, write_text


@click.command("copy")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--out", type=click.Path(path_type=Path), default=None, metavar="FILE", help="Write it to this file.")
@click.pass_obj
def copy_(database: str, file: Path, out: Path | None) -> int:
    """Print the story alone, and each advertisement apart in a box with its label.

    Headlines, captions and bylines stay with the story; menus, share bars and the like are left out.
    """
    if out is not None:
        refuse_document(out)
    examiner = examiner_for(database)
    try:
        read = examiner.read(file)
        apart = examiner.copy_only(Draft(read.text, format=read.format, roles=read.roles))
    finally:
        examiner.close()
    if out is None:
        say_text(apart.text, nl=False)
    else:
        write_text(out, apart.text)
    for warning in read.document.warnings if read.document else ():
        say(warning, err=True)
    say(apart.said, err=True)
    return 0
