# Brings in all that Copydesk needs and says what it does; read by `.ci/try` and `.ci/test`, not run by itself.
#
# Steps, each skipped when it is done: a Python >= 3.11, a virtual environment in .venv, the locked packages with their
# hashes, Qt's system libraries, the grammar engine. A second start takes about a second.

say() { printf '%s\n' "copydesk: $*" >&2; }
stop() { say "$*"; exit 2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1
    fi
}

# debian PACKAGE...: install Debian packages where that is possible without asking for a password.
debian() {
    command -v apt-get >/dev/null 2>&1 || return 1
    say "installing system packages: $*"
    if [ -z "${apt_lists_are_new:-}" ]; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 1
        apt_lists_are_new=1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in ${COPYDESK_PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_environment() {
    [ -x .venv/bin/python ] && new_enough .venv/bin/python && return
    python=$(find_python) || { debian python3 && python=$(find_python); } ||
        stop "Python 3.11 or newer is needed and was not found: install it, or name it in COPYDESK_PYTHON."
    say "making a virtual environment in .venv with $("$python" --version)"
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        # Debian parts the venv module from Python, and names it after the version.
        debian "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" ||
            stop "this Python cannot make virtual environments: install its venv module (Debian: python3-venv)."
        rm -rf .venv
        "$python" -m venv .venv || stop "the virtual environment could not be made: see the lines above."
    fi
}

# A virtual environment from `uv` or one moved here has no pip of its own.
pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }

install_packages() {
    lock=requirements.lock
    stamp=.venv/copydesk-installed
    want=$(cat "$lock" pyproject.toml | cksum)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null ||
        stop "the environment in .venv has no pip: delete .venv and start again."
    say "installing the packages of $lock, about 450 MB, every one checked against its hash"
    # The lock is whole: without a resolver no release of tomorrow can come between it and what is installed.
    pip install --require-hashes --no-deps --only-binary :all: -r "$lock" || stop "the packages could not be installed: see the lines above."
    pip install --no-deps --no-build-isolation -e . || stop "Copydesk itself could not be installed: see the lines above."
    printf '%s' "$want" >"$stamp"
}

has_screen() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# With a screen Qt needs more libraries than without.
qt_loads() {
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c '
from PySide6 import QtNetwork, QtPrintSupport, QtSvg, QtTest
from PySide6.QtWidgets import QApplication
from PySide6.QtGui import QFontDatabase
app = QApplication([])
assert QFontDatabase.families(), "no font"' 2>&1 || return 1
    has_screen || return 0
    .venv/bin/python -c 'import sys; from desk.screen import no_window; sys.exit(no_window() or 0)' 2>&1
}

QT_LIBRARIES="libgl1 libegl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"

install_qt_libraries() {
    [ "$(uname)" = Linux ] || return 0
    stamp=.venv/copydesk-qt-loads
    has_screen && stamp=$stamp-on-a-screen
    [ -f "$stamp" ] && return
    if ! trouble=$(qt_loads); then
        # shellcheck disable=SC2086 - a list of words
        debian $QT_LIBRARIES || stop "Qt does not start here ($(printf '%s' "$trouble" | tail -n 1)). Install what your \
system calls these Debian packages, then start again: $(echo $QT_LIBRARIES)."
        trouble=$(qt_loads) || stop "Qt still does not start: $trouble"
    fi
    : >"$stamp"
}

# Quick where the engine is there already; says how far it is while it is not.
install_engine() {
    say "looking after the grammar engine (LanguageTool, about 100 MB, into your data folder)"
    .venv/bin/copydesk engine install >&2
}

# The tests of a desk's own database server; nothing else needs one.
install_server() {
    command -v initdb >/dev/null 2>&1 && return
    for programs in /usr/lib/postgresql/*/bin; do
        [ -x "$programs/initdb" ] && return
    done
    debian postgresql || say "PostgreSQL could not be installed: the tests that need it will say so"
}

set_up() {
    make_environment
    install_packages
    install_qt_libraries
}
