// SPDX-License-Identifier: Apache-2.0
#include "app/provenance.hpp"

#include "app/version.hpp"
#include "base/sha256.hpp"

namespace entente::app {

store::Provenance provenance_of(const Reader& reader) {
  return {std::string(version()), reader.pipeline.name(), reader.knowledge->hash()};
}

std::string mark_of(const store::Provenance& provenance) {
  return short_hash(provenance.program + "\x1f" + provenance.model + "\x1f" + provenance.ontology);
}

}  // namespace entente::app
