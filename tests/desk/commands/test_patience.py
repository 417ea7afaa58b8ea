"""An engine that was lost in the middle of a call: a terminal waits for it as long as it was told to, and says so."""

import json
from threading import Event

import pytest

from desk.checking.unheard import unheard
from desk.checks.grammar.engine import patience
from desk.checks.grammar.engine.connection import Lost
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.silence import Silence
from desk.checks.grammar.reading import Slip
from desk.cli import run
from desk.commands.patience import AGAIN
from desk.errors import Unavailable


class Client:
    """An engine's client that answers well, or that is lost over every question."""

    def __init__(self, lost=False, found=()):
        self.lost, self.found = lost, found

    def check(self, text, variant, meanwhile):
        if self.lost:
            raise Lost("there was no sign of life for 5 seconds", hung=True)
        meanwhile()
        return self.found

    def close(self):
        """Close nothing."""


@pytest.fixture
def lost_engine(monkeypatch):
    """An engine that is lost over the first question, and comes up again when the event is set.

    Its attribute `answers` is what it finds before that, a question each; `asked` counts the others.
    """
    up, asked = Event(), []
    up.answers, up.asked = [], asked

    def connected(engine, variant):
        if up.answers:
            return Client(found=up.answers.pop(0))
        asked.append(1)
        if len(asked) == 1:
            return Client(lost=True)
        if not up.wait(60):
            raise Unavailable("never came up")
        return Client()

    monkeypatch.setattr(GrammarEngine, "_connected", connected)
    monkeypatch.setattr(GrammarEngine, "_replace", lambda self, client, error: None)
    monkeypatch.setattr(GrammarEngine, "_note_use", lambda self, client: None)
    yield up
    up.set()


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text("The the bridge opened on Monday.\n", "utf-8")
    return str(path)


def told(capsys):
    (plain,) = map(json.loads, capsys.readouterr().out.splitlines())
    return {line["item"]: line for line in plain["checklist"]}


def test_grammar_is_unchecked_where_a_lost_engine_is_not_back_and_the_rest_is_told(lost_engine, draft, capsys):
    assert run(["check", "--json", "--wait", "0.1", draft]) == 1
    lines = told(capsys)
    assert lines["grammar"]["state"] == "unchecked"
    assert lines["grammar"]["reason"] == unheard(0.1, then=AGAIN)
    assert lines["style"]["state"] == "attention"


def test_what_was_found_is_told_where_the_engine_is_lost_while_remedies_are_tried(lost_engine, draft, capsys):
    lost_engine.answers = [(Slip("AGREE", 8, 14, "Is it?", ("bridges",), "GRAMMAR", "grammar"),)]
    assert run(["check", "--json", "--only", "grammar", "--wait", "0.1", draft]) == 1
    (plain,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [(f["rule"], f["suggestions"]) for f in plain["findings"]] == [("grammar.AGREE", ["bridges"])]


def test_many_files_can_do_without_trying_the_remedies(lost_engine, draft, capsys):
    lost_engine.answers = [(Slip("AGREE", 8, 14, "Is it?", ("bridges",), "GRAMMAR", "grammar"),)]
    assert run(["check", "--json", "--only", "grammar", "--wait", "0.1", "--untried", draft]) == 1
    assert json.loads(capsys.readouterr().out)["findings"][0]["suggestions"] == ["bridges"]
    assert lost_engine.asked == []


def test_whoever_waits_longer_gets_what_the_engine_says_once_it_is_back(lost_engine, draft, capsys):
    lost_engine.set()
    assert run(["check", "--json", "--wait", "60", draft]) == 1
    assert told(capsys)["grammar"]["state"] == "passed"


def test_of_many_files_the_next_does_not_wait_again_for_the_same_start(lost_engine, draft, capsys):
    assert run(["check", "--json", "--jobs", "1", "--wait", "0.1", draft, draft]) == 1
    both = [json.loads(line)["checklist"] for line in capsys.readouterr().out.splitlines()]
    assert [line["state"] for lines in both for line in lines if line["item"] == "grammar"] == ["unchecked"] * 2


def test_a_first_start_that_takes_long_is_told_and_waited_for(monkeypatch):
    up, said = Event(), []

    silence = Silence()

    def slow():
        said.append("being started")
        up.set()

    monkeypatch.setattr(patience, "_LOOK", 0.01)
    with silence.asking():
        assert patience.done_within(silence, 0.0, lambda given_up: up.wait(60), slow)
    assert said == ["being started"]
