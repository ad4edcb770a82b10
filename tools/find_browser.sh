#!/bin/sh
# Installs Debian's chromium for the browser tests where that is possible; without it those tests say that they skip.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "No chromium here: the browser tests will skip. Install it with: sudo apt-get install chromium" >&2
