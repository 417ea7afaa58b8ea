import json
import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.report.review_html import as_html, numbered
from desk.report.review_json import as_json
from desk.story import Draft
from desk.text.moments import date_and_time_beside, from_iso, zone_of
from desk.text.spans import Span

HOSTILE = 'Bridge <script>alert(1)</script> & "opens"\n\nBy Ada Holm\n\nThe bridge opened opened on <b>Monday</b>.\n'


class Outline(HTMLParser):
    """Gathers tags and words, and fails on tags that do not close in order."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def _plain(page):
    return " ".join("".join(Outline(page).words).split())


def test_the_page_says_all_in_the_order_of_the_review(approved):
    desk, story = approved
    page = as_html(desk.reports.report(story.id))
    heads = re.findall(r"<h2>(.*?)</h2>", page)
    assert heads == [
        "Not checked",
        "Waived",
        "Open findings",
        "Manual items and what else was checked",
        "Comments",
        "The text",
        "Trail",
        "Proof",
    ]
    said = _plain(page)
    assert "APPROVED by Odile Brandt" in said
    assert "Approved although not checked: Grammar." in said
    assert re.search(r"Grammar: LanguageTool", said)
    assert "as spoken · Odile Brandt" in said
    assert "Facts checkedtickedOdile Brandt" in said
    assert "acknowledged Grammar not checked — as I see it" in said
    assert "Each entry follows from the one before it in the desk's trail." in said
    assert "http" not in page.replace("http-equiv", "")


def test_an_approval_that_fell_is_called_void_with_the_reason(approved):
    desk, story = approved
    desk.saving.save(story.id, Draft(story.text + "More.\n"), None)
    said = _plain(as_html(desk.reports.report(story.id)))
    assert "APPROVAL VOID by Odile Brandt" in said
    assert "The text was edited after Odile Brandt approved it." in said
    assert "Names: not checked since the text was edited" in said


def test_nothing_was_waived_is_not_said_where_something_was_let_pass(approved):
    desk, story = approved
    without_waivers = replace(desk.reports.report(story.id), lines=())
    assert "No finding was waived; what was let pass stands with the approval above." in _plain(
        as_html(without_waivers)
    )
    desk.saving.save(story.id, Draft(story.text + "More.\n"), None)
    fallen = replace(desk.reports.report(story.id), lines=())
    assert "No finding was waived." in _plain(as_html(fallen))


def test_items_are_called_what_the_checklist_calls_them_and_words_stand_apart_from_what_is_said_of_them(approved):
    desk, story = approved
    desk.saving.save(
        story.id, Draft(story.text + "Seven of the 120 stones were loose, 90 metres (90 feet) apart.\n"), None
    )
    page = as_html(desk.reports.report(story.id))
    told = _plain(page)
    for name in ("Figures and dates", "Ads and leftovers", "House style"):
        assert name in told
    assert not re.search(r"<td>(grammar|names|figures|ads|style|structure)</td>", page)
    assert "“opened opened” “opened opened”" not in told
    assert not re.search(r"<td>“[^”]*” [A-Z0-9]", page), "a colon stands between them"


def test_a_text_is_never_taken_for_markup(people, checked):
    desk = people.desk()
    view = desk.stories.open_text(HOSTILE, "<slug>")
    checked(desk, view.id, HOSTILE)
    page = as_html(desk.reports.report(view.id))
    assert "script" not in Outline(page).tags
    assert "b" not in Outline(page).tags
    assert re.search(r"<script>\d*alert\(1\)</script>", _plain(page))  # with the numbers of what is found in it
    assert "This text has not been approved." in _plain(page)


def test_every_open_or_waived_finding_is_marked_with_its_number(approved):
    desk, story = approved
    report = desk.reports.report(story.id)
    page = as_html(report)
    text = page.split("<h2>The text</h2>")[1].split("<h2>")[0]
    for number in numbered(report).values():
        assert f'<sup class="n">{number}</sup>' in text
    assert re.search(r'<span class="mark waived">opened opened</span>', text)


@pytest.mark.parametrize("span", [Span(0, 0), Span(3, 40), Span(0, 5)])
def test_overlapping_marks_keep_the_words_as_they_are(approved, span):
    desk, story = approved
    report = desk.reports.report(story.id)
    line = next(line for line in report.lines if line.item == Item.STYLE)
    extra = replace(line.findings[0], finding=replace(line.findings[0].finding, span=span, fingerprint="other"))
    more = replace(report, lines=(replace(line, findings=(*line.findings, extra)),))
    text = as_html(more).split("<h2>The text</h2>")[1].split("<h2>")[0]
    bare = re.sub(r'<sup.*?</sup>|<span class="kind">.*?</span>|<[^>]*>|\s', "", text)
    assert bare == re.sub(r"\s", "", story.text)


def test_the_json_says_the_same_to_other_programs(approved):
    desk, story = approved
    plain = json.loads(as_json(desk.reports.report(story.id)))
    assert plain["copydesk_report"] == 1
    assert plain["text"] == story.text
    assert [line["item"] for line in plain["not_checked"]] == ["grammar"]
    assert plain["seal"]["stands"] is True
    assert plain["seal"]["signed"]["text"]["sha256"] == plain["story"]["sha256"]
    style = next(line for line in plain["checklist"] if line["item"] == "style")
    assert [(f["quote"], f["standing"]) for f in style["findings"]] == [("opened opened", "waived")]
    places = [entry["place"] for entry in plain["trail"]]  # what was done to the desk stands between them
    assert places == sorted(set(places))
    assert places[-1] == desk.store.trail.end().place
    assert plain["trail"][-1]["done"] == "approved"


def test_unnamed_sources_are_counted_for_the_chief_and_are_no_finding(people):
    desk = people.set_up()
    view = desk.stories.open_text("Bridge sold\n\nBy Ada Holm\n\nThe bridge was sold, a port source said.\n", "sold")
    report = desk.reports.report(view.id)
    (source,) = json.loads(as_json(report))["unnamed_sources"]
    assert source["quote"] == "a port source said"
    assert "1: “a port source said”" in _plain(as_html(report))
    assert [span.of(view.text) for span in desk.review.page(view.id).unnamed] == ["a port source said"]
    assert "Unnamed sources" not in as_html(replace(report, unnamed=()))


def test_the_json_says_what_was_answered_last_of_each_pair(approved):
    desk, story = approved
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        desk.decisions.answer_pair(story.id, Item.FIGURES, NameAnswer("400 homes", "4,000 homes", verdict))
    (answer,) = json.loads(as_json(desk.reports.report(story.id)))["answers"]
    assert (answer["item"], answer["first"], answer["second"]) == ("figures", "400 homes", "4,000 homes")
    assert (answer["answer"], answer["who"]) == ("different", story.seal.who)


def test_a_report_is_written_whole_to_a_file_with_a_known_ending(approved, tmp_path):
    desk, story = approved
    assert "report is in" in desk.reports.write(story.id, tmp_path / "r.html").said
    assert json.loads((desk.reports.write(story.id, tmp_path / "r.json"), tmp_path / "r.json")[1].read_text("utf-8"))
    with pytest.raises(KnownError, match=r"must end in \.html or \.json"):
        desk.reports.write(story.id, tmp_path / "r.doc")


def test_a_digest_stands_in_the_proof_alone_and_the_zone_once(approved):
    desk, story = approved
    report = desk.reports.report(story.id)
    before, proof = as_html(report).split("<h2>Proof</h2>")
    assert not re.search(r"\b[0-9a-f]{16,}\b", before)
    assert report.manuscript.sha256 in proof
    assert report.seal.key in proof
    zone = zone_of(report.made)
    assert before.count(zone) == 1, "all times are told to be of one zone, in the head"


TABLE = """Bridge opens

