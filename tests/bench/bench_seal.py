"""What the review costs: `python tests/bench/bench_seal.py [DECISIONS]`.

Milliseconds of one call, median and 99th percentile of 100: a story with 30 versions shown with its seal proved, its
moves with all obstacles, an approval with its seal on the disk, a report; then entries of the trail a second.
Run by hand on a quiet machine; compare ratios, not machines.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desk.report.review_html import as_html
from desk.review.decisions import Decision, Done
from desk.review.move_request import MoveRequest
from desk.review.people import actor
from desk.session import Desk, Session
from desk.story import Draft

PARAGRAPH = "The harbour board said on Monday that the bridge would close for eleven weeks of repairs. " * 6
WORDS = 3000


def _timed(call: Callable[[], object], times: int = 100) -> str:
    took = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return f"{statistics.median(took):7.1f} {took[int(len(took) * 0.99) - 1]:7.1f}"


def main(decisions: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder) / "settings.toml", str(Path(folder) / "desk.db"))
        session.examiner.change_settings({"manual_items": ()})
        desk = session.open_store()
        desk.people.set_up_alone("Odile Brandt", "OB")
        text = "Bridge closes\n\nBy Ada Holm\n\n" + "\n\n".join([PARAGRAPH] * (WORDS // len(PARAGRAPH.split())))
        story = desk.stories.open_text(text, "bridge").id
        for number in range(29):
            desk.saving.save(story, Draft(f"{text}\n\nVersion {number}."), None)
        draft = Draft(f"{text}\n\nLast version.")
        desk.saving.save(story, draft, desk.examiner.examine(draft, desk.examiner.brief(desk.stories.view(story))))
        reader = desk.people.add("Tam Reyes", "TR", {"*": list(desk.people.working.roles)})
        assert reader
        _to_chief(desk, story)
        print(f"{len(draft.text.split()):,} words, 30 versions                        median     p99 (ms)")
        print(f"the story with everything decided on it             {_timed(lambda: desk.stories.view(story))}")
        print(f"its moves with every obstacle                       {_timed(lambda: desk.moves.options(story))}")
        print(f"an approval, sealed and on the disk; and reopened   {_timed(lambda: _approve(desk, story), 20)}")
        _move(desk, story, "approve")
        print(f"the story with its seal proved                      {_timed(lambda: desk.stories.view(story))}")
        report = _timed(lambda: as_html(desk.reports.report(story)), 20)
        print(f"its report as HTML                                  {report}")
        made = [Decision(Done.TICKED, story, actor("", "Odile Brandt"), item=f"item {n}") for n in range(decisions)]
        for at in range(0, decisions, 10_000):
            desk.store.decisions.add(*made[at : at + 10_000])
        start = time.perf_counter()
        assert desk.store.trail.faults() == []
        print(f"the whole trail: {desk.store.trail.end().place / (time.perf_counter() - start):,.0f} entries a second")
        desk.close()


def _move(desk: Desk, story: str, action: str) -> None:
    option = next(o for o in desk.moves.options(story) if o.action == action)
    desk.moves.move(
        MoveRequest(story=story, action=action, note="bench", passed={o.key: "bench" for o in option.obstacles})
    )


def _to_chief(desk: Desk, story: str) -> None:
    for initials, action in (("OB", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief")):
        person = desk.people.with_initials(initials)
        assert person is not None
        desk.people.switch(person.id)
        _move(desk, story, action)
    person = desk.people.with_initials("OB")
    assert person is not None
    desk.people.switch(person.id)


def _approve(desk: Desk, story: str) -> None:
    _move(desk, story, "approve")
    _move(desk, story, "reopen")
    _to_chief(desk, story)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
