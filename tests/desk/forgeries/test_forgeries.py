"""Every forgery that was tried, each done to a database of its own, and who sees it: the table of `docs/forgeries.md`.

`pytest tests/desk/forgeries --accept` writes the table.
"""

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk.review.decisions import Done
from desk.review.people import Role
from desk.review.seal import text_digest
from desk.review.states import State
from desk.services.witness import Witness

PAGE = Path(__file__).resolve().parents[3] / "docs" / "forgeries.md"
WORDS = "Bridge opens\n\nThe the bridge opened on Monday.\n"
OTHERS = "Bridge opens\n\nThe bridge opened on Tuesday, free of charge.\n"


def body(text):
    return text.encode("utf-8")


def text_under_its_digest(w):
    w.sql(
        "UPDATE texts SET body = :body WHERE sha256 = (SELECT sha256 FROM stories WHERE id = :bridge)",
        body=body(OTHERS),
    )


def text_with_its_digest(w):
    new = text_digest(OTHERS)
    w.sql("INSERT INTO texts (sha256, body) VALUES (:new, :body)", new=new, body=body(OTHERS))
    w.sql("UPDATE stories SET sha256 = :new WHERE id = :bridge", new=new)
    w.sql("UPDATE versions SET sha256 = :new WHERE story = :bridge AND number = 2", new=new)


def text_with_its_digest_and_the_seals(w):
    text_with_its_digest(w)
    w.sql("UPDATE seals SET sha256 = :new WHERE story = :bridge", new=text_digest(OTHERS))


def old_text(w):
    w.sql("UPDATE texts SET body = :body WHERE sha256 = :old", old=text_digest("Raw.\n"), body=b"Rawer.\n")


def old_author(w):
    w.sql("UPDATE versions SET who = 'Mallory Quint', person = :mq WHERE number = 1", mq=w.people["mallory"].id)


def last_author(w):
    w.sql("UPDATE versions SET who = 'Tam Reyes', person = :tr WHERE number = 2", tr=w.people["tam"].id)


def state_alone(w):
    w.sql("UPDATE stories SET state = 'approved' WHERE id = :twin")


def state_with_an_old_seal(w):
    w.call_approved("ferry")


def entry_without_seal(w):
    w.enter("twin", Done.APPROVED, state=State.APPROVED, role=Role.CHIEF, note={"move": "approve"})
    w.call_approved("twin")


def seal_by_an_unknown_key(w):
    w.forge_approval("twin", w.keys["unknown"])


def seal_by_a_key_entered_as_the_chiefs(w):
    thief = w.keys["thief"]
    _enter_key(w, thief, w.people["odile"])
    w.forge_approval("twin", thief)


def _enter_key(w, key, person):
    w.sql(
        "INSERT INTO signing_keys (fingerprint, person, who, public_key, created, revoked, revoked_by, why) "
        "VALUES (:key, :person, :name, :public, 0, NULL, '', '')",
        key=key.fingerprint,
        person=person.id,
        name=person.name,
        public=key.public,
    )


def seal_by_a_key_entered_into_the_trail(w):
    thief = w.keys["thief"]
    w.enter_desk(Done.KEY_ENTERED, thief.fingerprint, note={"public": thief.public})
    _enter_key(w, thief, w.people["odile"])
    w.forge_approval("twin", thief)


def seal_by_a_key_that_confirms_itself(w):
    thief = w.keys["thief"]
    w.enter_desk(Done.KEY_ENTERED, thief.fingerprint, note={"public": thief.public})
    w.enter_desk(Done.KEY_CONFIRMED, thief.fingerprint, signer=thief)
    _enter_key(w, thief, w.people["odile"])
    w.forge_approval("twin", thief)


def seal_by_a_key_that_pushes_the_chiefs_out(w):
    thief = w.keys["thief"]
    w.enter_desk(Done.KEY_REVOKED, w.keys["odile"].fingerprint, reason="lost")
    w.sql("UPDATE signing_keys SET revoked = 1 WHERE person = :ob", ob=w.people["odile"].id)
    w.enter_desk(Done.KEY_ENTERED, thief.fingerprint, note={"public": thief.public})
    _enter_key(w, thief, w.people["odile"])
    w.forge_approval("twin", thief)


