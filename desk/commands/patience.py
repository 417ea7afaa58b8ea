"""A draft checked by everything, and for how long a terminal waits for a grammar engine that was lost meanwhile."""

import sys
from collections.abc import Callable
from dataclasses import replace

from desk.checking.runner import ItemRun
from desk.checking.unheard import unheard
from desk.checks.check import Item
from desk.checks.house import Brief
from desk.commands.say import say
from desk.services.examiner import Examiner
from desk.story import Draft, Examination

AGAIN = "Check again in a minute, or wait for it with `--wait 120`."

STARTS = "The grammar engine is being started…"


def examined(
    examiner: Examiner, draft: Draft, brief: Brief, items: tuple[Item, ...], wait: float, *, tries: bool = True
) -> Examination:
    """Return what the checks come to; grammar is unchecked where its engine was lost and is not back in `wait` seconds.

    The first start of an engine is waited for in any case. `tries` says whether remedies are tried as well.
    """
    if Item.GRAMMAR not in items:
        return examiner.examine(draft, brief, items)
    from desk.checks.grammar.engine.patience import done_within

    def examine(given_up: Callable[[], bool]) -> Examination:
        return examiner.examine(draft, brief, items, given_up)

    silence = examiner.engine.silence
    whole = done_within(silence, wait, examine, _told_of_the_start(examiner))
    if whole is not None and not tries:
        return whole
    if whole is not None:
        tried = done_within(silence, wait, lambda given_up: examiner.with_remedies_tried(whole, brief, given_up))
        return tried or whole  # what was found is told all the same
    rest = examiner.examine(draft, brief, tuple(item for item in items if item is not Item.GRAMMAR))
    runs = {**rest.runs, Item.GRAMMAR: ItemRun(Item.GRAMMAR, unchecked=unheard(wait, then=AGAIN))}
    return replace(rest, runs={item: runs[item] for item in Item if item in runs})


def _told_of_the_start(examiner: Examiner) -> Callable[[], object]:
    """Return what says to a person what is waited for; a file or another program gets nothing."""

    def tell() -> None:
        if sys.stderr.isatty() and not examiner.engine.desks_server:
            say(STARTS, err=True)

    return tell


def leave(examiner: Examiner, items: tuple[Item, ...]) -> None:
    """Let go of everything; of an engine that is still being started, the end of the process does."""
    if Item.GRAMMAR in items and examiner.engine.silence.is_asked:
        examiner.documents.close()
    else:
        examiner.close()
