// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/entity.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::resolve {

/// True when a relation may hold between these: their classes fit its domain and range, or are unknown, or
/// near enough (a counted group counts as what it is made of; a place acts through who governs it). object
/// null: no object.
[[nodiscard]] bool admits(const ontology::Vocabulary& vocabulary, const ontology::Relation& relation,
                          const Entity& subject, const Entity* object);

}  // namespace entente::resolve