def seal_by_the_first_key_of_a_chief(w):
    thief = w.keys["thief"]
    w.enter_desk(Done.KEY_ENTERED, thief.fingerprint, "lea", note={"public": thief.public})
    _enter_key(w, thief, w.people["lea"])
    w.forge_approval("twin", thief, "lea")


def revocation_taken_out(w):
    _revoked(w)
    w.sql("DELETE FROM desk_entries WHERE done = 'key-revoked'")
    w.sql("UPDATE signing_keys SET revoked = NULL, revoked_by = '', why = ''")
    w.chain_anew()
    w.forge_approval("twin", w.keys["odile"])


def seal_without_the_role(w):
    w.forge_approval("twin", w.keys["mallory"], "mallory")


def public_key_exchanged(w):
    mine = w.keys["thief"]
    w.sql(
        "UPDATE signing_keys SET public_key = :public WHERE person = :ob", public=mine.public, ob=w.people["odile"].id
    )
    payload = w.one("SELECT payload FROM seals WHERE story = :bridge")[0].replace("as spoken", "as heard")
    w.sql(
        "UPDATE seals SET payload = :new, signature = :sign WHERE story = :bridge", new=payload, sign=mine.sign(payload)
    )


def key_exchanged_with_its_name(w):
    mine = w.keys["thief"]
    w.sql(
        "UPDATE signing_keys SET public_key = :public, fingerprint = :name WHERE person = :ob",
        public=mine.public,
        name=mine.fingerprint,
        ob=w.people["odile"].id,
    )
    payload = w.one("SELECT payload FROM seals WHERE story = :bridge")[0].replace("as spoken", "as heard")
    payload = payload.replace(w.keys["odile"].fingerprint, mine.fingerprint)
    w.sql(
        "UPDATE seals SET payload = :new, signature = :sign, key = :name WHERE story = :bridge",
        new=payload,
        sign=mine.sign(payload),
        name=mine.fingerprint,
    )


def payload_edited(w):
    w.sql("UPDATE seals SET payload = replace(payload, 'as spoken', 'as heard') WHERE story = :bridge")


def payload_of_rubbish(w):
    w.sql("UPDATE seals SET payload = :rubbish WHERE story = :bridge", rubbish="[" * 50_000)


def digest_column_moved(w):
    text_with_its_digest(w)
    w.sql("UPDATE seals SET sha256 = :new WHERE story = :bridge", new=text_digest(OTHERS))


def seal_columns_edited(w):
    w.sql("UPDATE seals SET who = 'Mallory Quint', waivers = '[]', headline = 'x' WHERE story = :bridge")


def seal_made_unsigned(w):
    w.sql("UPDATE seals SET payload = '', signature = '', key = '' WHERE story = :bridge")


def return_deleted(w, slug):
    place = w.one("SELECT max(place) FROM decisions WHERE story = :story", story=w.ids[slug])[0]
    w.sql("DELETE FROM decisions WHERE place = :place", place=place)
    w.chain_anew()
    w.call_approved(slug)


def return_deleted_at_the_end(w):
    return_deleted(w, "ferry")


def return_deleted_before_a_seal(w):
    return_deleted(w, "harbour")


def restored_by_entries(w):
    w.enter("ferry", Done.VOIDED)
    w.enter("ferry", Done.RESTORED, state=State.APPROVED)
    w.call_approved("ferry")


def approved_again_by_an_old_seal(w):
    w.enter("ferry", Done.APPROVED, state=State.APPROVED, role=Role.CHIEF, note={"move": "approve"})
    w.call_approved("ferry")


def seal_given_to_a_twin(w):
    w.sql("UPDATE seals SET story = :twin WHERE story = :bridge")
    w.call_approved("twin")


