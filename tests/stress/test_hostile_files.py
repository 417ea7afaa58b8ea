"""Hostile files: each becomes a text or one sentence, soon, and no process grows without end.

Seconds are those of the processor, of the process that reads and of the one that asks it, so that a busy machine is no
failure; by the clock a file is given up after ten.
"""

import resource

from desk.errors import KnownError
from desk.readers.guarded import GuardedReader
from desk.readers.reading import read_file
from tests.stress.hostile import make

GB = 1 << 20
"""In kilobytes, as the system counts."""


def _said(path, reader):
    """Return the text of a file, or the sentence that says why there is none."""
    try:
        return read_file(path, reader).text
    except KnownError as error:
        return str(error) if str(error).endswith(".") and str(error).isprintable() else ""


def _seconds():
    """Return the seconds of the processor that this process took so far, and those it started and waited for."""
    each = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in each)


def test_a_hostile_file_becomes_a_text_or_one_sentence(tmp_path, tries, expect_log):
    reader = GuardedReader()
    for one in tries.each("files"):
        with one:
            path = tmp_path / f"hostile{one.number}"
            make(path, one.number)
            began = _seconds()
            said = _said(path, reader)
            seconds = _seconds() - began
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / GB
            one.worst = (seconds, memory)
            assert said.strip()
            if tries.stress:  # a run of every day asserts no seconds
                assert seconds <= 5
                assert memory <= 1
        if path.is_file():
            path.unlink()
    reader.close()
