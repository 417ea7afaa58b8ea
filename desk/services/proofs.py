"""Whether a text is exactly one that was approved: by whom, when, with which waivers, and what differs if it is not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.errors import KnownError
from desk.readers.draft import read_draft
from desk.review.seal import Seal, parsed, text_digest
from desk.review.words import REASONS, words_for
from desk.store.approval.keys import PublicKey
from desk.store.approval.seals import unproved
from desk.store.connect import Store
from desk.text.diff import ChangeKind, diff
from desk.text.moments import date_and_time, from_iso, iso
from desk.text.words import one_line, plural, shortened

if TYPE_CHECKING:
    from desk.services.context import DeskContext

SEAL_SUFFIX = ".seal.json"
_SHOWN = 60
"""Code points of one difference that are told."""
_MOST_DIFFERENCES = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the text is not the approved one: the line in the text, what was approved, what is there."""

    line: int
    approved: str
    now: str


@dataclass(frozen=True)
class Proof:
    """What a verification came to; `why` says in one sentence why the text is not an approved one, empty if it is."""

    name: str
    why: str
    seal: Seal | None = None
    remarks: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    more: int = 0
    """Differences beyond those listed."""
    told: dict[str, Any] = field(default_factory=dict)
    """What was signed: waivers, what was passed, versions of rules and engine."""

    @property
    def approved(self) -> bool:
        """Return whether the text is exactly one that was approved."""
        return not self.why and self.seal is not None


def beside(path: Path) -> Path:
    """Return the place of the seal that goes with an exported text."""
    return path.with_name(path.name + SEAL_SUFFIX)


