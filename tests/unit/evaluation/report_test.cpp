// SPDX-License-Identifier: Apache-2.0
#include "evaluation/report.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace entente::evaluation;

namespace {

Judged judged(double confidence, bool right) {
  Judged out;
  out.row.relation = "metWith";
  out.row.subject = "A";
  out.row.object = "B";
  out.row.confidence = confidence;
  out.right = right;
  return out;
}

Report report() {
  Report out;
  DocumentScore document;
  document.id = "d1";
  document.counts.typed = {3, 4, 3, 6};
  document.counts.core = {1, 2};
  document.judged = {judged(0.95, true), judged(1.0, true), judged(0.9, false), judged(0.35, true),
                     judged(-1, true)};
  document.found["met_with"] = {3, 6};
  out.overall += document.counts;
  out.documents = {document};
  return out;
}

}  // namespace

TEST_CASE(
    "reliability puts each confidence into its bin, the last one closed, and leaves out rows without one") {
  const auto bins = reliability(report());
  REQUIRE(bins.size() == 10);
  CHECK(bins[9].right.of == 3);
  CHECK(bins[9].right.right == 2);
  CHECK(bins[9].mean_confidence == Approx(0.95));
  CHECK(bins[3].right.of == 1);
  CHECK(expected_calibration_error(bins) == Approx((3 * (0.95 - 2.0 / 3) + 0.65) / 4));
  CHECK(expected_calibration_error({}) == 0);
}

TEST_CASE("the text has a line for each document, the sum, and what was asked for") {
  const std::string plain = to_text(report(), {});
  CHECK(plain.find("0.75/0.50/0.60  0.50") != std::string::npos);
  CHECK(plain.find("OVERALL") != std::string::npos);
  CHECK(plain.find("confidence") == std::string::npos);

  const std::string full = to_text(report(), {true, true, true});
  CHECK(full.find("met_with                         3/6   0.50") != std::string::npos);
  CHECK(full.find("wrong            A --metWith--> B") != std::string::npos);
  CHECK(full.find("expected calibration error 0.3") != std::string::npos);
}

TEST_CASE("the JSON holds figures and counts") {
  const auto json = nlohmann::json::parse(to_json(report()));
  CHECK(json["overall"]["counts"]["typ_g"] == 6);
  CHECK(json["overall"]["typed"][0] == 0.75);
  CHECK(json["docs"]["d1"]["core_recall"] == 0.5);
  CHECK(json["docs"]["d1"]["time_acc"].is_null());
  CHECK(json["reliability"]["bins"][9]["edges"] == 3);
}
