"""Says what this is, under which licence, and where it keeps its things."""

from PySide6.QtWidgets import QWidget

from desk import __version__
from desk.paths import config_dir, data_dir, log_dir
from ui.look import icons
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, row


class AboutDialog(Dialog):
    """Version, licence, folders."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("About Copydesk", parent)
        mark = label()
        mark.setPixmap(icons.application_icon().pixmap(48, 48))
        self.body.addLayout(row(mark, label(f"Copydesk {__version__}", "title"), None, spacing=16))
        self.say(
            "The last hour of a news story, offline. Free software under the GNU General Public License, version 3."
        )
        self.say("Grammar: LanguageTool, on this computer. Nothing is sent anywhere.")
        self.say(f"Stories: {data_dir()}\nSettings: {config_dir()}\nLogs: {log_dir()}", "muted")
        self.answer("Close", self.accept, primary=True)
