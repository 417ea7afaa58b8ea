"""One person with two offices or ranks: told where the story tells of no change, silent where both are right."""

from desk.checks.check import Severity
from desk.checks.house import Brief, House
from tests.rows import rows


@rows(
    ("text", "quote", "remedy", "evidence"),
    [
        (
            "Mayor Ines Duarte opened the bridge.\n\nCouncillor Duarte said the work was done.",
            "Councillor Duarte",
            "Mayor Duarte",
            "Mayor Ines Duarte",
        ),
        (
            "Sgt. Erik Holm led the search. Nobody was hurt.\n\nCaptain Holm said it took an hour.",
            "Captain Holm",
            "Sgt. Holm",
            "Sgt. Erik Holm",
        ),
        (
            "Captain Holm led the search.\n\nSgt. Holm said it took an hour. Sgt. Holm went home.",
            "Captain Holm",
            "Sgt. Holm",
            "Sgt. Holm",
        ),
        (
            "The mayor of Port Elvin, Ines Duarte, opened the bridge.\n\nCouncillor Duarte said little.",
            "Councillor Duarte",
            "Mayor Duarte",
            "mayor",
        ),
        (
            "Mayor Ines Duarte came. Mayor Duarte spoke.\n\nInes Duarte, a councillor, cut the ribbon.",
            "councillor",
            "mayor",
            "Mayor Ines Duarte",
        ),
        (
            "Elvin Mayor Ines Duarte opened the bridge.\n\nCouncillor Ines Duarte said little.",
            "Councillor Ines Duarte",
            "Mayor Ines Duarte",
            "Mayor Ines Duarte",
        ),
        (
            "Sen. Ines Duarte spoke.\n\nGov. Duarte came back.",
            "Gov. Duarte",
            "Sen. Duarte",
            "Sen. Ines Duarte",
        ),
    ],
)
def test_two_offices_of_one_person(names, text, quote, remedy, evidence):
    (finding,) = names(text)
    assert (finding.rule, finding.severity) == ("names.title-change", Severity.WARNING)
    assert (finding.quote, finding.suggestions[0], finding.remedies[0].edits[0].text) == (quote, remedy, remedy)
    assert finding.evidence[0].span.of(text) == evidence


@rows(
    "text",
    [
        "Dr. Ines Duarte opened it.\n\nProfessor Duarte left.",
        "Mayor Ines Duarte opened it.\n\nMs. Duarte left.",
        "Then-Mayor Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "Former Mayor Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "Acting Mayor Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "Interim Mayor Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "Deputy Mayor Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "The acting mayor, Ines Duarte, opened it.\n\nCouncillor Duarte left.",
        "Mayor-elect Ines Duarte opened it.\n\nCouncillor Duarte left.",
        "In May 2004 Senator Ines Duarte opened it.\n\nGov. Duarte left.",
        "Sgt. Erik Holm was promoted in May.\n\nCaptain Holm lives by the pier.",
        "Councillor Ines Duarte became the head of the town hall.\n\nMayor Duarte left.",
        "Mayor Ines Duarte came with her husband, Councillor Paul Duarte.\n\nCouncillor Duarte left.",
        "Cllr Ines Duarte, mayor of Port Elvin, came.\n\nMayor Duarte spoke and Cllr Duarte left.",
        "Lt. Col. Erik Holm left.\n\nCol. Holm came back.",
        "Maj. Gen. Erik Holm left.\n\nGen. Holm came back.",
        "Detective Sergeant Erik Holm left.\n\nSgt. Holm came back.",
        "Attorney General Erik Holm left.\n\nCaptain Holm came back.",
        "Lt. Gov. Erik Holm left.\n\nSen. Holm came back.",
        "Inspector Erik Holm left.\n\nInsp. Holm came back.",
        "Councillor Ines Duarte spoke.\n\nCllr Duarte left.",
    ],
)
def test_offices_that_are_both_right_are_left_in_peace(names, text):
    assert [finding for finding in names(text) if finding.rule == "names.title-change"] == []


def test_what_is_quoted_is_asked_more_mildly(names):
    text = "Mayor Ines Duarte opened the bridge.\n\n“Councillor Duarte is a friend,” said Paul Brint."
    (finding,) = names(text)
    assert (finding.quote, finding.severity) == ("Councillor Duarte", Severity.HINT)


def test_where_mayors_sit_on_the_council_it_is_a_hint(names):
    text = "Mayor Ines Duarte opened the bridge.\n\nCllr Duarte said the work was done."
    assert [f.severity for f in names(text, Brief(House(country="GB")))] == [Severity.HINT]
    assert [f.severity for f in names(text, Brief(House(country="US")))] == [Severity.WARNING]