def decisions_given_to_a_twin(w):
    w.sql("UPDATE seals SET story = :twin WHERE story = :bridge")
    w.sql("UPDATE decisions SET story = :twin WHERE story = :bridge")
    w.call_approved("twin")


def waiver_edited(w):
    w.sql("UPDATE decisions SET reason = 'the chief said so' WHERE done = 'waived' AND story = :bridge")


def waiver_edited_and_chained(w):
    waiver_edited(w)
    w.chain_anew()


def waiver_edited_chained_and_unanchored(w):
    waiver_edited_and_chained(w)
    w.sql("UPDATE seals SET place = 0")


def entry_edited(w):
    w.sql("UPDATE decisions SET who = 'Mallory Quint' WHERE done = 'passed-on' AND story = :bridge")


def entry_of_rubbish(w):
    w.sql("UPDATE decisions SET done = 'blessed' WHERE done = 'passed-on' AND story = :bridge")


def entries_reordered(w):
    first, second = (
        w.one(f"SELECT place FROM decisions WHERE done = '{done}'")[0] for done in ("submitted", "passed-on")
    )
    for old, new in ((first, -2), (second, first), (-2, second)):
        w.sql("UPDATE decisions SET place = :new WHERE place = :old", old=old, new=new)


def entry_deleted(w):
    w.sql("DELETE FROM decisions WHERE done = 'submitted' AND story = :bridge")


def numbers_swapped(w):
    for old, new in ((2, -2), (3, 2), (-2, 3)):
        w.sql("UPDATE decisions SET number = :new WHERE number = :old", old=old, new=new)


def end_moved(w):
    w.sql("UPDATE trail SET place = place - 1")


def entries_cut_off(w):
    last = w.one("SELECT max(place) FROM decisions")[0]
    w.sql("DELETE FROM decisions WHERE place > :last", last=last - 1)
    w.chain_anew()


def trail_cut_and_a_ferry_approved(w):
    entries_cut_off(w)
    w.call_approved("ferry")


def role_given_and_taken_back(w):
    roles = w.one("SELECT roles FROM people WHERE initials = 'MQ'")[0]
    w.sql("""UPDATE people SET roles = '{"*":["section-chief"]}' WHERE initials = 'MQ'""")
    w.approve(w.store, "twin", "mallory")
    w.sql("UPDATE people SET roles = :roles WHERE initials = 'MQ'", roles=roles)


def role_given_by_an_entry(w):
    roles = {"*": ["section-chief"]}
    w.enter_desk(Done.PERSON_CHANGED, w.people["mallory"].id, note={"roles": roles})
    w.sql("UPDATE people SET roles = :roles WHERE initials = 'MQ'", roles=json.dumps(roles))
    w.approve(w.store, "twin", "mallory")


def role_given(w):
    w.sql("""UPDATE people SET roles = '{"*":["section-chief"]}' WHERE initials = 'MQ'""")


def person_renamed(w):
    w.sql("UPDATE people SET name = 'Odile Brand' WHERE initials = 'OB'")


def person_added(w):
    w.sql(
        "INSERT INTO people (id, name, initials, roles, pin, created, withdrawn) "
        """VALUES ('f0f0', 'Nobody Known', 'NK', '{"*":["administrator"]}', '', 0, NULL)"""
    )


def pin_wiped(w):
    w.sql("UPDATE people SET pin = '' WHERE initials = 'MQ'")


def revoked_key_revived(w):
    _revoked(w)
    w.sql("UPDATE signing_keys SET revoked = NULL, revoked_by = '', why = ''")


def _revoked(w):
    w.store.keys.revoke(w.keys["odile"].fingerprint, w.people["odile"].actor, "stolen")
    Witness(w.store).remember()


def stolen_key_with_an_old_date(w):
    _revoked(w)
    w.forge_approval("twin", w.keys["odile"])


def findings_wiped(w):
    w.sql("UPDATE runs SET found = '[]' WHERE story = :bridge")


def findings_wiped_where_sealed(w):
    w.sql("UPDATE seals SET run = '[]' WHERE story = :bridge")


