"""Two forms of one name that stand in a story on purpose, and the many that do not; all people are invented."""

import pytest

from tests.rows import rows

TOWN = "The ferry left Benghazi at noon. In Benghazi the port was shut, and Benghazi waited."


@pytest.mark.parametrize(
    "text",
    [
        "Myanmar has an office there. Myanmar, also known as Burma, paid for it.",
        "Lena Ruiz spoke.\n\nThis article was amended. An earlier version misspelled Lena Ruiz’s name as Ruis.",
        "Lena Ruiz spoke. Ruiz left.\n\nCorrection: Ruis should have been Ruiz.",
    ],
)
def test_another_form_may_be_meant(pairs, text):
    assert pairs(text) == []


def test_the_same_words_without_a_word_that_means_them_are_asked_about(pairs):
    assert pairs("Myanmar has an office there. Burma paid for it, and Myanmar knew.") == [("Burma", "Myanmar")]
    assert pairs("Lena Ruiz spoke. Ruiz left.\n\nShe gave her name as Ruis.") == [("Ruis", "Ruiz")]


def test_of_forms_that_a_third_links_the_storys_majority_stays(pairs):
    text = (
        "Amos Northup wrote it. Northup was free. Northrup’s book sold.\n\n“Northrop was fine,” she said. Northup died."
    )
    assert sorted(pairs(text)) == [("Northrop", "Northup"), ("Northrup", "Northup")]


@rows(
    "text",
    [
        "The Himalayas are high. Himalayan roads are steep. The Himalayas were white, and the Himalayas stayed so.",
        "Saudi Arabia said so. The Saudi Arabian envoy left Saudi Arabia by the Arabian Sea.",
        "Human Rights Watch spoke to Witch Weekly. Human Rights Watch was heard.",
        "The Lok Sabha sat. A man of the Look magazine was there. The Lok Sabha will vote. Look had asked for years.",
        "The Antarctic ice is thin. Antarctica is white. They sailed to Antarctica and saw the Antarctic coast.",
        "The Uganda-backed league met the Ugandan-backed union there on the quay.",
        "The Falkland Islands are green. The Falkland Islands, referred to as “Malvinas” there, are far.",
        "Ida Ann Sandhill sailed. They asked for #IdaAnnSandhill again and again. Ida Ann Sandhill came.",
        "The U.S. paid US $6 million. The U.S. will pay again, said the U.S. envoy.",
    ],
)
def test_a_word_that_only_resembles_a_name_is_left_in_peace(pairs, text):
    assert pairs(text) == []


def test_another_alphabet_may_be_written_in_two_ways(pairs):
    assert pairs(f"{TOWN} Bengasi slept.") == [("Bengasi", "Benghazi")]


def test_a_small_word_may_begin_a_name(pairs):
    text = "Visitors to Down House pay. Few see Down House in rain.\n\nDowne House was bought in May."
    assert pairs(text) == [("Downe", "Down")]


def test_an_acronym_is_in_capitals_throughout_or_not_at_all(pairs):
    text = "The board of UNESCO met, and UNESCO will pay. The chief of Unesco spoke."
    assert pairs(text) == [("Unesco", "UNESCO")]
    assert pairs("A board of NATO met. The boat Nato was late.".replace("Nato", "Natal")) == []
    assert pairs("PORT ELLERY, March 3 — A pier fell. Port Ellery slept, and Ellery folk rose.") == []
    assert pairs("TALKS ON UNESCO FAIL\n\nThe chief of Unesco spoke, and Unesco left.") == []


def test_an_office_cut_short_makes_a_name_of_any_word(pairs):
    text = "Sen. Joe Park praised her. “Good,” Rep. Park said. Sen. Park will go."
    assert pairs(text) == [("Rep. Park", "Sen. Park")]
