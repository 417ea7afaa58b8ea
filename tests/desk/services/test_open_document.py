"""Stories made from documents, by a desk on a real store."""

import shutil
from datetime import timedelta

import pytest

from desk.checks.house import House
from desk.errors import KnownError
from desk.readers.document import Document, DocumentComment, Region
from desk.readers.draft import FileDraft
from desk.readers.file_kind import DOCUMENT
from desk.review.comments import Sort
from desk.review.looks import Since
from desk.review.move_request import MoveRequest
from desk.review.states import Action
from desk.services.from_document import remarks_of
from desk.services.stories import _with_document
from desk.session import Session
from desk.store.records.values import NewStory
from desk.story import Draft
from desk.text.blocks import BlockRole, Kind
from desk.text.links import TextLink
from desk.text.moments import now
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


BODY = words("Bridge opens") + words("The bridge opened on Monday, said Mayor Ines Duarte.")
TEXT = "Bridge opens\n\nThe bridge opened on Monday, said Mayor Ines Duarte."


def test_a_document_becomes_a_story_and_is_not_read_twice_into_two(desk, word_file):
    path = word_file(BODY)
    view = desk.stories.open_file(path)
    assert (view.text, view.format, view.slug, view.path) == (TEXT, DOCUMENT, "story", path.resolve())
    desk.stories.close_story(view.id)
    again = desk.stories.open_file(path)
    assert (again.id, again.version, again.changed_on_disk) == (view.id, 1, False)


def test_a_document_that_changed_on_disk_is_read_again_on_wish(desk, word_file):
    view = desk.stories.open_file(word_file(BODY))
    desk.stories.close_story(view.id)
    word_file(BODY + words("It rained."))
    assert desk.stories.open_file(view.path).changed_on_disk
    taken = desk.stories.take_file(view.id)
    assert (taken.version, taken.text) == (2, f"{TEXT}\n\nIt rained.")
    assert not desk.stories.open_file(view.path).changed_on_disk


def test_the_document_itself_is_kept_with_its_story(desk, word_file):
    path = word_file(BODY)
    first = path.read_bytes()
    view = desk.stories.open_file(path)
    kept = desk.store.originals.last(view.id)
    assert (kept.version, kept.name, kept.format) == (1, "story.docx", "docx")
    assert desk.store.originals.content(kept) == first
    desk.stories.close_story(view.id)
    word_file(BODY + words("It rained."))
    desk.stories.take_file(view.id)
    kept = desk.store.originals.last(view.id)
    assert (kept.version, desk.store.originals.content(kept)) == (2, path.read_bytes())


def test_a_story_of_before_documents_were_kept_gets_its_own_when_it_is_opened_unchanged(desk, word_file, monkeypatch):
    path = word_file(BODY)
    with monkeypatch.context() as before:
        before.setattr("desk.services.stories._original", _nothing)
        view = desk.stories.open_file(path)
    assert desk.store.originals.last(view.id) is None
    desk.saving.save(view.id, Draft("Another text.", format=view.format), None)
    desk.stories.open_file(path)
    assert desk.store.originals.last(view.id).version == 1


def _nothing(*_):
    return None


def test_plain_text_is_kept_as_text_alone(desk, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("It rained.", "utf-8")
    assert desk.store.originals.last(desk.stories.open_file(path).id) is None


def test_what_cannot_be_read_is_one_sentence(desk, tmp_path, word_file):
    path = tmp_path / "cut.docx"
    path.write_bytes(word_file(BODY).read_bytes()[:200])
    with pytest.raises(KnownError, match=r"cut\.docx cannot be read\. The file is cut off or damaged"):
        desk.stories.open_file(path)
    with pytest.raises(KnownError, match="holds no words"):
        desk.stories.open_file(word_file(words(" "), "blank.docx"))


def test_the_document_is_never_overwritten_by_its_text(desk, word_file, tmp_path):
    path = word_file(BODY)
    before = path.read_bytes()
    view = desk.stories.open_file(path)
    for place in (path, tmp_path / "other.odt", tmp_path / "OTHER.RTF"):
        with pytest.raises(KnownError, match=r"it is a document.* beside it"):
            desk.exports.export(view.id, Draft(view.text, format=view.format), place)
        with pytest.raises(KnownError, match="it is a document"):
            desk.exports.export_copy_only(Draft(view.text, format=view.format), place)
    assert path.read_bytes() == before
    desk.exports.export(view.id, Draft(view.text, format=view.format), view.text_path)
    assert view.text_path == path.resolve().with_suffix(".txt")
    assert view.text_path.read_text("utf-8") == TEXT


def test_a_document_under_another_name_is_not_overwritten_either(desk, word_file, tmp_path):
    path = tmp_path / "story.bin"
    shutil.move(word_file(BODY), path)
    view = desk.stories.open_file(path)
    with pytest.raises(KnownError, match=r"Export to story\.txt beside it"):
        desk.exports.export(view.id, Draft(view.text, format=view.format), path)


def styled(text, style):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{words_}"/></w:style>'
    for name, words_ in (("H1", "heading 1"), ("H2", "heading 2"), ("Cap", "caption"))
)
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TABLE = f"<w:tbl><w:tr>{CELL.format('Ships')}{CELL.format('12')}</w:tr></w:tbl>"
RICH = (
    styled("Port closes after the storm of the year", "H1")
    + words("The port closed on Monday, said Ines Duarte, who heads the port authority of the town.")
    + styled("What now", "H2")
    + TABLE
    + styled("The port seen from the hill", "Cap")
    + words("It opens again on Friday, Ms. Duarte said, when the wind has died down and the pilots are back.")
)


