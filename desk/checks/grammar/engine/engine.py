"""The grammar engine as one value: installed or not, running or not, and the one who asks it.

Safe from any thread. `ask` is the only way to LanguageTool: a server that hangs, dies, is killed in the
middle or is another by now is replaced once, quietly, and asked again; a second failure is `Unavailable` with the
reason.
"""

import contextlib
import hashlib
import logging
import time
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from desk.checks.grammar.engine.address import without_password
from desk.checks.grammar.engine.desk_rules import desk_rules
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.lock_file import Lock, read_lock
from desk.checks.grammar.engine.progress import Asked, Progress, never, no_progress
from desk.checks.grammar.engine.silence import Silence
from desk.checks.grammar.engine.status import EngineStatus
from desk.checks.grammar.reading import Reading, asked_as
from desk.errors import KnownError, Unavailable
from desk.text.words import grouped, shortened

if TYPE_CHECKING:
    from desk.checks.grammar.engine.client import Client, Meanwhile
    from desk.checks.grammar.engine.connection import Lost, Peer
    from desk.checks.grammar.engine.java import Java
    from desk.checks.grammar.engine.limits import AnswerLimits
    from desk.checks.grammar.engine.packs import LanguagePack
    from desk.checks.grammar.engine.server import ServerStatus, SharedServer

log = logging.getLogger(__name__)

# Words of every kind the rules look at, so that dictionary, tagger and chunker are all there for the first story.
WARM_UP = (
    "The two councillers has told reporters on Tuesday that a new bridge, which cost more than $3 million, would be "
    "open by 10 a.m. “We are glad,” Ms. Ito said, “and the peoples of the village is too.”"
)
POISON_SECONDS = 60.0
_UNLOADABLE = "Could not activate rules"  # LanguageTool's words for a file of rules that it cannot read


