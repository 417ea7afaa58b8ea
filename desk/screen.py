"""Whether a window can be shown here, asked before Qt is loaded: Qt ends the whole process where it cannot."""

import ctypes
import os
import sys

_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs on X11 and does not bring along, with the Debian package of each; Qt itself names only the first."""
_INSTEAD = "`copydesk check FILE` does the same checks in the terminal."


def no_window() -> str:
    """Return why no window can be shown here, in one sentence; empty where one can, as far as can be told."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return f"There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): {_INSTEAD}"
    lacking = {name: package for name, package in _LIBRARIES.items() if not _loads(name)}
    if lacking:
        names, packages = ", ".join(lacking), " ".join(lacking.values())
        return f"The window needs {names} (Debian: apt-get install {packages}). Without, {_INSTEAD}"
    return ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
