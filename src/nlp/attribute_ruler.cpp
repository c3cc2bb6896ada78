// SPDX-License-Identifier: Apache-2.0
#include "nlp/attribute_ruler.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "base/utf8.hpp"

namespace entente::nlp {

namespace {

/// The regexes that English patterns use, as functions; each finds something in a lower-case form or not.
struct KnownRegex {
  std::string_view text;
  bool (*finds)(std::string_view lower);
};

/// `$` also stands before a line feed that ends the text.
std::string_view without_final_newline(std::string_view word) {
  return !word.empty() && word.back() == '\n' ? word.substr(0, word.size() - 1) : word;
}

constexpr KnownRegex kRegexes[] = {
    {"^n'?t$",
     [](std::string_view w) {
       return one_of(without_final_newline(w), {"nt", "n't"});
     }},
    {"^n[ou]thin'$",
     [](std::string_view w) {
       return one_of(without_final_newline(w), {"nothin'", "nuthin'"});
     }},
    {"^y'?$",
     [](std::string_view w) {
       return one_of(without_final_newline(w), {"y", "y'"});
     }},
};

}  // namespace

AttributeRuler::Word AttributeRuler::word(std::string_view lower, bool is_space, const Names& names) {
  Word word;
  word.lower = names.find(lower);
  word.is_space = is_space;
  for (std::size_t i = 0; i < std::size(kRegexes); ++i)
    if (kRegexes[i].finds(lower)) word.shapes = static_cast<std::uint8_t>(word.shapes | 1U << i);
  return word;
}

bool AttributeRuler::passes(const Test& test, const Word& word, const Attributes& token) {
  if (test.key == Key::shape) return (word.shapes & test.values[0]) != 0;
  std::uint16_t value = 0;
  switch (test.key) {
    case Key::tag:
      value = token.tag;
      break;
    case Key::dep:
      value = token.dep;
      break;
    case Key::lower:
      value = word.lower;
      break;
    default:
      value = word.is_space ? 1 : 0;
      break;
  }
  return (std::find(test.values.begin(), test.values.end(), value) != test.values.end()) == test.wanted;
}

bool AttributeRuler::fits(const Pattern& pattern, std::size_t start, const std::vector<Word>& words,
                          const std::vector<Attributes>& tokens) {
  if (pattern.tokens.size() > tokens.size() - start) return false;
  for (std::size_t i = 0; i < pattern.tokens.size(); ++i)
    for (const Test& test : pattern.tokens[i])
      if (!passes(test, words[start + i], tokens[start + i])) return false;
  return true;
}

void AttributeRuler::apply(const std::vector<Word>& words, std::vector<Attributes>& tokens) const {
  struct Hit {
    std::uint32_t rule;
    std::uint32_t token;
  };
  std::vector<Hit> hits;
  const auto try_all = [&](const std::vector<std::uint32_t>& patterns, std::size_t start) {
    for (const std::uint32_t number : patterns) {
      const Pattern& pattern = patterns_[number];
      if (!fits(pattern, start, words, tokens)) continue;
      const std::int64_t index = rules_[pattern.rule].index;
      const std::int64_t offset =
          index >= 0 ? index : index + static_cast<std::int64_t>(pattern.tokens.size());
      hits.push_back({pattern.rule, static_cast<std::uint32_t>(start + static_cast<std::size_t>(offset))});
    }
  };
  for (std::size_t start = 0; start < tokens.size(); ++start) {
    if (const auto found = of_tag_.find(tokens[start].tag); found != of_tag_.end())
      try_all(found->second, start);
    try_all(any_tag_, start);
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.rule < b.rule; });
  for (const Hit& hit : hits)
    for (const Setting& setting : rules_[hit.rule].settings)
      tokens[hit.token].*setting.attribute = setting.value;
}

void AttributeRuler::index_patterns() {
  for (std::uint32_t number = 0; number < patterns_.size(); ++number) {
    const TokenPattern& first = patterns_[number].tokens.front();
    const auto tag = std::find_if(first.begin(), first.end(),
                                  [](const Test& test) { return test.key == Key::tag && test.wanted; });
    if (tag == first.end())
      any_tag_.push_back(number);
    else
      for (const std::uint16_t value : tag->values) of_tag_[value].push_back(number);
  }
}

