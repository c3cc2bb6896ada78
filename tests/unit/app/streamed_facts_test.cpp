// SPDX-License-Identifier: Apache-2.0
// A graph whose facts go from disk to disk is, byte for byte, the one whose facts are merged in memory.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>
#include <random>

#include "app/export_graph.hpp"
#include "app/frozen_graph.hpp"
#include "app/import_files.hpp"
#include "app/resources.hpp"
#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace entente;
using namespace entente::app;
using test::Folder;
namespace fs = std::filesystem;

namespace {

/// Readings that agree, contradict each other, are copies of each other and name what nobody describes.
class Readings {
 public:
  explicit Readings(unsigned seed) : chance_(seed) {}

  std::vector<DocumentFacts> make(std::size_t count) {
    std::vector<DocumentFacts> readings;
    for (std::size_t i = 0; i < count; ++i) readings.push_back(reading(i));
    for (DocumentFacts& each : readings)
      for (Fact& fact : each.facts)
        if (one_in(3)) fact.content = {readings[below(count)].facts.front().id, "ffffffffffffffff"};
    return readings;
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  T any(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  std::string id() { return "entity-" + std::to_string(below(30)); }

  /// Every fourth text repeats the one before but for a word.
  std::string text(std::size_t number) {
    const std::size_t source = number % 4 == 3 ? number - 1 : number;
    std::string words;
    for (std::size_t i = 0; i < 60; ++i)
      words += "w" + std::to_string(source) + "x" + std::to_string(i) + " ";
    return words + "end " + std::to_string(number) + ".";
  }

  Entity entity(const std::string& name) {
    Entity made;
    made.id = name;
    made.label = any<std::string>({"One", "Two", "Three", name});
    made.cls = any<std::string>({"Entity", "Entity", "Country", "Organization", "City"});
    made.mentions = static_cast<int>(below(5));
    if (one_in(3)) made.aliases = {any<std::string>({"Alias", "Other"})};
    if (one_in(6)) made.quantity = Quantity{"3", "country", "exact", "three countries"};
    return made;
  }

  Fact fact(const std::string& document) {
    Fact made;
    made.relation = any<std::string>({"providedAidTo", "attended", "criticized", "unknownRelation"});
    made.subject = id();
    if (!one_in(8)) made.object = id();
    made.negated = one_in(5);
    made.modality = one_in(3) ? Modality::planned : Modality::asserted;
    if (one_in(4)) made.when = TimeSpan{"2020-01-01", "", "", "2020-12-31", "year", "in 2020"};
    made.id = fact_id(made);
    if (one_in(4)) made.where = id();
    if (one_in(4)) made.meeting = one_in(2) ? id() : "nobody-describes-it";
    if (one_in(4)) made.resources = {id()};
    if (one_in(5)) made.content_text = "the words";
    if (one_in(5)) made.quantity = Quantity{"5", "USD", "about", "some 5 dollars"};
    for (std::size_t i = 0; i < 1 + below(2); ++i) {
      const auto begin = static_cast<std::uint32_t>(10 * below(8));
      made.evidence.push_back(Evidence{document, begin, begin + 9, begin / 10, "", "aid", "aid/active",
                                       0.1 * static_cast<double>(1 + below(9)), document + "-0"});
    }
    return made;
  }

  DocumentFacts reading(std::size_t number) {
    DocumentFacts made;
    made.document = make_document(text(number), "d" + std::to_string(number) + ".txt");
    if (one_in(2)) made.document.date = "2021-05-0" + std::to_string(1 + below(9));
    std::map<std::string, Entity> entities;
    std::map<std::string, Fact> facts;
    for (std::size_t i = 0; i < 6; ++i) {
      Fact added = fact(made.document.id);
      for (Evidence& each : added.evidence)
        each.text = made.document.text.substr(each.begin, each.end - each.begin);
      std::sort(added.evidence.begin(), added.evidence.end());
      if (!one_in(10)) entities.emplace(added.subject, entity(added.subject));
      if (!one_in(10)) entities.emplace(added.object, entity(added.object));
      facts.emplace(added.id, std::move(added));
    }
    entities.erase("");
    for (auto& [key, each] : entities) made.entities.push_back(std::move(each));
    for (auto& [key, each] : facts) made.facts.push_back(std::move(each));
    return made;
  }

  std::mt19937 chance_;
};

std::vector<Decision> decisions_on(const std::vector<DocumentFacts>& readings) {
  const auto about = [](DecisionKind kind, std::string subject, std::string value) {
    Decision decision;
    decision.kind = kind;
    decision.subject = std::move(subject);
    decision.value = std::move(value);
    return decision;
  };
  return {about(DecisionKind::merge, "entity-3", "entity-4"),
          about(DecisionKind::deny, readings[0].facts[0].id, ""),
          about(DecisionKind::confirm, readings[1].facts[1].id, ""),
          about(DecisionKind::note, readings[2].facts[0].id, "seen"),
          about(DecisionKind::deny, "00000000000000ff", ""),
          about(DecisionKind::rename, "entity-5", "A new name"),
          about(DecisionKind::set_class, "entity-6", "Meeting")};
}

/// The bytes of the snapshot that is made anew.
std::string snapshot_of(const fs::path& file, const store::Store& store,
                        const ontology::Vocabulary& vocabulary, std::uint64_t most_in_memory) {
  std::error_code code;
  fs::remove(snapshot_file(file), code);
  const auto graph = frozen_graph(file, store, vocabulary, most_in_memory);
  INFO((graph ? std::string() : to_text(graph.error())));
  REQUIRE(graph.has_value());
  const auto bytes = read_file(snapshot_file(file));
  REQUIRE(bytes.has_value());
  return *bytes;
}

void check_same(const fs::path& file, const ontology::Vocabulary& vocabulary) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  REQUIRE(store.has_value());
  const std::string in_memory =
      snapshot_of(file, *store, vocabulary, std::numeric_limits<std::uint64_t>::max());
  CHECK(in_memory.size() > 10000);
  CHECK(snapshot_of(file, *store, vocabulary, 0) == in_memory);
}

}  // namespace

namespace {

void put(const fs::path& file, const std::vector<DocumentFacts>& readings, const std::vector<Decision>& log) {
  auto store = store::Store::open(file, store::Store::Mode::read_write);
  REQUIRE(store.has_value());
  REQUIRE(store->put(readings));
  REQUIRE(store->add_decisions(log).has_value());
}

void import(const Folder& folder, const fs::path& graph, const std::vector<std::string>& files) {
  ImportOptions options;
  options.graph = graph;
  for (const std::string& file : files) options.files.push_back(folder.file(file).string());
  const auto report = import_files(options);
  INFO((report ? std::string() : to_text(report.error())));
  REQUIRE(report.has_value());
}

}  // namespace

TEST_CASE("facts that go from disk to disk give the snapshot of those merged in memory") {
  const auto vocabulary = load_vocabulary({});
  REQUIRE(vocabulary.has_value());
  for (const unsigned seed : {1U, 2U, 3U}) {
    INFO("seed " << seed);
    const Folder folder;
    const fs::path file = folder.file("g.entente");
    const auto readings = Readings(seed).make(200);
    put(file, readings, {});
    check_same(file, *vocabulary);
    put(file, {}, decisions_on(readings));
    check_same(file, *vocabulary);
    folder.write("nodes.csv",
                 "id:ID,name,population:int,:LABEL\nentity-7,Seven,700,Country\nentity-99,New,9,Place\n");
    folder.write("edges.csv", ":START_ID,:END_ID,:TYPE\nentity-7,entity-99,BORDERS\n");
    import(folder, file, {"nodes.csv", "edges.csv"});
    check_same(file, *vocabulary);
  }
}

TEST_CASE("an imported export joins facts that go from disk to disk") {
  const auto vocabulary = load_vocabulary({});
  REQUIRE(vocabulary.has_value());
  const Folder folder;
  const auto readings = Readings(4).make(120);
  put(folder.file("all.entente"), readings, {});
  const auto store = store::Store::open(folder.file("all.entente"), store::Store::Mode::read_only);
  REQUIRE(store.has_value());
  const auto facts = merged_facts(*store, *vocabulary);
  REQUIRE(facts.has_value());
  REQUIRE(write_graph_file(*facts, *vocabulary, ExportFormat::turtle, {}, folder.file("all.ttl")));
  const fs::path half = folder.file("half.entente");
  put(half, {readings.begin(), readings.begin() + 60}, decisions_on(readings));
  import(folder, half, {"all.ttl"});
  check_same(half, *vocabulary);
}
