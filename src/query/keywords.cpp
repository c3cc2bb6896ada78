// SPDX-License-Identifier: Apache-2.0
#include "query/keywords.hpp"

#include <algorithm>
#include <array>

namespace entente::query {

namespace {

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::array<std::string_view, 34> kReserved = {
    "MATCH",  "OPTIONAL", "WHERE",    "RETURN", "WITH", "UNWIND", "UNION",    "ORDER",    "BY",
    "SKIP",   "LIMIT",    "AS",       "AND",    "OR",   "XOR",    "NOT",      "IN",       "IS",
    "STARTS", "ENDS",     "CONTAINS", "CASE",   "NULL", "TRUE",   "FALSE",    "DISTINCT", "ASC",
    "DESC",   "CREATE",   "DELETE",   "MERGE",  "SET",  "REMOVE", "ASCENDING"};

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return upper(x) == upper(y); });
}

std::string upper_word(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), upper);
  return out;
}

bool is_reserved(std::string_view word) {
  return std::any_of(kReserved.begin(), kReserved.end(),
                     [&](auto reserved) { return same_word(word, reserved); });
}

}  // namespace entente::query
