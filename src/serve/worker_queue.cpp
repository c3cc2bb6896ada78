// SPDX-License-Identifier: Apache-2.0
#include "serve/worker_queue.hpp"

#include <utility>

namespace entente::serve {

namespace {

thread_local bool refused = false;

}  // namespace

WorkerQueue::WorkerQueue(std::size_t threads, std::size_t waiting) : most_waiting_(waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerQueue::~WorkerQueue() {
  shutdown();
}

void WorkerQueue::enqueue(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting_ && !closed_) {
      waiting_.push_back(std::move(work));
      changed_.notify_one();
      return;
    }
  }
  refused = true;
  work();
  refused = false;
}

void WorkerQueue::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

bool WorkerQueue::is_refused() {
  return refused;
}

void WorkerQueue::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::function<void()> next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    next();
  }
}

}  // namespace entente::serve
