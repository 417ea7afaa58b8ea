"""`copydesk verify` and `copydesk report`: is a text an approved one, and what did a review come to."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.commands.say import say, say_json, say_text
from desk.commands.told_settings import own_settings
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.paths import data_dir
from desk.services.proofs import as_lines, as_plain, verify_file

if TYPE_CHECKING:
    from desk.services.proofs import Proof

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("what", metavar="FILE|STORY")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option("--key", "trusted", metavar="FINGERPRINT", default="", help="A key that you know to be the chief's.")
@click.pass_obj
def verify(database: str, what: str, as_json: bool, trusted: str) -> int:
    """Say whether a text is exactly one that was approved: by whom, when, with which waivers, and what differs if not.

    FILE is a text or a document, with its seal (FILE.seal.json) beside it or known to this desk; STORY a slug or id of
    the desk.
    Exit status: 0 approved as it is, 1 not, 2 it could not be told: no seal, or one by a key that nobody here knows.
    """
    proof = _proof(database, what, trusted)
    if as_json:
        say_json(json.dumps(as_plain(proof)))
    else:
        say("\n".join(as_lines(proof)))
    return int(proof.outcome)


def _proof(database: str, what: str, trusted: str) -> "Proof":
    path = Path(what)
    if path.is_file() and not _is_desk_here(database):  # the seal beside the file must do
        return verify_file(path, None, trusted)
    with at_desk(database) as desk:
        if path.is_file():
            return desk.proofs.of_file(path, trusted)
        return desk.proofs.of_story(desk.stories.named(what))


def _is_desk_here(database: str) -> bool:
    return bool(database or (data_dir() / "copydesk.db").exists() or own_settings().stories_at())


@click.command()
@click.argument("story")
@click.option("-o", "--output", type=_FILE, help="An .html, .json or .pdf file; HTML on standard output without one.")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@click.pass_obj
def report(database: str, story: str, output: Path | None, as_json: bool) -> int:
    """Write the report of a review: text with its marks, findings, waivers, what was not checked, trail and seal."""
    from desk.report.review_html import as_html
    from desk.report.review_json import as_json as json_text

    with at_desk(database) as desk:
        story_id = desk.stories.named(story)
        if output is None:
            say_text((json_text if as_json else as_html)(desk.reports.report(story_id)), nl=False)
        elif output.suffix.lower() == ".pdf":
            told = desk.reports.report(story_id)
            _pdf(as_html(told), output, f"Review of {told.story.slug or told.story.headline or 'a story'}")
        else:
            say(desk.reports.write(story_id, output).said)
    return 0


def _pdf(html: str, output: Path, title: str) -> None:
    """Write a page as a PDF, by the window's toolkit without a screen; raises `KnownError` where that is missing."""
    try:
        from ui.look.printing import print_without_a_screen
    except ImportError as error:
        raise KnownError(
            f"No PDF can be made on this machine ({error}): write the report as .html, and print that."
        ) from error
    print_without_a_screen(html, output, title)
    say(f"The report is in {output}.")
