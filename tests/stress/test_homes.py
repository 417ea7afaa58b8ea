"""Odd homes and locales: the command finds what it always finds, or says in one sentence what it cannot use."""

import json
import os

import pytest

from tests.stress.command import OWN, copydesk, one_sentence

STORY = "Bridge opens\n\nBy Ada Holm\n\nThe the bridge opened on Monday, said Zoë Brandt — at last.\n"


def _long(folder):
    return str(folder / ("long" * 30) / ("long" * 30))


def _file(folder):
    (folder / "file").touch()
    return str(folder / "file")


def _loop(folder):
    (folder / "loop").symlink_to(folder / "loop")
    return str(folder / "loop")


def _linked(folder):
    (folder / "real").mkdir()
    (folder / "link").symlink_to(folder / "real", target_is_directory=True)
    return str(folder / "link")


HOMES = {
    "blanks and quotation marks": lambda folder: str(folder / 'it\'s a "home" of mine'),
    "a line end": lambda folder: str(folder / "one\ntwo"),
    "letters beyond ASCII": lambda folder: str(folder / "Zoë 家 😀"),
    "bytes that are no UTF-8": lambda folder: os.fsdecode(bytes(folder) + b"/\xff\xfe"),
    "long": _long,
    "too long for any system": lambda folder: str(folder / ("long" * 100)),
    "a file": _file,
    "a link to itself": _loop,
    "a link": _linked,
    "percent signs and a question mark": lambda folder: str(folder / "100%25?mode=ro#x"),
    "where nothing can be made": lambda folder: "/proc/nowhere",
    "relative": lambda folder: "home",
}
PLACES = (
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    {"LC_ALL": "tr_TR.UTF-8"},
    {"LC_ALL": "ja_JP.eucJP"},
    {"LC_ALL": "nonsense"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    {"TZ": "nonsense/zone"},
    {"TZ": "Pacific/Apia"},
    {"TMPDIR": "/nowhere"},
    {"HOME": "/nowhere"},
    {"PATH": ""},
    {"COLUMNS": "1", "TERM": "dumb"},
)
CASES = [case for pair in zip(HOMES, PLACES, strict=True) for case in pair]


def _environment(case, folder):
    if isinstance(case, dict):
        return {**os.environ, **case}
    return {**os.environ, "COPYDESK_HOME": HOMES[case](folder)}


@pytest.fixture
def said(tmp_path):
    """Return what the command found in the story under an environment, or the sentence that it said instead."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")

    def ask(environment):
        check = copydesk("check", "--json", "--only", OWN, path, env=environment, cwd=tmp_path)
        kept = copydesk("book", "find", env=environment, cwd=tmp_path)
        assert kept.returncode == 0 or one_sentence(kept)
        if check.returncode == 2:
            return one_sentence(check)
        return json.loads(check.stdout)["checklist"]

    return ask


def test_an_odd_home_or_locale_changes_no_finding(said, tmp_path, tries):
    usual = said(dict(os.environ))
    for one in tries.each("homes"):
        with one:
            folder = tmp_path / f"home{one.number}"
            folder.mkdir()
            told = said(_environment(CASES[one.number % len(CASES)], folder))
            assert told == usual or isinstance(told, str)
