// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// What the one says whom a pronoun in "he said" stands for. Nobody speaks of himself by name: those named
/// in his words are not he.
class SpokenWords {
 public:
  SpokenWords(const Nodes& nodes, std::uint32_t pronoun);

  /// False when the pronoun is no subject of a verb of speech, or stands inside a quotation.
  [[nodiscard]] bool any() const { return says_; }

  /// True when an entity is named in these words.
  [[nodiscard]] bool name(std::uint32_t node) const { return named_.count(node) > 0; }

 private:
  bool says_ = false;
  std::set<std::uint32_t> named_;
};

/// The subject of a verb of speech in a main clause, outside quotation marks.
[[nodiscard]] bool says_in_main_clause(const Discourse& discourse, std::uint32_t token);

/// The subject of a main clause, outside quotation marks.
[[nodiscard]] bool acts_in_main_clause(const Discourse& discourse, std::uint32_t token);

}  // namespace entente::resolve
