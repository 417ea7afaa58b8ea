"""The fixture `tries`: counts what was tried and what failed, few times in every run and many with `--stress`.

Without `--stress` a failing try fails its test at once, as any test does. With it the test goes on, fails at its end
with what went wrong first, and the table at the end of the run says how many tries failed. Such tests stand in
`tests/stress/`, and in the rooms of what they try where the machinery is a room's own.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stress.rows import ROWS

README = Path(__file__).resolve().parents[2] / "README.md"
BETWEEN = re.compile(r"(<!-- tries -->\n\n).*?(\n\n<!-- end -->)", re.DOTALL)
HOURS = 6 * 3600
"""Seconds that a test may take with `--stress`."""
_A_PART = 10_000
"""Numbers of tries between two seeds."""
_SHOWN = 3
"""Failures whose words a test tells."""


class Try:
    """One try, a context: what is raised within is a failure."""

    def __init__(self, row: str, number: int, goes_on: bool, before_failed: bool = False) -> None:
        self.row, self.number, self._goes_on, self.before_failed = row, number, goes_on, before_failed
        self.many, self.failure = 1, ""
        self.worst: tuple[float, ...] = ()
        """What is measured, as many numbers as the row tells."""

    def __enter__(self) -> "Try":
        return self

    def __exit__(self, kind, error, trace) -> bool:
        if not isinstance(error, Exception | pytest.fail.Exception):
            return False
        self.failure = f"{self.row}, try {self.number}: {type(error).__name__}: {error}"
        return self._goes_on


class Tries:
    """What one test tried."""

    def __init__(self, stress: bool, share: float, seed: int = 0) -> None:
        self.stress, self._share, self.seed = stress, share, seed
        self.made: list[Try] = []

    def amount(self, row: str) -> int:
        """Return how many tries (or seconds) of this row are wanted of this run."""
        wanted = ROWS[row]
        if not self.stress:
            return wanted.short
        return max(wanted.short, round(wanted.full * self._share))

    def each(self, row: str) -> Iterator[Try]:
        """Yield as many tries as are wanted, numbered on from the seed, so that runs in parts try different things."""
        for number in range(self.amount(row)):
            yield self.one(row, self.seed * _A_PART + number)

    def one(self, row: str, number: int = 0) -> Try:
        """Return one try of a test that is one of many."""
        before_failed = bool(self.made and self.made[-1].failure)
        self.made.append(Try(row, number, self.stress, before_failed))
        return self.made[-1]


@pytest.fixture
def tries(request):
    """Return what counts the tries of this test."""
    own = Tries(*map(request.config.getoption, ("--stress", "--share", "--seed")))
    yield own
    for row in dict.fromkeys(one.row for one in own.made):
        of_row = [one for one in own.made if one.row == row]
        failed = sum(bool(one.failure) for one in of_row)
        told = (row, sum(one.many for one in of_row), failed, _worst(one.worst for one in of_row))
        request.node.user_properties.append(("tries", told))
    failures = [one.failure for one in own.made if one.failure]
    if failures and own.stress:
        pytest.fail(f"{len(failures)} of {len(own.made)} tries failed\n" + "\n".join(failures[:_SHOWN]), pytrace=False)


def only_tries(items, config) -> None:
    """Leave the tests out that try nothing, and let the others take their time."""
    wanted = [item for item in items if "tries" in item.fixturenames]
    config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
    items[:] = wanted
    for item in wanted:
        item.add_marker(pytest.mark.timeout(HOURS), append=False)


def _worst(measured) -> tuple[float, ...]:
    """Return the largest of each number."""
    return tuple(max(column) for column in zip(*filter(None, measured), strict=True))


def summed(reports) -> dict[str, tuple[int, int, tuple[float, ...]]]:
    """Return tries, failures and worst by row, in the order of the rows."""
    sums = dict.fromkeys(ROWS, (0, 0, ()))
    for report in reports:
        for name, told in report.user_properties:
            if name == "tries" and report.when == "teardown":
                row, count, failed, worst = told
                before = sums[row]
                sums[row] = (before[0] + count, before[1] + failed, _worst([before[2], worst]))
    return {row: told for row, told in sums.items() if told[0]}


def line(row: str, count: int, failed: int, worst: tuple[float, ...] = ()) -> str:
    """Return the line of the table."""
    of = ROWS[row]
    words = of.worst.format(*worst) if worst else ""
    return f"| {of.done} | {of.holds} | {count:,} | {failed} | {words} |"


HEAD = "| what is done | what must hold | tries | failed | worst |\n|---|---|---|---|---|"


def table(sums: dict[str, tuple[int, int, tuple[float, ...]]], before: str = "") -> str:
    """Return the table; of rows that were not run stands what stood in the table before."""
    kept = {row: old for row in ROWS for old in before.splitlines() if old.startswith(f"| {ROWS[row].done} |")}
    fresh = {row: line(row, *told) for row, told in sums.items()}
    return "\n".join([HEAD, *(fresh.get(row) or kept[row] for row in ROWS if row in fresh or row in kept)])


def write_table(sums: dict[str, tuple[int, int, tuple[float, ...]]]) -> None:
    """Write the table into the README."""
    page = README.read_text("utf-8")
    before = BETWEEN.search(page)
    assert before, "the README has no place for the table of tries"
    README.write_text(BETWEEN.sub(lambda found: found[1] + table(sums, found[0]) + found[2], page), "utf-8")
