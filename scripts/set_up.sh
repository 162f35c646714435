#!/usr/bin/env bash
# Makes this folder ready: system libraries, .venv and the locked packages.
#   scripts/set_up.sh run    what the application needs
#   scripts/set_up.sh dev    that, and what the tests and the checks need
#   scripts/set_up.sh screen only the system libraries that a window on this screen needs
# Run again it does only what is missing. Nothing outside this folder changes but Debian packages,
# and those only when it runs as root; otherwise it says which command to give.
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:?"say run, dev or screen"}

say() { printf '== %s\n' "$*"; }
stop() {
  printf '\n%s\n' "$@" >&2
  exit 1
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
    then
      command -v "$name"
      return
    fi
  done
  stop "Caseload needs Python 3.11 to 3.14, and none was found." \
    "Install one, or name it: make run PYTHON=/path/to/python3"
}

# The libraries of the system that Qt loads, each with the Debian package that holds it.
qt_libraries() {
  cat <<'END'
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
END
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cat <<'END'
libcups.so.2 libcups2
libwayland-cursor.so.0 libwayland-cursor0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-util.so.1 libxcb-util1
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
END
  fi
}

missing_packages() {
  local python=$1 library package known
  known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  qt_libraries | while read -r library package; do
    grep -qF "$library " <<<"$known" || echo "$package"
  done
  if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    # Debian keeps the two apart from Python itself, in a package for each of its versions.
    "$python" -c 'import sys; print(f"python3.{sys.version_info.minor}-venv")'
  fi
}

install_system_libraries() {
  [ "$(uname -s)" = Linux ] || return 0
  local packages
  packages=$(missing_packages "$1" | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "not found here, by their Debian names: $packages"
    say "if the window does not open, install what holds them on your system"
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    stop "Some system libraries are missing, and installing them needs an administrator. Run:" \
      "  sudo apt-get install -y --no-install-recommends $packages" "then give the same command again."
  fi
  say "installing system libraries: $packages"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 # the names are words
  apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

install_packages() {
  local list=$1
  say "installing the locked packages of requirements/$list.txt into .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --only-binary :all: --require-hashes -r "requirements/$list.txt"
  touch ".venv/$list.installed"
}

prove_qt() {
  local trouble
  trouble=$(QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'import PySide6.QtWidgets' 2>&1) ||
    stop "The window's library does not load on this computer:" "$trouble"
}

python=$(find_python)
install_system_libraries "$python"
[ "$what" != screen ] || exit 0
if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  say "making .venv with $("$python" --version) ($python)"
  "$python" -m venv --clear .venv
fi
install_packages "$what"
# The packages of the tests include those of the application.
[ "$what" = run ] || touch .venv/run.installed
prove_qt
