"""The headline of a story that comes in: that of whoever packed it, as long as it is one of the very text."""

from dataclasses import replace

import pytest

from desk.exchange.bag_bytes import signed_bag

HEAD = "Ferry fire: nine hurt off Dunmore pier"
TEXT = (
    f"{HEAD}\n\nBy Ines Hallam\n\nDUNMORE — Nine people were hurt when a fire broke out aboard the ferry on Tuesday, "
    "the harbour master said.\n\nThe vessel was carrying 212 passengers.\n"
)


@pytest.mark.parametrize(("said", "taken"), [(HEAD, HEAD), ("", ""), ("Ferry fire", HEAD), ("Spam", HEAD)])
def test_what_is_no_line_of_the_text_is_read_from_it_instead(copies, checked, said, taken):
    desk, laptop = copies.desk(), copies.open("laptop")
    desk.people.switch(desk.people.with_initials("RM").id)
    story = desk.stories.open_text("Ferry fire\n").id
    checked(desk, story, TEXT)
    assert desk.store.stories.get(story).headline == HEAD
    load, key = desk.exchange.pack([story]), desk.exchange.signing_key()
    bag = load.bags[0]
    load = replace(load, bags=(signed_bag(replace(bag, card=replace(bag.card, headline=said)), key),))
    laptop.exchange.accept(desk.exchange.me())
    assert laptop.exchange.take_in(load)[0].refused == ()
    assert laptop.store.stories.get(story).headline == taken
