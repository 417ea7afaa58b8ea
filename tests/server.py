"""One real PostgreSQL server for all processes of a run of the tests, each with databases of its own.

The first that needs it starts it: on loopback, by initdb in a temporary folder, as an unprivileged user. A keeper stops
it and takes its folder away when the last is gone.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
from itertools import count
from pathlib import Path

from filelock import FileLock
from sqlalchemy import create_engine, text
from sqlalchemy.util import LRUCache

from desk.store.connect import open_store
from tests.keeper import keep, lease_on

_NEVER_NEEDED = "-c fsync=off -c full_page_writes=off -c autovacuum=off"
"""Nothing here outlives the run, and no database lives long enough to be swept, though there are hundreds of them."""


class Server:
    """The server as one process of the tests has it."""

    def __init__(self, meeting: Path, who: str, folder: Path | None):
        """`meeting` is where the processes of one run meet, `who` which of them this is; `folder` is for the data."""
        self._bin, self._who, self._names = _programs(), who, count(1)
        self._user = "postgres" if os.getuid() == 0 else None  # it refuses to be root's
        meeting.mkdir(parents=True, exist_ok=True)
        told = meeting / "port.json"
        with FileLock(meeting / "starting.lock"):
            self._lease = lease_on(meeting / "lease")
            if not told.exists():
                self._begin(Path(tempfile.mkdtemp(prefix="copydesk-server-", dir=folder)), told)
            self._port = json.loads(told.read_text("ascii"))
        self._admin = create_engine(self.url("postgres", "postgresql+psycopg"), isolation_level="AUTOCOMMIT")

    def _begin(self, folder, told):
        data = str(folder / "data")
        if self._user:
            shutil.chown(folder, self._user)
        stop = [self._bin / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"]
        keep(self._lease, folder, self._user or "", told, *stop)
        self._run(folder, "initdb", "-D", data, "-U", "copydesk", "-A", "trust", "-E", "UTF8", "--no-sync")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300 {_NEVER_NEEDED}"
        self._run(folder, "pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", options, "-w", "start")
        self._port = port
        admin = create_engine(self.url("postgres", "postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE pattern"))
        admin.dispose()
        open_store(self.url("pattern")).close()
        told.write_text(json.dumps(port), "ascii")

    def url(self, name, driver="postgresql"):
        return f"{driver}://copydesk@127.0.0.1:{self._port}/{name}"

    def database(self, pattern="pattern"):
        """Return the address of a new database with our tables (or an empty one), nothing in it.

        Its files are copied: 15 ms of the processor, and 40 where every page goes through the server's own log.
        """
        name = f"desk_{self._who}_{next(self._names)}"
        with self._admin.connect() as connection:
            by_files = " STRATEGY FILE_COPY" if connection.dialect.server_version_info >= (15,) else ""
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {pattern}{by_files}"))
        return self.url(name)

    def engine_of(self):
        """Return what makes the engines of stores: those at this server make each statement once, not once a test."""
        first, statements = create_engine(self.url("postgres", "postgresql+psycopg")), LRUCache(1_000)
        first.connect().close()  # its dialect, by which statements are known, learns which server this is
        first.dispose()

        def make(url, **options):
            engine = create_engine(url, **options)
            if engine.url.port == self._port:
                engine.update_execution_options(compiled_cache=statements)
                engine.dialect = first.dialect
            return engine

        return make

    def leave(self):
        self._admin.dispose()
        self._lease.close()

    def _run(self, folder, program, *arguments):
        log = folder / f"{program}.log"
        with log.open("a") as said:
            done = subprocess.run(
                [self._bin / program, *arguments],
                check=False,
                user=self._user,
                extra_groups=[] if self._user else None,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        assert done.returncode == 0, log.read_text()


def in_memory():
    """Return a folder in memory where there is plenty (each test has a database of 8 MB), None elsewhere."""
    folder = Path("/dev/shm")
    return folder if folder.is_dir() and shutil.disk_usage(folder).free > 8e9 else None


def _programs():
    """Return the folder of PostgreSQL's programs; raises `FileNotFoundError`."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    for folder in [*folders, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise FileNotFoundError("no PostgreSQL server: install Debian's postgresql, or what your system calls it")
