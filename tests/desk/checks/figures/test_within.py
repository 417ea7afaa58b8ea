"""Figures that stand side by side: changes, measures, shares, votes, ages and years."""

from datetime import date

import pytest

from desk.checks.check import Severity
from desk.checks.figures.capitals import capitals
from desk.checks.figures.former_countries import former_countries
from tests.rows import rows

TODAY = date(2026, 3, 6)


@rows(
    ("text", "quote", "suggestion"),
    [
        ("Riders rose from 200 to 250 a day, an increase of 20%.", "20", "25"),
        ("Support went from 24 percent to 20 percent, a drop of 6 percentage points.", "6", "4"),
        ("The rate rose from 4% to 5%, a rise of 1%.", "1%", "1 percentage point"),
        ("Prices fell 40% from $50 to $40 in a year.", "40", "20"),
        ("The deck is 400 miles (944 kilometers) long.", "944", "644"),
        ("The deck is 8,000 feet (1,438 meters) long.", "1,438", "2,438"),
        ("It was 30 degrees Celsius (68 Fahrenheit) in the shade.", "68", "86"),
        ("The nine-member board voted 6-4 to sell it.", "6-4", "5-4"),
        ("The board voted 7-3; all nine members were present.", "7-3", "6-3"),
        ("It will pay three sums of $1.5 million each, or $5.5 million in all.", "$5.5 million", "$4.5 million"),
        ("The hall, founded in 1926, marks its 110th anniversary this year.", "110th", "100th"),
        ("He has worked there since 1996, or for 20 years.", "20", "30"),
        ("Ana Kovac, 34, won. She was born in Aldane in 1981.", "1981", "1992"),
        ("Of the 20 people hurt, 12 were men and 10 were women.", "20", "22"),
    ],
)
def test_what_its_neighbour_speaks_against_is_found(told, text, quote, suggestion):
    (finding,) = told(text, TODAY)
    assert (finding.quote, finding.suggestions[0]) == (quote, suggestion)
    assert finding.evidence


@rows(
    "text",
    [
        "Riders rose from 299 to 351 a day, up 17%.",
        "Riders rose from 200 to 250 a day, an increase of about 24%.",
        "The rate rose from 4% to 5%, a rise of 25%.",
        "Sales rose from $3 to $5 million, up 20%.",
        "The field has 100 acres (40 hectares), and the wall is 6 feet (1.8 meters) high.",
        "The road is about 60 miles (100 km) long, and 250 miles (400 km) with the bridge.",
        "It was 30C (86F) and then minus 40C (minus 40F).",
        "The nine-member board voted 6-2 to sell it. One member was away.",
        "The team won 6-4 in front of the nine-member board.",
        "The hall, founded in 1925, marked its 100th anniversary last year.",
        "He has worked there since 1996, or for nearly 30 years.",
        "Asked for their reasons, 65% were for the cost and 60% against the noise; many gave more than one answer.",
        "Ana Kovac, 34, has a son, Luka Kovac, 12. He was born in 2013.",
        "John Kovac, born in 1950, died in 2010, aged 60.",
    ],
)
def test_what_fits_as_it_is_rounded_is_left_in_peace(told, text):
    assert not told(text, TODAY)


def test_two_ages_of_one_person_name_each_other(told):
    text = "Ana Kovac, 34, won.\n\nMs. Kovac, 43, had trained.\n\nLuka Kovac, 12, and Ben Oduya, 43, looked on."
    (finding,) = told(text)
    assert (finding.rule, finding.quote, finding.suggestions) == ("figures.age", "43", ("34",))
    assert [evidence.span.of(text) for evidence in finding.evidence] == ["34"]
    assert [remedy.edits[0].text for remedy in finding.remedies] == ["34", "43"]


def test_an_age_of_another_time_is_left_in_peace(told):
    assert not told("Ana Kovac, 34, won.\n\nKovac, 12 at the time, had seen the race.\n\nKovac, then 17, ran it.")


def test_what_somebody_said_is_told_a_step_milder(told):
    (finding,) = told("“Riders rose from 200 to 250 a day, an increase of 20%,” she said.")
    assert finding.severity is Severity.WARNING
    assert "quotation" in finding.message


def test_a_rule_of_figures_can_be_switched_off(told):
    text = "The trail is 10 miles (26 km) long."
    assert told(text)
    assert not told(text, style_off=("figures.conversion",))


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("They flew to Istanbul, the capital of Turkey, on Monday.", "Ankara"),
        ("The capital of Brazil, Rio de Janeiro, was flooded.", "Brasilia"),
        ("In Nigeria's capital, Lagos, nobody was hurt.", "Abuja"),
    ],
)
def test_a_city_that_is_no_capital_is_found(told, text, capital):
    (finding,) = told(text)
    assert (finding.rule, finding.suggestions) == ("figures.capital", (capital,))


@pytest.mark.parametrize(
    "text",
    [
        "They flew to Cape Town, the capital of South Africa, and to La Paz, the capital of Bolivia.",
        "Lagos, the commercial capital of Nigeria, and Kiev, the capital of Ukraine, were flooded.",
        "Lyon, the capital of French cooking, and Basra, the capital of the province, were flooded.",
    ],
)
def test_seats_in_two_cities_and_other_capitals_are_left_in_peace(told, text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ("They met in Nairobi, Uganda, on Monday.", "Uganda", "Kenya"),
        ("The ferry to Oslo, Sweden was late.", "Sweden", "Norway"),
        ("He kept a mill in Zaire in 2005.", "Zaire", "Democratic Republic of Congo"),
        ("She was sent to Czechoslovakia in May 2001.", "Czechoslovakia", None),
    ],
)
def test_a_place_in_another_country_or_under_a_name_of_another_time_is_found(told, text, quote, suggestion):
    (finding,) = told(text.replace("Sweden was", "Sweden, was"))
    assert (finding.quote, finding.suggestions[:1]) == (quote, (suggestion,) if suggestion else ())
    assert finding.evidence


@rows(
    "text",
    [
        "They met in Nairobi, Kenya, and in Athens, Canada, on Monday.",
        "They went to Paris, Oslo, Sweden, and Rome.",
        "They flew to Oslo, Finland and Spain.",
        "He met her in Oslo, Jordan, her brother, said.",
        "He kept a mill in Zaire in 1985, and in the former Yugoslavia in 2005.",
        "A book on the Soviet Union in 2010 sold well, and a museum in Ceylon House in 2001.",
    ],
)
def test_places_that_are_where_they_are_told_are_left_in_peace(told, text):
    assert not told(text)


def test_a_town_has_the_name_of_its_year(told):
    (finding,) = told("She studied in Leningrad in May 2005 and in Saigon in 2006.", TODAY)
    assert (finding.rule, finding.severity, finding.suggestions) == (
        "figures.former-place",
        Severity.HINT,
        ("St. Petersburg",),
    )
    assert not told("She studied in Leningrad in 1985 and joined a Leningrad Symphony tour in 2005.", TODAY)


def test_every_former_country_has_a_year_and_every_former_capital_too():
    assert {country.last for country in former_countries().values()} <= set(range(1960, 2020))
    assert len(former_countries()) >= 20
    former = {city: year for of in capitals().values() for city, year in of.former.items()}
    assert former == {"Rio de Janeiro": 1960, "Lagos": 1991, "Nur-Sultan": 2022}
