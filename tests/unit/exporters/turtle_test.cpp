// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "exporters/exporters.hpp"
#include "rdf/reader.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

std::string turtle(const FactBase& base, const Options& options = sample_options()) {
  std::ostringstream out;
  REQUIRE(write_turtle(base, vocabulary(), options, out));
  return out.str();
}

/// "subject predicate object", as read back; every statement as often as it stands there.
std::vector<std::string> statements(const std::string& text) {
  std::vector<std::string> all;
  const auto read = rdf::read_text(text, "written", rdf::Syntax::turtle, [&](const rdf::Triple& t) -> Status {
    CHECK(t.subject.kind == rdf::NodeKind::iri);
    CHECK(t.object.kind != rdf::NodeKind::blank);
    all.push_back(std::string(t.subject.text) + " " + std::string(t.predicate.text) + " " +
                  std::string(t.object.text));
    return {};
  });
  REQUIRE(read);
  return all;
}

bool has_plain(const std::vector<std::string>& all, const std::string& s, const std::string& p,
               const std::string& o) {
  const std::string id(ontology::kDataBase), ns(ontology::kNamespace);
  return std::count(all.begin(), all.end(), id + s + " " + ns + p + " " + id + o) == 1;
}

class FailingBuffer : public std::streambuf {
 public:
  explicit FailingBuffer(int room) : room_(room) {}

 protected:
  int overflow(int c) override { return room_-- > 0 ? c : traits_type::eof(); }

 private:
  int room_;
};

TEST_CASE("the sample as Turtle, byte for byte") {
  const std::string written = turtle(sample_base());
  const bool same = written == expected_bytes("sample.ttl", written);
  CHECK(same);
}

TEST_CASE("no statement twice") {
  auto all = statements(turtle(sample_base()));
  std::sort(all.begin(), all.end());
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

TEST_CASE("plain triples for asserted facts that are not denied, and for no others") {
  const auto all = statements(turtle(sample_base()));
  CHECK(has_plain(all, "china", "providedAidTo", "kenya"));
  CHECK(has_plain(all, "china", "calledOn", "g20"));
  CHECK(has_plain(all, "china", "cooperatedWith", "china"));
  CHECK_FALSE(has_plain(all, "kenya", "providedAidTo", "china"));
  CHECK_FALSE(has_plain(all, "g20", "consultedWith", "apec"));
  CHECK_FALSE(has_plain(all, "xi-jinping", "visited", "kenya"));
  CHECK_FALSE(has_plain(all, "china", "attacked", "kenya"));
  CHECK_FALSE(has_plain(all, "who", "providedAidTo", "kenya"));
  CHECK_FALSE(has_plain(all, "who", "providedAidTo", "china"));
  CHECK_FALSE(has_plain(all, "china", "supported", "who"));
  CHECK_FALSE(has_plain(all, "kenya", "supported", "who"));
}

TEST_CASE("a symmetric relation is a plain triple both ways") {
  const auto all = statements(turtle(sample_base()));
  CHECK(has_plain(all, "xi-jinping", "metWith", "nasty-ffffff"));
  CHECK(has_plain(all, "nasty-ffffff", "metWith", "xi-jinping"));
}

TEST_CASE("every fact, document and entity is there with its evidence") {
  const FactBase base = sample_base();
  const auto all = statements(turtle(base));
  const std::string id(ontology::kDataBase), ns(ontology::kNamespace);
  const std::string type = std::string(rdf::kRdf) + "type ";
  const auto count = [&](const std::string& statement) {
    return std::count(all.begin(), all.end(), statement);
  };
  for (const Fact& fact : base.facts) {
    CHECK(count(id + "fact/" + fact.id + " " + type + ns + "Fact") == 1);
    for (const Evidence& e : fact.evidence) {
      const std::string iri = id + "fact/" + fact.id + "/ev/" + e.document + "-" + std::to_string(e.begin) +
                              "-" + std::to_string(e.end);
      CHECK(count(id + "fact/" + fact.id + " " + ns + "evidence " + iri) == 1);
      CHECK(count(iri + " " + ns + "text " + e.text) == 1);
      CHECK(count(iri + " " + ns + "trigger " + e.trigger) == 1);
      CHECK(count(iri + " " + ns + "rule " + e.rule) == 1);
    }
  }
  for (const Entity& entity : base.entities) {
    CHECK(count(id + entity.id + " " + type + ns + entity.cls) == 1);
    CHECK(count(id + entity.id + " " + std::string(rdf::kRdfs) + "label " + entity.label) == 1);
  }
  for (const Document& document : base.documents)
    CHECK(count(id + "doc/" + document.id + " " + type + ns + "Document") == 1);
  CHECK(count(id + "china " + std::string(rdf::kOwl) + "sameAs http://www.wikidata.org/entity/Q148") == 1);
}

TEST_CASE("a reported fact without a speaker says that the source is unnamed") {
  FactBase base = sample_base();
  CHECK_THAT(turtle(base), Catch::Contains("unnamed source"));
  base.facts.erase(std::remove_if(base.facts.begin(), base.facts.end(),
                                  [](const Fact& f) {
                                    return f.modality == Modality::reported && f.attributed_to.empty();
                                  }),
                   base.facts.end());
  CHECK_THAT(turtle(base), !Catch::Contains("unnamed source"));
}

TEST_CASE("the data base can be another, and then no IRI is left of the usual one") {
  Options options = sample_options();
  options.data_base = "http://example.org/graph#";
  const std::string written = turtle(sample_base(), options);
  CHECK_THAT(written, !Catch::Contains(std::string(ontology::kDataBase)));
  CHECK(statements(written).size() == statements(turtle(sample_base())).size());
}

TEST_CASE("an empty base is a graph that says only how it was made") {
  const auto all = statements(turtle(FactBase{}, Options{}));
  CHECK(all.size() == 11);
}

TEST_CASE("a stream that fails at any byte gives an error") {
  const std::size_t size = turtle(sample_base()).size();
  for (const std::size_t room : {std::size_t{0}, std::size_t{1}, size / 2, size - 1}) {
    FailingBuffer buffer(static_cast<int>(room));
    std::ostream out(&buffer);
    const auto written = write_turtle(sample_base(), vocabulary(), sample_options(), out);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::input_output);
  }
}

}  // namespace
