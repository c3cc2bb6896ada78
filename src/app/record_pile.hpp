// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/spool.hpp"
#include "base/bytes.hpp"
#include "model/fact_base.hpp"

namespace entente::app {

/// Records put aside on disk one after the other, to be read back in that order. The spool must outlive it.
class RecordPile {
 public:
  explicit RecordPile(Spool& spool) : spool_(&spool) {}

  [[nodiscard]] Status put(std::string_view record);
  /// As often as wanted; the function takes one record from the reader at each call.
  using Take = std::function<Status(ByteReader&)>;
  [[nodiscard]] Status each(const Take& take) const;

 private:
  Spool* spool_;
  std::string waiting_;  ///< for the disk
  std::vector<Spool::Place> places_;
};

/// What documents say of entities or facts, put aside in parts by id: all records of one id are in one part,
/// and facts of an earlier part have smaller ids.
template <class Record>
class RecordParts {
 public:
  static constexpr std::size_t kParts = 256;

  explicit RecordParts(Spool& spool) : piles_(kParts, RecordPile(spool)) {}

  [[nodiscard]] Status put(const std::string& document, const Record& record);
  /// Readings that hold the records of one part and nothing else; a document may have several.
  [[nodiscard]] Result<std::vector<DocumentFacts>> get(std::size_t part) const;

 private:
  std::vector<RecordPile> piles_;
};

}  // namespace entente::app
