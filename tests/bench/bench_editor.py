"""Milliseconds a key in the editor: `python tests/bench/bench_editor.py [--busy]`, layout and painting included.

Each figure is the time from the key press until its painting is done, in a text of so many words, at its start, middle
and end, without findings and with 500 of them (and the copy map) on the sheet. With `--busy` a thread does the work of
a check in Python without pause, and each table stands under the switch interval of the interpreter.
"""

import os
import sys
import threading
import time
from collections import Counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.checking.checklist import Judged
from desk.checks.check import Finding, Item, Severity
from desk.text.blocks import Kind, Manuscript
from desk.text.spans import Span
from ui.editor.pane import EditorPane

KEYS, WARM_UP = 400, 40
PARAGRAPH = (
    "The harbour board said on Tuesday that the northern pier would stay closed until the “autumn gales” were over, "
    "and that ferries to the outer islands would leave from the fish market instead. Traders there had asked for "
    "weeks what was to become of their stalls; nobody, they said, had answered. The board’s chair, Wenna Tarrick, "
    "promised a meeting before the end of the month."
)


def text_of(words: int) -> str:
    """Return a text of about so many words in paragraphs of 66."""
    return "\n\n".join([PARAGRAPH] * max(1, round(words / len(PARAGRAPH.split()))))


def findings(text: str, number: int) -> list[Judged]:
    """Return findings of all items, evenly spread over the words of the text."""
    out, at, items = [], 0, list(Item)
    for nth in range(number):
        at = text.find(" ", nth * len(text) // number) + 1
        span = Span(at, max(at + 1, text.find(" ", at)))
        item = items[nth % len(items)]
        finding = Finding(item, f"{item}.bench", span, span.of(text), "A finding.", severity=Severity.WARNING)
        out.append(Judged(finding))
    return out


def shown(app: QApplication, words: int, number: int) -> EditorPane:
    """Return a painted pane with a text and its findings."""
    pane = EditorPane()
    pane.resize(760, 720)
    pane.set_text(text_of(words))
    if number:
        text, revision = pane.text(), pane.revision()
        blocks = list(Manuscript.of(text).blocks)
        blocks[1:] = [b.marked(Kind.PAID, "Bench.") if n % 7 == 0 else b for n, b in enumerate(blocks[1:])]
        pane.set_blocks(blocks, revision)
        pane.set_findings(findings(text, number), revision)
    pane.show()
    pane.edit.setFocus()
    app.processEvents()
    return pane


def keys(app: QApplication, pane: EditorPane, place: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each key typed at a place: by the clock, and of the processor alone."""
    pane.edit.select(Span(place, place))
    app.processEvents()
    times, worked = [], []
    for nth in range(KEYS + WARM_UP):
        key = Qt.Key.Key_Space if nth % 6 == 5 else Qt.Key.Key_Return if nth % 97 == 96 else Qt.Key.Key_A
        start, at_work = time.perf_counter(), time.thread_time()
        QTest.keyClick(pane.edit, key)
        app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.thread_time() - at_work))
    return sorted(times[WARM_UP:]), sorted(worked[WARM_UP:])


def work(stop: threading.Event) -> None:
    """Do what a check does, over and over: words, counts, slices."""
    text = text_of(1_000)
    while not stop.is_set():
        Counter(word.strip(".,“”").lower() for word in text.split())


def busy(app: QApplication) -> None:
    """Print a table for each switch interval with one thread at work."""
    for interval in (0.005, 0.001, 0.0002):
        sys.setswitchinterval(interval)
        print(f"a check at work, switch interval {1000 * interval:g} ms")
        stop = threading.Event()
        thread = threading.Thread(target=work, args=(stop,))
        thread.start()
        try:
            table(app)
        finally:
            stop.set()
            thread.join()


def main() -> None:
    """Print the tables asked for."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if "--busy" in sys.argv:
        busy(app)
    else:
        table(app)


def table(app: QApplication) -> None:
    """Print one table."""
    print(f"{'words':>7} {'findings':>9} {'place':>7} {'p50':>7} {'p99':>7} {'worst':>7} {'p99 (cpu)':>9}  ms a key")
    for words in (1_000, 10_000):
        for number in (0, 500):
            for place in ("start", "middle", "end"):
                pane = shown(app, words, number)
                length = len(pane.text())
                times, worked = keys(app, pane, {"start": 3, "middle": length // 2, "end": length}[place])
                p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
                alone = worked[int(len(worked) * 0.99)]
                print(f"{words:>7,} {number:>9} {place:>7} {p50:>7.2f} {p99:>7.2f} {times[-1]:>7.2f} {alone:>9.2f}")
                pane.close()
                pane.deleteLater()
                app.processEvents()


if __name__ == "__main__":
    main()
