// SPDX-License-Identifier: Apache-2.0
#include "nlp/lemmatizer.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "nlp/string_id.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

/// The value of one feature of "Number=Sing|Person=3", or empty.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const std::size_t bar = std::min(morph.find('|'), morph.size());
    const std::string_view entry = morph.substr(0, bar);
    if (entry.size() > name.size() && entry.substr(0, name.size()) == name && entry[name.size()] == '=')
      return entry.substr(name.size() + 1);
    morph.remove_prefix(std::min(bar + 1, morph.size()));
  }
  return {};
}

/// True if a word with these features is its own lemma.
bool is_base_form(std::string_view pos, std::string_view morph) {
  if (morph.empty()) return false;
  const std::string_view verb_form = feature(morph, "VerbForm");
  if (pos == "NOUN" && feature(morph, "Number") == "Sing") return true;
  if (pos == "VERB" && verb_form == "Fin" && feature(morph, "Tense") == "Pres" &&
      feature(morph, "Number").empty())
    return true;
  return verb_form == "Inf" || verb_form == "None" || feature(morph, "Degree") == "Pos";
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool is_text(const Msgpack::Value& value) {
  return value.text() && !utf8::first_invalid_byte(*value.text());
}

}  // namespace

Result<Lemmatizer> Lemmatizer::load(const std::string& directory) {
  auto file = Msgpack::read(directory + "/lemmatizer/lookups/lookups.bin");
  if (!file) return fail(file.error());
  Lemmatizer lemmatizer;
  lemmatizer.data_ = std::move(*file);
  const Msgpack& data = *lemmatizer.data_;
  using Reader = Status (Lemmatizer::*)(const Msgpack::Value&, Table&) const;
  static constexpr std::pair<std::string_view, Reader> kParts[] = {
      {"lemma_index", &Lemmatizer::read_index},
      {"lemma_exc", &Lemmatizer::read_exceptions},
      {"lemma_rules", &Lemmatizer::read_rules}};
  for (const auto& [name, reader] : kParts) {
    const auto part = data.root().find(name);
    if (!part || part->kind() != Msgpack::Kind::map)
      return data.error(data.root(), "no map \"" + std::string(name) + "\"");
    const auto entries = part->children();
    for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
      const auto key = entries[i].unsigned_integer();
      if (!key) return data.error(entries[i], "a table of lemmas must have a number");
      if (auto read = (lemmatizer.*reader)(entries[i + 1], lemmatizer.tables_[*key]); !read)
        return fail(read.error());
    }
  }
  return lemmatizer;
}

Status Lemmatizer::read_index(const Msgpack::Value& value, Table& table) const {
  const auto words = value.children();
  table.index.reserve(words.size());
  for (const auto& word : words) {
    if (!word.text()) return data_->error(word, "lemma_index must hold strings");
    table.index.insert(*word.text());
  }
  return {};
}

Status Lemmatizer::read_exceptions(const Msgpack::Value& value, Table& table) const {
  const auto entries = value.children();
  if (value.kind() != Msgpack::Kind::map) return data_->error(value, "lemma_exc must hold maps");
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    if (!entries[i].text()) return data_->error(entries[i], "lemma_exc must map strings to lists of strings");
    auto& lemmas = table.exceptions[*entries[i].text()];
    for (const auto& lemma : entries[i + 1].children()) {
      if (!is_text(lemma)) return data_->error(lemma, "lemma_exc must map strings to lists of strings");
      lemmas.push_back(*lemma.text());
    }
  }
  return {};
}

Status Lemmatizer::read_rules(const Msgpack::Value& value, Table& table) const {
  for (const auto& rule : value.children()) {
    const auto sides = rule.children();
    if (sides.size() != 2 || !is_text(sides[0]) || !is_text(sides[1]))
      return data_->error(rule, "a lemma rule must be two strings");
    table.rules.emplace_back(*sides[0].text(), *sides[1].text());
  }
  return {};
}

std::string Lemmatizer::lemma(std::string_view orth, std::string_view lower, std::string_view pos,
                              std::string_view morph) const {
  if (pos.empty() || pos == "EOL" || pos == "SPACE" || is_base_form(pos, morph)) return std::string(lower);
  const auto table = tables_.find(string_id(unicode::lower(pos)));
  if (table == tables_.end() || table->second.is_empty()) return std::string(pos == "PROPN" ? orth : lower);
  return apply(table->second, orth, lower);
}

std::string Lemmatizer::apply(const Table& table, std::string_view orth, std::string_view lower) {
  std::vector<std::string> forms;
  std::vector<std::string> unknown;
  const auto insert_front = [&](std::string_view form) { forms.insert(forms.begin(), std::string(form)); };
  for (const auto& [old_end, new_end] : table.rules) {
    if (!ends_with(lower, old_end)) continue;
    std::string form(lower.substr(0, lower.size() - old_end.size()));
    form += new_end;
    if (form.empty()) continue;
    if (table.index.count(form) != 0)
      insert_front(form);
    else if (!unicode::all_alpha(form))
      forms.push_back(form);
    else
      unknown.push_back(form);
  }
  if (const auto known = table.exceptions.find(lower); known != table.exceptions.end())
    for (const std::string_view form : known->second)
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) insert_front(form);
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? std::string(orth) : unknown.front();
}

}  // namespace entente::nlp
