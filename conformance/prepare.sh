#!/bin/sh
# What the clients outside Python need: packages for node, and rclone from Debian. What cannot be had is said by the
# run itself, as a row of its own.
cd "$(dirname "$0")" || exit 1
if command -v npm >/dev/null; then
    if [ ! -f node/node_modules/.package-lock.json ] || [ node/package-lock.json -nt node/node_modules/.package-lock.json ]; then
        npm ci --prefix node --no-audit --no-fund --ignore-scripts --loglevel=error || echo "npm ci failed" >&2
    fi
fi
if ! command -v rclone >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get install -y -qq --no-install-recommends rclone >/dev/null || echo "rclone could not be installed" >&2
fi
