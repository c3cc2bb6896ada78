// SPDX-License-Identifier: Apache-2.0
#include "base/string_map.hpp"

#include <string>

#include "support/catch.hpp"

using entente::StringMap;

TEST_CASE("a string map finds what was put in, and nothing else") {
  StringMap<int> map;
  CHECK(map.find("word") == map.end());
  for (int i = 0; i < 1000; ++i) {  // of all lengths up to 25, many with the same beginning and end
    const std::string key = std::string(static_cast<std::size_t>(i % 21), 'a') + std::to_string(i) + "z";
    CHECK(map.try_emplace(key, i).second);
    CHECK_FALSE(map.try_emplace(key, -1).second);
  }
  CHECK(map.size() == 1000);
  int expected = 0;
  for (const auto& [key, value] : map) {  // in the order in which they came
    CHECK(value == expected++);
    REQUIRE(map.find(key) != map.end());
    CHECK(map.find(key)->second == value);
    CHECK(map.find(key + "z") == map.end());
    CHECK(map.find(key.substr(1)) == map.end());
  }
  CHECK(map.find("") == map.end());
  map[""] = 7;
  CHECK(map.find("")->second == 7);
}

TEST_CASE("hashes of words differ by each byte and by length") {
  const std::string word = "thirty-three-letters-of-one-word!";
  for (std::size_t size = 0; size <= word.size(); ++size) {
    const std::string part = word.substr(0, size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = part;
      other[at] ^= 1;
      CHECK(entente::hash_of_word(other) != entente::hash_of_word(part));
    }
    CHECK(entente::hash_of_word(part + '\0') != entente::hash_of_word(part));
  }
}
