#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a change of 1 % costs beside a build, and whether the graph is the one of a fresh build.   scripts/long/growth.sh [DOCUMENTS]
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 scripts/long/growth.py "${ENTENTE:-build/release/entente}" "${1:-3000}"
