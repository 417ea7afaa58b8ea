"""The command line as a user calls it: arguments in, lines and an exit status out."""

import json
import sys

import pytest

from desk import __version__, screen
from desk.checks.ads import examples
from desk.cli import run

STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Zoë Brandt \U0001f600.\n"
OWN = "names,figures,ads,style,structure"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_json_is_one_object_a_file_in_the_order_given(story, tmp_path, capsys):
    clean = tmp_path / "clean.txt"
    clean.write_text("Nothing is wrong here, said the mayor on Monday.\n", "utf-8")
    run(["check", "--json", "--only", OWN, str(clean), str(story)])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == [str(clean), str(story)]
    assert {"file", "sha256", "words", "checklist", "blocks", "findings"} <= lines[1].keys()
    assert [item["item"] for item in lines[1]["checklist"]] == OWN.split(",")


def test_spans_of_the_json_are_code_points_of_the_text(story, capsys):
    assert run(["check", "--json", "--only", OWN, str(story)]) == 1
    told = json.loads(capsys.readouterr().out)
    for finding in told["findings"]:
        assert STORY[finding["start"] : finding["end"]] == finding["quote"]
    assert [STORY[b["start"] : b["end"]] for b in told["blocks"]] == STORY.strip().split("\n\n")


def test_a_clean_text_ends_with_nought(tmp_path):
    clean = tmp_path / "clean.txt"
    clean.write_text("Nothing is wrong here, said the mayor on Monday.\n", "utf-8")
    assert run(["check", "--only", "names,style", str(clean)]) == 0


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_still_done(story, tmp_path, capsys):
    gone, empty = tmp_path / "gone.txt", tmp_path / "empty.txt"
    empty.touch()
    assert run(["check", "--json", "--only", OWN, str(gone), str(story), str(empty)]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert len(said.err.splitlines()) == 2
    assert str(gone) in said.err.splitlines()[0]


def test_an_engine_that_is_not_there_leaves_grammar_unchecked_with_the_mend(story, capsys):
    run(["check", "--json", "--only", "grammar", str(story)])
    item = json.loads(capsys.readouterr().out)["checklist"][0]
    assert (item["item"], item["state"]) == ("grammar", "unchecked")
    assert "copydesk engine install" in item["reason"]


def test_lines_for_people_name_row_and_column(story, capsys):
    run(["check", "--only", "style", str(story)])
    assert "  5:12 " in capsys.readouterr().out


def test_the_desks_own_words_count_where_there_is_a_desk(story, capsys):
    assert run(["book", "find"]) == 0
    assert run(["check", "--only", "names", str(story)]) == 0
    assert capsys.readouterr().err == ""


def test_a_desk_that_cannot_be_opened_is_told_and_the_check_still_done(story, tmp_path, capsys):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all, but long enough to look at " * 40)
    assert run(["--db", str(broken), "check", "--only", "style", str(story)]) == 1
    assert "left out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "Missing argument"),
        (["check", "--only", "spelling", "x.txt"], "There is no item “spelling”: use grammar, names"),
        (["check", "--variant", "fr", "x.txt"], "There is no English “fr”: use en-US, en-GB"),
        (["nonsense"], "No such command"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments, says, capsys):
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_one_line_says_what_to_do_instead(story, capsys, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for call in ([], [str(story)], ["open", str(story)], ["misspelt.txt"]):
        assert run(call) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "no screen" in line
        assert "`copydesk check FILE`" in line


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of X11")
def test_a_library_that_qt_lacks_is_named_before_qt_ends_the_process(monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setattr(
        screen, "_LIBRARIES", {"libc.so.6": "libc6", "libno-one.so.0": "no-one", "libno-two.so": "no-two"}
    )
    assert "needs libno-one.so.0, libno-two.so (Debian: apt-get install no-one no-two)" in screen.no_window()
    monkeypatch.setattr(screen, "_LIBRARIES", {"libc.so.6": "libc6"})
    assert screen.no_window() == ""


def test_help_and_version(capsys):
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(command in told for command in ("open", "check", "engine", "store", "book"))
    assert "  copydesk check story.txt      the same checks in the terminal\n" in told


def test_a_book_goes_through_the_terminal(tmp_path, capsys):
    book = tmp_path / "book.csv"
    book.write_text("spelling,kind,variants\nInes Duarte,person,Inês Duarte\n", "utf-8")
    assert run(["book", "import", str(book)]) == 0
    assert "1 new" in capsys.readouterr().out
    assert run(["book", "find", "duarte"]) == 0
    assert "Ines Duarte  [person]  (not Inês Duarte)" in capsys.readouterr().out
    assert run(["book", "export", str(tmp_path / "out.json")]) == 0
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))[0]["spelling"] == "Ines Duarte"
    assert run(["book", "export", str(tmp_path / "out.txt")]) == 2


def test_a_backup_is_made_listed_and_restored(capsys):
    assert run(["store", "backup"]) == 0
    made = capsys.readouterr().out.strip()
    assert run(["store", "backups"]) == 0
    assert made in capsys.readouterr().out
    assert run(["store", "restore", made]) == 0
    assert run(["store", "check"]) == 0
    assert "is sound" in capsys.readouterr().out


def test_the_copy_alone_is_printed_with_the_advertisement_in_a_box(tmp_path, capsys):
    draft = tmp_path / "draft.txt"
    draft.write_text(examples.UNLABELLED, "utf-8")
    assert run(["copy", str(draft)]) == 0
    shown = capsys.readouterr()
    assert shown.out == examples.BOXED
    assert shown.err == "1 advertisement stands apart.\n"


def test_the_copy_alone_is_written_to_a_file(tmp_path, capsys):
    draft, out = tmp_path / "draft.txt", tmp_path / "copy.txt"
    draft.write_text(examples.WITH_REMAINS, "utf-8")
    assert run(["copy", str(draft), "--out", str(out)]) == 0
    assert out.read_text("utf-8") == examples.CLEAN
    assert capsys.readouterr().out == ""


def test_a_draft_that_is_not_there_is_one_sentence(tmp_path, capsys):
    assert run(["copy", str(tmp_path / "none.txt")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
