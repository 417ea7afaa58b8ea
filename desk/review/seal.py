"""The seal: an approval bound to one exact text with its copy map, what the checks said, and the waivers in force.

What is signed is one JSON text, the payload, kept letter by letter; everything else is read from it. A seal on a text
tells of any other text by digest, so it proves nothing about words it was not given for.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desk.errors import KnownError
from desk.review.ids import new_id
from desk.review.people import Actor, actor
from desk.review.seal_form import must_have_the_form, plain_of, version_of
from desk.review.words import NOT_PROVED
from desk.text.blocks import Kind, Manuscript
from desk.text.links import Links, links_from, links_plain
from desk.text.moments import from_micros, micros, now

VERSION = 1


@dataclass(frozen=True, slots=True)
class Content:
    """What a seal is bound to of one text; all digests are SHA-256 in hexadecimal digits."""

    sha256: str
    """Of the text, UTF-8."""
    map_digest: str
    """Of start, end, kind and role of every block."""
    furniture_digest: str
    """Of the words of headline, standfirst, captions and the like."""
    headline: str
    kinds: tuple[tuple[int, str], ...] = ()
    """Kinds set by hand, by block start in code points."""
    format: str = "text"
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Seal:
    """One approval; `waivers` are the sorted ids of those in force, empty strings where an old seal says nothing."""

    story: str
    sha256: str
    run_digest: str
    """Of the check run that the chief saw."""
    who: Actor
    waivers: tuple[str, ...] = ()
    acknowledged: tuple[str, ...] = ()
    """Items that were approved although something stood in the way, by name."""
    when: datetime = field(default_factory=now)
    id: str = field(default_factory=new_id)
    headline: str = ""
    map_digest: str = ""
    furniture_digest: str = ""
    kinds: tuple[tuple[int, str], ...] = ()
    links: Links = ()
    """None in seals of before links were kept."""
    format: str = ""
    rules: str = ""
    engine: str = ""
    unchecked: tuple[str, ...] = ()
    place: int = 0
    """Of the approval in the trail, with its link in `chain`."""
    chain: str = ""
    key: str = ""
    """Fingerprint of the key that signed."""
    signature: str = ""
    payload: str = ""
    fault: str = ""
    """Why nothing of it can be read, in one sentence; then only the columns beside it are told."""

    @property
    def remark(self) -> str:
        """Return what should be known of the checks behind it, in one sentence; empty for nothing."""
        return f"Grammar was read {NOT_PROVED}." if not_proved(self.engine) else ""


def not_proved(engine: str) -> bool:
    """Return whether grammar was read by a server that only its address speaks for; seals before said “server”."""
    return NOT_PROVED in engine or engine.startswith("LanguageTool server ")


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8 (64 hexadecimal digits), as `Manuscript.sha256`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_of(
    manuscript: Manuscript, headline: str, by_hand: Mapping[int, Kind], format_: str = "text", links: Links = ()
) -> Content:
    """Return what a seal is bound to of a text with its copy map."""
    furniture = [[str(b.role), b.text] for b in manuscript.blocks if b.kind is Kind.FURNITURE]
    return Content(
        manuscript.sha256,
        map_digest(manuscript),
        _digest(furniture),
        headline,
        kinds_plain(by_hand),
        format_ or "text",
        links,
    )


def map_digest(manuscript: Manuscript) -> str:
    """Return the digest of start, end, kind and role of every block."""
    return _digest([[b.start, b.end, str(b.kind), str(b.role)] for b in manuscript.blocks])


def kinds_plain(by_hand: Mapping[int, Kind]) -> tuple[tuple[int, str], ...]:
    """Return kinds set by hand as sorted pairs."""
    return tuple((start, str(kind)) for start, kind in sorted(by_hand.items()))


def canonical(plain: Any) -> str:
    """Return plain values as the one JSON text that is hashed or signed: sorted keys, no spaces, ASCII."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def payload_of(
    story: Mapping[str, str],
    content: Content,
    *,
    versions: Mapping[str, int | str],
    run: Mapping[str, Any],
    waivers: Sequence[Mapping[str, str]],
    passed: Sequence[Mapping[str, str]],
    who: Mapping[str, str],
    trail: tuple[int, str],
    key: str,
    when: datetime,
    id_: str,
) -> str:
    """Return the payload of a new seal: `run` holds digest, rules, engine, unchecked and items that are off.

    `versions` are those that led to the text: how many, and one digest of them.
    """
    return canonical(
        {
            "copydesk_seal": VERSION,
            "id": id_,
            "story": dict(story),
            "text": {"sha256": content.sha256, "format": content.format},
            "copy_map": {"sha256": content.map_digest, "by_hand": [list(pair) for pair in content.kinds]},
            "links": links_plain(content.links),
            "headline": content.headline,
            "furniture": {"sha256": content.furniture_digest},
            "versions": dict(versions),
            "run": dict(run),
            "waivers": sorted((dict(w) for w in waivers), key=lambda w: w["id"]),
            "passed": [dict(p) for p in passed],
            "who": dict(who),
            "when": micros(when),
            "trail": {"place": trail[0], "chain": trail[1]},
            "key": key,
        }
    )


def parsed(payload: str, signature: str) -> Seal:
    """Return the seal of a payload; raises `KnownError` where it is none, or one from a newer version."""
    try:
        plain = plain_of(payload)
        version = version_of(plain)
        if version <= VERSION:
            must_have_the_form(plain)
    except ValueError as error:
        raise KnownError("This is no seal of Copydesk, or it was damaged: get the file again.") from error
    if version > VERSION:
        raise KnownError(f"This seal is of version {version}, from a newer Copydesk: update this one to read it.")
    return _seal(plain, payload, signature)


def _seal(plain: Any, payload: str, signature: str) -> Seal:
    return Seal(
        story=plain["story"]["id"],
        sha256=plain["text"]["sha256"],
        run_digest=plain["run"]["digest"],
        who=actor(plain["who"]["id"], plain["who"]["name"]),
        waivers=tuple(w["id"] for w in plain["waivers"]),
        acknowledged=tuple(dict.fromkeys(p["item"] for p in plain["passed"] if p["item"])),
        when=from_micros(plain["when"]),
        id=plain["id"],
        headline=plain["headline"],
        map_digest=plain["copy_map"]["sha256"],
        furniture_digest=plain["furniture"]["sha256"],
        kinds=tuple((start, kind) for start, kind in plain["copy_map"]["by_hand"]),
        links=links_from(plain.get("links", ())),
        format=plain["text"]["format"],
        rules=plain["run"]["rules"],
        engine=plain["run"]["engine"],
        unchecked=tuple(plain["run"]["unchecked"]),
        place=plain["trail"]["place"],
        chain=plain["trail"]["chain"],
        key=plain["key"],
        signature=signature,
        payload=payload,
    )


@dataclass(frozen=True, slots=True)
class SealStatus:
    """Whether an approval stands, and why not: what every screen and every command says about it."""

    stands: bool
    why_void: str
    """One sentence; empty while it stands."""
    who: str
    when: datetime
    sha256: str
    id: str
    waivers: int = 0
    unchecked: tuple[str, ...] = ()
    remark: str = ""
    """One sentence on what does not break the seal but should be known; empty for none."""


def _digest(plain: Any) -> str:
    return hashlib.sha256(canonical(plain).encode("ascii")).hexdigest()
