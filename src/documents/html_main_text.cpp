// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "documents/html_blocks.hpp"

namespace entente::documents {

namespace {

using Kind = HtmlBlock::Kind;

/// Share of the words that stand in links.
double link_density(const HtmlBlock& block) {
  return block.words == 0 ? 0 : static_cast<double>(block.link_words) / static_cast<double>(block.words);
}

constexpr double kLinked = 1.0 / 3;  ///< from here on a block is a list of links

/// Ends as a sentence does, perhaps within quotes or brackets, behind a footnote's number.
bool ends_as_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kClosing = {"\"",     "'",      ")",      "]",
                                                               "\u201d", "\u2019", "\u00bb", "*"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closing : kClosing) {
      if (!text.ends_with(closing)) continue;
      text.remove_suffix(closing.size());
      again = true;
    }
    if (const std::size_t open = text.rfind('[');
        open != std::string_view::npos && text.size() - open <= 4 &&
        text.find_first_not_of("0123456789", open + 1) == std::string_view::npos) {
      text = text.substr(0, open);
      again = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u2026");
}

bool is_legal_notice(std::string_view text) {
  const std::string lower = utf8::lower(text.substr(0, 400));
  return lower.find("\u00a9") != std::string::npos ||
         lower.find("all rights reserved") != std::string::npos ||
         lower.find("we use cookies") != std::string::npos || lower.find("uses cookies") != std::string::npos;
}

/// The decision tree of Kohlschuetter, Fankhauser and Nejdl (Boilerplate Detection using Shallow Text
/// Features, 2010), on numbers of words: a block beside its neighbours.
bool is_long_text(const HtmlBlock& before, const HtmlBlock& block, const HtmlBlock& after) {
  if (link_density(block) > kLinked) return false;
  if (link_density(before) <= 0.555556) {
    if (block.words > 16) return true;
    return after.words > 15 || before.words > 4;
  }
  return block.words > 40 || after.words > 17;
}

bool is_sentence(const HtmlBlock& block) {
  return block.words >= (block.kind == Kind::paragraph ? 3 : 4) && link_density(block) <= 0.6 &&
         ends_as_sentence(block.text);
}

/// Chooses among the blocks that may be main text.
class Choice {
 public:
  explicit Choice(const std::vector<HtmlBlock>& blocks) : blocks_(blocks), kept_(blocks.size(), false) {}

  std::vector<HtmlBlock> run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      kept_[i] = blocks_[i].kind != Kind::heading && is_text(i);
    keep_items();
    keep_headings();
    std::vector<HtmlBlock> chosen;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i]) chosen.push_back(blocks_[i]);
    return chosen;
  }

 private:
  [[nodiscard]] bool is_text(std::size_t i) const {
    static const HtmlBlock kNone;
    const HtmlBlock& block = blocks_[i];
    if (block.words < 40 && is_legal_notice(block.text)) return false;
    if (block.kind == Kind::preformatted) return block.words >= 5;
    if (is_sentence(block)) return true;
    // What does not end as a sentence must look like text by its surroundings, and be longer than a label.
    const bool label = block.kind == Kind::other && block.words < 8;
    return !label && is_long_text(i == 0 ? kNone : blocks_[i - 1], block,
                                  i + 1 < blocks_.size() ? blocks_[i + 1] : kNone);
  }

  /// Items of a list within the text, with few words each.
  void keep_items() {
    for (std::size_t i = 1; i < blocks_.size(); ++i) {
      const HtmlBlock& before = blocks_[i - 1];
      if (blocks_[i].kind != Kind::item || link_density(blocks_[i]) > kLinked || !kept_[i - 1]) continue;
      kept_[i] = kept_[i] || before.kind == Kind::item || before.text.ends_with(':');
    }
  }

  /// A heading goes with the text below it.
  void keep_headings() {
    bool text_below = false;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (blocks_[i].kind != Kind::heading) {
        text_below = text_below || kept_[i];
        continue;
      }
      const bool first = blocks_[i].level == 1;
      kept_[i] = text_below && link_density(blocks_[i]) <= (first ? 1.0 : 0.5);
      if (!first && kept_[i]) text_below = i > 0 && blocks_[i - 1].kind == Kind::heading;
    }
  }

  const std::vector<HtmlBlock>& blocks_;
  std::vector<bool> kept_;
};

std::size_t words_of_text(const std::vector<HtmlBlock>& blocks) {
  std::size_t words = 0;
  for (const HtmlBlock& block : blocks)
    if (link_density(block) <= kLinked && (block.words > 16 || is_sentence(block))) words += block.words;
  return words;
}

template <class Test>
std::vector<HtmlBlock> only(const std::vector<HtmlBlock>& blocks, Test test) {
  std::vector<HtmlBlock> some;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(some), test);
  return some;
}

/// The blocks of what the page marks as its article or main part, where that holds most of its text: one
/// article of all, else main.
std::vector<HtmlBlock> within_scope(std::vector<HtmlBlock> blocks) {
  std::map<std::size_t, std::size_t> words_by_article;
  for (const HtmlBlock& block : blocks)
    if (block.article > 0 && link_density(block) <= kLinked) words_by_article[block.article] += block.words;
  std::size_t largest = 0, in_articles = 0;
  for (const auto& [article, words] : words_by_article) {
    in_articles += words;
    if (largest == 0 || words > words_by_article[largest]) largest = article;
  }
  const std::size_t all = words_of_text(blocks);
  const auto enough = [&](const std::vector<HtmlBlock>& part) { return words_of_text(part) * 3 >= all; };
  if (largest > 0 && words_by_article[largest] * 5 >= in_articles * 3) {
    auto article = only(blocks, [&](const HtmlBlock& block) { return block.article == largest; });
    if (enough(article)) return article;
  }
  auto main = only(blocks, [](const HtmlBlock& block) { return block.main; });
  return !main.empty() && enough(main) ? main : std::move(blocks);
}

}  // namespace

std::vector<HtmlBlock> main_text_of(std::vector<HtmlBlock> blocks) {
  const auto beside = [](const HtmlBlock& block) { return !block.aside; };
  std::vector<HtmlBlock> inner = only(blocks, beside);
  // Some pages call everything "sidebar": then the names say nothing.
  if (words_of_text(inner) * 4 < words_of_text(blocks)) inner = std::move(blocks);
  inner = within_scope(std::move(inner));
  std::vector<HtmlBlock> chosen = Choice(inner).run();
  if (!chosen.empty()) return chosen;
  return only(inner, [](const HtmlBlock& block) { return link_density(block) <= 0.5; });
}

}  // namespace entente::documents
