"""The model is the one that the weights are for, or none; readings and seals know which."""

import pytest

from desk.checking.checklist import ItemState, Judged, line_of
from desk.checking.runner import ReadingCache, run_check
from desk.checks.ads.copymap import mapped
from desk.checks.check import UNCHECKED_RULES
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.odds import model as rooms
from desk.checks.grammar.odds import weights
from desk.checks.grammar.odds.model import VERSION, language_model, model_folder
from desk.checks.grammar.odds.slips import not_weighed, odds_key, slips
from desk.checks.house import Brief
from desk.errors import BugError
from desk.text.blocks import BlockRole, Kind, Manuscript

STORY = "Harbour bridge to close for repairs\n\nBy Ada Holm\n\n" + 4 * (
    "The council voted on Monday to repair the old bridge, and ferries will run every ten minutes until then.\n\n"
)


class SilentEngine:
    key = "silent"
    languages = frozenset()

    def ask(self, text, variant, meanwhile=None):
        del text, variant, meanwhile
        return ()


@pytest.fixture
def another_model(monkeypatch):
    """Return how to have another folder for the model's, or none."""

    def use(folder):
        monkeypatch.setattr(rooms, "model_folder", lambda: folder)
        language_model.cache_clear()

    yield use
    language_model.cache_clear()


@pytest.fixture
def damaged(another_model, tmp_path):
    """Return the model's files after something wrote into one of them."""
    for name in ("en-us.lm.bin", "cmudict-en-us.dict"):
        (tmp_path / name).write_bytes((model_folder() / name).read_bytes())
    with (tmp_path / "cmudict-en-us.dict").open("r+b") as file:
        file.write(b"x")
    another_model(tmp_path)
    return tmp_path


def examined():
    """Return what the item shows of a story, its readings in a cache as they are in the window."""
    run = run_check(GrammarCheck(SilentEngine()), mapped(Manuscript.of(STORY)), Brief(), ReadingCache())
    return run, line_of(run, Judged)


def test_words_are_likelier_where_they_belong(model):
    assert model.chance("way", "their", "lost") > model.chance("way", "there", "lost")
    assert model.chance("way", "their") < 0
    assert model.sounds_like("there") >= {"their", "they're"}
    assert not model.knows("wexlowish")


def test_pairs_of_words_are_as_common_as_in_books(model):
    assert model.commonness("at", "least") > model.commonness("aware", "of") > model.commonness("one", "from") > 1
    assert model.commonness("on", "least") == model.commonness("wexlowish", "of") == model.commonness("", "of") == 0


def test_without_the_pairs_of_books_nothing_is_weighed(monkeypatch):
    monkeypatch.setattr(rooms, "_PAIRS_PACKAGE", "no_such_package")
    language_model.cache_clear()
    assert language_model() is None
    assert odds_key() == "no odds"
    language_model.cache_clear()


def test_the_key_of_a_reading_names_model_and_weights():
    assert odds_key() == f"{VERSION} {weights.VERSION}"
    assert odds_key() in GrammarCheck(SilentEngine()).key(Brief())


def test_without_the_model_the_rest_is_checked_and_the_key_says_so(another_model):
    another_model(None)
    (block,) = Manuscript.of("He was found guilty if murder after four months imprisonment.").blocks
    check = GrammarCheck(SilentEngine())
    assert list(slips(block.flat)) == []
    assert [slip.rule for slip in check.read(block, Brief())] == ["COPYDESK_TIME_OWNER"]
    assert check.key(Brief()).endswith("no odds")


def test_what_was_not_weighed_is_told_and_the_item_has_not_passed(another_model):
    assert examined()[1].state is ItemState.PASSED
    another_model(None)
    run, line = examined()
    (finding,) = run.findings
    assert line.state is ItemState.ATTENTION
    assert (finding.rule, finding.quote, finding.severity) == ("grammar.COPYDESK_NOT_WEIGHED", "The", "hint")
    assert finding.rule in UNCHECKED_RULES
    assert finding.message.startswith("Unchecked: words that stand for others (“there” for “their”)")
    assert "The language model is missing" in finding.message
    assert finding.key == ("grammar.COPYDESK_NOT_WEIGHED", "language model"), "decided on once for all stories"


def test_a_story_without_anything_to_weigh_is_not_told_of_the_model(another_model):
    another_model(None)
    (block,) = Manuscript.of("Harbour bridge to close for repairs").blocks
    assert list(not_weighed([block.marked(Kind.COPY, role=BlockRole.HEADLINE)])) == []
    assert len(list(not_weighed([block]))) == 1


def test_a_model_cut_short_is_told_as_damaged(another_model, tmp_path, expect_log):
    for name in ("en-us.lm.bin", "cmudict-en-us.dict"):
        (tmp_path / name).write_bytes((model_folder() / name).read_bytes()[:100])
    another_model(tmp_path)
    expect_log("en-us.lm.bin is not the file that its weights are for")
    run, line = examined()
    assert "The language model is damaged" in run.findings[0].message
    assert line.state is ItemState.ATTENTION
    assert language_model() is None


def test_a_model_with_one_changed_letter_is_told_as_damaged_and_no_reading_of_it_is_kept_as_weighed(
    damaged, expect_log
):
    expect_log("cmudict-en-us.dict is not the file that its weights are for")
    run, _ = examined()
    assert "The language model is damaged" in run.findings[0].message
    assert GrammarCheck(SilentEngine()).key(Brief()).endswith("no odds")


def test_a_model_that_cannot_be_read_is_told_as_damaged(damaged, expect_log):
    (damaged / "en-us.lm.bin").unlink()
    (damaged / "en-us.lm.bin").mkdir()
    expect_log("en-us.lm.bin cannot be read")
    assert "The language model is damaged" in examined()[0].findings[0].message


def test_weights_that_are_broken_are_ours_to_mend(monkeypatch, tmp_path):
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "odds_weights.toml").write_text("[sound]\nbias = 1")
    monkeypatch.setattr(weights, "resources_dir", lambda: tmp_path)
    with pytest.raises(BugError, match=r"odds_weights\.toml is missing or broken"):
        weights.weights.__wrapped__()
