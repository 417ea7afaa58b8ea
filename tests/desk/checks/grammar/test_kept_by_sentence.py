"""What was found in a sentence is kept by its words: whatever stands around it, it reads as from scratch."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.grammar.clauses.model import clause_model
from desk.checks.grammar.clauses.slips import _of_sentence, _slips_of_one, slips_of
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.datelines import after_dateline
from desk.checks.grammar.odds.model import language_model
from desk.checks.grammar.odds.sentences import runs
from desk.checks.grammar.odds.weighing import _of_run, _weighed_of, weighed
from desk.text.quotations import quoted

_PIECES = (
    "The list of names were", " read out", ", it was", " long", ". ", ".", " “", "”", " ", "\n", "-", " (", ")", "U.S.",
    " Mr. Ito", " don’t", " boats’", "’s", " 3.5", "%", " off the money", " lost there way", " They has", "ROME — ",
)  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=16).map("".join)


@given(texts)
def test_runs_that_were_weighed_before_are_weighed_as_from_scratch(text):
    model = language_model()
    assert list(weighed(text, model)) == [one for run in runs(text, model) for one in _of_run(run, model)]


@given(texts)
def test_sentences_that_were_read_before_are_read_as_from_scratch(text):
    model, marks, end = clause_model(), quoted(text), len(text.rstrip())
    whole = [one for one in sentences(text, after_dateline(text)) if 4 <= len(one) <= 120]
    read = [one for one in whole if not one[0].text[0].islower()]
    found = [slip for one in read for slip in _of_sentence(one, marks, model, last=one[-1].end == end)]
    assert list(slips_of(text, model)) == found


def test_an_edit_of_one_sentence_reads_that_one_alone():
    odds, clauses = language_model(), clause_model()
    text = "The ferry lost there way in the fog. “They was told,” he said. The rest off the money went to charity."
    for one in (text, text.replace("fog", "mist")):
        before = _weighed_of.cache_info().misses, _slips_of_one.cache_info().misses
        list(weighed(one, odds)), list(slips_of(one, clauses))
    assert (_weighed_of.cache_info().misses, _slips_of_one.cache_info().misses) == (before[0] + 1, before[1] + 1)
