// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace entente::app {

/// Runs work(i) for i = 0 .. count-1 on a number of threads and hands the results to take(i, result) on the
/// calling thread, in the order of i. At most `window` pieces are in the air, so memory stays bounded. take
/// returns false to stop early. work must not throw.
template <class Result>
void run_in_order(std::size_t count, unsigned threads, std::size_t window,
                  const std::function<Result(std::size_t)>& work,
                  const std::function<bool(std::size_t, Result&&)>& take) {
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> finished;  // guarded by mutex
  std::size_t next = 0, taken = 0;         // guarded by mutex
  bool stopped = false;                    // guarded by mutex

  const auto worker = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stopped || next >= count || next < taken + window; });
      if (stopped || next >= count) return;
      const std::size_t index = next++;
      lock.unlock();
      Result result = work(index);
      lock.lock();
      finished.emplace(index, std::move(result));
      changed.notify_all();
    }
  };

  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads && i < count; ++i) pool.emplace_back(worker);
  while (taken < count && !stopped) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return finished.count(taken) != 0; });
    Result result = std::move(finished.at(taken));
    finished.erase(taken);
    lock.unlock();
    const bool go_on = take(taken, std::move(result));
    lock.lock();
    ++taken;
    stopped = !go_on;
    changed.notify_all();
  }
  for (std::thread& thread : pool) thread.join();
}

}  // namespace entente::app
