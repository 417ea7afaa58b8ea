"""The watched folder in a real window: a story in the list, a notice and a list of what could not be read."""

import pytest

from desk.paths import config_dir
from desk.readers import folder_watch
from ui.dialogs.unread import UnreadDialog


@pytest.fixture
def watching(open_window, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_watch, "SETTLED", 0.0)
    folder = tmp_path / "in"
    folder.mkdir()
    config_dir().mkdir(parents=True, exist_ok=True)
    lines = f"incoming_folder = '{folder}'\nuser_name = 'Rosa Marquez'\nset_up_declined = true\n"
    (config_dir() / "settings.toml").write_text(lines, "utf-8")
    return open_window(), folder


def test_a_file_comes_in_and_a_broken_one_is_told_of(watching, qtbot, dialog):
    window, folder = watching
    (folder / "tide.txt").write_text("High tide at noon.\n", "utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    notices = window.parts.notices
    qtbot.waitUntil(lambda: window.folder_look.look() or "unread" in notices, timeout=20_000)
    assert [sentence for sentence in notices.sentences if "could not be read" in sentence] == [
        "1 file of the watched folder could not be read."
    ]
    model = window.parts.queue.list.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=20_000)
    window.actions["unread"].trigger()
    listed = dialog(UnreadDialog)
    assert listed.again.isEnabled()
    notices.drop("unread")
    (folder / "broken.docx").write_text("A text after all.\n", "utf-8")
    listed.again.click()
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not listed.again.isEnabled(), timeout=20_000)
    assert listed.about.text() == f"Every file of {folder} could be read."
    folder.rename(folder.with_name("away"))
    qtbot.waitUntil(lambda: window.folder_look.look() or "watched folder" in notices, timeout=20_000)
    folder.with_name("away").rename(folder)
    qtbot.waitUntil(lambda: window.folder_look.look() or "watched folder" not in notices, timeout=20_000)
