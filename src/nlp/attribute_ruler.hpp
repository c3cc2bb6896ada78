// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "nlp/msgpack.hpp"
#include "nlp/names.hpp"

namespace entente::nlp {

/// What the tagger, the parser and the attribute ruler say of a token, as numbers in Names.
struct Attributes {
  std::uint16_t tag = Names::kEmpty;
  std::uint16_t pos = Names::kEmpty;
  std::uint16_t morph = Names::kEmpty;
  std::uint16_t dep = Names::kEmpty;
  std::uint16_t lemma = Names::kEmpty;  ///< empty: the lemmatizer gives it
};

/// spaCy's attribute ruler: patterns over one or two tokens that set attributes.
class AttributeRuler {
 public:
  /// What patterns may ask of a token besides its Attributes.
  struct Word {
    std::uint16_t lower = Names::kUnknown;  ///< its lower-case form, if any pattern knows it
    std::uint8_t shapes = 0;                ///< a bit for every known regex that finds something in it
    bool is_space = false;
  };

  /// Reads attribute_ruler/patterns of a model directory; what patterns speak of is added to `names`.
  [[nodiscard]] static Result<AttributeRuler> load(const std::string& directory, Names& names);

  [[nodiscard]] static Word word(std::string_view lower, bool is_space, const Names& names);

  /// Every pattern is tried on the attributes as given; then rules set theirs in order, later ones over
  /// earlier ones.
  void apply(const std::vector<Word>& words, std::vector<Attributes>& tokens) const;

 private:
  enum class Key : std::uint8_t { tag, lower, dep, is_space, shape };
  struct Test {
    Key key = Key::tag;
    bool wanted = true;                 ///< false: none of the values
    std::vector<std::uint16_t> values;  ///< names; a bit of Word::shapes; 0 or 1
  };
  using TokenPattern = std::vector<Test>;
  struct Pattern {
    std::uint32_t rule = 0;
    std::vector<TokenPattern> tokens;
  };
  struct Setting {
    std::uint16_t Attributes::*attribute = nullptr;
    std::uint16_t value = 0;
  };
  struct Rule {
    std::vector<Setting> settings;
    std::int64_t index = 0;  ///< the token of the pattern that is set; negative: from the end
  };

  [[nodiscard]] Status read_rule(const Msgpack& data, const Msgpack::Value& value, Names& names);
  [[nodiscard]] static Result<TokenPattern> read_token(const Msgpack& data, const Msgpack::Value& value,
                                                       Names& names);
  [[nodiscard]] static Result<Test> read_test(const Msgpack& data, const Msgpack::Value& key,
                                              const Msgpack::Value& value, Names& names);
  [[nodiscard]] static bool passes(const Test& test, const Word& word, const Attributes& token);
  [[nodiscard]] static bool fits(const Pattern& pattern, std::size_t start, const std::vector<Word>& words,
                                 const std::vector<Attributes>& tokens);
  void index_patterns();

  std::vector<Rule> rules_;
  std::vector<Pattern> patterns_;
  /// Patterns that may fit at a token with that tag, by place in patterns_; those that ask for no one tag are
  /// in any_tag_.
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> of_tag_;
  std::vector<std::uint32_t> any_tag_;
};

}  // namespace entente::nlp
