"""Stories that go back into the document that they came in, by a desk on a real store."""

from dataclasses import replace

import pytest

from desk.checks.check import Item
from desk.errors import KnownError
from desk.readers.docx import read_docx
from desk.review.people import Role
from desk.services.proofs import verify_file
from desk.services.seal_file import beside
from desk.session import Session
from desk.story import Draft, GoingBack
from desk.text.links import TextLink
from desk.text.spans import Span

pytestmark = pytest.mark.usefixtures("documents_here")


@pytest.fixture
def desk(tmp_path):
    session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
    session.examiner.change_settings({"user_name": "Rosa Marquez"})
    opened = session.open_store()
    yield opened
    opened.close()


def words(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


FIRST, SECOND = "Bridge opens", "The bridge opened on Monday, said Mayor Ines Duarte."
TEXT = f"{FIRST}\n\n{SECOND}"
ASKED = (
    '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>The bridge opened.</w:t></w:r><w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
)
QUESTION = (
    '<w:comment w:id="4" w:author="Bob" w:date="2025-12-31T00:00:00Z"><w:p><w:r><w:t>Which?</w:t></w:r></w:p>'
    "</w:comment>"
)


def save(desk, view, text, who=""):
    if who:
        desk.change_settings({"user_name": who})
    desk.saving.save(view.id, Draft(text, format=view.format, roles=view.roles), None)


def given_back(desk, view, tmp_path, **choices):
    out = tmp_path / "back.docx"
    desk.documents.give_back(view.id, out, **choices)
    return read_docx(out.read_bytes())


def test_each_change_goes_back_by_the_person_and_time_of_the_version_that_made_it(desk, word_file, tmp_path):
    view = desk.stories.open_file(word_file(words(FIRST) + words(SECOND)))
    save(desk, view, TEXT.replace("opened on", "was opened early on"))
    save(desk, view, TEXT.replace("opened on Monday", "was opened on Friday") + "\n\nIt rained.", "Ben Ode")
    assert desk.documents.going_back(view.id) == GoingBack("story.docx", 3, ("Rosa Marquez", "Ben Ode"), 0)
    found = given_back(desk, view, tmp_path)
    assert found.text == TEXT.replace("opened on Monday", "was opened on Friday") + "\n\nIt rained."
    assert found.original == TEXT
    when = {
        version.who.name: version.when.strftime("%Y-%m-%dT%H:%M:%SZ")
        for version in desk.store.stories.versions(view.id)
    }
    told = {found.text[i.start : i.end].strip(): (i.author, i.date) for i in found.insertions}
    assert told["was"][0] == "Rosa Marquez"
    assert told["Friday"] == ("Ben Ode", when["Ben Ode"])
    assert "early" not in str(found.insertions) + str(found.deletions)


def test_a_link_goes_back_by_whoever_set_it_and_one_that_came_and_went_does_not(desk, word_file, tmp_path):
    view = desk.stories.open_file(word_file(words(FIRST) + words(SECOND)))
    at, mayor = TEXT.index("bridge"), TEXT.index("Mayor")
    link, gone = (
        TextLink(Span(at, at + 6), "https://bridge.test/"),
        TextLink(Span(mayor, mayor + 5), "https://gone.test/"),
    )
    draft = Draft(view.text, format=view.format, roles=view.roles)
    desk.saving.save(view.id, replace(draft, links=(link, gone)), None)
    desk.change_settings({"user_name": "Ben Ode"})
    desk.saving.save(view.id, replace(draft, links=(link,)), None)
    assert desk.documents.going_back(view.id) == GoingBack("story.docx", 1, ("Rosa Marquez",), 0)
    found = given_back(desk, view, tmp_path)
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == [("bridge", "https://bridge.test/")]
    assert (found.text, found.original) == (TEXT, TEXT)
    assert {one.author for one in found.insertions} == {"Rosa Marquez"}


def test_comments_and_answers_stand_at_their_words_and_what_came_is_not_told_twice(desk, word_file, tmp_path):
    view = desk.stories.open_file(word_file(words(FIRST) + ASKED, comments=QUESTION))
    (came,) = desk.review.threads(view.id)
    desk.review.answer(view.id, came.id, "The old one.")
    at = view.text.index("opened")
    desk.review.comment(view.id, view.text, Span(at, at + 6), "Really?")
    (_, mine) = desk.review.threads(view.id)
    desk.review.answer(view.id, mine.id, "Yes.")
    desk.review.resolve(view.id, mine.id, "Seen.")
    save(desk, view, view.text.replace("The bridge", "The new bridge"))
    found = given_back(desk, view, tmp_path)
    told = [(c.author, c.text, c.parent, c.done) for c in found.comments]
    ids = {c.text: c.id for c in found.comments}
    assert told == [
        ("Bob", "Which?", "", False),
        ("Rosa Marquez", "The old one.", ids["Which?"], False),
        ("Rosa Marquez", "Really?", "", True),
        ("Rosa Marquez", "Yes.", ids["Really?"], False),
        ("Rosa Marquez", "Seen.", ids["Really?"], False),
    ]
    really = next(c for c in found.comments if c.text == "Really?")
    assert found.text[really.start : really.end] == "opened"


def test_clean_holds_no_change_and_findings_stand_as_comments(desk, word_file, tmp_path):
    view = desk.stories.open_file(word_file(words(FIRST) + words(SECOND)))
    save(desk, view, TEXT.replace("The bridge", "The the bridge"))
    clean = given_back(desk, view, tmp_path, clean=True, findings=True)
    assert (clean.insertions, clean.deletions) == ((), ())
    assert clean.text == TEXT.replace("The bridge", "The the bridge")
    run = desk.examiner.examine(Draft(clean.text), desk.examiner.house_brief(), (Item.STYLE,)).runs[Item.STYLE]
    assert {c.author for c in clean.comments} == {"Copydesk"}
    assert any(run.findings[0].message in c.text for c in clean.comments)


def test_what_cannot_go_back_is_one_sentence_that_offers_a_new_document(desk, tmp_path):
    pasted = desk.stories.open_text("It rained.", "rain")
    with pytest.raises(KnownError, match=r"“rain” came in no document .* export it as a new one instead"):
        desk.documents.going_back(pasted.id)
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html><body><p>It rained on Monday, said the mayor of it all.</p></body></html>")
    web = desk.stories.open_file(page)
    with pytest.raises(KnownError, match=r"came in page\.html, and changes go back into Word and OpenDocument"):
        desk.documents.give_back(web.id, tmp_path / "out.html")
    assert not (tmp_path / "out.html").exists()


def test_the_senders_own_file_is_not_written_over(desk, word_file):
    path = word_file(words(FIRST) + words(SECOND))
    before = path.read_bytes()
    view = desk.stories.open_file(path)
    with pytest.raises(KnownError, match="stays as it is"):
        desk.documents.give_back(view.id, path)
    assert path.read_bytes() == before


def test_a_note_that_was_edited_goes_back_like_all_else(desk, word_file, tmp_path):
    body = '<w:p><w:r><w:t>It rained.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{words("By the mayor.")}</w:footnote>'
    view = desk.stories.open_file(word_file(body, footnotes=note))
    assert "By the mayor." in view.text
    save(desk, view, view.text.replace("mayor", "queen"))
    found = given_back(desk, view, tmp_path)
    assert (found.text, found.original) == ("It rained.\n\nBy the queen.", "It rained.\n\nBy the mayor.")
    assert [(d.author, d.text) for d in found.deletions] == [("Rosa Marquez", "mayor")]


def test_an_approved_story_goes_back_with_its_seal(approved, word_file, tmp_path, checked, go):
    desk, _ = approved
    desk.people.change(desk.people.working.id, roles={"*": list(Role)})
    view = desk.stories.open_file(word_file(words(FIRST) + words(SECOND)))
    out = tmp_path / "one.docx"
    assert desk.documents.give_back(view.id, out).said == f"Written to {out}."
    assert not beside(out).exists()
    checked(desk, view.id, TEXT.replace("opened on", "was opened on"))
    desk.decisions.tick(view.id, "Facts checked", True)
    for initials, action in (("OB", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief"), ("OB", "approve")):
        desk.people.switch(desk.people.with_initials(initials).id)
        go(desk, view.id, action)
    desk.documents.give_back(view.id, out)
    assert verify_file(out, desk.store).approved
    desk.documents.give_back(view.id, out, clean=True)
    assert verify_file(out, desk.store).approved


def test_two_line_ends_within_a_paragraph_part_none(desk, word_file, tmp_path):
    lines = "<w:p><w:r><w:t>It rained.</w:t><w:br/><w:br/><w:t>Nobody came.</w:t></w:r></w:p>"
    view = desk.stories.open_file(word_file(words(FIRST) + lines + words(SECOND)))
    assert "It rained.\n\nNobody came." in view.text
    at = view.text.index("Nobody")
    desk.review.comment(view.id, view.text, Span(at, at + 6), "Really?")
    new = view.text.replace("Nobody came.", "Nobody came late.").replace("opened", "was opened")
    save(desk, view, new)
    found = given_back(desk, view, tmp_path)
    assert (found.text, found.original) == (new, view.text)
    (one,) = found.comments
    assert found.text[one.start : one.end] == "Nobody"


def test_a_comment_on_a_note_stands_at_the_paragraph_before_it(desk, word_file, tmp_path):
    body = '<w:p><w:r><w:t>It rained.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{words("By the mayor.")}</w:footnote>'
    view = desk.stories.open_file(word_file(body, footnotes=note))
    at = view.text.index("mayor")
    desk.review.comment(view.id, view.text, Span(at, at + 5), "Which one?")
    (one,) = given_back(desk, view, tmp_path).comments
    assert (one.text, one.start) == ("Which one?", 0)