def dictionary_word(w):
    w.sql("INSERT INTO dictionary (word, who, added) VALUES ('teh', 'Odile Brandt', 0)")


def comment(w):
    w.sql("UPDATE comments SET words = 'All well.' WHERE story = :bridge")


def slug(w):
    w.sql("UPDATE stories SET slug = 'brigde' WHERE id = :bridge")


def section(w):
    w.sql("UPDATE stories SET section = 'Sport' WHERE id = :bridge")


def headline(w):
    w.sql("UPDATE stories SET headline = 'Bridge shuts' WHERE id = :bridge")


def copy_map(w):
    w.sql("""UPDATE stories SET kinds = '[[0,"paid"]]' WHERE id = :bridge""")


def approval_deleted_with_its_seal(w):
    place = w.one("SELECT place FROM decisions WHERE done = 'approved' AND story = :bridge")[0]
    w.sql("DELETE FROM decisions WHERE place = :place", place=place)
    w.sql("DELETE FROM seals WHERE story = :bridge")
    w.chain_anew()
    w.sql("UPDATE stories SET state = 'with-section-chief', seal = '' WHERE id = :bridge")


def guards_dropped(w):
    with closing(sqlite3.connect(w.path)) as connection:
        connection.execute("DROP TRIGGER seals_no_update")
        connection.commit()


def guards_dropped_and_put_back(w):
    w.sql("SELECT 1")


def version_removed(w):
    w.sql("DELETE FROM versions WHERE story = :bridge AND number = 1")


def yesterday(w):
    """The return of yesterday evening is not there any more: the file is that of yesterday noon."""
    noon = w.keep()
    w.move(w.store, "bridge", "reopen", "odile")
    Witness(w.store).remember()
    w.put_back(noon)
    noon.close()


@dataclass(frozen=True)
class Forgery:
    """One thing that a forger does, and to which story; `text` is what they say was approved.

    `hides` an approval or a return rather than pretending one: then a state that is not Approved gives nothing away.
    """

    words: str
    act: object
    story: str = "bridge"
    text: str | None = None
    hides: bool = False


