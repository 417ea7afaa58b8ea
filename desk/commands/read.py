"""`copydesk read`: what a document holds."""

import json
from pathlib import Path

import click

from desk.commands.say import say, say_json, say_text
from desk.errors import KnownError
from desk.readers.as_json import as_json
from desk.readers.guarded import GuardedReader
from desk.readers.reading import read_document


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", "as_one_object", is_flag=True, help="Print one JSON object: text, blocks, revisions, comments.")
def read(file: Path, as_one_object: bool) -> int:
    """Print what stands in a document (Word, OpenDocument, RTF, HTML, mail, news formats, text), revisions accepted.

    Nothing in the document is run or fetched. Exit status: 0 it was read, 2 it could not be, and a line says why.
    """
    reader = GuardedReader()
    try:
        document = read_document(file, reader)
    except KnownError as error:
        if not as_one_object:
            raise
        say_json(json.dumps({"error": str(error)}, ensure_ascii=False))
        return 2
    finally:
        reader.close()
    if as_one_object:
        say_json(as_json(document))
        return 0
    say_text(document.text)
    for warning in document.warnings:
        say(warning, err=True)
    return 0
