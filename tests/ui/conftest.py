"""What the tests of the window share: lanes, a real window on a real store, and ways to wait without sleeping."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, fingerprinted
from desk.errors import Cancelled, KnownError
from desk.paths import config_dir, data_dir
from desk.session import Session
from desk.settings.writing import write_settings
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from ui.__main__ import make_session
from ui.actions.table import use_own_keys
from ui.look import theme
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow
from ui.work.lanes import Lane, Lanes, Token, nothing


class InlineLanes:
    """Does each job at once, on the main thread; `held` keeps outcomes back until `land` is called."""

    def __init__(self):
        self.held = None
        self.closed = False
        self.hangs = False
        self.ran = []

    def submit(self, lane, job, done=nothing, failed=nothing, token=None, dropped=nothing):
        token = token or Token()
        if self.closed:
            return token
        self.ran.append(lane)
        if self.held is not None:
            self.held.append((job, done, failed, token, dropped))
        else:
            self._do(job, done, failed, token, dropped)
        return token

    def _do(self, job, done, failed, token, dropped):
        try:
            result = job()
        except Cancelled:
            dropped()
        except KnownError as error:
            failed(error)
        else:
            dropped() if token.cancelled() else done(result)

    def hold(self):
        self.held = []

    def land(self):
        held, self.held = self.held, None
        for job in held:
            self._do(*job)

    def relay(self, told):
        return told

    def busy(self, lane=None):
        return bool(self.held)

    def shut_down(self):
        self.held = None
        self.closed = True


class PromptBot(QtBot):
    """Looks for what is waited for as soon as the toolkit has done what came, where its base looks each 10 ms.

    A test of a window waits ten times and more, and each time was let go 5 ms after it might have been.
    """

    _rests = 0
    """How often the toolkit is left to come to rest before the next look; 0 where nothing is looked for."""

    def waitUntil(self, callback, *, timeout=5000):  # noqa: N802
        __tracebackhide__ = True
        before, self._rests = self._rests, 1
        try:
            super().waitUntil(callback, timeout=timeout)
        finally:
            self._rests = before

    def wait(self, ms):
        if not self._rests:
            super().wait(ms)
            return
        loop, left = QEventLoop(), self._rests

        def at_rest():
            nonlocal left
            left -= 1
            if not left:
                loop.quit()

        at_last, dispatcher = QTimer(singleShot=True, interval=ms), QAbstractEventDispatcher.instance()
        at_last.timeout.connect(loop.quit)
        at_last.start()
        dispatcher.aboutToBlock.connect(at_rest)
        loop.exec()
        dispatcher.aboutToBlock.disconnect(at_rest)
        self._rests = 2  # at rest already, until the next event


@pytest.fixture
def qtbot(qapp, request):
    return PromptBot(request)


@pytest.fixture(autouse=True)
def _application(qapp):
    """Have the toolkit's application there: a test that asks for a font alone failed where it came first."""


@pytest.fixture
def inline():
    return InlineLanes()


@pytest.fixture
def lanes(qtbot):
    made = Lanes()
    yield made
    made.shut_down()


@pytest.fixture
def found() -> Callable[..., Finding]:
    """Return a maker of findings: the words in question stand in the text, evidence and suggestions as words."""

    def make(
        text, quote, item=Item.STYLE, rule="style.test", suggestion="", evidence=(), nth=0, message="Look at this."
    ):
        start = -1
        for _ in range(nth + 1):
            start = text.index(quote, start + 1)
        span = Span(start, start + len(quote))
        remedies = (Remedy(f"Change to “{suggestion}”", (Edit(span, suggestion),)),) if suggestion else ()
        places = tuple(Evidence(Span(text.index(e), text.index(e) + len(e)), e) for e in evidence)
        finding = Finding(
            item, rule, span, quote, message, (suggestion,) if suggestion else (), evidence=places, remedies=remedies
        )
        return fingerprinted([finding], Manuscript.of(text))[0]

    return make


@pytest.fixture
def told_apart():
    """Return findings alike in all but their order, told apart as a check run would."""

    def tell(findings, text):
        return fingerprinted([replace(f, fingerprint="") for f in findings], Manuscript.of(text))

    return tell


@pytest.fixture(autouse=True)
def _undressed():
    """Take the theme off that a test put on the application: the next one may measure."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")
        app.setPalette(QPalette())
        theme._current[0] = theme.LIGHT
        theme._percent[0] = 100
        if theme._system:
            app.setFont(theme._system[0])
    use_own_keys({})


def _let_go(widget):
    widget.close()
    widget.deleteLater()


@pytest.fixture
def closed_at_end(qtbot):
    """Close every dialog and menu that a test left open, and let Qt delete what was let go."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu):
            _let_go(widget)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


DRAFT = """Harbour bridge to close for repairs

By Rosa Ekstrand

PORT ELLERY — The harbour bridge will close for two weeks from Monday, Tomas Okafor, the city's
engineer, said on Friday.

“We looked at every option,” Mr. Okafour said. “There is no cheaper way to keep it safe.”

Ferries will run every ten minutes. Ines Duarte, who heads the port authority, said the the
timetable would be out on Saturday. TK
"""
"""An invented story with a doubled word (style), two forms of a name (names) and a placeholder (structure)."""


@pytest.fixture
def draft_text() -> str:
    return DRAFT


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def open_window(qtbot, closed_at_end):
    """Return a maker of real windows on the real store of this test; each is closed and its lanes are awaited."""
    made = []

    def make(*files):
        window = OpenWindow(Frame())
        made.append(window)
        window.frame.resize(1280, 720)
        with qtbot.waitExposed(window.frame):
            window.frame.show()
        window.start(partial(make_session, ""), list(files))
        qtbot.waitUntil(lambda: window.hub.is_ready or bool(dialogs()), timeout=20_000)
        return window

    yield make
    for window in made:
        window.windows.quit()
        qtbot.waitUntil(lambda window=window: not window.windows.open, timeout=20_000)
        window.frame.deleteLater()


@pytest.fixture
def quiet(qtbot):
    """Return a function that waits until a window has nothing left to do."""

    def wait(window):
        qtbot.waitUntil(lambda: not window.parts.checker.busy and not window.lanes.busy(), timeout=30_000)

    return wait


@pytest.fixture
def window(open_window, draft_file, quiet):
    """A window with the draft open and checked."""
    made = open_window(draft_file)
    made.parts.editor.activateWindow()
    quiet(made)
    return made


@pytest.fixture
def at_store(qtbot):
    """Return a function that calls `job` with a window's desk in the store lane, where it belongs; gives its answer."""

    def do(window, job):
        came = []
        window.lanes.submit(Lane.STORE, lambda: job(window.hub.desk), came.append, came.append)
        qtbot.waitUntil(lambda: bool(came), timeout=20_000)
        if isinstance(came[0], KnownError):
            raise came[0]
        return came[0]

    return do


@pytest.fixture
def colleague():
    """Return a maker of desks of somebody else on the same database, as another process would have one."""
    made = []

    def make(name):
        settings = config_dir() / f"{name}.toml"
        write_settings(settings, {"user_name": name})
        session = Session(settings, str(data_dir() / "copydesk.db"))
        desk = session.open_store()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


@pytest.fixture
def dialog(qtbot):
    """Return a function that waits for a dialog of a class and returns it."""

    def wait(kind):
        qtbot.waitUntil(lambda: any(isinstance(d, kind) for d in dialogs()), timeout=20_000)
        found = next(d for d in dialogs() if isinstance(d, kind))
        QCoreApplication.processEvents()  # it was shown a moment ago: its layout is done with what comes next
        return found

    return wait
