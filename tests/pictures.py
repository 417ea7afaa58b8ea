"""Draws the pictures of README and guide from the sample: `python tests/pictures.py docs/pictures`.

Needs the grammar engine. Offscreen unless QT_QPA_PLATFORM says otherwise; a desk of its own in a temporary folder.
"""

import os
import shutil
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
    from PySide6.QtWidgets import QDialog

    from desk.checks.check import Finding
    from desk.session import Desk
    from ui.window.open_window import OpenWindow

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
    window.hub.store(lambda desk: desk.change_settings({"theme": "light"}))
    until(settled)
    draw_together(window, folder / "together-light.png", until_settled=lambda: until(settled))
    draw_exchange(window, folder / "exchange-light.png", until_settled=lambda: until(settled))
    window.hub.desk.examiner.engine.stop()
    window.frame.close()
    until(lambda: window.frame.is_left)


def draw_together(window: "OpenWindow", picture: Path, until_settled: Callable[[], None]) -> None:
    """Write the picture of a story that was changed on a laptop as well: what needs a person, before the window."""
    from PySide6.QtWidgets import QApplication

    from ui.dialogs.laying import LayingDialog
    from ui.work.lanes import Lane

    story = window.hub.story
    if story is None:
        raise SystemExit("no story is open")
    window.hub.store(lambda desk: desk.change_settings({"user_name": "Anna Berg"}))
    pack = picture.with_suffix(".copydesk")
    window.lanes.submit(Lane.STORE, lambda: _changed_on_a_laptop(window.hub.desk, story.id, pack))
    until_settled()
    here = story.text.replace("on Tuesday night", "late on Tuesday", 1).replace("eleven\nweeks", "ten weeks", 1)
    window.parts.editor.become(here, story.links)
    window.actions["save"].trigger()
    until_settled()
    window.lanes.submit(Lane.STORE, lambda: _brought_back(window.hub.desk, pack))
    until_settled()
    window.verbs.story.open_story(story.id)
    until_settled()
    window.actions["lay_together"].trigger()
    until_settled()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, LayingDialog))
    for _ in range(_LAYOUTS):
        until_settled()
    _keep_with(window, dialog, picture)
    dialog.reject()


def _keep_with(window: "OpenWindow", dialog: "QDialog", picture: Path) -> None:
    """Write the picture of a window with a dialog before it."""
    from PySide6.QtGui import QPainter

    whole, above = window.frame.grab(), dialog.grab()
    painter = QPainter(whole)
    painter.drawPixmap((whole.width() - above.width()) // 2, (whole.height() - above.height()) // 2, above)
    painter.end()
    whole.save(str(picture))
    print(picture)


def draw_exchange(window: "OpenWindow", picture: Path, until_settled: Callable[[], None]) -> None:
    """Write the picture of an exchange that is told before it is done: what comes, what goes, what needs a person."""
    from PySide6.QtWidgets import QApplication

    from ui.dialogs.exchange import ExchangeDialog
    from ui.work.lanes import Lane

    folder = picture.parent / "desk"
    folder.mkdir()
    window.lanes.submit(Lane.STORE, lambda: _went_on_at_the_desk(window.hub.desk, folder))
    until_settled()
    window.actions["exchange"].trigger()
    until_settled()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ExchangeDialog))
    dialog.address.setText(str(folder / "desk.db"))
    dialog.look()
    until(lambda: dialog.list.count() > 0)
    dialog.address.setText("postgresql://desk.example/news")  # the picture is of a desk, not of this folder
    dialog.address.setCursorPosition(0)
    for _ in range(_LAYOUTS):
        until_settled()
    _keep_with(window, dialog, picture)
    dialog.reject()
    until_settled()
    shutil.rmtree(folder)


def _went_on_at_the_desk(here: "Desk", folder: Path) -> None:
    """Exchange everything with a desk, then go on at both."""
    from desk.session import Session
    from desk.story import Draft

    there = Session(folder / "desk.toml", str(folder / "desk.db")).open_store()
    there.exchange.me("the desk")
    market = here.stories.open_text("Market hall to reopen\n\nThe market hall will reopen on Saturday.\n", "market").id
    here.syncing.sync(str(folder / "desk.db"))
    for desk, day in ((here, "Sunday"), (there, "Monday")):
        desk.saving.save(market, Draft(f"Market hall to reopen\n\nThe market hall will reopen on {day}.\n"), None)
    here.stories.open_text("Night ferry returns\n\nThe night ferry is back.\n", "ferry")
    for slug in ("council-budget", "harbour-pilots", "school-meals", "storm-warning", "tram-line"):
        there.stories.open_text(f"{slug.replace('-', ' ').capitalize()}\n\nMore at six.\n", slug)
    there.close()


def _changed_on_a_laptop(desk: "Desk", story: str, pack: Path) -> None:
    """Pack a story, change it on a laptop, and pack it there."""
    from desk.session import Session
    from desk.story import Draft

    folder, text = pack.parent, desk.store.stories.text(story)
    desk.exchange.me("the desk")
    desk.packs.pack([story], pack)
    laptop = Session(folder / "laptop.toml", str(folder / "laptop.db")).open_store()
    laptop.examiner.change_settings({"user_name": "Rosa Marquez"})
    laptop.exchange.me("laptop of Rosa")
    laptop.packs.take_in(laptop.packs.look(pack), accept=True)
    there = text.replace("on Tuesday night", "on Monday night", 1).replace("about 200", "some 200", 1)
    laptop.saving.save(story, Draft(there), None)
    laptop.packs.pack([story], pack)
    laptop.close()
    for file in (folder / "laptop.toml", folder / "laptop.db"):
        file.unlink()


def _brought_back(desk: "Desk", pack: Path) -> None:
    desk.packs.take_in(desk.packs.look(pack), accept=True)
    pack.unlink()


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
