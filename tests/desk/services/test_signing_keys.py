import stat
from contextlib import closing

import keyring
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from desk.errors import KnownError
from desk.keychain import forget_secret, keep_secret, read_secret
from desk.paths import data_dir
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.signing import SigningKey, proved
from desk.store.connect import open_store


class Ring(KeyringBackend):
    """A system's keyring, as far as we ask it."""

    priority = 5

    def __init__(self):
        self.kept, self.fault = {}, None

    def get_password(self, service, username):
        if self.fault:
            raise self.fault
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.fault:
            raise self.fault
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def ring(monkeypatch):
    made, before = Ring(), keyring.get_keyring()
    monkeypatch.setenv("COPYDESK_KEYRING", "on")
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_kept_in_the_systems_keyring_and_in_no_file(ring):
    assert keep_secret("ab", "secret") == "The signing key is in the system's keyring."
    assert read_secret("ab") == "secret"
    assert not (data_dir() / "keys").exists()
    forget_secret("ab")
    forget_secret("ab")
    assert read_secret("ab") == ""


def test_without_a_keyring_it_is_a_file_that_its_owner_alone_reads_and_the_sentence_says_so():
    said = keep_secret("ab", "secret")
    path = data_dir() / "keys" / "ab.key"
    assert f"the signing key is in {path}, which only you can read" in said
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert read_secret("ab") == "secret"
    assert read_secret("cd") == ""
    forget_secret("ab")
    assert not path.exists()


def test_a_keyring_that_takes_nothing_is_none(ring):
    ring.fault = PasswordSetError("no")
    assert "There is no system keyring here" in keep_secret("ab", "secret")
    ring.fault = None
    assert read_secret("ab") == "secret"


def test_a_locked_keyring_is_one_sentence(ring):
    ring.fault = KeyringLocked("locked")
    with pytest.raises(KnownError, match="unlock it and try again"):
        read_secret("ab")


def test_a_file_that_cannot_be_read_or_written_is_one_sentence():
    keep_secret("ab", "secret")
    path = data_dir() / "keys" / "ab.key"
    path.write_bytes(b"\xff")
    with pytest.raises(KnownError, match=r"ab\.key cannot be read"):
        read_secret("ab")
    (data_dir() / "keys" / "ab.key").unlink()
    (data_dir() / "keys").rmdir()
    (data_dir() / "keys").touch()
    with pytest.raises(KnownError, match="could not be kept"):
        keep_secret("ab", "secret")


def test_a_key_of_another_kind_is_refused():
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x")
    )
    with pytest.raises(KnownError, match="a key of another kind"):
        SigningKey.from_pem(pem, "x")


def test_a_signature_proves_its_payload_and_no_other():
    key = SigningKey.new()
    signature = key.sign('{"a":1}')
    assert proved('{"a":1}', signature, key.public)
    assert not proved('{"a":2}', signature, key.public)
    assert not proved('{"a":1}', signature, SigningKey.new().public)
    assert not proved('{"a":1}', "no signature", key.public)
    assert SigningKey.kept(key.secret).fingerprint == key.fingerprint
    with pytest.raises(KnownError, match="is damaged: import it again"):
        SigningKey.kept("rubbish")


def test_the_key_is_made_at_the_first_approval_which_says_where_it_is_and_used_again(people, checked, go):
    desk = people.desk(user_name="Rosa Marquez")
    said = []
    for slug in ("first", "second"):
        view = desk.stories.open_text(f"Bridge opens\n\nBy Ada Holm\n\nIt opened, {slug}.\n", slug)
        checked(desk, view.id, view.text)
        for action in ("submit", "pass-on", "send-to-chief", "approve"):
            passed = {o.key: "so" for o in next(o for o in desk.moves.options(view.id) if o.action == action).obstacles}
            said.append(desk.moves.move(MoveRequest(story=view.id, action=action, passed=passed)))
    assert said[3].said == "first: Approved."
    (where,) = said[3].to_read
    assert where.startswith("There is no system keyring here: the signing key is in")
    assert said[3].told == f"first: Approved. {where}"
    assert (said[7].said, said[7].to_read) == ("second: Approved.", ())


def test_a_key_is_its_owners(approved, people):
    desk, _ = approved
    (key,) = desk.signing_keys.all()
    assert (key.who.name, key.who.id) == ("Odile Brandt", desk.people.working.id)
    assert desk.signing_keys.signer(desk.people.working).fingerprint == key.fingerprint


def test_a_lost_key_is_one_sentence_with_the_ways_out(approved):
    desk, _ = approved
    (key,) = desk.signing_keys.all()
    forget_secret(key.fingerprint)
    with pytest.raises(KnownError, match=r"Odile Brandt \([0-9a-f]{16}\) is not on this machine: import it"):
        desk.signing_keys.signer(desk.people.working)
    said = desk.signing_keys.new().said
    assert "does not count yet: revoke your lost one first" in said
    with pytest.raises(KnownError, match="does not count yet"):
        desk.signing_keys.signer(desk.people.working)
    desk.signing_keys.revoke(key.fingerprint, "lost")
    desk.signing_keys.revoke(desk.signing_keys.waiting()[0].fingerprint, "never used")
    alone = desk.signing_keys.signer(desk.people.working).fingerprint
    assert alone != key.fingerprint
    (told,) = desk.store.keys.by_themselves()
    assert told.startswith(f"The key {alone[:16]} of Odile Brandt counts as an administrator's since ")
    assert desk.signing_keys.told_of_people() == {desk.people.working.id: told}
    assert [one.by_itself for one in desk.signing_keys.all() if one.fingerprint == alone] == [True]


