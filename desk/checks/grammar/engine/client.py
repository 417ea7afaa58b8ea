"""Asks a LanguageTool server about one text: language-tool-python as the client, in one lane.

The library is used with `remote_server` alone, so it neither downloads, starts, restarts nor ends anything; what it
sends goes over our own connection, which knows limits and proofs, and what comes back is looked at before it sees it.
What it keeps, it keeps on the class (the last text's characters above U+FFFF): hence one lane for the whole process.
This file is the only border between LanguageTool's UTF-16 units and our code points.
"""

from collections.abc import Callable, Iterator
from threading import Lock as Mutex
from typing import Any, Literal
from urllib.parse import urlsplit

from desk.checks.grammar.engine.answer import CANARY, MARK, answer_of, blind, plain
from desk.checks.grammar.engine.connection import Connection, Lost, Peer, is_well
from desk.checks.grammar.engine.left_out import left_out
from desk.checks.grammar.engine.limits import AnswerLimits, Deadline
from desk.checks.grammar.engine.packs import ENGLISHES, codes, english_of
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.reading import MOST_SUGGESTIONS, Slip
from desk.errors import Unavailable
from desk.text.spans import Utf16Map

with left_out("requests", "tqdm"):  # for its downloads and connections: 9 MB and .09 s of each window
    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError
    from language_tool_python.match import Match

LONGEST = 6_000  # code points a request: 1,000 words take 0.6 s, so one giant paragraph cannot look like a hang
_OTHERS_LOAD = 2  # times: German takes 17 s of the processor to load, English 7
_OK, _TOO_LARGE = 200, 413
_lane = Mutex()
Meanwhile = Callable[[], object] | None
"""What is done on this side while the server works."""


class _Tool(LanguageTool):
    """The library's client on our line."""

    def __init__(self, connection: Connection, limits: AnswerLimits) -> None:
        self._connection, self._limits = connection, limits
        self.deadline = Deadline.after(0)
        self.meanwhile: Meanwhile = None
        super().__init__("en-US", remote_server=connection.peer.url)

    def _get_languages(self) -> set[str]:
        return {*ENGLISHES, *codes()}  # saves a request a change of language

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 2,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        del num_tries, method  # asked once: the caller restarts the server before it asks again
        form = params or {}
        status, content = self._connection.ask(urlsplit(url).path, form, self.deadline, self._is_alive, self.meanwhile)
        if status == _OK:
            return answer_of(content, form["text"], form["language"], self._connection.peer)
        if status == _TOO_LARGE:
            raise LanguageToolError("the paragraph is too long for it; part it in two")
        if status // 100 == 3:
            raise LanguageToolError("it sends us on to another address, and the text is not sent there")
        raise LanguageToolError(plain(f"{status} {content[:1000].decode('utf-8', 'replace')}", 120))

    def _is_alive(self) -> bool:
        """Return whether the server answers another question meanwhile."""
        return is_well(self._connection.peer, max(0.1, self._limits.silence - self._limits.look))

    def close(self) -> None:
        """Close the connection; the server is not touched."""
        self._connection.close()


class Client:
    """One server's client; calls from several threads wait for each other."""

    def __init__(self, peer: Peer, limits: AnswerLimits, *, one_of_many: bool = False) -> None:
        self.peer = peer
        limits = limits.with_a_turn() if one_of_many and peer.owner else limits
        self._limits = limits
        self._connection = Connection(peer, limits, one_of_many=one_of_many)
        self._tool = _Tool(self._connection, limits)
        self._proved: set[tuple[int, str]] = set()

    def check(self, text: str, variant: str, meanwhile: Meanwhile = None) -> tuple[Slip, ...]:
        """Return what LanguageTool finds in the text, in text order; `meanwhile` is called while it reads a piece.

        Raises `Lost` where the server does not answer, or not well (then it may help to start another), and
        `Unavailable` where it answers that it will not, or finds nothing where there is something.
        """
        with _lane:
            if not text.strip():
                return ()
            deadline = Deadline.after(self._limits.seconds(len(text)))
            for language in dict.fromkeys((english_of(variant), variant)):
                self._speak(language)
                if self._prove(language, deadline):
                    deadline = Deadline.after(self._limits.seconds(len(text)))
            self._tool.deadline, self._tool.meanwhile = deadline, meanwhile
            try:
                found = [slip for start, piece in pieces(text) for slip in self._ask(piece, start)]
            finally:
                self._tool.meanwhile = None
        told = [slip for slip in found if not slip.rule.startswith(MARK)]
        return tuple(sorted(told, key=lambda slip: (slip.start, slip.end, slip.rule)))

    def _speak(self, variant: str) -> None:
        more = set(noise().more) if variant in ENGLISHES else set()
        if str(self._tool.language) != variant or self._tool.enabled_rules != more:
            self._tool.language = variant  # which forgets the rules
            self._tool.enabled_rules = more

    def _prove(self, variant: str, deadline: Deadline) -> bool:
        """Ask about a sentence with known errors, once a connection and variant; return whether it had its own time.

        Raises `Unavailable` where it comes back without them.
        """
        first = self._limits.first * (1 if variant in ENGLISHES else _OTHERS_LOAD)
        self._tool.deadline = Deadline.after(first) if first else deadline
        self._connection.connect(self._tool.deadline)
        if (self._connection.made, variant) in self._proved:
            return False
        rules = {slip.rule for slip in self._ask(CANARY, 0)}  # of another language it says only that its lists are read
        why = blind(rules, self.peer) if variant in ENGLISHES else ""
        if why:
            raise Unavailable(f"The grammar server at {plain(self.peer.told, 80)} cannot be believed: {why}.")
        self._proved.add((self._connection.made, variant))
        return bool(self._limits.first)

    def _ask(self, text: str, start: int) -> Iterator[Slip]:
        sendable = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes "?": same length
        try:
            matches = self._tool.check(sendable)
        except LanguageToolError as error:
            if str(error)[:1] == "5":
                raise Lost(f"it failed with {error}") from error
            raise Unavailable(f"The grammar server at {self.peer.told} refused the text: {error}.") from error
        units = Utf16Map(sendable)
        return iter([_slip(match, units, start) for match in matches])

    def close(self) -> None:
        """Close the connection."""
        with _lane:
            self._tool.close()


def _slip(match: Match, units: Utf16Map, start: int) -> Slip:
    """Return the match in code points: the library converts the offset, but leaves the length in UTF-16 units."""
    end = units.to_points(units.to_units(match.offset) + match.error_length)
    return Slip(
        rule=match.rule_id,
        start=start + match.offset,
        end=start + end,
        message=match.message,
        suggestions=tuple(match.replacements[:MOST_SUGGESTIONS]),
        category=match.category,
        kind=match.rule_issue_type,
    )


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield the text in pieces of at most `longest` code points with offsets, cut behind sentences if possible."""
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield start, text[start:end]
        start = end
    if text[start:].strip():
        yield start, text[start:]


def _cut(text: str, start: int, end: int) -> int:
    """Return the best place for a cut in the second half of `[start, end)`: behind a sentence, else behind a word."""
    middle = (start + end) // 2
    for mark in (". ", "? ", "! ", "” ", '" ', " "):
        found = text.rfind(mark, middle, end)
        if found >= 0:
            return found + len(mark)
    return end
