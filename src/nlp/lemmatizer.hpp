// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "nlp/msgpack.hpp"

namespace entente::nlp {

/// spaCy's rule lemmatizer for English: exceptions, suffix rules, and an index of known forms.
class Lemmatizer {
 public:
  /// Reads lemmatizer/lookups/lookups.bin of a model directory.
  [[nodiscard]] static Result<Lemmatizer> load(const std::string& directory);

  /// Lemma of a word, given its lower-case form, its part of speech ("NOUN") and its features
  /// ("Number=Plur").
  [[nodiscard]] std::string lemma(std::string_view orth, std::string_view lower, std::string_view pos,
                                  std::string_view morph) const;

 private:
  /// What is known of one part of speech. The views point into data_.
  struct Table {
    std::vector<std::pair<std::string_view, std::string_view>> rules;
    std::unordered_map<std::string_view, std::vector<std::string_view>> exceptions;
    std::unordered_set<std::string_view> index;
    [[nodiscard]] bool is_empty() const { return rules.empty() && exceptions.empty() && index.empty(); }
  };

  [[nodiscard]] Status read_index(const Msgpack::Value& value, Table& table) const;
  [[nodiscard]] Status read_exceptions(const Msgpack::Value& value, Table& table) const;
  [[nodiscard]] Status read_rules(const Msgpack::Value& value, Table& table) const;
  [[nodiscard]] static std::string apply(const Table& table, std::string_view orth, std::string_view lower);

  std::unique_ptr<const Msgpack> data_;
  std::unordered_map<std::uint64_t, Table> tables_;  ///< by the string id of "noun", ...
};

}  // namespace entente::nlp
