"""A real store in a file of its own, and what the tests put into it."""

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Evidence, Finding, Item, Severity, replacements
from desk.review.move_request import MoveRequest
from desk.review.people import Person, actor
from desk.review.seal import content_of
from desk.review.signing import SigningKey
from desk.review.states import Action
from desk.store.connect import open_store
from desk.store.records.values import Ask, NewStory
from desk.text.blocks import Manuscript
from desk.text.spans import Span

TEXT = "Flood reaches Harrow Quay\n\nMayor Ines Dorval said the the water rose.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "copydesk.db"


ON_A_SERVER_TOO = (
    *(
        "test_reviews",
        "test_audit",
        "test_decisions",
        "test_stories",
        "test_runs",
        "test_book",
        "test_queue",
        "test_queue_filters",
    ),
    *("test_comments", "test_originals", "test_recovery", "test_people", "test_trail", "test_seals", "test_faults"),
    "test_at_once",
    "test_last_texts",
)
"""Rooms whose tests hold for a desk's PostgreSQL as for a laptop's SQLite, each run on both."""


def pytest_generate_tests(metafunc):
    if "where" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in ON_A_SERVER_TOO:
        metafunc.parametrize("where", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def where(request, path):
    """Return the address of a new database: a file, or on the server."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return path
    return request.getfixturevalue("server").database()


@pytest.fixture
def store(where):
    opened = open_store(where)
    yield opened
    opened.close()


@pytest.fixture
def text():
    return TEXT


@pytest.fixture
def story(store):
    return store.stories.create(NewStory(slug="flood", text=TEXT), actor("", "Rosa Marquez"))


@pytest.fixture(scope="session")
def signing_key():
    return SigningKey.new()


@pytest.fixture
def check(store):
    """Keep a run of every item for the text as it is, with the findings given."""

    def checks(story, *findings, unchecked=()):
        of = {item: tuple(f for f in findings if f.item is item) for item in Item}
        runs = [ItemRun(item, of[item], "not installed" if item in unchecked else "") for item in Item]
        return store.runs.save(story, store.stories.get(story).sha256, runs, rules="rules 1", engine="engine 1")

    return checks


@pytest.fixture
def ask(store):
    """Return the wish for a move, with a reason for everything in the way that may be passed."""

    def asks(story, action, person, reason="", to_name="", seen=frozenset(), **more):
        options = {option.move.action: option for option in store.reviews.options(story, person)}
        obstacles = options[action].obstacles if action in options else ()
        passed = {obstacle.key: "as I see it" for obstacle in obstacles}
        wanted = MoveRequest(story=story, action=action, note=reason, **{"passed": passed, **more})
        return Ask(wanted, person, to_name=to_name, seen=seen)

    return asks


@pytest.fixture
def content(store):
    """Return what a seal is bound to of a story as it is saved."""

    def of(story):
        row, text = store.stories.get(story), store.stories.text(story)
        return content_of(Manuscript.of(text), text.partition("\n")[0], row.by_hand, row.format, row.links)

    return of


@pytest.fixture
def approve(store, ask, content, signing_key):
    """Move a story through the desk as one person and approve it."""

    def approves(story, chief=None, key=signing_key):
        chief = chief or Person("Odile Brandt")
        store.keys.add(chief, key.fingerprint, key.public)
        for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF):
            if any(option.move.action == action for option in store.reviews.options(story, chief)):
                store.reviews.move(ask(story, action, chief))
        return store.reviews.approve(ask(story, Action.APPROVE, chief), content(story), key)

    return approves


@pytest.fixture
def finding():
    span = Span(50, 57)
    return Finding(
        item=Item.STYLE,
        rule="style.doubled-word",
        span=span,
        quote="the the",
        message="“the” stands twice.",
        suggestions=("the",),
        severity=Severity.ERROR,
        evidence=(Evidence(Span(50, 53), "here first"),),
        remedies=replacements(span, ["the"]),
        fingerprint="0123456789abcdef01234567",
        subject="the",
        paragraph="0f0f0f0f0f0f0f0f",
    )
