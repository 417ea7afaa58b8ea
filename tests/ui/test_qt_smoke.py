"""PySide6 6.12.0 on Python 3.11 drops a reference to None with each void call and aborts after a few thousand."""

import subprocess
import sys

import PySide6

KEYS = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

class Marks(QSyntaxHighlighter):
    def highlightBlock(self, text):
        mark = QTextCharFormat()
        mark.setForeground(QColor("red"))
        for at in range(0, len(text), 7):
            self.setFormat(at, 3, mark)

app = QApplication([])
edit = QPlainTextEdit()
marks = Marks(edit.document())
edit.show()
for n in range(4000):
    QTest.keyClick(edit, Qt.Key.Key_Return if n % 40 == 39 else Qt.Key.Key_A)
print(len(edit.toPlainText()), sys.getrefcount(None) > 1000)
"""


def test_four_thousand_keys_do_not_end_the_process():
    ran = subprocess.run([sys.executable, "-c", KEYS], capture_output=True, text=True, timeout=120, check=False)
    assert (ran.returncode, ran.stdout.split()) == (0, ["4000", "True"]), ran.stderr[-2000:]


def test_the_crashing_pair_is_not_installed():
    assert sys.version_info >= (3, 12) or tuple(map(int, PySide6.__version__.split(".")[:2])) < (6, 12)
