// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/extract.hpp"
#include "extract/syntax.hpp"

namespace entente::extract {

/// The class of names that no list knows, by the words around them, which know better than NER:
/// - "the group Ezgulik", "the daily El Pais": the word for the kind;
/// - "Ann Lee, who ...", "Andijan, where ...": the relative clause;
/// - "a member of Zantara", "founded Zantara", "Zantara's chairman": what only bodies have, on all mentions
/// of that
///   name, unless the text says that something is in it.
/// Needs mention_at and the names' classes; changes classes only.
void class_by_use(Reading& reading, const Syntax& syntax, const Resources& resources);

}  // namespace entente::extract