def parts(desk, view, text=None):
    draft = Draft(text or view.text, view.by_hand, view.place, view.format, view.roles)
    return {b.text: (b.kind, b.role) for b in desk.examiner.examine(draft, view.brief(House()), ()).manuscript.blocks}


def test_the_roles_of_a_document_feed_the_copy_map(desk, word_file):
    view = desk.stories.open_file(word_file(RICH, styles=STYLES))
    assert view.headline == "Port closes after the storm of the year"
    found = parts(desk, desk.stories.view(view.id))
    assert found["What now"] == (Kind.FURNITURE, BlockRole.CROSSHEAD)
    assert found["Ships"] == found["12"] == (Kind.FURNITURE, BlockRole.TABLE)
    assert found["The port seen from the hill"] == (Kind.FURNITURE, BlockRole.CAPTION)
    assert parts(desk, view, view.text.replace("12", "13"))["13"] == (Kind.FURNITURE, BlockRole.TABLE)


def test_what_is_set_by_hand_stands_above_the_document(desk, word_file):
    view = desk.stories.open_file(word_file(RICH, styles=STYLES))
    at = view.text.index("Ships")
    draft = Draft(view.text, {at: Kind.LEFTOVER}, 0, view.format, view.roles)
    saved = desk.saving.save(view.id, draft, None).story
    assert parts(desk, saved)["Ships"] == (Kind.LEFTOVER, BlockRole.BODY)
    page = desk.review.page(view.id)
    assert {b.text: b.kind for b in page.manuscript.blocks}["Ships"] is Kind.LEFTOVER


def test_other_roles_come_with_other_words_of_the_file_alone(desk, word_file):
    view = desk.stories.open_file(word_file(RICH, styles=STYLES))
    word_file(RICH.replace('w:val="Cap"', 'w:val="H2"'), styles=STYLES)
    assert desk.stories.take_file(view.id).roles == view.roles
    word_file(RICH.replace('w:val="Cap"', 'w:val="H2"') + words("More."), styles=STYLES)
    taken = desk.stories.take_file(view.id)
    assert parts(desk, taken)["The port seen from the hill"] == (Kind.FURNITURE, BlockRole.CROSSHEAD)


def changed(kind, text, who="Ann Reed", when="2026-01-02T03:04:00Z"):
    tag = "delText" if kind == "del" else "t"
    run = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f'<w:{kind} w:author="{who}" w:date="{when}">{run}</w:{kind}>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


REVISED = (
    words("Bridge opens")
    + f"<w:p>{run('The bridge opened on ')}{changed('del', 'Sunday')}{changed('ins', 'Monday', 'Rosa Marquez')}"
    + f"{run('.')}</w:p>"
)


def test_tracked_changes_become_two_versions_of_other_hands(desk, word_file):
    view = desk.stories.open_file(word_file(REVISED))
    assert view.text == "Bridge opens\n\nThe bridge opened on Monday."
    assert view.notes[0] == (
        "This document came with 2 tracked changes by Rosa Marquez and Ann Reed: "
        "the story begins with the text before them."
    )
    second, first = desk.store.stories.versions(view.id)
    assert desk.store.stories.text(view.id, 1) == "Bridge opens\n\nThe bridge opened on Sunday."
    assert [str(first.who), first.why] == ["earlier hand (in the document)", "before the changes it came with"]
    assert [str(second.who), second.why] == [
        "Rosa Marquez and Ann Reed (in the document)",
        "came with 2 tracked changes",
    ]
    assert (view.version, view.owner) == (2, "Rosa Marquez")
    page = desk.review.page(view.id)
    assert (page.base.version, page.base.since) == (1, Since.FIRST)
    assert page.comparison.words == (1, 1)
    saved = desk.saving.save(view.id, Draft(view.text + " It rained.", format=view.format), None)
    assert saved.story.version == 3


