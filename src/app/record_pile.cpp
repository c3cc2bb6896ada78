// SPDX-License-Identifier: Apache-2.0
#include "app/record_pile.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "model/record_codec.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kWaiting = 16384;  ///< bytes of a pile that go to the disk at once

std::size_t part_of(const Entity& entity) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : entity.id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash % RecordParts<Entity>::kParts;
}

/// How many of the hexadecimal digits are smaller than a character.
std::size_t rank(char c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  return static_cast<std::size_t>(std::lower_bound(kDigits.begin(), kDigits.end(), c) - kDigits.begin());
}

/// Ids are hexadecimal; others still keep their order.
std::size_t part_of(const Fact& fact) {
  if (fact.id.empty()) return 0;
  const std::size_t first = rank(fact.id[0]), second = fact.id.size() < 2 ? 0 : rank(fact.id[1]);
  if (first >= 16) return RecordParts<Fact>::kParts - 1;
  const bool is_digit = rank(static_cast<char>(fact.id[0] + 1)) == first + 1;
  return 16 * first + (is_digit ? std::min<std::size_t>(second, 15) : 0);
}

void add(DocumentFacts& reading, ByteReader& in, const Entity&) {
  reading.entities.push_back(read_entity(in));
}
void add(DocumentFacts& reading, ByteReader& in, const Fact&) {
  reading.facts.push_back(read_fact(in));
}

}  // namespace

Status RecordPile::put(std::string_view record) {
  waiting_ += record;
  if (waiting_.size() < kWaiting) return {};
  const auto place = spool_->put(waiting_);
  if (!place) return fail(place.error());
  places_.push_back(*place);
  waiting_.clear();
  return {};
}

Status RecordPile::each(const Take& take) const {
  const auto take_all = [&](std::string_view bytes) -> Status {
    ByteReader in(bytes);
    while (!in.at_end()) {
      if (auto taken = take(in); !taken) return taken;
      if (!in.ok())
        return fail(ErrorKind::input_output, "a temporary file does not hold what was written to it");
    }
    return {};
  };
  for (const Spool::Place& place : places_) {
    const auto bytes = spool_->get(place);
    if (!bytes) return fail(bytes.error());
    if (auto taken = take_all(*bytes); !taken) return taken;
  }
  return take_all(waiting_);
}

template <class Record>
Status RecordParts<Record>::put(const std::string& document, const Record& record) {
  ByteWriter out;
  out.text(document);
  write_record(out, record);
  return piles_[part_of(record)].put(out.take());
}

template <class Record>
Result<std::vector<DocumentFacts>> RecordParts<Record>::get(std::size_t part) const {
  std::vector<DocumentFacts> readings;
  const auto take = [&](ByteReader& in) -> Status {
    std::string document(in.text());
    if (readings.empty() || readings.back().document.id != document)
      readings.emplace_back().document.id = std::move(document);
    add(readings.back(), in, Record());
    return {};
  };
  if (auto done = piles_[part].each(take); !done) return fail(std::move(done.error()));
  return readings;
}

template class RecordParts<Entity>;
template class RecordParts<Fact>;

}  // namespace entente::app
