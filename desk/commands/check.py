"""`copydesk check`: the checklist and every finding of some files; they are only read."""

import gc
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from desk.checking.unheard import PATIENCE
from desk.checks.check import Item
from desk.checks.house import Brief
from desk.commands.check_one_file import CheckCall, Checked, check_file, keep_nothing_back, keep_what_is_loaded
from desk.commands.examining import examiner_for
from desk.commands.patience import leave
from desk.commands.progress import Progress
from desk.commands.say import say, say_json
from desk.services.examiner import Examiner
from desk.settings.of_house import VARIANTS

Told = Generator[Checked, None, None]
"""What one file after another comes to; closing it ends what checks them."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file, one a line.")
@click.option("--only", metavar="ITEMS", default="", help=f"Only these items, with commas: {','.join(Item)}.")
@click.option(
    "--variant", default="", metavar="CODE", help="The English of these files (en-US, en-GB, ...), for this call."
)
@click.option(
    "--house",
    "house_file",
    default="",
    metavar="FILE",
    help="The house style of these files (a TOML file), instead of that of the settings.",
)
@click.option(
    "--date",
    "dated",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The stories' own date, by which dates without a year are judged.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=None,
    help="Processes that share many files; by itself one a processor.",
)
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    default=PATIENCE,
    show_default=True,
    help="How long to wait for a grammar engine that was lost, before grammar is left unchecked.",
)
@click.option("--untried", is_flag=True, help="Leave remedies in the order in which they were found, which is faster.")
@click.pass_obj
def check(
    database: str,
    files: tuple[Path, ...],
    *,
    as_json: bool,
    only: str,
    variant: str,
    house_file: str,
    dated: datetime | None,
    jobs: int | None,
    wait: float,
    untried: bool,
) -> int:
    """Check drafts in the terminal.

    Prints the checklist and every finding with its line and column. Documents (.docx, .odt, .rtf, ...) are checked as
    they read with all tracked changes accepted. The files are only read. Many files are checked side by side and
    told in the order given, each as soon as it is done; a terminal shows how far they are.

    Where the grammar engine dies or hangs it is started again and asked again. If it is not back within --wait
    seconds, grammar is unchecked, with that reason, and the other items are told; the next call finds it started.

    The remedies of grammar's findings are tried before they are told, with --json too: what leaves a new slip is not
    the first. A file of many slips takes up to a fifth longer; --untried leaves it out.

    Exit status: 0 no open finding, 1 findings, 2 a file could not be read or the call is wrong (one line on standard
    error says why; the other files are still done).
    """
    thresholds = gc.get_threshold()
    gc.disable()  # what is loaded for the first file is no garbage
    items, variant = _items(only), _variant(variant)
    examiner = examiner_for(database)
    if Item.GRAMMAR in items and examiner.rules_problem:
        say(examiner.rules_problem, err=True)
    try:
        brief = replace(_brief(examiner, variant, house_file), dated=dated.date() if dated else None)
        wanted = CheckCall(items, brief, as_json, wait, tries=not untried)
        return _told(_checked(examiner, files, wanted, jobs), len(files), as_json)
    finally:
        keep_nothing_back(thresholds)
        leave(examiner, items)


def _checked(examiner: Examiner, files: Sequence[Path], wanted: CheckCall, jobs: int | None) -> Told:
    """Yield what each file comes to, in the order given."""
    if len(files) > 1 and jobs != 1:
        from desk.commands.check_many_files import checked_side_by_side, processes_for

        processes = min(jobs, len(files)) if jobs else processes_for(len(files), wanted.items)
        if processes > 1:
            yield from checked_side_by_side(files, wanted, examiner.settings_path, processes)
            return
    if len(files) > 1 and Item.GRAMMAR in wanted.items:
        examiner.engine.give_way()
    for path in files:
        yield check_file(examiner, path, wanted)
        keep_what_is_loaded()


def _told(all_checked: Told, files: int, as_json: bool) -> int:
    """Print what each file came to as soon as it is there; return the exit status of all."""
    progress, status = Progress(files), 0
    with closing(all_checked):  # the processes end with it
        for one in all_checked:
            progress.hide()
            for line in one.told:
                say(line, err=True)
            if one.printed:
                (say_json if as_json else say)(one.printed)
            status = max(status, one.status)
            progress.show(one)
    progress.end()
    return status


def _brief(examiner: Examiner, variant: str, house_file: str) -> Brief:
    """Return what the checks are told; raises `KnownError` where the file of the house is wrong."""
    brief = examiner.house_brief(variant)
    if not house_file:
        return brief
    from desk.checks.style.choices.house_file import house_style

    house_style(house_file)
    return replace(brief, house=replace(brief.house, house_file=house_file))


def _items(only: str) -> tuple[Item, ...]:
    wanted = [word.strip() for word in only.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in set(Item)]
    if unknown:
        raise click.UsageError(f"There is no item “{unknown[0]}”: use {', '.join(Item)}.")
    return tuple(item for item in Item if not wanted or item in wanted)


def _variant(code: str) -> str:
    if code and code not in VARIANTS:
        raise click.UsageError(f"There is no English “{code}”: use {', '.join(VARIANTS)}.")
    return code