class ProofsService:
    """Proofs of texts by what a desk knows, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._store = context.store

    def of_file(self, path: Path) -> Proof:
        """Return whether the text of a file is exactly one that was approved."""
        return verify_file(path, self._store)

    def of_story(self, story_id: str) -> Proof:
        """Return whether a story is, as it is now, what was approved."""
        return verify_story(story_id, self._store)


def verify_file(path: Path, store: Store | None) -> Proof:
    """Return whether the text of a file is an approved one, by the seal beside it or by the desk's own seals.

    Raises `KnownError` for a file that cannot be read, or a seal that is none or is from a newer version.
    """
    text, side = read_draft(path).text, beside(path)
    if side.exists():
        return _by_seal_file(path, text, side, store)
    if store is None:
        raise KnownError(f"There is no seal beside {path} ({side.name}), and no desk here that could know its text.")
    sha256 = text_digest(text)
    seals = [(seal, *store.seals.proof(seal)) for seal in store.seals.on_text(sha256)]
    good = next((found for found in seals if not found[1]), None)
    if good is not None:
        seal, _, remark = good
        return _proof(str(path), "", seal, [remark, _since(store, seal)])
    if seals:
        seal, why, remark = seals[0]
        return _proof(str(path), why, seal, [remark])
    known = store.stories.find(path.resolve())
    last = store.seals.last(known.id) if known is not None else None
    if last is None:
        return Proof(str(path), "No approval of this text is known here.")
    return _differs(str(path), "This is not the text that was approved.", last, text, store)


def verify_story(story_id: str, store: Store) -> Proof:
    """Return whether a story of the desk, as it is now, is what was approved."""
    story, text = store.stories.get(story_id), store.stories.text(story_id)
    status, seal = store.seals.status(story_id), store.seals.last(story_id)
    if status is None or seal is None:
        why = "This story was never approved." if status is None else status.why_void
        return Proof(story.slug, why)
    if status.stands:
        return _proof(story.slug, "", seal, [status.remark])
    return _differs(story.slug, status.why_void, seal, text, store, [status.remark])


def _by_seal_file(path: Path, text: str, side: Path, store: Store | None) -> Proof:
    seal, public, slug = read_seal_file(side)
    key = store.keys.get(seal.key) if store is not None else None
    given = PublicKey(seal.key, seal.who, public, seal.when, None, "", "")
    why, remark = unproved(seal, given if key is None else key)
    remarks = [remark]
    if not why and key is None:
        remarks.append(
            f"Whether the key {seal.key[:16]} is really that of {seal.who} cannot be told here: "
            + ("this desk does not know it." if store is not None else "there is no desk to ask.")
        )
    if why:
        return _proof(str(path), why, seal, remarks)
    if seal.sha256 != text_digest(text):
        sentence = f"The seal beside it is of another text (“{slug}”), not of this one."
        return _differs(str(path), sentence, seal, text, store, remarks)
    return _proof(str(path), "", seal, [*remarks, "" if store is None else _since(store, seal)])


def read_seal_file(path: Path) -> tuple[Seal, str, str]:
    """Return seal, public key (base64) and slug of the small file beside an exported text; raises `KnownError`."""
    try:
        plain = json.loads(path.read_text("utf-8"))
        payload, signature, public = (str(plain[name]) for name in ("payload", "signature", "public_key"))
        slug = str(json.loads(payload)["story"]["slug"])
    except OSError as error:
        raise KnownError(f"The seal {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError(f"{path} is no seal of Copydesk, or it was damaged: get the file again.") from error
    from desk.review.signing import fingerprint

    seal = parsed(payload, signature)
    if fingerprint(public) != seal.key:
        raise KnownError(f"The seal {path} was put together from two: its key is not the one that it names.")
    return seal, public, slug


def _since(store: Store, seal: Seal) -> str:
    """Return what became of the story since, if it is not what this seal was given for any more."""
    try:
        status = store.seals.status(seal.story)
    except KnownError:
        return "The story is not in this desk's database."
    if status is None or (status.stands and status.id == seal.id):
        return ""
    return f"On the desk the story has gone on: {status.why_void or 'it was approved again, with another text.'}"


def _proof(name: str, why: str, seal: Seal, remarks: list[str]) -> Proof:
    told = json.loads(seal.payload) if seal.payload else {}
    return Proof(name, why, seal, tuple(remark for remark in remarks if remark), told=told)


def _differs(
    name: str, why: str, seal: Seal, text: str, store: Store | None, remarks: list[str] | None = None
) -> Proof:
    approved = store.stories.text_with(seal.sha256) if store is not None else None
    found = [] if approved is None else list(_differences(approved, text))
    told = _proof(name, why, seal, remarks or [])
    return Proof(
        name,
        why,
        seal,
        told.remarks,
        tuple(found[:_MOST_DIFFERENCES]),
        max(0, len(found) - _MOST_DIFFERENCES),
        told.told,
    )


def _differences(approved: str, now: str) -> list[Difference]:
    out: list[Difference] = []
    gone = ""
    for piece in diff(approved, now):
        if piece.change is ChangeKind.REMOVED:
            gone += piece.text
            continue
        line = now.count("\n", 0, piece.new.start) + 1
        if piece.change is ChangeKind.ADDED:
            out.append(Difference(line, _short(gone), _short(piece.text)))
        elif gone:
            out.append(Difference(line, _short(gone), ""))
        gone = ""
    if gone:
        out.append(Difference(now.count("\n") + 1, _short(gone), ""))
    return out


def _short(words: str) -> str:
    return shortened(words if one_line(words) else words.replace("\n", "¶").replace(" ", "␣"), _SHOWN)


def as_lines(proof: Proof) -> list[str]:
    """Return the proof as lines for a terminal."""
    seal = proof.seal
    out = [f"{proof.name}: {'approved' if proof.approved else 'NOT approved as it is'}"]
    if proof.why:
        out.append(f"  {proof.why}")
    if seal is not None:
        out.append(f"  {'approved' if proof.approved else 'last approved'} by {seal.who}, {date_and_time(seal.when)}")
        out += [
            f"  waived: {w['item']} “{w['about']}” by {w['who']}{_waived_when(w)}: {w['reason']}"
            for w in proof.told.get("waivers", ())
        ]
        out += [
            f"  passed: {p['item']} {words_for(REASONS, p['why'])}: {p['reason']}" for p in proof.told.get("passed", ())
        ]
        out += [f"  not checked: {item}" for item in seal.unchecked]
        out.append(f"  text {seal.sha256[:16]}, key {seal.key[:16] or 'none'}")
    out += [f"  note: {remark}" for remark in proof.remarks]
    for each in proof.differences:
        out.append(f"  line {each.line}: approved “{each.approved}”, now “{each.now}”")
    if proof.more:
        out.append(f"  and {plural(proof.more, 'more difference')}")
    return out


def _waived_when(waiver: Mapping[str, Any]) -> str:
    """Return when something was waived; empty for a seal that says nothing of it, or nothing that can be read."""
    try:
        return f", {date_and_time(from_iso(str(waiver['when'])))}"
    except (KeyError, ValueError, OverflowError):
        return ""


def as_plain(proof: Proof) -> dict[str, Any]:
    """Return the proof as plain values, for other programs."""
    seal = proof.seal
    return {
        "name": proof.name,
        "approved": proof.approved,
        "why": proof.why,
        "by": seal.who.name if seal else "",
        "when": iso(seal.when) if seal else "",
        "key": seal.key if seal else "",
        "seal": proof.told,
        "remarks": list(proof.remarks),
        "differences": [{"line": d.line, "approved": d.approved, "now": d.now} for d in proof.differences],
        "more_differences": proof.more,
    }
