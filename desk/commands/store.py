"""`copydesk store ...` and `copydesk book ...`: care for the database and the name book from the terminal."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path

import click

from desk.commands.say import say
from desk.commands.told_settings import own_settings, told_database
from desk.commands.upgrading import telling_of_upgrade
from desk.commands.with_session import at_desk
from desk.errors import BugError, KnownError
from desk.review.people import working
from desk.review.words import EMPTIED_KEPT
from desk.services.witness import Witness, forget
from desk.store.connect import Store, database_path, open_store
from desk.store.database.backups import list_backups
from desk.store.database.backups import restore as restore_backup
from desk.store.names.book_files import read_book, to_csv, to_json
from desk.text.moments import date_alone, date_and_time
from desk.text.words import harmless, listed, plural
from desk.writers.text import write_text

_FILE = click.Path(path_type=Path)
_UNREAD = (
    "Not everything could be looked at, for the tables are not as Copydesk made them: restore a backup "
    "(`copydesk store backups`)."
)


@contextmanager
def _opened(database: str) -> Iterator[Store]:
    with ExitStack() as closed:
        with telling_of_upgrade() as told:
            store = open_store(told_database(database), told=told)
            closed.callback(store.close)
        yield store


def _file(database: str) -> Path:
    path = database_path(told_database(database))
    if path is None:
        raise KnownError("The database is a server's: its own tools make and restore backups.")
    return path


@click.group()
def store() -> None:
    """Check, back up and restore the database of stories."""


@store.command("check")
@click.pass_obj
def check_(database: str) -> int:
    """Read the whole database and say whether it is sound, the trail of decisions unbroken, and all as it was written.

    Seals, texts, versions, findings, states, slugs and sections of what was approved, what other copies wrote and
    signed, and the guards of the tables are looked at; each fault is one line. Where a clock went back is told as well,
    and is no fault. Exit status: 0 sound, 1 another program wrote into it, 2 the file is damaged.
    """
    with _opened(database) as opened:
        opened.check()
        altered = opened.audit.altered()
        looks = [_or_why_not(look, BugError if altered else ()) for look in _looks(opened)]
        faults = list(dict.fromkeys(chain(altered, *looks)))
        with suppress(KnownError, *([BugError] if altered else ())):  # what cannot be read is a fault above
            for remark in (*opened.trail.steps_back(), *opened.audit.emptied(), *opened.keys.by_themselves()):
                say(remark)
        for fault in faults:
            say(fault, err=True)
        if not faults:
            say(f"{opened.name} is sound, and its trail whole: {plural(opened.trail.end().place, 'entry', 'entries')}.")
    return 1 if faults else 0


def _looks(opened: Store) -> tuple[Callable[[], Iterable[str]], ...]:
    return opened.trail.faults, opened.audit.faults, opened.packing.faults, Witness(opened).faults


def _or_why_not(look: Callable[[], Iterable[str]], not_ours: type[BugError] | tuple[()]) -> list[str]:
    """Return what a look finds, or why it could not; `not_ours` is what asking a table that was altered ends in."""
    try:
        return list(look())
    except KnownError as error:
        return [str(error)]
    except not_ours:
        return [_UNREAD]


@store.command(short_help="Take the database as it is, though it goes behind what this machine saw.")
@click.pass_obj
def accept(database: str) -> None:
    """Take the database as it is, though its trail or its keys go behind what this machine saw of it before."""
    with _opened(database) as opened:
        Witness(opened).accept()
        say(f"{opened.name} is taken as it is: {plural(opened.trail.end().place, 'entry', 'entries')}.")


@store.command()
@click.pass_obj
def backup(database: str) -> None:
    """Write a backup now."""
    with _opened(database) as opened:
        say(str(opened.back_up().path))


@store.command()
@click.pass_obj
def backups(database: str) -> None:
    """List the backups, the newest first."""
    for made in list_backups(_file(database)):
        say(f"{date_and_time(made.made)}  {made.size / 1e6:8.1f} MB  {made.path}  {made.why}".rstrip())


@store.command(short_help="Put a backup in the place of the database.")
@click.argument("file", type=_FILE)
@click.pass_obj
def restore(database: str, file: Path) -> None:
    """Put a backup in the place of the database; the present one is kept beside it."""
    aside = restore_backup(_file(database), file)
    forget(str(_file(database)))
    say(f"{file} is the database now." + (f" The one before is kept as {aside}." if aside else ""))


@store.command(short_help="Give the desk's rules, house style and name book to its laptops.")
@click.option("--as", "initials", default="", metavar="INITIALS", help="The administrator; by default who works here.")
@click.pass_obj
def papers(database: str, initials: str) -> None:
    """Give out the rules of review, the house style and the name book as they are on this machine.

    At the desk an administrator signs that: they go to every laptop with packs and syncs, and are in force there. On a
    laptop they are a proposal, which an administrator of the desk takes over or refuses.
    """
    with at_desk(database, initials) as desk:
        say(desk.papers.give_out().told)


@store.command(short_help="Learn from approved stories that are not read yet.")
@click.option("--list", "listed_", is_flag=True, help="List the words and names, each with its number of stories.")
@click.pass_obj
def learn(database: str, listed_: bool) -> None:
    """Read the last 500 approved stories, as far as they are not read yet, and say what they speak for.

    Behind each approval that is done by itself, for a few stories at a time; this does it for all of them at once.
    """
    with at_desk(database) as desk:
        if not desk.settings.learn_from_approved:
            raise KnownError("This desk does not learn from approved stories: switch it on in the settings first.")
        count, use = desk.use.read_unread(), desk.use.now
        words, names = (plural(len(found), one) for found, one in ((use.words, "word"), (use.names, "name")))
        say(f"{plural(count, 'story was', 'stories were')} read. In use on this desk: {words}, {names}.")
        for found in (use.words, use.names) if listed_ else ():
            for word, stories in sorted(found.items()):
                say(f"{stories:4}  {word}")


@store.command(short_help="Take the words of a saved text out for good, as the law asks.")
@click.argument("story")
@click.argument("versions", nargs=-1, required=True, type=click.IntRange(min=1), metavar="VERSION...")
@click.option("--reason", required=True, help="The order or the law that asks for it: kept for good.")
@click.option("--as", "initials", default="", metavar="INITIALS", help="The administrator; by default who works here.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--delete", is_flag=True, help="Delete the files and packs of this machine that have the words still.")
@click.pass_obj
def empty(
    database: str, story: str, versions: tuple[int, ...], reason: str, initials: str, yes: bool, delete: bool
) -> None:
    """Take the words of versions of a STORY, and the documents they came in, out of the database for good.

    Digest, trail and seals stay and say so; every copy that takes in an entry of this desk empties them as well.
    """
    with at_desk(database, initials) as desk:
        view = desk.stories.view(desk.stories.named(story))
        told = ", ".join(map(str, versions))
        if not yes:
            click.confirm(harmless(f"Empty version {told} of “{view.slug}”? Nobody can take that back."), abort=True)
        done = desk.emptying.empty(view.id, versions, reason)
        say("\n".join(filter(None, (done.told, EMPTIED_KEPT, done.left))))
        files = desk.emptying.files()
        if files and (delete or (not yes and click.confirm(harmless(f"Delete {listed(map(str, files))}?")))):
            say(desk.emptying.delete(files).said)


@click.group()
def book() -> None:
    """Search, export and import the desk's name book."""


