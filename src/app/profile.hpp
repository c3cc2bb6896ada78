// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/open_graph.hpp"

namespace entente::app {

/// One edge as a profile tells it; ends by name, what is not known empty.
struct ProfileFact {
  std::string id;  ///< of the fact; empty for an imported edge
  std::string subject, relation, object;
  std::string modality;  ///< empty for an imported edge
  bool negated = false;
  std::string said_by;
  std::string when, begin, end;  ///< words; ISO dates
  std::string decision;          ///< of a person: "confirmed", "denied" or empty
};

/// The edges of one relation at one side of the node.
struct ProfileRelation {
  enum class Side { out, in, both };  ///< both: of a symmetric relation
  std::string relation;
  std::string label;  ///< as read from the node: "provided aid to", "received aid from"
  Side side = Side::out;
  std::size_t facts = 0;
  std::vector<std::string> with;  ///< names of the other ends, the most frequent first, then by name
};

/// A sentence that speaks of the node, and what was read from it.
struct ProfileSentence {
  std::string text;
  std::string document, name, date;  ///< id; as it came in; ISO date or empty
  std::int64_t begin = 0, end = 0;   ///< code points of the document, end exclusive
  std::vector<ProfileFact> facts;
};

/// How often the node is named by facts of others: as "place", "meeting", "topic", "resource", "source".
struct ProfilePart {
  std::string part;
  std::size_t facts = 0;
};

struct ProfileProperty {
  std::string name, value;
};

/// All that a graph knows of one thing. Lists are cut to what was asked for; the counts beside them are
/// whole.
struct Profile {
  std::string id, name;
  std::vector<std::string> aliases, classes;
  std::string wikidata;                     ///< address, or empty
  std::vector<ProfileProperty> properties;  ///< the others of the node, by name
  std::size_t facts = 0;                    ///< that are shown below
  std::size_t hidden = 0;  ///< that are planned, called for, reported or denied, when those are not shown
  std::vector<ProfileRelation> relations;  ///< outwards first; by number, then name
  std::vector<ProfilePart> parts;
  std::vector<ProfileFact> timeline;  ///< facts with a time, the last of them: by date, then those of which
                                      ///< only the words are known, by these
  std::size_t timed = 0;              ///< how many have one
  std::vector<ProfileSentence> sentences;  ///< of the latest documents first, then in their order
  std::size_t sentence_count = 0;
};

struct ProfileOptions {
  bool all_facts = false;  ///< also what is planned, called for, reported or denied
  std::size_t limit = 10;  ///< of timeline, sentences and names in a list; 0: all
};

/// What the graph knows of a node (find_nodes() finds it by name).
[[nodiscard]] Result<Profile> profile_of(const OpenGraph& graph, graph::NodeId node,
                                         const ProfileOptions& options);

}  // namespace entente::app
