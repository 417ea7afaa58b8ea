import json
import re

import pytest

from desk.checks.grammar.engine.server import KEEPER
from desk.cli import run
from desk.commands.engine import engine
from desk.review.states import State
from desk.story import Draft


@pytest.fixture
def call(approved, capsys, monkeypatch, tmp_path):
    """Call a command on the database of the approved story, as its chief, and return status, output, errors."""
    desk, _ = approved
    settings = tmp_path / "copydesk-home" / "config"
    settings.mkdir(parents=True)
    (settings / "settings.toml").write_text(
        f'person = "{desk.people.working.id}"\nmanual_items = ["Facts checked"]\n', "utf-8"
    )

    def calls(*arguments):
        status = run(["--db", str(desk.store.path), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return calls


def test_verify_says_what_is_approved_and_by_its_status(approved, call, tmp_path):
    desk, story = approved
    status, out, _ = call("verify", "bridge")
    assert (status, out.splitlines()[0]) == (0, "bridge: approved")
    file = tmp_path / "b.txt"
    desk.exports.export(story.id, Draft(story.text), file)
    assert call("verify", file)[0] == 0
    file.write_text("Other.\n", "utf-8")
    status, out, _ = call("verify", file, "--json")
    assert (status, json.loads(out)["approved"]) == (1, False)
    assert call("verify", "nothing")[0] == 2


def test_verify_needs_no_desk_where_the_seal_is_there(approved, tmp_path, capsys, monkeypatch):
    desk, story = approved
    file = tmp_path / "b.txt"
    desk.exports.export(story.id, Draft(story.text), file)
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "elsewhere"))
    (key,) = desk.signing_keys.all()
    assert run(["verify", str(file)]) == 2
    assert "no desk to ask" in capsys.readouterr().out
    assert run(["verify", str(file), "--key", key.fingerprint[:16]]) == 0
    assert "The key is the one that you named." in capsys.readouterr().out
    assert not (tmp_path / "elsewhere").exists()


def test_report_goes_to_standard_output_or_a_file(call, tmp_path):
    status, out, _ = call("report", "bridge")
    assert (status, out.startswith("<!DOCTYPE html>")) == (0, True)
    assert json.loads(call("report", "bridge", "--json")[1])["copydesk_report"] == 1
    assert call("report", "bridge", "-o", tmp_path / "r.html")[0] == 0
    status, _, err = call("report", "bridge", "-o", tmp_path / "r.doc")
    assert (status, "must end in" in err) == (2, True)


def test_store_check_names_what_somebody_did_to_the_trail(approved, call):
    desk, _ = approved
    assert "its trail whole: " in call("store", "check")[1]
    with desk.store._access.writing() as elsewhere:
        elsewhere.exec_driver_sql("DROP TRIGGER decisions_no_delete")
        place = elsewhere.exec_driver_sql("SELECT max(place) - 1 FROM decisions").scalar()
        elsewhere.exec_driver_sql(f"DELETE FROM decisions WHERE place = {place}")
    status, out, err = call("store", "check")
    assert (status, out) == (1, "")
    assert err.startswith("The guard that keeps rows of “decisions” from being changed is missing")
    assert f"Entry {place} was removed from the trail." in err.splitlines()