def test_a_first_key_and_any_further_one_wait_for_an_administrator(approved):
    desk, _ = approved
    tam, odile = desk.people.with_initials("TR"), desk.people.with_initials("OB")
    desk.people.switch(tam.id)
    with pytest.raises(KnownError, match="does not count yet: tell this number to Odile Brandt, who confirms it"):
        desk.signing_keys.signer(tam)
    (first,) = desk.signing_keys.waiting()
    desk.people.switch(odile.id)
    desk.signing_keys.confirm(first.fingerprint)
    desk.people.switch(tam.id)
    assert desk.signing_keys.signer(tam).fingerprint == first.fingerprint
    forget_secret(first.fingerprint)
    assert "does not count yet: tell this number to Odile Brandt" in desk.signing_keys.new().said
    (waiting,) = desk.signing_keys.waiting()
    with pytest.raises(KnownError, match="does not count yet"):
        desk.signing_keys.signer(tam)
    with pytest.raises(KnownError, match="Only an administrator confirms"):
        desk.signing_keys.confirm(waiting.fingerprint)
    desk.people.switch(odile.id)
    assert "counts from now on" in desk.signing_keys.confirm(waiting.fingerprint).said
    desk.people.switch(tam.id)
    assert desk.signing_keys.signer(tam).fingerprint == waiting.fingerprint
    assert (desk.store.trail.faults(), desk.store.audit.faults()) == ([], [])


def test_a_waiting_key_is_a_question_to_administrators_alone(approved, people):
    desk, _ = approved
    tam, odile = desk.people.with_initials("TR"), desk.people.with_initials("OB")
    desk.people.switch(tam.id)
    for _ in range(2):
        desk.signing_keys.new()
    assert (desk.needs.waiting().asked, people.again(desk).waiting_keys.told()) == ((), "")
    desk = people.made[-1]
    desk.people.switch(odile.id)
    desk = people.again(desk)
    assert desk.waiting_keys.told() == "2 signing keys wait for you: Story ▸ What needs a person…"
    yes, no = desk.needs.waiting().asked
    assert yes.said == f"Is the signing key {yes.id[4:20]} that of Tam Reyes?"
    desk.needs.answer(yes, 0)
    desk.needs.answer(no, 1)
    keys = {key.fingerprint: (key.waits, key.revoked is None) for key in desk.signing_keys.all()}
    assert (keys[yes.id[4:]], keys[no.id[4:]]) == ((False, True), (True, False))
    assert desk.needs.waiting().asked == ()
    with pytest.raises(KnownError, match="Somebody decided that meanwhile"):
        desk.needs.answer(yes, 1)


def test_a_first_key_from_before_keys_were_vouched_for_counts(tmp_path):
    with closing(open_store(tmp_path / "old.db")) as store:
        odile = store.people.add("Odile Brandt", "OB", {"*": [Role.ADMIN]})
        lea = store.people.add("Lea Novak", "LN", {"*": [Role.CHIEF]})
        root, first, later = (SigningKey.new() for _ in range(3))
        assert not store.keys.add(odile, root.fingerprint, root.public).waits
        assert not store.keys.add(lea, first.fingerprint, first.public).waits
        tam = store.people.add("Tam Reyes", "TR", {"*": [Role.CHIEF]}, by=odile.actor, signer=root)
        assert store.keys.add(tam, later.fingerprint, later.public).waits
        assert not store.keys.get(first.fingerprint).waits


def test_a_key_is_carried_to_another_machine(approved, tmp_path):
    desk, _ = approved
    (key,) = desk.signing_keys.all()
    file = tmp_path / "odile.pem"
    with pytest.raises(KnownError, match="only with a passphrase"):
        desk.signing_keys.export(file, "")
    desk.signing_keys.export(file, "correct horse")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert key.public not in file.read_text("ascii")
    forget_secret(key.fingerprint)
    with pytest.raises(KnownError, match="the passphrase is another one"):
        desk.signing_keys.take_in(file, "wrong")
    desk.signing_keys.take_in(file, "correct horse")
    assert desk.signing_keys.signer(desk.people.working).fingerprint == key.fingerprint
    with pytest.raises(KnownError, match="cannot be read"):
        desk.signing_keys.take_in(tmp_path / "none.pem", "x")


def test_a_revoked_or_foreign_key_is_not_imported(approved, tmp_path):
    desk, _ = approved
    (key,) = desk.signing_keys.all()
    file = tmp_path / "odile.pem"
    desk.signing_keys.export(file, "correct horse")
    desk.people.switch(desk.people.with_initials("RM").id)
    with pytest.raises(KnownError, match="This is the key of Odile Brandt, and Rosa Marquez is working"):
        desk.signing_keys.take_in(file, "correct horse")
    with pytest.raises(KnownError, match="Only an administrator revokes the key of somebody else"):
        desk.signing_keys.revoke(key.fingerprint, "lost")
    desk.people.switch(desk.people.with_initials("OB").id)
    with pytest.raises(KnownError, match="needs a reason"):
        desk.signing_keys.revoke(key.fingerprint, " ")
    with pytest.raises(KnownError, match="knows no key with this fingerprint"):
        desk.signing_keys.revoke("feed", "lost")
    desk.signing_keys.revoke(key.fingerprint, "lost")
    with pytest.raises(KnownError, match="This key was revoked on"):
        desk.signing_keys.take_in(file, "correct horse")
    assert desk.signing_keys.signer(desk.people.working).fingerprint != key.fingerprint
