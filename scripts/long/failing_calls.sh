#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Up to N of the reads, writes, syncs, openings, cuts and removals of each command fail, one after another: what the test
# fault_failing_calls does with 2.
#   scripts/long/failing_calls.sh [N]     20
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release >/dev/null && cmake --build --preset release --target entente failing_calls | tail -n 1
exec python3 tests/fault/failing_calls.py build/release/entente . "$(find build/release -name 'libfailing_calls.so')" "${1:-20}"
