"""The set of settings: each is declared whole, read by somebody, and told by the guide as it is declared."""

import re
import tomllib
from pathlib import Path

from desk.paths import resources_dir
from desk.settings.declared import Settings, declarations
from desk.settings.declaring import Group
from desk.settings.kinds import Flag, Number, OneOf, SomeOf
from desk.settings.of_house import HOUSE_STYLES

ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "docs" / "guide.md"
TABLE = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def test_a_setting_is_declared_whole(subtests):
    for name, declared in declarations().items():
        with subtests.test(name):
            assert declared.label
            assert re.fullmatch(r"[A-Z].*[^.]\.", declared.words), "one sentence"
            assert ". " not in declared.words
            assert declared.kind.judge(getattr(Settings(), name)).odd == ""


def test_the_words_of_a_box_have_room_in_the_dialog_of_a_small_screen():
    """They stand in one line beside their name: 98 letters made the page of 960 pixels scroll sideways."""
    boxes = {name: len(each.words) for name, each in declarations().items() if isinstance(each.kind, Flag)}
    assert max(boxes.values()) <= 80


def test_somebody_reads_the_setting(subtests):
    paths = [p for top in ("desk", "ui") for p in (ROOT / top).rglob("*.py") if p.parent.name != "settings"]
    code = "\n".join(path.read_text("utf-8") for path in (*paths, ROOT / "desk" / "settings" / "declared.py"))
    read = {name for row in re.findall(r"\.(\w+)\b|\"(\w+)\"", code) for name in row}
    for name in declarations():
        with subtests.test(name):
            assert name in read, "a setting that nobody reads goes"


def test_the_house_styles_are_those_of_the_shipped_file():
    noise = tomllib.loads((resources_dir() / "grammar" / "noise.toml").read_text("utf-8"))
    assert {style["name"] for style in noise["house_style"]} == HOUSE_STYLES.keys()


def _code(value):
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return f'`"{value}"`' if isinstance(value, str) else str(value)


def _row(name, declared):
    default = getattr(Settings(), name)
    shown = declared.empty or "none" if default == "" else _code(default)
    return f"| `{name}` | {shown} | {declared.words}{_allowed(declared.kind)} |"


def _allowed(kind):
    if isinstance(kind, Number):
        return f" From {kind.low} to {kind.high}."
    if isinstance(kind, OneOf):
        return f" One of {', '.join(kind.words)}."
    return f" Any of {', '.join(kind.choice.words)}." if isinstance(kind, SomeOf) else ""


def table():
    lines = ["| key | default | what it does |", "|---|---|---|"]
    for group in Group:
        lines += [_row(name, one) for name, one in declarations().items() if one.group is group]
    return "\n".join(lines) + "\n"


def test_the_table_of_the_guide_is_that_of_the_code(request):
    text = GUIDE.read_text("utf-8")
    if request.config.getoption("--accept"):
        GUIDE.write_text(TABLE.sub(lambda _: table(), text), "utf-8")
        text = GUIDE.read_text("utf-8")
    assert TABLE.findall(text) == [table()], "run pytest tests/desk/settings --accept"
