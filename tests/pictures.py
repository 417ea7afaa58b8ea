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

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

SIZE = (1440, 860)
PATIENCE = 120.0
"""Seconds for a grammar engine that starts for the first time."""


def until(true: Callable[[], bool]) -> None:
    """Run the window until something is true."""
    from PySide6.QtCore import QCoreApplication

    end = monotonic() + PATIENCE
    while not true():
        QCoreApplication.processEvents()
        if monotonic() > end:
            raise SystemExit("waited in vain: is the grammar engine installed?")


def draw(folder: Path) -> None:
    """Write one picture a theme: the sample open, its advertisement in hand."""
    from desk.session import sample_path
    from ui.__main__ import make_session
    from ui.app import application
    from ui.main_window import MainWindow

    application([])
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    window.start(partial(make_session, ""), [sample_path()])
    until(lambda: window.hub.is_ready and window.hub.story is not None)
    until(lambda: not window.parts.checker.busy and not window.lanes.busy())
    wanted = next(f for f in window.hub.board.open_findings if f.rule == "names.near-variant")
    window.problem_verbs.show(wanted)
    for name in ("light", "dark"):
        window.hub.store(lambda session, name=name: session.change_settings({"theme": name}))
        until(lambda: not window.lanes.busy() and not window.parts.checker.busy)
        window.statusBar().clearMessage()
        picture = folder / f"window-{name}.png"
        window.grab().save(str(picture))
        print(picture)
    window.hub.session.engine.stop()
    window.close()
    until(lambda: window.is_left)


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
