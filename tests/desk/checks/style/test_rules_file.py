import re

import pytest

from desk.checks.house import Brief, House
from desk.checks.style import StyleCheck
from desk.checks.style.rules import rules_of, shipped_rules
from desk.errors import KnownError
from desk.text.blocks import Manuscript

RULE = """
[[rule]]
id = "style.quayside"
description = "The desk writes Quay Side."
kind = "words"
message = "We write this in two words."
bad = ["He walked to the quayside."]
good = ["He walked to the quay side."]
[rule.words]
"quayside" = "quay side"
"""


def desk_file(tmp_path, text):
    path = tmp_path / "desk.toml"
    path.write_text(text, "utf-8")
    return str(path)


def run(text, **house):
    check, brief, story = StyleCheck(), Brief(House(**house)), Manuscript.of(text)
    check.key(brief)
    return check.judge(story, [check.read(block, brief) for block in story.blocks], brief)


def test_a_desks_own_rule_is_read_after_the_shipped_ones(tmp_path):
    (finding,) = run("Quayside is closed.", style_file=desk_file(tmp_path, RULE))
    assert (finding.rule, finding.suggestions) == ("style.quayside", ("Quay side",))


def test_a_desks_own_rule_takes_the_place_of_a_shipped_one(tmp_path):
    own = RULE.replace("style.quayside", "style.redundant")
    rules = rules_of(desk_file(tmp_path, own))
    assert [rule.words for rule in rules if rule.id == "style.redundant"] == [(("quayside", "quay side"),)]
    assert len(rules) == len(shipped_rules())


def test_a_desks_own_rule_may_say_why_and_no_reading_hangs_on_it(tmp_path):
    silent = desk_file(tmp_path, RULE)
    key = StyleCheck().key(Brief(House(style_file=silent)))
    assert rules_of(silent)[-1].why == ""
    told = desk_file(tmp_path, RULE.replace("kind =", 'why = "The harbour office asked us to."\nkind ='))
    assert rules_of(told)[-1].as_rule.why == "The harbour office asked us to."
    assert StyleCheck().key(Brief(House(style_file=told))) == key


def test_a_rule_can_be_switched_off():
    assert run("He said it it was.")
    assert not run("He said it it was.", style_off=frozenset({"style.doubled-word"}))


def test_the_key_changes_with_the_rules_in_force(tmp_path):
    check = StyleCheck()
    plain = check.key(Brief())
    assert plain == check.key(Brief())
    assert plain != check.key(Brief(House(style_off=frozenset({"style.redundant"}))))
    assert plain != check.key(Brief(House(style_file=desk_file(tmp_path, RULE))))


def test_a_file_that_changed_is_read_again(tmp_path):
    path = desk_file(tmp_path, RULE)
    before = StyleCheck().key(Brief(House(style_file=path)))
    desk_file(tmp_path, RULE.replace("quayside", "quaysides"))
    assert StyleCheck().key(Brief(House(style_file=path))) != before


BROKEN = {
    "no TOML": ("[[rule]\n", "not valid TOML"),
    "other tables": ("title = 'x'\n", "[[rule]] tables"),
    "no id": (RULE.replace('id = "style.quayside"', ""), "rule number 1: `id` is missing"),
    "no style id": (RULE.replace("style.quayside", "quayside", 1), 'write id = "style.quayside"'),
    "unknown key": (RULE.replace("message =", "mesage ="), "`message` is missing"),
    "extra key": (RULE.replace("kind =", 'colour = "red"\nkind ='), "`colour` is no key"),
    "why no text": (RULE.replace("kind =", "why = 3\nkind ="), "`why` must be a text"),
    "unknown kind": (RULE.replace('"words"', '"word"'), "`kind` is “word”; it must be one of “pattern”"),
    "unknown severity": (RULE.replace("kind =", 'severity = "bad"\nkind ='), "`severity` is “bad”"),
    "words missing": (RULE[: RULE.index("[rule.words]")], "needs `words`"),
    "words no texts": (RULE.replace('= "quay side"', "= 3"), "what to write instead"),
    "examples no list": (RULE.replace('["He walked to the quayside."]', '"x"'), "`bad` must be a list"),
    "bad not found": (RULE.replace("the quayside.", "the harbour."), "bad example “He walked to the harbour.”"),
    "good found": (RULE.replace("the quay side.", "the quayside."), "good example “He walked to the quayside.”"),
    "signs of words": (
        RULE.replace("kind =", 'signs = ["quay"]\nkind ='),
        "`signs` goes with the kind “pattern” alone",
    ),
    "first of words": (RULE.replace("kind =", 'first = "quay"\nkind ='), "`first` goes with the kind “pattern” alone"),
    "twice": (RULE + RULE, "two rules “style.quayside”"),
}
PATTERN = '[[rule]]\nid = "style.x"\ndescription = "x"\nkind = "pattern"\nmessage = "x"\n'
BROKEN["pattern"] = (PATTERN + "pattern = '(x'\n", "cannot be used")
BROKEN["pattern of nothing"] = (PATTERN + "pattern = 'x*'\n", "matches where there is nothing")
BROKEN["pattern no text"] = (PATTERN + "pattern = 3\n", "must be a text")
BROKEN["suggestion"] = (PATTERN + "pattern = 'x'\nsuggestion = 3\n", "`suggestion` must be a text")
BROKEN["bad group"] = (PATTERN + "pattern = 'x'\nsuggestion = '\\1'\n", "`suggestion`")
BROKEN["marks"] = (PATTERN.replace("pattern", "quotes") + "marks = '<>'\n", "`marks` is “<>”")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gets_one_sentence_with_the_mend(tmp_path, name):
    text, said = BROKEN[name]
    path = desk_file(tmp_path, text)
    with pytest.raises(KnownError, match=re.escape(said)) as error:
        StyleCheck().key(Brief(House(style_file=path)))
    sentence = str(error.value)
    assert path in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence.removeprefix(text)


def test_a_missing_file_and_one_in_another_encoding(tmp_path):
    with pytest.raises(KnownError, match="cannot be read"):
        rules_of(str(tmp_path / "none.toml"))
    (tmp_path / "latin.toml").write_bytes("# caf\xe9\n".encode("latin-1"))
    with pytest.raises(KnownError, match="not UTF-8"):
        rules_of(str(tmp_path / "latin.toml"))
    with pytest.raises(KnownError, match="cannot be read"):
        rules_of(str(tmp_path))
