"""The index of words in a file: what it is made of, as the last migration that made it did.

FTS5 finds words and their beginnings. So that letters within the words of slug and headline are found as well, these
stand in it three signs at a time, from every place (`pieces`): a word of n letters is there as its first letter, its
first two, all three that follow each other, its last two and its last one, in this order, whatever stands around it.
"""

_MARKS = "768 AND 879"
"""Accents that stand behind their letter, as file names of some systems have them: no letter of their own here."""
_MOST = 1000
"""Letters of a slug or a headline that are looked at: what they are made into takes time by the square of them."""


def pieces(words: str) -> str:
    """Return the SQL for what stands side by side in the beginning of words, an expression of SQL."""
    begun, sign = f"substr({words}, 1, {_MOST})", f"substr({words}, at, 1)"
    bare = f"(SELECT group_concat({sign}, '') FROM s WHERE unicode({sign}) NOT BETWEEN {_MARKS})"
    return (
        f"(WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length({begun})), "
        f"w(all_of) AS (SELECT '--' || coalesce({bare}, '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 "
        "FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w)"
    )


def _row(of: str) -> str:
    body = f"(SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = {of}.sha256)"
    return f"{of}.number, {pieces(of + '.slug')}, {pieces(of + '.headline')}, {body}"


_PUT = f"INSERT INTO story_index (rowid, slug, headline, body) VALUES ({_row('new')});"
_TAKE = f"INSERT INTO story_index (story_index, rowid, slug, headline, body) VALUES ('delete', {_row('old')});"
OBJECTS = {
    ("view", "story_words"): f"CREATE VIEW story_words AS SELECT stories.number, {pieces('slug')} AS slug, "
    f"{pieces('headline')} AS headline, CAST(body AS TEXT) AS body FROM stories JOIN texts USING (sha256)",
    ("trigger", "story_index_insert"): f"CREATE TRIGGER story_index_insert AFTER INSERT ON stories BEGIN {_PUT} END",
    ("trigger", "story_index_update"): "CREATE TRIGGER story_index_update AFTER UPDATE OF slug, headline, sha256 ON "
    "stories WHEN old.slug <> new.slug OR old.headline <> new.headline OR old.sha256 <> new.sha256 "
    f"BEGIN {_TAKE} {_PUT} END",
}
"""Views and triggers, white space aside."""
