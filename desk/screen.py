"""Whether a window can be shown here, asked before Qt is loaded: Qt ends the whole process where it cannot."""

import ctypes
import os
import sys

_LIBRARY = "libxcb-cursor.so.0"
"""What Qt 6.5 and newer needs on X11 beyond older versions, and the one library that machines mostly lack."""
_INSTEAD = "`copydesk check FILE` does the same checks in the terminal."


def no_window() -> str:
    """Return why no window can be shown here, in one sentence; empty where one can, as far as can be told."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return f"There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): {_INSTEAD}"
    try:
        ctypes.CDLL(_LIBRARY)
    except OSError:
        return f"The window needs {_LIBRARY} (Debian: apt-get install libxcb-cursor0). Without it, {_INSTEAD}"
    return ""
