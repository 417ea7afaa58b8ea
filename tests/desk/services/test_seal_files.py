"""A seal file is whatever somebody put beside a text: each shape of it is one sentence, never a traceback."""

import json

import pytest

from desk.cli import run
from desk.errors import KnownError
from desk.review.seal import canonical, parsed
from desk.review.signing import SigningKey
from desk.services.proofs import as_lines, as_plain, verify_file
from desk.services.seal_file import beside, read_seal_file
from desk.text.words import harmless
from tests.rows import rows

KEY = SigningKey.new()
GOOD = {
    "copydesk_seal": 1,
    "id": "a" * 32,
    "story": {"id": "b" * 32, "slug": "bridge", "section": "News", "version": "1"},
    "text": {"sha256": "c" * 64, "format": "text"},
    "copy_map": {"sha256": "c" * 64, "by_hand": [[0, "copy"]]},
    "headline": "Bridge opens",
    "furniture": {"sha256": "c" * 64},
    "run": {"digest": "c" * 64, "rules": "", "engine": "", "unchecked": [], "off": []},
    "waivers": [{"id": "d" * 32, "item": "style", "rule": "r", "about": "a", "reason": "r", "who": "w", "when": "x"}],
    "passed": [{"item": "grammar", "why": "not-checked", "reason": "r"}],
    "who": {"id": "e" * 32, "name": "Odile Brandt", "role": "section-chief"},
    "when": 1,
    "trail": {"place": 1, "chain": "c" * 64},
    "key": KEY.fingerprint,
}
OTHERS = (None, True, 7, -1, 1 << 70, 1e400, "", "x", [], [[]], {}, {"id": 1}, "\ud800", "\0", "A" * 64)
NOT_A_SEAL = "is no seal of Copydesk, or it was damaged"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The bridge opened.\n", "utf-8")
    return path


def _sealed(path, signed=None, **change):
    signed = canonical(GOOD) if signed is None else signed
    words = "Copydesk seal of “bridge”, approved by Odile Brandt: `copydesk verify` proves it"
    plain = {"what": words, "payload": signed, "signature": KEY.sign(signed), "public_key": KEY.public, **change}
    beside(path).write_text(json.dumps(plain), "utf-8")


def test_what_is_well_formed_is_read(text):
    _sealed(text)
    file = read_seal_file(beside(text))
    assert (file.seal.who.name, file.slug, file.public) == ("Odile Brandt", "bridge", KEY.public)
    assert "another text" in verify_file(text, None).why


def _places(plain, at=()):
    """Yield the way to every value of a payload."""
    for name, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        yield (*at, name)
        if isinstance(value, (dict, list)):
            yield from _places(value, (*at, name))


@rows("place", list(_places(GOOD)))
def test_a_value_of_another_kind_is_one_sentence_or_what_it_says(place):
    for other in OTHERS:
        plain = json.loads(json.dumps(GOOD))
        within = plain
        for name in place[:-1]:
            within = within[name]
        within[place[-1]] = other
        try:
            seal = parsed(json.dumps(plain), "")
        except KnownError:
            continue
        assert all(isinstance(value, str) for value in (seal.story, seal.headline, seal.who.name, seal.key))


@pytest.mark.parametrize("name", ["payload", "signature", "public_key"])
@pytest.mark.parametrize("other", [None, 7, [], {}, "ä", "%%%", "AAAA", "\ud800"])
def test_parts_of_another_kind_are_one_sentence_or_prove_nothing(text, name, other):
    _sealed(text, **{name: other})
    try:
        assert not verify_file(text, None).approved
    except KnownError as error:
        said = str(error)
        assert "no seal of Copydesk" in said or "put together from two" in said


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe" + "{}".encode("utf-16-le"),
        json.dumps({"payload": "{}"}).encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\0\0",
        b"[" * 200_000,
        b'{"payload":' * 100_000,
        b'{"payload": ' + b"9" * 10_000 + b"}",
        b"null",
        b'"payload"',
    ],
)
def test_a_file_of_anything_is_one_sentence(text, raw, capsys):
    beside(text).write_bytes(raw)
    with pytest.raises(KnownError, match=NOT_A_SEAL):
        verify_file(text, None)
    assert run(["verify", str(text)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("payload", ["[" * 100_000, '{"a":' * 100_000, "NaN", '{"copydesk_seal": NaN}', "", "1"])
def test_a_payload_of_anything_is_one_sentence(text, payload):
    _sealed(text, payload)
    with pytest.raises(KnownError, match="is no seal of Copydesk"):
        verify_file(text, None)


@pytest.mark.parametrize("when", [1.5, float("nan"), float("inf"), -1, 1 << 62, 1 << 200, "1", None, True])
def test_a_moment_that_is_none_is_one_sentence(text, when):
    _sealed(text, json.dumps({**GOOD, "when": when}))
    with pytest.raises(KnownError, match="is no seal of Copydesk"):
        verify_file(text, None)


def test_a_file_without_end_or_of_no_kind_is_one_sentence(text):
    with beside(text).open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(KnownError, match="too large"):
        verify_file(text, None)


def test_what_steers_a_terminal_is_told_as_signs(text):
    name = "Odile\x1b[2J\u202eBrandt\x9b1m"
    _sealed(text, canonical({**GOOD, "who": {**GOOD["who"], "name": name}}))
    proof = verify_file(text, None)
    assert "Odile\\x1b[2J\\x202eBrandt\\x9b1m" in "\n".join(as_lines(proof))
    assert "\x1b" not in json.dumps(as_plain(proof))
    assert harmless("a\tb\nc") == "a\tb\nc"


def test_words_around_what_was_signed_are_not_taken_for_it(text):
    _sealed(text, what="approved by Mallory")
    assert "in its line “what” is not what was signed" in " ".join(verify_file(text, None).remarks)
