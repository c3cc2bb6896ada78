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

/// The bit of a label; no bit for one that the scheme does not have.
constexpr std::uint64_t label_bit(std::string_view label) {
  for (std::size_t number = 0; number < kDependencyLabels.size(); ++number)
    if (kDependencyLabels[number] == label) return std::uint64_t{1} << number;
  return 0;
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
