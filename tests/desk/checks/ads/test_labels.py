import pytest

from desk.checks.ads.labels import Strength, any_country, labels, plain
from tests.rows import rows


@rows("line", ["Advertisement", "ADVERTISEMENT", "— Advertisement —", "Paid Post", "Sponsored content"])
def test_strong_labels_in_the_us(line):
    assert labels("US").strength(line) is Strength.STRONG


@pytest.mark.parametrize("line", ["Promoted", "Sponsored by Larkfell Coffee", "Presented by Brewhaven"])
def test_weak_labels(line):
    assert labels("US").strength(line) is Strength.WEAK


@rows(
    "line",
    [
        "Supported by the Whitcombe Fund",
        "Supported by",
        "Promotion for the town's rugby club is now certain",
        "Advertisements for the bridge were seen by thousands",
        "",
        "***",
        "Sponsored by a member of the committee who asked not to be named in this report or any other",
    ],
)
def test_no_labels_at_all(line):
    assert labels("US").strength(line) is None


def test_a_label_that_points_past_the_advertisement():
    assert labels("GB").strength("Advertisement — story continues below") is Strength.STRONG


def test_countries_differ():
    assert labels("US").strength("Sponsored content") is Strength.STRONG
    assert labels("GB").strength("Sponsored content") is Strength.WEAK
    assert labels("GB").insert == "Advertisement feature"


def test_an_unlisted_country_has_the_general_labels():
    assert labels("XX").strength("Advertisement") is Strength.STRONG
    assert labels("XX").insert == "Advertisement"


def test_a_label_of_any_country_counts_for_the_map():
    assert any_country().strength("Consumer Connect Initiative") is Strength.STRONG
    assert any_country().strength("Supported by Acme") is None


def test_plain_takes_marks_and_spaces_away():
    assert plain("  *** Paid \n  Post ***") == "paid post"
