"""Sentences that name a command, as those read them who have no terminal before them."""

from desk.text.commands_named import without_commands
from tests.rows import rows


@rows(
    ("sentence", "read"),
    [
        ("LanguageTool is not installed: run `copydesk engine install`.", "LanguageTool is not installed."),
        ("It is not installed: run `copydesk engine install --dictionary` (11 MB, once).", "It is not installed."),
        (
            "It was not checked (not installed: run `copydesk x`, or wait): do.",
            "It was not checked (not installed): do.",
        ),
        ("Restore a backup (`copydesk store backups`).", "Restore a backup."),
        ("It did not answer. Run `copydesk engine status`, or check again in a minute.", "It did not answer."),
        ("`why` must be a text", "“why” must be a text"),
        ("Nothing to run.", "Nothing to run."),
    ],
)
def test_what_is_to_be_run_is_left_out(sentence, read):
    assert without_commands(sentence) == read
