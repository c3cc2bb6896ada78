#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 1,000 copies of a graph file with one bit changed: what the test fault_flip_bytes does with 100.
#   scripts/long/flip_bytes.sh [N]
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release >/dev/null && cmake --build --preset release --target entente | tail -n 1
exec python3 tests/fault/flip_bytes.py build/release/entente . --files "${1:-1000}" --seed 2
