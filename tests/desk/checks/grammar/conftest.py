"""What the tests of the grammar check share: an engine that says what it is told to say."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.ads.copymap import mapped
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.reading import Slip
from desk.checks.house import Brief
from desk.checks.names.known import KnownNames
from desk.text.blocks import BlockRole, Kind, Manuscript

NO_NAMES = KnownNames()
KINDS = {"grammar": ("GRAMMAR", "grammar"), "spelling": ("TYPOS", "misspelling"), "style": ("STYLE", "style")}


class ToldEngine:
    """Finds the words it was told of, wherever they stand."""

    key = "told"

    def __init__(self, slips, languages=()):
        self._slips, self.languages = slips, languages

    def ask(self, text, variant, meanwhile=None):
        del meanwhile
        if variant in self.languages:
            return (Slip("AGREE", 0, 3, "Das ist falsch.", ("die",), "GRAMMATIK", "grammar"),)
        found = []
        for rule, words, suggestions, message, category, kind in self._slips:
            at = text.find(words)
            while at >= 0:
                found.append(Slip(rule, at, at + len(words), message, suggestions, category, kind))
                at = text.find(words, at + 1)
        return tuple(sorted(found, key=lambda s: (s.start, s.end, s.rule)))


@pytest.fixture
def told_engine():
    """Return how to make an engine that finds these slips."""
    return ToldEngine


@pytest.fixture
def slip():
    """Return how to describe a slip to `told`."""

    def make(rule, words, *suggestions, message="Something is wrong.", category="GRAMMAR", kind="grammar"):
        return rule, words, suggestions, message, category, kind

    return make


@pytest.fixture
def misspelt():
    """Return how to describe a word that the dictionary lacks."""

    def make(word, *suggestions, message="Possible spelling mistake found."):
        return "MORFOLOGIK_RULE_EN_US", word, suggestions, message, "TYPOS", "misspelling"

    return make


@pytest.fixture
def told_by():
    """Return the findings on a text in which the engine finds these slips, with a given view of its names."""

    def find(names, text, *slips, brief=None, role=None, has_roles=False):
        story = mapped(Manuscript.of(text)) if has_roles else Manuscript.of(text)
        if role is not None:
            story = story.with_blocks(tuple(b.marked(Kind.FURNITURE, role=BlockRole(role)) for b in story.blocks))
        result = run_check(GrammarCheck(ToldEngine(slips), names), story, brief or Brief(), ReadingCache())
        assert result.unchecked == ""
        return result.findings

    return find


@pytest.fixture
def item_run():
    """Return how the item ends on a text whose engine finds these slips, and knows these languages."""

    def run(text, *slips, languages=()):
        check = GrammarCheck(ToldEngine(slips, languages), lambda *_: NO_NAMES)
        return run_check(check, Manuscript.of(text), Brief(), ReadingCache())

    return run


@pytest.fixture
def told(told_by):
    """Return the findings on a text in which the engine finds these slips; `role` makes the whole text furniture.

    With `has_roles` its headline and its byline are taken as such, else all of it is copy.
    """

    def find(text, *slips, brief=None, role=None, names=NO_NAMES, has_roles=False):
        return told_by(lambda *_: names, text, *slips, brief=brief, role=role, has_roles=has_roles)

    return find