def test_a_name_in_a_document_is_nobody_of_the_desk(desk, word_file):
    view = desk.stories.open_file(word_file(REVISED.replace("Ann Reed", "Rosa Marquez")))
    person = desk._context.person
    assert person.name == "Rosa Marquez"
    assert not any(person.did(version.who) for version in desk.store.stories.versions(view.id))


def test_a_document_that_is_all_new_or_unchanged_has_one_version(desk, word_file):
    new = desk.stories.open_file(word_file(f"<w:p>{changed('ins', 'All of it is new.')}</w:p>", "new.docx"))
    plain = desk.stories.open_file(word_file(BODY, "plain.docx"))
    assert (new.version, plain.version, new.notes, plain.notes) == (1, 1, (), ())


def comment(number, text, who="Ann <b>Reed</b>", when="2026-01-02T03:04:00Z"):
    para = f'<w:p w14:paraId="0000000{number}"><w:r><w:t>{text}</w:t></w:r></w:p>'
    safe = who.replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:comment w:id="{number}" w:author="{safe}" w:date="{when}">{para}</w:comment>'


def at(number, text):
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run(text)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


COMMENTED = (
    f"<w:p>{run('The ')}{at(1, 'bridge')}{run(' opened on ')}{changed('ins', 'Monday')}"
    f'<w:commentRangeStart w:id="2"/><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>'
    + f"{run('.')}</w:p>"
    + words("It rained.")
)
ANSWERED = (
    '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
    '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000001" w15:done="0"/>'
)


def test_comments_become_comments_at_their_words_with_answers(desk, word_file):
    said = comment(1, "Which one?") + comment(2, "Day?", "Tam", "no date") + comment(3, "The old one.", "Tam")
    path = word_file(COMMENTED, comments=said, commentsExtended=ANSWERED)
    view = desk.stories.open_file(path)
    assert view.notes[0].endswith("It came with 3 comments by Ann <b>Reed</b> and Tam.")
    at_paragraph, at_words = desk.review.placed_in(view.id, view.text)
    assert at_paragraph.span.of(view.text) == "The bridge opened on Monday."
    assert at_words.span.of(view.text) == "bridge"
    one, other = at_words.thread, at_paragraph.thread
    assert (one.words, one.who.name, one.resolved, one.version) == ("Which one?", "Ann <b>Reed</b>", True, 2)
    assert [(str(r.who), r.sort, r.words) for r in one.answers] == [
        ("Tam (in the document)", Sort.ANSWERED, "The old one."),
        ("Somebody (in the document)", Sort.RESOLVED, ""),
    ]
    assert one.remarks[0].when.isoformat() == "2026-01-02T03:04:00+00:00"
    assert (other.words, other.resolved) == ("Day?", False)
    assert now() - other.remarks[0].when < timedelta(minutes=5)
    desk.review.answer(view.id, other.id, "On Monday.")
    desk.review.reopen(view.id, one.id)


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "", "2026-13-40"])
def test_a_comment_of_no_possible_time_is_of_now(when):
    document = Document("She spoke.", (Region(0, 10),), comments=(DocumentComment("1", "", when, "Who?", 0, 3),))
    (remark,) = remarks_of(document, document.text, 1)
    assert now() - remark.when < timedelta(minutes=5)
    assert str(remark.who) == "somebody without a name (in the document)"


def test_comments_that_answer_one_another_in_a_ring_lose_nothing_but_the_ring():
    ring = (DocumentComment("1", "A", "", "x", 0, 3, "2"), DocumentComment("2", "B", "", "y", 0, 3, "1"))
    document = Document("She spoke.", (Region(0, 10),), comments=(*ring, DocumentComment("3", "C", "", "z", 4, 9)))
    assert [r.words for r in remarks_of(document, document.text, 1) if r.sort is Sort.OPENED][-1] == "z"


