// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace entente::extract {

/// The dependency labels of the parser's scheme (ClearNLP, as spaCy's English pipelines use it), by number.
inline constexpr std::array<std::string_view, 46> kDependencyLabels = {
    "ROOT",  "acl",       "acomp",    "advcl", "advmod",   "agent",   "amod",      "appos",
    "attr",  "aux",       "auxpass",  "case",  "cc",       "ccomp",   "compound",  "conj",
    "csubj", "csubjpass", "dative",   "dep",   "det",      "dobj",    "expl",      "intj",
    "mark",  "meta",      "neg",      "nmod",  "npadvmod", "nsubj",   "nsubjpass", "nummod",
    "oprd",  "parataxis", "pcomp",    "pobj",  "poss",     "preconj", "predet",    "prep",
    "prt",   "punct",     "quantmod", "relcl", "xcomp",    "subtok"};

/// A place of its own for each label, of 128.
constexpr std::size_t label_place(std::string_view label) {
  const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(label[at]); };
  return label.size() < 2
             ? 0
             : (6 * label.size() + letter(0) + 29 * letter(1) + 22 * letter(label.size() - 1)) % 128;
}

/// The labels' numbers from 1 at their places, else 0.
inline constexpr std::array<std::uint8_t, 128> kLabelPlaces = [] {
  std::array<std::uint8_t, 128> places{};
  for (std::size_t number = 0; number < kDependencyLabels.size(); ++number) {
    std::uint8_t& place = places[label_place(kDependencyLabels[number])];
    if (place != 0) throw "two labels at one place: label_place() needs other factors";
    place = static_cast<std::uint8_t>(number + 1);
  }
  return places;
}();

/// The bit of a label; no bit for one that the scheme does not have.
constexpr std::uint64_t label_bit(std::string_view label) {
  const std::size_t number = kLabelPlaces[label_place(label)];
  return number > 0 && kDependencyLabels[number - 1] == label ? std::uint64_t{1} << (number - 1) : 0;
}

/// Some of the labels, made when the program is compiled: {"nsubj", "dobj"}. A label that the scheme does not
/// have does not compile.
struct LabelSet {
  std::uint64_t bits = 0;

  template <class... Labels>
  consteval LabelSet(const Labels&... labels) : bits((known(labels) | ... | 0)) {}

 private:
  static consteval std::uint64_t known(std::string_view label) {
    const std::uint64_t bit = label_bit(label);
    if (bit == 0) throw "no label of the scheme";
    return bit;
  }
};

}  // namespace entente::extract
