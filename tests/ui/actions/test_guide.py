"""The guide's tables of keys are those of the code, and its prose names no key that there is not.

`python -m ui.actions.guide docs/guide.md` writes the tables.
"""

import re
from pathlib import Path

import pytest

from desk.errors import KnownError
from ui.actions import guide
from ui.actions.spec import Where
from ui.actions.table import specs

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "guide.md"
NAMED = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][A-Za-z0-9]*|\d|[.,+=-](?=[\s*|)]))|\bF\d{1,2}\b|\bEsc\b")
KEYS = {keys for spec in specs() for where in Where for keys in spec.keys_in(where)}


def named(text):
    return set(NAMED.findall(text))


def test_the_tables_of_the_guide_are_those_of_the_code():
    text = PAGE.read_text("utf-8")
    assert guide.filled(text) == text, "run: python -m ui.actions.guide docs/guide.md"
    assert [text.count(f"<!-- keys of {what} -->") for what in ("the menus", "the places", "In the review")] == [1] * 3


def test_every_key_of_the_table_is_in_the_guide():
    rows = PAGE.read_text("utf-8").partition("## Every key")[2]
    first = [word for line in rows.splitlines() if line.startswith("|") for word in line.split("|")[1].split()]
    row_of_keys = {f"Alt+{nth}" for nth in range(4, 9)}  # the middle of "Alt+1 … Alt+9"
    row_of_keys |= set("234")  # and of "1 … 5"
    assert KEYS - row_of_keys <= {*first, *(word.rstrip(",") for word in first)}


@pytest.mark.parametrize("page", ["docs/guide.md", "README.md", "docs/architecture.md"])
def test_pages_name_no_key_that_is_not_there(page):
    assert named((ROOT / page).read_text("utf-8")) - KEYS == set()


def test_a_key_that_is_not_there_is_seen():
    prose = "**Ctrl+J** joins, Ctrl+Alt+9 does not; (Ctrl+,) and Ctrl++ | F8, F13 or Esc; Ctrl+click is no key."
    assert named(prose) - KEYS == {"Ctrl+Alt+9", "F13"}


def test_a_table_that_was_changed_by_hand_is_written_anew():
    page = "Before\n<!-- keys of Waiving -->\n\n| nonsense |\n\n<!-- end of keys -->\nBehind\n"
    written = guide.filled(page)
    assert "| Down | Go to the reasons given before. |" in written
    assert written.startswith("Before\n")
    assert written.endswith("<!-- end of keys -->\nBehind\n")
    assert guide.filled(written) == written


def test_a_mark_for_no_place_is_told():
    with pytest.raises(KnownError, match="'the moon'"):
        guide.filled("<!-- keys of the moon -->\n\n<!-- end of keys -->")


def test_it_writes_the_page_that_is_named(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("<!-- keys of Waiving -->\n\n<!-- end of keys -->\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["guide", str(page)])
    guide.main()
    assert page.read_text("utf-8") == guide.filled(page.read_text("utf-8"))
    assert "reasons" in page.read_text("utf-8")
