import contextlib
import sys
import time

import psutil
import pytest

from desk.errors import KnownError
from desk.readers import old_word
from desk.readers.guarded import GuardedReader
from desk.readers.kinds import OLD_OFFICE

MOST_SECONDS = 30
HEAD = OLD_OFFICE.ljust(512, b"\0")
NAME = "WordDocument".encode("utf-16-le").ljust(512, b"\0")


def document(flags=0):
    return HEAD + bytes((0xEC, 0xA5, *[0] * 9, flags)).ljust(512, b"\0") + NAME


@pytest.fixture
def no_office(monkeypatch):
    monkeypatch.setattr(old_word, "office", lambda: None)


def test_without_libreoffice_the_user_is_told_how_to_get_a_docx(no_office):
    with pytest.raises(KnownError, match=r"old binary Word document \(\.doc\).*save it as \.docx"):
        GuardedReader().read(document())


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (document(flags=1), "password"),
        (HEAD + "EncryptedPackage".encode("utf-16-le"), "password"),
        (HEAD + "Workbook".encode("utf-16-le"), "without a Word document"),
    ],
)
def test_what_libreoffice_could_not_read_either_is_told_at_once(no_office, raw, why):
    with pytest.raises(KnownError, match=why):
        GuardedReader().read(raw)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_what_an_office_makes_of_it_is_taken(monkeypatch, tmp_path):
    office = tmp_path / "soffice"
    office.write_text('#!/bin/sh\nfor last; do :; done\ncp "$last" "${last%.doc}.docx"\n')
    office.chmod(0o700)
    monkeypatch.setattr(old_word, "office", lambda: str(office))
    assert old_word.word_97_as_docx(document()) == document()
    office.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(KnownError, match="could not read"):
        old_word.word_97_as_docx(document())


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_of_an_office_that_takes_too_long_nothing_goes_on(monkeypatch, tmp_path):
    office, work = tmp_path / "soffice", tmp_path / "work"
    work.write_text("#!/bin/sh\nsleep 100\nsleep 100\n")
    office.write_text(f"#!/bin/sh\nsh {work} &\nwait\n")
    office.chmod(0o700)
    monkeypatch.setattr(old_word, "office", lambda: str(office))
    monkeypatch.setattr(old_word, "_MOST_SECONDS", 1)
    with pytest.raises(KnownError, match="took too long"):
        old_word.word_97_as_docx(document())
    until = time.monotonic() + MOST_SECONDS
    while any(str(work) in order for order in orders()):
        assert time.monotonic() < until


def orders():
    """Yield what the processes of this machine were started with."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            yield from process.cmdline()
