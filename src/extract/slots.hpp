// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/roles.hpp"
#include "model/reading.hpp"
#include "ontology/frames.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::extract {

using ontology::WordClass;

/// The word that set a frame off.
struct Predicate {
  std::uint32_t token = 0;
  WordClass word_class = WordClass::verb;
};

/// The mentions that fill one end of a claim.
struct Ends {
  std::vector<std::uint32_t> mentions;
  Step step = Step::direct;
  bool joined = false;  ///< read from "between A and B": they are both ends
  [[nodiscard]] bool empty() const { return mentions.empty(); }
};

/// Reads slots of frames: which mentions stand there and are of a class that may.
class SlotReader {
 public:
  SlotReader(const Reading& reading, const Syntax& syntax, const Roles& roles,
             const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer);

  /// The first slot with a fitting mention; those that name an agent go before those that only fit.
  [[nodiscard]] Ends subjects(const ontology::Frame& frame, Predicate predicate) const;
  [[nodiscard]] Ends objects(const ontology::Frame& frame, Predicate predicate) const;
  /// The same without those to whom things belong: "X praised its deal with Y" is no praise of X.
  [[nodiscard]] Ends own_things(const ontology::Frame& frame, Predicate predicate) const;
  /// Whom a thing that fills the object slot belongs to or is aimed at ("boycotted contacts with X"), and who
  /// holds the thing that seems to act ("X's jets"): for frames whose own slots name nobody.
  [[nodiscard]] Ends lifted_objects(const ontology::Frame& frame, Predicate predicate) const;
  [[nodiscard]] Ends holding_subjects(const ontology::Frame& frame, Predicate predicate) const;
  /// Tokens for whose thing a mention is: its owner, or with whom it is shared ("a resumption of ties with
  /// X").
  [[nodiscard]] Tokens holders_of_thing(std::uint32_t mention) const;
  [[nodiscard]] std::vector<std::uint32_t> resources(const ontology::Frame& frame, Predicate predicate) const;

  /// The mention that a nominal token stands for, or kNone: its own, else that of a name beside it.
  [[nodiscard]] std::uint32_t mention_of(std::uint32_t token) const;
  [[nodiscard]] const std::string& class_of(std::uint32_t mention) const;

  /// "called on bodies such as X and Y to cooperate", "neither X nor Y signed": each of them, not with one
  /// another.
  [[nodiscard]] bool stand_apart(const Ends& ends) const;

  /// What a mention stands for: its entity, or the members of "the two countries"; indices into
  /// Reading::entities.
  [[nodiscard]] std::vector<std::uint32_t> entities_of(std::uint32_t mention) const;
  [[nodiscard]] std::vector<std::uint32_t> entities_of(const std::vector<std::uint32_t>& mentions) const;
  [[nodiscard]] bool is_class(std::uint32_t mention, std::string_view cls) const;

  /// True of people to whom something is done: "supporters of X were banned".
  [[nodiscard]] bool names_patients(std::uint32_t noun) const;

  /// True when a mention may stand where one of these classes is wanted; empty: anything may.
  [[nodiscard]] bool fits(std::uint32_t mention, const std::vector<std::string>& wanted) const;

  [[nodiscard]] Filler filler(const ontology::Slot& slot, const ontology::Frame& frame,
                              Predicate predicate) const;

  /// Who did what a noun behind the clause names: "Chad expelled the envoy, a step praised by Mali".
  [[nodiscard]] Tokens doers_of_deed(std::uint32_t noun) const;

  /// The meeting named last before a token, kNone when none is near.
  [[nodiscard]] std::uint32_t last_meeting(std::uint32_t before) const;

  /// True when a mention is of a class that a frame and its relation want at an end.
  enum class End : std::uint8_t { subject, object };
  [[nodiscard]] bool admits(const ontology::Frame& frame, std::uint32_t mention, End end) const;

 private:
  Ends read(const ontology::Frame& frame, Predicate predicate, End end, bool things_only = false) const;
  static const std::vector<ontology::Slot>& slots_of(const ontology::Frame& frame, End end);
  Ends read_slot(const ontology::Slot& slot, const ontology::Frame& frame, Predicate predicate, End end,
                 bool agents_only, bool& left_out) const;
  [[nodiscard]] bool is_of_doer(const ontology::Frame& frame, std::uint32_t noun) const;
  Filler base_filler(const ontology::Slot& slot, const ontology::Frame& frame, Predicate predicate) const;
  [[nodiscard]] Filler adjective_subject(std::uint32_t adjective) const;
  [[nodiscard]] bool may_lack_doer(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t last_actor(std::uint32_t before) const;
  [[nodiscard]] std::uint32_t last_fund(std::uint32_t before) const;
  [[nodiscard]] std::uint32_t last_place(std::uint32_t before) const;
  [[nodiscard]] Tokens phrases_on(std::uint32_t noun, bool friendly, bool asks) const;
  [[nodiscard]] bool is_anybody(std::uint32_t mention) const;
  [[nodiscard]] Filler owners_of(const Filler& things, const ontology::Frame& frame) const;
  void take_agents(const Tokens& tokens, const ontology::Frame& frame, End end, Ends& ends) const;
  [[nodiscard]] Tokens holders_of(std::uint32_t noun) const;
  [[nodiscard]] bool is_about_clause(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t outer_noun(std::uint32_t noun, std::uint32_t modifier) const;
  template <class Wanted>
  [[nodiscard]] std::uint32_t last_before(std::uint32_t before, const Wanted& wanted) const;
  [[nodiscard]] std::vector<std::uint32_t> last_parties(std::uint32_t before) const;
  [[nodiscard]] std::uint32_t find_main_country() const;
  [[nodiscard]] bool comes_from_outside(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t government_of(std::uint32_t mention) const;
  [[nodiscard]] bool acts_as_body(std::uint32_t town, const ontology::Frame& frame,
                                  Predicate predicate) const;

  const Reading& reading_;
  const Syntax& syntax_;
  const Roles& roles_;
  const ontology::Vocabulary& vocabulary_;
  const ontology::Gazetteer& gazetteer_;
  std::uint32_t main_country_;
};

}  // namespace entente::extract
