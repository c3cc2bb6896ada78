// SPDX-License-Identifier: Apache-2.0
#include "app/work_pool.hpp"

#include <atomic>

#include "support/catch.hpp"

using entente::app::run_in_order;

TEST_CASE("results come in order, whatever the threads do") {
  for (const unsigned threads : {1u, 2u, 8u}) {
    std::vector<std::size_t> taken;
    run_in_order<std::size_t>(
        200, threads, 3, [](std::size_t i) { return i * i; },
        [&](std::size_t i, std::size_t&& result) {
          CHECK(result == i * i);
          taken.push_back(i);
          return true;
        });
    REQUIRE(taken.size() == 200);
    for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i);
  }
}

TEST_CASE("no more than the window is begun before it is taken") {
  std::atomic<std::size_t> begun{0};
  std::size_t taken = 0;
  run_in_order<int>(
      50, 8, 4,
      [&](std::size_t) {
        ++begun;
        return 0;
      },
      [&](std::size_t, int&&) {
        CHECK(begun.load() <= taken + 4);
        ++taken;
        return true;
      });
  CHECK(taken == 50);
}

TEST_CASE("taking may stop the work, and there may be none") {
  std::size_t taken = 0;
  const auto work = [](std::size_t) { return 0; };
  run_in_order<int>(1000, 4, 8, work, [&](std::size_t, int&&) { return ++taken < 5; });
  CHECK(taken == 5);
  run_in_order<int>(0, 4, 8, work, [&](std::size_t, int&&) { return true; });
}
