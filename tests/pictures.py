"""Draws the pictures of README and guide from the sample: `python tests/pictures.py docs/pictures`.

Needs the grammar engine. Offscreen unless QT_QPA_PLATFORM says otherwise; a desk of its own in a temporary folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'tests' / 'screen.json'}")
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from desk.checks.check import Finding

SIZE = (1440, 860)
_LAYOUTS = 5
"""Rounds of events until every widget has its place."""
PATIENCE = 120.0
"""Seconds for a grammar engine that starts for the first time."""


def until(true: Callable[[], bool]) -> None:
    """Run the window until something is true."""
    from PySide6.QtCore import QCoreApplication

    end = monotonic() + PATIENCE
    QCoreApplication.processEvents()
    while not true():
        QCoreApplication.processEvents()
        if monotonic() > end:
            raise SystemExit("waited in vain: is the grammar engine installed?")


def draw(folder: Path) -> None:
    """Write two pictures a theme: the sample with a name in hand, and its review with a waiver."""
    from desk.paths import sample_path
    from ui.__main__ import make_session
    from ui.window.app import application
    from ui.window.frame import Frame
    from ui.window.open_window import OpenWindow

    def settled() -> bool:
        return not window.parts.checker.busy and not window.lanes.busy()

    def keep(name: str) -> None:
        for _ in range(_LAYOUTS):
            until(settled)
        window.frame.statusBar().clearMessage()
        window.frame.grab().save(str(folder / name))
        print(folder / name)

    def found(rule: str) -> "Finding":
        return next(f for f in window.hub.board.open_findings if f.rule == rule)

    application([])
    window = OpenWindow(Frame())
    window.frame.resize(*SIZE)
    window.frame.show()
    window.start(partial(make_session, ""), [sample_path()])
    until(lambda: window.hub.is_ready and window.hub.story is not None and settled())
    window.parts.editor.reflow()
    window.parts.notices.clear()
    until(settled)
    story, waived = window.hub.story.id, found("names.initialism")
    window.hub.store(lambda desk: desk.decisions.waive(story, waived, "The fund spells itself so"))
    for theme in ("light", "dark"):
        window.hub.store(lambda desk, theme=theme: desk.change_settings({"theme": theme}))
        until(settled)
        window.verbs.problems.show(found("names.near-variant"))
        keep(f"window-{theme}.png")
        window.actions["review"].trigger()
        until(lambda: window.verbs.review.active)
        keep(f"review-{theme}.png")
        window.actions["review"].trigger()
        until(lambda: not window.verbs.review.active and window.hub.story is not None)
    window.hub.desk.examiner.engine.stop()
    window.frame.close()
    until(lambda: window.frame.is_left)


def main() -> None:
    """Draw into the folder of the first argument."""
    from desk.paths import data_dir

    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "pictures").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    engine = data_dir() / "engine"
    with tempfile.TemporaryDirectory() as home:
        os.environ["COPYDESK_HOME"] = home
        (Path(home) / "data").mkdir()
        (Path(home) / "data" / "engine").symlink_to(engine)
        draw(folder)


if __name__ == "__main__":
    main()
