"""Sums in two currencies: one rate within one story, and none that never was."""

from tests.rows import rows

MILL = "The mill cost £2 million ($2.5 million)."


@rows(
    ("text", "quote", "suggestion"),
    [
        (f"{MILL} Its owner paid £4 million ($6 million) for the quay.", "$6 million", "$5 million"),
        (f"{MILL}\n\nIts owner paid $12.5 million (£8 million) for the quay.", "£8 million", "£10 million"),
        ("The mill cost £40m ($50m). The quay cost £4m ($4m). The pier cost £8m ($10m).", "$4m", "$5m"),
        ("The quay cost £4m ($4m). The mill cost £40m ($50m). The pier cost £8m ($10m).", "$4m", "$5m"),
        ("The fee is €1,000, or $1,100. It was to be €2,000 (about $2,900).", "$2,900", "$2,200"),
        ("The mill cost £2 million ($2.5 billion).", "$2.5 billion", "$2.5 million"),
        ("The boat cost 900,000 yen ($6,000). The pier cost 90 million yen ($60,000).", "$60,000", "$600,000"),
    ],
)
def test_a_sum_at_another_rate_than_the_rest_is_told_with_the_right_one(told, text, quote, suggestion):
    (finding,) = told(text)
    assert (finding.rule, finding.quote, finding.suggestions[0]) == ("figures.exchange-rate", quote, suggestion)
    assert finding.evidence
    assert not told(text.replace(quote, suggestion))


@rows(
    "text",
    [
        f"{MILL} Its owner paid £4 million ($5.1 million) for the quay.",
        f"{MILL} Its owner paid about £4 million (about $4.8 million) for the quay.",
        f"{MILL} In 1998 its owner paid £4 million ($6.6 million) for the quay.",
        f"{MILL} Its owner paid £4 million (then $6.6 million) for the quay.",
        f"{MILL} At the time £4 million ($6.6 million) was a lot.",
        f"{MILL} The quay cost €4 million ($6 million).",
        "The mill cost £2 million. The quay cost $2.5 million (half of it a loan).",
        "A boat for 200 yen ($2) was sold.",
        "The lamp costs £799 ($799), and the shade £149 ($199).",
        f"{MILL} A cup (£3, $5 in the hall) was sold.",
    ],
)
def test_sums_of_one_rate_of_other_times_or_of_other_things_are_left_in_peace(told, text):
    assert not told(text)
