#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts all C++ files into the form of .clang-format; with --check changes nothing and names the files that are not, exit 1.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t files < <(git ls-files 'src/*.cpp' 'src/*.hpp' 'tests/*.cpp' 'tests/*.hpp')
case "${1:-}" in
  "") clang-format -i "${files[@]}" ;;
  --check)
    bad=0
    for file in "${files[@]}"; do
      clang-format "$file" | cmp -s - "$file" || { echo "$file: not formatted (scripts/format.sh)"; bad=$((bad + 1)); }
    done
    echo "${#files[@]} files, $bad not formatted"
    [ "$bad" = 0 ]
    ;;
  *) echo "usage: scripts/format.sh [--check]" >&2; exit 2 ;;
esac
