"""Asks a LanguageTool server about one text: language-tool-python as the client, in one lane.

The library is used with `remote_server` alone, so it neither downloads, starts, restarts nor ends anything. What it
keeps, it keeps on the class (the last text's characters above U+FFFF): hence one lane for the whole process. This file
is the only border between LanguageTool's UTF-16 units and our code points.
"""

from collections.abc import Iterator
from threading import Lock as Mutex
from typing import Any, Literal

import requests
from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.match import Match

from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.reading import MOST_SUGGESTIONS, Slip
from desk.errors import Unavailable
from desk.text.spans import Utf16Map

TIMEOUT = 60.0  # seconds; the slowest honest answer seen is 9 (first check on a busy core), so this one hangs
LONGEST = 6_000  # code points a request: 1,000 words take 0.6 s, so one giant paragraph cannot look like a hang
_LANGUAGES = ("en", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA")
_lane = Mutex()


class Lost(Exception):  # noqa: N818
    """The server hangs, died, or talks nonsense; the words say which."""

    def __init__(self, words: str, hung: bool = False) -> None:
        super().__init__(words)
        self.hung = hung


class _Tool(LanguageTool):
    """The library's client on a connection that stays open, without proxies, and with our time limit."""

    def __init__(self, url: str, timeout: float) -> None:
        self._session = requests.Session()
        self._session.trust_env = False  # HTTP_PROXY would be asked for the loopback as well
        self._patience = timeout
        super().__init__("en-US", remote_server=url)

    def _get_languages(self) -> set[str]:
        return set(_LANGUAGES)  # saves a request a change of language

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 2,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        del num_tries  # asked once: the caller restarts the server before it asks again
        try:
            with self._session.request(
                method, url, data=params if method == "post" else None, timeout=self._patience
            ) as answer:
                if answer.status_code == requests.codes.ok:
                    return answer.json()
                raise LanguageToolError(f"{answer.status_code} {answer.text[:200].strip()}")
        except requests.Timeout as error:
            raise Lost(f"it did not answer within {self._patience:.0f} seconds", hung=True) from error
        except (requests.RequestException, ValueError) as error:
            raise Lost("the connection broke") from error

    def close(self) -> None:
        """Close the connection; the server is not touched."""
        self._session.close()


class Client:
    """One server's client; calls from several threads wait for each other."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        """`url` is the root of the server, with or without `/v2`; `timeout` is in seconds for each request."""
        self.url = url
        self._timeout = timeout
        self._tool: _Tool | None = None

    def check(self, text: str, variant: str) -> tuple[Slip, ...]:
        """Return what LanguageTool finds in the text, in text order.

        Raises `Lost` where the server does not answer (then it may help to start another), and `Unavailable` where it
        answers that it will not.
        """
        with _lane:
            found = [slip for start, piece in pieces(text) for slip in self._ask(piece, variant, start)]
        return tuple(sorted(found, key=lambda slip: (slip.start, slip.end, slip.rule)))

    def _ask(self, text: str, variant: str, start: int) -> Iterator[Slip]:
        tool = self._open()
        if str(tool.language) != variant or not tool.enabled_rules:
            tool.language = variant  # which forgets the rules
            tool.enabled_rules = set(noise().more)
        sendable = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes "?": same length
        try:
            matches = tool.check(sendable)
        except LanguageToolError as error:
            if str(error)[:1] == "5":
                raise Lost(f"it failed with {error}") from error
            raise Unavailable(f"The grammar server at {self.url} refused the text: {error}.") from error
        except (KeyError, TypeError) as error:
            raise Lost("it answered something that is not LanguageTool's") from error
        units = Utf16Map(sendable)
        return iter([_slip(match, units, start) for match in matches])

    def _open(self) -> _Tool:
        if self._tool is None:
            self._tool = _Tool(self.url, self._timeout)
        return self._tool

    def close(self) -> None:
        """Close the connection."""
        with _lane:
            if self._tool:
                self._tool.close()
            self._tool = None


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
