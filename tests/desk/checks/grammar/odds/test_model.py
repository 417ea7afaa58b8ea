"""The model is the one that the weights are for, or none; readings and seals know which."""

import pytest

from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.odds import model as rooms
from desk.checks.grammar.odds import weights
from desk.checks.grammar.odds.model import VERSION, language_model, model_folder
from desk.checks.grammar.odds.slips import odds_key, slips
from desk.checks.house import Brief
from desk.errors import BugError
from desk.text.blocks import Manuscript


class SilentEngine:
    key = "silent"
    languages = frozenset()

    def ask(self, text, variant):
        del text, variant
        return ()


@pytest.fixture
def another_model(monkeypatch):
    """Return how to have another folder for the model's, or none."""

    def use(folder):
        monkeypatch.setattr(rooms, "model_folder", lambda: folder)
        monkeypatch.setattr("desk.checks.grammar.odds.slips.model_folder", lambda: folder)
        monkeypatch.setattr("desk.commands.engine.model_folder", lambda: folder)
        language_model.cache_clear()

    yield use
    language_model.cache_clear()


def test_words_are_likelier_where_they_belong(model):
    assert model.chance("way", "their", "lost") > model.chance("way", "there", "lost")
    assert model.chance("way", "their") < 0
    assert model.sounds_like("there") >= {"their", "they're"}
    assert not model.knows("wexlowish")


def test_the_key_of_a_reading_names_model_and_weights():
    assert odds_key() == f"{VERSION} {weights.VERSION}"
    assert odds_key() in GrammarCheck(SilentEngine()).key(Brief())


def test_without_the_model_the_rest_is_checked_and_the_key_says_so(another_model):
    another_model(None)
    (block,) = Manuscript.of("He was found guilty if murder after four months imprisonment.").blocks
    check = GrammarCheck(SilentEngine())
    assert list(slips(block)) == []
    assert [slip.rule for slip in check.read(block, Brief())] == ["COPYDESK_TIME_OWNER"]
    assert check.key(Brief()).endswith("no odds")


def test_files_that_the_weights_are_not_for_are_not_used(another_model, tmp_path, expect_log):
    folder = model_folder()
    for name in ("en-us.lm.bin", "cmudict-en-us.dict"):
        (tmp_path / name).write_bytes((folder / name).read_bytes()[:100])
    another_model(tmp_path)
    expect_log("en-us.lm.bin is not the file that its weights are for")
    assert language_model() is None


def test_weights_that_are_broken_are_ours_to_mend(monkeypatch, tmp_path):
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "odds_weights.toml").write_text("[sound]\nbias = 1")
    monkeypatch.setattr(weights, "resources_dir", lambda: tmp_path)
    with pytest.raises(BugError, match=r"odds_weights\.toml is missing or broken"):
        weights.weights.__wrapped__()
