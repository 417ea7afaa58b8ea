"""A real store in a file of its own, and what the tests put into it."""

import pytest

from desk.checks.check import Evidence, Finding, Item, Severity, replacements
from desk.store.connect import open_store
from desk.store.rows import NewStory
from desk.text.spans import Span

TEXT = "Flood reaches Harrow Quay\n\nMayor Ines Dorval said the the water rose.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "copydesk.db"


@pytest.fixture
def store(path):
    opened = open_store(path)
    yield opened
    opened.close()


@pytest.fixture
def text():
    return TEXT


@pytest.fixture
def story(store):
    return store.stories.create(NewStory(slug="flood", text=TEXT), "Rosa Marquez")


@pytest.fixture
def finding():
    span = Span(50, 57)
    return Finding(
        Item.STYLE,
        "style.doubled-word",
        span,
        "the the",
        "“the” stands twice.",
        ("the",),
        Severity.ERROR,
        (Evidence(Span(50, 53), "here first"),),
        replacements(span, ["the"]),
        "0123456789abcdef01234567",
        "the",
    )
