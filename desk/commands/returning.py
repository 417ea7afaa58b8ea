"""`copydesk return`: edits back into the document that they were made from."""

from pathlib import Path

import click

from desk.commands.examining import examiner_for
from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.readers.draft import file_bytes, read_text
from desk.readers.file_kind import DOCUMENT
from desk.readers.roles import block_roles
from desk.review.words import item_words
from desk.story import Draft
from desk.text.moments import iso_to_the_second, now
from desk.text.words import plural
from desk.writers.edits import (
    Edits,
    ReturnChoices,
    ReturnedDocument,
    ReturnedRemark,
    ReturnRound,
    edits_of,
    signature_of,
)
from desk.writers.findings import remarks_on
from desk.writers.returning import returned_document
from desk.writers.text import write_bytes


@click.command("return")
@click.argument("what", metavar="STORY|FILE")
@click.option("--edits", type=click.Path(path_type=Path), metavar="FILE", help="The edits, as JSON.")
@click.option("--author", default="", metavar="NAME", help="Whose edits they are.")
@click.option("--date", default="", metavar="DATE", help="When they were made, like 2026-01-02T03:04:00Z; else now.")
@click.option("--clean", is_flag=True, help="All tracked changes accepted, those that came with the file too.")
@click.option("--findings", is_flag=True, help="What the checks find in the edited text becomes comments.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file.")
@click.pass_obj
def return_(
    database: str, what: str, edits: Path | None, author: str, date: str, clean: bool, findings: bool, out: Path
) -> int:
    """Write a Word or OpenDocument text with edits as tracked changes and comments at their words, all else as it was.

    STORY, a slug or id of the desk, gives the document that it came in with every change and comment since, each by the
    person and time of the version that made it. FILE takes those of --edits, by --author. Nothing is written where one
    of the edits has no place in the document. Exit status: 0 written, 2 not, and a line says why.
    """
    if edits is None:
        _return_story(database, what, out, clean=clean, findings=findings)
        return 0
    return _return_file(database, Path(what), edits, author, date, clean, findings, out)


def _return_story(database: str, what: str, out: Path, *, clean: bool, findings: bool) -> None:
    if Path(what).is_file():
        raise click.UsageError("A file takes edits: give them with --edits, and whose they are with --author.")
    with at_desk(database) as desk:
        said = desk.documents.give_back(desk.stories.named(what), out, clean=clean, findings=findings).told
    say(said, err=True)


def _return_file(
    database: str, file: Path, edits: Path, author: str, date: str, clean: bool, findings: bool, out: Path
) -> int:
    signature = signature_of(author, date or iso_to_the_second(now()))
    wanted = edits_of(read_text(edits).text)
    raw, _ = file_bytes(file)
    found = returned_document(raw, [ReturnRound(wanted, signature)], ReturnChoices(clean=clean and not findings))
    if findings:
        choices = ReturnChoices(clean, _findings(database, found.raw))
        found = returned_document(found.raw, [ReturnRound(Edits(), signature)], choices)
        tell_unplaced(found)
    write_bytes(out, found.raw)
    return 0


def tell_unplaced(found: ReturnedDocument) -> None:
    """Say on standard error how many findings stand in no paragraph that a comment can stand at."""
    if found.unplaced:
        say(
            f"{plural(found.unplaced, 'finding')} could not become a comment (a note, a formula): "
            "`copydesk check` lists all of them.",
            err=True,
        )


def _findings(database: str, raw: bytes) -> tuple[ReturnedRemark, ...]:
    """Return what the checks find in a document, as comments on it."""
    examiner = examiner_for(database)
    try:
        document = examiner.documents.read(raw)
        draft = Draft(document.text, format=DOCUMENT, roles=block_roles(document))
        brief = examiner.house_brief()
        examined = examiner.with_remedies_tried(examiner.examine(draft, brief), brief)
    finally:
        examiner.close()
    for item, run in examined.runs.items():
        if run.unchecked:
            say(f"{item_words(item)} was not checked: {run.unchecked}", err=True)
    return remarks_on(document.text, (finding for run in examined.runs.values() for finding in run.findings))
