// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <ostream>

#include "cli/aligned_table.hpp"

namespace entente::cli {

void ProgressLine::progress(std::size_t done, std::size_t total, std::string_view name) {
  if (!console_.shows_progress()) return;
  const auto now = std::chrono::steady_clock::now();
  if (done != total && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const std::string line =
      std::to_string(done) + " of " + std::to_string(total) + " documents  " + std::string(name);
  const std::size_t width = console_.width() > 1 ? console_.width() - 1 : 79;
  console_.err() << "\r\x1b[K" << cut_to_width(line, width) << std::flush;
  drawn_ = true;
}

void ProgressLine::left_out(const Error& reason) {
  clear();
  console_.note("left out: " + to_text(reason));
}

void ProgressLine::clear() {
  if (drawn_) console_.err() << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace entente::cli
