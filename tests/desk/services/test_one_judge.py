"""Card, list, checklist, gate, seal, queue and report ask one judge: whatever was decided, their answers are one."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.checking.checklist import Standing, lines
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item, Severity
from desk.report.review_json import as_plain
from desk.review.decisions import Scope
from desk.review.gate import obstacles
from desk.review.gate_case import case_of
from desk.review.obstacles import Why
from desk.review.seal import text_digest
from desk.review.states import TABLE, Action, State
from desk.text.spans import Span

TEXT = "The bridge opened opened on Monday, said Mayor Ines Duarte, and closed closed again.\n"


def _finding(number, rule, subject, severity, item=Item.STYLE):
    fingerprint, paragraph = f"{number:024x}", f"{number % 2:016x}"
    span = Span(number * 5, number * 5 + 4)
    return Finding(
        item=item,
        rule=rule,
        span=span,
        quote=subject,
        message="Twice.",
        suggestions=(),
        severity=severity,
        evidence=(),
        remedies=(),
        fingerprint=fingerprint,
        subject=subject,
        paragraph=paragraph,
    )


FINDINGS = (
    _finding(1, "style.a", "x", Severity.ERROR),
    _finding(2, "style.a", "x", Severity.ERROR),
    _finding(3, "style.a", "y", Severity.WARNING),
    _finding(4, "style.b", "x", Severity.WARNING),
    _finding(5, "names.c", "x", Severity.ERROR, Item.NAMES),
)
ABOUT = st.sampled_from(FINDINGS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("waive"), ABOUT, st.booleans()),
        st.tuples(st.just("not an error"), ABOUT, st.sampled_from(Scope), st.booleans()),
        st.tuples(st.just("fixed"), ABOUT),
        st.tuples(st.just("undo"), st.integers(0, 7)),
    ),
    max_size=8,
)


@pytest.fixture
def desk(people):
    return people.desk()


def _decide(desk, story, step):
    match step:
        case ("waive", finding, same_paragraph):
            about = finding if same_paragraph else replace(finding, paragraph="other words")
            desk.decisions.waive(story, about, "as spoken")
        case ("not an error", finding, scope, whole_rule):
            desk.decisions.not_an_error(story, finding, scope, whole_rule=whole_rule)
        case ("fixed", finding):
            desk.decisions.fixed(story, [(finding, "Replace")])
        case ("undo", nth):
            listed = desk.store.decisions.in_force(story).listed
            if nth < len(listed):
                desk.decisions.undo_decision(story, listed[nth].id)


def _standings(lines_):
    return {j.finding.fingerprint: j.standing for line in lines_ for j in line.findings}


def _with(standings, standing):
    return {fingerprint for fingerprint, found in standings.items() if found is standing}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_whatever_was_decided_all_who_ask_hear_one_answer(desk, steps):
    story = desk.stories.open_text(TEXT, "bridge").id
    runs = {item: ItemRun(item, tuple(f for f in FINDINGS if f.item is item)) for item in Item}
    desk.store.runs.save(story, text_digest(TEXT), runs.values())
    for step in steps:
        _decide(desk, story, step)
    view, force = desk.stories.view(story), desk.store.decisions.in_force(story)
    judged = {finding.fingerprint: force.judge(finding).standing for finding in FINDINGS}

    rulings = {finding.fingerprint: view.verdicts.on(finding) for finding in FINDINGS}
    assert {print_: r.standing if r else Standing.OPEN for print_, r in rulings.items()} == judged, "card"
    assert _standings(lines(view.runs, view.verdicts.judge, (), {})) == judged, "list"
    assert _standings(desk.review.checklist(view)) == judged, "checklist"
    told = [f for line in as_plain(desk.reports.report(story))["checklist"] for f in line["findings"]]
    assert {f["fingerprint"]: f["standing"] for f in told} == judged, "report"
    (row,) = desk.queue.rows([story])
    counts = len(_with(judged, Standing.OPEN)), len(_with(judged, Standing.WAIVED))
    assert (row.open_findings, row.waived) == counts, "queue"
    waived = {force.on(finding).id for finding in FINDINGS if judged[finding.fingerprint] is Standing.WAIVED}
    assert {waiver.id for waiver in force.waivers(FINDINGS)} == waived, "seal"
    approve = TABLE.move(Action.APPROVE, State.CHIEF)
    sha256, person = text_digest(TEXT), desk.people.working
    case = case_of(view.runs, sha256, force, desk.moves.rules(), sha256, section="", person=person, seen=())
    open_ = [o for o in obstacles(approve, case, person) if o.why in (Why.ERRORS, Why.WARNINGS)]
    assert {place.fingerprint for o in open_ for place in o.places} == _with(judged, Standing.OPEN), "gate"
