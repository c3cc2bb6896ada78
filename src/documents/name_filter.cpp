// SPDX-License-Identifier: Apache-2.0
#include "documents/name_filter.hpp"

#include <algorithm>

namespace entente::documents {

namespace {

/// A piece of a pattern that stands for one character.
struct One {
  std::size_t size = 0;  ///< of the pattern
  bool matches = false;
};

One match_set(std::string_view pattern, char c) {
  const std::size_t end = pattern.find(']', 2);
  if (end == std::string_view::npos) return {1, c == '['};
  const bool negated = pattern[1] == '!' || pattern[1] == '^';
  bool found = false;
  for (std::size_t i = negated ? 2 : 1; i < end; ++i) {
    if (i + 2 < end && pattern[i + 1] == '-') {
      found = found || (pattern[i] <= c && c <= pattern[i + 2]);
      i += 2;
    } else {
      found = found || pattern[i] == c;
    }
  }
  return {end + 1, found != negated && c != '/'};
}

One match_one(std::string_view pattern, char c) {
  if (pattern.front() == '?') return {1, c != '/'};
  if (pattern.front() == '[') return match_set(pattern, c);
  return {1, pattern.front() == c};
}

/// Goes on from the last star, and from the last double star where that fails: no more than the product of
/// the lengths for each of the two.
bool matches_whole(std::string_view pattern, std::string_view path) {
  struct Star {
    std::size_t pattern = std::string_view::npos, path = 0;
  };
  Star single, both;
  std::size_t p = 0, i = 0;
  while (i < path.size() || p < pattern.size()) {
    if (pattern.substr(p, 2) == "**") {
      p += 2;
      if (p < pattern.size() && pattern[p] == '/') ++p;  // "**/" stands for nothing, too
      both = {p, i};
      single = {};
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      single = {++p, i};
      continue;
    }
    if (p < pattern.size() && i < path.size()) {
      const One one = match_one(pattern.substr(p), path[i]);
      if (one.matches) {
        p += one.size;
        ++i;
        continue;
      }
    }
    if (single.pattern != std::string_view::npos && single.path < path.size() && path[single.path] != '/') {
      p = single.pattern;
      i = ++single.path;
    } else if (both.pattern != std::string_view::npos && both.path < path.size()) {
      p = both.pattern;
      i = ++both.path;
      single = {};
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  if (pattern.find('/') == std::string_view::npos && pattern != "**") {
    const std::size_t slash = path.find_last_of('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  }
  return matches_whole(pattern, path);
}

bool NameFilter::admits(std::string_view path) const {
  const auto matches = [&](const std::string& pattern) { return matches_glob(pattern, path); };
  return (include.empty() || std::any_of(include.begin(), include.end(), matches)) &&
         std::none_of(exclude.begin(), exclude.end(), matches);
}

}  // namespace entente::documents
