// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace entente::serve {

/// A fixed number of threads for connections, and a queue that does not grow beyond a limit: what comes then
/// is run at once by the thread that accepts, with is_refused() true, to say no and close.
class WorkerQueue : public httplib::TaskQueue {
 public:
  WorkerQueue(std::size_t threads, std::size_t waiting);
  ~WorkerQueue() override;

  void enqueue(std::function<void()> work) override;
  void shutdown() override;

  /// In a task: there is no room for it.
  [[nodiscard]] static bool is_refused();

 private:
  void work();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;  // guarded by mutex_
  bool closed_ = false;                        // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace entente::serve