By Ada Holm

The bridge opened on Monday after eleven weeks of repairs that had cost the town two
million dollars, half of it paid by the department in the capital, which the mayor had
asked for in a letter that was read in the council on the day before the bridge closed,
and which some on the council called a loan that nobody would ever be asked to pay back
or to talk about again, as long as the same people sat on the same chairs and spoke of
the same things in the same words as they had done since the bridge was built long ago.

Team\tPlayed\tPoints
Port Elsing & Sons\t12\t27
West Cliff\t9
"""


def test_rows_with_tabs_are_a_table_and_hard_wraps_run_on(people, checked):
    desk = people.desk()
    view = desk.stories.open_text(TABLE, "tables")
    checked(desk, view.id, TABLE)
    text = as_html(desk.reports.report(view.id)).split("<h2>The text</h2>")[1].split("<h2>Trail")[0]
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", text)
    assert [re.sub("<[^>]*>", "", cell) for cell in cells] == [
        "Team", "Played", "Points", "Port Elsing &amp; Sons", "12", "27", "West Cliff", "9", ""
    ]  # fmt: skip
    assert '<td align="right">' in text
    assert "cost the town two million dollars, half" in re.sub("<[^>]*>", "", text)


def test_a_time_of_another_zone_keeps_its_own(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Oslo")
    time.tzset()
    winter, summer = (from_iso(f"2031-{month}-09T17:30:00+00:00") for month in ("03", "07"))
    assert date_and_time_beside(winter, winter) == "2031-03-09 18:30"
    assert date_and_time_beside(summer, winter) == "2031-07-09 19:30 CEST"
    monkeypatch.undo()
    time.tzset()


def test_blanks_without_an_end_are_counted(people, checked):
    desk = people.set_up()
    text = f"Bridge opens\n\nIt rained{' ' * 70_000}on Monday.\n"
    story = desk.stories.open_text(text, "rain")
    checked(desk, story.id, text)
    assert "It rained [70,000 blanks] on Monday." in desk.reports.page(story.id)