class GrammarEngine:
    """LanguageTool for one process: installs, starts, asks and leaves it."""

    def __init__(
        self,
        folders: Folders | None = None,
        *,
        url: str = "",
        java: str = "",
        keep_warm: int = 300,
        lock: Lock | None = None,
        limits: "AnswerLimits | None" = None,
        rules_file: str = "",
        variant: str = "en-US",
    ) -> None:
        """Settings: `url` of a server the desk already runs, `java` (see `java.find_java`), `keep_warm` in seconds.

        `limits` are those of `limits.py` where none are given; `rules_file` is the desk's own file of rules, which a
        server of the desk (`url`) must bring along itself; `variant` is the English that most stories will be in.
        """
        own, self.variant = desk_rules(rules_file), variant
        self._rules_file, self._desk_rules, self.rules_problem = rules_file, own.text, own.problem
        self.folders = folders or Folders()
        self.lock = lock or read_lock()
        self._url, self._java, self._keep_warm = url.strip(), java, keep_warm
        self._limits, self._gives_way = limits, False
        self._mutex = RLock()
        self._server: SharedServer | None = None
        self._client: Client | None = None
        self._noted: Client | None = None
        self.silence = Silence()
        self._counting = RLock()  # of packs: the other one is held while Java starts, and opening asks for the key
        self._there: tuple[LanguagePack, ...] | None = None
        self._poison: dict[str, tuple[float, str]] = {}

    @property
    def desks_server(self) -> str:
        """Return the address of the desk's own server, which nothing proves; empty where we start one ourselves."""
        return without_password(self._url)

    @property
    def key(self) -> str:
        """Return what a reading depends on besides text and variant: the engine's and our rules' version."""
        from desk.checks.grammar.engine.rule_pack import pack_version

        if self._url:
            return f"server {self.desks_server}"
        packs = "".join(f" {pack.code} {pack.lock.key}" for pack in self._packs())
        return f"{self.lock.version} {self.lock.key} {pack_version(self._desk_rules)}{packs}"

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages besides English that it can be asked about; none of a desk's own server."""
        from desk.checks.grammar.engine.packs import WITH_THE_ENGINE

        return () if self._url else (*WITH_THE_ENGINE, *(pack.code for pack in self._packs()))

    def _packs(self) -> "tuple[LanguagePack, ...]":
        """Return the packs that were there when this engine was first asked, or after it has installed one."""
        from desk.checks.grammar.engine.packs import installed

        with self._counting:
            if self._there is None:
                self._there = installed(self.folders)
            return self._there

    def ask(self, text: str, variant: str, meanwhile: "Meanwhile" = None) -> Reading:
        """Return what LanguageTool finds in the text, starting the server if need be; raises `Unavailable`.

        `meanwhile` is called while the server works, as often as a question is sent.
        """
        with self.silence.asking():
            return self._ask(text, variant, meanwhile)

    def _ask(self, text: str, variant: str, meanwhile: "Meanwhile") -> Reading:
        from desk.checks.grammar.engine.connection import Lost

        def sent() -> None:  # a piece of the text: what was asked before it is answered
            self.silence.heard()
            if meanwhile:
                meanwhile()

        _refuse_giant(text)
        digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
        self._refuse_poison(digest)
        why = times = ""
        for count in ("once", "twice"):
            client = self._connected(variant)
            try:
                found = client.check(text, variant, sent)
            except Lost as error:
                why, times = str(error), count
                if self._gave_up_desk_rules(why):
                    return self._ask(text, variant, meanwhile)
                log.info("the grammar server was lost: %s", why)
                self.silence.lost()
                self._replace(client, error)
                if error.slow or (error.hung and self._url):  # another try would cost as much, for little hope
                    break
            else:
                self.silence.heard()
                self._note_use(client)
                return found
        sentence = f"The grammar server was lost {times} over one paragraph: {why}. {self._advice()}"
        self._poison[digest] = (time.monotonic() + POISON_SECONDS, sentence)
        raise Unavailable(sentence)

    def _gave_up_desk_rules(self, why: str) -> bool:
        """Go on without the desk's own rules where LanguageTool cannot load them; return whether that was so."""
        with self._mutex:
            if _UNLOADABLE not in why or not self._desk_rules:
                return False
            self.rules_problem = (
                f"The grammar rules of the desk, {self._rules_file}, are refused: LanguageTool cannot load them. "
                "Grammar goes on without them; try one rule at a time."
            )
            log.error(self.rules_problem)
            self._drop_client()
            if self._server:
                self._server.stop()
            self._server, self._desk_rules = None, ""
            return True

    def _refuse_poison(self, digest: str) -> None:
        """Raise `Unavailable` for a text that has just brought down two servers: each further try may cost minutes."""
        until, sentence = self._poison.get(digest, (0.0, ""))
        if time.monotonic() < until:
            raise Unavailable(sentence)
        self._poison.pop(digest, None)

    def _advice(self) -> str:
        if self._url:
            return f"Is the desk's server at {self.desks_server} well?"
        return "Run `copydesk engine status --thorough`, or check again in a minute."

    def _note_use(self, client: "Client") -> None:
        with self._mutex:
            if self._server and client is not self._noted:
                self._server.note_use()
                self._noted = client

    def warm_up(self, variant: str = "en-US") -> None:
        """Start the server and make it load what the first story needs (3 s); meant for a background lane.

        `variant` is the English of the first story. Raises `Unavailable` where it cannot be started.
        """
        self.ask(WARM_UP, asked_as(variant))

    def give_way(self) -> None:
        """Let others go first, if said before anything is asked: these are many files, and nobody types in them."""
        self._gives_way = True

    def keep_for(self, seconds: float) -> None:
        """Have the server that runs stay so long, although nobody needs it; `stop` ends it all the same."""
        with self._mutex:
            if self._server:
                self._server.keep_for(seconds)

    def keep_no_longer(self) -> None:
        """Have whatever server was to stay go like any other."""
        from desk.checks.grammar.engine.runfiles import rooms

        for room in rooms(self.folders):
            room.keep_no_longer()

    def close(self) -> None:
        """Leave the server, which stays warm for others and for a while."""
        with self._mutex:
            self._drop_client()
            if self._server:
                self._server.leave()

    def stop(self) -> bool:
        """End the user's servers for everybody who shares them; return whether one ran."""
        from desk.checks.grammar.engine.server import stop_all

        with self._mutex:
            self._drop_client()
            if self._server:
                self._server.leave()
            return stop_all(self.folders)

    def install(self, progress: Progress = no_progress, cancelled: Asked = never, base: str = "") -> Path:
        """Fetch the engine from Maven Central and return its folder; raises `KnownError` and `Cancelled`.

        The start-up cache is made as well, so that the first check of a machine costs no more than any other.
        """
        from desk.checks.grammar.engine.install import install

        folder = install(self.folders, self.lock, progress, cancelled, base)
        self._train(progress, cancelled)
        return folder

    def install_from(self, source: Path, progress: Progress = no_progress, cancelled: Asked = never) -> Path:
        """Install the engine from a folder or an exported file; raises `KnownError` and `Cancelled`."""
        from desk.checks.grammar.engine.install import install_from

        folder = install_from(self.folders, self.lock, source, progress, cancelled)
        self.install_beside(source, progress, cancelled)
        self._train(progress, cancelled)
        return folder

    def install_beside(
        self, source: Path, progress: Progress = no_progress, cancelled: Asked = never
    ) -> "tuple[Lock, ...]":
        """Install the packs and the dictionary that a folder or file holds and this machine lacks, and return them."""
        from desk.checks.grammar.engine.beside import bring

        came = bring(self.folders, source, progress, cancelled)
        if came:
            self._begin_anew()
        return came

    def _begin_anew(self) -> None:
        """Leave the server, which knows nothing of a new language, and look again at which there are."""
        with self._mutex, self._counting:
            self.close()
            self.keep_no_longer()
            self._server = self._there = None

    def install_language(
        self, word: str, source: Path | None = None, progress: Progress = no_progress, cancelled: Asked = never
    ) -> "LanguagePack":
        """Install the pack of a language, named by its code or English name, and return it; a running server is left.

        From `source`, a folder or an exported file, where one is named. Raises `KnownError` and `Cancelled`.
        """
        from desk.checks.grammar.engine.install import install, install_from
        from desk.checks.grammar.engine.packs import pack_named

        pack = pack_named(word)
        if source:
            install_from(self.folders, pack.lock, source, progress, cancelled)
        else:
            install(self.folders, pack.lock, progress, cancelled)
        self._begin_anew()
        return pack

    def _train(self, progress: Progress, cancelled: Asked) -> None:
        from desk.checks.grammar.engine.packs import english_of
        from desk.checks.grammar.engine.train import train

        with contextlib.suppress(Unavailable):  # no Java, say: then the first check tells it
            train(self.folders, self.lock, self._java, self._desk_rules, english_of(self.variant), progress, cancelled)

    def export(self, file: Path, progress: Progress = no_progress, cancelled: Asked = never) -> Path:
        """Write the engine and what is installed beside it into one file; raises `KnownError` and `Cancelled`."""
        from desk.checks.grammar.engine.beside import here
        from desk.checks.grammar.engine.bundle import export
        from desk.checks.grammar.engine.install import is_whole
        from desk.checks.grammar.engine.server import NOT_INSTALLED

        if not is_whole(self.folders, self.lock):
            raise KnownError(NOT_INSTALLED)
        return export(self.folders, (self.lock, *here(self.folders)), file, progress, cancelled)

    def status(self, thorough: bool = False) -> EngineStatus:
        """Return what is there; `thorough` reads every jar to see whether it is still the right one (0.1 s)."""
        from desk.checks.grammar.engine.beside import here, missing, packs_missing, told
        from desk.checks.grammar.engine.install import broken_jars, is_whole

        complete = is_whole(self.folders, self.lock)
        damaged = broken_jars(self.folders, self.lock) if thorough and self.folders.engine(self.lock).exists() else ()
        java, problem = self._find_java()
        return EngineStatus(
            url=self.desks_server,
            where=self.folders.engine(self.lock),
            version=self.lock.version,
            size=_size_of(self.folders.engine(self.lock)),
            complete=complete and not damaged,
            damaged=tuple(jar.file_name for jar in damaged),
            java=java,
            java_problem=problem,
            beside=told(here(self.folders)),
            lacking=told(missing(self.folders)),
            packs_lacking=packs_missing(self.folders),
            server=self._running(complete and java is not None),
        )

    def _running(self, startable: bool) -> "ServerStatus | None":
        """Return our server, else one that was started before rules, packs, Java or settings changed."""
        from desk.checks.grammar.engine.server import running

        own = self._shared().status() if startable and not self._url else None
        return own or running(self.folders)

    def _find_java(self) -> "tuple[Java | None, str]":
        from desk.checks.grammar.engine.java import find_java

        try:
            return find_java(self._java), ""
        except Unavailable as error:
            return None, str(error)

    def _shared(self) -> "SharedServer":
        from desk.checks.grammar.engine.server import SharedServer

        if self._server is None:
            self._server = SharedServer(
                self.folders, self.lock, self._java, self._keep_warm, self._desk_rules, self.silence.lost
            )
        return self._server

    def _connected(self, variant: str) -> "Client":
        from desk.checks.grammar.engine.limits import DESK, OWN
        from desk.checks.grammar.engine.packs import english_of

        with self._mutex:
            peer = self._desks_own() if self._url else self._shared().peer(english_of(variant))
            from desk.checks.grammar.engine.client import Client  # takes .15 s, which a server that starts has left

            if self._client is None or self._client.peer != peer:
                self._drop_client()
                limits = self._limits or (DESK if self._url else OWN)
                self._client = Client(peer, limits, one_of_many=self._gives_way)
            return self._client

    def _desks_own(self) -> "Peer":
        from desk.checks.grammar.engine.connection import Peer

        return Peer(self._url if "://" in self._url else f"http://{self._url}")

    def _replace(self, client: "Client", lost: "Lost") -> None:
        with self._mutex:
            if self._client is client:
                self._drop_client()
            if not self._url:
                self._shared().replace(client.peer, hung=lost.hung or lost.slow)

    def _drop_client(self) -> None:
        if self._client:
            self._client.close()
        self._client = None


def _refuse_giant(text: str) -> None:
    from desk.checks.grammar.engine.limits import MOST_CHARACTERS

    if len(text) > MOST_CHARACTERS:
        raise Unavailable(
            f"The paragraph that begins “{shortened(text[:200], 40)}” has {grouped(len(text))} characters, more than "
            f"the {grouped(MOST_CHARACTERS)} that the grammar engine reads in one piece. Part it with empty lines."
        )


def _size_of(folder: Path) -> int:
    with contextlib.suppress(OSError):
        return sum(file.stat().st_size for file in folder.iterdir())
    return 0
