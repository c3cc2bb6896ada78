// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "app/resources.hpp"

namespace entente::serve {

/// What a client can make the server do at most.
struct Limits {
  unsigned timeout_ms = 10'000;                   ///< of a query
  std::size_t max_rows = 1'000;                   ///< of an answer
  std::size_t max_memory = std::size_t{1} << 28;  ///< bytes of rows and paths of one query
  std::size_t max_steps = 50'000'000;             ///< edges that a query walks
  std::size_t max_body = std::size_t{1} << 20;    ///< bytes of a request's body
  unsigned queries = 2;       ///< that run at a time; further ones wait, then are told that it is busy
  unsigned connections = 64;  ///< threads; as many more connections may wait
};

struct Options {
  std::filesystem::path graph;
  app::ResourcePaths resources;
  std::filesystem::path queries;  ///< folder of the saved ones; empty: looked for
  std::string host = "127.0.0.1";
  int port = 7878;    ///< 0: any that is free
  std::string token;  ///< given by the user: nothing of the graph is told without it
  bool write = false;
  Limits limits;
};

}  // namespace entente::serve
