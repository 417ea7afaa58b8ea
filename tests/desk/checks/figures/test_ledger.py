"""The ledger of figures: what is counted, where it stands, and what is in doubt."""

from desk.checking.copy_map import copy_map
from desk.checks.figures.ledger import figure_ledger

TEXT = (
    "Storm leaves 4,000 homes without power\n\n"
    "A storm on Monday, March 2, left 400 homes in the valley without power, and crews from three towns came.\n\n"
    "Ana Kovac, 34, said that the $2.5 million bridge was shut. The board voted 7-2 to mend it for 5% more.\n\n"
    "It was built in 1911, and three towns paid for it.\n"
)


def test_every_figure_has_its_noun_and_its_places(told):
    entries = figure_ledger(copy_map(TEXT, "text"), told(TEXT))
    assert [(entry.shown, entry.noun, len(entry.places)) for entry in entries] == [
        ("4,000", "homes", 1),
        ("Monday, March 2", "date", 1),
        ("400", "homes", 1),
        ("three", "towns", 2),
        ("34", "age of Kovac", 1),
        ("$2.5 million", "money", 1),
        ("7-2", "vote", 1),
        ("5", "per cent", 1),
    ]
    assert [entry.shown for entry in entries if entry.doubtful] == ["4,000", "400"]
    assert all(place.of(TEXT) == entry.shown for entry in entries for place in entry.places)


def test_a_text_without_a_figure_has_none():
    assert figure_ledger(copy_map("Nobody came.\n", "text"), ()) == ()