FORGERIES = (
    Forgery("The text edited under its digest", text_under_its_digest),
    Forgery("The text replaced, with its digest, in story and version", text_with_its_digest),
    Forgery("The same, and the digest beside the seal", text_with_its_digest_and_the_seals, text=OTHERS),
    Forgery("The text of an old version edited", old_text),
    Forgery("The author of an old version changed", old_author),
    Forgery("The author of the version that was approved changed", last_author),
    Forgery("“Approved” written into the state of a draft", state_alone, "twin"),
    Forgery("The same, with the id of an old seal, after a return", state_with_an_old_seal, "ferry"),
    Forgery("An approval entered into the trail, without a seal", entry_without_seal, "twin"),
    Forgery("An approval with a seal by a key that nobody knows", seal_by_an_unknown_key, "twin"),
    Forgery("The same, the key entered as the chief's", seal_by_a_key_entered_as_the_chiefs, "twin"),
    Forgery("The same, the key entered into the trail", seal_by_a_key_entered_into_the_trail, "twin"),
    Forgery("The same, and confirmed by itself", seal_by_a_key_that_confirms_itself, "twin"),
    Forgery("The same, the chief's key revoked before", seal_by_a_key_that_pushes_the_chiefs_out, "twin"),
    Forgery("The first key of a chief who never signed entered by a forger", seal_by_the_first_key_of_a_chief, "twin"),
    Forgery("An approval in one's own name and key, without the role", seal_without_the_role, "twin"),
    Forgery("The chief's public key exchanged, the seal signed with that", public_key_exchanged),
    Forgery("The same, with the name of the key", key_exchanged_with_its_name),
    Forgery("What was signed edited", payload_edited),
    Forgery("What was signed replaced by rubbish", payload_of_rubbish),
    Forgery("Columns beside the seal edited", seal_columns_edited),
    Forgery("A seal made an unsigned one of before", seal_made_unsigned),
    Forgery("A return deleted, the trail cut and chained anew; no seal after it", return_deleted_at_the_end, "ferry"),
    Forgery("The same, with seals of other stories after it", return_deleted_before_a_seal, "harbour"),
    Forgery("An old seal replayed by entries that void and restore", restored_by_entries, "ferry"),
    Forgery("An old seal replayed by another entry that approves", approved_again_by_an_old_seal, "ferry"),
    Forgery("A seal given to a twin of the story", seal_given_to_a_twin, "twin"),
    Forgery("The same, with the entries of the trail", decisions_given_to_a_twin, "twin"),
    Forgery("The reason of a waiver edited", waiver_edited),
    Forgery("The same, the trail chained anew", waiver_edited_and_chained),
    Forgery("The same, the places of the seals set to 0", waiver_edited_chained_and_unanchored),
    Forgery("Another name in an entry of the trail", entry_edited),
    Forgery("Rubbish in an entry of the trail", entry_of_rubbish),
    Forgery("Two entries reordered", entries_reordered),
    Forgery("An entry deleted", entry_deleted),
    Forgery("The numbers of two entries swapped", numbers_swapped),
    Forgery("The end of the trail moved", end_moved),
    Forgery("The last entry cut off, the end moved there", entries_cut_off, "ferry", hides=True),
    Forgery("The same, and the story called approved again", trail_cut_and_a_ferry_approved, "ferry"),
    Forgery("A role given, an approval made, the role taken back", role_given_and_taken_back, "twin"),
    Forgery("The same, the role given by an entry of the trail", role_given_by_an_entry, "twin"),
    Forgery("A role given", role_given),
    Forgery("A person renamed", person_renamed),
    Forgery("A person added", person_added),
    Forgery("A PIN wiped", pin_wiped),
    Forgery("A revoked key revived", revoked_key_revived),
    Forgery("The revocation taken out of the trail, the stolen key used", revocation_taken_out, "twin"),
    Forgery("A stolen, revoked key used with an old date", stolen_key_with_an_old_date, "twin"),
    Forgery("Findings wiped from the last check", findings_wiped),
    Forgery("Findings wiped from what the chief saw", findings_wiped_where_sealed),
    Forgery("A word put into the desk's dictionary", dictionary_word),
    Forgery("A comment changed", comment),
    Forgery("The slug of an approved story changed", slug),
    Forgery("Its section changed", section),
    Forgery("Its headline changed", headline),
    Forgery("Its copy map changed", copy_map),
    Forgery("An approval deleted with its seal, the trail chained anew", approval_deleted_with_its_seal, hides=True),
    Forgery("A version removed", version_removed),
    Forgery("Guards of a table dropped", guards_dropped),
    Forgery("Guards dropped and put back, nothing else", guards_dropped_and_put_back),
    Forgery("The database put back to yesterday", yesterday),
)
COLUMNS = ("list", "review", "verify", "store check", "this machine")
_MARKED = re.compile(r"(<!-- forgeries in a database -->\n).*?(\n<!-- end -->)", re.DOTALL)


def _line(words, by):
    return f"| {words} | {' | '.join('yes' if one else '–' for one in by)} |"


def _table(lines):
    return "\n".join([f"| what was done | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}", *lines])


def test_who_sees_each_forgery_stands_in_the_table(world, request, tries):
    assert world.seen("bridge") == (False,) * len(COLUMNS)
    page, accepted, lines = PAGE.read_text("utf-8"), request.config.getoption("--accept"), []
    for forgery in FORGERIES:
        with tries.one("forgeries"):
            world.put_back()
            Witness(world.store).accept()
            forgery.act(world)
            lines.append(_line(forgery.words, world.seen(forgery.story, forgery.text, hides=forgery.hides)))
            assert accepted or lines[-1] in page, "run pytest tests/desk/forgeries --accept"
    wanted = _MARKED.sub(lambda mark: f"{mark[1]}\n{_table(lines)}\n{mark[2]}", page)
    if accepted:
        PAGE.write_text(wanted, "utf-8")
        return
    assert page.splitlines() == wanted.splitlines(), "run pytest tests/desk/forgeries --accept"
