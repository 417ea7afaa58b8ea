"""One desk for several windows: whose work goes first in a lane, and who is asked to save for whom."""

from dataclasses import replace
from functools import partial

import pytest

from desk.checking.checklist import ItemState
from desk.checks.check import Item
from desk.services.stories import StoriesService
from desk.story import Draft, Part
from ui.__main__ import make_session
from ui.open_story import checker
from ui.open_story.checker import GRAMMAR, LONGEST_BURST, OWN, UNHEARD, Checker, Stream
from ui.work import operations
from ui.work.hub import Hub
from ui.work.lanes import Lane
from ui.work.shared_desk import SharedDesk


class Text:
    """A text that nobody edits."""

    def draft(self):
        return Draft("Rain fell.")

    def revision(self):
        return 1


@pytest.fixture
def hubs(inline, qtbot):
    shared = SharedDesk(inline)
    first, second = Hub(shared), Hub(shared)
    first.start(partial(make_session, ""))
    second.join()
    operations.open_text(first, "Rain fell.", "rain")
    operations.open_text(second, "The ferry sails.", "ferry")
    yield first, second
    second.end()
    first.end()


def test_the_window_in_hand_goes_first_and_the_other_goes_on_behind_it(hubs, inline, qtbot):
    first, second = hubs
    mine, theirs = (Stream(hub, Text(), Lane.CHECKS, OWN) for hub in hubs)
    examined = []
    mine.examined.connect(lambda *_: examined.append("in hand"))
    theirs.examined.connect(lambda *_: examined.append("other"))
    inline.hold()
    first.shared.take_in_hand(second)
    theirs.want()
    qtbot.waitUntil(lambda: len(inline.held) == 1)
    first.shared.take_in_hand(first)
    mine.want()
    qtbot.waitUntil(lambda: len(inline.held) == 2)
    inline.land()
    qtbot.waitUntil(lambda: len(examined) == 2, timeout=20_000)
    assert examined == ["in hand", "other"]


def grammar_of(hub):
    return next((line.state, line.reason) for line in hub.board.lines if line.item is Item.GRAMMAR)


def test_grammar_is_unchecked_while_nothing_comes_of_it_for_long_and_then_what_it_comes_to(
    hubs, inline, qtbot, monkeypatch
):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    checks = Checker(hub, Text())
    inline.hold()
    checks.want()
    qtbot.waitUntil(lambda: len(inline.held) == 2)
    checks._say_checking()
    assert grammar_of(hub)[0] is ItemState.CHECKING
    monkeypatch.setattr(checker, "SILENT_AFTER", -1.0)
    checks._say_checking()
    assert grammar_of(hub) == (ItemState.UNCHECKED, UNHEARD.unchecked)
    said = []
    hub.board.changed.connect(lambda: said.append(grammar_of(hub)))
    checks._say_checking()
    assert said == [], "nothing is painted anew for the same word"
    inline.land()
    qtbot.waitUntil(lambda: not checks.busy)
    assert grammar_of(hub)[1] != UNHEARD.unchecked
    checks.stop()


def test_grammar_waits_for_what_the_store_remembers_a_moment_and_no_longer(hubs, inline, qtbot, monkeypatch):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    monkeypatch.setattr(checker, "LONGEST_RECALL", 1)
    checks = Checker(hub, Text())
    inline.hold()
    ran = len(inline.ran)
    checks.begin(hub.story)
    qtbot.waitUntil(lambda: Lane.ENGINE in inline.ran[ran:])
    inline.land()
    assert sorted(inline.ran[ran:]) == [Lane.CHECKS, Lane.ENGINE, Lane.STORE]
    assert not checks.busy, "what comes late makes no second check"


