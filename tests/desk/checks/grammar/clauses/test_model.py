"""Without the weights, or with others than the rules are for, nothing is guessed, and the item says what is open."""

import shutil

import pytest

from desk.checks.check import UNCHECKED_RULES
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.clauses import model
from desk.checks.grammar.clauses.slips import clauses_key, not_read, slips
from desk.checks.grammar.clauses.weights import MappedWeights, packed
from desk.checks.grammar.meanwhile import Meanwhile
from desk.checks.house import Brief
from desk.paths import resources_dir
from desk.text.blocks import BlockRole, Kind, Manuscript


class SilentEngine:
    key = "silent"
    languages = frozenset()

    def ask(self, text, variant, meanwhile=None):
        del text, variant, meanwhile
        return ()


STORY = Manuscript.of("The boats in the harbour was damaged by the storm.")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with the weights, which the program reads instead of its own."""
    (tmp_path / "grammar").mkdir()
    for name in model.DIGESTS:
        shutil.copy(resources_dir() / "grammar" / name, tmp_path / "grammar" / name)
    monkeypatch.setattr(model, "resources_dir", lambda: tmp_path)
    forget()
    yield tmp_path / "grammar"
    forget()


def forget():
    model.clause_model.cache_clear()
    model.clause_problem.cache_clear()


def test_the_shipped_weights_are_those_that_the_rules_are_for():
    assert model.clause_problem() == ""
    assert clauses_key() == model.VERSION
    assert clauses_key() in GrammarCheck(SilentEngine()).key(Brief())


@pytest.mark.parametrize("name", model.DIGESTS)
def test_a_file_that_is_missing_is_told_and_the_item_stays_open(folder, expect_log, name):
    (folder / name).unlink()
    (finding,) = not_read(STORY.blocks)
    assert (finding.quote, finding.severity) == ("The", "hint")
    assert finding.rule in UNCHECKED_RULES
    assert "The weights for it are missing" in finding.message
    assert clauses_key() == "no clauses"
    expect_log("shapes of sentences are not read: the weights are missing")
    assert Meanwhile(STORY.blocks[0], slips).found == ()


def test_a_changed_letter_is_told_as_damaged(folder):
    file = folder / "subjects.weights"
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert "The weights for it are damaged" in next(not_read(STORY.blocks)).message


def test_what_cannot_be_read_is_told_as_damaged(folder):
    (folder / "subjects.weights").unlink()
    (folder / "subjects.weights").mkdir()
    assert "The weights for it are damaged" in next(not_read(STORY.blocks)).message


def test_a_story_without_sentences_is_not_told_of_the_weights(folder):
    (folder / "subjects.weights").unlink()
    (block,) = STORY.blocks
    assert list(not_read([block.marked(Kind.COPY, role=BlockRole.HEADLINE)])) == []


@pytest.mark.parametrize(("kind", "role"), [(Kind.PAID, BlockRole.BODY), (Kind.COPY, BlockRole.HEADLINE)])
def test_paid_text_and_headlines_are_not_read(kind, role):
    (block,) = STORY.blocks
    assert Meanwhile(block, slips).found
    assert Meanwhile(block.marked(kind, role=role), slips).found == ()


def test_weights_are_read_as_they_were_written(tmp_path):
    file = tmp_path / "some.weights"
    file.write_bytes(packed({"one": ((0, 5), (1, -7)), "other": ((1, 127),)}, ["A", "B"]))
    found = MappedWeights(file)
    assert found.classes == ("A", "B")
    assert found.totals(["one", "other", "never seen"]) == [5, 120]
    assert found.totals(["never seen"]) == [0, 0]
    assert found.total(["one"]) == -2


@pytest.mark.parametrize("cut", [slice(0, -1), slice(1, None)])
def test_another_file_is_no_weights(tmp_path, cut):
    file = tmp_path / "some.weights"
    file.write_bytes(packed({"one": ((0, 5),)}, ["A"])[cut] + bytes(30))
    with pytest.raises(ValueError, match="no weights"):
        MappedWeights(file)
