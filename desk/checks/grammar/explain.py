"""What an editor is told about a grammar rule beyond the message: its name, its reason, an example, the house's note.

Our own rules explain themselves in `newsroom.xml`; for LanguageTool's most frequent ones the words stand in
`resources/grammar/explanations.toml`. A rule that neither knows has the house's note alone.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

from desk.checks.check import Explanation
from desk.checks.grammar import mixed_up
from desk.checks.grammar.engine.rule_pack import pack_file
from desk.paths import resources_dir


def explanation_of(rule: str, notes: Iterable[str] = (), quote: str = "") -> Explanation:
    """Return what there is to tell of a rule, with or without `grammar.`; `notes` are the house's, as `RULE: note`.

    Of a group of rules the example is the one about `quote`, the words found, where there is one.
    """
    identity = rule.removeprefix("grammar.")
    known = _of_ours(identity, quote) or _theirs().get(identity) or _by_beginning(identity)
    if identity == mixed_up.RULE and (sentences := mixed_up.example_of(quote)):
        known = replace(known, wrong=sentences[0], right=sentences[1])
    note = next((text.strip() for name, _, text in (n.partition(":") for n in notes) if name.strip() == identity), "")
    return Explanation(known.name, known.why, known.wrong, known.right, note)


def _by_beginning(identity: str) -> Explanation:
    named = (one for name, one in _theirs().items() if name.endswith("*") and identity.startswith(name[:-1]))
    return next(named, Explanation())


def _of_ours(identity: str, quote: str) -> Explanation:
    element = _ours().get(identity)
    if element is None:
        return Explanation()
    comment = next((c.text or "" for c in element if not isinstance(c.tag, str)), "")  # a comment's tag is a function
    wrong, right = _example(element, quote)
    return Explanation(element.get("name", ""), _flat(comment), wrong, right)


@cache
def _ours() -> Mapping[str, ElementTree.Element]:
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.parse(pack_file(), parser).getroot()
    both = {"rule", "rulegroup"}
    return {e.get("id", ""): e for category in root.iter("category") for e in category if e.tag in both}


def _example(element: ElementTree.Element, quote: str) -> tuple[str, str]:
    """Return a wrong sentence about these words, the first one if there is none, and its right one."""
    rules = [element] if element.tag == "rule" else list(element.iter("rule"))
    pairs = []
    for rule in rules:
        wrong = next((e for e in rule.iter("example") if e.find("marker") is not None), None)
        right = next((e for e in rule.iter("example") if e.find("marker") is None), None)
        if wrong is not None and right is not None:
            marker = (wrong.findtext("marker") or "").casefold()
            pairs.append(
                (marker == quote.casefold(), _flat("".join(wrong.itertext())), _flat("".join(right.itertext())))
            )
    chosen = next((pair for pair in pairs if pair[0]), pairs[0] if pairs else (False, "", ""))
    return chosen[1], chosen[2]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@cache
def _theirs() -> Mapping[str, Explanation]:
    table = tomllib.loads((resources_dir() / "grammar" / "explanations.toml").read_text("utf-8"))
    out = {}
    for group in table["rule"]:
        one = Explanation(group["name"], group["why"], group.get("wrong", ""), group.get("right", ""))
        out.update(dict.fromkeys(group["ids"], one))
    return out
