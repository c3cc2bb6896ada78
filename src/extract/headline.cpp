// SPDX-License-Identifier: Apache-2.0
#include "extract/headline.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/letters.hpp"

namespace entente::extract {
namespace {

enum class Actor : std::uint8_t { none, state, city };

// What a name stands for where it acts: a state or body, or a capital.
Actor actor_of(std::string_view name, const ontology::Gazetteer& gazetteer) {
  for (const ontology::NameEntry& entry : gazetteer.names(ontology::name_key(name))) {
    if (entry.kind == ontology::NameKind::capital) return Actor::city;
    const std::string& cls = gazetteer.entities()[entry.entity].cls;
    if (cls == "Country" || cls == "GroupOfCountries" || cls == "InternationalOrganization")
      return Actor::state;
  }
  return Actor::none;
}

bool goes_on_as_list(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "and", "or", "as", "but", "is", "was", "in", "on", "which", "with", "at", "the", "who", "where"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

MappedText with_headline_pair(const MappedText& text, const ontology::Gazetteer& gazetteer) {
  constexpr std::size_t kLongestName = 40, kWordsOfName = 4;
  const std::string_view bytes = text.text;
  const std::size_t comma = bytes.substr(0, kLongestName).find(", ");
  if (comma == std::string_view::npos) return text;
  const Actor first = actor_of(bytes.substr(0, comma), gazetteer);
  if (first == Actor::none) return text;
  const std::string_view rest = bytes.substr(comma + 2);
  const std::vector<Word> words = words_of(rest, kWordsOfName + 1);
  for (std::size_t count = 1; count < words.size(); ++count) {
    const Word& last = words[count - 1];
    if (last.stopped) return text;
    const Word& next = words[count];
    if (!is_lower_at(rest, next.begin)) continue;
    if (goes_on_as_list(rest.substr(next.begin, next.end - next.begin))) return text;
    if (actor_of(rest.substr(0, last.end), gazetteer) != first) return text;
    return edited(text, {{comma, comma + 1, " and"}});
  }
  return text;
}

}  // namespace entente::extract
