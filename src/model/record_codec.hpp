// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "model/entity.hpp"
#include "model/fact.hpp"

namespace entente {

// Entities and facts as bytes, for files that go with the program: no version, no check beyond ByteReader's.

void write_record(ByteWriter& out, const Entity& entity);
void write_record(ByteWriter& out, const Fact& fact);

/// What was written; after bytes that cannot be, `in` is not ok.
[[nodiscard]] Entity read_entity(ByteReader& in);
[[nodiscard]] Fact read_fact(ByteReader& in);

}  // namespace entente
