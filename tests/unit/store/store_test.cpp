// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include "store_fixture.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::store;
using Mode = Store::Mode;

Store open_new(const std::filesystem::path& file) {
  auto store = Store::open(file, Mode::read_write);
  REQUIRE(store);
  return std::move(*store);
}

std::vector<std::string> texts(const Result<std::vector<DocumentFacts>>& readings) {
  REQUIRE(readings);
  std::vector<std::string> out;
  for (const DocumentFacts& reading : *readings) out.push_back(to_text(reading));
  return out;
}

/// Runs a function in a child process that cannot spoil this one; its number comes back.
template <class Function>
int in_child(Function function) {
  const pid_t child = fork();
  if (child == 0) _exit(function());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("what is put is loaded again, every field, sorted by document") {
  const Folder folder;
  std::vector<DocumentFacts> readings = {sample_reading(1), sample_reading(2), sample_reading(3)};
  {
    Store store = open_new(folder / "g.entente");
    REQUIRE(store.put(readings));
  }
  std::sort(readings.begin(), readings.end(),
            [](const auto& a, const auto& b) { return a.document.id < b.document.id; });
  const auto store = Store::open(folder / "g.entente", Mode::read_only);
  REQUIRE(store);
  CHECK(texts(store->load()) == texts(readings));
  std::vector<std::string> ids;
  for (const auto& reading : readings) ids.push_back(reading.document.id);
  CHECK(store->document_ids().value() == ids);
}

TEST_CASE("a document is replaced whole and removed whole") {
  const Folder folder;
  Store store = open_new(folder / "g.entente");
  REQUIRE(store.put({sample_reading(1), sample_reading(2)}));
  DocumentFacts changed = sample_reading(1);
  changed.facts.clear();
  changed.entities.pop_back();
  REQUIRE(store.put({changed}));
  REQUIRE(store.remove({sample_reading(2).document.id}));
  REQUIRE(store.remove({"not-there"}));
  CHECK(texts(store.load()) == texts(std::vector{changed}));
}

TEST_CASE("of two readings of one text the name that sorts first stays, in either order") {
  const Folder folder;
  Store store = open_new(folder / "g.entente");
  DocumentFacts other = sample_reading(1);
  other.document.name = "a.txt";
  REQUIRE(store.put({sample_reading(1), other}));
  CHECK(texts(store.load()) == texts(std::vector{other}));
  REQUIRE(store.put({other, sample_reading(1)}));
  CHECK(texts(store.load()) == texts(std::vector{other}));
}

TEST_CASE("provenance is empty until it is set, then kept") {
  const Folder folder;
  Store store = open_new(folder / "g.entente");
  CHECK(store.provenance().value() == Provenance{});
  const Provenance provenance{"0.1.0", "en_core_web_sm 3.8.0", std::string(64, 'a')};
  REQUIRE(store.set_provenance(provenance));
  CHECK(store.provenance().value() == provenance);
}

TEST_CASE("an empty graph is a graph") {
  const Folder folder;
  static_cast<void>(open_new(folder / "g.entente"));
  const auto store = Store::open(folder / "g.entente", Mode::read_only);
  REQUIRE(store);
  CHECK(store->load().value().empty());
}

TEST_CASE("odd file names are names and nothing else") {
  const Folder folder;
  for (const char* name : {"a b%20?mode=memory#x.entente", "100%.entente", "ü.entente"}) {
    static_cast<void>(open_new(folder / name));
    CHECK(std::filesystem::exists(folder / name));
    CHECK(Store::open(folder / name, Mode::read_only));
  }
}

TEST_CASE("a closed graph is one file") {
  const Folder folder;
  {
    Store store = open_new(folder / "g.entente");
    REQUIRE(store.put({sample_reading(1)}));
  }
  { CHECK(Store::open(folder / "g.entente", Mode::read_only).value().load()); }
  CHECK_FALSE(std::filesystem::exists(folder / "g.entente-wal"));
  CHECK_FALSE(std::filesystem::exists(folder / "g.entente-shm"));
}

TEST_CASE("a reader sees one state while a writer goes on") {
  const Folder folder;
  Store writer = open_new(folder / "g.entente");
  REQUIRE(writer.put({sample_reading(1)}));
  const auto reader = Store::open(folder / "g.entente", Mode::read_only);
  REQUIRE(reader);
  CHECK(reader->load().value().size() == 1);
  REQUIRE(writer.put({sample_reading(2)}));
  CHECK(reader->load().value().size() == 2);
}

TEST_CASE("a reading store writes nothing") {
  const Folder folder;
  static_cast<void>(open_new(folder / "g.entente"));
  auto store = Store::open(folder / "g.entente", Mode::read_only);
  REQUIRE(store);
  const auto put = store->put({sample_reading(1)});
  REQUIRE_FALSE(put);
  CHECK(put.error().kind == ErrorKind::input_output);
}

TEST_CASE("evidence of another document is refused, and nothing is kept of the call") {
  const Folder folder;
  Store store = open_new(folder / "g.entente");
  DocumentFacts wrong = sample_reading(2);
  wrong.facts[0].evidence[0].document = "0000000000000000";
  const auto put = store.put({sample_reading(1), wrong});
  REQUIRE_FALSE(put);
  CHECK(put.error().kind == ErrorKind::data);
  CHECK(store.load().value().empty());
}

TEST_CASE("a folder, a missing file, a missing folder are named as what they are") {
  const Folder folder;
  const auto check = [&](const std::filesystem::path& file, Mode mode, const std::string& words) {
    const auto store = Store::open(file, mode);
    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::input_output);
    CHECK(store.error().place.file == file.string());
    CHECK_THAT(store.error().message, Catch::Contains(words));
  };
  check(folder / "", Mode::read_only, "folder");
  check(folder / "", Mode::read_write, "folder");
  check(folder / "none.entente", Mode::read_only, "no such");
  check(folder / "none/g.entente", Mode::read_write, "does not exist");
  CHECK_FALSE(std::filesystem::exists(folder / "none.entente"));
}

