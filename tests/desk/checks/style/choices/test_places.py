"""Places under a former name: told where a story has both or its house chose one, and silent in history."""

from desk.checking.runner import ReadingCache, run_check
from desk.checks.check import Severity
from desk.checks.house import Brief, House
from desk.checks.names.lists import lists
from desk.checks.renamed_places import NameStanding, renamed_places
from desk.checks.style.check import StyleCheck
from desk.text.blocks import Manuscript
from desk.text.moments import day_month_year
from tests.rows import rows

NEW, OLD = ({"choices": (("places.renamed", value),)} for value in ("new", "old"))


def run(text, **house):
    found = run_check(StyleCheck(), Manuscript.of(text), Brief(House(**house)), ReadingCache()).findings
    return [finding for finding in found if finding.rule == "style.places-renamed"]


def test_a_story_with_both_names_is_told_once_with_all_places_and_the_date():
    text = "The ferry left Mumbai at noon. It reached Mumbai again at six.\n\nBombay was dark, and Bombay slept."
    (finding,) = run(text)
    assert (finding.quote, finding.severity) == ("Bombay", Severity.HINT)
    assert "“Mumbai” has been the official name since Nov 1995 (India)." in finding.message
    assert [edit.text for edit in finding.remedies[0].edits] == ["Mumbai", "Mumbai"]


@rows(
    "text",
    [
        "The ferry left Bombay in 1962 and reached Madras, where she lived.",
        "The ferry was built in the 19th century. Bombay had twelve of them.",
        "The ferry left Bombay, now Mumbai, for Calcutta, as it was then called.",
        "The Bombay High Court sat, the Madras Regiment marched, and Bank of Calcutta clerks looked on.",
        "He studied at the University of Madras and at IIT Bombay, and plays for Dynamo Kiev.",
        "They ate Bombay duck, Peking duck and chicken Kiev, and drank Bombay Sapphire.",
        "The siege of Leningrad, the fall of Saigon and the battle of Stalingrad fill the shelf.",
        "Kirovohrad region was hit, the governor said.",
        "The fair at Odessa, Texas, is shut. Faizabad in Afghanistan is snowed in.",
    ],
)
def test_history_longer_names_and_other_places_are_left_in_peace_by_every_house(text):
    assert not run(text)
    assert not run(text, **NEW)


def test_a_house_has_the_name_of_today_or_keeps_the_former_one():
    (finding,) = run("The ferry left Chennai at noon.", **OLD)
    assert (finding.severity, finding.suggestions) == (Severity.WARNING, ("Madras",))
    (finding,) = run("The ferry left Madras at noon.", **NEW)
    assert (finding.severity, finding.suggestions) == (Severity.WARNING, ("Chennai",))
    assert not run("The ferry left Madras at noon.")


def test_a_name_that_no_house_keeps_is_mended_one_way_alone():
    (finding,) = run("The ferry left Leningrad at noon. St. Petersburg was dark.", **OLD)
    assert "today this place is “St. Petersburg”" in finding.message
    assert [remedy.title for remedy in finding.remedies] == ["Change to “St. Petersburg”"]


def test_what_somebody_said_is_milder_and_never_rewritten():
    said = "The ferry left Mumbai at noon. “Bombay is home,” she said."
    assert not run(said)
    (finding,) = run(said, **NEW)
    assert (finding.severity, finding.remedies) == (Severity.HINT, ())
    assert "This story does both." in finding.message
    (finding,) = run(f"{said} Bombay was dark.", **NEW)
    assert [len(remedy.edits) for remedy in finding.remedies] == [1]


def test_two_spellings_in_use_are_a_matter_of_the_names_check_until_a_house_chooses():
    text = "They flew to Kyiv in May. In July the port of Kiev was shut."
    assert not run(text)
    assert [finding.quote for finding in run(text, **NEW)] == ["Kiev"]


def test_every_place_has_a_source_and_a_date_that_can_be_read_and_is_told_by_one_check():
    together = {frozenset(forms) for forms in lists().places_written.values()}
    for place in renamed_places():
        assert place.source
        assert place.since or place.standing is NameStanding.EITHER
        assert 1900 <= place.year <= 2026 or not place.since
        assert not place.since or day_month_year(place.since).endswith(place.since[:4])
        twice = any({*place.now} & forms and {*place.former} & forms for forms in together)
        assert not twice or place.standing is NameStanding.EITHER
    assert len(renamed_places()) >= 60
