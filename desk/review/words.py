"""What people read where a slug is stored: one table, slug to words, for window, report and terminal.

A slug is what stands in databases, seals and files of rules, and never changes; the words beside it may. Databases and
files of versions up to 4 (migration 0005) hold words where slugs stand now: `to_slug` makes these slugs of them.
"""

import unicodedata
from collections.abc import Mapping

STATES = {
    "draft": "Draft",
    "with-copy-desk": "With copy desk",
    "second-read": "Second read",
    "with-section-chief": "With section chief",
    "approved": "Approved",
    "returned": "Returned",
    "hold": "Hold",
    "spiked": "Spiked",
    "reopened": "Reopened",
}
ACTIONS = {
    "submit": "Submit to the copy desk",
    "pass-on": "Pass on to the second read",
    "send-to-chief": "Send to the section chief",
    "approve": "Approve",
    "return": "Return",
    "hold": "Hold",
    "resume": "Take off hold",
    "spike": "Spike",
    "reopen": "Reopen",
}
DONE = {
    "fixed": "fixed",
    "waived": "waived",
    "not-an-error": "not an error",
    "ticked": "ticked",
    "unticked": "unticked",
    "answered": "answered",
    "acknowledged": "acknowledged",
    "submitted": "submitted",
    "passed-on": "passed on",
    "sent-to-the-section-chief": "sent to the section chief",
    "approved": "approved",
    "returned": "returned",
    "held": "held",
    "taken-off-hold": "taken off hold",
    "spiked": "spiked",
    "reopened": "reopened",
    "moved": "moved",
    "taken-in-hand": "taken in hand",
    "put-into-another-section": "put into another section",
    "approval-voided": "approval voided",
    "approval-back": "approval back",
    "undone": "undone",
    "given-another-slug": "given another slug",
    "embargo-set": "embargo set",
    "deadline-set": "deadline set",
    "described-otherwise": "described otherwise",
    "lent": "lent",
    "given-back": "given back",
    "which-move-counts": "said which move counts",
    "one-story": "said that it is one story with",
    "two-stories": "said that it is another story than",
    "desk-as-it-was-found": "desk as it was found",
    "person-added": "person added",
    "person-changed": "person changed",
    "person-left": "person left",
    "pin-changed": "PIN changed",
    "key-entered": "key entered",
    "key-confirmed": "key confirmed",
    "key-revoked": "key revoked",
    "paper-given-out": "paper given out",
    "proposal-decided": "proposal decided",
    "text-emptied": "text emptied",
}
EMPTIED_KEPT = (
    "Its digest, the trail and the seals stay and say so. Backups of this file that had the words are thrown away, and "
    "one is made without them; what cannot be done at once is tried again. Files and packs of this machine that may "
    "have the words still are named, and so is what quotes them: comments, decisions, seals, lines of the name book. "
    "Packs that were written elsewhere, and files that were exported, sent out or printed, have the words still; no "
    "pack brings them back. What was typed and not saved goes where it has eight words in a row as only this text has."
)
"""What does not go with the words of a text that is emptied."""
SCOPES = {"here": "here", "in-this-story": "in this story", "on-this-desk": "on this desk"}
STANDINGS = {"open": "open", "waived": "waived", "not-an-error": "not an error"}
ITEMS = {
    "grammar": "Grammar",
    "names": "Names",
    "figures": "Figures and dates",
    "ads": "Ads and leftovers",
    "style": "House style",
    "structure": "Structure",
}
"""The automatic items of the checklist; a manual one is called what the desk calls it."""
NOT_PROVED = "by a server named in the settings, not proved"
"""Who read grammar where `engine_url` names one: anybody may answer at an address, so it is told wherever it counts."""
ITEM_STATES = {
    "passed": "passed",
    "attention": "needs attention",
    "waived": "waived",
    "unchecked": "not checked",
    "checking": "being checked",
}
"""Of an automatic item; `item_state` has those of an item that is ticked by hand too."""
_TICKED, _NOT_TICKED = "ticked", "not ticked"
ROLES = {
    "copy-editor": "copy editor",
    "section-chief": "section chief",
    "keeper-of-the-name-book": "keeper of the name book",
    "administrator": "administrator",
    "guest": "guest",
    "alone-with-no-people-set-up": "alone, with no people set up",
}
"""The last two stand in the trail alone: as what somebody decided who has no role."""
ROLE_TITLES = {
    "copy-editor": "Copy editor",
    "section-chief": "Section chief",
    "keeper-of-the-name-book": "Name book",
    "administrator": "Administrator",
}
"""The same for the heads of narrow columns."""
REASONS = {
    "edited-since-the-checks-ran": "edited since the checks ran",
    "being-checked": "being checked",
    "unlabelled-paid-text": "unlabelled paid text",
    "open-errors": "open errors",
    "not-checked": "not checked",
    "ticked-by-hand": "ticked by hand",
    "not-ticked": "not ticked",
    "open-warnings": "open warnings",
    "newer-than-the-last-look": "newer than the last look",
    "embargoed": "embargoed",
    "changed-in-two-places": "changed in two places",
}
"""Why a story may not move: the obstacles of the gate."""
SINCE = {
    "the-approval": "the approval",
    "your-last-look": "your last look",
    "your-own-last-version": "your own last version",
    "the-draft-as-it-came": "the draft as it came",
    "the-version-you-chose": "the version you chose",
}
BARS = {
    "nothing": "no bars",
    "saved": "since the saved version",
    "other": "since the last version of another person",
    "original": "since the story as it came",
}
"""Since when bars in the margin show what changed."""


def to_slug(words: str) -> str:
    """Return words as a slug: "With copy desk" becomes "with-copy-desk", and a slug stays as it is.

    Letters of every script stay, with the marks on them; words without any letter or digit stay as they are.
    """
    kept = "".join(sign if _is_kept(sign) else " " for sign in words.lower())
    return "-".join(kept.split()) or words


def _is_kept(sign: str) -> bool:
    return sign == "_" or sign.isalnum() or unicodedata.category(sign).startswith("M")


def item_words(item: str) -> str:
    """Return what the checklist calls an item; one that is ticked by hand is called what the desk calls it."""
    return ITEMS.get(item, item)


def item_meant(words: str) -> str:
    """Return the key of an item that somebody wrote, by its key or as the checklist calls it; other words stay."""
    return next((item for item, called in ITEMS.items() if called.casefold() == words.casefold()), words)


def item_state(state: str, *, manual: bool = False) -> str:
    """Return the state of a line of the checklist in words, the same wherever it is read."""
    if manual:
        return _TICKED if state == "passed" else _NOT_TICKED
    return words_for(ITEM_STATES, state)


def words_for(table: Mapping[str, str], stored: str) -> str:
    """Return the words for a stored slug, or for the words that an older version stored.

    One that the table does not know (a state that the desk has taken out, a role of a newer version) is told by itself.
    """
    return table.get(to_slug(stored)) or stored.replace("-", " ").strip().capitalize() or stored
