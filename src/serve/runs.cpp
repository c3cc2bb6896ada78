// SPDX-License-Identifier: Apache-2.0
#include "serve/runs.hpp"

#include <poll.h>

#include <utility>

namespace entente::serve {

namespace {

bool is_gone(int socket) {
  pollfd one{socket, POLLRDHUP, 0};
  return socket >= 0 && ::poll(&one, 1, 0) > 0 && (one.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

}  // namespace

Runs::Turn::~Turn() {
  if (runs_ == nullptr) return;
  const std::lock_guard lock(runs_->mutex_);
  runs_->runs_.erase(run_);
  ++runs_->free_;
  runs_->changed_.notify_all();
}

std::optional<Runs::Turn> Runs::take(std::string name, int socket, std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  if (free_ == 0 && seats_ == 0) return std::nullopt;
  const auto run = runs_.emplace(runs_.end());
  run->name = std::move(name);
  run->socket = socket;
  run->stop = closed_;
  if (free_ == 0) {
    --seats_;
    changed_.wait_for(lock, most, [&] { return free_ > 0 || run->stop; });
    ++seats_;
  }
  if (free_ == 0 || run->stop) {
    runs_.erase(run);
    return std::nullopt;
  }
  --free_;
  return Turn(*this, run);
}

std::size_t Runs::cancel(const std::string& name) {
  const std::lock_guard lock(mutex_);
  std::size_t found = 0;
  for (Run& run : runs_)
    if (!name.empty() && run.name == name) {
      run.stop = true;
      ++found;
    }
  changed_.notify_all();
  return found;
}

void Runs::cancel_all() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (Run& run : runs_) run.stop = true;
  changed_.notify_all();
}

void Runs::watch() {
  const std::lock_guard lock(mutex_);
  for (Run& run : runs_)
    if (!run.stop && is_gone(run.socket)) run.stop = true;
  changed_.notify_all();
}

}  // namespace entente::serve
