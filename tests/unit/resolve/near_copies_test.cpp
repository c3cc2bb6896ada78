// SPDX-License-Identifier: Apache-2.0
#include "resolve/near_copies.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"

using namespace entente::resolve;

namespace {

/// So many different words, of a seed.
std::string words(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += "w" + std::to_string(random() % 100000) + (i % 12 == 11 ? ". " : " ");
  return text;
}

Signed text(const std::string& id, const std::string& content) {
  const auto signature = signature_of(content);
  REQUIRE(signature);
  return {id, *signature};
}

using Copies = std::map<std::string, std::string, std::less<>>;

}  // namespace

TEST_CASE("an agency's report in two papers is one text") {
  const std::string report = words(300, 1);
  const std::string one = "A headline of its own. By somebody, for the first paper. " + report;
  const std::string two = report + words(20, 2);
  CHECK(near_copies({text("b", one), text("a", two), text("c", words(300, 3))}) == Copies{{"b", "a"}});
}

TEST_CASE("letter case, quotes and line breaks make no other text") {
  std::string report = words(100, 1), loud = report;
  std::replace(loud.begin(), loud.end(), ' ', '\n');
  std::transform(loud.begin(), loud.end(), loud.begin(), [](char c) { return c == 'w' ? 'W' : c; });
  CHECK(signature_of(report) == signature_of(loud));
  CHECK(signature_of("\"So\" " + report) ==
        signature_of("\xE2\x80\x9CSo\xE2\x80\x9D \xE2\x80\x93 " + report));
}

TEST_CASE("reports about one thing with sentences in common are several texts") {
  const std::string common = words(100, 9);
  CHECK(near_copies({text("a", common + words(150, 1)), text("b", common + words(150, 2))}).empty());
}

TEST_CASE("few words are never judged") {
  CHECK_FALSE(signature_of("China sent masks to Italy."));
  CHECK_FALSE(signature_of(""));
  CHECK_FALSE(signature_of(words(26, 1)));
  CHECK(signature_of(words(28, 1)));
  std::string again;
  for (int i = 0; i < 50; ++i) again += "China sent masks to Italy. ";
  CHECK_FALSE(signature_of(again));  // the same few runs
}

TEST_CASE("the smallest id stands for a group, whatever the order") {
  std::vector<Signed> texts;
  for (unsigned group = 0; group < 5; ++group)
    for (unsigned copy = 0; copy < 4; ++copy)
      texts.push_back(text(std::to_string(copy) + "-" + std::to_string(group),
                           words(200, group) + words(copy * 5, copy)));
  const Copies copies = near_copies(texts);
  CHECK(copies.size() == 15);
  for (const auto& [id, of] : copies) CHECK(of == "0-" + id.substr(2));
  std::mt19937 random(1);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(texts.begin(), texts.end(), random);
    CHECK(near_copies(texts) == copies);
  }
}

TEST_CASE("a thousand copies of one text are one group") {
  std::vector<Signed> texts;
  const std::string report = words(400, 1);
  for (int i = 0; i < 1000; ++i)
    texts.push_back(text(std::to_string(1000 + i), report + " Number " + std::to_string(i) + " of many."));
  CHECK(near_copies(texts).size() == 999);
}

TEST_CASE("how alike two texts look is about how alike they are") {
  // of 400 runs so many in common
  for (const int percent : {40, 90}) {
    const std::size_t common = static_cast<std::size_t>(400 * 2 * percent / (100 + percent));
    int found = 0;
    for (unsigned i = 0; i < 50; ++i) {
      const std::string shared = words(common, 1000 + i);
      found += static_cast<int>(near_copies({text("a", shared + words(400 - common, 2000 + i)),
                                             text("b", shared + words(400 - common, 3000 + i))})
                                    .size());
    }
    CHECK(found == (percent == 90 ? 50 : 0));
  }
}
