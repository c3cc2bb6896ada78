#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Splits of 10,000 documents over map and reduce against a build; the tests do it with 60.   scripts/long/map_reduce.sh [DOCUMENTS [SPLITS [SEED]]]
set -euo pipefail
cd "$(dirname "$0")/../.."
time python3 tests/fault/map_reduce.py "${ENTENTE:-build/release/entente}" . "${1:-10000}" "${2:-8}" "${3:-1}"
