"""Rules of review, house style and name book are the desk's: in force on its laptops, from which come proposals."""

import pytest

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from tests.desk.services.copies import carry, work_as

RULES = 'version = 1\nsecond_read = "never"\n'


def rules_at(desk, words):
    path = desk.examiner.settings_path.parent / f"rules-{desk.exchange.me().name.replace(' ', '-')}.toml"
    path.write_text(words, "utf-8")
    desk.change_settings({"review_file": str(path)})
    return path


@pytest.fixture
def given(pair):
    """A desk that gave out its rules and its name book, and a laptop that heard of it."""
    desk, laptop, story = pair
    work_as(desk, "OB")
    rules_at(desk, RULES)
    desk.store.book.agree(BookEntry("Harrow Quay", NameKind.PLACE, ("Harrow Key",)), "Odile Brandt")
    assert desk.papers.give_out().said.startswith("Given out: the rules of review, the name book. They go to laptops")
    return desk, laptop, story


def test_what_the_desk_gave_out_is_in_force_on_its_laptop(given):
    desk, laptop, story = given
    load = desk.exchange.pack([story])
    said = laptop.exchange.take_in(load)[1].said
    assert said.endswith("In force from the desk: the name book, the rules of review.")
    assert laptop.settings.review_file.endswith("review.toml")
    assert laptop.papers.put_in_force() == ""
    assert [line.entry.spelling for line in laptop.store.book.lines()] == ["Harrow Quay"]
    assert desk.papers.give_out().said == "Nothing differs from what was given out last."
    assert (desk.store.audit.faults(), laptop.store.trail.faults()) == ([], [])


def test_how_each_paper_stands_is_told(pair):
    desk, laptop, story = pair
    work_as(desk, "OB")
    rules_at(desk, RULES)

    def told(copy):
        stand = copy.papers.standing()
        return [(line.name, line.how) for line in stand.lines], stand.differing

    assert told(desk) == (
        [
            ("the rules of review", "Here, and not given out yet."),
            ("the house style", "There is none here."),
            ("the name book", "There is none here."),
        ],
        1,
    )
    desk.papers.give_out()
    assert told(desk)[0][0] == ("the rules of review", "Given out as it is here.")
    assert [line.is_given for line in desk.papers.standing().lines] == [True, False, False]
    rules_at(desk, RULES.replace("never", "always"))
    assert told(desk)[0][0] == ("the rules of review", "Changed here since it was given out.")
    carry(desk, laptop, story)
    assert (desk.papers.standing().at_home, laptop.papers.standing().at_home) == (True, False)
    work_as(desk, "RM")
    assert desk.papers.standing().why_not == "Only an administrator gives out what the desk works by."


def test_a_laptops_own_words_are_a_proposal_that_an_administrator_takes_over_or_refuses(given):
    desk, laptop, story = given
    carry(desk, laptop, story)
    work_as(laptop, "TR")
    rules_at(laptop, RULES.replace("never", "always"))
    assert laptop.papers.give_out().said.endswith("The desk is asked with the next sync.")
    carry(laptop, desk, story)
    (asked,) = desk.needs.waiting().asked
    assert asked.said == "laptop works by other words of the rules of review and proposes them to the desk."
    assert desk.store.papers.given()["review"] == RULES
    path = desk.examiner.settings_path.parent / "rules-the-desk.toml"
    desk.needs.answer(asked, 0)
    assert (path.read_text("utf-8"), path.with_name(f"{path.name}.before").read_text("utf-8")) == (
        RULES.replace("never", "always"),
        RULES,
    )
    assert desk.needs.waiting().asked == ()
    assert desk.store.papers.given()["review"] == path.read_text("utf-8")


def test_only_an_administrator_gives_out_what_a_desk_works_by(given):
    desk = given[0]
    work_as(desk, "RM")
    with pytest.raises(KnownError, match="Only an administrator gives out"):
        desk.papers.give_out()
