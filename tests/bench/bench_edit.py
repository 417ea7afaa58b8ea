"""Where the time goes from one letter to its grammar findings: `python tests/bench/bench_edit.py [WORDS] [EDITS]`.

Prints by the clock when each stage has ended after the letter, and what its own thread took of the processor for it:
the clock depends on whoever else works on the machine, the processor hardly. The first half of the edits lets Java
compile what they run through and is left out. Needs the grammar engine (`copydesk engine install`).
"""

import statistics
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from bench_window import Bench, new_desk, place_cursor, show, story

PAUSE, MAP, SENT, READ, JUDGED, SHOWN = (
    "pause: the check begins in its lane",
    "lane: the copy map is there",
    "engine: the paragraph is on its way",
    "engine: it is read, and what we find beside it is found",
    "judge: the story is judged",
    "paint: the findings are shown",
)


class Stages:
    """When each stage ended last, in seconds of the clock, and what it took of its thread's processor, in seconds."""

    def __init__(self) -> None:
        self.ended: dict[str, float] = {}
        self.took: dict[str, float] = {}

    def note(self, owner: Any, name: str, stage: str, thread: str = "") -> None:
        """Note from now on when each call of a function in threads of this name ends; of `PAUSE`, when it begins."""
        inner: Callable[..., Any] = getattr(owner, name)
        at_start = stage == PAUSE

        def noted(*given: Any, **named: Any) -> Any:
            came, began = time.perf_counter(), time.thread_time()
            try:
                return inner(*given, **named)
            finally:
                if thread in threading.current_thread().name:
                    self.ended[stage] = came if at_start else time.perf_counter()
                    self.took[stage] = 0.0 if at_start else time.thread_time() - began

        setattr(owner, name, noted)


def noted_stages() -> Stages:
    """Return the stages, noted from now on."""
    from desk.checks.grammar.check_grammar import GrammarCheck
    from desk.checks.grammar.engine.connection import Connection
    from desk.services import examiner
    from ui.open_story.checker import Checker

    stages = Stages()
    stages.note(examiner.Examiner, "examine", PAUSE, "engine")
    stages.note(examiner, "copy_map_of", MAP, "engine")
    stages.note(Connection, "_send", SENT)
    stages.note(GrammarCheck, "read", READ)
    stages.note(GrammarCheck, "judge", JUDGED)
    stages.note(Checker, "_accept", SHOWN)
    return stages


def main(words: int = 1000, edits: int = 80) -> None:
    """Measure so many edits in a story of so many words, on a new desk."""
    with new_desk() as home:
        path = home / "story.txt"
        path.write_text(story(words), "utf-8")
        stages, bench = noted_stages(), Bench()
        bench.open(path)
        place_cursor(bench)
        measured = [one_edit(bench, stages, nth) for nth in range(edits)][edits // 2 :]
        print(f"{words:,} words, one letter: medians of {len(measured)} edits, by the clock and of the processor")
        for stage in (PAUSE, MAP, SENT, READ, JUDGED, SHOWN):
            after, took = (statistics.median(one[kind][stage] for one in measured) * 1000 for kind in (0, 1))
            show(stage, after, "ms", f"{took:9.1f} ms of the processor")
        bench.window.hub.desk.examiner.engine.stop()
        bench.window.frame.close()
        bench.until(lambda: not bench.window.frame.isVisible())


def one_edit(bench: Bench, stages: Stages, nth: int) -> tuple[dict[str, float], dict[str, float]]:
    """Type one letter; return for each stage the seconds until it ended, and those of the processor that it took."""
    began = time.perf_counter()
    bench.edit(nth)
    return {stage: end - began for stage, end in stages.ended.items()}, dict(stages.took)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
