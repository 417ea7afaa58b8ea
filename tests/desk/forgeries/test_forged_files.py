"""Every forgery of a seal file that was tried, and what `verify` says at the desk and away from it."""

import json
import re
from pathlib import Path

from desk.errors import KnownError
from desk.services.proofs import verify_file
from desk.services.seal_file import beside, seal_words

PAGE = Path(__file__).resolve().parents[3] / "docs" / "forgeries.md"
_MARKED = re.compile(r"(<!-- forged seal files -->\n).*?(\n<!-- end -->)", re.DOTALL)


def with_values(**change):
    """Return a change of values of the file."""
    return lambda plain, keys: json.dumps({**plain, **change}).encode()


def signed_anew(who=None, **change):
    """Return a change of what was signed, signed with another key, in the same name or another."""

    def does(plain, keys):
        mine = keys["thief"]
        payload = {**json.loads(plain["payload"]), **change, "key": mine.fingerprint}
        payload |= {"who": {"id": "f" * 32, "name": who, "role": "section-chief"}} if who else {}
        words = json.dumps(payload, sort_keys=True, separators=(",", ":"))
        return json.dumps(
            {**plain, "payload": words, "signature": mine.sign(words), "public_key": mine.public}
        ).encode()

    return does


def edited(old, new):
    """Return a change of letters of what was signed."""
    return lambda plain, keys: json.dumps({**plain, "payload": plain["payload"].replace(old, new)}).encode()


def of_another_story(plain, keys, key, who):
    """Return the file signed anew for a story that the desk does not have, where nothing of it can be compared."""
    payload = json.loads(plain["payload"])
    payload |= {"story": {**payload["story"], "id": "e" * 32}, "key": keys[key].fingerprint, "who": who}
    words = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    signed = {"payload": words, "signature": keys[key].sign(words), "public_key": keys[key].public}
    return json.dumps({**plain, **signed}).encode()


FORGERIES = {
    "Signed by another key in the chief's name": signed_anew(),
    "Signed by another key in a name that looks like the chief's": signed_anew(
        "Odile Br\N{CYRILLIC SMALL LETTER A}ndt"
    ),
    "Signed by another key in a name that nobody knows": signed_anew("Nobody Known"),
    "What was signed edited": edited("as spoken", "as heard"),
    "The name in it edited": edited("Odile Brandt", "Mallory Quint"),
    "Its version edited": edited('"copydesk_seal":1', '"copydesk_seal":2'),
    "Another public key put beside it": lambda plain, keys: with_values(public_key=keys["thief"].public)(plain, keys),
    "The signature edited": lambda plain, keys: with_values(signature="A" + plain["signature"][1:])(plain, keys),
    "An empty signature": with_values(signature=""),
    "The line “what” edited": with_values(what="approved by nobody"),
    "A key that is no base64": with_values(public_key="%%%"),
    "An empty key": with_values(public_key=""),
    "A number for a key": with_values(public_key=7),
    "A list for what was signed": with_values(payload=[]),
    "A moment of 200 bits": signed_anew(when=1 << 200),
    "A moment with a fraction": signed_anew(when=1.5),
    "A moment that is no number (NaN)": signed_anew(when=float("nan")),
    "Waivers of another type": signed_anew(waivers={"a": 1}),
    "A name of another type": signed_anew(who={"a": 1}),
    "JSON nested without end": lambda plain, keys: b"[" * 100_000,
    "A binary file": lambda plain, keys: b"\x89PNG\r\n\x1a\n\0\0",
    "A file in UTF-16": lambda plain, keys: json.dumps(plain).encode("utf-16"),
    "Escape codes in the name": signed_anew("Odile\x1b[2JBrandt"),
}


def _said(text, store):
    try:
        outcome = verify_file(text, store).outcome.name
    except KnownError:
        return "refused"
    return {"APPROVED": "approved", "NOT_APPROVED": "not approved", "UNKNOWN": "cannot be told"}[outcome]


def test_what_verify_says_of_each_forged_file_stands_in_the_table(world, request, tmp_path, tries):
    text = tmp_path / "bridge.txt"
    text.write_text(world.store.stories.text(world.ids["bridge"]), "utf-8")
    seal = world.store.seals.last(world.ids["bridge"])
    plain = json.loads(seal_words(seal, world.keys["odile"].public))
    mallory, lea = world.people["mallory"], world.people["lea"]
    world.store.keys.add(lea, world.keys["unknown"].fingerprint, world.keys["unknown"].public)
    others = {
        "Signed by a copy editor with their own key, for a story that is not there": (mallory, "mallory"),
        "Signed in a chief's name by a key that waits, for a story that is not there": (lea, "unknown"),
    }
    lines = ["| what was done to the seal file | at the desk | away from it |", "|---|---|---|"]
    for words, forge in {"Nothing": with_values(), **FORGERIES}.items():
        with tries.one("forged-files"):
            beside(text).write_bytes(forge(plain, world.keys))
            lines.append(f"| {words} | {_said(text, world.store)} | {_said(text, None)} |")
    for words, (person, key) in others.items():
        with tries.one("forged-files"):
            who = {"id": person.id, "name": person.name, "role": "section-chief"}
            beside(text).write_bytes(of_another_story(plain, world.keys, key, who))
            lines.append(f"| {words} | {_said(text, world.store)} | {_said(text, None)} |")
    text.write_text("Other words.\n", "utf-8")
    beside(text).write_bytes(with_values()(plain, world.keys))
    lines.append(f"| The seal put beside another text | {_said(text, world.store)} | {_said(text, None)} |")
    page = PAGE.read_text("utf-8")
    wanted = _MARKED.sub(lambda mark: mark[1] + "\n" + "\n".join(lines) + "\n" + mark[2], page)
    if request.config.getoption("--accept"):
        PAGE.write_text(wanted, "utf-8")
    assert request.config.getoption("--accept") or page == wanted, "run pytest tests/desk/forgeries --accept"
