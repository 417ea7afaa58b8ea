"""A desk's own file of LanguageTool rules, read with care: a broken one is refused with the line and the reason.

What is looked at is what makes LanguageTool refuse a file as a whole (its own message names neither line nor rule):
XML, the elements that it knows, ids, patterns that do not compile, references beyond the pattern.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from desk.careful import careful_bytes
from desk.errors import KnownError

_MOST_BYTES = 2_000_000
_ELEMENTS = frozenset(
    {"rules", "category", "rulegroup", "rule", "antipattern", "pattern", "regexp", "token", "exception", "marker"}
    | {"or", "and", "message", "suggestion", "match", "short", "example", "url"}
)
_INSIDE = {
    "category": {"rules"},
    "rulegroup": {"category"},
    "rule": {"category", "rulegroup"},
    "pattern": {"rule"},
    "antipattern": {"rule", "rulegroup"},
    "regexp": {"rule"},
    "token": {"pattern", "antipattern", "marker", "or", "and"},
    "exception": {"token"},
    "message": {"rule"},
    "match": {"suggestion", "message", "token"},
}
_OURS = "COPYDESK_"
_JAVA_CLASS = re.compile(r"\\[pP]\{\w+\}")
_REFERENCE = re.compile(r"\\(\d+)")


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The desk's own rules: `text` is what goes into the pack, empty where there is none or `problem` says why not."""

    text: str = ""
    problem: str = ""
    count: int = 0


def desk_rules(file: str) -> DeskRules:
    """Return the rules of a desk's file (empty for none); a broken file gives no rules, and the problem in words."""
    if not file:
        return DeskRules()
    path = Path(file).expanduser()
    try:
        state = path.stat()
        return _at(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        return DeskRules(
            problem=f"The grammar rules of the desk, {path}, cannot be read ({error.strerror}). {_WITHOUT}"
        )


_WITHOUT = "Grammar goes on without them; mend the file, or the setting “grammar_rules_file”."


@lru_cache(maxsize=4)
def _at(path: Path, changed: int, size: int) -> DeskRules:
    """Return the rules of a file as it was at a moment; read again only when it changed."""
    try:
        text, count = read_desk_rules(path)
    except KnownError as error:
        return DeskRules(problem=f"{error} {_WITHOUT}")
    return DeskRules(text, "", count)


def read_desk_rules(path: Path) -> tuple[str, int]:
    """Return the categories of a desk's file as XML, and the number of its rules; raises `KnownError` and `OSError`."""
    raw = careful_bytes(path)
    if len(raw) > _MOST_BYTES:
        raise KnownError(
            f"The grammar rules of the desk, {path}: the file has more than 2 MB, which no list of rules has."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(f"The grammar rules of the desk, {path}, are not UTF-8 text; save them as UTF-8.") from None
    reader = _RulesReader(path)
    reader.read(raw)
    inner = re.search(r"<rules\b[^>]*>(.*)</rules\s*>", text, re.DOTALL)
    return (inner[1].strip() if inner else ""), reader.rules


class _RulesReader:
    """Walks through the file once, with the line at hand."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[tuple[str, dict[str, str], int]] = []
        self._text: list[str] = []
        self._ids: set[str] = set()
        self._rule = ""
        self._tokens = 0
        self._seen: set[str] = set()
        self.rules = 0

    def read(self, raw: bytes) -> None:
        """Raise `KnownError` at the first thing that is wrong."""
        try:
            self._parser.Parse(raw, True)
        except expat.ExpatError as error:
            self._refuse(f"is no valid XML ({expat.ErrorString(error.code)})", error.lineno)
        if not self.rules:
            self._refuse("has no rule; see the shipped newsroom.xml for the form", 1)

    def _refuse(self, why: str, line: int | None = None) -> None:
        rule = f" (rule {self._rule})" if self._rule else ""
        at = self._parser.CurrentLineNumber if line is None else line
        raise KnownError(f"The grammar rules of the desk, {self._path}, line {at}{rule}: the file {why}.")

    def _doctype(self, *_: object) -> None:
        self._refuse("has a DOCTYPE, which is not allowed here; take it out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1][0] if self._open else ""
        if not self._open and name != "rules":
            self._refuse(f'begins with <{name}>, and must begin with <rules lang="en">')
        if name not in _ELEMENTS:
            self._refuse(f"has an element <{name}>, which we do not know; take it out or mend its spelling")
        if name in _INSIDE and parent not in _INSIDE[name]:
            self._refuse(f"has a <{name}> inside <{parent}>, where it does not belong")
        if name in {"rule", "rulegroup"}:
            self._begin_rule(name, parent, attributes)
        if name == "category" and not (attributes.get("id") and attributes.get("name")):
            self._refuse('has a <category> without id or name; write <category id="DESK" name="Our rules">')
        self._tokens += name == "token" and any(element == "pattern" for element, _, _ in self._open)
        self._seen.add(name)
        for key in ("postag", "chunk_re"):
            if key in attributes and (key == "chunk_re" or attributes.get("postag_regexp") == "yes"):
                self._compile(attributes[key])
        if name == "match" and not attributes.get("no", "0").isdigit():
            self._refuse(f"has a <match> with no=“{attributes['no']}”, which is no number")
        self._open.append((name, attributes, self._parser.CurrentLineNumber))
        self._text.append("")

    def _begin_rule(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        identity = attributes.get("id", "")
        if parent == "category":
            self._rule = identity
            if not re.fullmatch(r"[A-Z][A-Z0-9_]*", identity):
                self._refuse(
                    f"has a <{name}> whose id is “{identity}”; write capitals and underscores, such as DESK_RULE"
                )
            if identity.startswith(_OURS):
                self._refuse(f"uses the id “{identity}”; ids that begin with {_OURS} are ours, choose another")
            if identity in self._ids:
                self._refuse(f"has two rules “{identity}”; give one of them another id")
            self._ids.add(identity)
        if name == "rule":
            self._tokens = 0
            self._seen = set()

    def _end(self, name: str) -> None:
        _, attributes, line = self._open.pop()
        text = self._text.pop().strip()
        if name in {"token", "exception"} and attributes.get("regexp") == "yes":
            self._compile(text, line)
        if name == "regexp":
            self._compile(text, line)
        if name == "message":
            self._check_references(text, line)
        if name == "rule":
            self._end_rule(line)

    def _check_references(self, text: str, line: int) -> None:
        wrong = [n for n in map(int, _REFERENCE.findall(text)) if n > self._tokens]
        if wrong and "regexp" not in self._seen:
            self._refuse(f"speaks of \\{wrong[0]} in a message, and the pattern has {self._tokens} tokens", line)

    def _end_rule(self, line: int) -> None:
        for needed, words in (("message", "a <message>"), ("example", "an <example>")):
            if needed not in self._seen:
                self._refuse(f"has a rule without {words}; add one", line)
        if not self._seen & {"pattern", "regexp"}:
            self._refuse("has a rule without a <pattern>; add one", line)
        self.rules += 1

    def _words(self, text: str) -> None:
        for nth in range(len(self._text)):
            self._text[nth] += text if nth == len(self._text) - 1 or self._open[nth][0] == "message" else ""

    def _compile(self, pattern: str, line: int | None = None) -> None:
        try:
            re.compile(_JAVA_CLASS.sub(r"\\w", pattern))
        except re.error as error:
            self._refuse(f"has a pattern that cannot be used, “{pattern}” ({error})", line)
