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
from desk.session import Session
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
        session.change_settings({"manual_items": ()})
        session.open_store()
        session.set_up_alone("Odile Brandt", "OB")
        text = "Bridge closes\n\nBy Ada Holm\n\n" + "\n\n".join([PARAGRAPH] * (WORDS // len(PARAGRAPH.split())))
        story = session.open_text(text, "bridge").id
        for number in range(29):
            session.save(story, Draft(f"{text}\n\nVersion {number}."), None)
        draft = Draft(f"{text}\n\nLast version.")
        session.save(story, draft, session.examine(draft, session.brief(session.view(story))))
        reader = session.add_person("Tam Reyes", "TR", {"*": list(session.person.roles)})
        assert reader
        _to_chief(session, story)
        print(f"{len(draft.text.split()):,} words, 30 versions                        median     p99 (ms)")
        print(f"the story with everything decided on it             {_timed(lambda: session.view(story))}")
        print(f"its moves with every obstacle                       {_timed(lambda: session.moves_of(story))}")
        print(f"an approval, sealed and on the disk; and reopened   {_timed(lambda: _approve(session, story), 20)}")
        _move(session, story, "approve")
        print(f"the story with its seal proved                      {_timed(lambda: session.view(story))}")
        print(
            f"its report as HTML                                  {_timed(lambda: as_html(session.report(story)), 20)}"
        )
        made = [Decision(Done.TICKED, story, "Odile Brandt", item=f"item {n}") for n in range(decisions)]
        for at in range(0, decisions, 10_000):
            session.store.decisions.add(*made[at : at + 10_000])
        start = time.perf_counter()
        assert session.store.trail.faults() == []
        print(
            f"the whole trail: {session.store.trail.end().place / (time.perf_counter() - start):,.0f} entries a second"
        )
        session.close()


def _move(session: Session, story: str, action: str) -> None:
    option = next(o for o in session.moves_of(story) if o.action == action)
    session.move(story, action, "bench", passed={o.key: "bench" for o in option.obstacles})


def _to_chief(session: Session, story: str) -> None:
    for initials, action in (("OB", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief")):
        person = session.person_with(initials)
        assert person is not None
        session.switch(person.id)
        _move(session, story, action)
    person = session.person_with("OB")
    assert person is not None
    session.switch(person.id)


def _approve(session: Session, story: str) -> None:
    _move(session, story, "approve")
    _move(session, story, "reopen")
    _to_chief(session, story)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
