// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.hpp"

namespace entente::app {

/// What long work tells while it runs; the command line fulfils it. Called from one thread at a time.
class Reporter {
 public:
  virtual ~Reporter() = default;
  /// done of total pieces are finished, name was the last.
  virtual void progress(std::size_t done, std::size_t total, std::string_view name) = 0;
  /// A document is left out, and why; the work goes on.
  virtual void left_out(const Error& reason) = 0;
};

/// Tells nobody.
class SilentReporter : public Reporter {
 public:
  void progress(std::size_t, std::size_t, std::string_view) override {}
  void left_out(const Error&) override {}
};

}  // namespace entente::app
