"""Whether a day of work leaves anything behind: `python tests/bench/bench_day.py [SHARE]`, by default all of it.

Opens 500 different stories one after the other, types into each, reads it as the chief does, saves and closes it, and
prints after each tenth of the day the memory of the application, its file handles, threads and processes of its own. At
the end stand the growth since the first fifth, by when all that is kept once is there (wanted: at most 5 per cent, and
no handle, thread or process more), and of which types there are more objects. Grammar is waited for in the last story
of each tenth, and else only asked for: once a story is judged, what was read of the language model is given back.
"""

import gc
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench_window import Bench, new_desk, place_cursor, story

STORIES = 500
LETTERS = 30
WORDS = 600
TYPES = 8


@dataclass(frozen=True)
class Held:
    """What the application holds at one moment."""

    megabytes: float
    handles: int
    threads: int
    children: int
    objects: Counter[str]


def held() -> Held:
    """Return what is held now, with the garbage that the application holds too: Python looks as it does there."""
    import psutil

    me = psutil.Process()
    objects = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())
    return Held(
        me.memory_full_info().uss / 1e6, me.num_fds(), threading.active_count(), len(me.children(True)), objects
    )


def one_story(bench: Bench, path: Path, nth: int, *, grammar: bool) -> None:
    """Open a story of its own, type into it, read it as the chief, save and close it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    path.write_text(story(WORDS).replace("That was item", f"That was item {nth}, point"), "utf-8")
    bench.seen.clear()
    bench.window.verbs.story.open_files([path])
    bench.until(lambda: bench.window.hub.story is not None and bench.window.hub.story.path == path.resolve())
    bench.until(bench.got("names"))
    place_cursor(bench)
    type_letters(bench)
    bench.until(bench.got("grammar" if grammar else "names"))
    read_it(bench)
    bench.window.actions["save"].trigger()
    bench.until(lambda: not bench.window.parts.open_story.edited)
    bench.close_story()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no loop runs that would do it


def type_letters(bench: Bench) -> None:
    """Type so many letters, the events of each done before the next."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    editor = bench.window.parts.editor
    for nth in range(LETTERS):
        QTest.keyClick(editor.focusProxy() or editor, Qt.Key(Qt.Key.Key_A.value + nth % 26))
        bench.app.processEvents()


def read_it(bench: Bench) -> None:
    """Go to the page of the review and back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    review = bench.window.verbs.review
    bench.window.actions["review"].trigger()
    bench.until(lambda: review.active)
    page = bench.window.parts.review.get()

    def is_left() -> bool:
        QTest.keyClick(page.reading.edit, Qt.Key.Key_Escape)  # the first ones put notices aside
        return not review.active

    bench.until(is_left)


def main(share: float = 1.0) -> None:
    """Work through a share of the day on a new desk."""
    with new_desk() as home:
        bench, stories = Bench(), max(10, int(STORIES * share))
        tenths = [tenth(bench, home, at, stories // 10) for at in range(10)]
        tell(tenths[1], tenths[-1])
        bench.window.hub.desk.examiner.engine.stop()
        bench.window.frame.close()
        bench.until(lambda: not bench.window.frame.isVisible())


def tenth(bench: Bench, home: Path, at: int, stories: int) -> Held:
    """Do a tenth of the work; return and print what is held then."""
    for nth in range(at * stories, (at + 1) * stories):
        one_story(bench, home / f"story-{nth}.txt", nth, grammar=nth == (at + 1) * stories - 1)
    bench.until(lambda: not bench.window.hub.lanes.busy())  # whoever looks at a tuple that is being made breaks it
    now = held()
    print(
        f"{(at + 1) * stories:4} stories: {now.megabytes:6.1f} MB of its own, {now.handles} handles, "
        f"{now.threads} threads, {now.children} processes",
        flush=True,
    )
    return now


def tell(first: Held, last: Held) -> None:
    """Print what grew from one moment to another."""
    more = last.objects - first.objects
    print(f"growth {(last.megabytes / first.megabytes - 1) * 100:+.1f} per cent, wanted <= 5")
    print(", ".join(f"{count:+} {name}" for name, count in more.most_common(TYPES)))


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
