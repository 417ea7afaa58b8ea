"""Tracked changes of an OpenDocument text: they stand at its top, and the text points to them (ODF 1.3, 5.5)."""

from dataclasses import dataclass

from desk.readers.gathered import Hand, Hands
from desk.readers.odt.names import DC, OFFICE, TEXT, XML, said
from desk.readers.safe_xml import Element


@dataclass(frozen=True, slots=True)
class OpenChange:
    """One region: whose hands it went through, and what was taken out (None where nothing was)."""

    hands: Hands
    content: Element | None = None


def changes_of(body: Element) -> dict[str, OpenChange]:
    """Return the tracked changes of a document by their ids."""
    regions = body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region")
    return {region.get(TEXT + "id", region.get(XML + "id", "")): _change(region) for region in regions}


def _change(region: Element) -> OpenChange:
    inserted, deleted = region.find(TEXT + "insertion"), region.find(TEXT + "deletion")
    return OpenChange(Hands(_hand(inserted), _hand(deleted)), deleted)


def _hand(element: Element | None) -> Hand | None:
    if element is None:
        return None
    info = element.find(OFFICE + "change-info")
    return Hand(said(info, DC + "creator"), said(info, DC + "date"))
