// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/error.hpp"

namespace entente::ontology {

/// Every fault of the ontology in a directory (vocabulary, frames, gazetteer), each with its place and, where
/// a name looks misspelt, a hint; in the order vocabulary, other Turtle files beside it (syntax alone),
/// frames, nouns (the first fault), gazetteer, and in each by file, line and column. Empty: sound. Without a
/// readable vocabulary the gazetteer is not looked at.
[[nodiscard]] std::vector<Error> check(const std::filesystem::path& directory);

}  // namespace entente::ontology
