// SPDX-License-Identifier: Apache-2.0
#include "serve/runs.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace entente::serve;
using std::chrono::milliseconds;

TEST_CASE("no more than a number run at a time") {
  Runs runs(2, 2);
  auto a = runs.take("a", -1, milliseconds(0));
  auto b = runs.take("b", -1, milliseconds(0));
  REQUIRE(a);
  REQUIRE(b);
  CHECK_FALSE(runs.take("c", -1, milliseconds(10)));
  a.reset();
  CHECK(runs.take("c", -1, milliseconds(10)));
}

TEST_CASE("where nobody may wait, one that cannot run is told at once") {
  Runs runs(1, 0);
  auto running = runs.take("", -1, std::chrono::hours(1));
  REQUIRE(running);
  CHECK_FALSE(runs.take("", -1, std::chrono::hours(1)));
  running.reset();
  CHECK(runs.take("", -1, std::chrono::hours(1)));
}

TEST_CASE("a run is stopped by its name, and one that waits as well") {
  Runs runs(1, 2);
  const auto running = runs.take("mine", -1, milliseconds(0));
  REQUIRE(running);
  CHECK_FALSE(*running->stop());
  std::thread waiting([&] { CHECK_FALSE(runs.take("other", -1, std::chrono::seconds(60))); });
  while (runs.cancel("other") == 0) std::this_thread::yield();
  waiting.join();
  CHECK_FALSE(*running->stop());
  CHECK(runs.cancel("mine") == 1);
  CHECK(*running->stop());
  CHECK(runs.cancel("") == 0);
}

TEST_CASE("a run whose client is gone is stopped") {
  int ends[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  Runs runs(1, 2);
  const auto run = runs.take("", ends[0], milliseconds(0));
  REQUIRE(run);
  runs.watch();
  CHECK_FALSE(*run->stop());
  ::close(ends[1]);
  runs.watch();
  CHECK(*run->stop());
  ::close(ends[0]);
}

TEST_CASE("after the end nothing runs") {
  Runs runs(2, 2);
  const auto run = runs.take("", -1, milliseconds(0));
  runs.cancel_all();
  CHECK(*run->stop());
  CHECK_FALSE(runs.take("", -1, milliseconds(0)));
}
