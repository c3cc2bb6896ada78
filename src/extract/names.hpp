// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "model/reading.hpp"

namespace entente::extract {

/// A proper name in the text, found by the gazetteer, by capital letters and by NER, in that order of trust.
struct NameSpan {
  std::uint32_t begin = 0, end = 0;     ///< tokens of the name alone
  std::uint32_t title_begin = 0;        ///< first token of the title in front of it; begin when there is none
  std::string cls;                      ///< class, or empty
  std::vector<std::string> candidates;  ///< gazetteer ids, best first
  bool stands_for_country = false;      ///< an adjective or demonym
  bool single = false;                  ///< a demonym for one person: "another Kenyan"
  bool capital = false;                 ///< a capital's name: the government when it acts
  bool office = false;                  ///< the words name an office ("Secretary General"), not its holder
};

/// Names in text order. Those inside a longer name that no list knows ("Malagasy" of "Malagasy Red Cross")
/// come behind it.
[[nodiscard]] std::vector<NameSpan> find_names(const Reading& reading, const Resources& resources);

}  // namespace entente::extract
