#!/usr/bin/env bash
# Writes requirements/: every version and hash, for Python 3.11 to 3.14 on Linux, macOS and Windows.
# Versions already locked stay; `scripts/lock.sh --upgrade` takes the newest that pyproject.toml allows.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
  local file=$1
  shift
  .venv/bin/python -m uv pip compile --no-config --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links \
    --custom-compile-command "make lock" --quiet --output-file "requirements/$file" "$@" \
    pyproject.toml
}

lock run.txt "$@"
lock dev.txt --group dev --constraints requirements/run.txt "$@"
