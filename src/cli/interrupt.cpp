// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

namespace entente::cli {

namespace {

std::atomic<bool> pressed{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // else no signal handler may write it

}  // namespace

Interrupt::Interrupt(int also) : also_(also) {
  pressed = false;
  struct sigaction action {};
  action.sa_handler = [](int) { pressed = true; };
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, nullptr, &before_);
  if (before_.sa_handler != SIG_IGN) ::sigaction(SIGINT, &action, nullptr);
  if (also_ != 0) ::sigaction(also_, &action, &before_also_);
}

Interrupt::~Interrupt() {
  ::sigaction(SIGINT, &before_, nullptr);
  if (also_ != 0) ::sigaction(also_, &before_also_, nullptr);
}

const std::atomic<bool>* Interrupt::stop() const {
  return &pressed;
}

}  // namespace entente::cli
