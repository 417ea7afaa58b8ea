"""What an editor is told about a grammar rule beyond the message: its name, its reason, an example, the house's note.

Our own rules explain themselves in `newsroom.xml`; for LanguageTool's most frequent ones the words stand in
`resources/grammar/explanations.toml`. A rule that neither knows has the house's note alone.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from xml.etree import ElementTree

from desk.checks.check import Explanation
from desk.checks.grammar.pack import pack_file
from desk.paths import resources_dir


def explanation_of(rule: str, notes: Iterable[str] = ()) -> Explanation:
    """Return what there is to tell of a rule, with or without `grammar.`; `notes` are the house's, as `RULE: note`."""
    identity = rule.removeprefix("grammar.")
    known = _ours().get(identity) or _theirs().get(identity) or _by_beginning(identity)
    note = next((text.strip() for name, _, text in (n.partition(":") for n in notes) if name.strip() == identity), "")
    return Explanation(known.name, known.why, known.wrong, known.right, note)


def _by_beginning(identity: str) -> Explanation:
    named = (one for name, one in _theirs().items() if name.endswith("*") and identity.startswith(name[:-1]))
    return next(named, Explanation())


@cache
def _ours() -> Mapping[str, Explanation]:
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.parse(pack_file(), parser).getroot()
    return {
        element.get("id", ""): _of_element(element)
        for category in root.iter("category")
        for element in category
        if element.tag in {"rule", "rulegroup"}
    }


def _of_element(element: ElementTree.Element) -> Explanation:
    comment = next((c.text or "" for c in element if not isinstance(c.tag, str)), "")  # a comment's tag is a function
    bad = next((e for e in element.iter("example") if e.find("marker") is not None), None)
    wrong = "".join(bad.itertext()) if bad is not None else ""
    right = next(("".join(e.itertext()) for e in element.iter("example") if e.find("marker") is None), "")
    return Explanation(element.get("name", ""), _flat(comment), _flat(wrong), _flat(right))


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
