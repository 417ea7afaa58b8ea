"""The terminal tells what of the settings is not in force, and goes on."""

import json

import pytest

from desk.cli import run
from desk.paths import config_dir, data_dir
from desk.store.connect import open_store

WRONG = 'country = "UK"\nfont_size = 0\nfamily_name_first = ["klingon"]\nfont_szie = 12\nads_leftover = "off"\n'
NAMES = ["country", "font_size", "family_name_first", "font_szie"]


@pytest.fixture
def settled(capsys):
    def call(lines, *arguments):
        config_dir().mkdir(parents=True, exist_ok=True)
        (config_dir() / "settings.toml").write_text(lines, "utf-8")
        status = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err.splitlines()

    return call


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The mayor spoke on Monday, the city said.\n\nShare this story\n", "utf-8")
    return path


def test_a_check_runs_with_wrong_settings_and_says_each_on_standard_error(settled, story):
    status, out, err = settled(WRONG, "check", "--json", "--only", "names,ads", story)
    assert (status, json.loads(out)["findings"]) == (0, []), "leftovers are off: every right line is in force"
    assert [f"line {n}: “{name}”" in line for n, (name, line) in enumerate(zip(NAMES, err, strict=True), 1)] == [
        True
    ] * 4


def test_findings_and_wrong_settings_end_as_findings_do(settled, story):
    story.write_text("The mayor spoke on Monday on on Tuesday.\n", "utf-8")
    status, _, err = settled(WRONG, "check", "--only", "style", story)
    assert (status, len(err)) == (1, 4)


@pytest.mark.parametrize(
    "arguments", [("copy", "story.txt"), ("states",), ("engine", "status"), ("store", "check"), ("book", "find")]
)
def test_every_command_that_goes_by_the_settings_tells_them_once(settled, story, monkeypatch, arguments):
    monkeypatch.chdir(story.parent)
    _, _, err = settled(WRONG, *arguments)
    assert len([line for line in err if "settings.toml, line 1: “country”" in line]) == 1


def test_no_other_database_stands_in_for_one_that_makes_no_sense(settled, story):
    open_store().close()
    before = (data_dir() / "copydesk.db").read_bytes()
    for arguments in (("store", "check"), ("move", "bridge"), ("verify", "bridge"), ("book", "find")):
        status, _, err = settled('database = "desk"\n', *arguments)
        (sentence,) = err
        assert (status, "line 1: “database” must be the whole path" in sentence) == (2, True)
    status, _, err = settled('database = "desk"\n', "check", "--only", "style", story)
    assert (status, len(err)) == (0, 1)
    assert (data_dir() / "copydesk.db").read_bytes() == before


def test_a_line_of_an_earlier_version_is_told_and_is_no_error(settled, story):
    status, _, err = settled('watched_folder = "/drafts"\n', "check", "--only", "style", story)
    (sentence,) = err
    assert (status, "“watched_folder” is no longer used" in sentence) == (0, True)
