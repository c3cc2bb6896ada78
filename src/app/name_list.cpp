// SPDX-License-Identifier: Apache-2.0
#include "app/name_list.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::app {

std::string name_key(std::string_view name) {
  return utf8::lower(utf8::strip_marks(name));
}

std::string beginning_of(std::string_view name, std::size_t key_bytes) {
  std::size_t end = 0, used = 0;
  while (end < name.size() && used < key_bytes) {
    const std::size_t begin = end;
    static_cast<void>(utf8::next(name, end));
    used += name_key(name.substr(begin, end - begin)).size();
  }
  while (end < name.size()) {  // marks of the last character
    std::size_t next = end;
    static_cast<void>(utf8::next(name, next));
    if (!name_key(name.substr(end, next - end)).empty()) break;
    end = next;
  }
  return std::string(name.substr(0, end));
}

std::size_t common_size(std::string_view a, std::string_view b) {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(differ.first - a.begin());
}

void NameList::add(std::string_view name) {
  const bool control = std::any_of(name.begin(), name.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (name.empty() || control || utf8::first_invalid_byte(name)) return;
  const std::string key = name_key(name);
  if (key.empty()) return;
  entries_.push_back(
      {text_.size(), static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(name.size())});
  text_ += key;
  text_ += name;
}

void NameList::sort() {
  std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) {
    const int order = key(a).compare(key(b));
    return order != 0 ? order < 0 : name(a) < name(b);
  });
  const auto same = [this](const Entry& a, const Entry& b) { return name(a) == name(b); };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
}

std::string_view NameList::key(const Entry& entry) const {
  return std::string_view(text_).substr(entry.begin, entry.key_size);
}

std::string_view NameList::name(const Entry& entry) const {
  return std::string_view(text_).substr(entry.begin + entry.key_size, entry.name_size);
}

NameList::Found NameList::beginning_with(std::string_view beginning, std::size_t most) const {
  const std::string wanted = name_key(beginning);
  const auto start = [&](const Entry& entry) { return key(entry).substr(0, wanted.size()); };
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), wanted,
                                      [&](const Entry& a, const std::string& b) { return start(a) < b; });
  const auto last = std::upper_bound(first, entries_.end(), wanted,
                                     [&](const std::string& a, const Entry& b) { return a < start(b); });
  Found found;
  if (first == last) return found;
  const auto count = static_cast<std::size_t>(last - first);
  found.more = count - std::min(count, most);
  for (auto it = first; it != last && found.names.size() < most; ++it) found.names.emplace_back(name(*it));
  found.common = beginning_of(name(*first), common_size(key(*first), key(*(last - 1))));
  return found;
}

}  // namespace entente::app
