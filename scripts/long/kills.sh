#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 500 kills of builds, syncs and decisions at random moments: what the test fault_kill_anything does with 30.
#   scripts/long/kills.sh [N]
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release >/dev/null && cmake --build --preset release --target entente | tail -n 1
exec python3 tests/fault/kill_anything.py build/release/entente . "${1:-500}" 2
