// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/clause.hpp"
#include "extract/extract.hpp"
#include "extract/parsed.hpp"
#include "extract/slots.hpp"

namespace entente::extract {

/// Everything that the readers of one document share. Built once; the reading must outlive it.
struct Context {
  Context(const Reading& the_reading, const Parsed& parsed, const Resources& resources);
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  const Reading& reading;
  const ontology::Vocabulary& vocabulary;
  const ontology::Frames& frames;
  const ontology::Gazetteer& gazetteer;
  const Syntax& syntax;
  const std::vector<std::vector<TimeExpression>>& times;  ///< by sentence
  Roles roles;
  ClauseReader clauses;
  SlotReader slots;
};

/// A claim with what is needed to tie it to others and to weigh it.
struct Draft {
  Claim claim;
  std::uint32_t trigger = kNone;  ///< token
  Tokens embedders;               ///< predicates above it, nearest first
  Step subject_step = Step::direct, object_step = Step::direct;
};

/// What a frame or a structural rule has found; the builder adds what the clause says besides.
struct Finding {
  std::string relation;
  std::string rule;
  Predicate predicate;
  Ends subjects, objects;
  std::vector<std::uint32_t> resources;
  std::uint32_t theme = kNone;  ///< token of the noun that is part of the trigger ("held talks")
};

/// Makes drafts of findings: clause features, time, place, meeting, topic, quantity, evidence span.
class ClaimBuilder {
 public:
  explicit ClaimBuilder(const Context& context) : context_(context) {}

  /// The draft, with suppressed clauses told by the features; features may be changed by the caller
  /// beforehand.
  [[nodiscard]] Draft build(const Finding& finding, const Features& features);

  /// A structural tie ("Santiago, Chile"): asserted whatever the clause says, no circumstances.
  [[nodiscard]] Draft tie(const Finding& finding) const;

 private:
  void set_span(Draft& draft, const Finding& finding) const;
  void set_circumstances(Draft& draft, const Finding& finding);
  void set_quantity(Draft& draft, const Finding& finding) const;
  void set_content(Draft& draft, const Finding& finding) const;
  [[nodiscard]] std::optional<TimeSpan> time_of(std::uint32_t clause) const;
  [[nodiscard]] std::uint32_t first_of(const Finding& finding, std::uint32_t clause,
                                       std::initializer_list<std::string_view> prepositions,
                                       std::string_view cls) const;

  const Context& context_;
};

}  // namespace entente::extract