Result<AttributeRuler> AttributeRuler::load(const std::string& directory, Names& names) {
  const auto file = Msgpack::read(directory + "/attribute_ruler/patterns");
  if (!file) return fail(file.error());
  const Msgpack& data = **file;
  if (data.root().kind() != Msgpack::Kind::array) return data.error(data.root(), "not a list of rules");
  AttributeRuler ruler;
  for (const auto& value : data.root().children())
    if (auto read = ruler.read_rule(data, value, names); !read) return fail(read.error());
  ruler.index_patterns();
  return ruler;
}

Status AttributeRuler::read_rule(const Msgpack& data, const Msgpack::Value& value, Names& names) {
  static constexpr std::pair<std::string_view, std::uint16_t Attributes::*> kAttributes[] = {
      {"TAG", &Attributes::tag},
      {"POS", &Attributes::pos},
      {"MORPH", &Attributes::morph},
      {"DEP", &Attributes::dep},
      {"LEMMA", &Attributes::lemma}};
  const auto patterns = value.find("patterns");
  const auto settings = value.find("attrs");
  const auto index = value.find("index");
  if (!patterns || !settings || !index || !index->integer())
    return data.error(value, "a rule must have patterns, attrs and index");
  Rule rule;
  rule.index = *index->integer();
  const auto fields = settings->children();
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    const auto name = fields[i].text();
    const auto text = fields[i + 1].text();
    const auto known = std::find_if(std::begin(kAttributes), std::end(kAttributes),
                                    [&](const auto& entry) { return name == entry.first; });
    if (known == std::end(kAttributes) || !text || utf8::first_invalid_byte(*text))
      return data.error(fields[i], "a rule sets an attribute that is not known");
    rule.settings.push_back({known->second, names.add(*name == "MORPH" && *text == "_" ? "" : *text)});
    if (rule.settings.back().value == Names::kUnknown) return data.error(fields[i], "too many names");
  }
  for (const auto& sequence : patterns->children()) {
    Pattern pattern{static_cast<std::uint32_t>(rules_.size()), {}};
    for (const auto& token : sequence.children()) {
      auto read = read_token(data, token, names);
      if (!read) return fail(read.error());
      pattern.tokens.push_back(std::move(*read));
    }
    const auto length = static_cast<std::int64_t>(pattern.tokens.size());
    if (length == 0 || rule.index >= length || rule.index < -length)
      return data.error(sequence, "a pattern has no token of the rule's index");
    patterns_.push_back(std::move(pattern));
  }
  rules_.push_back(std::move(rule));
  return {};
}

Result<AttributeRuler::TokenPattern> AttributeRuler::read_token(const Msgpack& data,
                                                                const Msgpack::Value& value, Names& names) {
  if (value.kind() != Msgpack::Kind::map) return data.error(value, "a token pattern must be a map");
  TokenPattern tests;
  const auto fields = value.children();
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    auto test = read_test(data, fields[i], fields[i + 1], names);
    if (!test) return fail(test.error());
    tests.push_back(std::move(*test));
  }
  return tests;
}

Result<AttributeRuler::Test> AttributeRuler::read_test(const Msgpack& data, const Msgpack::Value& key,
                                                       const Msgpack::Value& value, Names& names) {
  const auto unknown = [&] {
    return data.error(key, "a token pattern asks for something that is not known");
  };
  const auto name = key.text();
  Test test;
  if (name == "IS_SPACE") {
    const auto wanted = value.boolean();
    if (!wanted) return unknown();
    test.key = Key::is_space;
    test.values = {static_cast<std::uint16_t>(*wanted ? 1 : 0)};
    return test;
  }
  if (name == "TAG")
    test.key = Key::tag;
  else if (name == "LOWER")
    test.key = Key::lower;
  else if (name == "DEP")
    test.key = Key::dep;
  else
    return unknown();
  if (const auto text = value.text()) {
    test.values = {names.add(*text)};
    return test;
  }
  const auto fields = value.children();
  if (value.kind() != Msgpack::Kind::map || fields.size() != 2) return unknown();
  if (fields[0].text() == "REGEX" && test.key == Key::lower) {
    for (std::size_t i = 0; i < std::size(kRegexes); ++i)
      if (fields[1].text() == kRegexes[i].text) test.values = {static_cast<std::uint16_t>(1U << i)};
    test.key = Key::shape;
    if (test.values.empty()) return unknown();
    return test;
  }
  test.wanted = fields[0].text() == "IN";
  if (!test.wanted && fields[0].text() != "NOT_IN") return unknown();
  for (const auto& item : fields[1].children()) {
    if (!item.text()) return unknown();
    test.values.push_back(names.add(*item.text()));
  }
  return test;
}

}  // namespace entente::nlp
