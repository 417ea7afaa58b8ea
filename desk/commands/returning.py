"""`copydesk return`: edits back into the document that they were made from."""

from pathlib import Path

import click

from desk.readers.draft import read_text
from desk.text.moments import iso_to_the_second, now
from desk.writers.edits import edits_of, signature_of
from desk.writers.returning import return_edits


@click.command("return")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--edits", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The edits, as JSON.")
@click.option("--author", required=True, metavar="NAME", help="Whose edits they are.")
@click.option("--date", default="", metavar="DATE", help="When they were made, like 2026-01-02T03:04:00Z; else now.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file.")
def return_(file: Path, edits: Path, author: str, date: str, out: Path) -> int:
    """Write a Word document with edits as tracked changes and comments at their words, all else as it was.

    Nothing is written where one of the edits has no place in the document. Exit status: 0 written, 2 not, and a line
    says why.
    """
    signature = signature_of(author, date or iso_to_the_second(now()))
    told = read_text(edits).text
    edits_of(told)
    return_edits(file, told, signature, out)
    return 0
