"""Databases that work apart come to the same heads, order and states, whatever was done and whatever came when."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.stress.copies import Copies
from tests.stress.one_copy import make_patterns


@pytest.fixture
def machine(tmp_path, server, request):
    patterns, folder = tmp_path / "patterns", tmp_path / "runs"
    patterns.mkdir()
    folder.mkdir()
    Copies.story, Copies.on_server = make_patterns(patterns, server)
    Copies.patterns, Copies.folder, Copies.server, Copies.made = patterns, folder, server, 0
    Copies.stress = request.config.getoption("--stress")
    return Copies


def test_copies_that_worked_apart_come_to_the_same(machine, tries):
    one = tries.one("copies")
    one.many = amount = tries.amount("copies")
    with one:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=amount,
                stateful_step_count=50 if tries.stress else 16,
                deadline=None,
                derandomize=not tries.stress,
                database=None,
                suppress_health_check=list(HealthCheck),
                phases=(Phase.generate, Phase.shrink) if tries.stress else (Phase.generate,),
            ),
        )
