"""What the tests of the odds share: the packaged model, read once."""

import pytest

from desk.checks.grammar.odds.model import language_model


@pytest.fixture(scope="session")
def model():
    found = language_model()
    assert found is not None, "pocketsphinx is not installed as it is locked"
    return found
