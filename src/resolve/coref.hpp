// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "resolve/nodes.hpp"
#include "resolve/own_side.hpp"

namespace entente::resolve {

/// Finds what a pronoun or a description refers back to, by few rules: subjects first, the nearest first,
/// agreement in number and kind. Works on the mentions in text order: those before have been tied.
class Coref {
 public:
  Coref(Nodes& nodes, const OwnSide& own_side)
      : nodes_(nodes), own_side_(own_side), main_disease_(main_disease()) {}

  /// Ties a pronoun to its antecedent, where one fits.
  void link_pronoun(std::uint32_t m);

  /// Ties a definite description ("the ministry", "the two sides") to what was named before; false when
  /// nothing fits.
  bool link_description(std::uint32_t m);

  /// The mentions of those who sent the people of a mention ("envoys of | the government | and | the
  /// rebels"), when they are several.
  [[nodiscard]] std::vector<std::uint32_t> senders_behind(std::uint32_t m) const;

  /// Mentions whose entity the test admits, searched back from m: the best by place in the clause. kNone:
  /// none.
  using Test = std::function<bool(std::uint32_t node, const Mention& mention)>;
  [[nodiscard]] std::uint32_t antecedent(std::uint32_t m, std::uint32_t sentences, const Test& test) const;

 private:
  void link_third_person(std::uint32_t m);
  [[nodiscard]] std::uint32_t main_person(std::uint32_t m, char gender) const;
  bool link_author(std::uint32_t m);
  void link_it(std::uint32_t m);
  [[nodiscard]] bool is_said_of_body(std::uint32_t verb) const;
  [[nodiscard]] bool has_president(std::uint32_t node) const;
  bool link_addressed(std::uint32_t m, bool urged_too);
  [[nodiscard]] std::uint32_t addressed(std::uint32_t token, bool urged_too) const;
  [[nodiscard]] std::uint32_t thanked_by(std::uint32_t above) const;
  [[nodiscard]] std::uint32_t urged_by(std::uint32_t infinitive) const;
  void link_thing(std::uint32_t m);
  bool link_last_coordination(std::uint32_t m);
  void link_they(std::uint32_t m);
  bool link_own_body(std::uint32_t m);
  void link_relative(std::uint32_t m);
  void link_place(std::uint32_t m);
  bool link_coordination(std::uint32_t m, std::uint32_t token);
  bool link_pair(std::uint32_t m);
  bool link_list_behind(std::uint32_t m);
  bool link_group(std::uint32_t m);
  bool link_holders(std::uint32_t m);
  [[nodiscard]] std::vector<std::uint32_t> pair_beside(std::uint32_t m, bool hyphened) const;
  [[nodiscard]] std::uint32_t hyphened_to(std::uint32_t m) const;
  bool link_aged(std::uint32_t m);
  bool link_same_several(std::uint32_t m, std::string_view head);
  [[nodiscard]] bool is_great_number(const Mention& mention) const;
  [[nodiscard]] bool is_blamed(std::uint32_t token) const;
  [[nodiscard]] std::vector<std::uint32_t> holders_named(std::uint32_t m, std::uint32_t sentences) const;
  bool link_former(std::uint32_t m);
  bool link_role(std::uint32_t m);
  [[nodiscard]] std::uint32_t country_before(std::uint32_t m) const;
  [[nodiscard]] bool is_of_another(std::uint32_t node, std::uint32_t country) const;
  [[nodiscard]] bool leaves_open(std::uint32_t m, bool (*admits)(std::string_view word)) const;
  /// Makes a mention stand for several entities; false when there are fewer than two.
  bool stand_for(std::uint32_t m, const std::vector<std::uint32_t>& members, std::string_view why);
  [[nodiscard]] std::vector<std::uint32_t> coordinated(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t actor_on(std::uint32_t m) const;
  [[nodiscard]] std::vector<std::uint32_t> last_pair(std::uint32_t m, std::string_view wanted,
                                                     bool any_body) const;
  bool link_apposition(std::uint32_t m);
  bool link_name_beside(std::uint32_t m);
  bool link_called(std::uint32_t m);
  [[nodiscard]] bool is_of_another_owner(std::uint32_t m, const Mention& candidate) const;
  [[nodiscard]] std::uint32_t name_given_by(std::uint32_t verb) const;
  bool link_label_word(std::uint32_t m);
  bool link_body_of_leader(std::uint32_t m);
  [[nodiscard]] std::uint32_t led_body(std::uint32_t person, std::uint32_t before) const;
  bool link_named_holder(std::uint32_t m);
  bool link_predicate(std::uint32_t m);
  [[nodiscard]] std::vector<std::uint32_t> two_countries() const;
  bool link_named_place(std::uint32_t m);
  bool link_side(std::uint32_t m);
  [[nodiscard]] std::uint32_t office_body(std::uint32_t m) const;
  bool link_representatives(std::uint32_t m);
  std::vector<std::uint32_t> sides_from(std::uint32_t token, bool bodies);
  bool link_own_forces(std::uint32_t m);
  bool link_named_ally(std::uint32_t m);
  bool link_singled_out(std::uint32_t m);
  [[nodiscard]] std::uint32_t behind_matter(std::uint32_t token) const;
  bool link_country(std::uint32_t m);
  bool link_office(std::uint32_t m);
  bool link_disease(std::uint32_t m);
  [[nodiscard]] std::uint32_t main_disease() const;
  bool link_same_head(std::uint32_t m);
  bool link_same_head(std::uint32_t m, bool by_core);
  bool link_hypernym(std::uint32_t m);
  std::uint32_t unknown_actor_before(std::uint32_t m);
  bool tie(std::uint32_t m, std::uint32_t antecedent, std::string_view why);
  [[nodiscard]] bool is_plural(std::uint32_t node, const Mention& mention) const;
  [[nodiscard]] bool is_body(std::uint32_t node) const;
  /// The words of a mention's plain name; made once, since every description is held against all before it.
  const std::vector<std::string>& words_of_mention(std::uint32_t m);
  [[nodiscard]] int salience(std::uint32_t m, const Mention& candidate) const;

  Nodes& nodes_;
  const OwnSide& own_side_;
  std::uint32_t main_disease_;
  std::vector<std::optional<std::vector<std::string>>> words_;  ///< by mention
};

}  // namespace entente::resolve
