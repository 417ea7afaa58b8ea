"""Files that nobody should open, made from good ones of every format: cut, flipped, blown up, nested, and no files."""

import io
import json
import os
import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desk.text.blocks import Manuscript
from desk.writers.formats.every_format import FORMATS
from desk.writers.formats.story import ExportedFacts, exported_story

STORY = "Bridge opens\n\nBy Ada Holm\n\n" + "The bridge opened on Monday, said Zoë Brandt — at last.\n\n" * 20
_FACTS = ExportedFacts("bridge", "news", "en-GB", changed=datetime(2026, 1, 5, tzinfo=UTC))
_RTF = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Bridge \b opens\b0\par By Ada Holm\par\u8212? Zo\'eb\par}"
_MAIL = (
    "From: ada@example.org\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>The bridge opened.</p>\n"
)
_MOST = 20_000_000


def good_files() -> list[bytes]:
    """Return a good file of every format that we write or hold as a text."""
    story = exported_story(Manuscript.of(STORY), (), _FACTS)
    made = [make(story) for make in FORMATS.values()]
    return [*made, _RTF.encode(), _MAIL.encode(), STORY.encode("utf-16"), STORY.encode("utf-8")]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(1, len(raw))]


def _flipped(raw: bytes, chance: random.Random) -> bytes:
    out = bytearray(raw)
    for _ in range(chance.choice([1, 8, 200])):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _blanked(raw: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(raw)), chance.choice([1, 100, 5000])
    return raw[:at] + chance.choice([b"\0", b"\xff", b" ", b"<", b"{"]) * length + raw[at + length :]


def _repeated(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw))
    piece = raw[start : start + chance.choice([1, 40, 2000])]
    return (raw[:start] + piece * chance.choice([3, 1000, 100_000]))[:_MOST] + raw[start:]


def _joined(raw: bytes, chance: random.Random) -> bytes:
    return raw + chance.choice(good_files())


def _part_changed(raw: bytes, chance: random.Random) -> bytes:
    """Return an archive whose parts are whole, one with other words in it; what is no archive is changed as a text."""
    if not raw.startswith(b"PK"):
        return chance.choice(_OF_BYTES)(raw, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        harmed = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, chance.choice(_OF_PARTS)(part, chance) if name == harmed else part)
    return out.getvalue()


def _nested(part: bytes, chance: random.Random) -> bytes:
    deep = chance.choice([300, 20_000, 400_000])
    at = part.find(b">", len(part) // 2) + 1
    return part[:at] + b"<a>" * deep + b"</a>" * deep + part[at:]


def _bomb(part: bytes, chance: random.Random) -> bytes:
    return part + b" " * chance.choice([50_000_000, 400_000_000])


def _entities(part: bytes, chance: random.Random) -> bytes:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    told = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "boom"><!ENTITY f SYSTEM "file:///etc/passwd">{lines}]>'
    return told.encode() + b"<a>&e11;&f;</a>" + part


_OF_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flipped, _blanked, _repeated, _joined)
_OF_PARTS = (_flipped, _blanked, _repeated, _nested, _bomb, _entities, _cut)
_KINDS = (*_OF_BYTES, _part_changed, _part_changed, _nested, _entities)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


def _deep_json(path: Path) -> None:
    path.write_text('{"body_text": ' + "[" * 1_000_000, "utf-8")


def _long_ninjs(path: Path) -> None:
    path.write_text(json.dumps({"uri": "a", "headline": "b" * 10_000_000, "body_text": "c" * 5_000_000}), "utf-8")


NO_FILES: tuple[Callable[[Path], None], ...] = (
    _fifo,
    _huge,
    _deep_json,
    _long_ninjs,
    Path.mkdir,
    lambda path: path.symlink_to("/dev/zero"),
    lambda path: path.symlink_to("/dev/tty"),
    lambda path: path.symlink_to(path),
)
"""What stands in the place of a file."""


def make(path: Path, number: int) -> None:
    """Put the hostile file of this number at a path; the same number is the same file."""
    chance = random.Random(number)
    if number % 10 == 0:
        NO_FILES[number // 10 % len(NO_FILES)](path)
        return
    raw = chance.choice(good_files())
    path.write_bytes(chance.choice(_KINDS)(raw, chance)[: 3 * _MOST])
