"""Forgeries of texts, states, seals and the keys they are signed with; each is done to the world `w` of a test."""

from desk.review.decisions import Done
from desk.review.people import Role
from desk.review.seal import text_digest
from desk.review.states import State
from desk.services.witness import Witness

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
    revoked(w)
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


def seal_columns_edited(w):
    w.sql("UPDATE seals SET who = 'Mallory Quint', waivers = '[]', headline = 'x' WHERE story = :bridge")


def seal_moment_edited(w):
    w.sql("UPDATE seals SET made = made + 1000000 WHERE story = :bridge")


def seal_waivers_edited(w):
    w.sql("UPDATE seals SET waivers = '[]' WHERE story = :bridge")


def seal_map_edited(w):
    w.sql("UPDATE seals SET map_digest = '', furniture_digest = '' WHERE story = :bridge")


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


def revoked(w):
    w.store.keys.revoke(w.keys["odile"].fingerprint, w.people["odile"].actor, "stolen")
    Witness(w.store).remember()
