"""Remarks, seals and documents that came from elsewhere, written as they were made; what is here already stays."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select

from desk.errors import KnownError
from desk.exchange.bag import BagOriginal, BagRemark, BagSeal
from desk.review.people import actor
from desk.review.seal import Seal, parsed
from desk.review.seal_form import HASH, ID_OR_NONE, LATEST, Form, fits
from desk.store.approval.seal_rows import write_seal_as
from desk.store.database import tables
from desk.store.database.columns import insert_new
from desk.store.stories.comments import add_from_elsewhere
from desk.text.moments import from_micros

_UNSIGNED: Form = {"sha256": HASH, "run_digest": str, "who": str, "person": ID_OR_NONE, "made": range(-LATEST, LATEST)}
_UNSIGNED |= {"waivers": [str], "acknowledged": [str]}


def add_remark(connection: Connection, bagged: BagRemark, numbers: Mapping[str, int]) -> None:
    """Write a remark; `numbers` are the local numbers of versions by their names."""
    remark = replace(bagged.remark, version=numbers.get(bagged.version, 0))
    known = connection.execute(select(tables.comments.c.story).where(tables.comments.c.id == remark.id)).scalar()
    if known is None:
        add_from_elsewhere(connection, remark, bagged.after)
    elif known != remark.story:
        raise KnownError("A comment claims the id of one on another story: it is not taken.")


def add_seal(connection: Connection, story: str, bagged: BagSeal) -> None:
    """Write a seal letter by letter; raises `KnownError` for one that is another story's."""
    seal = _seal_of(story, bagged)
    if seal.id != bagged.id or seal.story != story:
        raise KnownError("A seal is another story's: it was put there after it was given.")
    known = connection.execute(select(tables.seals.c.payload).where(tables.seals.c.id == seal.id)).scalar()
    if known is None:
        write_seal_as(connection, seal, list(bagged.run))
    elif known != seal.payload:
        raise KnownError("A seal claims the id of another one: it is not taken.")


def _seal_of(story: str, bagged: BagSeal) -> Seal:
    if bagged.payload:
        return parsed(bagged.payload, bagged.signature)
    beside: Mapping[str, Any] = bagged.beside
    if not fits(beside, _UNSIGNED):
        raise KnownError("A seal of before seals were signed was damaged: have it packed again.")
    who, when = actor(beside["person"], beside["who"]), from_micros(beside["made"])
    waivers, acknowledged = tuple(beside["waivers"]), tuple(beside["acknowledged"])
    return Seal(story, beside["sha256"], beside["run_digest"], who, waivers, acknowledged, when, bagged.id)


def add_original(
    connection: Connection, story: str, original: BagOriginal, raw: bytes, numbers: Mapping[str, int]
) -> None:
    """Write a document, once; its bytes once for all stories."""
    insert_new(connection, tables.blobs, {"sha256": original.sha256, "size": original.size, "body": raw})
    table, version = tables.originals, numbers.get(original.version, 0)
    values = {"story": story, "version": version, "sha256": original.sha256, "name": original.name}
    there = select(table.c.number).where(*(table.c[name] == value for name, value in values.items()))
    if connection.execute(there).first() is None:
        connection.execute(insert(table).values(**values, format=original.format, made=original.when))
