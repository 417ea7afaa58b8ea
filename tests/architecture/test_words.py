"""Moments and numbers of things become words in one place each: no copy of `moments.py` or `words.py` comes back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(path for top in ("desk", "ui") for path in (ROOT / top).rglob("*.py"))
MOMENTS = ROOT / "desk" / "text" / "moments.py"
ON_MOMENTS = {"strftime", "strptime", "isoformat", "astimezone", "fromtimestamp", "utcnow", "fromisoformat"}


def moments_in(code):
    """Return the lines of a piece of code that put a moment into words, or fetch one, by themselves."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            of_class = isinstance(node.value, ast.Name) and node.value.id in ("datetime", "date")
            if node.attr in ON_MOMENTS or (of_class and node.attr in ("now", "today")):
                found.add(node.lineno)
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            spec = "".join(str(part.value) for part in node.format_spec.values if isinstance(part, ast.Constant))
            if "%" in spec and spec != "%" and not spec.endswith("%"):
                found.add(node.lineno)
    return sorted(found)


def test_moments_become_words_in_one_place():
    copies = {str(path.relative_to(ROOT)): moments_in(path.read_text("utf-8")) for path in CODE if path != MOMENTS}
    assert not {path: lines for path, lines in copies.items() if lines}, "desk/text/moments.py says it"


@pytest.mark.parametrize(
    "planted",
    [
        'said = f"{moment:%H:%M}"',
        'said = f"{moment:%Y-%m-%d %H:%M} UTC"',
        'said = moment.astimezone().strftime("%d %b")',
        'plain = {"when": seal.when.isoformat()}',
        "until = datetime.now()",
        "today = date.today()",
    ],
)
def test_a_moment_said_elsewhere_is_caught(planted):
    assert moments_in(f"\n{planted}\n") == [2]


def test_other_formats_are_left_in_peace():
    assert moments_in('said = f"{share:.0%} of {count:,}, {percent:3d} %, {name:<10}"') == []
