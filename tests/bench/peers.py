"""What a writer waits for with Copydesk, LanguageTool alone, Harper and hunspell: the same stories, in turns.

`python tests/bench/peers.py [ROUNDS]` prints a table in Markdown: medians of the rounds, each with its ratio to ours.
Harper and hunspell come from the package index (`pip install harper-py==0.2.0 chunspell==2.0.5`; nothing else here
needs them); one that is not installed is said to be missing. LanguageTool is the very engine that Copydesk starts, as
language_tool_python starts it. Needs the grammar engine.

Each round of each checker is a process of its own. *Cold*: from its start, no engine running, to what it says of the
head of a story (headline, byline, first paragraph) and of all of it. *Warm*: another story in the same process. *After
an edit*: one word of that story is another. *Words a second*: ten further stories, one after the other. Memory is that
of the process and of those it started. Findings are those in a story of 600 words with slips planted, beside how many
of the slips were planted: hunspell spells alone, and Copydesk checks names, figures, style, structure and advertising
as well, so the numbers are no marks.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_window import story  # noqa: E402

WORDS = 600
STORIES = 10
SLIPS = (
    ("council", "counsil"),
    ("repair", "repiar"),
    ("has looked", "have looked"),
    ("twelve years", "twelve year"),
    ("will print", "will prints"),
    ("Passengers", "Passengres"),
    ("were less", "was less"),
    ("about what", "about about what"),
    ("no cheaper", "no cheper"),
    ("ten minutes", "ten minuets"),
    ("voted on", "votted on"),
)
"""What stands in every paragraph of the story, and a slip in its place: the first in the first paragraph, and so on."""
Check = Callable[[str], int]
"""Takes a text and returns how many findings it has."""


def ours() -> Check:
    """Return all of Copydesk's own checks and grammar, on one text after another."""
    from desk.services.examiner import Examiner
    from desk.story import Draft

    examiner = Examiner()

    def check(text: str) -> int:
        runs = examiner.examine(Draft(text), examiner.house_brief("en-US")).runs
        if away := [run.unchecked for run in runs.values() if run.unchecked]:
            raise SystemExit(f"not checked: {away}")
        return sum(len(run.findings) for run in runs.values())

    return check


def language_tool() -> Check:
    """Return LanguageTool with its own rules, as language_tool_python starts and asks it."""
    from language_tool_python import LanguageTool

    tool = LanguageTool("en-US")
    return lambda text: len(tool.check(text))


def harper() -> Check:
    """Return Harper as its Python package runs it, within the process."""
    from harper import Dialect, Linter  # type: ignore[import-not-found]  # installed for this bench alone

    linter = Linter(Dialect.AMERICAN)
    return lambda text: len(linter.lint(text))


