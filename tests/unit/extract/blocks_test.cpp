// SPDX-License-Identifier: Apache-2.0
#include "extract/blocks.hpp"

#include <string>

#include "support/catch.hpp"

using entente::extract::Block;
using entente::extract::cut_blocks;

namespace {

std::vector<std::string> texts(const std::string& text) {
  std::vector<std::string> result;
  for (const Block& block : cut_blocks(text)) {
    result.push_back((block.heading ? "# "
                      : block.item  ? "* "
                                    : "") +
                     text.substr(block.begin, block.end - block.begin));
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("blank lines, list items and turns part blocks") {
  CHECK(texts("One.\n\nTwo.") == Texts{"One.", "Two."});
  CHECK(texts("• Kenya gave.\n• Chad took.") == Texts{"* Kenya gave.", "* Chad took."});
  CHECK(texts("1. The first point.\n2. The second.") == Texts{"* The first point.", "* The second."});
  CHECK(texts("Q: And Haiti?\nA: Yes.") == Texts{"Q: And Haiti?", "A: Yes."});
}

TEST_CASE("lines that only wrap stay together") {
  const std::string text =
      "The ministers of the two countries met in the capital on\nTuesday and signed nothing.";
  CHECK(texts(text) == Texts{text});
  CHECK(texts("He went\nto Chad.") == Texts{"He went\nto Chad."});
}

TEST_CASE("headings and navigation lines stand alone") {
  CHECK(texts("Home > News\nUphold Peace\n\nChina upholds peace.") ==
        Texts{"# Home > News", "# Uphold Peace", "China upholds peace."});
  CHECK(texts("A NETWORK | REPORT No. 4\n\nIt rains.") == Texts{"# A NETWORK | REPORT No. 4", "It rains."});
}

TEST_CASE("a negative number or a dash inside a line is no bullet") {
  CHECK(texts("-5 degrees were measured.") == Texts{"-5 degrees were measured."});
}

TEST_CASE("a very long line is cut at the end of a sentence, nothing is lost") {
  std::string text;
  while (text.size() < 350'000) text += "The council met again in the town. ";
  text.pop_back();
  std::size_t covered = 0;
  for (const Block& block : cut_blocks(text)) {
    CHECK(block.end - block.begin <= entente::extract::kLongestBlock);
    CHECK(block.begin == covered);
    CHECK(text[block.end - 1] == '.');
    covered = block.end;
  }
  CHECK(covered == text.size());
}

TEST_CASE("a long line without blanks is cut between characters") {
  std::string text;
  while (text.size() < 200'003) text += "é";
  for (const Block& block : cut_blocks(text)) CHECK((text[block.begin] & 0xC0) != 0x80);
}
