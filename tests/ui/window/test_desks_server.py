"""A grammar server that the settings name: the window says that nothing proves who answers there."""

import pytest
from PySide6.QtWidgets import QLabel

from desk.paths import config_dir
from desk.review.words import NOT_PROVED
from tests.desk.checks.grammar.engine.speaking import Fake

SAID = f"Grammar {NOT_PROVED}"


@pytest.fixture
def server():
    made = Fake()
    yield made
    made.close()


def test_status_line_and_first_page_say_that_the_server_is_not_proved(server, open_window, draft_file, quiet, qtbot):
    config_dir().mkdir(parents=True)
    (config_dir() / "settings.toml").write_text(f'engine_url = "{server.url}"\n', "utf-8")
    window = open_window()
    qtbot.waitUntil(lambda: window.welcome.ways[-1].sentence.text() == f"{SAID}.", timeout=20_000)
    window.verbs.story.open_files([draft_file])
    quiet(window)
    labels = [one.text() for one in window.frame.statusBar().findChildren(QLabel)]
    assert SAID in labels
