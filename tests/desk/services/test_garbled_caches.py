"""Caches in which something else stands keep no desk shut and say nothing: they are made anew."""

import json
import sqlite3
from contextlib import closing

from desk.checking.copy_map import copy_map
from desk.checks.check import Item
from desk.checks.house import DeskUse
from desk.paths import data_dir
from desk.services.desk_use import READINGS
from desk.services.house_style import readings_key
from desk.services.seen_folders import SeenFolders
from desk.services.written_packs import WrittenPacks
from desk.store.stories.unsaved_files import ENDING
from tests.rows import rows

PLAIN = (5, -1, True, None, "", "\0", "\ud800", [5], [""], [[]], [{}], [["", 1, 0, "", [], "", ""]], {"of": 1})
GARBAGE = (
    *map(json.dumps, PLAIN),
    *(json.dumps({"words": words, "names": []}) for words in (5, "brackle", {"brackle": 3}, [5], None)),
    *("", "\0", "no JSON", "[" * 100_000),
)


def test_readings_of_another_form_are_none(approved, people):
    desk, story = approved
    examiner, readings = desk.examiner, desk.store.readings
    sha256 = desk.store.stories.get(story.id).sha256
    digests = [block.digest for block in copy_map(story.text, story.format).blocks]
    grammar = (examiner.grammar_key(story.variant), examiner.tried_key(story.variant))
    for item, key in (*((Item.GRAMMAR, key) for key in grammar), (Item.STYLE, readings_key()), (Item.NAMES, READINGS)):
        readings.fill(item, key, dict.fromkeys((*digests, sha256), 5))
    for garbage in GARBAGE:
        with closing(sqlite3.connect(people.where)) as file:
            file.execute("UPDATE readings SET reading = ?", [garbage])
            file.commit()
        desk = people.again(desk)
        desk.stories.recall_readings(story.id)
        blocks = copy_map(story.text, story.format).blocks
        kept = [desk.examiner.cache.known(Item.GRAMMAR, key, blocks) for key in grammar]
        assert (kept, desk.house_style.approved().known, desk.use.now) == ([{}, {}], {}, DeskUse()), garbage[:40]


@rows("garbage", [*GARBAGE, "[]", "{}", '{"keys": []}', '{"kinds": [], "database": ""}', '{"a": {"stories": 5}}'])
def test_files_of_another_form_keep_no_desk_shut(approved, people, expect_log, garbage):
    expect_log("is no text that Copydesk kept")
    (desk,) = people.made
    strand = desk.exchange.me().id
    paths = [
        *(kind(strand)._path for kind in (SeenFolders, WrittenPacks)),
        desk.exchanged.path,
        desk.recent.path,
        data_dir() / "readings.secret",
        data_dir() / "unsaved" / f"bridge{ENDING}",
        *(data_dir() / "seen").glob("*.json"),
    ]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(garbage, "utf-8")
    desk = people.again(desk)
    assert desk.recent.all().stories == ()
    assert SeenFolders(strand).folders() == []
    assert WrittenPacks(strand).all() == []
    assert desk.exchanged._all() == {}
