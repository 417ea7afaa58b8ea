"""Makes the engine ready to start: what is derived from the jars, and the command line of the server.

All of it stands in one folder of the cache, keyed by jar hashes, our own rules and the Java version, made in one step:
our start of the server (`start_jar.py`), a copy of the server's jar without its manifest's class path, our rules as a
jar, the server's settings, and after the first run the start-up (AOT) cache of that very combination and the lists of
words as LanguageTool searches them.
"""

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import Java
from desk.checks.grammar.engine.lock_file import Lock
from desk.checks.grammar.engine.packs import LanguagePack, installed, jars_of
from desk.checks.grammar.engine.rule_pack import pack_version, write_pack
from desk.checks.grammar.engine.start_jar import MAIN_CLASS, START_JAR, start_jar, start_version

KEPT_SECONDS = 30 * 86_400.0
"""For how long an engine made ready stays where nobody uses it; made anew it costs one slower start."""
RECIPE = "4"  # raise it when anything below changes what is written or how Java is called

# Four texts at once; whoever waits for a turn has a thread in our start of the server.
# Measured on a story of 600 words: seen before 17-40 ms instead of 400-700, a paragraph seen before 8 instead of 40.
PROPERTIES = """\
pipelineCaching=true
maxPipelinePoolSize=4
pipelineExpireTimeInSeconds=86400
cacheSize=20000
cacheTTLSeconds=86400
maxTextCheckerThreads=4
textCheckerQueueSize=64
"""

# The shipped configuration writes a line a check, and on errors the text itself; a draft must not end in a log.
LOGGING = """\
<configuration>
  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
    <encoder><pattern>%d %-5level %logger{20} %.-300msg%nopex%n</pattern></encoder>
  </appender>
  <logger name="org.languagetool" level="WARN"/>
  <root level="WARN"><appender-ref ref="OUT"/></root>
</configuration>
"""

HEAP = 512  # MB: 256 thrash, 30,000 words in one request took 233 s instead of 17
HEAP_A_PACK = 256  # MB: with four packs in 512 the fourth language gave no answer in 280 s

