"""Sentences that name a command, as a window says them: what can be pressed there, else that it is for the terminal."""

import re

from desk.text.commands_named import in_quotes

INSTEAD = {
    "run `copydesk engine install --dictionary` to mend it": "“Install the dictionary” mends it",
    "run `copydesk engine install --dictionary`": "“Install the dictionary” installs it",
    "run `copydesk engine install` to mend it": "Help ▸ Grammar engine mends it",
    "run `copydesk engine install`, or choose Install in the window": "Help ▸ Grammar engine installs it",
    "run `copydesk engine install`": "Help ▸ Grammar engine installs it",
    "Edit ▸ People of the desk…, or `copydesk key confirm`": "Edit ▸ People of the desk…",
}
"""What sentences say of commands, and what a window says of the same; a test holds it against the menus."""
_COMMAND = re.compile(r"`copydesk [^`]*`(?!.*`copydesk )", re.DOTALL)


def in_window(sentence: str) -> str:
    """Return a sentence with what can be pressed in the place of commands; others are said to be for the terminal."""
    for command, pressed in INSTEAD.items():
        sentence = sentence.replace(command, pressed)
    return in_quotes(_COMMAND.sub(lambda found: f"{found[0]} in the terminal", sentence))
