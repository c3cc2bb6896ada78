// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "rdf/node.hpp"

namespace entente::ontology {

/// One predicate and object of a description, as written.
struct Statement {
  std::string predicate;  ///< local name in fr:, or the whole IRI of another vocabulary
  rdf::NodeKind kind = rdf::NodeKind::literal;
  std::string value;
  Place place;
};

/// All that the files say of one name of f:.
struct Description {
  std::string name, type;  ///< local names; type is empty when none is given
  Place place;             ///< where it is first spoken of
  std::vector<Statement> statements;
};

struct FrameSource {
  std::map<std::string, Description> by_name;
  std::string hash;
};

/// Reads frames/*.ttl as they stand, in the order of their names. Names may be described in several files.
[[nodiscard]] FrameSource read_frame_source(const std::filesystem::path& ontology_directory,
                                            std::vector<Error>& errors);

}  // namespace entente::ontology
