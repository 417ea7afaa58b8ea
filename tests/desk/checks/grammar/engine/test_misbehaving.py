"""Servers that misbehave: whatever they do, grammar is never "passed" unseen, and never waits long."""

import gc
import gzip
import json
import socket
import struct
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from functools import cache

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.engine import client
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.limits import DESK, MOST_BYTES, OWN, AnswerLimits
from desk.checks.house import Brief
from desk.text.blocks import Manuscript
from tests.desk.checks.grammar.engine.speaking import answer_to, http

STORY = Manuscript.of("The two officers spoke.")
QUICK = AnswerLimits(base=1.5, rate=100_000, silence=0.6, look=0.2)
"""The kinds of limit that a server of the desk is given, in less time."""
UNREAD = 16_000_000
"""Bytes at most that were sent and wait on their way; Linux keeps 6 MB for the one who reads and 4 for the other."""


def changed(**parts):
    """Return a behaviour: the good answer with these parts in place of its own."""
    return lambda fake, line, form, good: http({**good, "matches": [], **parts})


def without(part):
    return lambda fake, line, form, good: http({k: v for k, v in {**good, "matches": []}.items() if k != part})


def bytes_of(raw):
    return lambda *_: raw


def first_match(**parts):
    """Return a behaviour: one match of which these parts are other than they should be."""

    def behave(fake, line, form, good):
        whole = {"offset": 0, "length": 1, "message": "m", "replacements": [], "context": {"text": "", "offset": 0}}
        rule = {"id": "R", "issueType": "grammar", "category": {"id": "X"}}
        return http({**good, "matches": [{**whole, "rule": rule, **parts}]})

    return behave


def silent(fake, line, form, good):
    fake.health = None
    never_done(fake, line, form, good)


def never_done(fake, line, form, good):
    """Its health is good, and an answer never comes."""
    with fake.until_left(line):
        line.recv(1)
        raise ConnectionResetError


def drip(before, drop):
    def behave(fake, line, form, good):
        with fake.until_left(line):
            line.sendall(before)
            for _ in range(1200):
                fake.over.wait(0.05)
                line.sendall(drop)

    return behave


def flood(before, wave):
    """Return a behaviour: more than anybody should take, as fast as it is taken."""

    def behave(fake, line, form, good):
        with fake.until_left(line):
            line.sendall(before)
            for sent in range(len(wave), 10 * MOST_BYTES, len(wave)):
                line.sendall(wave)
                fake.sent = max(fake.sent, sent)

    return behave


def reset(fake, line, form, good):
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def cut_short(fake, line, form, good):
    line.sendall(http({**good, "matches": []})[:-5])


def everywhere(fake, line, form, good):
    said = json.loads(first_match()(fake, line, form, good).partition(b"\r\n\r\n")[2])
    return http({**said, "matches": said["matches"] * 50_000})


def echo(fake, line, form, good):
    return http({**good, "matches": [{"text": form["text"][0]}]})


@cache
def bomb():
    """Return a good answer in 0.3 MB that is unpacked to twice what an answer may have."""
    good = answer_to({"text": [""], "language": ["en-US"]}, {})
    return gzip.compress(b" " * 2 * MOST_BYTES + json.dumps(good).encode(), 1)


