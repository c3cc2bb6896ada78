#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 1,000 random decisions on a graph, then rebuilt from scratch and re-applied: the same bytes. The tests run it with 60.
#   scripts/long/decisions.sh [DECISIONS [SEED]]
set -euo pipefail
cd "$(dirname "$0")/../.."
time python3 tests/fault/decisions_hold.py "${ENTENTE:-build/release/entente}" . "${1:-1000}" "${2:-8}"
