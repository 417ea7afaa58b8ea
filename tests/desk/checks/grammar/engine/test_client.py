"""The border to LanguageTool, against a server that speaks its JSON and counts in UTF-16 as Java does."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.checks.grammar.engine.client import Client, Lost, pieces
from desk.errors import Unavailable

MARK = "zzz"
"""The fake server finds these letters, and nothing else."""


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"), keep_blank_values=True)
        text = form["text"][0]
        self.server.asked.append(form)
        status, body = self.server.answer(text)
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        pass


def matches(text):
    return 200, {
        "matches": [
            {
                "message": "Look.",
                "shortMessage": "",
                "replacements": [{"value": "zz"}],
                "offset": utf16(text[: found.start()]),
                "length": utf16(found.group()),
                "context": {"text": text, "offset": 0, "length": 1},
                "sentence": text,
                "rule": {
                    "id": "MARK",
                    "issueType": "grammar",
                    "category": {"id": "GRAMMAR", "name": "Grammar"},
                    "description": "",
                },
            }
            for found in re.finditer(MARK + "[\U0001f600]?", text)
        ]
    }


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.answer = [], matches
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def client(server):
    client = Client(f"http://127.0.0.1:{server.server_port}/", timeout=5)
    yield client
    client.close()


texts = st.text(alphabet=st.sampled_from(f"z a\u0301\u00a0\u00e9\U0001f600\U00010348\r\n—’.{MARK}"), max_size=80)


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_are_code_points_whatever_the_text(client, text):
    expected = [found.group() for found in re.finditer(MARK + "[\U0001f600]?", text)] if text.strip() else []
    assert [slip.span.of(text) for slip in client.check(text, "en-US")] == expected


def test_a_lone_surrogate_changes_no_offset(client):
    text = "a \ud800 zzz"
    assert [slip.span.of(text) for slip in client.check(text, "en-US")] == ["zzz"]


def test_a_giant_paragraph_goes_in_pieces_with_offsets_kept(client, server):
    text = "Word after word. " * 1000 + "zzz"
    assert [slip.span.of(text) for slip in client.check(text, "en-GB")] == ["zzz"]
    assert len(server.asked) > 1
    assert {form["language"][0] for form in server.asked} == {"en-GB"}


@given(texts, st.integers(1, 40))
def test_pieces_are_the_text(text, longest):
    found = list(pieces(text, longest))
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert all(len(piece) <= longest for _, piece in found)
    assert "".join(piece for _, piece in found).strip() == text.strip() or not text.strip()


def test_a_proxy_in_the_environment_is_not_asked(client, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert client.check("zzz", "en-US")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, b"out of memory", Lost),
        (200, b"<html>not json</html>", Lost),
        (200, {"something": "else"}, Lost),
        (400, b"text too long", Unavailable),
    ],
)
def test_a_server_that_fails_and_one_that_refuses_are_told_apart(client, server, status, body, error):
    server.answer = lambda _: (status, body)
    with pytest.raises(error):
        client.check("zzz", "en-US")


def test_a_dead_server_is_lost():
    with pytest.raises(Lost):
        Client("http://127.0.0.1:1/", timeout=1).check("zzz", "en-US")
