"""Binary Word documents (.doc, 1997 to 2003): an installed LibreOffice makes a .docx of them, else we say how to."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from desk.errors import KnownError

_MOST_SECONDS = 40
"""LibreOffice takes 5 to 20 seconds to start on an old machine; the reading itself has its own limit."""
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.exe",),
}
_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SECTOR = 512
_WORD_MAGIC = (b"\xec\xa5", b"\xdc\xa5")
"""First bytes of the stream WordDocument, Word 97 on and Word 6 ([MS-DOC] 2.5.2)."""
_FLAGS = 10
_LOCKED = 0x01
"""Bit 8 of the flags, the first of their second byte: encrypted."""
_HOW = "Open it in Word or LibreOffice, save it as .docx, and open that."


def word_97_as_docx(raw: bytes) -> bytes:
    """Return a .docx with what a binary Word document holds; raises `KnownError` where there is no way to it."""
    _refuse(raw)
    found = office()
    if found is None:
        raise KnownError(f"The file is an old binary Word document (.doc). {_HOW}")
    with tempfile.TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True) as folder:
        return _converted(found, raw, Path(folder))


def _refuse(raw: bytes) -> None:
    if _LOCKED_PACKAGE in raw or _is_locked(raw):
        raise KnownError("The file is locked with a password: ask for one without.")
    if _STREAM not in raw:
        raise KnownError("The file is an old Office file without a Word document in it: ask for it as .docx.")


def _is_locked(raw: bytes) -> bool:
    """Return whether the head of the Word stream, which begins at a sector, says that it is encrypted."""
    starts = (at for at in range(_SECTOR, len(raw), _SECTOR) if raw.startswith(_WORD_MAGIC, at))
    at = next(starts, None)
    return at is not None and len(raw) > at + _FLAGS + 1 and bool(raw[at + _FLAGS + 1] & _LOCKED)


def office() -> str | None:
    """Return the path of an installed LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES.get(sys.platform, ()) if Path(place).exists()), None)


def _converted(program: str, raw: bytes, folder: Path) -> bytes:
    """Return what LibreOffice makes of a document, with a profile of its own: no macro runs, no link is followed."""
    source, made = folder / "story.doc", folder / "story.docx"
    source.write_bytes(raw)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
    try:
        _run(command)
    except subprocess.TimeoutExpired as error:
        raise KnownError(f"LibreOffice took too long over this binary Word document (.doc). {_HOW}") from error
    except OSError as error:
        raise KnownError(f"LibreOffice cannot be started for this binary Word document (.doc). {_HOW}") from error
    if not made.exists():
        raise KnownError(f"LibreOffice could not read this binary Word document (.doc): it may be damaged. {_HOW}")
    return made.read_bytes()


def _run(command: list[str]) -> None:
    """Run a program to its end; raises `TimeoutExpired` where that takes too long; nothing of it goes on."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(_MOST_SECONDS)
        finally:
            if process.poll() is None:
                _end(process.pid)


def _end(number: int) -> None:
    """End a process and all that it started: `soffice` is a script, and the work is done two processes below it."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(number)], capture_output=True, check=False)
    else:
        os.killpg(number, signal.SIGKILL)
