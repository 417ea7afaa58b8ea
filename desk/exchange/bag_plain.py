"""Bags as plain values of JSON and back, each value of its type; what is none of ours raises `ValueError`."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk.checks.house import NameAnswer, Verdict
from desk.exchange.bag import (
    FORM_OF_BAGS,
    BagEntry,
    BagOriginal,
    BagRemark,
    BagSeal,
    BagVersion,
    StoryBag,
    StoryCard,
    Strand,
    StrandPart,
)
from desk.review.comments import Remark, Sort, anchor_from
from desk.review.decisions import Decision, Done, Scope
from desk.review.people import Actor, actor, initials_of
from desk.review.seal_form import HASH, ID, ID_OR_NONE, LATEST, MOST, Form, fits
from desk.review.trail import TrailEntry, plain
from desk.text.links import links_from, links_plain
from desk.text.moments import from_micros, micros

Plain = dict[str, Any]
FORM_OF_PARTS = 1
_WHEN = range(-LATEST, LATEST)
_WHO = [str]
_ENTRY: Form = {"place": range(1, MOST), "before": HASH, "chain": HASH, "spelt": dict, "note": dict, "made": _WHEN}
_ENTRY |= dict.fromkeys(("done", "who", "role", "reason", "scope", "fingerprint", "rule", "subject", "item"), str)
_ENTRY |= {"id": ID, "story": ID_OR_NONE, "person": ID_OR_NONE, "state": str, "undoes": ID_OR_NONE, "sha256": str}
_LINK: Form = (range(MOST), range(MOST), str)
_VERSION: Form = {"id": HASH, "sha256": HASH, "parents": [HASH], "who": _WHO, "why": str, "when": _WHEN}
_VERSION |= {"kinds": [(range(MOST), str)], "links": [_LINK]}
_ANCHOR: Form = {"start": range(MOST), "end": range(MOST), "quote": str, "before": str, "after": str}
_REMARK: Form = {"id": ID, "thread": ID, "sort": str, "who": _WHO, "words": str, "anchor": dict, "when": _WHEN}
_REMARK |= {"after": ID_OR_NONE, "version": str}
_SEAL: Form = {"id": ID, "payload": str, "signature": str, "run": list, "beside": dict}
_ORIGINAL: Form = {"version": str, "sha256": HASH, "size": range(1 << 40), "name": str, "format": str, "when": _WHEN}
_STRAND: Form = {"id": ID, "public": str, "name": str}
PART: Form = {"strand": _STRAND, "story": ID_OR_NONE, "entries": [_ENTRY], "versions": [_VERSION], "seals": [_SEAL]}
PART |= {"remarks": [_REMARK], "originals": [_ORIGINAL], "place": range(MOST), "chain": HASH, "signature": str}
_CARD: Form = dict.fromkeys(("slug", "section", "variant", "format", "encoding", "headline"), str)
_CARD |= {"id": ID, "owner": _WHO, "source_sha256": str, "created": _WHEN, "roles": [(str, str)], "details": dict}
BAG: Form = {
    "copydesk_bag": range(1, FORM_OF_BAGS + 1),
    "card": _CARD,
    "parts": [PART],
    "packed_by": _STRAND,
    "signature": str,
}


def bag_plain(bag: StoryBag) -> Plain:
    """Return a bag as plain values."""
    return {
        "copydesk_bag": bag.form,
        "card": card_plain(bag.card),
        "parts": [part_plain(part) for part in bag.parts],
        "packed_by": strand_plain(bag.packed_by),
        "signature": bag.signature,
    }


def bag_from(values: Any) -> StoryBag:
    """Return the bag that `bag_plain` was given; raises `ValueError` for other values."""
    if not fits(values, BAG):
        raise ValueError("no bag")
    parts = tuple(map(part_from, values["parts"]))
    packed_by, signature, form = _strand_from(values["packed_by"]), values["signature"], values["copydesk_bag"]
    return StoryBag(_card_from(values["card"]), parts, packed_by, signature, form)


def part_plain(part: StrandPart) -> Plain:
    """Return a part as plain values."""
    return {
        "strand": strand_plain(part.strand),
        "story": part.story,
        **things_plain(part),
        "place": part.place,
        "chain": part.chain,
        "signature": part.signature,
    }


def things_plain(part: StrandPart) -> Plain:
    """Return all that a part holds as plain values, without what was signed of it."""
    return {
        "entries": [entry_plain(entry) for entry in part.entries],
        "versions": [_version_plain(version) for version in part.versions],
        "remarks": [_remark_plain(remark) for remark in part.remarks],
        "seals": [_seal_plain(seal) for seal in part.seals],
        "originals": [_original_plain(original) for original in part.originals],
    }


def part_from(values: Any) -> StrandPart:
    """Return the part that `part_plain` was given; raises `ValueError` for other values."""
    if not fits(values, PART):
        raise ValueError("no part of a bag")
    story = values["story"]
    return StrandPart(
        _strand_from(values["strand"]),
        story,
        entries=tuple(map(entry_from, values["entries"])),
        versions=tuple(_version_from(story, each) for each in values["versions"]),
        remarks=tuple(_remark_from(story, each) for each in values["remarks"]),
        seals=tuple(map(_seal_from, values["seals"])),
        originals=tuple(map(_original_from, values["originals"])),
        place=values["place"],
        chain=values["chain"],
        signature=values["signature"],
    )


def card_plain(card: StoryCard) -> Plain:
    """Return the card of a story as plain values."""
    return {
        "id": card.id,
        "slug": card.slug,
        "section": card.section,
        "variant": card.variant,
        "owner": _who(card.owner),
        "format": card.format,
        "encoding": card.encoding,
        "source_sha256": card.source_sha256,
        "created": micros(card.created),
        "roles": [list(pair) for pair in card.roles],
        "embargo": None if card.embargo is None else micros(card.embargo),
        "details": dict(card.details),
        "deadline": None if card.deadline is None else micros(card.deadline),
        "headline": card.headline,
    }


def _card_from(values: Plain) -> StoryCard:
    if any(type(word) is not str for word in values["details"].values()):
        raise ValueError("details that are no words")
    return StoryCard(
        id=values["id"],
        slug=values["slug"],
        section=values["section"],
        variant=values["variant"],
        owner=_actor(values["owner"]),
        format=values["format"],
        encoding=values["encoding"],
        source_sha256=values["source_sha256"],
        created=from_micros(values["created"]),
        roles=tuple((digest, role) for digest, role in values["roles"]),
        embargo=_moment_or_none(values.get("embargo")),
        details=values["details"],
        deadline=_moment_or_none(values.get("deadline")),
        headline=values["headline"],
    )


def _moment_or_none(value: Any) -> Any:
    if value is None:
        return None
    if not fits(value, _WHEN):
        raise ValueError("no moment")
    return from_micros(value)


def strand_plain(strand: Strand) -> Plain:
    """Return a strand as plain values."""
    return {"id": strand.id, "public": strand.public, "name": strand.name}


def _strand_from(values: Plain) -> Strand:
    return Strand(values["id"], values["public"], values["name"])


def _who(who: Actor) -> list[str]:
    return [who.id, who.name]


def _actor(values: Sequence[str]) -> Actor:
    id_, name = values
    if id_ and not fits(id_, ID):
        raise ValueError("no id of a person")
    return Actor(id_, name, initials_of(name))


def entry_plain(bagged: BagEntry) -> Plain:
    """Return an entry as plain values."""
    entry = bagged.entry
    return {
        **plain(entry.decision, entry.place),
        "before": bagged.before,
        "chain": entry.chain,
        "spelt": dict(entry.spelt),
    }


def entry_from(values: Plain) -> BagEntry:
    """Return the entry that `entry_plain` was given; raises `ValueError` for other values."""
    answer = values.get("answer")
    decision = Decision(
        done=Done(values["done"]),
        story=values["story"],
        who=actor(values["person"], values["who"]),
        reason=values["reason"],
        scope=Scope(values["scope"]),
        fingerprint=values["fingerprint"],
        rule=values["rule"],
        subject=values["subject"],
        item=values["item"],
        state=values["state"] or None,
        answer=None if answer is None else _answer(answer),
        undoes=values["undoes"],
        sha256=values["sha256"],
        role=values["role"],
        note=values["note"],
        when=from_micros(values["made"]),
        id=values["id"],
    )
    _must_be_words(values["spelt"])
    return BagEntry(values["before"], TrailEntry(values["place"], values["chain"], decision, spelt=values["spelt"]))


def _answer(values: Any) -> NameAnswer:
    first, second, verdict = values
    if type(first) is not str or type(second) is not str:
        raise ValueError("no names")
    return NameAnswer(first, second, Verdict(verdict))


def _must_be_words(values: Mapping[str, Any]) -> None:
    if any(type(word) is not str for word in values.values()):
        raise ValueError("no words")


def _version_plain(version: BagVersion) -> Plain:
    return {
        "id": version.id,
        "sha256": version.sha256,
        "parents": list(version.parents),
        "who": _who(version.who),
        "why": version.why,
        "when": micros(version.when),
        "kinds": [list(pair) for pair in version.kinds],
        "links": links_plain(version.links),
    }


def _version_from(story: str, values: Plain) -> BagVersion:
    version = BagVersion(
        story,
        values["sha256"],
        tuple(values["parents"]),
        _actor(values["who"]),
        values["why"],
        from_micros(values["when"]),
        tuple((start, kind) for start, kind in values["kinds"]),
        links_from(values["links"]),
    )
    if version.id != values["id"]:
        raise ValueError(f"the version {values['id'][:16]} is not what its name says")
    return version


def _remark_plain(bagged: BagRemark) -> Plain:
    remark = bagged.remark
    return {
        "id": remark.id,
        "thread": remark.thread,
        "sort": remark.sort.value,
        "who": _who(remark.who),
        "words": remark.words,
        "anchor": {} if remark.anchor is None else remark.anchor.plain(),
        "when": micros(remark.when),
        "after": bagged.after,
        "version": bagged.version,
    }


def _remark_from(story: str, values: Plain) -> BagRemark:
    if values["anchor"] and not (fits(values["anchor"], _ANCHOR) and set(values["anchor"]) == set(_ANCHOR)):
        raise ValueError("no anchor")
    remark = Remark(
        story,
        Sort(values["sort"]),
        _actor(values["who"]),
        values["words"],
        values["thread"],
        anchor_from(values["anchor"]),
        when=from_micros(values["when"]),
        id=values["id"],
    )
    return BagRemark(remark, values["after"], values["version"])


def _seal_plain(seal: BagSeal) -> Plain:
    return {
        "id": seal.id,
        "payload": seal.payload,
        "signature": seal.signature,
        "run": list(seal.run),
        "beside": dict(seal.beside),
    }


def _seal_from(values: Plain) -> BagSeal:
    return BagSeal(values["id"], values["payload"], values["signature"], tuple(values["run"]), values["beside"])


def _original_plain(original: BagOriginal) -> Plain:
    return {
        "version": original.version,
        "sha256": original.sha256,
        "size": original.size,
        "name": original.name,
        "format": original.format,
        "when": micros(original.when),
    }


def _original_from(values: Plain) -> BagOriginal:
    said = values["version"], values["sha256"], values["size"], values["name"], values["format"]
    return BagOriginal(*said, from_micros(values["when"]))
