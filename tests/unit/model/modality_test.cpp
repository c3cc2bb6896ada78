// SPDX-License-Identifier: Apache-2.0
#include "model/modality.hpp"

#include "support/catch.hpp"

namespace {

using namespace entente;

TEST_CASE("every modality has its name in the ontology, and back") {
  const std::pair<Modality, const char*> names[] = {
      {Modality::asserted, "Asserted"},    {Modality::planned, "Planned"},
      {Modality::called_for, "CalledFor"}, {Modality::obligation, "Obligation"},
      {Modality::reported, "Reported"},    {Modality::hypothetical, "Hypothetical"}};
  for (const auto& [modality, name] : names) {
    CHECK(to_text(modality) == name);
    CHECK(modality_from_text(name) == modality);
  }
}

TEST_CASE("other words are no modality") {
  for (const char* name : {"", "asserted", "Called for", "Asserted "}) CHECK_FALSE(modality_from_text(name));
}

}  // namespace
