"""A desk with approved stories, and a forger who knows the code and may write to the database as they like."""

import json
import re
import sqlite3
from contextlib import closing, contextmanager

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item, Severity
from desk.errors import KnownError
from desk.review.comments import anchored, opened
from desk.review.decisions import Decision, Done, on_finding
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.seal import canonical, content_of
from desk.review.signing import SigningKey
from desk.review.states import Action, State
from desk.review.trail import NO_CHAIN, link
from desk.services.proofs import verify_file, verify_story
from desk.services.witness import Witness
from desk.store.approval.desk_trail import BY_PLACE, enter, entry_of
from desk.store.approval.version_digest import versions_up_to
from desk.store.connect import open_store
from desk.store.database import tables
from desk.store.records.trail_entries import append, decision_of
from desk.store.records.values import Ask, NewStory
from desk.text.blocks import Manuscript
from desk.text.spans import Span

WORDS = "Bridge opens\n\nThe the bridge opened on Monday.\n"


def _finding(text):
    span = Span(text.index("The the"), text.index("The the") + 7)
    return Finding(
        Item.STYLE,
        "style.doubled-word",
        span,
        "The the",
        "“the” stands twice.",
        severity=Severity.ERROR,
        fingerprint="0123456789abcdef01234567",
        subject="the",
        paragraph="0f0f0f0f0f0f0f0f",
    )


_WRITTEN = re.compile(r"(?:UPDATE|DELETE FROM)\s+(\w+)")
"""Statements that guards keep from being done, with their table."""
_DECISIONS = tables.decisions.select().order_by(tables.decisions.c.place)


