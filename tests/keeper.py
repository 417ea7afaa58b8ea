"""What a run of the tests leaves behind is ended and taken away, however the run ends: by a kill as well.

Each process of the run holds a shared lock on a lease while it lives; a keeper, which no Ctrl+C reaches, waits until
nobody holds it.
"""

import fcntl
import subprocess
import sys
import tempfile
from pathlib import Path

_KEEPER = """
import fcntl, os, pathlib, shutil, subprocess, sys
lease, folder, user, told, *stop = sys.argv[1:]
with open(lease) as held:
    if os.fork():
        os._exit(0)
    os.setsid()
    fcntl.flock(held, fcntl.LOCK_EX)
    pathlib.Path(told).unlink(missing_ok=True)
    subprocess.run(stop, user=user or None, extra_groups=[] if user else None, cwd="/", check=False)
    shutil.rmtree(folder, ignore_errors=True)
"""
_STOP_ENGINES = """
import sys, psutil
folder, ours = sys.argv[1], []
for one in psutil.process_iter(["cmdline"]):
    words = one.info["cmdline"] or []
    if "desk.checks.grammar.engine.daemon" in words and any(folder in word for word in words):
        one.terminate()
        ours.append(one)
psutil.wait_procs(ours, timeout=120)
"""


def lease_on(file):
    """Return the lease, held by this process until it is closed."""
    held = file.open("a")
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


def keep(lease, folder, user, told, *stop):
    """Once nobody holds the lease: take `told` away, then call `stop` as this user, then take the folder away."""
    none = subprocess.DEVNULL
    keeper = [sys.executable, "-IS", "-c", _KEEPER, lease.name, folder, user, told, *stop]
    subprocess.run(keeper, check=True, cwd="/", stdin=none, stdout=none, stderr=none)


class RunFolder:
    """The folder of one run of the tests, of a name that no other has; engines that were started in it end with it."""

    def __init__(self, place):
        """Make it below the place."""
        folder = Path(tempfile.mkdtemp(prefix="copydesk-tests-", dir=place))
        self.tests, lease = folder / "tests", folder / "lease"
        self._lease = lease_on(lease)
        keep(self._lease, folder, "", lease, sys.executable, "-c", _STOP_ENGINES, str(folder))

    def leave(self):
        """The last process of the run that leaves, or is killed, has the keeper go to work."""
        self._lease.close()


def join(tests):
    """Return the lease of the run whose tests stand below `tests`, None where nobody keeps it."""
    file = tests.parent / "lease"
    return lease_on(file) if file.exists() else None
