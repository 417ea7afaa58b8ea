"""Installing the engine: from a repository on the loopback, from a file, from a folder; broken in every way."""

import hashlib
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from desk.checks.grammar.engine.bundle import export
from desk.checks.grammar.engine.fetch import CHUNK
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import broken_jars, install, install_from, is_whole
from desk.checks.grammar.engine.lock_file import Jar, Lock, read_lock
from desk.errors import Cancelled, KnownError

CONTENT = {f"jar-{n}": bytes([n]) * (200_000 + n) for n in range(12)}


@pytest.fixture
def lock():
    return Lock(
        "9.9",
        tuple(Jar(f"org.test:{name}:9.9", len(raw), hashlib.sha256(raw).hexdigest()) for name, raw in CONTENT.items()),
    )


@pytest.fixture
def folders(tmp_path):
    return Folders(data=tmp_path / "data", cache=tmp_path / "cache", runtime=tmp_path / "run")


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self):
        raw = CONTENT[self.path.split("/")[-3]]
        self.server.asked.append((self.path, self.headers.get("Range")))
        start = int(self.headers["Range"][6:-1]) if "Range" in self.headers else 0
        body = self.server.alter(self.path, raw)[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        cut = self.server.cut.pop(self.path, None)
        self.wfile.write(body[:cut])
        if cut:
            self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture
def repository():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.cut, server.alter = [], {}, lambda _, raw: raw
    server.base = f"http://127.0.0.1:{server.server_port}"
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def whole(folders, lock):
    return is_whole(folders, lock) and not broken_jars(folders, lock)


def test_every_jar_arrives_verified_and_the_progress_ends_at_the_whole(folders, lock, repository):
    told = []
    folder = install(folders, lock, lambda done, total, words: told.append((done, total)), base=repository.base)
    assert whole(folders, lock)
    assert {path.name for path in folder.iterdir()} == {jar.file_name for jar in lock.jars}
    assert told[-1] == (lock.size, lock.size)
    assert all(done <= total for done, total in told)


def test_a_second_install_asks_for_nothing(folders, lock, repository):
    install(folders, lock, base=repository.base)
    repository.asked.clear()
    install(folders, lock, base=repository.base)
    assert repository.asked == []


def test_a_broken_download_goes_on_where_it_broke(folders, lock, repository):
    path = "/" + lock.jars[3].repository_path
    repository.cut[path] = 2 * CHUNK
    install(folders, lock, base=repository.base)
    assert whole(folders, lock)
    assert [ranged for asked, ranged in repository.asked if asked == path] == [None, f"bytes={2 * CHUNK}-"]


def test_an_altered_jar_is_never_used(folders, lock, repository):
    repository.alter = lambda path, raw: b"x" * len(raw) if "jar-5" in path else raw
    with pytest.raises(KnownError, match="another content than expected"):
        install(folders, lock, base=repository.base)
    assert not folders.engine(lock).exists()


def test_no_network_is_one_sentence_and_nothing_looks_whole(folders, lock):
    with pytest.raises(KnownError, match="no connection") as told:
        install(folders, lock, base="http://127.0.0.1:1")
    assert "--from FILE" in str(told.value)
    assert not is_whole(folders, lock)


def test_what_was_fetched_before_a_cancel_is_not_fetched_again(folders, lock, repository):
    done = []
    with pytest.raises(Cancelled):
        install(
            folders,
            lock,
            lambda d, *_: done.append(d),
            lambda: bool(done) and done[-1] > lock.size / 2,
            repository.base,
        )
    assert not folders.engine(lock).exists()
    kept = {path.name for path in folders.staging(lock).glob("*.jar")}
    repository.asked.clear()
    install(folders, lock, base=repository.base)
    assert not {asked.rsplit("/", 1)[-1] for asked, ranged in repository.asked if ranged is None} & kept
    assert whole(folders, lock)


def test_a_damaged_engine_is_mended_by_fetching_what_is_damaged(folders, lock, repository):
    folder = install(folders, lock, base=repository.base)
    (folder / lock.jars[0].file_name).write_bytes(b"?" * lock.jars[0].size)
    (folder / lock.jars[1].file_name).unlink()
    repository.asked.clear()
    install(folders, lock, base=repository.base)
    assert len(repository.asked) == 2
    assert whole(folders, lock)


def test_a_file_carries_the_engine_to_a_laptop_without_a_network(folders, lock, repository, tmp_path):
    install(folders, lock, base=repository.base)
    file = export(folders, (lock,), tmp_path / "engine.zip", lambda *_: None, lambda: False)
    elsewhere = Folders(tmp_path / "b", tmp_path / "b", tmp_path / "b")
    install_from(elsewhere, lock, file)
    assert whole(elsewhere, lock)


def test_a_folder_of_jars_does_as_well(folders, lock, tmp_path):
    for jar in lock.jars:
        (tmp_path / jar.file_name).write_bytes(CONTENT[jar.coordinate.split(":")[1]])
    install_from(folders, lock, tmp_path)
    assert whole(folders, lock)


@pytest.mark.parametrize("how", ["text", "half", "altered", "lacking", "bomb", "climbing"])
def test_a_file_that_is_no_engine_installs_nothing(folders, lock, tmp_path, how):
    file = tmp_path / "engine.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for jar in lock.jars[: -1 if how == "lacking" else None]:
            raw = CONTENT[jar.coordinate.split(":")[1]]
            raw = b"\0" * 50_000_000 if how == "bomb" and jar is lock.jars[0] else raw
            raw = b"x" * len(raw) if how == "altered" else raw
            archive.writestr(f"../../{jar.file_name}" if how == "climbing" else jar.file_name, raw)
    if how == "text":
        file.write_text("not an archive")
    if how == "half":
        file.write_bytes(file.read_bytes()[:3000])
    if how == "climbing":
        install_from(folders, lock, file)
        assert [path for path in tmp_path.rglob("*.jar") if path.parent != folders.engine(lock)] == []
        return
    with pytest.raises(KnownError):
        install_from(folders, lock, file)
    assert not folders.engine(lock).exists()


def test_a_missing_file_is_told(folders, lock, tmp_path):
    with pytest.raises(KnownError, match="does not exist"):
        install_from(folders, lock, tmp_path / "gone.zip")


def test_a_full_disk_is_told_before_anything_is_fetched(folders, lock, repository, monkeypatch):
    monkeypatch.setattr(
        "desk.checks.grammar.engine.install.shutil.disk_usage", lambda _: type("U", (), {"free": 1000})()
    )
    with pytest.raises(KnownError, match="The disk is full"):
        install(folders, lock, base=repository.base)
    assert repository.asked == []


def test_the_shipped_lock_names_130_jars_with_their_hashes():
    lock = read_lock()
    assert (lock.version, len(lock.jars)) == ("6.8", 130)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in lock.jars)
    assert lock.main_jar.coordinate == "org.languagetool:languagetool-server:6.8"
