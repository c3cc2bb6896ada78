// SPDX-License-Identifier: Apache-2.0
#include "ontology/frames_slots.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/edit_distance.hpp"

namespace entente::ontology {
namespace {

constexpr std::string_view kPreposition = "prep:";
constexpr std::string_view kOwner = ".owner";

constexpr std::array<std::pair<std::string_view, SlotKind>, 14> kSlots{{
    {"actor", SlotKind::actor},
    {"between", SlotKind::between},
    {"complement", SlotKind::complement},
    {"dative", SlotKind::dative},
    {"described", SlotKind::described},
    {"fund", SlotKind::fund},
    {"meeting", SlotKind::meeting},
    {"object", SlotKind::object},
    {"parties", SlotKind::parties},
    {"possessor", SlotKind::possessor},
    {"recipient", SlotKind::recipient},
    {"self", SlotKind::self},
    {"subject", SlotKind::subject},
    {"there", SlotKind::there},
}};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

Result<Slot> parse_slot(std::string_view word, const Place& place) {
  Slot slot;
  std::string_view name = word;
  if (name.ends_with(kOwner)) {
    slot.owner = true;
    name.remove_suffix(kOwner.size());
  }
  if (name.starts_with(kPreposition) && name.size() > kPreposition.size()) {
    slot.kind = SlotKind::preposition;
    slot.word = std::string(name.substr(kPreposition.size()));
    return slot;
  }
  std::vector<std::string> known;
  for (const auto& [text, kind] : kSlots) {
    if (text == name) {
      slot.kind = kind;
      return slot;
    }
    known.emplace_back(text);
  }
  std::string hint;
  if (const auto near = did_you_mean(name, known)) hint = "did you mean \"" + *near + "\"";
  return fail(ErrorKind::data, "unknown slot \"" + std::string(word) + "\"", place, hint);
}

}  // namespace

Result<std::vector<Slot>> parse_slots(std::string_view text, const Place& place) {
  std::vector<Slot> slots;
  for (const std::string_view word : words_of(text)) {
    auto slot = parse_slot(word, place);
    if (!slot) return fail(std::move(slot.error()));
    slots.push_back(std::move(*slot));
  }
  if (slots.empty()) return fail(ErrorKind::data, "no slot is named", place);
  return slots;
}

Result<Trigger> parse_trigger(WordClass word_class, std::string_view text, const Place& place) {
  const auto words = words_of(text);
  if (words.empty()) return fail(ErrorKind::data, "the trigger is empty", place);
  if (words.size() > 2) {
    return fail(ErrorKind::data, "trigger \"" + std::string(text) + "\" has more than two words", place,
                "a lemma and at most one particle; prepositions belong in slots");
  }
  Trigger trigger{word_class, std::string(words[0]), {}};
  if (words.size() == 2) trigger.particle = std::string(words[1]);
  return trigger;
}

}  // namespace entente::ontology
