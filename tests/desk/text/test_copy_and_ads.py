from desk.text.copy_and_ads import Apart, Box


def test_a_story_without_boxes_is_its_words():
    assert Apart("One.").text == "One.\n"
    assert Apart("").text == ""


def test_what_stands_apart_is_said_in_one_sentence():
    assert Apart("One.").said == "There is nothing but the story in this draft."
    assert Apart("One.", (Box("Ad", "Buy"),), 1).said == "1 advertisement stands apart; 1 leftover line is left out."
    assert Apart("", (Box("Ad", "Buy"),) * 2, 3).said.startswith("2 advertisements stand apart; 3 leftover lines")


def test_a_box_is_closed():
    assert Box("Paid post", "Buy").text == "[Paid post]\n\nBuy\n\n[End of paid post]"
