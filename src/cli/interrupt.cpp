// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

namespace entente::cli {

namespace {

std::atomic<bool> pressed{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // else no signal handler may write it

}  // namespace

Interrupt::Interrupt() {
  pressed = false;
  struct sigaction action {};
  action.sa_handler = [](int) { pressed = true; };
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, nullptr, &before_);
  if (before_.sa_handler != SIG_IGN) ::sigaction(SIGINT, &action, nullptr);
}

Interrupt::~Interrupt() {
  ::sigaction(SIGINT, &before_, nullptr);
}

const std::atomic<bool>* Interrupt::stop() const {
  return &pressed;
}

}  // namespace entente::cli
