"""What a story takes from the wire that it came over."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from desk.checking.copy_map import copy_map_of
from desk.checks.check import Item
from desk.readers.document import Document, Region
from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.review.decisions import Done
from desk.services.from_wire import filed
from desk.session import Session
from desk.story import Draft
from desk.text.blocks import BlockRole, Kind
from desk.text.moments import date_and_time, now
from tests.rows import rows

SECTIONS = ("News", "World", "Business", "Culture", "Sport")

pytestmark = pytest.mark.usefixtures("documents_here")


@pytest.fixture
def desk(tmp_path):
    session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
    session.examiner.change_settings({"user_name": "Rosa Marquez"})
    opened = session.open_store()
    yield opened
    opened.close()


@pytest.fixture
def wire(tmp_path):
    def write(name="story.json", **more):
        body = "<p>The bridge opened on Monday, said Mayor Ines Duarte.</p><p>It rained all day.</p>"
        item = {"uri": "urn:x:1", "type": "text", "headline": "Bridge opens", "body_xhtml": body, **more}
        path = tmp_path / name
        path.write_text(json.dumps(item), "utf-8")
        return path

    return write


def said(**facts):
    return filed(Document("Words.", (Region(0, 6),), metadata=facts, format="nitf"), SECTIONS)


def test_a_wire_fills_the_details(desk, wire):
    view = desk.stories.open_file(
        wire(
            slugline="bridge-opens",
            byline="Ada Holm",
            language="en-GB",
            urgency=3,
            ednote="Updates with weather",
            keywords=["bridge", "rain"],
            subject=[{"name": "sport"}],
            embargoed="2131-05-01T12:00:00Z",
        )
    )
    assert (view.slug, view.section, view.variant, view.headline) == ("bridge-opens", "Sport", "en-GB", "Bridge opens")
    assert view.embargo == datetime(2131, 5, 1, 12, tzinfo=UTC)
    kept = {"byline": "Ada Holm", "urgency": "3", "editors_note": "Updates with weather", "keywords": "bridge, rain"}
    assert kept.items() <= view.details.items()
    (row,) = desk.queue.rows([view.id])
    assert row.embargo == view.embargo
    assert row.embargo_words().startswith("Embargoed until 1 May 2131 ")


@rows(
    ("words", "moment"),
    [
        ("2131-05-01T14:00:00+02:00", datetime(2131, 5, 1, 12, tzinfo=UTC)),
        ("21310501T120000Z", datetime(2131, 5, 1, 12, tzinfo=UTC)),
        ("21310501T140000+0200", datetime(2131, 5, 1, 12, tzinfo=UTC)),
        ("2131-05-01T12:00", datetime(2131, 5, 1, 12).astimezone(UTC)),
        ("until further notice", None),
        ("", None),
    ],
)
def test_the_moment_of_an_embargo_in_the_writings_of_the_formats(words, moment):
    got = said(embargo=words)
    assert (got.embargo, got.details.get("embargo", "")) == (moment, words if moment is None else "")


def test_only_sections_of_the_desk_and_plain_kinds_of_english_are_taken():
    assert said(section="gardening; arts").section == "Culture"
    assert said(section="gardening").section == ""
    assert [said(language=tag).variant for tag in ("en-us", "en_NZ", "en", "de-DE")] == ["en-US", "en-NZ", "", ""]
    word = Document("Words.", metadata={"language": "en-US", "embargo": "2131-05-01"}, format="docx")
    assert filed(word, SECTIONS) == filed(Document("Words."), SECTIONS)


def test_who_sets_an_embargo_is_on_record(desk, wire):
    view = desk.stories.open_file(wire(embargoed="when the minister speaks"))
    assert desk.stories.view(view.id).embargo_words() == "Embargoed by its sender (“when the minister speaks”)"
    later = now() + timedelta(days=2)
    assert desk.stories.set_embargo(view.id, later).story.embargo == later
    assert "embargo" not in desk.stories.view(view.id).details
    assert desk.stories.set_embargo(view.id, None).story.embargo is None
    first, last = (d for d in desk.store.decisions.of_story(view.id) if d.done is Done.EMBARGOED)
    assert (first.reason, last.reason.endswith("→ none"), last.who.name) == (
        f"when the minister speaks → {date_and_time(later)}",
        True,
        "Rosa Marquez",
    )


def test_a_file_that_is_sent_again_brings_a_later_embargo_and_never_lifts_one(desk, wire):
    view = desk.stories.open_file(wire(embargoed="2131-05-01T12:00:00Z", urgency=3))
    wire(embargoed="2131-05-02T12:00:00Z", urgency=1)
    again = desk.stories.take_file(view.id)
    assert (again.embargo, again.details["urgency"]) == (datetime(2131, 5, 2, 12, tzinfo=UTC), "1")
    wire(headline="Bridge opens at last")
    last = desk.stories.take_file(view.id)
    assert last.embargo == again.embargo
    assert "The file’s embargo ends earlier by now, or is gone" in last.notes[0]


def test_an_advertisers_story_is_paid_as_a_whole_through_edits(desk, wire):
    view = desk.stories.open_file(wire(genre=[{"name": "Advertiser Supplied"}]))
    assert view.headline == "Bridge opens"
    edited = Draft(f"{view.text}\n\nCome and see it.", roles=view.roles)
    desk.saving.save(view.id, edited, None)
    blocks = copy_map_of(desk.stories.view(view.id)).blocks
    assert [block.kind for block in blocks] == [Kind.PAID] * 4
    assert blocks[0].role is BlockRole.HEADLINE
    apart = desk.examiner.examine(edited, desk.examiner.house_brief(), {Item.ADS})
    assert [finding.rule for finding in apart.runs[Item.ADS].findings] == ["ads.unlabelled"]


def test_a_plain_genre_is_not_paid():
    assert not said(genre="Feature, Press Release").is_paid
    assert said(genre="Feature, Sponsored content").is_paid
    assert said(genre="genre:Advertiser_Supplied").is_paid


def test_what_a_wire_said_goes_out_with_the_story(desk, wire, tmp_path):
    facts = {"slugline": "bridge", "urgency": 3, "keywords": ["bridge", "rain"], "ednote": "Check the name"}
    view = desk.stories.open_file(wire(**facts, embargoed="2131-05-01T12:00:00Z"))
    out = tmp_path / "out.xml"
    desk.documents.export(view.id, Draft(view.text, format=view.format, roles=view.roles), out, "newsml-g2")
    found = read_newsml_g2(out.read_bytes()).metadata
    assert (found["urgency"], found["keywords"], found["embargo"]) == ("3", "bridge, rain", "2131-05-01T12:00:00Z")
    assert (found["slugline"], found["editors_note"]) == (view.slug, "Check the name")
