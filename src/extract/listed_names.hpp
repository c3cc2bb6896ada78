// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::extract {

/// A name of the gazetteer in the text.
struct ListedName {
  std::uint32_t begin = 0, end = 0;
  std::vector<std::string> candidates;  ///< ids, best first
  std::string cls;                      ///< of the best
  bool stands_for_country = false;
  bool capital = false;
  bool people = false;   ///< a demonym: "Iraqis"
  bool single = false;   ///< a demonym for one person: "another Iraqi"
  bool surname = false;  ///< a leader's surname alone
};

/// The longest listed name that begins at token i and may be meant there; nothing when there is none. Case,
/// tags and NER decide about words that are also common ("Reading", "Nice").
[[nodiscard]] std::optional<ListedName> listed_name_at(const Reading& reading,
                                                       const ontology::Gazetteer& gazetteer, std::uint32_t i,
                                                       std::uint32_t end);

}  // namespace entente::extract
