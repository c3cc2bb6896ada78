#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package build/release/entente_*.deb: program, ontology, saved queries, language model, manual, completions and
# bill of materials. Two runs on one commit give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH
command -v dpkg-shlibdeps >/dev/null || { echo "package: dpkg-shlibdeps is missing (Debian package dpkg-dev)" >&2; exit 3; }
cmake --preset release >/dev/null
cmake --build build/release --target entente --parallel "$(nproc)" | tail -n 1
rm -f build/release/entente_*.deb
(cd build/release && cpack -G DEB >cpack.log) || { tail -n 5 build/release/cpack.log >&2; exit 1; }
ls "$PWD"/build/release/entente_*.deb
