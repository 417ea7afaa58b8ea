"""The engine as one value, against servers that fail: asked again once, then unchecked with the reason."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.house import Brief
from desk.text.blocks import Manuscript

STORY = Manuscript.of("The two officers spoke.\n\nShe left early.")


class Failing(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.asked += 1
        self.send_error(500, "out of memory")

    def log_message(self, *_):
        pass


@pytest.fixture
def failing():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Failing)
    server.asked = 0
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def engine(failing, tmp_path):
    engine = GrammarEngine(Folders(tmp_path, tmp_path, tmp_path), url=f"http://127.0.0.1:{failing.server_port}")
    yield engine
    engine.close()


def test_a_second_failure_is_unchecked_with_the_reason_and_never_a_pass(engine, failing):
    result = run_check(GrammarCheck(engine), STORY, Brief(), ReadingCache())
    assert "lost twice" in result.unchecked
    assert "the desk's server" in result.unchecked
    assert result.findings == ()
    assert failing.asked == 2


def test_a_paragraph_that_brought_two_servers_down_is_not_tried_again_at_once(engine, failing):
    check, cache = GrammarCheck(engine), ReadingCache()
    run_check(check, STORY, Brief(), cache)
    asked = failing.asked
    assert "lost twice" in run_check(check, STORY, Brief(), cache).unchecked
    assert failing.asked == asked


def test_the_key_of_readings_does_not_wait_for_an_engine_that_starts(tmp_path):
    engine = GrammarEngine(Folders(tmp_path, tmp_path, tmp_path))
    keys = []
    with engine._mutex:  # held while Java starts, and whoever opens a story asks for the key in another lane
        asking = Thread(target=lambda: keys.append(engine.key), daemon=True)
        asking.start()
        asking.join(30)
    assert keys
