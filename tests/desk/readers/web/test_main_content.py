from desk.readers.web import read_html

LONG = "The council met on Monday and spoke for three hours, and in the end it found that nothing could be done. "
STORY = [LONG * 2, LONG, "“No,” said the mayor.", LONG * 3]


def page(body, head=""):
    return (
        f"<html><head>{head}<script src=x.js></script></head>"
        f"<body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>{body}"
        "<footer>All rights reserved. Nothing on this page may be used without leave.</footer></body></html>"
    )


def paragraphs(body, head=""):
    found = read_html(page(body, head).encode())
    return [found.text[b.start : b.end] for b in found.blocks]


def story(tag="p"):
    return "".join(f"<{tag}>{one}</{tag}>" for one in STORY)


WANTED = [one.strip() for one in STORY]


def test_the_story_is_what_the_most_words_stand_in():
    assert paragraphs(f"<div id=a><div>{story()}</div></div><div class=other><p>Sign up today.</p></div>") == WANTED


def test_what_the_page_marks_as_the_story_is_the_story():
    body = f"<article><p>{LONG}</p><div itemprop=articleBody>{story()}</div><p>{LONG}</p></article>"
    assert paragraphs(body) == WANTED


def test_furniture_within_the_story_is_passed_by():
    links = "".join(f"<li><a href=/{i}>Another story number {i}</a></li>" for i in range(4))
    body = (
        f"<div>{story()}<ul>{links}</ul><div class='newsletter-box'><p>{LONG}</p></div>"
        "<div><img src=x><span>Picture: Ada</span></div><form><p>Your mail address please</p></form></div>"
    )
    assert paragraphs(body) == WANTED


def test_boxes_among_the_paragraphs_are_insets_but_where_they_tell_something():
    highlights = "<div><b>HIGHLIGHTS</b><ul><li>The council met</li><li>It found nothing</li></ul></div>"
    highlights += f"<div>{'<b>1</b> <i>Picture of the day</i>' * 6}<span>{LONG}</span></div>"
    buttons = "<div><a href=/f>Follow us</a></div>"
    quote = f"<div><p>{LONG}</p></div>"
    assert paragraphs(f"<div>{highlights}{story()}{buttons}{quote}</div>") == [*WANTED, LONG.strip()]


def test_comments_of_readers_are_no_story_however_many_they_are():
    comments = "".join(f"<li><p>{LONG * 2}</p></li>" for _ in range(20))
    assert paragraphs(f"<div>{story()}</div><div id=comments><ol>{comments}</ol></div>") == WANTED


def test_a_story_marked_in_several_pieces_is_put_together():
    pieces = f"<div itemprop=articleBody>{story()}</div>"
    assert paragraphs(f"<div>{pieces}<p>Advertisement</p>{pieces}</div>") == WANTED * 2


def test_a_heading_over_nothing_but_links_goes_with_them():
    links = "".join(f"<li><a href=/{i}>Another story number {i}</a></li>" for i in range(4))
    assert paragraphs(f"<div>{story()}<h3>More stories</h3><ul>{links}</ul></div>") == WANTED


def test_parts_beside_each_other_belong_together():
    parts = "".join(f"<section><p>{one}</p></section>" for one in (LONG * 2, LONG * 3, LONG * 2))
    assert paragraphs(f"<div>{parts}</div>") == [(LONG * n).strip() for n in (2, 3, 2)]


def test_a_form_around_a_whole_page_is_no_furniture():
    assert paragraphs(f"<form><div>{story()}</div></form>") == WANTED


def test_a_line_break_of_a_page_ends_a_paragraph():
    assert paragraphs(f"<div><p>{LONG}<br>{LONG}</p></div>") == [LONG.strip(), LONG.strip()]


def test_an_export_of_a_word_processor_is_read_whole():
    head = '<meta name=Generator content="Microsoft Word 15">'
    assert paragraphs("<p>Short.</p>", head)[-2:] == [
        "Short.",
        "All rights reserved. Nothing on this page may be used without leave.",
    ]


def test_a_page_without_a_story_gives_what_it_has():
    assert paragraphs("<div>Hello</div>")[0] == "Hello"
