"""What an answer must hold before it counts: LanguageTool's own, whole, of the text and in the English asked for.

An empty list of matches from anybody else looks like a clean text; so everything that a stranger, another program or a
server cut short would say otherwise is looked at here, and what is wrong is said in words.
"""

import json
from collections.abc import Collection
from typing import Any

from desk.checks.grammar.engine.connection import Lost, Peer
from desk.text.words import shortened

CANARY = "The copy desk canary has recieved a a letter on Tuesday."
"""A sentence with known errors, asked for behind each new connection."""
MARK = "COPYDESK_PACK_"
"""The id of the rule that finds “copy desk canary”, before the version of our rules: they say so who they are."""
_LONGEST_ID = 200
_LONGEST_MESSAGE = 1_000
_MOST_REPLACEMENTS = 1_000
"""More are left out: for “cho” before another short word LanguageTool itself proposes 1,414."""


def plain(words: str, length: int = 200) -> str:
    """Return what another program said as one short line without control characters, fit for a sentence."""
    return shortened("".join(c if c.isprintable() else " " for c in words[: 20 * length]), length)


def answer_of(raw: bytes, text: str, language: str, peer: Peer) -> dict[str, Any]:
    """Return LanguageTool's answer on a text; raises `Lost` with what is wrong about it."""
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Lost("it answered something that is not LanguageTool's") from error
    if not isinstance(answer, dict) or not isinstance(answer.get("matches"), list):
        raise Lost("it answered something that is not LanguageTool's")
    _must_be_languagetool(answer.get("software"), peer)
    _must_be_whole(answer, language)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if len(answer["matches"]) > 100 + units:
        raise Lost(f"it found {len(answer['matches'])} errors in {units} letters")
    return {**answer, "matches": [_match(match, units) for match in answer["matches"]]}


def _must_be_languagetool(software: Any, peer: Peer) -> None:
    if not isinstance(software, dict) or software.get("name") != "LanguageTool":
        raise Lost("it does not say that it is LanguageTool")
    version = software.get("version")
    if not isinstance(version, str) or not version:
        raise Lost("it does not say which LanguageTool it is")
    if peer.version and version != peer.version:
        raise Lost(f"it is LanguageTool {plain(version, 20)}, not {peer.version}")


def _must_be_whole(answer: dict[str, Any], language: str) -> None:
    read, warnings = answer.get("language"), answer.get("warnings")
    code = read.get("code") if isinstance(read, dict) else None
    if code != language:
        raise Lost(f"it read the text as {plain(str(code), 20)}, not as {language}")
    if not isinstance(warnings, dict) or warnings.get("incompleteResults") is not False:
        raise Lost("it did not read the whole text")


def _match(match: Any, units: int) -> dict[str, Any]:
    """Return the match with its words made harmless; raises `Lost` where it is none of this text."""
    try:
        start, length, rule = match["offset"], match["length"], match["rule"]
        words = (rule["id"], rule["issueType"], rule["category"]["id"])
        offered = [replacement["value"] for replacement in match["replacements"][:_MOST_REPLACEMENTS]]
        context = {"offset": int(match["context"]["offset"]), "text": str(match["context"]["text"])}
        numbers = (type(start), type(length)) == (int, int) and 0 <= start <= start + length <= units
        texts = all(isinstance(one, str) for one in (*words, *offered, match["message"]))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Lost("it answered something that is not LanguageTool's") from error
    if not numbers or not texts or not all(map(_is_name, words)):
        raise Lost("it points at places or rules that cannot be")
    return {
        **match,
        "message": plain(match["message"], _LONGEST_MESSAGE),
        "replacements": [{"value": words} for words in offered if not any(map(_is_control, words))],
        "context": context,
        "rule": {"id": words[0], "issueType": words[1], "category": {"id": words[2]}},
    }


def _is_control(letter: str) -> bool:
    return letter < " " or letter == "\x7f"


def _is_name(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_ID and words.isprintable()


def blind(found: Collection[str], peer: Peer) -> str:
    """Return why a server that found these rules in the canary cannot be believed; empty where it can."""
    if not any(rule.startswith("MORFOLOGIK_RULE_EN") for rule in found) or "ENGLISH_WORD_REPEAT_RULE" not in found:
        return "it finds no errors in a sentence that has some"
    if peer.mark and peer.mark not in found:
        return "it has other rules than this desk"
    return ""
