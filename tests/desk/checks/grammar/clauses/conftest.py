"""What the tests of the shapes of sentences share: the shipped weights, mapped once."""

import pytest

from desk.checks.grammar.clauses.model import clause_model


@pytest.fixture(scope="session")
def clauses():
    found = clause_model()
    assert found is not None, "the weights are not those that the rules are for"
    return found
