// SPDX-License-Identifier: Apache-2.0
#pragma once
// The only include of Catch2, so that a move to version 3 is one edit.
#include <catch2/catch.hpp>
