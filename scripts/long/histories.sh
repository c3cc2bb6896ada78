#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Random histories of a graph against fresh builds; the tests run 2 of them.   scripts/long/histories.sh [HISTORIES [SEED]]
set -euo pipefail
cd "$(dirname "$0")/../.."
time python3 tests/fault/histories.py "${ENTENTE:-build/release/entente}" . "${1:-50}" "${2:-1}"
