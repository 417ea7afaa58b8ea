"""Runs of a Word file parted and copied so that every character keeps its looks."""

from copy import deepcopy

from desk.readers.docx.names import XML, W, child
from desk.readers.safe_xml import Element
from desk.writers.docx.ids import Ids
from desk.writers.xml import added, attributes_of, made

_WHITE = " \t\r\n"
_CHANGES = (W + "rPrChange", W + "ins", W + "del", W + "moveFrom", W + "moveTo")
REVISED = (W + "ins", W + "moveTo", W + "del")
LINKS = (W + "hyperlink", W + "fldSimple")
_SIGNED = (W + "author", W + "date")
_SIGNS = {"\n": W + "br", "\t": W + "tab"}


def set_words(element: Element, text: str) -> None:
    """Let a `w:t` say these words, outer blanks included."""
    element.text = text
    if text != text.strip(_WHITE):
        element.set(XML + "space", "preserve")


def split_text(element: Element, at: int) -> Element:
    """Part a `w:t` behind its first `at` characters, and return the second one."""
    _blanks_apart(element)
    text, second = element.text or "", made(element.tag, attributes_of(element))
    set_words(element, text[:at])
    set_words(second, text[at:])
    element.addnext(second)
    return second


def _blanks_apart(element: Element) -> None:
    """Put outer blanks that do not count into elements of their own, where they go on not to count."""
    text = element.text or ""
    words = text.strip(_WHITE)
    if element.get(XML + "space") == "preserve" or text == words:
        return
    before, behind = made(element.tag), made(element.tag)
    start = len(text) - len(text.lstrip(_WHITE))
    before.text, element.text, behind.text = text[:start], words, text[start + len(words) :]
    if before.text:
        element.addprevious(before)
    if behind.text:
        element.addnext(behind)


def split_run(element: Element, ids: Ids, *, behind: bool = False) -> None:
    """Let a new run begin with this child of a run, or `behind` it; does nothing where one begins there already."""
    run = element.getparent()
    if run is None or run.tag != W + "r":
        return
    content = [one for one in run if one.tag != W + "rPr"]
    first = content.index(element) + behind
    if not 0 < first < len(content):
        return
    second = made(run.tag, attributes_of(run))
    properties = child(run, "rPr")
    if properties is not None:
        second.append(_copied(properties, ids))
    second.extend(content[first:])
    run.addnext(second)


def split_above(anchor: Element, ids: Ids, *, behind: bool) -> Element:
    """Return what stands beside `anchor` outside of all revisions around it, parting those that go on there."""
    parent = anchor.getparent()
    while parent is not None and parent.tag in REVISED:
        rest = list(anchor.itersiblings()) if behind else [anchor, *anchor.itersiblings()]
        if rest and (behind or anchor.getprevious() is not None):
            second = made(parent.tag, _signed(parent) | {W + "id": ids.next()})
            second.extend(rest)
            parent.addnext(second)
            anchor = parent if behind else second
        else:
            anchor = parent
        parent = anchor.getparent()
    return anchor


def behind_links(anchor: Element) -> Element:
    """Return what stands beside an element outside of the links around it, parting those that go on there."""
    parent = anchor.getparent()
    while parent is not None and parent.tag in LINKS:
        rest = list(anchor.itersiblings())
        if rest:
            second = made(str(parent.tag), attributes_of(parent))
            second.extend(rest)
            parent.addnext(second)
        anchor, parent = parent, parent.getparent()
    return anchor


def _signed(revision: Element) -> dict[str, str]:
    """Return who signed a revision and when, without what other programs wrote beside it against the schema."""
    said = attributes_of(revision).items()
    return {name: value for name, value in said if name in _SIGNED or not name.startswith(W)}


def run_like(run: Element | None, text: str) -> Element:
    """Return a new run that says a text and looks like another run."""
    new = made(W + "r")
    properties = child(run, "rPr")
    if properties is not None:
        looks = deepcopy(properties)
        for change in [one for one in looks if one.tag in _CHANGES]:
            looks.remove(change)
        if len(looks):
            new.append(looks)
    _say(new, text)
    return new


def _say(run: Element, text: str) -> None:
    """Add words to a run, line ends and tabs as the signs that stand for them."""
    words: list[str] = []
    for sign in [*text, ""]:
        if sign and sign not in _SIGNS:
            words.append(sign)
            continue
        if words:
            set_words(added(run, W + "t"), "".join(words))
            words = []
        if sign:
            added(run, _SIGNS[sign])


def _copied(properties: Element, ids: Ids) -> Element:
    """Return the same looks for another run; what was changed about them is told there by a number of its own."""
    looks = deepcopy(properties)
    for change in looks.iter(*_CHANGES):
        change.set(W + "id", ids.next())
    return looks