def test_a_story_in_another_english_is_checked_with_what_the_store_remembers_of_that(hubs, inline, qtbot, monkeypatch):
    hub, recalled = hubs[0], []
    monkeypatch.setattr(StoriesService, "recall_readings", lambda _, story_id: recalled.append(hub.story.variant))
    hub.shared.take_in_hand(hub)
    checks = Checker(hub, Text())
    checks.begin(hub.story)
    qtbot.waitUntil(lambda: not checks.busy)
    checks.want()
    assert recalled == [""], "the story's English is the same"
    inline.hold()
    ran = len(inline.ran)
    qtbot.waitUntil(lambda: Lane.ENGINE in inline.ran[ran:])
    american = inline.held[inline.ran[ran:].index(Lane.ENGINE)]
    hub.story = replace(hub.story, variant="en-GB")
    checks.want()
    assert american[3].cancelled()
    inline.land()
    assert recalled == ["", "en-GB"]
    qtbot.waitUntil(lambda: not checks.busy)


def test_checks_begin_at_once_after_a_rest_and_behind_a_burst_of_letters_a_little_later(hubs, monkeypatch):
    rests = []
    monkeypatch.setattr(checker, "pause", lambda rested: rests.append(rested) or 1000)
    stream = Stream(hubs[0], Text(), Lane.ENGINE, GRAMMAR)
    stream.want()
    stream.want()
    stream.stop()
    monkeypatch.undo()
    assert rests[1] < rests[0], "the first edit came after a rest, the second at once behind it"
    assert checker.pause(rests[0]) == 0
    assert checker.pause(0.07) == 0, "a check that begins behind a key ends before the next one of a fast typist"
    assert checker.pause(0.03) / 1000 > 0.03, "a key that is held down: none begins in front of the next one"


class HeldKey:
    """A text in which a key is held down: each edit comes 30 ms behind the last one."""

    def __init__(self, monkeypatch):
        self.letters, self.now = 0, 100.0
        monkeypatch.setattr(checker, "perf_counter", lambda: self.now)

    def draft(self):
        return Draft("Rain fell. " + "a" * self.letters)

    def revision(self):
        return self.letters

    def press(self, seconds, *edited):
        for _ in range(round(seconds / 0.03)):
            self.now += 0.03
            self.letters += 1
            for one in edited:
                one.edited()


def test_where_keys_never_pause_a_check_is_let_through_now_and_then(hubs, inline, qtbot, monkeypatch):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    text, examined = HeldKey(monkeypatch), []
    stream = Stream(hub, text, Lane.CHECKS, OWN)
    stream.examined.connect(lambda _, revision: examined.append(revision))
    inline.hold()
    text.press(0.9 * LONGEST_BURST, stream)
    assert inline.held == [], "keys go first"
    text.press(0.3 * LONGEST_BURST, stream)
    qtbot.waitUntil(lambda: len(inline.held) == 1)
    began = text.letters
    text.press(0.5, stream)
    inline.land()
    assert examined == [began], "what was typed meanwhile did not stop it"
    inline.hold()
    text.press(0.9 * LONGEST_BURST, stream)
    assert inline.held == [], "and keys go first again"
    stream.stop()


def test_a_check_that_is_let_through_stops_where_its_rules_no_longer_hold(hubs, inline, qtbot, monkeypatch):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    text, examined = HeldKey(monkeypatch), []
    stream = Stream(hub, text, Lane.CHECKS, OWN)
    stream.examined.connect(lambda _, revision: examined.append(revision))
    inline.hold()
    text.press(1.2 * LONGEST_BURST, stream)
    qtbot.waitUntil(lambda: len(inline.held) == 1)
    stream.want()
    inline.land()
    assert examined == []
    stream.stop()


def test_own_items_wait_for_no_engine_that_does_not_answer(hubs, inline, qtbot, monkeypatch):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    text = HeldKey(monkeypatch)
    checks = Checker(hub, text)
    inline.hold()
    text.press(1.2 * LONGEST_BURST, checks.grammar)
    qtbot.waitUntil(lambda: inline.ran[-1:] == [Lane.ENGINE])
    text.press(1.2 * LONGEST_BURST, checks.own)
    qtbot.waitUntil(lambda: inline.ran[-1:] == [Lane.CHECKS])
    checks.stop()


