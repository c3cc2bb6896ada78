// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "app/reporter.hpp"
#include "cli/console.hpp"

namespace entente::cli {

/// Progress as one line on err that is written over, only where err is a terminal; left-out documents as
/// lines of their own.
class ProgressLine : public app::Reporter {
 public:
  explicit ProgressLine(const Console& console) : console_(console) {}
  ~ProgressLine() override { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void progress(std::size_t done, std::size_t total, std::string_view name) override;
  void left_out(const Error& reason) override;

  /// Takes the line away, before other text is written.
  void clear();

 private:
  const Console& console_;
  std::chrono::steady_clock::time_point
      last_{};  ///< of the last drawing; the eye needs no more than ten a second
  bool drawn_ = false;
};

}  // namespace entente::cli
