// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <csignal>

namespace entente::cli {

/// While one lives, Ctrl-C (or another signal) asks the running query to stop instead of ending the program.
/// A program that was started with Ctrl-C ignored goes on ignoring it. They may be nested; each begins with
/// nothing pressed.
class Interrupt {
 public:
  /// also: a second signal that does the same; 0: none.
  explicit Interrupt(int also = 0);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// What queries look at (query::Options::stop); false until Ctrl-C is pressed.
  [[nodiscard]] const std::atomic<bool>* stop() const;

 private:
  const int also_;
  struct sigaction before_ {
  }, before_also_{};
};

}  // namespace entente::cli