def test_findings_of_a_check_that_was_let_through_go_where_their_words_stand_now(hubs, inline, qtbot, monkeypatch):
    hub = hubs[0]
    hub.shared.take_in_hand(hub)
    text = HeldKey(monkeypatch)
    monkeypatch.setattr(text, "draft", lambda: Draft("a" * text.letters + " Rain fell on the the harbour on TK."))
    checks, accepted = Checker(hub, text), []
    checks.accepted.connect(lambda *_: accepted.append(text.letters))
    inline.hold()
    text.press(1.2 * LONGEST_BURST, checks)
    qtbot.waitUntil(lambda: len(inline.held) == 1)
    text.press(0.3 * LONGEST_BURST, checks)
    checks._say_checking()
    inline.land()
    left = next(finding for finding in hub.board.open_findings if finding.quote == "TK")
    assert left.span.of(text.draft().text) == "TK"
    assert hub.board.text == text.draft().text
    assert accepted == [], "ledgers and copy map wait for places of the text as it is"
    assert Item.STRUCTURE not in hub.board.runs_of(hub.board.text), "nobody takes it for a check of this very text"
    assert next(line for line in hub.board.lines if line.item is Item.STRUCTURE).state is ItemState.CHECKING
    assert Lane.ENGINE not in inline.ran, "both at once would still be at work when the next key comes"
    inline.hold()
    qtbot.waitUntil(lambda: Lane.ENGINE in inline.ran)
    checks.stop()


def test_a_window_that_is_not_in_hand_leaves_a_busy_lane_alone(hubs, inline):
    first, second = hubs
    first.shared.take_in_hand(first)
    assert first.shared.goes_first(second, Lane.CHECKS)
    inline.hold()
    inline.submit(Lane.CHECKS, list)
    assert not first.shared.goes_first(second, Lane.CHECKS)
    assert first.shared.goes_first(first, Lane.CHECKS)
    inline.land()


def test_a_story_is_opened_by_one_window_alone(hubs):
    first, second = hubs
    fronts, turned = [], []
    first.front_wanted.connect(lambda: fronts.append("first"))
    second.elsewhere.connect(turned.append)
    operations.open_story(second, first.story.id)
    assert (fronts, turned, second.story.slug) == (["first"], [first.story.id], "ferry")


def test_others_are_asked_to_save_and_one_that_cannot_ends_it(hubs):
    first, second = hubs
    asked, done = [], []
    second.save_wanted.connect(asked.append)
    first.shared.save_others(first, lambda: done.append("all"), ["another story"])
    assert (len(asked), done) == (0, ["all"])
    first.shared.save_others(first, lambda: done.append("again"))
    assert (len(asked), done) == (1, ["all"]), "nothing goes on before it is saved"
    asked[0]()
    assert done == ["all", "again"]


def test_what_one_window_says_and_opens_is_its_own(hubs):
    first, second = hubs
    told = []
    second.changed.connect(told.append)
    operations.open_text(first, "Snow fell.", "snow")
    operations.set_aims(first, first.story.id, length="400 words")
    operations.change_settings(first, {"theme": "dark"})
    assert not any(Part.TEXT in changes.parts or changes.said for changes in told)
    assert {Part.QUEUE, Part.SETTINGS} <= frozenset().union(*(changes.parts for changes in told))
    assert second.story.slug == "ferry"


def test_a_text_that_another_window_went_on_with_is_read_anew(hubs):
    first, second = hubs
    outdated = []
    second.outdated.connect(lambda: outdated.append(True))
    story = second.story
    first.store(lambda desk: desk.saving.save(story.id, Draft("The ferry sails again."), None))
    first.shared.look_again(first)
    assert outdated == [True, True], "until it is read anew"


def test_of_a_window_that_is_gone_nothing_is_told(hubs, inline):
    first, second = hubs
    third = Hub(first.shared)
    third.join()
    told = []
    inline.hold()
    third.ask(lambda desk: desk.people.working, told.append)
    third.end()
    third.ask(lambda desk: desk.people.working, told.append)
    inline.land()
    assert (told, first.shared.hubs) == ([], [first, second])
