"""Which rules are proposed for lowering: those a desk mostly lets stand, and has not answered on yet."""

from desk.review.habits import RuleHabit, proposals


def test_a_rule_that_is_mostly_let_stand_is_proposed_the_most_frequent_first():
    often = RuleHabit("grammar.OFTEN", 20, 1)
    sometimes = RuleHabit("grammar.SOMETIMES", 8, 1)
    mended = RuleHabit("grammar.MENDED", 8, 8)
    seldom = RuleHabit("grammar.SELDOM", 5, 0)
    assert proposals([sometimes, mended, often, seldom], ()) == (often, sometimes)
    assert often.words == "let stand 20 of 21 times"


def test_answered_rules_and_words_are_never_proposed():
    habits = [RuleHabit(f"grammar.{name}", 30, 0) for name in ("KEPT", "SPELLING", "OTHER_ENGLISH")]
    assert proposals(habits, ("KEPT",)) == ()
