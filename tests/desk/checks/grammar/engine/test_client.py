"""The border to LanguageTool, against a server that speaks its JSON and counts in UTF-16 as Java does."""

import json
import os
import re
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.checks.grammar.engine.client import Client, pieces
from desk.checks.grammar.engine.connection import Lost, Peer
from desk.checks.grammar.engine.identity import Owner
from desk.checks.grammar.engine.limits import DESK, OWN, TURN_SECONDS
from desk.checks.grammar.engine.start_jar import start_folder
from desk.errors import Unavailable

MARK = "zzz"
"""The fake server finds these letters."""


@pytest.fixture
def client(fake):
    client = Client(Peer(fake.url), DESK)
    yield client
    client.close()


texts = st.text(alphabet=st.sampled_from(f"z a\u0301\u00a0\u00e9\U0001f600\U00010348\r\n—’.{MARK}"), max_size=80)


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_are_code_points_whatever_the_text(client, text):
    expected = [found.group() for found in re.finditer(MARK + "[\U0001f600]?", text)] if text.strip() else []
    assert [slip.span.of(text) for slip in client.check(text, "en-US") if slip.rule == "MARK"] == expected


def test_a_lone_surrogate_changes_no_offset(client):
    text = "a \ud800 zzz"
    assert [slip.span.of(text) for slip in client.check(text, "en-US")] == ["zzz"]


def test_a_giant_paragraph_goes_in_pieces_with_offsets_kept(client, fake):
    text = "Word after word. " * 1000 + "zzz"
    assert [slip.span.of(text) for slip in client.check(text, "en-GB")] == ["zzz"]
    assert len(fake.asked) > 2
    assert {form["language"][0] for form in fake.asked} == {"en-GB"}


@given(texts, st.integers(1, 40))
def test_pieces_are_the_text(text, longest):
    found = list(pieces(text, longest))
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert all(len(piece) <= longest for _, piece in found)
    assert "".join(piece for _, piece in found).strip() == text.strip() or not text.strip()


def test_what_is_to_be_done_meanwhile_is_done_while_the_server_reads(client, fake):
    client.check("first", "en-US")  # which proves the server, before anything is asked in earnest
    begun = threading.Event()

    def once_begun(_fake, _line, _form, good):
        raw = json.dumps(good).encode()
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(raw), raw) if begun.wait(10) else None

    fake.answer = once_begun
    assert [slip.span.of("a zzz") for slip in client.check("a zzz", "en-US", begun.set)] == ["zzz"]


def test_a_mistake_of_ours_meanwhile_is_no_fault_of_the_server_and_its_answer_is_no_other_texts(client):
    def broken():
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        client.check("zzz zzz", "en-US", broken)
    assert len(client.check("a zzz", "en-US")) == 1


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
def test_a_server_that_fails_and_one_that_refuses_are_told_apart(client, fake, status, body, error):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    fake.answer = lambda *_: b"HTTP/1.1 %d Word\r\nContent-Length: %d\r\n\r\n%s" % (status, len(raw), raw)
    with pytest.raises(error):
        client.check("zzz", "en-US")


def test_a_dead_server_is_lost():
    with pytest.raises(Lost):
        Client(Peer("http://127.0.0.1:1/"), DESK).check("zzz", "en-US")


@pytest.mark.parametrize(("ours", "told"), [(True, True), (False, False)])
def test_a_server_of_ours_alone_is_told_that_a_text_is_one_of_many(fake, ours, told):
    client = Client(Peer(fake.url, Owner.of(os.getpid()) if ours else None), DESK, one_of_many=True)
    client.check("first", "en-US")
    client.close()
    assert fake.heads
    assert {b"Copydesk-One-Of-Many: 1" in head for head in fake.heads} == {told}


def test_a_text_of_many_has_the_time_it_may_wait_for_its_turn_on_top(fake):
    """What only waited for its turn is no slow server, which would be ended for everybody."""
    mine = Peer(fake.url, Owner.of(os.getpid()))
    assert Client(mine, OWN, one_of_many=True)._limits.seconds(0) == OWN.seconds(0) + TURN_SECONDS
    assert Client(mine, OWN)._limits == OWN
    assert Client(Peer(fake.url), DESK, one_of_many=True)._limits == DESK
    assert f"LONGEST_WAIT = {TURN_SECONDS:.0f}_000_000_000L" in (start_folder() / "Turns.java").read_text("utf-8")
