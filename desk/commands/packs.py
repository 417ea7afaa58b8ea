"""`copydesk pack` and `copydesk unpack`: stories that travel as one file."""

from pathlib import Path

import click

from desk.commands.say import say
from desk.commands.syncing import say_plan
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.packs.layout import PackLocked
from desk.packs.loan import Loan
from desk.packs.preview import PackPreview, number_of
from desk.session import Desk

_FILE = click.Path(path_type=Path)
_AS = click.option("--as", "initials", default="", metavar="INITIALS", help="Who does it; by default who works here.")


@click.command()
@click.argument("stories", metavar="STORY…", nargs=-1, required=True)
@click.option("--out", required=True, type=_FILE, metavar="FILE", help="The pack; its name ends in .copydesk.")
@click.option("--passphrase", "locked", is_flag=True, help="Lock it: a passphrase is asked for.")
@click.option("--lend-to", "to", default="", metavar="NAME", help="Whom the stories are lent to: shown, stops nobody.")
@click.option("--laptop", default="", metavar="NAME", help="On which laptop they are lent.")
@_AS
@click.pass_obj
def pack(database: str, stories: tuple[str, ...], out: Path, locked: bool, to: str, laptop: str, initials: str) -> int:
    """Pack stories into one file, with every version, decision, comment and document.

    STORY is a slug or id of the desk. What is here stays here: a pack lends nothing and locks nothing.
    """
    passphrase = click.prompt("Passphrase for the pack", hide_input=True, confirmation_prompt=True) if locked else ""
    with at_desk(database, initials) as desk:
        ids = tuple(dict.fromkeys(desk.stories.named(story) for story in stories))
        say(desk.packs.pack(ids, out, passphrase, Loan(to, laptop) if to else None).said)
    return 0


@click.command()
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--look", is_flag=True, help="Say what it holds, and take nothing.")
@click.option("--end-loans", is_flag=True, help="What was lent is back.")
@click.option(
    "--accept",
    "numbers",
    multiple=True,
    metavar="NUMBER",
    help="The number of a copy that is not known here yet, as it was read out; may be given several times.",
)
@_AS
@click.pass_obj
def unpack(
    database: str,
    file: Path,
    yes: bool,
    look: bool,
    end_loans: bool,
    numbers: tuple[str, ...],
    initials: str,
) -> int:
    """Say what a pack holds, then take it in: what is new is added, and nothing here is written over.

    Exit status 1 where nothing was taken, or something was refused.
    """
    with at_desk(database, initials) as desk:
        preview = _looked_at(desk, file)
        for line in (*preview.contents.said[:1], preview.said, *(story.said for story in preview.stories)):
            say(line)
        if look:
            return 0
        must_be_accepted(preview, numbers, yes=yes)
        if not yes and not click.confirm("Take it in?"):
            say("Nothing was taken.")
            return 1
        done = desk.packs.take_in(preview, accept=True, ended=[loan for loan, _ in preview.loans] if end_loans else [])
        say(done.said)
    return 1 if done.left else 0


@click.command()
@click.argument("folder", type=_FILE)
@click.argument("stories", metavar="[STORY]…", nargs=-1)
@click.option("--accept", "numbers", multiple=True, metavar="NUMBER", help="The number of a copy, as it was read out.")
@click.option("--look", is_flag=True, help="Say what would come and go, and exchange nothing.")
@_AS
@click.pass_obj
def share(
    database: str, folder: Path, stories: tuple[str, ...], numbers: tuple[str, ...], look: bool, initials: str
) -> int:
    """Exchange stories by a folder on a share or a stick: a desk without a server.

    What others put there is taken; of the same stories, and of each STORY, what is newer here is put there. Each copy
    writes only files of its own. Exit status 1 where something was refused.
    """
    with at_desk(database, initials) as desk:
        ids = [desk.stories.named(story) for story in stories]
        if look:
            plan = desk.shared_folder.look(folder, ids)
            say_plan(plan)
            for number in plan.numbers:
                say(f"Where it is so, say --accept “{number}”.")
            return 0
        done = desk.shared_folder.exchange(folder, ids, numbers)
        say(done.said)
        if done.left:
            say(done.left, err=True)
    return 1 if done.left else 0


def _looked_at(desk: Desk, file: Path) -> PackPreview:
    try:
        return desk.packs.look(file)
    except PackLocked:
        return desk.packs.look(file, click.prompt("Passphrase of the pack", hide_input=True))


def must_be_accepted(preview: PackPreview, numbers: tuple[str, ...], *, yes: bool) -> None:
    """Ask whether the numbers of unknown copies are right; raises `KnownError` where nobody can say."""
    given = {_bare(number) for number in numbers}
    for strand, said in zip(preview.unknown, preview.strangers, strict=True):
        if _bare(number_of(strand)) in given:
            continue
        say(said)
        if yes or not click.confirm("Is it the same number?"):
            raise KnownError(f"Nothing was taken: say --accept “{number_of(strand)}” once the number was compared.")


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()
