#!/bin/sh
# Makes .venv from a lock file: set_up.sh requirements.lock
# Needs Python 3.11 or newer with its venv module; on Debian and Ubuntu, as root, it installs that module itself.
set -eu
lock=$1

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "tocsin needs Python 3.11 or newer, and none is on the PATH. Install it, or name it: make PYTHON=/path/to/python3" >&2
    exit 1
}

install_package() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
    else
        return 1
    fi
}

if [ ! -x .venv/bin/pip ]; then
    python=$(find_python)
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        rm -rf .venv
        install_package "python$version-venv" || {
            echo "Python's venv module is missing. Install it with: sudo apt-get install python$version-venv" >&2
            exit 1
        }
        "$python" -m venv .venv
    fi
fi
echo "Installing what $lock names into .venv (once, a minute or two)" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
