// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/context.hpp"

namespace entente::query {

/// About how many bytes a value takes, with all that it holds.
[[nodiscard]] std::size_t bytes_of(const Value& value);
[[nodiscard]] std::size_t bytes_of(const List& row);

/// What one stage of a query holds, counted against the memory limit as long as it is held.
class MemoryUse {
 public:
  MemoryUse(Context& context, Range range) : context_(context), range_(range) {}
  MemoryUse(const MemoryUse&) = delete;
  MemoryUse& operator=(const MemoryUse&) = delete;
  ~MemoryUse() { clear(); }

  /// False when the query must stop.
  bool add(std::size_t bytes) {
    held_ += bytes;
    context_.work_at(range_);
    return context_.take_memory(bytes);
  }
  void clear() {
    context_.give_memory(held_);
    held_ = 0;
  }

 private:
  Context& context_;
  Range range_;
  std::size_t held_ = 0;
};

}  // namespace entente::query
