"""Languages besides English: those that come with the engine, and packs that are installed beside it.

A pack is a lock of its own (`resources/grammar/engine.languages.json`): its jars lie in a folder of their own, verified
as the engine's are, and stand on the class path behind them. Which packs are there is part of what a server is started
with, and of what a reading depends on.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import is_whole
from desk.checks.grammar.engine.lock_file import Jar, Lock
from desk.errors import BugError, KnownError
from desk.paths import resources_dir

ENGLISHES = ("en", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA")
WITH_THE_ENGINE = ("es", "pt-PT")
"""LanguageTool's language detector dies without them, so their jars are there anyway."""


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The jars of one language."""

    language: str
    """By its English name."""
    code: str
    """As LanguageTool knows it."""
    lock: Lock


def packs_path() -> Path:
    """Return where the shipped list of packs stands."""
    return resources_dir() / "grammar" / "engine.languages.json"


@lru_cache(maxsize=1)
def packs() -> tuple[LanguagePack, ...]:
    """Return every pack that there is; raises `BugError` where the list is missing or broken."""
    path = packs_path()
    try:
        return tuple(
            LanguagePack(
                raw["language"],
                raw["code"],
                Lock(raw["version"], tuple(Jar(**jar) for jar in raw["jars"]), called=f"{raw['language']} pack"),
            )
            for raw in json.loads(path.read_text("utf-8"))
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BugError(f"the list of languages {path} is missing or broken: {error!r}") from error


def write_packs(made: Sequence[LanguagePack], path: Path) -> None:
    """Write the packs as JSON, one line a jar, so that a renewed list reads well as a difference."""
    entries = []
    for pack in made:
        jars = ",\n".join(f"    {json.dumps(asdict(jar))}" for jar in pack.lock.jars)
        head = f'"language": "{pack.language}", "code": "{pack.code}", "version": "{pack.lock.version}"'
        entries.append(f'  {{{head}, "jars": [\n{jars}\n  ]}}')
    path.write_text("[\n" + ",\n".join(entries) + "\n]\n", "utf-8")


def english_of(variant: str) -> str:
    """Return which English the server is asked about first, for it proves itself in English alone."""
    return variant if variant in ENGLISHES else "en-US"


def codes() -> tuple[str, ...]:
    """Return LanguageTool's code of each language that can be there."""
    return (*WITH_THE_ENGINE, *(pack.code for pack in packs()))


def pack_named(word: str) -> LanguagePack:
    """Return the pack of a language by its code (de) or English name; raises `KnownError` where there is none."""
    for pack in packs():
        if word.casefold() in {pack.code.casefold(), pack.code[:2], pack.language.casefold()}:
            return pack
    known = ", ".join(f"{pack.code[:2]} ({pack.language})" for pack in packs())
    raise KnownError(f"There is no pack for “{word}”: use {known}; Spanish and Portuguese come with the engine.")


def installed(folders: Folders) -> tuple[LanguagePack, ...]:
    """Return the packs that are on this machine, whole."""
    return tuple(pack for pack in packs() if is_whole(folders, pack.lock))


def jars_of(folders: Folders, there: Sequence[LanguagePack]) -> tuple[Path, ...]:
    """Return the files of these packs, in the order of the class path."""
    return tuple(folders.engine(pack.lock) / jar.file_name for pack in there for jar in pack.lock.jars)