def test_a_wire_story_is_filed_under_its_own_slug():
    draft = FileDraft("She spoke.", DOCUMENT, document=Document("She spoke.", metadata={"slugline": "mayor\nspeaks"}))
    assert _with_document(NewStory(slug="story", text="She spoke."), draft, "story.docx").slug == "mayor speaks"


def test_what_was_commented_since_comes_with_the_words_of_the_file(desk, word_file):
    said = comment(1, "Which one?") + comment(2, "Day?", "Tam")
    view = desk.stories.open_file(word_file(COMMENTED, comments=said))
    thread = desk.review.threads(view.id)[0]
    desk.review.resolve(view.id, thread.id)
    more = COMMENTED + f"<w:p>{at(4, 'Then')}{run(' it dried.')}</w:p>"
    again = said + comment(3, "Old.", "Tam") + comment(4, "When?", "Tam")
    word_file(more, comments=again, commentsExtended=ANSWERED)
    taken = desk.stories.take_file(view.id)
    threads = desk.review.threads(view.id)
    assert [(each.words, each.resolved, each.version) for each in threads] == [
        (thread.words, True, 2),
        ("Day?" if thread.words == "Which one?" else "Which one?", False, 2),
        ("When?", False, 3),
    ]
    spans = {each.thread.words: each.span.of(taken.text) for each in desk.review.placed_in(view.id, taken.text)}
    assert spans["When?"] == "Then"


def test_what_a_wire_says_that_no_field_holds_is_told(desk, tmp_path):
    path = tmp_path / "wire.json"
    path.write_text(
        '{"uri": "urn:x:1", "type": "text", "version": "1", "headline": "Harbour bridge to close", '
        '"byline": "Rosa Ekstrand", "slugline": "bridge-closure", "body_text": "The bridge will close on Monday."}'
    )
    view = desk.stories.open_file(path)
    assert (view.slug, view.headline) == ("bridge-closure", "Harbour bridge to close")
    assert view.notes[0] == "The file says – byline: Rosa Ekstrand."


def link_field(address, said):
    return f"<w:fldSimple w:instr=' HYPERLINK \"{address}\" '><w:r><w:t>{said}</w:t></w:r></w:fldSimple>"


def test_where_words_of_a_document_lead_is_kept_with_both_versions_and_what_is_dropped_is_said(desk, word_file):
    run = '<w:r><w:t xml:space="preserve">New: </w:t></w:r>'
    put_in = f'<w:ins w:author="Ada" w:date="2026-03-01T10:00:00Z">{run}</w:ins>'
    linked = link_field("https://bridge.test/", "The bridge") + link_field("file:///etc/x", "opens")
    view = desk.stories.open_file(word_file(f"<w:p>{put_in}{linked}</w:p>"))
    assert view.text == "New: The bridgeopens"
    assert view.links == (TextLink(Span(5, 15), "https://bridge.test/"),)
    assert "1 link was left out" in " ".join(view.notes)
    links = [(version.number, version.links[0].span) for version in desk.store.stories.versions(view.id)]
    assert links == [(2, Span(5, 15)), (1, Span(0, 10))]


def test_links_are_saved_and_come_back(desk):
    view = desk.stories.open_text("The bridge opens.", "bridge")
    links = (TextLink(Span(4, 10), "https://bridge.test/"),)
    saved = desk.saving.save(view.id, Draft(view.text, links=links), None)
    assert (saved.story.links, saved.story.version, saved.said) == (links, 2, "Saved as version 2.")
    assert desk.stories.view(view.id).draft.links == links


def test_a_version_is_given_back_with_its_links_and_a_text_kept_apart_has_them(desk):
    view = desk.stories.open_text("The bridge opens.", "bridge")
    links = (TextLink(Span(4, 10), "https://bridge.test/"),)
    desk.saving.save(view.id, Draft(view.text, links=links), None)
    desk.saving.save(view.id, Draft(view.text), None, "version 1 taken back")
    assert [desk.versions.draft(view.id, number).links for number in (1, 2, 3)] == [(), links, ()]
    assert [line.why for line in desk.versions.lines(view.id)] == ["version 1 taken back", "links changed", "opened"]
    assert desk.stories.keep_apart(view.id, view.text, "bridge-mine", links).links == links


def test_moving_a_story_on_saves_links_that_were_not_saved(desk):
    view = desk.stories.open_text("The bridge opens.", "bridge")
    links = (TextLink(Span(4, 10), "https://bridge.test/"),)
    desk.moves.move(MoveRequest(story=view.id, action=Action.SUBMIT), Draft(view.text, links=links))
    assert desk.stories.view(view.id).links == links
