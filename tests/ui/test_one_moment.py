"""One waiver has one time: in card, list of decisions, review, report and terminal, each in its own form."""

import json
import re
import time

import pytest
from PySide6.QtWidgets import QLabel, QListWidget

from desk.checks.check import Item
from desk.cli import run
from desk.report.review_html import as_html
from desk.report.review_json import as_json
from desk.review.move_request import MoveRequest
from desk.session import Session
from desk.story import Draft
from ui.checklist.card import Card
from ui.checklist.decisions import Decisions
from ui.review.rows import rows_of

TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday.\n"


@pytest.fixture
def elsewhere(monkeypatch):
    """Live where the clock shows other minutes than in UTC."""
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def desk(tmp_path, elsewhere):
    session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
    session.examiner.change_settings({"user_name": "Rosa Marquez", "manual_items": ("Facts checked",)})
    made = session.open_store()
    yield made
    made.close()


@pytest.fixture
def story(desk):
    """An approved story with one waiver and one tick."""
    view, draft = desk.stories.open_text(TEXT, "bridge"), Draft(TEXT)
    desk.saving.save(view.id, draft, desk.examiner.examine(draft, desk.examiner.brief(view)))
    finding = next(f for f in desk.stories.view(view.id).runs[Item.STYLE].findings if "opened" in f.quote)
    desk.decisions.waive(view.id, finding, "as spoken")
    desk.decisions.tick(view.id, "Facts checked", True)
    for action in ("submit", "pass-on", "send-to-chief", "approve"):
        option = next(o for o in desk.moves.options(view.id) if o.action == action)
        desk.moves.move(MoveRequest(story=view.id, action=action, passed={o.key: "so" for o in option.obstacles}))
    return desk.stories.view(view.id)


def clock_of(decision):
    return decision.when.astimezone().strftime("%H:%M")


@pytest.fixture
def waived(desk, story):
    """Return the finding and the moment of its waiver as the clock of this place shows it."""
    finding = next(f for f in story.runs[Item.STYLE].findings if "opened" in f.quote)
    return finding, clock_of(
        next(e.decision for e in desk.reports.report(story.id).trail if e.decision.done == "waived")
    )


def words(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_the_window_tells_one_time(qtbot, desk, story, waived):
    finding, clock = waived
    card, decisions = Card(), Decisions()
    qtbot.addWidget(card)
    qtbot.addWidget(decisions)
    card.show_finding(story.verdicts.judge(finding), TEXT, (1, 1), story.verdicts.on(finding))
    decisions.show_rulings(story.verdicts.all())
    assert f"as spoken · Rosa Marquez · {clock}" in words(card)
    listed = decisions.findChild(QListWidget)
    assert f"as spoken · Rosa Marquez · {clock}" in listed.item(0).text()
    page = desk.review.page(story.id)
    assert f"Rosa Marquez, {clock}: “as spoken”" in [row.foot for row in rows_of(page)]
    judged = next(j for line in page.lines for j in line.findings if j.finding.fingerprint == finding.fingerprint)
    assert judged.why == f"as spoken · Rosa Marquez · {clock}"


def test_a_tick_has_one_time_in_list_review_and_report(desk, story):
    clock = clock_of(next(e.decision for e in desk.reports.report(story.id).trail if e.decision.done == "ticked"))
    page = desk.review.page(story.id)
    assert story.verdicts.ticked["Facts checked"].words == f"Rosa Marquez, {clock}"
    assert f"Ticked by Rosa Marquez, {clock}" in [row.foot for row in rows_of(page)]
    report = as_html(desk.reports.report(story.id))
    assert re.search(rf"<td>ticked</td><td>Rosa Marquez, \d{{4}}-\d\d-\d\d {clock}</td>", report)
    assert report.count("UTC+05:45") == 1, "the zone of all times is named once"


def test_what_travels_tells_the_same_time_with_its_zone(desk, story, waived):
    _, clock = waived
    page = as_html(desk.reports.report(story.id))
    assert f" {clock}<" in page.split("as spoken · Rosa Marquez · ")[1][:40]
    assert page.count("UTC+05:45") == 1, "the zone of all times is named once"
    plain = json.loads(as_json(desk.reports.report(story.id)))
    style = next(line for line in plain["checklist"] if line["item"] == "style")
    when = next(f for f in style["findings"] if f["standing"] == "waived")["when"]
    assert when in [entry["made"] for entry in plain["trail"] if entry["done"] == "waived"]
    assert when.endswith("+00:00")
    assert clock not in json.dumps(style)


def test_the_terminal_tells_the_same_time_with_its_zone(desk, waived, capsys):
    _, clock = waived
    assert run(["--db", str(desk.store.path), "verify", "bridge"]) == 0
    said = capsys.readouterr().out
    line = next(line for line in said.splitlines() if "as spoken" in line)
    assert f" {clock} UTC+05:45: as spoken" in line
    assert "UTC+05:45" in next(line for line in said.splitlines() if "approved by" in line)
