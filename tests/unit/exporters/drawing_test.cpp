// SPDX-License-Identifier: Apache-2.0
#include "exporters/drawing.hpp"

#include "exporters/day_span.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

std::string begin_of(std::string_view first, std::string_view last) {
  return day_span(first, last).value().begin;
}

std::string end_of(std::string_view first, std::string_view last) {
  return day_span(first, last).value().end;
}

TEST_CASE("a span of days ends at the midnight behind its last day") {
  CHECK(begin_of("2020-06-08", "2020-06-08") == "2020-06-08");
  CHECK(end_of("2020-06-08", "2020-06-08") == "2020-06-09");
  CHECK(end_of("2020-06-08", "2020-06-30") == "2020-07-01");
  CHECK(end_of("2020-06-08", "2020-12-31") == "2021-01-01");
  CHECK(end_of("2020-02-01", "2020-02-28") == "2020-02-29");
  CHECK(end_of("1900-02-01", "1900-02-28") == "1900-03-01");
  CHECK(begin_of("2020-06", "2020-06") == "2020-06-01");
  CHECK(end_of("2020-06", "2020-06") == "2020-07-01");
  CHECK(begin_of("2020", "2020") == "2020-01-01");
  CHECK(end_of("2020", "2020-12") == "2021-01-01");
}

TEST_CASE("a span may be open, and dates that are none bound nothing") {
  CHECK(begin_of("", "2020").empty());
  CHECK(end_of("2020", "").empty());
  CHECK(end_of("2020", "9999").empty());
  CHECK_FALSE(day_span("", ""));
  CHECK_FALSE(day_span("soon", "2020-13"));
  CHECK_FALSE(day_span("2020-02-30", "0000"));
  CHECK_FALSE(day_span("2021", "2020"));
}

TEST_CASE("evidence in full, as links, not at all; the weight stays") {
  const FactBase base = sample_base();
  Options options = sample_options();
  const auto value = [&](std::string_view id, EvidenceDetail detail) {
    options.evidence = detail;
    const Drawing drawing(base, vocabulary(), options);
    for (const EdgeGroup& edge : drawing.edges())
      if (edge.kind == "providedAidTo" && drawing.source(edge) == "china" && drawing.target(edge) == "kenya")
        return drawing.values(edge)[place_of(kEdgeAttributes, id)];
    return std::string("no such edge");
  };
  for (const EvidenceDetail detail : {EvidenceDetail::none, EvidenceDetail::link, EvidenceDetail::full})
    CHECK(value("weight", detail) == "2.0");
  CHECK(value("evidence", EvidenceDetail::full).find("They did.") != std::string::npos);
  CHECK(value("evidence", EvidenceDetail::link).empty());
  CHECK(value("documents", EvidenceDetail::link) == "one \"1\".txt | two.txt");
  CHECK(value("documents", EvidenceDetail::none).empty());
}

}  // namespace