OK = b"HTTP/1.1 200 OK\r\n"
MISBEHAVIOURS = {
    "hangs up": lambda *_: None,
    "resets the connection": reset,
    "says nothing": silent,
    "is well and never done": never_done,
    "drips its status line": drip(b"", b"H"),
    "drips its headers": drip(OK, b"X: y\r\n"),
    "drips its answer": drip(OK + b"Content-Length: 1000000\r\n\r\n{", b" "),
    "drips chunks": drip(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "goes on asking to continue": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "floods headers": flood(OK, b"X: " + b"y" * 60_000 + b"\r\n"),
    "floods one header": flood(OK + b"X: ", b"y" * 65_536),
    "floods its answer": flood(OK + b"Content-Length: 99999999999\r\n\r\n[", b" " * 1_000_000),
    "floods without an end": flood(OK + b"\r\n", b" " * 1_000_000),
    "floods chunks": flood(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b" " * 65_536 + b"\r\n"),
    "sends a gzip bomb": lambda *_: http(bomb(), "200 OK", "Content-Encoding: gzip"),
    "cuts its answer short": cut_short,
    "claims a negative length": bytes_of(OK + b"Content-Length: -1\r\n\r\n"),
    "claims no number as its length": bytes_of(OK + b"Content-Length: many\r\n\r\n{}"),
    "speaks another protocol": bytes_of(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "answers binary": bytes_of(bytes(range(256)) * 20),
    "answers NULs": bytes_of(http(b"\0" * 100_000)),
    "answers nothing": bytes_of(http(b"")),
    "answers HTML": bytes_of(http(b"<html>Welcome</html>")),
    "answers no content": bytes_of(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "redirects": bytes_of(http(b"", "307 Temporary Redirect", "Location: {elsewhere}")),
    "redirects for good": bytes_of(http(b"", "308 Permanent Redirect", "Location: {elsewhere}")),
    "fails": bytes_of(http(b"out of memory", "500 Internal Server Error")),
    "fails with a page of NULs": bytes_of(http(b"\0" * 50_000, "500 Internal Server Error")),
    "is busy": bytes_of(http(b"busy", "503 Service Unavailable")),
    "wants a password": bytes_of(http(b"who?", "401 Unauthorized")),
    "finds the text too long": bytes_of(http(b"too long", "413 Payload Too Large")),
    "speaks of itself as nobody": without("software"),
    "speaks of another program": changed(software={"name": "Squid", "version": "1"}),
    "speaks of no version": changed(software={"name": "LanguageTool"}),
    "speaks of itself in a list": changed(software=["LanguageTool"]),
    "read another language": changed(language={"name": "German", "code": "de-DE"}),
    "read another English": changed(language={"name": "English (ZA)", "code": "en-ZA"}),
    "says no language": without("language"),
    "did not read all": changed(warnings={"incompleteResults": True, "incompleteResultsReason": "too slow"}),
    "does not say whether it read all": without("warnings"),
    "says neither yes nor no": changed(warnings={"incompleteResults": "false"}),
    "says no matches": without("matches"),
    "says null": changed(matches=None),
    "says a text": changed(matches="none"),
    "says a number": bytes_of(http(b"0")),
    "says an empty list": bytes_of(http(b"[]")),
    "says an empty object": bytes_of(http(b"{}")),
    "nests deeply": bytes_of(http(b"[" * 200_000)),
    "says no number": first_match(offset=float("nan")),
    "says a huge number": bytes_of(http(b'{"matches": [' + b"9" * 10_000 + b"]}")),
    "points before the text": first_match(offset=-5),
    "points behind the text": first_match(offset=10**9),
    "points with a yes": first_match(offset=True),
    "points at more than the text": first_match(length=10**6),
    "names a rule by number": first_match(rule={"id": 7, "issueType": "x", "category": {"id": "X"}}),
    "names no category": first_match(rule={"id": "R", "issueType": "x"}),
    "names a rule of a page": first_match(rule={"id": "R" * 9000, "issueType": "x", "category": {"id": "X"}}),
    "proposes no words": first_match(replacements=[{"value": None}]),
    "proposes numbers": first_match(replacements=[5]),
    "says a message that is none": first_match(message={"a": 1}),
    "finds something everywhere": everywhere,
    "sends the text back": echo,
}
"""Sixty ways, each one of which must end in a reason."""


@pytest.fixture
def engine_of(tmp_path):
    made = []

    def make(fake, limits=QUICK):
        made.append(GrammarEngine(Folders(tmp_path, tmp_path, tmp_path), url=fake.url, limits=limits))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


def checked(engine, story=STORY):
    return run_check(GrammarCheck(engine), story, Brief(), ReadingCache())


def tried(engine_of, fakes, kind, after=0):
    """Return what grammar says of a server that misbehaves, how long it took, the server, and who else was asked."""
    bomb()  # before anybody waits for it
    fake, elsewhere = fakes(), fakes()

    def behaves(*told):
        said = MISBEHAVIOURS[kind](*told)
        return said and said.replace(b"{elsewhere}", elsewhere.url.encode() + b"v2/check")

    fake.answer, fake.after = behaves, after
    engine, began = engine_of(fake), time.monotonic()
    return checked(engine), time.monotonic() - began, fake, elsewhere.asked


def is_no_pass(tries, kind, told):
    result, seconds, fake, asked = told
    with tries.one("server") as one:
        one.worst = (seconds,)
        assert not fake.outwaited, f"{kind}: it went on until the server had enough of it"
        assert fake.sent <= MOST_BYTES + UNREAD, kind
        assert result.unchecked, kind
        assert result.unchecked.isprintable(), kind
        assert len(result.unchecked) < 500, kind
        assert not asked, kind


def all_at_once(engine_of, fakes, kinds, after):
    """Return each kind with what came of it: none of them does more than wait."""
    with ThreadPoolExecutor(len(kinds)) as pool:
        waits = [(kind, pool.submit(tried, engine_of, fakes, kind, after)) for kind in kinds]
        return [(kind, wait.result()) for kind, wait in waits]


SLOW = {
    *("says nothing", "is well and never done", "goes on asking to continue"),
    *("drips its status line", "drips its headers", "drips its answer", "drips chunks"),
    *("claims a negative length", "claims no number as its length"),
}
"""They keep whoever asks waiting to the limit."""
at_once_and_later = pytest.mark.parametrize("after", [0, 1], ids=["at once", "after a good answer"])


@pytest.fixture
def no_looks_for_garbage():
    """Let nobody look for garbage meanwhile: within an answer nested so deep others' leavings have no room to go."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_looks_for_garbage")
@at_once_and_later
@pytest.mark.parametrize("kind", [kind for kind in MISBEHAVIOURS if kind not in SLOW])
def test_no_misbehaviour_passes(engine_of, fakes, kind, after, tries):
    is_no_pass(tries, kind, tried(engine_of, fakes, kind, after))


@pytest.fixture
def side_by_side(monkeypatch):
    """Let engines of one process ask at once: what the library keeps on its class is for letters beyond U+FFFF."""
    monkeypatch.setattr(client, "_lane", nullcontext())


@pytest.mark.usefixtures("side_by_side")
@at_once_and_later
def test_no_misbehaviour_that_takes_its_time_passes(engine_of, fakes, after, tries):
    for kind, told in all_at_once(engine_of, fakes, sorted(SLOW), after):
        is_no_pass(tries, kind, told)


def test_the_true_limits_are_less_than_ten_seconds(engine_of, fake):
    """Those of a server of the desk, unless others are given; that they are kept, the tests above show."""
    engine = engine_of(fake, limits=None)
    assert engine._connected("en-US")._limits is DESK
    assert DESK.seconds(len(STORY.text)) < 10
    assert DESK.look + DESK.silence < 10


def test_a_server_that_behaves_is_believed(engine_of, fake):
    result = checked(engine_of(fake, OWN), Manuscript.of("The two officers recieved it."))
    assert result.unchecked == ""
    assert [finding.quote for finding in result.findings] == ["recieved"]


def test_a_sentence_with_known_errors_that_comes_back_clean_is_unchecked(engine_of, fake):
    fake.answer = changed()
    result = checked(engine_of(fake))
    assert "errors" in result.unchecked
