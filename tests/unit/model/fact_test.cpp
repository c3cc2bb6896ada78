// SPDX-License-Identifier: Apache-2.0
#include "model/fact.hpp"

#include "base/sha256.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;

Fact aid() {
  Fact fact;
  fact.relation = "providedAidTo";
  fact.subject = "china";
  fact.object = "kenya";
  return fact;
}

TEST_CASE("a fact's id is the hash of its key, joined by U+001F") {
  CHECK(fact_id(aid()) == short_hash("providedAidTo\x1f"
                                     "china\x1f"
                                     "kenya\x1f"
                                     "Asserted\x1fpositive\x1f\x1f"));
}

TEST_CASE("every part of the key changes the id") {
  const std::string id = fact_id(aid());
  const auto changed = [&](auto change) {
    Fact fact = aid();
    change(fact);
    return fact_id(fact) != id;
  };
  CHECK(changed([](Fact& f) { f.relation = "visited"; }));
  CHECK(changed([](Fact& f) { f.subject = "who"; }));
  CHECK(changed([](Fact& f) { f.object = ""; }));
  CHECK(changed([](Fact& f) { std::swap(f.subject, f.object); }));
  CHECK(changed([](Fact& f) { f.modality = Modality::planned; }));
  CHECK(changed([](Fact& f) { f.negated = true; }));
  CHECK(changed([](Fact& f) { f.attributed_to = "who"; }));
  CHECK(changed([](Fact& f) { f.when = TimeSpan{"2020-05-01", "", "", "", "", ""}; }));
  CHECK(changed([](Fact& f) { f.when = TimeSpan{"", "", "", "", "", "recently"}; }));
}

TEST_CASE("what is not part of the key does not") {
  Fact fact = aid();
  fact.where = "nairobi";
  fact.meeting = "summit";
  fact.topic = "health";
  fact.resources = {"masks"};
  fact.quantity = Quantity{"1", "", "exact", "one"};
  fact.mode = "by air";
  fact.context = "health";
  fact.office = "President";
  fact.content = {"0000000000000000"};
  fact.content_text = "words";
  fact.confidence = 0.5;
  fact.evidence.emplace_back();
  CHECK(fact_id(fact) == fact_id(aid()));
}

TEST_CASE("the same days in other words are the same time") {
  Fact one = aid(), two = aid();
  one.when = TimeSpan{"2020-05-21", "", "", "2020-05-31", "part of month", "late May"};
  two.when = TimeSpan{"2020-05-21", "", "", "2020-05-31", "", "at the end of May"};
  CHECK(fact_id(one) == fact_id(two));
  one.when->latest_end = "2020-05-30";
  CHECK(fact_id(one) != fact_id(two));
}

TEST_CASE("only asserted facts that are not denied are plain") {
  Fact fact = aid();
  CHECK(is_plain(fact));
  fact.negated = true;
  CHECK_FALSE(is_plain(fact));
  fact.negated = false;
  for (const Modality modality : {Modality::planned, Modality::called_for, Modality::obligation,
                                  Modality::reported, Modality::hypothetical}) {
    fact.modality = modality;
    CHECK_FALSE(is_plain(fact));
  }
}

}  // namespace