def hunspell() -> Check:
    """Return hunspell with its American dictionary: every word of letters that it does not know is one finding."""
    from hunspell import Hunspell  # type: ignore[import-not-found]  # installed for this bench alone

    dictionary = Hunspell("en_US")
    return lambda text: sum(not dictionary.spell(word) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text, as a spelling checker is asked about them."""
    return [bare for word in text.split() if (bare := word.strip(".,;:!?“”\"'()")).isalpha()]


PEERS: Mapping[str, tuple[str, Callable[[], Check]]] = {
    "ours": ("Copydesk, all checks", ours),
    "languagetool": ("LanguageTool alone", language_tool),
    "harper": ("Harper", harper),
    "hunspell": ("hunspell", hunspell),
}
FIGURES = (
    ("cold, to the head", "head_cold", "s"),
    ("cold, to all", "all_cold", "s"),
    ("warm, to the head", "head_warm", "ms"),
    ("warm, to all", "all_warm", "ms"),
    ("after one edit", "edit", "ms"),
    ("words a second", "speed", ""),
    ("memory", "memory", "MB"),
    ("findings; slips planted: {planted}", "findings", ""),
)


def head_of(text: str) -> str:
    """Return headline, byline and the first paragraph."""
    return "\n\n".join(text.split("\n\n")[:3])


def with_slips(text: str) -> str:
    """Return the text with the slips planted, one a paragraph, and then once more from the first paragraph on."""
    head, *body = text.split("\n\n")
    for n, (right, wrong) in enumerate(SLIPS):
        at = 1 + n % (len(body) - 1)
        body[at] = body[at].replace(right, wrong, 1)
    return "\n\n".join([head, *body])


def measured(name: str, began: float) -> dict[str, float]:
    """Return the figures of one checker in this very process, which was started at the moment `began`."""
    stories = [story(WORDS).replace("Harbour bridge", f"Bridge {n}").replace("item ", f"item {n}") for n in range(16)]
    check, figures = PEERS[name][1](), {}
    check(head_of(stories[0]))
    figures["head_cold"] = time.clock_gettime(time.CLOCK_BOOTTIME) - began
    check(stories[0])
    figures["all_cold"] = time.clock_gettime(time.CLOCK_BOOTTIME) - began
    check(stories[1])  # what is compiled or read at the second story is not counted as warm
    figures["head_warm"] = _milliseconds(check, head_of(stories[2]))
    figures["all_warm"] = _milliseconds(check, stories[3])
    figures["edit"] = _milliseconds(check, stories[3].replace("item 34", "topic 34"))
    took = sum(_milliseconds(check, text) for text in stories[4 : 4 + STORIES]) / 1000
    figures["speed"] = sum(len(text.split()) for text in stories[4 : 4 + STORIES]) / took
    figures["findings"] = check(with_slips(stories[-1]))
    figures["memory"] = memory() / 1e6
    return figures


def _milliseconds(check: Check, text: str) -> float:
    began = time.perf_counter()
    check(text)
    return (time.perf_counter() - began) * 1000


def memory() -> int:
    """Return the bytes of this process and of all that it started; a page that two share counts half in each."""
    mine = psutil.Process()
    family = [mine, *mine.children(recursive=True), *_engines(mine)]
    return sum(process.memory_full_info().pss for process in dict.fromkeys(family))


def _engines(mine: psutil.Process) -> list[psutil.Process]:
    """Return the grammar engine of our own, which is nobody's child: it outlives the window that started it."""
    home = os.environ.get("COPYDESK_HOME", "")
    everyone = [one for one in psutil.process_iter(["cmdline"]) if home and one.pid != mine.pid]
    return [one for one in everyone if home in " ".join(one.info["cmdline"] or ())]


def own_home(folder: Path) -> dict[str, str]:
    """Return the environment of a Copydesk with the engine that is installed here, and nothing else of this user."""
    from desk.paths import data_dir

    data = folder / "data"
    data.mkdir(parents=True)
    for part in data_dir().iterdir():
        if part.is_dir():
            (data / part.name).symlink_to(part)
    (folder / "config").mkdir()
    (folder / "config" / "settings.toml").write_text("keep_warm_seconds = 0\n", "utf-8")
    return {"COPYDESK_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")}


def one_round(name: str, environment: Mapping[str, str]) -> dict[str, float] | None:
    """Return the figures of one checker from a new process; None where it is not installed."""
    began = time.clock_gettime(time.CLOCK_BOOTTIME)
    command = [sys.executable, "-W", "ignore", __file__, "--as", name, str(began)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **environment})
    if "ModuleNotFoundError" in ran.stderr:
        return None
    if ran.returncode:
        raise SystemExit(f"{name}: {ran.stderr[-600:]}")
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def table(rounds: Mapping[str, Sequence[dict[str, float]]]) -> str:
    """Return the medians as a table in Markdown; the missing are named below it."""
    names = [name for name in PEERS if rounds[name]]
    planted = len(SLIPS)
    lines = ["| | " + " | ".join(PEERS[name][0] for name in names) + " |", "|---" * (len(names) + 1) + "|"]
    for title, key, unit in FIGURES:
        cells = []
        for name in names:
            middle = statistics.median(one[key] for one in rounds[name])
            ratios = [one[key] / mine[key] for one, mine in zip(rounds[name], rounds["ours"], strict=True)]
            beside = f" ({statistics.median(ratios):.2f})" if name != "ours" and key != "findings" else ""
            cells.append(f"{middle:{',.0f' if unit != 's' else '.2f'}} {unit}".strip() + beside)
        lines.append(f"| {title.format(planted=planted)} | " + " | ".join(cells) + " |")
    missing = [PEERS[name][0] for name in PEERS if not rounds[name]]
    return "\n".join([*lines, *(f"\n{name} is not installed: not measured." for name in missing)])


def main() -> None:
    """Measure in turns and print the table, with the machine it was measured on."""
    if sys.argv[1:2] == ["--as"]:
        print(json.dumps(measured(sys.argv[2], float(sys.argv[3]))), flush=True)
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        environments = {"ours": own_home(here / "ours"), "languagetool": _theirs(here / "theirs")}
        one_round("ours", environments["ours"])  # makes the start-up cache, as installing does
        rounds: dict[str, list[dict[str, float]]] = {peer: [] for peer in PEERS}
        for _ in range(count):
            for peer in PEERS:
                figures = one_round(peer, environments.get(peer, {}))
                rounds[peer] += [figures] if figures else []
                shutil.rmtree(here / "ours" / "run", ignore_errors=True)
    print(f"{count} rounds on {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}\n")
    print(table(rounds))


def _theirs(folder: Path) -> dict[str, str]:
    from bench_engine import their_engine

    from desk.checks.grammar.engine.engine import GrammarEngine

    engine = GrammarEngine()
    return their_engine(folder, engine.folders.engine(engine.lock))


if __name__ == "__main__":
    main()
