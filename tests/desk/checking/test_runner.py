import pytest

from desk.checking.runner import NO_WORDS, ReadingCache, run, run_check
from desk.checks.check import Finding, Item
from desk.checks.house import Brief, House
from desk.errors import BugError, Cancelled, Unavailable
from desk.text.blocks import Manuscript

STORY = "alpha beta\n\ngamma\n\ndelta"


class Longest:
    """Finds the longest word of the story; counts what it reads. A real check in small."""

    item = Item.STYLE
    rules = ()

    def __init__(self, error=None):
        self.read_blocks, self.error = [], error

    def key(self, brief):
        return brief.english

    def read(self, block, brief):
        if self.error:
            raise self.error
        self.read_blocks.append(block.text)
        return max(block.text.split(), key=len)

    def judge(self, manuscript, readings, brief):
        word = max(readings, key=len)
        block = manuscript.blocks[readings.index(word)]
        at = block.start + block.text.index(word)
        return [Finding(self.item, "style.longest", type(block.span)(at, at + len(word)), word, "The longest word.")]


def test_after_one_edit_only_the_changed_block_is_read_again():
    check, cache = Longest(), ReadingCache()
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    check.read_blocks.clear()
    result = run_check(check, Manuscript.of(STORY.replace("gamma", "gamma-ray")), Brief(), cache)
    assert check.read_blocks == ["gamma-ray"]
    assert [f.quote for f in result.findings] == ["gamma-ray"]
    assert result.findings[0].fingerprint


def test_another_key_reads_everything_again():
    check, cache = Longest(), ReadingCache()
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    run_check(check, Manuscript.of(STORY), Brief(House(variant="en-GB")), cache)
    assert len(check.read_blocks) == 6


def test_blocks_near_the_cursor_are_read_first():
    check = Longest()
    run_check(check, Manuscript.of(STORY), Brief(), ReadingCache(), first=STORY.index("gamma") + 1)
    assert check.read_blocks == ["gamma", "delta", "alpha beta"]


def test_readings_made_on_another_day_are_not_made_again():
    first, manuscript = ReadingCache(), Manuscript.of(STORY)
    run_check(Longest(), manuscript, Brief(), first)
    second = ReadingCache()
    second.fill(Item.STYLE, Brief().english, first.known(Item.STYLE, Brief().english, manuscript.blocks))
    later = Longest()
    assert run_check(later, manuscript, Brief(), second).findings
    assert later.read_blocks == []


def test_the_same_block_twice_is_read_once():
    check = Longest()
    run_check(check, Manuscript.of("alpha\n\nalpha"), Brief(), ReadingCache())
    assert check.read_blocks == ["alpha"]


def test_a_cancelled_run_keeps_what_it_read():
    check, cache, stop = Longest(), ReadingCache(), iter([False, True])
    with pytest.raises(Cancelled):
        run_check(check, Manuscript.of(STORY), Brief(), cache, cancelled=lambda: next(stop))
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    assert check.read_blocks == ["alpha beta", "gamma", "delta"]


def test_what_is_cancelled_is_not_judged_even_where_every_block_is_known():
    check, cache = Longest(), ReadingCache()
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    judged = []
    check.judge = lambda *asked: judged.append(asked) or []
    with pytest.raises(Cancelled):
        run([check], Manuscript.of(STORY), Brief(), cache, cancelled=lambda: True)
    assert judged == []


def test_the_cache_drops_what_was_used_least_recently():
    check, cache = Longest(), ReadingCache(capacity=2)
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    check.read_blocks.clear()
    run_check(check, Manuscript.of("delta"), Brief(), cache)
    run_check(check, Manuscript.of("alpha beta"), Brief(), cache)
    assert check.read_blocks == ["alpha beta"]


def test_the_cache_at_rest_keeps_what_was_used_last():
    check, cache = Longest(), ReadingCache()
    run_check(check, Manuscript.of(STORY), Brief(), cache)
    check.read_blocks.clear()
    cache.rest(1)
    run_check(check, Manuscript.of("delta"), Brief(), cache)
    assert check.read_blocks == []
    run_check(check, Manuscript.of("alpha beta"), Brief(), cache)
    assert check.read_blocks == ["alpha beta"]


def test_readings_of_some_ten_stories_stay_when_another_is_opened():
    check, cache, day = Longest(), ReadingCache(), Manuscript.of("\n\n".join(f"Item {n}" for n in range(1_000)))
    run_check(check, day, Brief(), cache)
    check.read_blocks.clear()
    cache.rest()
    run_check(check, day, Brief(), cache)
    assert len(check.read_blocks) == 400, "600 stay: a day of 500 stories grows by no more"


def test_a_check_that_cannot_run_is_unchecked_with_its_reason():
    result = run_check(Longest(Unavailable("No engine: install one.")), Manuscript.of(STORY), Brief(), ReadingCache())
    assert (result.findings, result.unchecked) == ((), "No engine: install one.")


def test_a_broken_check_is_unchecked_and_takes_no_other_along(expect_log):
    broken, sound = run([Longest(ValueError("oops")), Longest()], Manuscript.of(STORY), Brief(), ReadingCache())
    assert "oops" in broken.unchecked
    assert sound.findings
    assert not sound.unchecked
    expect_log("the style check failed")


def test_a_broken_check_is_our_fault(expect_log):
    with pytest.raises(BugError, match="oops"):
        run_check(Longest(ValueError("oops")), Manuscript.of(STORY), Brief(), ReadingCache())
    expect_log("the style check failed")


def test_an_empty_story_can_be_judged():
    check = Longest()
    check.judge = lambda manuscript, readings, brief: []
    assert run_check(check, Manuscript.of(""), Brief(), ReadingCache()).findings == ()


class Losing:
    """A check whose rules are refused while it reads: from then on it is another, with another key."""

    item, rules = Item.GRAMMAR, ()

    def __init__(self):
        self.version, self.read_with = "with the desk's rules", []

    def key(self, brief):
        return self.version

    def read(self, block, brief):
        self.read_with.append((block.text, self.version))
        if block.text == "Two.":
            self.version = "without them"
        return ()

    def judge(self, manuscript, readings, brief):
        return []


def test_what_was_read_before_the_rules_were_refused_is_read_again_under_the_key_that_is_named():
    check, cache, story = Losing(), ReadingCache(), Manuscript.of("One.\n\nTwo.\n\nThree.")
    run_check(check, story, Brief(), cache)
    assert set(cache.known(Item.GRAMMAR, "without them", story.blocks)) == {block.digest for block in story.blocks}
    assert ("One.", "without them") in check.read_with


@pytest.mark.parametrize("text", ["", " \n\n\t", "—————\n\n* * *"])
def test_a_story_without_words_has_passed_nothing(text):
    [result] = run([Longest()], Manuscript.of(text), Brief(), ReadingCache())
    assert result.unchecked == NO_WORDS
