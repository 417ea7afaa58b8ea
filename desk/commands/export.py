"""`copydesk export`: a story as a new document."""

from pathlib import Path

import click

from desk.checking.copy_map import copy_map_of
from desk.commands.examining import examiner_for
from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.story import Draft
from desk.writers.file_names import file_name
from desk.writers.format_words import FORMAT_WORDS
from desk.writers.formats.every_format import FORMATS
from desk.writers.formats.story import ExportedFacts, exported_story, with_wire
from desk.writers.text import write_bytes


@click.command()
@click.argument("what", metavar="STORY|FILE")
@click.option(
    "--to", "format_", required=True, type=click.Choice(list(FORMATS)), help="The format of the new document."
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file; else a new one of its name."
)
@click.pass_obj
def export(database: str, what: str, format_: str, out: Path | None) -> int:
    """Write a story as a new document, and each advertisement apart in a box with its label.

    FILE is any draft; STORY a slug or id of the desk. Headlines, captions and bylines are marked as such; menus, share
    bars and the like are left out. A story that is approved as it stands says so in the document, and its seal is
    written beside it.
    """
    path = Path(what)
    said = _of_file(database, path, format_, out) if path.is_file() else _of_story(database, what, format_, out)
    say(said, err=True)
    return 0


def _of_story(database: str, what: str, format_: str, out: Path | None) -> str:
    with at_desk(database) as desk:
        view = desk.stories.view(desk.stories.named(what))
        draft = view.draft
        return desk.documents.export(view.id, draft, out or _new_file(view.slug, format_), format_).said


def _of_file(database: str, file: Path, format_: str, out: Path | None) -> str:
    examiner = examiner_for(database)
    try:
        read = examiner.read(file)
        draft = Draft(read.text, format=read.format, roles=read.roles, links=read.links)
        apart = examiner.copy_only(draft)
    finally:
        examiner.close()
    out = out or _new_file(file.stem, format_)
    facts = with_wire(ExportedFacts(slug=file.stem), read.document.metadata if read.document else {})
    story = exported_story(copy_map_of(draft), apart.boxes, facts, draft.links)
    write_bytes(out, FORMATS[format_](story))
    return f"Written to {out}. {apart.said}"


def _new_file(name: str, format_: str) -> Path:
    """Return a file of the folder that one is in; raises `KnownError` where it is there already."""
    out = Path(file_name(name, FORMAT_WORDS[format_].ending))
    if out.exists():
        raise KnownError(f"{out} is there already: say with --out where to write, or move it away.")
    return out
