"""The command as a user calls it, in a process of its own, under limits that a machine may have."""

import resource
import signal
import subprocess
import sys

OWN = "names,figures,ads,style,structure"
"""The items that need no engine."""


def copydesk(*arguments, **options):
    """Run the command as a user does and return its outcome with text decoded strictly."""
    command = [sys.executable, "-m", "desk", *map(str, arguments)]
    options = {"timeout": 240, "capture_output": True, "encoding": "utf-8", **options}
    return subprocess.run(command, check=False, **options)


def one_sentence(said):
    """Return the one line that the command said about what is wrong."""
    (line,) = said.stderr.splitlines()
    assert line.endswith(".")
    assert "Traceback" not in line
    return line


def no_bigger_than(size):
    """Return what makes every file of a process end at `size` bytes, as on a full disk; the signal becomes an error."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def no_more_open_than(count):
    """Return what lets a process have so many files open and no more."""
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (count, count))
