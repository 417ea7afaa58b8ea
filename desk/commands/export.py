"""`copydesk export`: a story as a new document."""

from pathlib import Path

import click

from desk.checking.copy_map import copy_map_of
from desk.commands.examining import examiner_for
from desk.story import Draft
from desk.writers.formats import FORMATS
from desk.writers.formats.story import exported_story
from desk.writers.text import write_bytes


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--to", "format_", required=True, type=click.Choice(list(FORMATS)), help="The format of the new document."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file.")
@click.pass_obj
def export(database: str, file: Path, format_: str, out: Path) -> int:
    """Write the story as a new document, and each advertisement apart in a box with its label.

    Headlines, captions and bylines are marked as such; menus, share bars and the like are left out.
    """
    examiner = examiner_for(database)
    try:
        read = examiner.read(file)
        draft = Draft(read.text, format=read.format, roles=read.roles)
        apart = examiner.copy_only(draft)
    finally:
        examiner.close()
    write_bytes(out, FORMATS[format_](exported_story(copy_map_of(draft), apart.boxes)))
    click.echo(apart.said, err=True)
    return 0
