// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// Whose voice a document speaks with: who "I" is and for whom "we" and "our" stand. Names are linked by
/// then.
class OwnSide {
 public:
  explicit OwnSide(Nodes& nodes);

  /// Node of "we" at a token (the speaker's side inside a quotation), or kNone.
  [[nodiscard]] std::uint32_t we(std::uint32_t token) const;

  /// Those who speak together in a joint statement, when "we" at a token is them; else empty.
  [[nodiscard]] std::vector<std::uint32_t> several(std::uint32_t token) const;

  /// Takes note of the bodies of persons' offices once more, after fill_offices.
  void note_offices();

  /// Node of "I" at a token, or kNone.
  [[nodiscard]] std::uint32_t i(std::uint32_t token) const;

  /// The country that the text is most about as one that acts, or kNone.
  [[nodiscard]] std::uint32_t main_country() const { return main_country_; }

  /// That country when no other comes near it, or kNone.
  [[nodiscard]] std::uint32_t only_country() const { return only_country_; }

  /// The body or country of a person's office, or kNone.
  [[nodiscard]] std::uint32_t body_of_person(std::uint32_t node) const;

 private:
  [[nodiscard]] std::uint32_t on_behalf(const Sentence& sentence) const;
  [[nodiscard]] std::uint32_t stated() const;
  void read_speaking_leaders();
  [[nodiscard]] bool is_speaking_as(std::uint32_t floor, std::uint32_t of) const;
  [[nodiscard]] std::uint32_t named_beside(std::uint32_t token) const;
  [[nodiscard]] std::vector<std::uint32_t> coordinated(const Mention& first) const;
  void read_joint_statement();
  [[nodiscard]] std::uint32_t named_behind(const Mention& mention) const;
  [[nodiscard]] std::uint32_t introduced() const;
  [[nodiscard]] std::uint32_t from_opening();
  [[nodiscard]] std::uint32_t from_report_header() const;
  [[nodiscard]] std::uint32_t from_title() const;
  [[nodiscard]] std::uint32_t dateline_country() const;
  [[nodiscard]] std::uint32_t interviewee() const;
  [[nodiscard]] std::uint32_t side_of_speaker(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t last_side_before(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t node_at(std::uint32_t token) const;
  [[nodiscard]] bool is_first_person(std::uint32_t token) const;
  [[nodiscard]] bool is_side(std::uint32_t node) const;
  [[nodiscard]] std::uint32_t acting_body() const;
  std::uint32_t vote(bool against_objects_of_we);

  Nodes& nodes_;
  std::map<std::uint32_t, std::uint32_t> bodies_;  ///< person -> body or country of his office
  std::uint32_t side_ = kNone, main_country_ = kNone, only_country_ = kNone, interviewee_ = kNone;
  std::uint32_t speaker_ = kNone;        ///< person whose speech the opening announces
  std::vector<std::uint32_t> together_;  ///< those who make a joint statement, or empty
};

}  // namespace entente::resolve