def test_move_uses_the_same_table_and_gate(approved, call):
    desk, story = approved
    out = call("move", "bridge")[1]
    assert re.search(r"^reopen: Reopen -> Reopened$", out, re.MULTILINE)
    assert call("move", "bridge", "return")[2] == "“Return” needs a reason: say in a few words why.\n"
    assert call("move", "bridge", "return", "--note", "lead", "--to", "RM")[1] == "bridge: Returned.\n"
    assert desk.stories.view(story.id).hands == desk.people.with_initials("RM").id
    assert call("move", "bridge", "submit", "--as", "RM")[0] == 0
    status, out, err = call("move", "bridge", "pass-on", "--as", "RM")
    assert (status, out) == (2, "")
    assert "“Grammar” was not checked" in err
    passes = ("--pass", "Grammar: not checked=read by hand")
    assert call("move", "bridge", "pass-on", "--as", "RM", *passes)[0] == 0
    assert desk.stories.view(story.id).state == State.SECOND_READ
    assert "    grammar: not-checked: “Grammar” was not checked" in call("move", "bridge", "--as", "TR")[1]
    slug = ("--pass", "grammar: not-checked=read by hand")
    assert call("move", "bridge", "send-to-chief", "--as", "TR", *slug)[0] == 0
    assert call("move", "bridge", "pass-on", "--pass", "grammar")[2].startswith("“grammar” must be OBSTACLE=REASON")
    assert "initials “QQ”" in call("move", "bridge", "--as", "QQ")[2]
    assert "initials “QQ”" in call("move", "bridge", "hold", "--to", "QQ")[2]


def test_states_shows_the_table_and_tries_a_file(call, tmp_path):
    assert "    approve: Approve -> Approved, section chief\n" in call("states")[1]
    file = tmp_path / "try.toml"
    file.write_text('version = 1\n[state.Draft]\nname = "Raw"\n', "utf-8")
    assert call("states", "--file", file)[1].startswith("Raw (draft)\n")
    file.write_text("version = 9\n", "utf-8")
    assert "line 1: this file is of version 9, from a newer Copydesk" in call("states", "--file", file)[2]


def test_keys_are_listed_carried_and_revoked(approved, call, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("click.prompt", lambda text, **_: asked.append(text) or "correct horse")
    fingerprint = call("key", "list")[1].split()[0]
    file = tmp_path / "k.pem"
    assert f"Key {fingerprint} is in {file}" in call("key", "export", file)[1]
    assert f"Key {fingerprint} is here." in call("key", "import", file)[1]
    assert "was made." in call("key", "new")[1]
    assert "is revoked" in call("key", "revoke", fingerprint, "--why", "laptop lost")[1]
    assert "revoked 20" in call("key", "list")[1]
    assert len(asked) == 2


def test_a_desk_that_asks_for_a_pin_asks_in_the_terminal_too(approved, call, monkeypatch, tmp_path):
    desk, _ = approved
    desk.people.change(desk.people.with_initials("RM").id, pin="2718")
    settings = tmp_path / "copydesk-home" / "config" / "settings.toml"
    settings.write_text(settings.read_text("utf-8") + "pin_needed = true\n", "utf-8")
    monkeypatch.setattr("click.prompt", lambda *_, **__: "0000")
    assert "not the PIN of Rosa Marquez" in call("move", "bridge", "--as", "RM")[2]
    monkeypatch.setattr("click.prompt", lambda *_, **__: "2718")
    assert call("move", "bridge", "--as", "RM")[0] == 0


def test_broken_rules_are_said_and_do_not_keep_a_proof_from_being_made(approved, call, tmp_path):
    (tmp_path / "copydesk-home" / "config" / "review.toml").write_text("version = 1\nx = 1\n", "utf-8")
    status, _, err = call("verify", "bridge")
    assert (status, "line 2: “x” is unknown here" in err) == (0, True)


def test_check_takes_the_file_of_a_house_for_one_call(call, tmp_path):
    house, draft = tmp_path / "house.toml", tmp_path / "draft.txt"
    house.write_text('[percent]\ntext = "%"\n', "utf-8")
    draft.write_text("Sales fell 4 percent.\n", "utf-8")
    status, out, _ = call("check", "--only", "style", "--house", house, draft)
    assert (status, "this house writes “4%”" in out) == (1, True)
    assert call("check", "--only", "style", draft)[0] == 0
    house.write_text('[percent]\ntext = "pct"\n', "utf-8")
    status, out, err = call("check", "--only", "style", "--house", house, draft)
    assert (status, out) == (2, "")
    assert "house.toml, line 2: “percent.text” must be one of" in err


def test_the_command_by_which_a_packaged_application_keeps_its_engine_is_there():
    group, name = KEEPER
    assert (engine.name, name in engine.commands) == (group, True)