class World:
    """One database: “bridge” is approved, “ferry” and “harbour” were and were taken up again, “twin” is a draft.

    Mallory is a copy editor with a key of their own, knows the code, and may write to the file.
    """

    def __init__(self, path):
        self.path = path
        self.keys = {name: SigningKey.new() for name in ("odile", "mallory", "unknown", "thief")}
        self.ids = {}

    # -- As it came about, by the store ------------------------------------------------------------------------------

    def fill(self):
        self.store = store = open_store(self.path)
        odile = store.people.add("Odile Brandt", "OB", {"*": [Role.CHIEF, Role.ADMIN]})
        store.keys.add(odile, self.keys["odile"].fingerprint, self.keys["odile"].public)
        self.people = {"odile": odile} | {
            name.split()[0].lower(): store.people.add(
                name, initials, {"*": roles}, by=odile.actor, signer=self.keys["odile"]
            )
            for name, initials, roles in (
                ("Rosa Marquez", "RM", [Role.EDITOR]),
                ("Tam Reyes", "TR", [Role.EDITOR]),
                ("Mallory Quint", "MQ", [Role.EDITOR]),
                ("Lea Novak", "LN", [Role.CHIEF]),
            )
        }
        mallory = self.people["mallory"]
        store.people.change(mallory.id, pin="2718", by=mallory.actor)
        store.keys.add(mallory, self.keys["mallory"].fingerprint, self.keys["mallory"].public)
        store.keys.confirm(self.keys["mallory"].fingerprint, odile, self.keys["odile"])
        for slug in ("harbour", "bridge", "ferry", "twin"):
            text = WORDS if slug in ("bridge", "twin") else WORDS.replace("bridge", slug)
            self.write(store, slug, text)
        for slug in ("harbour", "bridge", "ferry"):
            self.approve(store, slug)
            if slug != "bridge":
                self.move(store, slug, Action.REOPEN, "odile")
        self.as_it_was = self.keep()

    def keep(self):
        """Return the database as it is now."""
        kept = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self.path)) as there:
            there.backup(kept)
        return kept

    def put_back(self, kept=None):
        """Put the database back to what was kept; by default as it came about."""
        with closing(sqlite3.connect(self.path)) as there:
            (kept or self.as_it_was).backup(there)

    def write(self, store, slug, text):
        rosa = self.people["rosa"].actor
        story = store.stories.create(NewStory(slug=slug, text="Raw.\n", section="News"), rosa)
        self.ids[slug] = story.id
        story = store.stories.save(story.id, text, rosa, why="written").story
        finding = _finding(text)
        runs = [ItemRun(item, (finding,) if item is Item.STYLE else ()) for item in Item]
        store.runs.save(story.id, story.sha256, runs, rules="rules 1", engine="engine 1")
        store.decisions.add(on_finding(Done.WAIVED, finding, story.id, rosa, reason="as spoken"))
        store.comments.add(opened(story.id, rosa, "Is it Monday?", anchored(text, finding.span), 2))

    def approve(self, store, slug, who="odile"):
        for action, person in ((Action.SUBMIT, "rosa"), (Action.PASS_ON, "rosa"), (Action.SEND_TO_CHIEF, "tam")):
            self.move(store, slug, action, person)
        story, text = store.stories.get(self.ids[slug]), store.stories.text(self.ids[slug])
        content = content_of(Manuscript.of(text), "Bridge opens", story.by_hand, story.format)
        store.reviews.approve(self._ask(store, slug, Action.APPROVE, who), content, self.keys[who])

    def move(self, store, slug, action, person):
        store.reviews.move(self._ask(store, slug, action, person))

    def _ask(self, store, slug, action, person):
        found = store.reviews.options(self.ids[slug], self.people[person])
        option = next((o for o in found if o.move.action == action), None)
        passed = {obstacle.key: "so" for obstacle in option.obstacles} if option else {}
        wanted = MoveRequest(story=self.ids[slug], action=action, note="because", passed=passed)
        return Ask(wanted, self.people[person])

    # -- What a forger does ------------------------------------------------------------------------------------------

    def sql(self, statement, **values):
        """Write, with the guards of the table out of the way and put back."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            written = _WRITTEN.match(statement)
            wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
            guards = connection.execute(wanted, (written[1],)).fetchall() if written else []
            guards = [guard for guard in guards if guard[0].endswith(("_no_update", "_no_delete"))]
            for name, _ in guards:
                connection.execute(f"DROP TRIGGER {name}")
            ids = {slug: story for slug, story in self.ids.items() if f":{slug}" in statement}
            connection.execute(statement, {**ids, **values})
            for _, sql in guards:
                connection.execute(sql)
            connection.commit()

    def one(self, query, **values):
        with closing(sqlite3.connect(self.path)) as connection:
            ids = {slug: story for slug, story in self.ids.items() if f":{slug}" in query}
            return connection.execute(query, {**ids, **values}).fetchone()

    def every(self, query):
        with closing(sqlite3.connect(self.path)) as connection:
            ids = {slug: story for slug, story in self.ids.items() if f":{slug}" in query}
            return connection.execute(query, ids).fetchall()

    @contextmanager
    def rows(self):
        with self.store._access.writing() as connection:
            yield connection

    def enter(self, slug, done, who="odile", **more):
        """Add an entry at the end of the trail as the code does."""
        sha256 = self.one("SELECT sha256 FROM stories WHERE slug = :slug", slug=slug)[0]
        person = self.people[who].actor
        with self.rows() as connection:
            append(connection, Decision(done, self.ids[slug], person, sha256=sha256, **more))
            end = connection.execute(tables.trail.select()).one()
        return end.place, end.chain

    def chain_anew(self):
        """Compute every link of the trail again, and move its end there."""
        chain, place, links = NO_CHAIN, 0, []
        with self.rows() as connection:
            entries = [("decisions", row, decision_of(row), row.spelt) for row in connection.execute(_DECISIONS)]
            entries += [("desk_entries", row, entry_of(row).decision, {}) for row in connection.execute(BY_PLACE)]
        for table, row, decision, spelt in sorted(entries, key=lambda entry: entry[1].place):
            place += 1
            chain = link(chain, decision, place, spelt)
            links.append((table, place, chain, row.number))
        for table, new, value, number in links:
            self.sql(
                f"UPDATE {table} SET place = :new, chain = :value WHERE number = :number",
                new=new,
                value=value,
                number=number,
            )
        self.sql("UPDATE trail SET place = :place, chain = :chain", place=place, chain=chain)

    def enter_desk(self, done, about, who="odile", **more):
        """Add an entry on the desk itself, as the code does, signed with nobody's key."""
        with self.rows() as connection:
            enter(connection, done, about, self.people[who].actor, **more)

    def seal(self, slug, key, like="bridge", who=None, signed_as=None, **change):
        """Put a seal of the forger's own making into the database: like that of another story, with changes."""
        plain = json.loads(self.one("SELECT payload FROM seals WHERE story = :story", story=self.ids[like])[0])
        plain["story"]["id"], plain["story"]["slug"] = self.ids[slug], slug
        plain["key"], plain["id"] = key.fingerprint, "f" * 32
        if who is not None:
            plain["who"] |= {"id": self.people[who].id, "name": self.people[who].name}
        if signed_as is not None:
            plain["who"] |= {"id": signed_as.id, "name": signed_as.name}
        payload = canonical(plain | change)
        columns = ("run_digest", "run", "acknowledged", "made", "headline", "rules", "engine", "map_digest")
        same = ", ".join((*columns, "furniture_digest", "kinds"))
        self.sql(
            f"INSERT INTO seals (id, story, sha256, waivers, who, person, key, signature, payload, place, {same}) "
            f"SELECT :id, :story, :sha256, '[]', :name, :person, :key, :signature, :payload, :place, {same} "
            "FROM seals WHERE story = :like",
            id=plain["id"],
            story=self.ids[slug],
            sha256=(plain | change)["text"]["sha256"],
            name=plain["who"]["name"],
            person=plain["who"]["id"],
            key=key.fingerprint,
            signature=key.sign(payload),
            payload=payload,
            place=(plain | change)["trail"]["place"],
            like=self.ids[like],
        )

    def call_approved(self, slug):
        self.sql(
            "UPDATE stories SET state = 'approved', seal = coalesce((SELECT id FROM seals WHERE story = stories.id "
            "ORDER BY number DESC LIMIT 1), ''), headline = 'Bridge opens' WHERE slug = :slug",
            slug=slug,
        )

    def forge_approval(self, slug, key, who="odile"):
        """Make an approval with everything that belongs to it, signed with a key of the forger's choice."""
        place, chain = self.enter(
            slug, Done.APPROVED, who, state=State.APPROVED, role=Role.CHIEF, note={"move": "approve"}
        )
        sha256 = self.one("SELECT sha256 FROM stories WHERE slug = :slug", slug=slug)[0]
        with self.rows() as connection:
            versions = dict(versions_up_to(connection, self.ids[slug], 2))
        self.seal(
            slug,
            key,
            who=who,
            versions=versions,
            trail={"place": place, "chain": chain},
            waivers=[],
            text={"sha256": sha256, "format": "text"},
        )
        self.call_approved(slug)

    # -- Who sees it -------------------------------------------------------------------------------------------------

    def seen(self, slug, text=None, *, hides=False):
        """Return who sees that something is wrong with a story: list, review, verify, the check of the database."""
        by_list = self._listed(self.store, slug, hides=hides)
        by_verify = not hides and not self._verified(self.store, slug, text)
        by_check = bool([*self.store.trail.faults(), *self.store.audit.faults(), *self.store.packing.faults()])
        by_machine, by_opening = bool(Witness(self.store).fault()), bool(self.store.audit.faults_of_desk())
        by_review = self._opened(self.store, slug, hides=hides)
        return by_list, by_review, by_verify, by_check, by_opening, by_machine

    def _listed(self, store, slug, *, hides):
        try:
            (row,) = store.queue.rows([self.ids[slug]])
        except KnownError:  # the list itself says so
            return True
        return row.void or (row.state != State.APPROVED and not hides)

    def _opened(self, store, slug, *, hides):
        try:
            said = store.reviews.look_after(self.ids[slug])
            status = store.seals.status(self.ids[slug])
        except KnownError:
            return True
        return bool(said) or (not hides and (status is None or not status.stands))

    def _verified(self, store, slug, text):
        try:
            if text is None:
                return verify_story(self.ids[slug], store).approved
            file = self.path.with_name("text.txt")
            file.write_text(text, "utf-8")
            return verify_file(file, store).approved
        except KnownError:
            return False


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("forgeries") / "desk.db")
    made.fill()
    yield made
    made.as_it_was.close()
    made.store.close()


@pytest.fixture
def world(pattern):
    """A desk as it came about; `put_back` makes it so again."""
    pattern.put_back()
    Witness(pattern.store).accept()
    return pattern
