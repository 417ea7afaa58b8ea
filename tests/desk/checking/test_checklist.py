from desk.checking.checklist import ItemState, Judged, Standing, Tick, line_of, lines
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item
from desk.text.moments import now, to_the_minute
from desk.text.spans import Span

FIRST = Finding(Item.STYLE, "style.a", Span(0, 1), "a", "m", fingerprint="1")
SECOND = Finding(Item.STYLE, "style.a", Span(2, 3), "b", "m", fingerprint="2")


def judge(**standings):
    return lambda finding: Judged(finding, standings.get(f"f{finding.fingerprint}", Standing.OPEN), "why")


def test_an_item_without_findings_has_passed():
    assert line_of(ItemRun(Item.STYLE), judge()).state is ItemState.PASSED


def test_one_open_finding_wants_attention():
    line = line_of(ItemRun(Item.STYLE, (FIRST, SECOND)), judge(f1=Standing.WAIVED))
    assert line.state is ItemState.ATTENTION
    assert line.open == (SECOND,)


def test_a_waived_finding_is_not_a_pass():
    both = judge(f1=Standing.WAIVED, f2=Standing.NOT_AN_ERROR)
    assert line_of(ItemRun(Item.STYLE, (FIRST, SECOND)), both).state is ItemState.WAIVED


def test_what_is_not_an_error_leaves_a_pass():
    neither = judge(f1=Standing.NOT_AN_ERROR, f2=Standing.NOT_AN_ERROR)
    assert line_of(ItemRun(Item.STYLE, (FIRST, SECOND)), neither).state is ItemState.PASSED


def test_an_unchecked_item_is_never_passed():
    line = line_of(ItemRun(Item.GRAMMAR, unchecked="No engine."), judge())
    assert (line.state, line.reason) == (ItemState.UNCHECKED, "No engine.")


def test_the_list_shows_items_in_order_then_what_people_tick():
    tick = Tick("RM", now())
    runs = {Item.STYLE: ItemRun(Item.STYLE, (FIRST,)), Item.NAMES: ItemRun(Item.NAMES)}
    table = lines(runs, judge(), ("Facts checked", "Legal read"), {"Legal read": tick})
    assert [(line.item, line.state) for line in table] == [
        ("grammar", ItemState.CHECKING),
        ("names", ItemState.PASSED),
        ("figures", ItemState.CHECKING),
        ("ads", ItemState.CHECKING),
        ("style", ItemState.ATTENTION),
        ("structure", ItemState.CHECKING),
        ("Facts checked", ItemState.ATTENTION),
        ("Legal read", ItemState.PASSED),
    ]
    assert [line.manual for line in table[-2:]] == [True, True]
    assert (table[-1].tick, table[-1].about) == (tick, f"RM, {to_the_minute(tick.when)}")
