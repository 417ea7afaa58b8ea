"""The mapped file answers as its own package does, to the last digit; and what is no such file is refused."""

import random
import subprocess
import sys
from collections import defaultdict

import pytest

from desk.checks.grammar.odds.model import model_folder
from desk.checks.grammar.odds.sounds import AlikeSounds, as_heard
from desk.checks.grammar.odds.trie import UNKNOWN, WordTriples

MOST = 40_000_000
COMMON = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "was",
    "on",
    "with",
    "he",
    "as",
    "at",
)


@pytest.fixture(scope="module")
def triples():
    return WordTriples(model_folder() / "en-us.lm.bin", MOST)


@pytest.fixture(scope="module")
def package():
    """Return what the package itself says of words; the last of them is the first in the text."""
    from pocketsphinx import Config, LogMath, NGramModel

    return NGramModel(Config(), LogMath(), str(model_folder() / "en-us.lm.bin")).prob


@pytest.fixture(scope="module")
def vocabulary(triples):
    return [triples.words.word(place) for place in range(72_547)]


def test_every_word_is_as_likely_as_the_package_says(triples, package, vocabulary):
    assert [word for word in vocabulary if triples.score(word) != package([word])] == []


def test_pairs_and_triples_are_as_likely_as_the_package_says(triples, package, vocabulary):
    source = random.Random(11)
    asked = [tuple(source.choice(COMMON) for _ in range(3)) for _ in range(4000)]
    asked += [(source.choice(vocabulary), source.choice(COMMON), source.choice(COMMON)) for _ in range(4000)]
    asked += [(source.choice(COMMON), source.choice(vocabulary), source.choice(COMMON)) for _ in range(4000)]
    asked += [(source.choice(COMMON), source.choice(COMMON), source.choice(vocabulary)) for _ in range(4000)]
    asked += [(source.choice(vocabulary), source.choice(COMMON)) for _ in range(4000)]
    asked += [(source.choice(COMMON), source.choice(vocabulary)) for _ in range(4000)]
    assert [words for words in asked if triples.score(*words) != package(list(words))] == []


def test_what_the_model_has_never_met_counts_as_the_package_counts_it(triples, package):
    for words in (("wexlowish",), ("wexlowish", "of"), ("of", "wexlowish"), ("of", "the", "wexlowish"), ("é", "of")):
        assert triples.score(*words) == package(list(words))
    assert triples.score("wexlowish") == UNKNOWN
    assert triples.score("of", "wexlowish", "the") == triples.score("of")


def test_a_row_is_scored_as_its_words_are_and_given_up_only_where_it_cannot_reach_what_is_asked(triples, vocabulary):
    source = random.Random(5)
    for _ in range(1000):
        row = [source.choice(COMMON if source.random() < 0.8 else vocabulary) for _ in range(5)]
        start = source.choice((1, 2))
        expected = [triples.score(row[at], row[at - 1], row[at - 2] if at > 1 else "") for at in range(start, 5)]
        assert triples.scores(row, start, -1e9) == expected
        least = sum(expected) + source.uniform(-2e4, 2e4)
        assert triples.scores(row, start, least) in ((expected,) if least <= sum(expected) else (expected, None))
    assert triples.scores(["of", "the"], 2, -1e9) == []


def test_the_pages_of_the_file_can_be_given_back_at_any_time(triples):
    before = triples.score("way", "their", "lost")
    triples.let_go()
    assert triples.score("way", "their", "lost") == before


def test_words_sound_alike_as_the_dictionary_says(triples, vocabulary):
    folder = model_folder()
    by_word, by_sound = defaultdict(set), defaultdict(set)
    for line in (folder / "cmudict-en-us.dict").read_text("utf-8").splitlines():
        entry, _, spoken = line.partition(" ")
        word, sound = entry.partition("(")[0], as_heard(spoken.strip().encode())
        if triples.words.place(word) >= 0:
            by_word[word].add(sound)
            by_sound[sound].add(word)
    with (folder / "cmudict-en-us.dict").open("rb") as lines:
        alike = AlikeSounds(lines, triples.words)
    for word in vocabulary[::7]:
        assert alike.others(word) == {other for sound in by_word[word] for other in by_sound[sound]} - {word}
    assert alike.others("wexlowish") == frozenset()


@pytest.mark.parametrize(
    ("word", "other"), [("residents", "residence"), ("patience", "patients"), ("excess", "access"), ("sale", "sail")]
)
def test_words_sound_alike_in_a_hurry(model, word, other):
    assert other in model.sounds_like(word)


def test_a_file_of_another_form_is_refused(tmp_path):
    (tmp_path / "model").write_bytes(b"Trie Language Model\x02" + bytes(1000))
    with pytest.raises(ValueError, match="no trie of three orders"):
        WordTriples(tmp_path / "model", MOST)


def test_the_model_takes_half_the_memory_that_its_files_would():
    code = (
        "import psutil; from desk.checks.grammar.odds.model import language_model; own = psutil.Process();"
        "before = own.memory_full_info().uss; model = language_model(); model.sounds_like('there');"
        "model.chance('way', 'their', 'lost'); model.rest(); print(own.memory_full_info().uss - before)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 15_000_000, "the package's own code takes 71 million bytes"
