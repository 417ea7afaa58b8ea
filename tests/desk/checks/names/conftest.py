import pytest

from desk.checks.house import Brief
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import Manuscript


def findings_of(text, brief=None, kinds=()):
    """Return the findings of the names check; `kinds` maps block numbers to (kind, role)."""
    brief = brief or Brief()
    manuscript = Manuscript.of(text)
    blocks = list(manuscript.blocks)
    for number, (kind, role) in dict(kinds).items():
        blocks[number] = blocks[number].marked(kind, role=role)
    manuscript = manuscript.with_blocks(tuple(blocks))
    check = NamesCheck()
    return check.judge(manuscript, [check.read(block, brief) for block in blocks], brief)


@pytest.fixture(scope="session")
def names():
    """Return the check as a function of a text."""
    return findings_of


@pytest.fixture(scope="session")
def pairs():
    """Return a function of a text: what departs and what is to be kept, as (quote, first suggestion)."""
    return lambda text, *args, **kwargs: [
        (" ".join(f.quote.split()), f.suggestions[0]) for f in findings_of(text, *args, **kwargs)
    ]
