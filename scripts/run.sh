#!/usr/bin/env bash
# Opens Caseload on a made-up service in made-up/. On a machine without a display it does the main
# job there without a window and says where the letter, the return and the pictures lie.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${FOLDER:-made-up}

has_display() {
  [ "${QT_QPA_PLATFORM:-}" != offscreen ] || return 1
  [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

if has_display; then
  scripts/set_up.sh screen
  [ -e "$folder/store/keyslots.json" ] || .venv/bin/python -m caseload demo "$folder"
  echo "== opening $folder/store: the passphrase of everyone in it is in $folder/passphrase.txt"
  exec .venv/bin/python -m caseload --store "$folder/store"
fi

echo "== no display here, so the main job is done without a window"
# Only what an earlier run made: the folder that has a passphrase lying beside its store.
if [ -e "$folder/passphrase.txt" ] && [ -e "$folder/store/keyslots.json" ]; then
  rm -r "$folder"
fi
QT_QPA_PLATFORM=offscreen .venv/bin/python -m caseload demo "$folder"
echo "== to use the window: on a computer with a screen, or with xvfb, give the same command"