FLAGS = (
    # All waits while garbage is looked for, half a second of a start on one thread: on two, and with room for what a
    # start makes, its story is read .5 s sooner of 4. Java would begin with a sixty-fourth of the machine's memory.
    "-XX:+UseParallelGC",
    "-XX:ParallelGCThreads=2",
    "-Xms360m",
    "-Xmn170m",
    # Half of what a start cost went into compiling what hardly runs again: with thresholds thirty times as high the
    # first paragraph costs 8.4 s of the processor instead of 9.7, and the first 16,000 words a quarter less.
    # To the first degree alone it would be 6.3, but a quarter slower for good from some 45,000 words on.
    "-XX:CompileThresholdScaling=30",
    # What was hot when the start-up cache was made is compiled at once: to the last degree only what is hot four or
    # five times as long, so a start costs 5.1 s of the processor instead of 5.5, and 25,000 words as much as before.
    # Java multiplies these by the thirty above: 750,000 calls instead of 5,000. Some come to that: 190 methods are of
    # the last degree behind 300 words, 375 behind 8,000, 453 behind 16,000.
    "-XX:Tier4InvocationThreshold=25000",
    "-XX:Tier4MinInvocationThreshold=3000",
    "-XX:Tier4CompileThreshold=60000",
    "-Dsun.net.httpserver.nodelay=true",  # Java 17 waits 44 ms a request without it
    "-Dsun.net.httpserver.maxReqTime=10",  # seconds for a question to come, which takes 1 ms: then its line is closed
    "-Djava.net.preferIPv4Stack=true",
    "-Djava.net.useSystemProxies=false",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An engine ready to start."""

    folder: Path
    jars: tuple[Path, ...]
    java: Java
    key: str
    heap: int = HEAP
    """Megabytes that the server may fill."""

    @property
    def aot_cache(self) -> Path:
        """Return where the start-up cache stands once a first run has ended politely."""
        return self.folder / "start.aot"

    def has_lists(self, language: str) -> bool:
        """Return whether a run has kept the lists of this language's words; plain English has no spelling, so none."""
        return language == "en" or (self.folder / f"spelling-{language}.lists").exists()

    def command(self, language: str) -> list[str]:
        """Return the command of the server without port and start-up cache, which the daemon adds.

        The rules and words of `language` are read while the server comes up; any other's when it is first met.
        """
        return [
            str(self.java.path),
            f"-Xmx{self.heap}m",
            *FLAGS,
            f"-Dlogback.configurationFile={self.folder / 'logback.xml'}",
            f"-Dcopydesk.language={language}",
            f"-Dcopydesk.kept={self.folder}",
            "-cp",
            os.pathsep.join(map(str, self.jars)),
            MAIN_CLASS,
            "--config",
            str(self.folder / "server.properties"),
        ]


def key_of(lock: Lock, java: Java, desk: str = "", languages: Sequence[LanguagePack] = ()) -> str:
    """Return what makes one prepared engine another: jars, our rules, Java, recipe (16 hexadecimal digits)."""
    packs = (pack.lock.key for pack in languages)
    ours = (pack_version(desk), start_version(), PROPERTIES, LOGGING, *FLAGS)
    parts = (RECIPE, lock.key, *packs, java.version, str(java.path), *ours)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def heap_for(languages: Sequence[LanguagePack]) -> int:
    """Return how many megabytes a server with these packs may fill; it fills them where their languages are met."""
    return HEAP + HEAP_A_PACK * len(languages)


def prepare(folders: Folders, lock: Lock, java: Java, desk: str = "") -> Prepared:
    """Return the engine ready to start, making what is missing; `desk` are a desk's own rules; raises `OSError`."""
    languages = installed(folders)
    key = key_of(lock, java, desk, languages)
    folder = folders.cache / "engine" / key
    engine = folders.engine(lock)
    if not folder.exists():
        _make(folder, engine / lock.main_jar.file_name, desk)
        _sweep(folder.parent)
    with contextlib.suppress(OSError):
        os.utime(folder)
    others = tuple(engine / jar.file_name for jar in lock.jars if jar != lock.main_jar)
    made = tuple(folder / name for name in (START_JAR, lock.main_jar.file_name, "copydesk-rules.jar"))
    return Prepared(folder, (*made, *others, *jars_of(folders, languages)), java, key, heap_for(languages))


def make_anew(prepared: Prepared, folders: Folders, lock: Lock, desk: str = "") -> None:
    """Make all that is derived from the jars once more, for it may be damaged; raises `OSError`."""
    shutil.rmtree(prepared.folder, ignore_errors=True)
    prepare(folders, lock, prepared.java, desk)


def _make(folder: Path, server_jar: Path, desk: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix="new-"))
    try:
        without_class_path(server_jar, new / server_jar.name)
        write_pack(new / "copydesk-rules.jar", desk)
        shutil.copyfile(start_jar(), new / START_JAR)
        (new / "server.properties").write_text(PROPERTIES, "utf-8")
        (new / "logback.xml").write_text(LOGGING, "utf-8")
        if not folder.exists():
            new.replace(folder)
    except OSError:
        if not folder.exists():  # else another process was quicker, and its work is as good
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _sweep(engines: Path) -> None:
    """Take away what was made for rules, jars or a Java that nobody has used for a month: 48 MB each."""
    for old in engines.iterdir():
        with contextlib.suppress(OSError):
            if old.stat().st_mtime < time.time() - KEPT_SECONDS:
                shutil.rmtree(old, ignore_errors=True)


def without_class_path(jar: Path, target: Path) -> None:
    """Copy a jar without the `Class-Path` of its manifest, for which Java refuses to use a start-up cache."""
    with zipfile.ZipFile(jar) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "META-INF/MANIFEST.MF":
                content = _strip_class_path(content)
            new.writestr(info, content, zipfile.ZIP_DEFLATED)


_CLASS_PATH = re.compile(rb"^Class-Path:[^\n]*\n(?: [^\n]*\n)*", re.MULTILINE)  # long values go on behind one space


def _strip_class_path(manifest: bytes) -> bytes:
    return _CLASS_PATH.sub(b"", manifest)
