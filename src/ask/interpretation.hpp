// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ask/question.hpp"
#include "extract/extract.hpp"

namespace entente::ask {

/// What may stand at one end of an edge. Nothing set: anything.
struct End {
  std::vector<graph::NodeId> nodes;  ///< one of these
  bool all_nodes = false;            ///< the nodes were joined by "and"
  std::vector<std::string> classes;  ///< or one of these classes (with those below)
  std::string word;                  ///< the name says this word, or empty
  bool asked = false;
  int same_as = -1;  ///< an end of an earlier part's edge
  bool same_as_subject = false;
  std::string text;  ///< for the reading: "China", "which countries"
};

/// One clause of a question, with its relation: all that a query is made of.
struct Interpretation {
  enum class Kind { edges, path, profile };
  Kind kind = Kind::edges;
  std::vector<std::string> relations;  ///< with those below them; empty: any
  End subject, object;
  bool either_way = false;  ///< the ends may be exchanged
  std::vector<std::string> modalities{"Asserted", "Reported"};
  bool negated = false;
  bool any_polarity = false;         ///< yes-or-no questions: both
  std::vector<std::string> words;    ///< the sentence says each of them
  std::vector<std::string> offices;  ///< the office says each of them
  std::vector<TimeWords> times;
  std::vector<std::string> places;    ///< names of the place or meeting of the act
  std::vector<std::string> columns;   ///< edge properties that were asked for
  std::vector<std::string> excluded;  ///< relations that must not hold between the ends as well
  bool yes_no = false, counted = false;
  std::vector<std::string> notes;
  std::string verb;  ///< for the reading: "provided aid to"
};

}  // namespace entente::ask
