"""What is read without an engine: time, commas, sentences cut short; and sentences behind a dateline."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.grammar import appositions, cut_sentences, fixed_forms, time_owners, time_prepositions
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.datelines import after_dateline
from desk.checks.grammar.reading import Slip
from desk.checks.house import Brief
from desk.text.blocks import Manuscript
from tests.rows import rows


@rows(
    ("text", "found", "meant"),
    [
        ("She faces four months imprisonment for it.", "months", "months’"),
        ("He gave two weeks notice.", "weeks", "weeks’"),
        ("They were given 10 days unpaid leave.", "days", "days’"),
        ("The crew has twenty and five years experience.", "years", "years’"),
        ("It was in last years report.", "years", "year’s"),
        ("A weeks rent is due.", "weeks", "week’s"),
    ],
)
def test_time_that_owns_has_its_apostrophe(text, found, meant):
    (slip,) = time_owners.slips(text)
    assert (slip.span.of(text), slip.suggestions) == (found, (meant,))


@rows(
    "text",
    [
        "She faces four months’ imprisonment.",
        "The two years work in her favour.",
        "It takes two hours to get there, and three days after that.",
        "They spent five years training for it.",
        "A ten years old boat sank this days ago.",
        "It lasted six months.",
    ],
)
def test_time_that_owns_nothing_is_left_in_peace(text):
    assert list(time_owners.slips(text)) == []


@rows(
    ("text", "found", "meant"),
    [
        ("The board met in Thursday, and again on Friday.", "in", "on"),
        ("She will be back at Monday.", "at", "on"),
        ("The bridge was built on 1962.", "on", "in"),
        ("On 1998 the harbour was sold.", "On", "In"),
        ("Ferries stopped at January 2019.", "at", "in"),
    ],
)
def test_a_time_has_its_own_preposition(text, found, meant):
    (slip,) = time_prepositions.slips(text)
    assert (slip.span.of(text), slip.suggestions) == (found, (meant,))


@rows(
    "text",
    [
        "The choir sings in Sunday service and at Monday prayers.",
        "Fares rose 4% on 2018.",
        "The board will build on 2019.",
        "The guard is changed at 2000.",
        "The toll stood at 2019.",
        "They came on January 5, and on March, the mare.",
        "It was sold at 2016 prices in July.",
    ],
)
def test_times_that_tell_which_one_are_left_in_peace(text):
    assert list(time_prepositions.slips(text)) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ada Holm, the head of the harbour board said the quay was shut.", "board"),
        ("It rained. Wexlow, a small town on the northern coast has no bank.", "coast"),
        ("Ruben Holm, deputy director of the port said the quay was shut.", "port"),
        ("“It is late,” Ruben Duarte, the council’s oldest member told the board.", "member"),
    ],
)
def test_what_is_told_of_a_name_ends_with_a_comma(text, last):
    (slip,) = appositions.slips(text)
    assert (slip.span.of(text), slip.suggestions) == (last, (f"{last},",))


@rows(
    "text",
    [
        "Ada Holm, the head of the harbour board, said the quay was shut.",
        "On Friday, the head of the harbour board said the quay was shut.",
        "Moreover, the quay was shut.",
        "Rather, an agent of the harbour was sent.",
        "Whichever, the old ferry of the harbour was shut.",
        "Wexlow, the mayor of Hallow Bay said, is shut.",
        "He met Mrs. Holm, the head of the board was there too.",
        "Ada Holm, the member who said it was shut, left.",
    ],
)
def test_a_sentence_that_goes_on_behind_its_head_is_left_in_peace(text):
    assert list(appositions.slips(text)) == []


def cuts(text):
    return [slip.span.of(block.flat) for block in Manuscript.of(text).blocks for slip in cut_sentences.slips(block)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor said on Friday that the bridge will be closed for the", "the"),
        ("The ferry and the tug and. Wexlow was not there on that Friday.", "and"),
        ("She told the council that it would have to pay for it, because", "because"),
    ],
)
def test_a_sentence_that_breaks_off_is_found(text, word):
    assert cuts(text) == [word]


@rows(
    "text",
    [
        "What to look out for",
        "It is a place that many of them had only dreamed of.",
        "They had nowhere to go to, and nobody whom they could ask for.",
        "It was vitamin A. Then it was plan B.",
        "A line of verse that breaks off where it likes and goes on below\nas lines of verse do",
    ],
)
def test_whole_sentences_and_labels_are_left_in_peace(text):
    assert cuts(text) == []


@rows(
    ("text", "first"),
    [
        ("WEXLOW — However the quay is shut.", "However"),
        ("WEXLOW (Wire) — However the quay is shut.", "However"),
        ("PORT HALLOW, Feb. 3 (Wire) - However the quay is shut.", "However"),
        ("WEXLOW, Conn. — “However the quay is shut.", "“However"),
        ("However the quay — is shut.", "However"),
        ("NATO-led troops left.", "NATO-led"),
        ("BBC - the broadcaster - is shut.", "BBC"),
    ],
)
def test_the_first_sentence_begins_behind_a_dateline(text, first):
    assert text[after_dateline(text) :].startswith(first)


class HeadEngine:
    """Finds the first word of what it is asked about."""

    key = "head"
    languages = ()

    def ask(self, text, variant, meanwhile=None):
        del variant, meanwhile
        end = text.index(" ")
        return (Slip("HEAD", 0, end, "Something is wrong.", (), "GRAMMAR", "grammar"),)


def test_a_rule_on_the_head_of_a_sentence_hears_it_behind_a_dateline():
    text = "Quay closes\n\nWEXLOW (Wire) — However the quay is shut, the mayor of the town said on Friday."
    run = run_check(GrammarCheck(HeadEngine()), Manuscript.of(text), Brief(), ReadingCache())
    assert "However" in {finding.quote for finding in run.findings}


def test_a_word_may_stand_twice_where_a_clause_ends(told, slip):
    twice = [slip("ENGLISH_WORD_REPEAT_RULE", words, kind="duplication") for words in ("in in", "does does")]
    assert told("They moved in in 2010. What it does does not matter.", *twice) == ()
    assert len(told("They live in in a boat. It does does not matter.", *twice)) == 2


def test_a_sentence_that_ends_in_and_may_do_without_it():
    (block,) = Manuscript.of("The board met on Friday at the quay and. The mayor spoke.").blocks
    assert [slip.suggestions for slip in cut_sentences.slips(block)] == [("",)]
    (block,) = Manuscript.of("The board met on Friday and then it spoke with the. Nobody knows why.").blocks
    assert [slip.suggestions for slip in cut_sentences.slips(block)] == [()]


@rows(
    ("text", "found", "meant"),
    [
        ("The quay is shut, according the mayor.", "according the", "according to the"),
        ("According with the mayor, it is shut.", "According with", "According to"),
        ("It is shut, according two a report.", "according two", "according to"),
        ("It is shut, according toHarbeck and others.", "according toHarbeck", "according to Harbeck"),
        ("The pier is safe according the report of the harbour board.", "according the", "according to the"),
        ("It was shut according two officials.", "according two", "according to two"),
        ("He was let go according a report.", "according a", "according to a"),
        ("The U.S navy came.", "U.S", "U.S."),
        ("It opens at 9 a.m on Friday.", "a.m", "a.m."),
        ("He is a Ph.D student.", "Ph.D", "Ph.D."),
        ('The board bought Ireland"s ferries.', '"s', "’s"),
        ('“Go,” they said. They"re late.', '"re', "’re"),
    ],
)
def test_forms_that_are_written_in_one_way_are_whole(text, found, meant):
    (slip,) = fixed_forms.slips(text)
    assert (slip.span.of(text), slip.suggestions) == (found, (meant,))


@rows(
    ("text", "suggestions"),
    [
        ("They went on to plan B.A new ferry came.", ("B. A", "B.A.")),
        ("He lives in Block C.I asked him why.", ("C. I", "C.I.")),
        ("She has a B.A in history.", ("B.A.",)),
        ("Her class B.A in history was long.", ("B.A.",)),
        ("Their L.A office is shut.", ("L.A.",)),
        ("They went by line B.A Hallam to the quay.", ("B.A.",)),
    ],
)
def test_where_a_sentence_may_begin_a_lost_space_is_offered_before_a_last_stop(text, suggestions):
    (slip,) = fixed_forms.slips(text)
    assert slip.suggestions == suggestions


@rows(
    "text",
    [
        "The quay is shut, according to the mayor.",
        "The court is according the crew a right that nobody had.",
        "They paid, according as they were able.",
        "Nobody spoke of according the crew a right.",
        "Parliament passed the act, according women the right to vote.",
        "According equal weight to both studies, the panel split the fund.",
        "The U.S. navy came to the U.S.A. on Friday.",
        "It opens at 9 a.m. and shuts at 4 p.m., or 16:00.",
        "The A.B.C quay, R&B.C and file X.Yz are names.",
        "It is in the U.S, said the mayor.",
        'He said "yes" and she said "no"s to all.',
        'They were "go"s and "no"s.',
        'The board is 6"s wide, and "go"s were heard.',
    ],
)
def test_forms_that_are_whole_or_something_else_are_left_in_peace(text):
    assert list(fixed_forms.slips(text)) == []


def test_marks_in_the_place_of_apostrophes_quote_nothing_of_each_other():
    text = 'Ireland"s team won, and they"re glad. They heard "yes"s, but he isn"t.'
    assert [slip.span.of(text) for slip in fixed_forms.slips(text)] == ['"s', '"re', '"t']
