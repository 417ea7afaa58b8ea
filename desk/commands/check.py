"""`copydesk check`: the checklist and every finding of some files; they are only read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from desk.checks.check import Item
from desk.checks.house import Brief
from desk.commands.examining import examiner_for
from desk.commands.say import say, say_json
from desk.errors import KnownError
from desk.report.lines import Show, as_text
from desk.report.lines import as_json as json_line
from desk.services.examiner import Examiner
from desk.settings.of_house import VARIANTS
from desk.story import Draft


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
@click.pass_obj
def check(
    database: str,
    files: tuple[Path, ...],
    as_json: bool,
    only: str,
    variant: str,
    house_file: str,
    dated: datetime | None,
) -> int:
    """Check drafts in the terminal.

    Prints the checklist and every finding with its line and column. Documents (.docx, .odt, .rtf, ...) are checked as
    they read with all tracked changes accepted. The files are only read.

    Exit status: 0 no open finding, 1 findings, 2 a file could not be read or the call is wrong (one line on standard
    error says why; the other files are still done).
    """
    items, variant = _items(only), _variant(variant)
    show = json_line if as_json else as_text
    examiner = examiner_for(database)
    if Item.GRAMMAR in items and examiner.rules_problem:
        say(examiner.rules_problem, err=True)
    try:
        brief = replace(_brief(examiner, variant, house_file), dated=dated.date() if dated else None)
        return max(_check_file(examiner, path, items, brief, show) for path in files)
    finally:
        examiner.close()


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


def _check_file(examiner: Examiner, path: Path, items: Sequence[Item], brief: Brief, show: Show) -> int:
    try:
        read = examiner.read(path)
    except KnownError as error:
        say(str(error), err=True)
        return 2
    examined = examiner.examine(Draft(read.text, format=read.format, roles=read.roles), brief, items)
    warnings = read.document.warnings if read.document else ()
    for warning in warnings:
        say(f"{path}: {warning}", err=True)
    notes = read.notes if show is json_line else [note for note in read.notes if note not in warnings]
    (say_json if show is json_line else say)(show(str(path), examined, notes))
    return int(any(run.findings for run in examined.runs.values()))
