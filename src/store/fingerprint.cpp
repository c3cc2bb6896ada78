// SPDX-License-Identifier: Apache-2.0
#include "store/fingerprint.hpp"

#include <charconv>
#include <cstring>
#include <optional>

#include "base/sha256.hpp"

namespace entente::store {

namespace {

/// Fields one after the other, each with its length, so that no two readings give the same bytes.
class Fields {
 public:
  Fields& add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
    return *this;
  }
  Fields& add(std::uint64_t number) {
    bytes_ += std::to_string(number);
    bytes_ += ':';
    return *this;
  }
  Fields& add(double number) {
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof number);
    std::memcpy(&bits, &number, sizeof bits);
    return add(bits);
  }
  template <class T>
  Fields& add_all(const std::vector<T>& items) {
    add(static_cast<std::uint64_t>(items.size()));
    for (const T& item : items) add(item);
    return *this;
  }
  template <class T>
  Fields& add(const std::optional<T>& value) {
    add(static_cast<std::uint64_t>(value ? 1 : 0));
    if (value) add(*value);
    return *this;
  }
  Fields& add(const Quantity& q) { return add(q.value).add(q.unit).add(q.bound).add(q.text); }
  Fields& add(const TimeSpan& t) {
    return add(t.earliest_begin)
        .add(t.latest_begin)
        .add(t.earliest_end)
        .add(t.latest_end)
        .add(t.precision)
        .add(t.text);
  }
  Fields& add(const Entity& e) {
    add(e.id).add(e.label).add(e.cls).add(e.wikidata).add(e.of_class);
    return add(static_cast<std::uint64_t>(e.mentions)).add(e.quantity).add_all(e.aliases);
  }
  Fields& add(const Evidence& e) {
    add(e.document).add(std::uint64_t{e.begin}).add(std::uint64_t{e.end}).add(std::uint64_t{e.sentence});
    return add(e.text).add(e.trigger).add(e.rule).add(e.confidence).add(e.claim);
  }
  Fields& add(const Fact& f) {
    add(f.id).add(f.relation).add(f.subject).add(f.object).add(to_text(f.modality));
    add(static_cast<std::uint64_t>(f.negated ? 1 : 0)).add(f.attributed_to).add(f.when);
    add(f.where).add(f.meeting).add(f.topic).add_all(f.resources).add(f.quantity);
    add(f.mode).add(f.context).add(f.office).add_all(f.content).add(f.content_text);
    return add(f.confidence).add_all(f.evidence);
  }
  Fields& add(const Document& d) {
    // The text by its hash: no second copy of a long one.
    return add(d.id).add(d.name).add(d.date).add(d.title).add(d.url).add(
        d.sha256.empty() ? sha256_hex(d.text) : d.sha256 + d.signature);
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::uint64_t hash(std::string_view bytes) {
  return from_hex(short_hash(bytes)).value_or(0);
}

}  // namespace

std::uint64_t fingerprint(const DocumentFacts& reading) {
  Fields fields;
  fields.add(reading.document).add(std::uint64_t{reading.sentences});
  fields.add_all(reading.entities).add_all(reading.facts).add_all(reading.unmatched_verbs);
  return hash(fields.bytes());
}

std::uint64_t fingerprint(std::string_view key, std::string_view value) {
  return hash(Fields().add(key).add(value).bytes());
}

std::string to_hex(std::uint64_t fingerprint) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; fingerprint >>= 4U) text[i] = kDigits[fingerprint & 15U];
  return text;
}

std::optional<std::uint64_t> from_hex(std::string_view digits) {
  std::uint64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number, 16);
  if (digits.size() != 16 || read.ptr != end || read.ec != std::errc()) return std::nullopt;
  return number;
}

}  // namespace entente::store