@book.command(short_help="List the agreed spellings.")
@click.argument("words", nargs=-1)
@click.pass_obj
def find(database: str, words: tuple[str, ...]) -> None:
    """List the agreed spellings that hold these words, with variants, note and keeper."""
    with _opened(database) as opened:
        for line in opened.book.lines(" ".join(words)):
            entry = line.entry
            variants = f"  (not {', '.join(entry.variants)})" if entry.variants else ""
            note = f"  {entry.note}" if entry.note else ""
            say(f"{entry.spelling}  [{entry.kind}]{variants}{note}  {line.keeper}, {date_alone(line.agreed)}")


@book.command("export")
@click.argument("file", type=_FILE)
@click.pass_obj
def export_(database: str, file: Path) -> None:
    """Write the name book to a .csv or .json file."""
    with _opened(database) as opened:
        lines = opened.book.lines()
    write_text(file, (to_json if _is_json(file) else to_csv)(lines))
    say(f"{plural(len(lines), 'entry', 'entries')} in {file}.")


@book.command("import", short_help="Take in a .csv or .json file.")
@click.argument("file", type=_FILE)
@click.pass_obj
def import_(database: str, file: Path) -> None:
    """Take the entries of a .csv or .json file into the name book: all of them, or none if one is wrong."""
    from desk.readers.draft import read_text

    entries = read_book(read_text(file).text)
    with _opened(database) as opened:
        came = opened.book.take_in(entries, working(own_settings().user_name).name)
    say(f"{came.added} new, {came.changed} changed, {came.same} there already.")


def _is_json(file: Path) -> bool:
    if file.suffix.lower() not in (".csv", ".json"):
        raise KnownError(f"{file} must end in .csv or .json, so that it is clear what to write.")
    return file.suffix.lower() == ".json"
