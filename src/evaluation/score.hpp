// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/adjudicated.hpp"
#include "evaluation/gold.hpp"
#include "evaluation/relation_table.hpp"
#include "evaluation/row.hpp"

namespace entente::evaluation {

/// Counts behind precision and recall; the two sides are counted apart, since one edge may match several.
struct Measure {
  int right_system = 0, system = 0;  ///< of what the system found
  int right_gold = 0, gold = 0;      ///< of what the gold asks for
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  Measure& operator+=(const Measure& other);
  bool operator==(const Measure&) const = default;
};

struct Share {
  int right = 0, of = 0;
  [[nodiscard]] std::optional<double> value() const;  ///< nothing when there is nothing to count
  void count(bool is_right);
  Share& operator+=(const Share& other);
  bool operator==(const Share&) const = default;
};

/// All figures of one document or of several summed. What each means: head of gold/score_gold.py.
struct Counts {
  Measure entity, pair, family, typed;
  Share core, statement, modality, hard_modality, polarity, negative, quantity, time;
  Share traps;  ///< right = hit, which is bad
  Counts& operator+=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

/// A required gold edge that no row matched, or a trap that one did, with names in place of ids.
struct NamedEdge {
  std::string subject, relation, object, modality, polarity, importance;
  std::string why;       ///< traps
  std::string evidence;  ///< missed edges
};

/// A typed row judged against the gold, or by a person afterwards; optional and implied edges are not judged.
struct Judged {
  Row row;
  bool right = false;
};

struct DocumentScore {
  std::string id;
  Counts counts;
  std::vector<NamedEdge> missed, traps;
  std::vector<Judged> judged;
  std::vector<std::string> bad_nodes;
  std::map<std::string, Share> found;  ///< required typed edges found, by gold relation
};

struct Report {
  Counts overall;
  std::vector<DocumentScore> documents;  ///< in the order of the gold
  [[nodiscard]] double macro_f1(Measure Counts::*measure) const;
};

/// Compares rows with the gold. Rows are put into the document that they name, else into the one that holds
/// their sentence. Edges that the gold lacks and that were judged right are left out of precision; the lists
/// by relation and by confidence have them as right.
[[nodiscard]] Report score(const std::vector<GoldDocument>& gold, const std::vector<Row>& rows,
                           const RelationTable& table, const Adjudicated& adjudicated = {});

}  // namespace entente::evaluation
