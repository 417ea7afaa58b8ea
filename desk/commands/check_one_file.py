"""One file of `copydesk check`, from its name to what is printed of it: a value, so that any process can make it."""

import gc
from dataclasses import dataclass
from pathlib import Path

from desk.checking.unheard import PATIENCE
from desk.checks.check import Item
from desk.checks.house import Brief
from desk.commands.patience import examined
from desk.errors import KnownError
from desk.report.lines import as_json, as_text
from desk.services.examiner import Examiner
from desk.story import Draft


@dataclass(frozen=True, slots=True)
class CheckCall:
    """What one call wants of each of its files."""

    items: tuple[Item, ...]
    brief: Brief
    as_json: bool = False
    wait: float = PATIENCE
    """Seconds that a call waits for a grammar engine that was lost."""
    tries: bool = True
    """Whether the remedies of grammar's findings are tried."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one file came to: the call's exit status for it, what is printed, what is told on standard error."""

    status: int
    printed: str = ""
    told: tuple[str, ...] = ()
    words: int = 0


def check_file(examiner: Examiner, path: Path, wanted: CheckCall) -> Checked:
    """Return what one file comes to; where it cannot be read, the sentence that says why and status 2."""
    try:
        read = examiner.read(path)
    except KnownError as error:
        return Checked(2, told=(str(error),))
    draft = Draft(read.text, format=read.format, roles=read.roles)
    examination = examined(examiner, draft, wanted.brief, wanted.items, wanted.wait, tries=wanted.tries)
    warnings = tuple(read.document.warnings) if read.document else ()
    notes = read.notes if wanted.as_json else [note for note in read.notes if note not in warnings]
    return Checked(
        int(any(run.findings for run in examination.runs.values())),
        (as_json if wanted.as_json else as_text)(str(path), examination, notes),
        tuple(f"{path}: {warning}" for warning in warnings),
        examination.manuscript.words,
    )


def keep_what_is_loaded() -> None:
    """Have Python look for garbage among what comes from now on alone, and seldom: a tenth of what many files take."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.set_threshold(_LOOKED_THROUGH_AT)
        gc.enable()


_LOOKED_THROUGH_AT = 20_000
"""Values made and kept: one file of 600 words makes and drops some thousands, hardly any of them in a circle."""


def keep_nothing_back(before: tuple[int, int, int]) -> None:
    """Have Python look for garbage as it did before the files, when these were its thresholds."""
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()
