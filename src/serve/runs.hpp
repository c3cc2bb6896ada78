// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <string>

namespace entente::serve {

/// The queries that run or wait for their turn. Not more than a number run at a time. One is stopped by its
/// name, when its client is gone, and when the server ends.
class Runs {
  struct Run {
    std::string name;
    int socket = -1;
    std::atomic<bool> stop{false};
  };

 public:
  /// Not more than another number wait: else all threads would, and nothing quick were answered.
  Runs(unsigned at_a_time, unsigned waiting) : free_(at_a_time), seats_(waiting) {}

  /// The turn of one query; gives it back when it goes. The Runs must outlive it.
  class Turn {
   public:
    Turn(Turn&& other) noexcept : runs_(other.runs_), run_(other.run_) { other.runs_ = nullptr; }
    Turn& operator=(Turn&&) = delete;
    ~Turn();
    [[nodiscard]] const std::atomic<bool>* stop() const { return &run_->stop; }

   private:
    friend class Runs;
    Turn(Runs& runs, std::list<Run>::iterator run) : runs_(&runs), run_(run) {}
    Runs* runs_;
    std::list<Run>::iterator run_;
  };

  /// Waits until it may run; nothing when that takes too long, too many wait, or it is stopped meanwhile. The
  /// name is the client's own (empty: it has none), the socket is looked at by watch().
  [[nodiscard]] std::optional<Turn> take(std::string name, int socket, std::chrono::milliseconds most);

  /// Stops those of this name; how many there were.
  std::size_t cancel(const std::string& name);
  void cancel_all();
  /// Stops those whose clients are gone. To be called often.
  void watch();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  unsigned free_;        // guarded by mutex_
  unsigned seats_;       // to wait in; guarded by mutex_
  bool closed_ = false;  // guarded by mutex_
  std::list<Run> runs_;  // guarded by mutex_; the places stay where they are
};

}  // namespace entente::serve
