"""Fields in the run of the text: what they show is their stored result, never worked out anew (ECMA-376 17.16)."""

from dataclasses import dataclass, field

from desk.readers.docx.names import W, child, number, value
from desk.readers.field_code import link_of
from desk.readers.gathered import Target
from desk.readers.safe_xml import Element

_TICKED, _OPEN = "☒", "☐"


@dataclass(slots=True)
class _Field:
    sign: Element
    code: list[str] = field(default_factory=list)
    shows: bool = False
    target: Target | None = None


class Fields:
    """The fields that are open at a place of one story, outermost first."""

    def __init__(self, story: Element) -> None:
        self._open: list[_Field] = []
        self._whole = _paired(story)

    @property
    def showing(self) -> bool:
        """Return whether text at this place is shown: it stands in no field's code."""
        return all(one.shows for one in self._open)

    @property
    def target(self) -> Target | None:
        """Return where the innermost link field leads, None outside of any."""
        return next((one.target for one in reversed(self._open) if one.target), None)

    def mark(self, sign: Element, *, taken_out: bool = False) -> str:
        """Take a `w:fldChar`, and return the text that the field shows at its end without a result of its own.

        Where the sign was taken out its words stay and lead nowhere: so Word tracks a link that was taken off.
        """
        if sign not in self._whole:
            return ""
        match sign.get(W + "fldCharType"):
            case "begin":
                self._open.append(_Field(sign))
            case "separate" if self._open:
                self._open[-1].shows = True
                self._open[-1].target = None if taken_out else link_of("".join(self._open[-1].code))
            case "end" if self._open:
                return _without_result(self._open.pop())
        return ""

    def code(self, text: str) -> None:
        """Take a piece of a field's instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code.append(text)


def _paired(story: Element) -> set[Element]:
    """Return the signs of all fields that end: one that never does would swallow the rest of the story."""
    whole: set[Element] = set()
    pending: list[list[Element]] = []
    for sign in story.iter(W + "fldChar"):
        kind = sign.get(W + "fldCharType")
        if kind == "begin":
            pending.append([sign])
        elif pending:
            pending[-1].append(sign)
            if kind == "end":
                whole.update(pending.pop())
    return whole


def _without_result(one: _Field) -> str:
    """Return what a field shows that has no result: buttons and form fields keep it elsewhere."""
    if one.shows:
        return ""
    words = "".join(one.code).split(None, 2)
    form = child(one.sign, "ffData")
    match words[0].upper() if words else "":
        case "MACROBUTTON" | "GOTOBUTTON" if len(words) > 2:
            return words[2].strip()
        case "FORMCHECKBOX":
            box = child(form, "checkBox")
            ticked = child(box, "checked") if child(box, "checked") is not None else child(box, "default")
            return _OPEN if ticked is None or ticked.get(W + "val", "1") in ("0", "false", "off") else _TICKED
        case "FORMDROPDOWN":
            choices = form.findall(f"{W}ddList/{W}listEntry") if form is not None else []
            chosen = number(value(form, "ddList", "result") or value(form, "ddList", "default"))
            return choices[chosen].get(W + "val", "") if chosen < len(choices) else ""
        case _:
            return ""
