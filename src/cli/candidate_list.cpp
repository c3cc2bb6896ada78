// SPDX-License-Identifier: Apache-2.0
#include "cli/candidate_list.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"

namespace entente::cli {

std::string list_of_candidates(const app::Completion& completion, TerminalSize terminal) {
  constexpr std::size_t kGap = 2;
  const std::size_t width = terminal.columns == 0 ? 80 : terminal.columns;
  const std::size_t lines = std::max<std::size_t>(terminal.rows / 2, 3);
  std::size_t widest = 1;
  for (const std::string& word : completion.candidates) widest = std::max(widest, utf8::display_width(word));
  widest = std::min(widest, width - 1);
  const std::size_t columns = std::max<std::size_t>((width - 1 + kGap) / (widest + kGap), 1);
  const std::size_t shown = std::min(completion.candidates.size(), columns * lines);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string word = cut_to_width(completion.candidates[i], widest);
    const bool last = (i + 1) % columns == 0 || i + 1 == shown;
    text += word + (last ? "\n" : std::string(widest + kGap - utf8::display_width(word), ' '));
  }
  const std::size_t more = completion.more + completion.candidates.size() - shown;
  return more == 0 ? text : text + "... and " + std::to_string(more) + " more\n";
}

}  // namespace entente::cli
