"""What names a version everywhere: a digest of its story, text, copy map, links, parents, author, reason and moment.

Two databases give the same number to different versions, and different numbers to the same one: the digest is the
name, the number is local. The moment is part of it although no clock decides anything: else an altered one were not
seen, and older seals are bound to it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from desk.review.people import Actor
from desk.review.seal import canonical
from desk.text.links import Links, links_plain
from desk.text.moments import micros


def version_id(
    story: str,
    sha256: str,
    *,
    kinds: Sequence[tuple[int, str]],
    links: Links,
    parents: Iterable[str],
    who: Actor,
    why: str,
    when: datetime,
) -> str:
    """Return the digest that names a version (64 hexadecimal digits); `who` with the id as it is kept, empty or not."""
    plain = [story, sha256, [list(pair) for pair in kinds], links_plain(links), sorted(parents)]
    whole = canonical([*plain, who.id, who.name, why, micros(when)])
    return hashlib.sha256(f"copydesk version\n{whole}".encode("ascii")).hexdigest()
