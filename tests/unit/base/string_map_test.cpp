// SPDX-License-Identifier: Apache-2.0
#include "base/string_map.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using entente::StringMap;

TEST_CASE("an empty map has nothing") {
  const StringMap<int> map;
  CHECK(map.find("") == map.end());
  CHECK(map.find("word") == map.end());
}

TEST_CASE("the first value of a key stays") {
  StringMap<int> map;
  CHECK(map.try_emplace("word", 1).second);
  const auto [at, added] = map.try_emplace("word", 2);
  CHECK_FALSE(added);
  CHECK(at->second == 1);
  map["word"] = 3;
  CHECK(map.find("word")->second == 3);
}

TEST_CASE("keys of any length are told apart, and come in order of insertion") {
  StringMap<std::size_t> map;
  std::vector<std::string> keys;
  for (std::size_t size = 0; size < 40; ++size)
    for (const char letter : {'a', 'b', '\0'}) keys.push_back(std::string(size, 'x') + letter);
  for (std::size_t at = 0; at < keys.size(); ++at) map[keys[at]] = at;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    REQUIRE(map.find(keys[at]) != map.end());
    CHECK(map.find(keys[at])->second == at);
    CHECK((map.begin() + static_cast<std::ptrdiff_t>(at))->first == keys[at]);
  }
  CHECK(map.find(std::string(41, 'x')) == map.end());
}
