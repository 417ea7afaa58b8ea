"""A desk's own file of rules: read and used, or refused with the line and the reason while grammar goes on."""

from contextlib import closing
from dataclasses import replace

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.engine.desk_rules import desk_rules
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.java import Java
from desk.checks.house import Brief, House
from desk.text.blocks import Manuscript
from tests.desk.checks.grammar.engine.desk_file import GOOD


def written(tmp_path, text):
    path = tmp_path / "rules.xml"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_good_file_gives_its_rules(tmp_path):
    own = desk_rules(written(tmp_path, GOOD))
    assert (own.problem, own.count) == ("", 1)
    assert own.text.startswith("<category")
    assert own.text.endswith("</category>")
    assert desk_rules("").text == ""


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("</rules>", "", 11, "valid XML"),
        ("DESK_QUAYSIDE", "COPYDESK_X", 4, "are ours"),
        ("DESK_QUAYSIDE", "quay side", 4, "capitals"),
        ("<token>side</token>", '<token regexp="yes">si(de</token>', 5, "cannot be used"),
        ("<token>side</token>", "<tokn>side</tokn>", 5, "<tokn>"),
        ("<token>side</token>", '<token postag="NN(" postag_regexp="yes"/>', 5, "cannot be used"),
        ("One word:", "One word \\4:", 6, "\\4"),
        ("<category ", "<category2 ", 3, "<category2>"),
        ('id="DESK" name="Our rules"', 'id="DESK"', 3, "without id or name"),
        ("<pattern><token>quay</token><token>side</token></pattern>", "", 4, "<pattern>"),
        ('<rules lang="en">', '<!DOCTYPE x [<!ENTITY a "b">]><rules lang="en">', 2, "DOCTYPE"),
        ("rules", "roles", 2, "must begin with <rules"),
        ("<message>One word: <suggestion>quayside</suggestion></message>", "", 4, "<message>"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_reason(tmp_path, old, new, line, reason):
    own = desk_rules(written(tmp_path, GOOD.replace(old, new)))
    assert own.text == ""
    assert f"line {line}" in own.problem
    assert reason in own.problem
    assert "goes on without them" in own.problem


def test_files_that_cannot_be_read_are_told_of(tmp_path):
    assert "cannot be read" in desk_rules(str(tmp_path / "none.xml")).problem
    (tmp_path / "latin.xml").write_bytes(GOOD.replace("Our", "Über").encode("latin-1"))
    assert "UTF-8" in desk_rules(str(tmp_path / "latin.xml")).problem
    (tmp_path / "twice.xml").write_text(
        GOOD.replace("</category>", GOOD[GOOD.index("<rule id") :].split("</cat")[0] + "</category>")
    )
    assert "two rules" in desk_rules(str(tmp_path / "twice.xml")).problem
    (tmp_path / "big.xml").write_bytes(b" " * 2_000_001)
    assert "2 MB" in desk_rules(str(tmp_path / "big.xml")).problem


def rules_on(engine, text, brief=None):
    result = run_check(GrammarCheck(engine), Manuscript.of(text), brief or Brief(), ReadingCache())
    assert result.unchecked == ""
    return {finding.rule for finding in result.findings}


TEXT = "They met on the quay side and was happy."


@pytest.mark.engine
@pytest.mark.xdist_group("engine")
@pytest.mark.timeout(240)
def test_the_desks_rules_speak_beside_ours(trained, tmp_path):
    folders, brief = replace(trained.folders, runtime=tmp_path / "run"), Brief(House(variant=trained.variant))
    with closing(GrammarEngine(folders, keep_warm=0, rules_file=trained.rules_file)) as engine:
        assert "grammar.DESK_QUAYSIDE" in rules_on(engine, TEXT, brief)
        assert "grammar.COPYDESK_MORE_THAN" in rules_on(engine, "The fire drove more 300 families out.", brief)


@pytest.mark.engine
@pytest.mark.xdist_group("engine")
@pytest.mark.timeout(240)
def test_a_file_that_only_languagetool_refuses_is_left_out_and_told_of(
    shared_folders, reading_engine, tmp_path, monkeypatch, expect_log
):
    """Without its rules it is the engine that all reading tests share."""
    reading_engine.warm_up()
    monkeypatch.setattr(Java, "has_aot", False)  # learns nothing for a later start, which costs 6 s of the processor
    refused = GOOD.replace("<token>side</token>", '<token inflected="perhaps" min="many">side</token>')
    expect_log("are refused")
    with closing(GrammarEngine(shared_folders, keep_warm=0, rules_file=written(tmp_path, refused))) as engine:
        assert "grammar.COPYDESK_MORE_THAN" in rules_on(engine, "The fire drove more 300 families out.")
        assert "goes on without them" in engine.rules_problem
        assert "grammar.DESK_QUAYSIDE" not in rules_on(engine, TEXT)
