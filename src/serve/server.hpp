// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "serve/options.hpp"

namespace entente::serve {

/// The explorer and its API over a graph file: listens, and answers until it is told to stop.
class Server {
 public:
  /// Opens the graph and takes the port. Listening beyond loopback without a token is a usage error; a port
  /// that cannot be had an input_output error.
  [[nodiscard]] static Result<std::unique_ptr<Server>> open(Options options);
  ~Server();

  /// "http://127.0.0.1:7878/"
  [[nodiscard]] const std::string& address() const;
  /// What writing, or with a token of the user everything, needs; empty: nothing does.
  [[nodiscard]] const std::string& token() const;

  /// Answers until the flag is set; then queries that run are stopped and their clients told. Once.
  void run(const std::atomic<bool>& stop);

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::serve
