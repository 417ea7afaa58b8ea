"""A painted editor pane, and findings made by hand for it."""

import pytest

from desk.checking.checklist import Judged, Standing
from desk.checks.check import Finding, Item, Severity, replacements
from desk.text.spans import Span
from ui.editor.pane import EditorPane

STORY = (
    "Ferry timetable to change\n"
    "\n"
    "By Ines Tollard\n"
    "\n"
    "The the harbour office said on Monday that Captain Lew Marrin would retire in May.\n"
    "\n"
    "Lou Marrin has sailed the route for thirty years, and 😀 passengers will miss him.\n"
)


@pytest.fixture(autouse=True, scope="session")
def _application(qapp):
    """Start Qt first: a document lays itself out, and needs fonts for that."""


@pytest.fixture
def story():
    return STORY


@pytest.fixture
def pane(qtbot):
    """A shown pane with the story in it."""
    pane = EditorPane()
    qtbot.addWidget(pane)
    pane.resize(820, 640)
    pane.set_text(STORY)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.edit.setFocus()
    return pane


@pytest.fixture
def find_in():
    """Makes a finding on the nth place of some words in a text."""

    def make(text, words, item=Item.GRAMMAR, suggestions=(), nth=0, **more):
        at = -1
        for _ in range(nth + 1):
            at = text.index(words, at + 1)
        span = Span(at, at + len(words))
        return Finding(
            item,
            f"{item}.test",
            span,
            words,
            f"About “{words}”.",
            tuple(suggestions),
            more.pop("severity", Severity.WARNING),
            remedies=more.pop("remedies", replacements(span, suggestions)),
            fingerprint=f"{item}:{at}:{words}",
            **more,
        )

    return make


@pytest.fixture
def judged():
    """Judges findings: all open, or all with the standing given."""

    def judge(*findings, standing=Standing.OPEN, why=""):
        return [Judged(finding, standing, why) for finding in findings]

    return judge
