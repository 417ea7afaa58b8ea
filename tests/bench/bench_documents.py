"""How long a common Word document takes to text, and back: 800 words with a few revisions and comments.

`python tests/bench/bench_documents.py` prints milliseconds: with the next process waiting, started on demand, and the
work alone.
"""

import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "desk" / "readers" / "docx"))

from conftest import word_file

from desk.readers.docx import read_docx
from desk.readers.guarded import GuardedReader
from desk.writers.docx import returned_docx
from desk.writers.edits import AS_IT_IS, Edits, ParagraphPlace, ReturnedEdit, ReturnedRemark, ReturnRound, Signature
from desk.writers.returning import returned_document

WHO = 'w:id="7" w:author="Ann" w:date="2026-03-01T10:00:00Z"'
RUN = '<w:r w:rsidRPr="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{} </w:t></w:r>'
TIMES = 15


def story(words: int = 800) -> bytes:
    """Return a Word file of so many words, one in twenty put in, in paragraphs of forty."""
    paragraphs = []
    for start in range(0, words, 40):
        runs = [RUN.format(f"word{n}") for n in range(start, min(start + 40, words))]
        runs[::20] = [f"<w:ins {WHO}>{run}</w:ins>" for run in runs[::20]]
        paragraphs.append(f"<w:p>{''.join(runs)}</w:p>")
    return word_file("".join(paragraphs))


def edits() -> list[ReturnRound]:
    """Return what one person changed in every fourth paragraph, and a comment there."""
    changed, remarks = [], []
    for start in range(0, 800, 160):
        place = ParagraphPlace(" ".join(f"word{n}" for n in range(start, start + 40)))
        changed.append(ReturnedEdit(place, f"word{start + 7} word{start + 8}", "other words"))
        remarks.append(ReturnedRemark(place, f"word{start + 20}", "Which one?"))
    return [ReturnRound(Edits(tuple(changed), tuple(remarks)), Signature("Ada Desk", "2026-01-02T03:04:00Z"))]


def timed(act, *arguments) -> float:
    """Return how many milliseconds one call takes."""
    began = time.perf_counter()
    act(*arguments)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Measure and print."""
    raw, reader = story(), GuardedReader()
    warm, cold = [], []
    for _ in range(TIMES):
        reader.ready()
        time.sleep(1)
        warm.append(timed(reader.read, raw))
        cold.append(timed(reader.read, raw))
    alone = [timed(read_docx, raw) for _ in range(TIMES)]
    rounds = edits()
    back, back_cold, back_alone = [], [], []
    for _ in range(TIMES):
        reader.ready()
        time.sleep(1)
        back.append(timed(returned_document, raw, rounds, AS_IT_IS, reader))
        back_cold.append(timed(returned_document, raw, rounds))
        back_alone.append(timed(returned_docx, raw, rounds))
    for name, took in (
        ("to text, process waiting", warm),
        ("to text, process started on demand", cold),
        ("to text, reading alone", alone),
        ("back, process waiting", back),
        ("back, process started on demand", back_cold),
        ("back, writing alone", back_alone),
    ):
        print(f"{name}: median {median(took):.0f} ms, longest {max(took):.0f} ms")


if __name__ == "__main__":
    main()
