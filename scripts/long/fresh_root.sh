#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian package into a fresh Debian 12 of its own (debootstrap, minbase: no compiler, no Python) and works with it
# there: the seeds are built, asked and exported, as an ordinary user, with no network. Needs root and debootstrap.
#   scripts/long/fresh_root.sh [PACKAGE.deb]     without one it is made by scripts/package.sh
# Exit 1 when an answer is not what the program in the build folder gives; 3 when the root cannot be made.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf 'fresh root: %s\n' "$*"; }
[ "$(id -u)" = 0 ] || { say "needs root" >&2; exit 3; }
command -v debootstrap >/dev/null || { say "debootstrap is missing" >&2; exit 3; }
package=$(realpath "${1:-$(scripts/package.sh | tail -n 1)}")
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -nE "s/^(URIs: |deb )(http[^ ]*).*/\2/p" | head -n 1) || true

root=$(mktemp -d)
trap 'umount -q "$root/proc" || true; rm -rf "$root"' EXIT
chmod 755 "$root"
say "debootstrap bookworm"
debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 || { tail -n 3 "$root.log" >&2; rm -f "$root.log"; exit 3; }
rm -f "$root.log"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/entente.deb"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/home/reader LC_ALL=C.UTF-8 "$@"; }

say "apt-get install ./$(basename "$package")"
inside sh -c 'apt-get -qq update && apt-get -qq -y install --no-install-recommends /tmp/entente.deb' >"$root/tmp/apt.log" 2>&1 ||
  { tail -n 5 "$root/tmp/apt.log" >&2; exit 1; }
inside sh -c '! command -v g++ cc python3' || { say "a compiler or Python is there: this shows nothing" >&2; exit 1; }
mount -t proc proc "$root/proc"
inside useradd --create-home reader
cp -r seeds "$root/home/reader/seeds"

# The same commands inside, in a network of its own without a device, and here with the program of the build folder ($G: graph file).
steps='entente build seeds -g "$G" --no-progress && entente ask "Who cooperated with whom?" -g "$G" &&
  entente query who-attended-what -P who=China -g "$G" && entente export -g "$G" -o "$G.ttl" && sha256sum <"$G.ttl"'
say "building, asking and exporting the seeds, without a network"
unshare --net chroot --userspec=reader "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/home/reader LC_ALL=C.UTF-8 \
  sh -c "cd && G=s.entente; $steps" >"$root/tmp/there" 2>"$root/tmp/there.err" || { cat "$root/tmp/there.err" >&2; exit 1; }
program=$PWD/build/release
here=$(mktemp -d)
trap 'umount -q "$root/proc" || true; rm -rf "$root" "$here"' EXIT
PATH=$program:$PATH G=$here/s.entente sh -c "$steps" >"$here/out" 2>"$here/err" || { cat "$here/err" >&2; exit 1; }
diff "$here/out" "$root/tmp/there" || { say "it answers otherwise there" >&2; exit 1; }
say "$(wc -l <"$here/out") lines of answers, and the Turtle, are the same in both; $(inside du -sh --apparent-size /usr/share/entente | cut -f 1) of data installed"
inside sh -c 'apt-get -qq -y purge entente && ! test -e /usr/share/entente && ! command -v entente' >/dev/null 2>&1 ||
  { say "purge leaves something" >&2; exit 1; }
say "purged without a trace"
