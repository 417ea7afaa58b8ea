"""The seal: an approval bound to one exact text, what the checks said about it, and the waivers that were in force."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from desk.review.ids import new_id, now


@dataclass(frozen=True, slots=True)
class Seal:
    """One approval. Digests are SHA-256 in hexadecimal digits; `waivers` are the sorted ids of those in force."""

    story: str
    sha256: str
    """Of the text, UTF-8."""
    run_digest: str
    """Of the check run that the chief saw."""
    who: str
    waivers: tuple[str, ...] = ()
    acknowledged: tuple[str, ...] = ()
    """Items that were approved unchecked or with open warnings, by name."""
    when: datetime = field(default_factory=now)
    id: str = field(default_factory=new_id)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of everything the approval is bound to, for the report."""
        bound = [
            self.story,
            self.sha256,
            self.run_digest,
            self.waivers,
            self.acknowledged,
            self.who,
            self.when.isoformat(),
        ]
        return hashlib.sha256(json.dumps(bound).encode()).hexdigest()


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8 (64 hexadecimal digits), as `Manuscript.sha256`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sealed(
    story: str, text: str, run_digest: str, who: str, waivers: Iterable[str] = (), acknowledged: Iterable[str] = ()
) -> Seal:
    """Return a new seal on this text."""
    return Seal(story, text_digest(text), run_digest, who, tuple(sorted(waivers)), tuple(acknowledged))


def broken(seal: Seal, text: str, run_digest: str | None = None, waivers: Iterable[str] | None = None) -> str:
    """Return why the seal does not stand for this text, in one sentence; empty where it does.

    The text always counts; the check run and the waivers where they are given.
    """
    if seal.sha256 != text_digest(text):
        return f"The text was edited after {seal.who} approved it."
    if run_digest is not None and seal.run_digest != run_digest:
        return f"The checks say something else than when {seal.who} approved the story."
    if waivers is not None and seal.waivers != tuple(sorted(waivers)):
        return f"Waivers were added or taken back after {seal.who} approved the story."
    return ""


def still_valid(seal: Seal, text: str, run_digest: str | None = None, waivers: Iterable[str] | None = None) -> bool:
    """Return whether the approval stands for exactly this text (and, where given, this run and these waivers)."""
    return not broken(seal, text, run_digest, waivers)


@dataclass(frozen=True, slots=True)
class SealStatus:
    """How the last seal of a story stands."""

    stands: bool
    why_void: str
    who: str
    when: datetime
    sha256: str
    id: str
    waivers: int = 0
    unchecked: tuple[str, ...] = ()
    remark: str = ""
