"""Bags as bytes and back: one canonical JSON text, signed part by part; an altered byte is seen, and said where."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from desk.errors import KnownError
from desk.exchange.bag import FORM_OF_BAGS, ID_LENGTH, DeskBag, Load, StoryBag, Strand, StrandPart
from desk.exchange.bag_plain import FORM_OF_PARTS, bag_from, bag_plain, card_plain, part_from, part_plain, things_plain
from desk.review.seal import canonical, text_digest
from desk.review.seal_form import plain_of

MOST_VALUES = 5_000_000
"""Values of one bag: a story of thirty versions has some thousands."""


class StrandSigner(Protocol):
    """The key of a database, wherever it is kept."""

    @property
    def public(self) -> str:
        """Return the public key in base64."""
        ...

    @property
    def fingerprint(self) -> str:
        """Return what names the key."""
        ...

    def sign(self, payload: str) -> str:
        """Return the signature of the payload, in base64."""
        ...


def strand_of(signer: StrandSigner, name: str = "") -> Strand:
    """Return the strand that a key writes."""
    return Strand(signer.fingerprint[:ID_LENGTH], signer.public, name)


def to_bytes(bag: StoryBag) -> bytes:
    """Return a bag as the one sequence of bytes that says it."""
    return canonical(bag_plain(bag)).encode("ascii")


def from_bytes(raw: bytes) -> StoryBag:
    """Return the bag of some bytes, proved: form, links and signatures; raises `KnownError` in one sentence."""
    try:
        values = _values(raw)
        version = values.get("copydesk_bag") if isinstance(values, dict) else None
        if type(version) is int and version > FORM_OF_BAGS:
            raise KnownError(
                f"This story was packed by a newer Copydesk (form {version}): update this one to take it in."
            )
        bag = bag_from(values)
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        raise KnownError("This is no story that Copydesk packed, or it was damaged: have it packed again.") from error
    if to_bytes(bag) != raw:
        raise KnownError("This story was altered after it was packed: have it packed again.")
    must_be_sound(bag)
    return bag


def desk_to_bytes(bag: DeskBag) -> bytes:
    """Return the people and keys that travel as bytes."""
    return canonical({"copydesk_desk": FORM_OF_PARTS, "parts": [part_plain(part) for part in bag.parts]}).encode(
        "ascii"
    )


def desk_from_bytes(raw: bytes) -> DeskBag:
    """Return the people and keys of some bytes, proved as `from_bytes` does; raises `KnownError` in one sentence."""
    try:
        values = _values(raw)
        bag = DeskBag(tuple(map(part_from, values["parts"])))
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        raise KnownError("This is no desk that Copydesk packed, or it was damaged: have it packed again.") from error
    if desk_to_bytes(bag) != raw:
        raise KnownError("The people and keys that travel were altered after they were packed: have them packed again.")
    for part in bag.parts:
        part_must_be_sound(part, "", "the desk")
    return bag


def _values(raw: bytes) -> Any:
    if sum(map(raw.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise ValueError("made to fill memory")  # fifty million empty lists are 50 MB here, and 3 GB once they are read
    return plain_of(raw.decode("ascii"))


def signed_part(part: StrandPart, signer: StrandSigner) -> StrandPart:
    """Return the part with what its strand says of it, signed."""
    return replace(part, signature=signer.sign(statement(part)))


def signed_bag(bag: StoryBag, signer: StrandSigner) -> StoryBag:
    """Return the bag signed by who packs it."""
    return replace(bag, signature=signer.sign(_packing(bag)))


def statement(part: StrandPart) -> str:
    """Return what a strand signs of a part: where its trail ended, and a digest of all that it has of the story."""
    strand = part.strand
    return canonical(
        {
            "copydesk_strand": FORM_OF_PARTS,
            "strand": strand.id,
            "name": strand.name,
            "story": part.story,
            "place": part.place,
            "chain": part.chain,
            "holds": hashlib.sha256(canonical(things_plain(part)).encode("ascii")).hexdigest(),
        }
    )


def _packing(bag: StoryBag) -> str:
    signatures = [[part.strand.id, part.signature] for part in bag.parts]
    named = {"by": bag.packed_by.name} if bag.form > 1 else {}
    return canonical({"copydesk_bag": bag.form, "card": card_plain(bag.card), "parts": signatures, **named})


def must_be_sound(bag: StoryBag) -> None:
    """Raise `KnownError`, in one sentence that names what, where anything of a bag is not as it was signed."""
    slug = f"“{bag.card.slug}”"
    for part in bag.parts:
        part_must_be_sound(part, bag.card.id, slug)
    if len({part.strand.id for part in bag.parts}) != len(bag.parts):
        raise KnownError(f"{slug} has two parts by one copy: it was altered after it was packed.")
    _must_be_signed(bag.packed_by, _packing(bag), bag.signature, f"The card of {slug}")


def part_must_be_sound(part: StrandPart, story: str, named: str) -> None:
    """Raise `KnownError`, in one sentence, where a part is not as its strand signed it."""
    if part.story != story:
        raise KnownError(f"A part of {named} is of another story: it was put there after it was packed.")
    for bagged in part.entries:
        entry = bagged.entry
        if not bagged.holds or entry.decision.story != story:
            raise KnownError(
                f"Entry {entry.place} of the trail of {named} (“{entry.decision.done.words}” by "
                f"{entry.decision.who.name or 'nobody'}) was altered after it was written."
            )
    places = [bagged.entry.place for bagged in part.entries]
    if places != sorted(set(places)) or (places and places[-1] > part.place):
        raise KnownError(f"The entries of the trail of {named} are not in their order: it was altered.")
    _must_be_signed(
        part.strand, statement(part), part.signature, f"What {part.strand.name or 'one copy'} has of {named}"
    )


def _must_be_signed(strand: Strand, said: str, signature: str, what: str) -> None:
    from desk.review.signing import fingerprint, proved

    try:
        named = fingerprint(strand.public)[:ID_LENGTH]
    except ValueError as error:
        raise KnownError(f"{what} was altered after it was packed: the key beside it is none.") from error
    if named != strand.id:
        raise KnownError(f"{what} is signed by a key that is not the one of that copy.")
    if not proved(said, signature, strand.public):
        raise KnownError(f"{what} was altered after it was packed: the signature does not fit.")


def must_be_whole(load: Load) -> None:
    """Raise `KnownError` where a text or a document that a bag needs is missing, or is another one.

    An empty one may have been emptied by law: whoever lays it together asks the desk.
    """
    _must_agree(((digest, text_digest(text)) for digest, text in load.texts.items() if text), "text")
    found = ((digest, hashlib.sha256(raw).hexdigest()) for digest, raw in load.originals.items() if raw)
    _must_agree(found, "document")
    for bag in load.bags:
        for what, wanted, there in (
            ("text", bag.texts, load.texts),
            ("document", bag.originals, load.originals),
        ):
            if missing := _missing(wanted, there):
                raise KnownError(f"A {what} of “{bag.card.slug}” is missing ({missing[:16]}): have it packed again.")


def _must_agree(pairs: Iterable[tuple[str, str]], what: str) -> None:
    for named, is_ in pairs:
        if named != is_:
            raise KnownError(f"A {what} is not the one that was packed ({named[:16]}): it was altered.")


def _missing(wanted: frozenset[str], there: Mapping[str, Any]) -> str:
    return next((digest for digest in sorted(wanted) if digest not in there), "")
