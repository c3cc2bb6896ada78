// SPDX-License-Identifier: Apache-2.0
#include "resolve/near_copies.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <numeric>
#include <utility>

namespace entente::resolve {

namespace {

constexpr std::size_t kWordsOfRun = 4;
constexpr std::size_t kBand = 4;  ///< places of a signature that must be equal for two texts to be compared
constexpr std::size_t kPlaces = std::tuple_size_v<Signature>;
/// In a crowd of texts with an equal band each is compared with so many that follow it by signature.
constexpr std::size_t kNeighbours = 64;

/// splitmix64's last steps: every bit of the result depends on every bit of the value.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31);
}

/// Hashes of the words (runs of letters and digits, in lower case as far as they are ASCII).
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  constexpr std::uint64_t kStart = 0xcbf29ce484222325U, kPrime = 0x100000001b3U;
  std::vector<std::uint64_t> hashes;
  std::uint64_t hash = kStart;
  bool inside = false;
  const auto finish = [&] {
    if (inside) hashes.push_back(mixed(hash));
    hash = kStart;
    inside = false;
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    // Quotes and dashes of another style make no other word: of what is not ASCII, letters begin at 0xc3.
    if (std::isalnum(byte) == 0 && (byte < 0x80 || byte == 0xe2 || (byte < 0xc0 && !inside))) {
      finish();
      continue;
    }
    hash = (hash ^ static_cast<std::uint64_t>(std::tolower(byte))) * kPrime;
    inside = true;
  }
  finish();
  return hashes;
}

std::vector<std::uint64_t> run_hashes(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kWordsOfRun <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < kWordsOfRun; ++j) hash = mixed(hash * 31 + words[i + j]);
    runs.push_back(hash);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

/// Groups of indices that were joined, directly or through others.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a), b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

bool alike(const Signature& a, const Signature& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kPlaces; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) >= kNearCopy * static_cast<double>(kPlaces);
}

std::uint64_t band_hash(const Signature& signature, std::size_t begin) {
  std::uint64_t hash = begin;
  for (std::size_t i = begin; i < begin + kBand; ++i) hash = mixed(hash * 31 + signature[i]);
  return hash;
}

/// Joins those that are alike among the ones with an equal band. signatures are sorted, each once, so that
/// the order of the indices is theirs.
void join_by_band(const std::vector<const Signature*>& signatures, std::size_t begin, Groups& groups) {
  std::vector<std::pair<std::uint64_t, std::size_t>> keys;
  keys.reserve(signatures.size());
  for (std::size_t i = 0; i < signatures.size(); ++i) keys.emplace_back(band_hash(*signatures[i], begin), i);
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t end = std::min(keys.size(), i + 1 + kNeighbours);
    for (std::size_t j = i + 1; j < end && keys[j].first == keys[i].first; ++j) {
      const std::size_t a = keys[i].second, b = keys[j].second;
      if (groups.of(a) != groups.of(b) && alike(*signatures[a], *signatures[b])) groups.join(a, b);
    }
  }
}

}  // namespace

std::optional<Signature> signature_of(std::string_view text) {
  constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();
  const std::vector<std::uint64_t> runs = run_hashes(text);
  if (runs.size() < kFewestRuns) return std::nullopt;
  std::array<std::uint32_t, kPlaces> smallest{};
  smallest.fill(kEmpty);
  for (const std::uint64_t run : runs) {
    std::uint32_t& place = smallest[run >> 57U];
    place = std::min(place, static_cast<std::uint32_t>(run & 0xfffffffeU));
  }
  // A part without a run takes that of the next one which has some, marked by how far it is.
  Signature signature{};
  for (std::size_t i = 0; i < kPlaces; ++i) {
    std::size_t away = 0;
    while (smallest[(i + away) % kPlaces] == kEmpty) ++away;
    const std::uint64_t found = smallest[(i + away) % kPlaces];
    signature[i] = static_cast<std::uint8_t>(mixed(found + (static_cast<std::uint64_t>(away) << 32U)));
  }
  return signature;
}

std::optional<Signature> signature_of(const Document& document) {
  if (document.signature.empty()) return signature_of(document.text);
  Signature signature{};
  if (document.signature.size() != 2 * kPlaces) return std::nullopt;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    const char* digits = document.signature.data() + 2 * i;
    const auto read = std::from_chars(digits, digits + 2, signature[i], 16);
    if (read.ec != std::errc() || read.ptr != digits + 2) return std::nullopt;
  }
  return signature;
}

std::string signature_text(const std::optional<Signature>& signature) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  if (!signature) return text;
  for (const std::uint8_t place : *signature) {
    text += kDigits[place >> 4U];
    text += kDigits[place & 15U];
  }
  return text;
}

std::map<std::string, std::string, std::less<>> near_copies(const std::vector<Signed>& texts) {
  std::vector<const Signed*> sorted;
  sorted.reserve(texts.size());
  for (const Signed& text : texts) sorted.push_back(&text);
  std::sort(sorted.begin(), sorted.end(), [](const Signed* a, const Signed* b) {
    return std::tie(a->signature, a->id) < std::tie(b->signature, b->id);
  });
  std::vector<const Signature*> signatures;  // each once
  std::vector<std::size_t> place;            // of the signature of a sorted text
  for (const Signed* text : sorted) {
    if (signatures.empty() || *signatures.back() != text->signature) signatures.push_back(&text->signature);
    place.push_back(signatures.size() - 1);
  }
  Groups groups(signatures.size());
  for (std::size_t begin = 0; begin < kPlaces; begin += kBand) join_by_band(signatures, begin, groups);
  std::map<std::size_t, std::string> smallest;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::string& id = smallest.try_emplace(groups.of(place[i]), sorted[i]->id).first->second;
    id = std::min(id, sorted[i]->id);
  }
  std::map<std::string, std::string, std::less<>> copies;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::string& first = smallest.at(groups.of(place[i]));
    if (first != sorted[i]->id) copies.emplace(sorted[i]->id, first);
  }
  return copies;
}

}  // namespace entente::resolve
