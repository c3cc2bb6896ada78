#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package twice, in two folders of other names and without the compiler cache, and compares the bytes.
#   scripts/long/reproducible.sh [--cached]     --cached uses ccache: shows less, takes seconds
# The commit that is checked out is what is built. Exit 1 when they differ.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "${1:-}" != --cached ]; then export CCACHE_DISABLE=1; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in one/deeper/down two; do
  git clone --quiet . "$work/$name"
  if [ -e .model ]; then ln -s "$(realpath .model)" "$work/$name/.model"; fi
  (cd "$work/$name" && scripts/package.sh)
done
sha256sum "$work"/one/deeper/down/build/release/entente "$work"/two/build/release/entente \
  "$work"/one/deeper/down/build/release/entente_*.deb "$work"/two/build/release/entente_*.deb | sed "s#$work/##"
cmp "$work"/one/deeper/down/build/release/entente_*.deb "$work"/two/build/release/entente_*.deb
echo "reproducible: the same bytes"
