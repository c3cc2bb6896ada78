// SPDX-License-Identifier: Apache-2.0
#include "nlp/unicode.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/utf8.hpp"

namespace entente::nlp::unicode {

namespace {

/// `count` code points, `stride` apart, the first `gap` behind the last run's first, each lower-cased by
/// adding `difference`.
struct LowerRun {
  std::uint32_t gap;
  std::uint32_t count;
  std::uint32_t stride;
  std::int32_t difference;
};

#include "nlp/tables/unicode.inc"

constexpr char32_t kEnd = 0x110000;
constexpr char32_t kBlock = 256;
constexpr char32_t kSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kDottedI = 0x130;

/// A bit a property for every code point, equal blocks of 256 kept once.
class PropertyTable {
 public:
  PropertyTable() {
    std::vector<std::uint16_t> flat(kEnd);
    const std::span<const std::uint32_t> sets[] = {
        k_space,  k_alpha,  k_upper,  k_digit,  k_decimal, k_alnum,  k_cased,  k_case_ignorable,
        k_class0, k_class1, k_class2, k_class3, k_class4,  k_class5, k_class6, k_class7};
    for (std::size_t i = 0; i < std::size(sets); ++i)
      mark(flat, sets[i], static_cast<std::uint16_t>(1U << i));
    for (char32_t block = 0; block < kEnd / kBlock; ++block)
      blocks_[block] = store(flat.data() + block * kBlock);
  }

  [[nodiscard]] bool has(char32_t c, Property property) const {
    if (c >= kEnd) return false;
    return (bits_[blocks_[c / kBlock] * kBlock + c % kBlock] >> static_cast<unsigned>(property) & 1U) != 0;
  }

 private:
  static void mark(std::vector<std::uint16_t>& flat, std::span<const std::uint32_t> gaps, std::uint16_t bit) {
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < gaps.size(); i += 2) {
      at += gaps[i];
      for (std::uint32_t k = 0; k < gaps[i + 1]; ++k) flat[at++] |= bit;
    }
  }

  std::uint16_t store(const std::uint16_t* block) {
    for (std::size_t i = 0; i < bits_.size() / kBlock; ++i)
      if (std::equal(block, block + kBlock, bits_.data() + i * kBlock)) return static_cast<std::uint16_t>(i);
    bits_.insert(bits_.end(), block, block + kBlock);
    return static_cast<std::uint16_t>(bits_.size() / kBlock - 1);
  }

  std::array<std::uint16_t, kEnd / kBlock> blocks_{};
  std::vector<std::uint16_t> bits_;
};

const PropertyTable& properties() {
  static const PropertyTable table;
  return table;
}

char32_t lower_of(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  static const auto firsts = [] {
    std::array<char32_t, std::size(k_lower)> starts{};
    char32_t at = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) starts[i] = at += k_lower[i].gap;
    return starts;
  }();
  const auto after = std::upper_bound(firsts.begin(), firsts.end(), c);
  if (after == firsts.begin()) return c;
  const LowerRun& run = k_lower[after - firsts.begin() - 1];
  const char32_t distance = c - *(after - 1);
  if (distance % run.stride != 0 || distance / run.stride >= run.count) return c;
  return static_cast<char32_t>(static_cast<std::int64_t>(c) + run.difference);
}

/// A cased letter before it, none behind it; case-ignorable characters do not count.
bool sigma_is_final(const std::u32string& text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && has(text[before - 1], Property::case_ignorable)) --before;
  if (before == 0 || !has(text[before - 1], Property::cased)) return false;
  std::size_t behind = at + 1;
  while (behind < text.size() && has(text[behind], Property::case_ignorable)) ++behind;
  return behind == text.size() || !has(text[behind], Property::cased);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool has(char32_t code_point, Property property) {
  return properties().has(code_point, property);
}

bool all_space(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (!is_space(utf8::next(text, i))) return false;
  return true;
}

bool all_alpha(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (!has(utf8::next(text, i), Property::alpha)) return false;
  return !text.empty();
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (const char c : text) out.push_back(static_cast<char>(lower_of(static_cast<char32_t>(c))));
    return out;
  }
  const std::u32string wide = utf8::decode(text);
  for (std::size_t i = 0; i < wide.size(); ++i) {
    const char32_t c = wide[i];
    if (c == kSigma && sigma_is_final(wide, i)) {
      utf8::append(out, kFinalSigma);
    } else if (c == kDottedI) {
      out += "i\u0307";
    } else {
      utf8::append(out, lower_of(c));
    }
  }
  return out;
}

std::size_t first_length(std::string_view text) {
  std::size_t i = 0;
  if (!text.empty()) static_cast<void>(utf8::next(text, i));
  return i;
}

std::string_view last(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) --count;
  }
  return text.substr(begin);
}

}  // namespace entente::nlp::unicode
