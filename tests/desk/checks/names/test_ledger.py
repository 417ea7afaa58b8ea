import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.check import Evidence, Finding, Item
from desk.checks.house import Brief, NameAnswer, NameKind, Verdict
from desk.checks.names.ledger import ledger
from desk.text.blocks import Manuscript
from desk.text.spans import Span

STORY = """Mayor Ines Duarte spoke in Port Ellery on Monday. Tomas Okafor, an engineer, agreed with Duarte.

Later Mr. Okafor flew to Norway with the Harbour Council, and Duarte’s deputy stayed."""


def entries(text, answers=()):
    return {entry.name: entry for entry in ledger(Manuscript.of(text), (), Brief(name_answers=answers)).entries}


def finding(text, quote, other):
    at, evidence = text.index(quote), text.index(other)
    return Finding(
        Item.NAMES,
        "names.near-variant",
        Span(at, at + len(quote)),
        quote,
        "…",
        evidence=(Evidence(Span(evidence, evidence + len(other))),),
        subject=f"{other} / {quote}",
    )


def test_a_bare_family_name_goes_to_the_one_person_who_bears_it():
    duarte = entries(STORY)["Ines Duarte"]
    assert (duarte.kind, duarte.count) == (NameKind.PERSON, 3)
    assert [(form.text, len(form.places)) for form in duarte.forms] == [("Duarte", 2), ("Ines Duarte", 1)]
    assert duarte.first_full.of(STORY) == "Ines Duarte"


def test_nouns_of_a_paragraph_in_german_are_no_people():
    german = (
        "Der Matrose sah das Feuer und den Rauch, aber die Besatzung war nicht auf der Brücke. "
        "Das Feuer sah auch Ines Duarte."
    )
    assert set(entries(f"{STORY}\n\n{german}")) == set(entries(STORY))


def test_a_place_and_an_organisation_are_told_from_people():
    found = entries(STORY)
    assert found["Norway"].kind is found["Port Ellery"].kind is NameKind.PLACE
    assert found["Harbour Council"].kind is NameKind.ORGANISATION


@pytest.mark.parametrize("mark", ["—", "–", "-", "--"])
@pytest.mark.parametrize("signed", ["", " (Reuters)", ", June 3 (Reuters)", " (Associated Press)"])
def test_a_dateline_names_a_place_and_who_sent_the_story(signed, mark):
    found = entries(f"PORT ELLERY{signed} {mark} The bridge will close, Ines Duarte said.")
    kinds = {name: entry.kind for name, entry in found.items()}
    wire = {signed[signed.index("(") + 1 : -1]: NameKind.ORGANISATION} if signed else {}
    assert kinds == {"PORT ELLERY": NameKind.PLACE, "Ines Duarte": NameKind.PERSON, **wire}


def test_a_name_in_brackets_elsewhere_is_judged_by_itself():
    assert entries("The MAYOR (Duarte) - she is new - spoke.")["Duarte"].kind is NameKind.PERSON


def test_a_family_name_of_two_people_belongs_to_neither():
    found = entries("Ines Duarte met Raul Duarte. The speech was by Duarte.")
    assert found["Duarte"].count == found["Ines Duarte"].count == found["Raul Duarte"].count == 1


def test_a_finding_ties_two_forms_and_makes_the_entry_doubtful():
    text = "Tomas Okafor spoke. On Tuesday Tomas Okafur left."
    book = ledger(Manuscript.of(text), [finding(text, "Okafur", "Okafor")], Brief())
    (entry,) = book.doubtful
    assert {form.text for form in entry.forms} == {"Tomas Okafor", "Tomas Okafur"}
    assert [f.subject for f in entry.doubts] == ["Okafor / Okafur"]


def test_what_the_editor_said_stands_beside_the_forms():
    answer = NameAnswer("Ines Duarte", "Raul Duarte", Verdict.DIFFERENT)
    assert entries("Ines Duarte met Raul Duarte.", (answer,))["Ines Duarte"].answers == (answer,)


def test_people_of_one_family_name_are_told_of_each_other_until_the_editor_has_said_who_they_are():
    text = "Ines Duarte met Raul Duarte. The Duarte Museum was shut."
    assert entries(text)["Ines Duarte"].namesakes == ("Raul Duarte",)
    assert entries(text)["Raul Duarte"].namesakes == ("Ines Duarte",)
    answer = NameAnswer("Ines Duarte", "Raul Duarte", Verdict.DIFFERENT)
    assert entries(text, (answer,))["Ines Duarte"].namesakes == ()


def test_a_name_broken_over_two_lines_is_one_form():
    assert entries("The mayor, Ines\nDuarte, spoke with Ines Duarte.")["Ines Duarte"].forms[0].text == "Ines Duarte"


def test_a_headline_in_capitals_is_no_list_of_initialisms():
    assert "BRIDGE" not in entries("HARBOUR BRIDGE TO CLOSE FOR REPAIRS\n\nInes Duarte spoke.")


def test_an_empty_story_has_an_empty_ledger():
    assert ledger(Manuscript.of(""), (), Brief()).entries == ()


@given(
    st.lists(
        st.sampled_from(["Ines Duarte", "Duarte", "Norway", "said", "U.S.", "the", "Okafor", ".", "\n\n", "O’Dea"])
    )
)
def test_every_place_of_a_form_reads_as_the_form(words):
    text = " ".join(words)
    for entry in ledger(Manuscript.of(text), (), Brief()).entries:
        for form in entry.forms:
            assert all(" ".join(place.of(text).split()) == form.text for place in form.places)


def test_a_month_that_says_when_is_nobody():
    listed = entries("The shop opens by April or in May, and was shut since June. They wept with April Winters.")
    assert set(listed) == {"April Winters"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shelves Street was closed on Monday. Police came to Shelves Street.", "Shelves Street", NameKind.PLACE),
        ("A fire broke out in Anna Street. They ran along Anna Street.", "Anna Street", NameKind.PLACE),
        ("They live at 12 Tom Lane, and the Tom Lane shops are shut.", "Tom Lane", NameKind.PLACE),
        ("Martin Luther King Drive and the quay were closed.", "Martin Luther King Drive", NameKind.PLACE),
        ("The council met Anna Street on Monday.", "Anna Street", NameKind.PERSON),
        ("It was at Tom Lane that Mr Lane pointed.", "Tom Lane", NameKind.PERSON),
        ("They spoke to Picabo Street. In the evening Street left.", "Picabo Street", NameKind.PERSON),
        ("They looked at Tom Lane. The widow of Tom Lane wept.", "Tom Lane", NameKind.PERSON),
    ],
)
def test_a_street_is_a_place_unless_it_is_somebodys_name(text, name, kind):
    assert entries(text)[name].kind is kind
