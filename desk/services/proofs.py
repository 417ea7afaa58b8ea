"""Whether a text is exactly one that was approved: by whom, when, with which waivers, and what differs if it is not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.errors import KnownError
from desk.readers.draft import FileDraft
from desk.readers.guarded import GuardedReader
from desk.readers.reading import read_file
from desk.review.seal import Seal, text_digest
from desk.review.words import REASONS, item_words, words_for
from desk.services.seal_file import SealFile, beside, read_seal_file
from desk.services.sealed_documents import paragraphs_in, paragraphs_wanted, says_the_same, what_is_proved
from desk.store.approval.keys import PublicKey
from desk.store.approval.seal_rows import signature_fault
from desk.store.connect import Store
from desk.text.diff import ChangeKind, diff
from desk.text.moments import date_and_time, from_iso, iso
from desk.text.words import harmless, one_line, plural, shortened

if TYPE_CHECKING:
    from desk.services.context import DeskContext

_SHOWN = 60
"""Code points of one difference that are told."""
_MOST_DIFFERENCES = 20
_LEAST_OF_A_KEY = 16
"""Digits of a key's fingerprint that name it: 64 bits, as the desk itself shows it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the text is not the approved one: the line in the text, what was approved, what is there."""

    line: int
    approved: str
    now: str


class Verification(IntEnum):
    """What a verification came to, as the terminal's exit status."""

    APPROVED = 0
    NOT_APPROVED = 1
    UNKNOWN = 2
    """It cannot be told here: whose key signed is not known."""


@dataclass(frozen=True, slots=True)
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
    unknown: bool = False
    """Whether all agrees but for the key, of which nobody here knows whose it is: then `why` says so."""

    @property
    def approved(self) -> bool:
        """Return whether the text is exactly one that was approved."""
        return not self.why and self.seal is not None

    @property
    def outcome(self) -> Verification:
        """Return what it came to."""
        if self.unknown:
            return Verification.UNKNOWN
        return Verification.APPROVED if self.approved else Verification.NOT_APPROVED


class ProofsService:
    """Proofs of texts by what a desk knows, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._store, self._witness = context.store, context.witness

    def of_file(self, path: Path, trusted: str = "") -> Proof:
        """Return whether the text of a file is exactly one that was approved; `trusted` as for `verify_file`."""
        return self._doubted(verify_file(path, self._store, trusted))

    def of_story(self, story_id: str) -> Proof:
        """Return whether a story is, as it is now, what was approved."""
        return self._doubted(verify_story(story_id, self._store))

    def _doubted(self, proof: Proof) -> Proof:
        """Return the proof; no approval is sure in a database that goes behind what this machine saw of it."""
        fault = self._witness.fault() if proof.approved else ""
        return replace(proof, why=fault, unknown=True) if fault else proof


def verify_file(path: Path, store: Store | None, trusted: str = "") -> Proof:
    """Return whether the text of a file is an approved one, by the seal beside it or by the desk's own seals.

    `trusted` is the beginning of the fingerprint of a key that whoever asks knows to be the chief's, for where no desk
    knows it. Raises `KnownError` for a file that cannot be read, or a seal that is none or is from a newer version.
    """
    read, side = _read(path), beside(path)
    if side.exists():
        return _by_seal_file(path, read, read_seal_file(side), store, trusted)
    if store is None:
        raise KnownError(f"There is no seal beside {path} ({side.name}), and no desk here that could know its text.")
    text = read.text
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


def _read(path: Path) -> FileDraft:
    """Return what stands in a file, whatever its format; a document's text is that with all changes accepted."""
    reader = GuardedReader()
    try:
        return read_file(path, reader)
    finally:
        reader.close()


def _by_seal_file(path: Path, read: FileDraft, file: SealFile, store: Store | None, trusted: str) -> Proof:
    seal, text = file.seal, read.text
    key = store.keys.get(seal.key) if store is not None else None
    why, remark = _weighed(file, key, store)
    remarks = [remark, file.remark]
    if why:
        return _proof(str(path), why, seal, remarks)
    if file.document is not None:
        if not says_the_same(file.document, read):
            return _document_differs(path, file, read, remarks)
        remarks += what_is_proved(file.document, read)
    elif seal.sha256 != text_digest(text):
        sentence = f"The seal beside it is of another text (“{file.slug}”), not of this one."
        return _differs(str(path), sentence, seal, text, store, remarks)
    if key is None and not _is_trusted(seal, trusted):
        return replace(
            _proof(str(path), _whose_key(seal, store), seal, remarks), unknown=not _knows_signer(seal, store)
        )
    if key is None:
        remarks.append("The key is the one that you named.")
    return _proof(str(path), "", seal, [*remarks, "" if store is None else _since(store, seal)])


