"""What reading one document may take, and how a process is held to it where the system can."""

import contextlib

MOST_MEMORY = 500_000_000
"""Bytes of memory: a book of 200,000 words takes some 300 MB."""
MOST_SECONDS = 4
"""Seconds of the processor: a book of 200,000 words takes half of one."""
MOST_WAITED = 10
"""Seconds by the clock, on a machine so busy that the process gets less than half of a processor."""
MOST_CHARACTERS = 10_000_000
"""Characters of text in one document: ten times a long novel."""
TOO_MUCH = "The file takes more memory than any story needs: it is not opened."
TOO_LONG = f"The file takes longer than {MOST_SECONDS} seconds to read: it is not opened."
TOO_BUSY = f"The file was not read within {MOST_WAITED} seconds, for the machine is busy: try again when it is less so."


def limit_this_process() -> None:
    """Hold this process to memory and time, and keep it from writing files, where the system knows how (not Windows).

    `desk/readers/guarded.py` watches over both from outside as well, on every system.
    """
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(OSError, ValueError):  # macOS knows some of them by name only
            resource.setrlimit(kind, (most, most))
