"""How soon grammar answers: our launch of LanguageTool beside language_tool_python's own, in one run, in turns.

`python tests/bench/bench_engine.py [ROUNDS]`. Each figure is a process of its own: from its start to what the engine
says of a story of 600 words. Prints medians in seconds and the ratio of the two launches. Needs the grammar engine.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_window import story  # noqa: E402

from desk.checks.grammar.engine.engine import GrammarEngine  # noqa: E402
from desk.checks.grammar.engine.folders import Folders  # noqa: E402
from desk.checks.grammar.engine.java import find_java  # noqa: E402
from desk.paths import data_dir  # noqa: E402

WORDS = 600
HEAD = 3
"""Headline, byline and the first paragraph."""
OURS = """
import sys
from pathlib import Path
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.engine import GrammarEngine
engine = GrammarEngine(Folders(*map(Path, sys.argv[2:5])), keep_warm=0)
for paragraph in Path(sys.argv[1]).read_text("utf-8").split("\\n\\n")[: int(sys.argv[5])]:
    engine.ask(paragraph, "en-US")
engine.close()
"""
THEIRS = """
import sys
from pathlib import Path
from language_tool_python import LanguageTool
tool = LanguageTool("en-US")
tool.check(Path(sys.argv[1]).read_text("utf-8"))
tool.close()
"""


def timed(code: str, arguments: Sequence[object], environment: dict[str, str] | None = None) -> float:
    """Return the seconds that a Python process with this code takes."""
    command = [sys.executable, "-W", "ignore", "-c", code, *map(str, arguments)]
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **(environment or {})}, capture_output=True)
    return time.perf_counter() - began


def their_engine(folder: Path, jars: Path) -> dict[str, str]:
    """Lay out our jars as language_tool_python expects its download; return the environment that makes it find them."""
    home = folder / "LanguageTool-6.8"
    home.mkdir(parents=True)
    line = "Class-Path: " + " ".join(path.as_uri() for path in sorted(jars.glob("*.jar")))
    wrapped = "\r\n ".join(line[at : at + 70] for at in range(0, len(line), 70))  # 72 bytes a line, says the format
    with zipfile.ZipFile(home / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", f"Manifest-Version: 1.0\r\n{wrapped}\r\n\r\n")
    java = find_java("").path.parent
    return {"LTP_PATH": str(folder), "PATH": f"{java}{os.pathsep}{os.environ['PATH']}"}


def rounds(measure: Callable[[], float], others: Sequence[Callable[[], float]], count: int) -> list[list[float]]:
    """Return the seconds of each measure, taken in turns, so that a machine that slows down slows all of them."""
    return [list(column) for column in zip(*([one() for one in (measure, *others)] for _ in range(count)), strict=True)]


def main() -> None:
    """Measure in turns and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        text = here / "story.txt"
        text.write_text(story(WORDS), "utf-8")
        engine = GrammarEngine(Folders(data=data_dir()))
        theirs = their_engine(here / "theirs", engine.folders.engine(engine.lock))

        def ours(cache: str, paragraphs: int = 99) -> float:
            return timed(OURS, (text, data_dir(), here / cache, here / "run", paragraphs))

        def first() -> float:
            shutil.rmtree(here / "new", ignore_errors=True)
            return ours("new")

        ours("kept")  # the first run of a machine writes the start-up cache that all later ones read
        GrammarEngine(Folders(data_dir(), here / "kept", here / "run"), keep_warm=0).stop()
        while not list((here / "kept").rglob("start.aot")):
            time.sleep(0.1)  # Java writes it while it ends
        others = (first, lambda: timed(THEIRS, (text,), theirs), lambda: ours("kept", HEAD))
        kept, new, own, soon = rounds(lambda: ours("kept"), others, count)
    for words, seconds in (
        ("ours, to the first paragraph", soon),
        ("ours, as on every start but the first of a machine", kept),
        ("ours, the first start of a machine", new),
        ("language_tool_python's own launch", own),
    ):
        print(f"{words:52} {statistics.median(seconds):6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f})")
    ratios = sorted(one / other for one, other in zip(kept, own, strict=True))
    print(f"{'ours to theirs, pair by pair':52} {statistics.median(ratios):6.2f}    wanted <= 0.50")


if __name__ == "__main__":
    main()