TEST_CASE("a graph on a medium that cannot be written is read, and not written") {
  const Folder folder;
  std::filesystem::create_directory(folder / "media");
  {
    Store store = open_new(folder / "media/g.entente");
    REQUIRE(store.put({sample_reading(1)}));
  }
  const auto everyone = std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec |
                        std::filesystem::perms::others_read | std::filesystem::perms::others_exec;
  std::filesystem::permissions(folder / "", everyone);
  std::filesystem::permissions(folder / "media/g.entente", std::filesystem::perms::others_read);
  std::filesystem::permissions(folder / "media", everyone);
  const int outcome = in_child([&] {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 9;  // root may write anywhere
    const auto reader = Store::open(folder / "media/g.entente", Mode::read_only);
    if (!reader) return 1;
    if (!reader->load() || reader->load()->size() != 1) return 2;
    const auto writer = Store::open(folder / "media/g.entente", Mode::read_write);
    if (writer) return 3;
    return writer.error().kind == ErrorKind::input_output ? 0 : 4;
  });
  std::filesystem::permissions(folder / "media", std::filesystem::perms::owner_all);
  std::filesystem::permissions(folder / "", std::filesystem::perms::owner_all);
  if (outcome == 9)
    WARN("skipped: this process may not become another user");
  else
    CHECK(outcome == 0);
}

TEST_CASE("a put that finds no room keeps what was there before, and says so") {
  const Folder folder;
  {
    Store store = open_new(folder / "g.entente");
    REQUIRE(store.put({sample_reading(1)}));
  }
  const int outcome = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    auto store = Store::open(folder / "g.entente", Mode::read_write);
    if (!store) return 1;
    const rlimit limit{256 * 1024, 256 * 1024};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    DocumentFacts large = sample_reading(2);
    large.document = make_document(std::string(4000000, 'x'), "large.txt");
    large.facts.clear();
    const auto put = store->put({sample_reading(3), large});
    if (put) return 3;
    if (put.error().kind != ErrorKind::input_output) return 4;
    if (put.error().hint.find("are safe") == std::string::npos) return 5;
    const auto ids = store->document_ids();
    return ids && ids->size() == 1 ? 0 : 6;
  });
  CHECK(outcome == 0);
  Store again = open_new(folder / "g.entente");
  CHECK(texts(again.load()) == texts(std::vector{sample_reading(1)}));
  REQUIRE(again.put({sample_reading(3)}));
}

}  // namespace
