#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes export/, the graph of the seeds as published, anew; or compares it, byte for byte.
#   scripts/update_export.sh [PROGRAM]           writes export/ (PROGRAM: build/release/entente)
#   scripts/update_export.sh --check [PROGRAM]   changes nothing, exit 1 where a file differs
set -euo pipefail
cd "$(dirname "$0")/.."

check=false
if [ "${1:-}" = --check ]; then check=true; shift; fi
program=${1:-build/release/entente}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" build seeds -g "$work/seeds.entente"
for file in seeds.ttl seeds.graphml; do
  "$program" export -g "$work/seeds.entente" -o "$work/$file"
  if ! $check; then
    mkdir -p export
    cp "$work/$file" "export/$file"
    echo "export/$file: $(wc -c <"export/$file") bytes"
  elif ! cmp "export/$file" "$work/$file"; then
    diff "export/$file" "$work/$file" | head -n 10 || true
    echo "export/$file is not what this program writes: scripts/update_export.sh makes it anew; look at the difference" >&2
    exit 1
  else
    echo "export/$file: as it should be"
  fi
done
