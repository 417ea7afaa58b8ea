"""Renews the locks of the engine and of its packs: `python -m desk.checks.grammar.engine.renew_lock [VERSION]`.

What it writes anew is `resources/grammar/engine.lock.json` and `engine.languages.json` beside it.

jgo resolves what the server and its English need. `language-all` is left out (76 MB that nobody here reads); Spanish,
Catalan and Portuguese stay, for LanguageTool's language detector reads their lists at start and dies without them.
"""

import hashlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jgo.maven import Artifact, Dependency, MavenContext

from desk.checks.grammar.engine.lock_file import MAIN_JAR, Jar, Lock, lock_path, write_lock
from desk.checks.grammar.engine.packs import LanguagePack, packs_path, write_packs

GROUP = "org.languagetool"
WANTED = (MAIN_JAR, "language-en", "language-es", "language-ca", "language-pt")
LEFT_OUT = "language-all"


PACKS = (("Dutch", "nl"), ("French", "fr"), ("German", "de-DE"), ("Italian", "it"))


def pack_of(language: str, code: str, engine: Lock) -> LanguagePack:
    """Return the pack of a language: what it needs at run time besides the engine."""
    with tempfile.TemporaryDirectory() as folder:
        needed = resolve(engine.version, Path(folder), (MAIN_JAR, f"language-{code[:2]}"))
        own = {jar.coordinate for jar in engine.jars}
        jars = tuple(jar for jar in map(locked, needed) if jar.coordinate not in own)
    return LanguagePack(language, code, Lock(engine.version, jars))


def resolve(version: str, folder: Path, names: Sequence[str] = WANTED) -> list[Artifact]:
    """Return every artifact that the engine of this version needs at run time; `folder` keeps the POMs read for it."""
    context = MavenContext(repo_cache=folder, local_repos=[])
    without = [context.project(GROUP, LEFT_OUT)]
    wanted = [
        Dependency(context.project(GROUP, name).at_version(version).artifact(), exclusions=without, raw=True)
        for name in names
    ]
    named, found = context.resolver.resolve(wanted)
    return [dependency.artifact for dependency in (*named, *found) if dependency.scope in (None, "compile", "runtime")]


def locked(artifact: Artifact) -> Jar:
    """Fetch one artifact and return its entry of the lock."""
    content = artifact.resolve().read_bytes()
    parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
    return Jar(":".join(part for part in parts if part), len(content), hashlib.sha256(content).hexdigest())


def main(arguments: list[str]) -> int:
    """Write the lock for the version named first (6.8 if none is); return the exit status."""
    version = arguments[0] if arguments else "6.8"
    with tempfile.TemporaryDirectory() as folder:
        artifacts = resolve(version, Path(folder))
        jars = []
        for nth, artifact in enumerate(artifacts, 1):
            jars.append(locked(artifact))
            print(f"{nth}/{len(artifacts)} {jars[-1].coordinate}", file=sys.stderr)
    first, *others = jars
    lock = Lock(version, (first, *sorted(others, key=lambda jar: jar.coordinate)))
    write_lock(lock, lock_path())
    print(f"{len(lock.jars)} jars, {lock.size} bytes, key {lock.key}")
    write_packs([pack_of(language, code, lock) for language, code in PACKS], packs_path())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
