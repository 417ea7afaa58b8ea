import os
import sys

import pytest

from desk.errors import KnownError
from desk.readers import guarded
from desk.readers.guarded import GuardedReader


@pytest.fixture
def reader():
    one = GuardedReader()
    yield one
    one.close()


@pytest.fixture
def acting(monkeypatch):
    """A way to have another program in the place of the reading process."""

    def act(code):
        started = guarded.subprocess.Popen

        def popen(command, **how):
            return started([sys.executable, "-c", code], **how)

        monkeypatch.setattr(guarded.subprocess, "Popen", popen)

    return act


def test_what_is_no_document_comes_back_as_a_sentence(reader):
    with pytest.raises(KnownError, match="cut off or damaged"):
        reader.read(b"PK\x03\x04" + os.urandom(300_000))


def test_a_process_that_takes_too_long_is_ended(reader, acting, monkeypatch):
    monkeypatch.setattr(guarded, "MOST_SECONDS", 0.1)
    monkeypatch.setattr(guarded, "MOST_WAITED", 60)
    acting("import sys; sys.stdin.buffer.read()\nwhile True: pass")
    with pytest.raises(KnownError, match="takes longer than"):
        reader.read(b"x")


def test_a_process_that_gets_nothing_of_a_busy_machine_is_no_bad_file(reader, acting, monkeypatch):
    monkeypatch.setattr(guarded, "MOST_WAITED", 0.3)
    acting("import sys, time; sys.stdin.buffer.read(); time.sleep(60)")
    with pytest.raises(KnownError, match="the machine is busy: try again"):
        reader.read(b"x")


def test_a_process_that_takes_too_much_memory_is_ended(reader, acting, monkeypatch):
    monkeypatch.setattr(guarded, "MOST_MEMORY", 60_000_000)
    acting("import sys, time; sys.stdin.buffer.read(); a = bytearray(150_000_000); time.sleep(60)")
    with pytest.raises(KnownError, match="more memory than any story"):
        reader.read(b"x")


def test_a_process_that_dies_is_told_in_a_sentence_and_logged(reader, acting, expect_log):
    acting("import sys; sys.exit('no such thing')")
    expect_log("no such thing")
    with pytest.raises(KnownError, match="breaks the rules of its format"):
        reader.read(b"x" * 1_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process from within")
def test_the_process_itself_is_short_of_memory_and_writes_no_file(tmp_path):
    code = (
        "from desk.readers.limits import limit_this_process as limit; limit()\n"
        "try:\n bytearray(600_000_000); print('memory')\nexcept MemoryError: pass\n"
        f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"try:\n open({str(tmp_path / 'x')!r}, 'wb', 0).write(b'x'); print('file')\nexcept OSError: pass\n"
    )
    ran = guarded.subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout == b""


def test_the_next_process_waits_and_is_ended_with_the_reader(reader):
    reader.ready()
    process = reader._waiting
    assert process.poll() is None
    reader.close()
    assert process.poll() is not None
