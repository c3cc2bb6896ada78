// SPDX-License-Identifier: Apache-2.0
// A process that is killed while it writes: what it had committed is there and whole.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <random>

#include "store/store.hpp"
#include "store_fixture.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::store;

constexpr int kBatch = 3;

/// Puts batch after batch until it is killed, and tells the pipe after each that it is committed.
[[noreturn]] void write_for_ever(const std::filesystem::path& file, int from, int pipe) {
  auto store = Store::open(file, Store::Mode::read_write);
  if (!store) _exit(1);
  for (int number = from;; number += kBatch) {
    std::vector<DocumentFacts> batch;
    for (int i = 0; i < kBatch; ++i) batch.push_back(sample_reading(number + i));
    if (!store->put(batch)) _exit(2);
    const int next = number + kBatch;
    if (write(pipe, &next, sizeof next) != sizeof next) _exit(3);
  }
}

/// The number behind the last document that the killed process had told of, or `from`.
int kill_after(useconds_t microseconds, const std::filesystem::path& file, int from) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    close(ends[0]);
    write_for_ever(file, from, ends[1]);
  }
  close(ends[1]);
  usleep(microseconds);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  int committed = from;
  while (read(ends[0], &committed, sizeof committed) == sizeof committed) continue;
  close(ends[0]);
  return committed;
}

TEST_CASE("after a kill at any moment every committed document is there, whole, and no half batch") {
  const Folder folder;
  const auto file = folder / "g.entente";
  std::mt19937 random(11);
  int next = 0;
  for (int round = 0; round < 15; ++round) {
    const int committed = kill_after(random() % 40000, file, next);
    auto store = Store::open(file, Store::Mode::read_write);
    REQUIRE(store);
    const auto readings = store->load();
    REQUIRE(readings);
    CHECK(readings->size() % kBatch == 0);
    CHECK(static_cast<int>(readings->size()) >= committed);
    std::map<std::string, std::string> found;
    for (const DocumentFacts& reading : *readings) found[reading.document.id] = to_text(reading);
    for (int i = 0; i < static_cast<int>(readings->size()); ++i) {
      const DocumentFacts expected = sample_reading(i);
      CHECK(found[expected.document.id] == to_text(expected));
    }
    next = static_cast<int>(readings->size());
  }
  CHECK(next > 0);
}

}  // namespace
