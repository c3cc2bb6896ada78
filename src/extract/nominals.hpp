// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "extract/extract.hpp"
#include "extract/phrases.hpp"

namespace entente::extract {

/// Reads common-noun phrases: what they are called, of which class, how many.
class Nominals {
 public:
  Nominals(const Syntax& syntax, const Reading& reading, const Resources& resources)
      : syntax_(syntax), reading_(reading), resources_(resources) {}

  /// The mention of the phrase with this head; its name is empty when it is no thing ("the end of").
  [[nodiscard]] Mention mention_at(std::uint32_t head) const;

  /// Class that the head noun and its modifiers name, or empty.
  [[nodiscard]] std::string class_of(std::uint32_t head, bool plural) const;

  /// The words [begin, end) without commas, determiners and possessive marks at the ends.
  [[nodiscard]] std::string without_particles(std::uint32_t begin, std::uint32_t end) const;

 private:
  [[nodiscard]] bool counts_people(std::uint32_t number) const;
  [[nodiscard]] std::string listed_class(std::uint32_t head, bool plural) const;
  [[nodiscard]] bool is_aim(std::uint32_t community) const;
  [[nodiscard]] std::string guessed_class(std::uint32_t head, bool plural) const;
  [[nodiscard]] std::uint32_t measured(std::uint32_t head) const;
  void count(Mention& mention, const Phrase& phrase) const;
  void name_by(Mention& mention, const Phrase& phrase) const;

  const Syntax& syntax_;
  const Reading& reading_;
  const Resources& resources_;
};

}  // namespace entente::extract
