"""What enough approved texts speak for, and that a slip which went through once or twice teaches nothing."""

from datetime import date, timedelta
from hashlib import sha256
from random import Random

import pytest

from desk.checking.desk_use import Approved, spoken_for
from desk.checking.text_use import use_of
from desk.checks.ads.copymap import mapped
from desk.checks.house import Brief, DeskUse, House
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import Manuscript

USE = {"words": ["brackle"], "names": ["Marta Oldenkamp"]}
LEARNED = DeskUse({"brackle": 3}, {"Marta Oldenkamp": 3})


@pytest.mark.parametrize(
    ("texts", "learned"),
    [
        ("1 mon OB RM, 2 tue OB TR, 3 wed OB RM", LEARNED),
        ("1 mon OB RM, 2 tue TR RM, 3 wed OB RM", LEARNED),
        ("1 mon OB RM, 2 tue OB TR", DeskUse()),
        ("1 mon OB RM, 2 mon OB TR, 3 tue OB RM", DeskUse()),
        ("1 mon OB RM, 1 tue OB TR, 1 wed OB RM", DeskUse()),
        ("1 mon OB RM, 2 tue OB RM, 3 wed OB RM", DeskUse()),
        ("1 mon OB RM, 2 tue - RM, 3 wed OB -", DeskUse()),
    ],
    ids=["two writers", "two chiefs", "two texts", "two days", "one text", "the same two people", "nobody knows who"],
)
def test_three_texts_of_three_days_and_two_people_speak_for_a_word_and_nothing_less(texts, learned):
    days = {"mon": date(2026, 3, 2), "tue": date(2026, 3, 3), "wed": date(2026, 3, 4)}
    approved = []
    for one in texts.split(", "):
        sha256, day, chief, writer = one.replace("-", "").split(" ")
        approved.append(Approved(f"story {len(approved)}", sha256, days[day], chief, frozenset({writer})))
    assert spoken_for(approved, {one.sha256: USE for one in approved}) == learned
    assert spoken_for(approved, {}) == DeskUse()


PEOPLE = (
    *("Marta Oldenkamp", "Ines Calloway", "Rashid Qaramov", "Teuila Faleafa", "Siobhan Mulhearn", "Tomasz Wrzesniak"),
    *("Priya Raghunathan", "Anneke Vandersloot", "Lindiwe Makhathini", "Hamish Carrothers", "Kwabena Asantehin"),
)
OTHERS = (
    *("Mario Oldenkamp", "Martha Oldenkamp", "Ines Galloway", "Ivor Calloway", "Rashida Qaramova", "Ann Vandersloot"),
    *("Tomasz Wrzesien", "Anna Vandersloot", "Kwame Asantehin", "Priya Ragunath"),
)
"""Other people with names like those; Marta Oldencamp and Hamish Carruthers are worth a hint."""
LEADS = (
    "The council voted on Monday to keep the ferry, said {whole}, who chairs its board.",
    "A court heard on Tuesday that {whole} had sold the land to the town.",
    "{whole} won the cup in front of 2,000 people.",
)


def _story(draw, nth, whole):
    name = whole.split()[-1]
    more = ("said the vote was close", "did not agree", "thanked the crews", "spoke for the schools")
    parts = [draw.choice(LEADS).format(whole=whole), *(f"{name} {one} on day {nth}." for one in draw.sample(more, 2))]
    return f"Vote {nth}\n\nBy Ada Holm\n\n" + "\n\n".join(parts)


def _mistyped(draw, name):
    at = draw.randrange(1, len(name) - 2)
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    made = draw.choice([swapped, name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]])
    return made if made != name else _mistyped(draw, name)


def test_a_desk_of_forty_stories_finds_slips_in_its_names_and_leaves_other_people_in_peace():
    """Some stories have a slip that went through, and one slip stands in three."""
    draw, approved, known = Random(7), [], {}
    for nth in range(44):
        whole = PEOPLE[nth % len(PEOPLE)]
        text = _story(draw, nth, whole)
        if nth % 8 == 0:
            text = text.replace(whole.split()[-1], _mistyped(draw, whole.split()[-1]))
        if nth in (3, 13, 23):
            text += "\n\nThe Minstry of Ports agreed."
        digest = sha256(text.encode()).hexdigest()
        day = date(2026, 1, 1) + timedelta(nth // 2)
        approved.append(Approved(str(nth), digest, day, draw.choice("OT"), frozenset(draw.choice("RA"))))
        known[digest] = use_of(mapped(Manuscript.of(text)), Brief())
    use = spoken_for(approved, known)
    assert set(PEOPLE) < set(use.names)
    for whole in PEOPLE:
        name = whole.split()[-1]
        wrong = _mistyped(draw, name)
        assert _told(_story(draw, 99, whole).replace(name, wrong), use) == {(wrong, name)}
        assert _told(_story(draw, 99, whole), use) == set()
    assert [other for other in OTHERS if _told(_story(draw, 99, other), use)] == []


def _told(text, use):
    check, story, brief = NamesCheck(), mapped(Manuscript.of(text)), Brief(House(use=use))
    found = check.judge(story, [check.read(block, brief) for block in story.blocks], brief)
    return {(one.quote, *one.suggestions) for one in found if one.rule == "names.approved"}