def _document_differs(path: Path, file: SealFile, read: FileDraft, remarks: list[str]) -> Proof:
    """Return that a document does not say what was approved, and where."""
    assert file.document is not None
    wanted = "\n\n".join(paragraphs_wanted(file.document.story(), read))
    found = list(_differences(wanted, "\n\n".join(paragraphs_in(read))))
    told = _proof(str(path), "This document does not say the text that was approved.", file.seal, remarks)
    return replace(told, differences=tuple(found[:_MOST_DIFFERENCES]), more=max(0, len(found) - _MOST_DIFFERENCES))


def _weighed(file: SealFile, key: PublicKey | None, store: Store | None) -> tuple[str, str]:
    """Return why a seal proves nothing and what should be known of its key: by the desk, where its story is there."""
    if store is not None and key is not None:
        return store.seals.proof(file.seal)
    # by the key that the file brings along: it proves that the file is whole, and not whose it is
    return signature_fault(file.seal, file.public, file.seal.who), ""


def _is_trusted(seal: Seal, trusted: str) -> bool:
    named = trusted.strip().lower()
    if named and len(named) < _LEAST_OF_A_KEY:
        raise KnownError(f"Name at least the first {_LEAST_OF_A_KEY} digits of the key: fewer could be another's.")
    return bool(named) and seal.key.startswith(named)


def _knows_signer(seal: Seal, store: Store | None) -> bool:
    return store is not None and store.people.knows(seal.who)


def _whose_key(seal: Seal, store: Store | None) -> str:
    """Return in one sentence what is not known of the key that signed."""
    if store is not None and store.people.knows(seal.who):
        return (
            f"This desk knows {seal.who}, and the key {seal.key[:16]} is none of theirs: the seal was forged, or was "
            "given on another desk."
        )
    where = "there is no desk to ask" if store is None else "this desk knows neither the key nor the name"
    return (
        f"Whoever holds the key {seal.key[:16]} signed this text as {seal.who}, and whose key that is cannot be told "
        f"here: {where}. Ask the desk for its key, and name it with --key."
    )


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
    known = [] if any(seal.remark in remark for remark in remarks) else [seal.remark]
    return Proof(name, why, seal, tuple(remark for remark in (*remarks, *known) if remark), told=told)


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


_SAID = {
    Verification.APPROVED: ("approved", "approved by"),
    Verification.NOT_APPROVED: ("NOT approved as it is", "last approved, by what is signed, by"),
    Verification.UNKNOWN: ("it cannot be told whether it was approved", "signed as"),
}


def as_lines(proof: Proof) -> list[str]:
    """Return the proof as lines for a terminal; what would steer it (escape codes in a name) is told as signs."""
    heading, by = _SAID[proof.outcome]
    seal = proof.seal
    out = [f"{proof.name}: {heading}"]
    if proof.why:
        out.append(f"  {proof.why}")
    if seal is not None:
        out.append(f"  {by} {seal.who}, {date_and_time(seal.when)}")
        out += [
            f"  waived: {item_words(w['item'])} “{w['about']}” by {w['who']}{_waived_when(w)}: {w['reason']}"
            for w in proof.told.get("waivers", ())
        ]
        out += [
            f"  passed: {item_words(p['item'])} {words_for(REASONS, p['why'])}: {p['reason']}"
            for p in proof.told.get("passed", ())
        ]
        out += [f"  not checked: {item_words(item)}" for item in seal.unchecked]
        out.append(f"  text {seal.sha256[:16]}, key {seal.key[:16] or 'none'}")
    out += [f"  note: {remark}" for remark in proof.remarks]
    for each in proof.differences:
        out.append(f"  line {each.line}: approved “{each.approved}”, now “{each.now}”")
    if proof.more:
        out.append(f"  and {plural(proof.more, 'more difference')}")
    return list(map(harmless, out))


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
        "outcome": proof.outcome.name.lower().replace("_", "-"),
        "why": proof.why,
        "by": seal.who.name if seal else "",
        "when": iso(seal.when) if seal else "",
        "key": seal.key if seal else "",
        "seal": proof.told,
        "remarks": list(proof.remarks),
        "differences": [{"line": d.line, "approved": d.approved, "now": d.now} for d in proof.differences],
        "more_differences": proof.more,
    }
